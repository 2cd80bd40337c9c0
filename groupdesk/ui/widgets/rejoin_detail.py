# SPDX-License-Identifier: MIT
"""One request to come back: where it stands, what is next, what was said and what is known."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.leaving_enums import RejoinEntryKind
from groupdesk.domain.rejoin_records import RejoinRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.rejoin_words import spoken
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.rejoin_known import RejoinKnownPanel
from groupdesk.ui.widgets.rejoin_said import RejoinSaid
from groupdesk.ui.widgets.rejoin_trial import RejoinTrialPanel
from groupdesk.ui.widgets.request_frame import RequestDetail

ACTS = {
    "rejoin.answer": RejoinEntryKind.APPROVED,
    "rejoin.take_in": RejoinEntryKind.CAME_BACK,
    "rejoin.trial": RejoinEntryKind.TRIAL_PASSED,
    "rejoin.note": RejoinEntryKind.NOTE,
}
"""The acts that a request may have, each with what is recorded by it."""
LETTER = "rejoin.letter"


class RejoinDetail(RequestDetail):
    """Only what can be done with it now is offered."""

    member_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a request."""
        super().__init__(parent)
        self._context = context
        self._rejoin: RejoinRecord | None = None
        self.setMinimumWidth(340)
        self.said = RejoinSaid(context, self)
        self.trial = RejoinTrialPanel(context, self)
        self.known = RejoinKnownPanel(context, self)
        self._build()
        self.hide()

    @property
    def rejoin(self) -> RejoinRecord | None:
        """The request that is shown."""
        return self._rejoin

    @property
    def shown_id(self) -> int:
        return self._rejoin.row.id if self._rejoin is not None else 0

    def show_nothing(self) -> None:
        self._rejoin = None
        self.hide()

    def show_request(self, request_id: int) -> None:
        try:
            record = self._context.desk.leaving.rejoin_requests.get(request_id)
        except GroupDeskError:
            self.show_nothing()
            return
        again = self.shown_id == request_id
        self._rejoin = record
        self.said.show_rejoin(record)
        self.trial.show_trial(record.trial)
        self.known.show_known(record.known)
        self._say()
        if not again:
            self._area.verticalScrollBar().setValue(0)
        self.show()

    def can(self, act_id: str) -> bool:
        """Say whether an act makes sense for what is shown."""
        record = self._rejoin
        if record is None or record.row.archived:
            return False
        if act_id == LETTER:
            return record.row.has_letter
        return ACTS[act_id] in record.choices

    def show_acts(self) -> None:
        """Show the buttons of what makes sense."""
        for act_id, made in self.act_buttons.items():
            made.setVisible(self.can(act_id))
        row = self._rejoin.row if self._rejoin is not None else None
        self.member_button.setVisible(row is not None and row.membership_id > 0)

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
        self.next = label(parent=self, wrap=True)
        named = QHBoxLayout()
        named.setSpacing(theme.size("space_m"))
        named.addWidget(self._title)
        named.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addStretch(1)
        who = QVBoxLayout()
        who.setSpacing(theme.size("space_xs"))
        who.addLayout(named)
        who.addWidget(self._about)
        who.addWidget(self.next)
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
        main = {"rejoin.answer", "rejoin.trial"}
        self.act_buttons = {
            act_id: self._context.acts.button(
                act_id, "primary" if act_id in main else "default", acts
            )
            for act_id in (*ACTS, LETTER)
        }
        self.member_button = button("", "ghost", "user", acts)
        self.member_button.clicked.connect(self.member_requested)
        for made in (*self.act_buttons.values(), self.member_button):
            flow.addWidget(made)
        return acts

    def _build_body(self) -> QScrollArea:
        theme = current_theme()
        inner = QWidget()
        inner.setProperty("surface", "clear")
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_l"))
        body.setSpacing(theme.size("space_l"))
        for part in (self.trial, self.said, self.known):
            body.addWidget(part)
        body.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        return self._area

    # ---- words

    def _say(self) -> None:
        self.member_button.setText(self.tr("Open the member"))
        self._area.setAccessibleName(self.tr("Request to come back"))
        record = self._rejoin
        if record is None:
            return
        row, said = record.row, spoken(self._context)
        self._avatar.set_name(row.name)
        self._title.setText(row.name)
        self._state.show_word(*said.state(row))
        asked = self.tr("asked {0}").format(said.day_of(row.asked_at))
        self._about.setText(f"{row.group_name} · {asked}")
        self.next.setText(said.next(row))
