# SPDX-License-Identifier: MIT
"""Handovers: those under way first, with who signed and what is missing."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import SubjectKind, Topic
from groupdesk.domain.handover_enums import HandoverChip, HandoverState
from groupdesk.domain.handover_records import (
    HandoverCounts,
    HandoverFilter,
    HandoverRecord,
    HandoverRow,
)
from groupdesk.ui.context import UiContext
from groupdesk.ui.handover_acts import HandoverActs
from groupdesk.ui.handover_words import HandoverWords
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.widgets.handover_detail import HandoverDetail
from groupdesk.ui.widgets.request_list import ALL, EmptyWords, Found, RequestList, Which


class HandoverList(RequestList[HandoverRow]):
    """What goes from hand to hand, and how far it is."""

    topics = frozenset({Topic.REQUESTS, Topic.CASES, Topic.MEMBERS, Topic.GROUPS, Topic.TASKS})
    icon = "arrow-right-left"
    head_acts = ("handover.open",)
    wide_columns = (0, 1)
    state_column = 3

    detail: HandoverDetail

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build it without reading anything."""
        super().__init__(context, HandoverDetail(context), parent)
        self._acts = HandoverActs(context, self)
        self.detail.loaded.connect(self.enable_acts)
        self.detail.exit_requested.connect(self._go_to_exit)

    @property
    def handover(self) -> HandoverRecord | None:
        """The handover in front."""
        return self.detail.record

    # ---- words

    def title(self) -> str:
        return self.tr("Work that goes from one hand to another, with a book that both sign.")

    def hint(self) -> str:
        return self.tr("Who hands over, who takes over, or group")

    def which_words(self) -> str:
        return self.tr("Which handovers")

    def chip_words(self) -> Sequence[tuple[str, str]]:
        words = self.context.translations.words
        chips = [(chip.value, words(f"handover_chip.{chip.value}")) for chip in HandoverChip]
        return [(ALL, self.tr("All")), *chips]

    def heads(self) -> Sequence[str]:
        return (
            self.tr("What"),
            self.tr("From, to"),
            self.tr("Opened"),
            self.tr("State"),
        )

    def cells(self, row: HandoverRow) -> Sequence[Cell]:
        said = HandoverWords.of(self.context)
        return [said.what(row), said.sides(row), said.day_of(row.opened_at), said.state(row)]

    def empty_words(self, *, nothing: bool) -> EmptyWords:
        if nothing:
            return EmptyWords(
                self.tr("No handover yet"),
                self.tr(
                    "When somebody leaves or passes work on, open a handover book: it gathers open"
                    " cases, promises and contacts, both sides sign it, and all that is open goes"
                    " over in one act."
                ),
                self.context.acts.action("handover.open").text(),
            )
        return EmptyWords(
            self.tr("No handover fits"),
            self.tr("Take a filter away, or look in all groups."),
            self.tr("Show all handovers"),
        )

    # ---- reading

    def read(self, which: Which) -> "Found[HandoverRow]":
        chip = HandoverChip(which.chip) if which.chip != ALL else None
        asked = HandoverFilter(which.group_id or None, chip, which.text)
        handovers = self.context.desk.leaving.handovers
        return handovers.rows(asked), _by_chip(handovers.counts(asked))

    # ---- acts

    def bind_acts(self) -> None:
        acts = self.context.acts
        acts.bind("handover.book", self._book, enabled=False)
        acts.bind("handover.move", lambda: self._with(self._acts.move), enabled=False)
        acts.bind("handover.print", lambda: self._with(self._acts.print), enabled=False)
        acts.bind("handover.back", lambda: self._with(self._acts.back), enabled=False)
        acts.bind("handover.call_off", lambda: self._with(self._acts.call_off), enabled=False)

    def enable_acts(self) -> None:
        acts, record = self.context.acts, self.handover
        writable = not self.context.desk.ledger.refusal
        state = record.row.state if record is not None else None
        going = state in {HandoverState.OPEN, HandoverState.SIGNED}
        archived = record is not None and record.row.archived
        why = self.context.translations.words("refusal.archived") if archived else ""
        for act_id in ("handover.move", "handover.call_off"):
            acts.enable(act_id, writable and going and not archived, why)
        acts.enable(
            "handover.back", writable and state is HandoverState.MOVED and not archived, why
        )
        for act_id in ("handover.book", "handover.print"):
            acts.enable(act_id, record is not None)
        self.detail.show_acts()

    def _with(self, act: Callable[[HandoverRecord], object]) -> None:
        if self.handover is not None:
            act(self.handover)

    def _book(self) -> None:
        if self.handover is not None:
            self._acts.book(self.handover.row.id)

    def _go_to_exit(self) -> None:
        if self.handover is not None:
            self.context.go_to_request(SubjectKind.EXIT, self.handover.row.exit_id)


def _by_chip(counts: HandoverCounts) -> dict[str, int]:
    return {ALL: counts.all} | {chip.value: number for chip, number in counts.chips.items()}
