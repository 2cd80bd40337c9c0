# SPDX-License-Identifier: MIT
"""Requests to come back: those that wait first, by the day that comes next."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.leaving_enums import RejoinChip
from groupdesk.domain.rejoin_records import RejoinFilter, RejoinRecord, RejoinRow
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.rejoin_acts import RejoinActs
from groupdesk.ui.rejoin_words import spoken
from groupdesk.ui.widgets.rejoin_detail import ACTS, LETTER, RejoinDetail
from groupdesk.ui.widgets.request_list import ALL, EmptyWords, Found, RequestList, Which


class RejoinList(RequestList[RejoinRow]):
    """Who wants to come back, and how it is decided."""

    topics = frozenset({Topic.REQUESTS, Topic.MEMBERS, Topic.CASES, Topic.GROUPS})
    icon = "log-in"
    head_acts = ("rejoin.record",)
    state_column = 3
    wide_columns = (0, 1)

    detail: RejoinDetail

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build it without reading anything."""
        super().__init__(context, RejoinDetail(context), parent)
        self._acts = RejoinActs(context, self)
        self.detail.member_requested.connect(self._go_to_member)

    @property
    def rejoin(self) -> RejoinRecord | None:
        """The request in front."""
        return self.detail.rejoin

    # ---- words

    def title(self) -> str:
        return self.tr("People who want to come back, with all that is known of them.")

    def hint(self) -> str:
        return self.tr("Name, group or what they said")

    def which_words(self) -> str:
        return self.tr("Which requests to come back")

    def chip_words(self) -> Sequence[tuple[str, str]]:
        words = self.context.translations.words
        chips = [(chip.value, words(f"rejoin_chip.{chip.value}")) for chip in RejoinChip]
        return ((ALL, self.tr("All")), *chips)

    def heads(self) -> Sequence[str]:
        return (self.tr("Who"), self.tr("Group"), self.tr("Next"), self.tr("State"))

    def cells(self, row: RejoinRow) -> Sequence[Cell]:
        said = spoken(self.context)
        return [row.name, row.group_name, said.next_day(row), said.state(row)]

    def unseen_texts(self, row: RejoinRow) -> Sequence[str]:
        return (row.reason,)

    def empty_words(self, *, nothing: bool) -> EmptyWords:
        if nothing:
            return EmptyWords(
                self.tr("Nobody wants to come back"),
                self.tr(
                    "When somebody who left or was removed asks to join again, record it here. You"
                    " see what is known of them before you answer."
                ),
                self.context.acts.action("rejoin.record").text(),
            )
        return EmptyWords(
            self.tr("No request fits"),
            self.tr("Take a filter away, or look in all groups."),
            self.tr("Show all requests"),
        )

    # ---- reading

    def read(self, which: Which) -> "Found[RejoinRow]":
        listed = self.context.desk.leaving.rejoin_list
        asked = RejoinFilter(
            group_id=which.group_id or None,
            chip=None if which.chip == ALL else RejoinChip(which.chip),
            text=which.text,
        )
        counts = listed.counts(asked).chips
        by_chip = {ALL if chip is None else chip.value: count for chip, count in counts.items()}
        return listed.rows(asked), by_chip

    # ---- acts

    def bind_acts(self) -> None:
        acts = self.context.acts
        handlers: dict[str, Callable[[RejoinRecord], object]] = {
            "rejoin.answer": self._acts.answer,
            "rejoin.take_in": lambda record: self._acts.take_in(record.row.id),
            "rejoin.trial": self._acts.trial,
            "rejoin.note": self._acts.note,
            LETTER: self._acts.letter,
        }
        for act_id, act in handlers.items():
            acts.bind(act_id, partial(self._with, act), enabled=False)

    def enable_acts(self) -> None:
        writable = not self.context.desk.ledger.refusal
        for act_id in (*ACTS, LETTER):
            self.context.acts.enable(act_id, writable and self.detail.can(act_id))
        self.detail.show_acts()

    def _with(self, act: Callable[[RejoinRecord], object]) -> None:
        if self.rejoin is not None:
            act(self.rejoin)

    def _go_to_member(self) -> None:
        if self.rejoin is not None:
            row = self.rejoin.row
            self.context.go_to(row.group_id, row.membership_id)
