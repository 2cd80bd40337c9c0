# SPDX-License-Identifier: MIT
"""One appeal: who objects to what, what was said, the first decision, how it ended."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.appeal_records import AppealRecord
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import GroupDeskError
from groupdesk.ui.appeal_words import AppealWords
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.appeal_end import AppealEnd
from groupdesk.ui.widgets.appeal_facts import FirstDecision
from groupdesk.ui.widgets.appeal_said import AppealSaid
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.fair_record import FairRecord
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.request_list import RequestDetail

ACTS = ("appeal.decide", "appeal.add", "appeal.withdraw", "appeal.letter")


class AppealDetail(RequestDetail):
    """The right side of the page of requests."""

    case_requested = Signal()
    member_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without an appeal."""
        super().__init__(parent)
        self._context = context
        self._appeal: AppealRecord | None = None
        self._first: FirstDecision | None = None
        self.setMinimumWidth(340)
        self.end = AppealEnd(context, self)
        self.said = AppealSaid(context, parent=self)
        self.fair = FairRecord(context, self)
        self._build()

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
        desk = self._context.desk
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
        self._say()
        if not again:
            self._area.verticalScrollBar().setValue(0)
        self.show()

    def show_acts(self) -> None:
        """Show the buttons of what makes sense: it is open, or it ended with a letter."""
        appeal = self._appeal
        is_open = appeal is not None and appeal.row.state is AppealState.OPEN
        lettered = appeal is not None and appeal.row.has_letter
        for act_id, made in self.act_buttons.items():
            made.setVisible(lettered if act_id == "appeal.letter" else is_open)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self._avatar = Avatar("", "avatar_head", self)
        self._title = ElidedLabel(role="title", parent=self)
        self._state = Pill(parent=self)
        self._about = label(role="muted", parent=self, wrap=True, selectable=True)
        self._due = label(parent=self, wrap=True)
        named = QHBoxLayout()
        named.setSpacing(theme.size("space_m"))
        named.addWidget(self._title)
        named.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addStretch(1)
        who = QVBoxLayout()
        who.setSpacing(theme.size("space_xs"))
        who.addLayout(named)
        who.addWidget(self._about)
        who.addWidget(self._due)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_m"))
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(who, 1)
        column = QVBoxLayout(self)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(head)
        column.addWidget(self._build_acts())
        column.addWidget(self._build_body(), 1)

    def _build_acts(self) -> QWidget:
        acts = QWidget(self)
        flow = FlowLayout(acts, current_theme().size("space_s"))
        flow.setContentsMargins(0, 0, 0, 0)
        self.act_buttons = {
            act_id: self._context.acts.button(
                act_id, "primary" if act_id == "appeal.decide" else "default", acts
            )
            for act_id in ACTS
        }
        for made in self.act_buttons.values():
            flow.addWidget(made)
        self.case_button = button("", "ghost", "folder-open", acts)
        self.member_button = button("", "ghost", "user", acts)
        self.case_button.clicked.connect(self.case_requested)
        self.member_button.clicked.connect(self.member_requested)
        flow.addWidget(self.case_button)
        flow.addWidget(self.member_button)
        return acts

    def _build_body(self) -> QScrollArea:
        theme = current_theme()
        inner = QWidget()
        inner.setProperty("surface", "clear")
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_l"))
        self._body.setSpacing(theme.size("space_l"))
        for part in (self.end, self.said, self.fair):
            self._body.addWidget(part)
        self._body.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        return self._area

    def _show_first(self, appeal: AppealRecord) -> None:
        """Put the first decision between what was said and the fair process."""
        if self._first is not None:
            self._body.removeWidget(self._first)
            self._first.hide()
            self._first.deleteLater()
        self._first = FirstDecision(self._context, appeal.target, self, appeal=appeal)
        self._body.insertWidget(2, self._first)

    # ---- words

    def _say(self) -> None:
        self.case_button.setText(self.tr("Open the case"))
        self.member_button.setText(self.tr("Open the member"))
        self._area.setAccessibleName(self.tr("Objection"))
        appeal = self._appeal
        if appeal is None:
            return
        context, row = self._context, appeal.row
        said = AppealWords(context.translations.words, context.dates, context.desk.clock())
        self._avatar.set_name(row.member_name)
        self._title.setText(self.tr("Objection of {0}").format(row.member_name))
        self._state.show_word(*said.state(row))
        case = self.tr("Case {0}").format(row.case_number)
        about = (said.target(appeal.target), row.group_name, case)
        self._about.setText(" · ".join(about))
        self._due.setText(self.tr("To be answered by {0}").format(said.day(row.answer_by)))
        self._due.setVisible(row.state is AppealState.OPEN)
