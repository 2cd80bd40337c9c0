# SPDX-License-Identifier: MIT
"""Objections: the open ones first, by the day they are to be answered; overdue in red."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.appeal_records import AppealCounts, AppealFilter, AppealRecord, AppealRow
from groupdesk.domain.case_records import CaseFilter
from groupdesk.domain.decision_enums import AppealEntryKind
from groupdesk.domain.enums import Topic
from groupdesk.ui.appeal_acts import AppealActs
from groupdesk.ui.appeal_words import AppealWords
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.widgets.appeal_detail import AppealDetail
from groupdesk.ui.widgets.request_list import ALL, EmptyWords, Found, RequestList, Which


class AppealList(RequestList[AppealRow]):
    """What members object to, and how it is decided."""

    topics = frozenset({Topic.APPEALS, Topic.MEMBERS, Topic.CASES, Topic.GROUPS})
    head_acts = ("group.process", "appeal.record")

    detail: AppealDetail

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build it without reading anything."""
        super().__init__(context, AppealDetail(context), parent)
        self._acts = AppealActs(context, self)
        self.detail.case_requested.connect(self._go_to_case)
        self.detail.member_requested.connect(self._go_to_member)

    @property
    def appeal(self) -> AppealRecord | None:
        """The objection in front."""
        return self.detail.appeal

    # ---- words

    def title(self) -> str:
        return self.tr("Objections of members, decided by somebody else than before.")

    def hint(self) -> str:
        return self.tr("Name, pinyin, nickname, group or case number")

    def which_words(self) -> str:
        return self.tr("Which objections")

    def chip_words(self) -> Sequence[tuple[str, str]]:
        return (
            (ALL, self.tr("All")),
            ("open", self.tr("Open")),
            ("overdue", self.tr("Overdue")),
            ("decided", self.tr("Decided")),
            ("undelivered", self.tr("Letter to send")),
        )

    def heads(self) -> Sequence[str]:
        return (
            self.tr("Member"),
            self.tr("Objects to"),
            self.tr("Group"),
            self.tr("Due, or decided"),
            self.tr("State"),
        )

    def cells(self, row: AppealRow) -> Sequence[Cell]:
        context = self.context
        said = AppealWords(context.translations.words, context.dates, context.desk.clock())
        is_open = row.state is AppealState.OPEN
        return [
            row.member_name,
            said.target_of(row),
            row.group_name,
            said.day(row.answer_by) if is_open else said.day_of(row.decided_at) or "–",
            said.state(row),
        ]

    def unseen_texts(self, row: AppealRow) -> Sequence[str]:
        return (row.nickname, row.decider, f"#{row.case_number}")

    def empty_words(self, *, nothing: bool) -> EmptyWords:
        if nothing:
            return EmptyWords(
                self.tr("Nobody objects"),
                self.tr(
                    "When a member objects to a removal or a warning, record it here. How long they"
                    " have for it and what they are asked is said for each group."
                ),
                self.context.acts.action("appeal.record").text(),
            )
        return EmptyWords(
            self.tr("No objection fits"),
            self.tr("Take a filter away, or look in all groups."),
            self.tr("Show all objections"),
        )

    # ---- reading

    def read(self, which: Which) -> "Found[AppealRow]":
        listed = self.context.desk.appeal_list
        asked = AppealFilter(
            group_id=which.group_id or None,
            state=AppealState.OPEN if which.chip == "open" else None,
            overdue=which.chip == "overdue",
            undelivered=which.chip == "undelivered",
            decided=which.chip == "decided",
            text=which.text,
        )
        return listed.rows(asked), _by_chip(listed.counts(asked))

    # ---- acts

    def bind_acts(self) -> None:
        acts, refusal = self.context.acts, self.context.desk.ledger.refusal
        acts.bind("appeal.record", self._record, enabled=not refusal)
        acts.bind("appeal.add", lambda: self._with(self._acts.add), enabled=False)
        acts.bind("appeal.decide", lambda: self._with(self._acts.decide), enabled=False)
        acts.bind("appeal.letter", lambda: self._with(self._acts.letter), enabled=False)
        acts.bind("appeal.withdraw", lambda: self._with(self._withdraw), enabled=False)

    def enable_acts(self) -> None:
        acts, appeal = self.context.acts, self.appeal
        writable = not self.context.desk.ledger.refusal
        is_open = appeal is not None and appeal.row.state is AppealState.OPEN
        lettered = appeal is not None and appeal.row.has_letter
        for act_id in ("appeal.add", "appeal.decide", "appeal.withdraw"):
            acts.enable(act_id, writable and is_open)
        acts.enable("appeal.letter", writable and lettered)
        self.detail.show_acts()

    def _with(self, act: Callable[[AppealRecord], object]) -> None:
        if self.appeal is not None:
            act(self.appeal)

    def _withdraw(self, appeal: AppealRecord) -> None:
        self._acts.add(appeal, AppealEntryKind.WITHDRAWN)

    def _record(self) -> None:
        here = self.here
        self._acts.record_of_member(self.context.desk.groups.get(here) if here else None)

    def _go_to_case(self) -> None:
        if self.appeal is not None:
            self.context.go_to_cases(CaseFilter(text=f"#{self.appeal.row.case_number}"))

    def _go_to_member(self) -> None:
        if self.appeal is not None:
            row = self.appeal.row
            self.context.go_to(row.group_id, row.membership_id)


def _by_chip(counts: AppealCounts) -> dict[str, int]:
    return {
        ALL: counts.all,
        "open": counts.open,
        "overdue": counts.overdue,
        "decided": counts.decided,
        "undelivered": counts.undelivered,
    }
