# SPDX-License-Identifier: MIT
"""Requests to leave: those that wait first, by the day that comes next."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.exit_filter import ExitCounts, ExitFilter
from groupdesk.domain.exit_records import ExitRecord, ExitRow
from groupdesk.domain.leaving_enums import ExitChip
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_acts import ExitActs
from groupdesk.ui.exit_words import spoken
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.widgets.exit_detail import ACTS, ExitDetail
from groupdesk.ui.widgets.request_list import ALL, EmptyWords, Found, RequestList, Which


class ExitList(RequestList[ExitRow]):
    """Who wants to leave, what is agreed, and what is still to be done."""

    topics = frozenset({Topic.REQUESTS, Topic.MEMBERS, Topic.TASKS, Topic.GROUPS})
    icon = "log-out"
    wide_columns = (0, 1, 2)
    head_acts = ("report.exits", "group.leaving", "exit.record")

    detail: ExitDetail

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build it without reading anything."""
        super().__init__(context, ExitDetail(context), parent)
        self._acts = ExitActs(context, self)

    @property
    def exit(self) -> ExitRecord | None:
        """The request in front."""
        return self.detail.exit

    # ---- words

    def title(self) -> str:
        return self.tr("Members who want to leave, and all that belongs to leaving well.")

    def hint(self) -> str:
        return self.tr("Name, pinyin, nickname, group or reason")

    def which_words(self) -> str:
        return self.tr("Which requests to leave")

    def chip_words(self) -> Sequence[tuple[str, str]]:
        words = self.context.translations.words
        chips = [(one.value, words(f"exit_chip.{one.value}")) for one in ExitChip]
        return ((ALL, self.tr("All")), *chips)

    def heads(self) -> Sequence[str]:
        return (
            self.tr("Member"),
            self.tr("Reason"),
            self.tr("Group"),
            self.tr("Next day"),
            self.tr("State"),
        )

    def cells(self, row: ExitRow) -> Sequence[Cell]:
        said = spoken(self.context)
        return [
            row.member_name,
            said.reason(row),
            row.group_name,
            said.next_day(row) or "–",
            said.state(row),
        ]

    def unseen_texts(self, row: ExitRow) -> Sequence[str]:
        return (row.nickname, row.reason_text, row.replacement_name)

    def empty_words(self, *, nothing: bool) -> EmptyWords:
        if nothing:
            return EmptyWords(
                self.tr("Nobody wants to leave"),
                self.tr(
                    "When a member tells you that they want to leave, record it here. GroupDesk"
                    " helps with the answer, with customers to tell, and with what to save."
                ),
                self.context.acts.action("exit.record").text(),
            )
        return EmptyWords(
            self.tr("No request fits"),
            self.tr("Take a filter away, or look in all groups."),
            self.tr("Show all requests"),
        )

    # ---- reading

    def read(self, which: Which) -> "Found[ExitRow]":
        listed = self.context.desk.leaving.exit_list
        chip = ExitChip(which.chip) if which.chip != ALL else None
        asked = ExitFilter(which.group_id or None, chip, which.text)
        return listed.rows(asked), _by_chip(listed.counts(asked))

    # ---- acts

    def bind_acts(self) -> None:
        acts, refusal = self.context.acts, self.context.desk.ledger.refusal
        acts.bind("exit.record", self._record, enabled=not refusal)
        for act_id, act in (
            ("exit.answer", self._acts.answer),
            ("exit.left", self._acts.left),
            ("exit.customers", self._acts.customers),
            ("exit.check", self._acts.check),
            ("exit.letter", self._acts.letter),
            ("exit.save", self._acts.save),
            ("exit.hand_over", self._acts.hand_over),
            ("exit.note", self._acts.note),
            ("exit.correct", self._acts.correct),
        ):
            acts.bind(act_id, self._with(act), enabled=False)

    def enable_acts(self) -> None:
        acts, refusal = self.context.acts, self.context.desk.ledger.refusal
        possible = self.detail.possible()
        for act_id in ACTS:
            writes = act_id != "exit.save"
            acts.enable(act_id, act_id in possible and not (writes and refusal))
        self.detail.show_acts()

    def _with(self, act: Callable[[ExitRecord], object]) -> Callable[[], object]:
        return lambda: self.exit is not None and act(self.exit)

    def _record(self) -> None:
        here = self.here
        self._acts.record_of_member(self.context.desk.groups.get(here) if here else None)


def _by_chip(counts: ExitCounts) -> dict[str, int]:
    return {chip.value if chip else ALL: count for chip, count in counts.chips.items()}
