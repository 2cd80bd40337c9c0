# SPDX-License-Identifier: MIT
"""One appeal: who objects to what, what was said, the first decision, how it ended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.appeal_records import AppealRecord
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import GroupDeskError
from groupdesk.ui.appeal_words import AppealWords
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.appeal_end import AppealEnd
from groupdesk.ui.widgets.appeal_facts import FirstDecision
from groupdesk.ui.widgets.appeal_said import AppealSaid
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.fair_record import FairRecord
from groupdesk.ui.widgets.request_frame import RequestFrame

LETTER = "appeal.letter"
ACTS = ("appeal.decide", "appeal.add", "appeal.withdraw", LETTER)


class AppealDetail(RequestFrame):
    """The right side of the page of requests."""

    case_requested = Signal()
    member_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without an appeal."""
        super().__init__(context, ACTS, parent)
        self._appeal: AppealRecord | None = None
        self._first: FirstDecision | None = None
        self.end = AppealEnd(context, self)
        self.said = AppealSaid(context, parent=self)
        self.fair = FairRecord(context, self)
        self.case_button = self.add_beside_acts(button("", "ghost", "folder-open", self))
        self.member_button = self.add_beside_acts(button("", "ghost", "user", self))
        self.case_button.clicked.connect(self.case_requested)
        self.member_button.clicked.connect(self.member_requested)
        self.add_parts(self.end, self.said, self.fair)

    @property
    def appeal(self) -> AppealRecord | None:
        """The appeal that is shown."""
        return self._appeal

    @property
    def shown_id(self) -> int:
        return self._appeal.row.id if self._appeal is not None else 0

    def show_nothing(self) -> None:
        self._appeal = None
        self.hide()

    def show_request(self, request_id: int) -> None:
        desk = self.context.desk
        try:
            appeal = desk.appeals.get(request_id)
            removed = appeal.target.kind is SubjectKind.REMOVAL
            lines = desk.removals.get(appeal.target.id).fair_process if removed else ()
        except GroupDeskError:
            self.show_nothing()
            return
        again = self._appeal is not None and self._appeal.row.id == request_id
        self._appeal = appeal
        self.end.show_appeal(appeal)
        self.said.show_appeal(appeal)
        self.fair.show_lines(lines)
        self._show_first(appeal)
        self.say()
        if not again:
            self.begin_at_top()
        self.show()

    def possible(self) -> frozenset[str]:
        appeal = self._appeal
        if appeal is None:
            return frozenset()
        found = set(ACTS) - {LETTER} if appeal.row.state is AppealState.OPEN else set()
        return frozenset(found | {LETTER} if appeal.row.has_letter else found)

    def main_act(self) -> str:
        if "appeal.decide" in self.possible():
            return "appeal.decide"
        return ""

    # ---- building

    def _show_first(self, appeal: AppealRecord) -> None:
        """Put the first decision between what was said and the fair process."""
        if self._first is not None:
            self.body.removeWidget(self._first)
            self._first.hide()
            self._first.deleteLater()
        self._first = FirstDecision(self.context, appeal.target, self, appeal=appeal)
        self.body.insertWidget(2, self._first)

    # ---- words

    def say(self) -> None:
        self.case_button.setText(self.tr("Open the case"))
        self.member_button.setText(self.tr("Open the member"))
        self.area.setAccessibleName(self.tr("Objection"))
        appeal = self._appeal
        if appeal is None:
            return
        context, row = self.context, appeal.row
        said = AppealWords(context.translations.words, context.dates, context.desk.clock())
        case = self.tr("Case {0}").format(row.case_number)
        about = (said.target(appeal.target), row.group_name, case)
        title = self.tr("Objection of {0}").format(row.member_name)
        self.set_head(row.member_name, said.state(row), about, title=title)
        self.next.setText(self.tr("To be answered by {0}").format(said.day(row.answer_by)))
        self.next.setVisible(row.state is AppealState.OPEN)
