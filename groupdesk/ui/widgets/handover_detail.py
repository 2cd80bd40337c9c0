# SPDX-License-Identifier: MIT
"""One handover beside the list: whose hands, who signed, what is missing, what will go over."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.handover_enums import HandoverSide, HandoverState
from groupdesk.domain.handover_records import HandoverRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.handover_words import HandoverWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.handover_side import HandoverSidePanel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.request_frame import RequestDetail

ACTS = ("handover.book", "handover.move", "handover.print", "handover.back", "handover.call_off")


class HandoverDetail(RequestDetail):
    """It is read in the thread beside: a book tells of many records."""

    exit_requested = Signal()
    loaded = Signal()
    """What is in front is another one, or reads otherwise."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a handover."""
        super().__init__(parent)
        self._context = context
        self.record: HandoverRecord | None = None
        self._wanted = 0
        self._asked = 0
        self.setMinimumWidth(340)
        self.panel = HandoverSidePanel(context, self)
        self._build()

    # ---- RequestDetail

    @property
    def shown_id(self) -> int:
        return self._wanted

    def show_nothing(self) -> None:
        self._wanted, self.record = 0, None
        self._asked += 1
        self.hide()

    def show_request(self, request_id: int) -> None:
        self._asked += 1
        self._wanted = request_id
        asked, handovers = self._asked, self._context.desk.leaving.handovers

        def show(record: HandoverRecord) -> None:
            if asked == self._asked:
                self.record = record
                self._say()
                self.show()
                self.loaded.emit()

        def fail(error: Exception) -> None:
            if asked == self._asked:
                self.show_nothing()
                self._context.notify(self._context.error_text(error), "warning")
                self.loaded.emit()

        if self.record is not None and self.record.row.id != request_id:
            self.record = None  # no act may be done with the one before
        self._context.runner.run(self, lambda: handovers.get(request_id), show, fail, pool="files")

    def show_acts(self) -> None:
        """Show the buttons of what makes sense."""
        record = self.record
        state = record.row.state if record is not None else None
        going = state in {HandoverState.OPEN, HandoverState.SIGNED}
        shown = {
            "handover.book": True,
            "handover.move": going,
            "handover.print": True,
            "handover.back": state is HandoverState.MOVED,
            "handover.call_off": going,
        }
        for act_id, made in self.act_buttons.items():
            made.setVisible(shown[act_id])
        self.exit_button.setVisible(record is not None and bool(record.row.exit_id))

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self._title = ElidedLabel(role="title", parent=self)
        self._state = Pill(parent=self)
        self._sides = label(role="muted", parent=self, wrap=True, selectable=True)
        self._since = label(role="secondary", parent=self, wrap=True)
        self._note = label(parent=self, wrap=True, selectable=True)
        named = QHBoxLayout()
        named.setSpacing(theme.size("space_m"))
        named.addWidget(self._title)
        named.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addStretch(1)
        acts = QWidget(self)
        flow = FlowLayout(acts, theme.size("space_s"))
        flow.setContentsMargins(0, 0, 0, 0)
        self.act_buttons = {
            act_id: self._context.acts.button(
                act_id, "primary" if act_id == "handover.book" else "default", acts
            )
            for act_id in ACTS
        }
        for made in self.act_buttons.values():
            flow.addWidget(made)
        self.exit_button = button("", "ghost", "log-out", acts)
        self.exit_button.clicked.connect(self.exit_requested)
        flow.addWidget(self.exit_button)
        inner = QWidget()
        inner.setProperty("surface", "clear")
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_l"))
        body.addWidget(self.panel)
        body.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(named)
        for part in (self._sides, self._since, self._note, acts):
            column.addWidget(part)
        column.addWidget(self._area, 1)
        for signal in (self.panel.sign_requested, self.panel.paper_requested):
            signal.connect(self._on_sign)

    def _on_sign(self, _side: HandoverSide) -> None:
        """Go to the book: nobody signs what they did not read."""
        self._context.acts.trigger("handover.book")

    # ---- words

    def _say(self) -> None:
        self.exit_button.setText(self.tr("Open the request to leave"))
        self._area.setAccessibleName(self.tr("Handover"))
        if self.record is None:
            return
        row = self.record.row
        said = HandoverWords.of(self._context)
        self._title.setText(said.what(row))
        self._state.show_word(*said.state(row))
        self._sides.setText(said.sides(row))
        self._since.setText(
            self.tr("Opened {0} by {1}").format(said.moment(row.opened_at), row.opened_by)
        )
        self._note.setText(row.note)
        self._note.setVisible(bool(row.note))
        self.panel.show_record(self.record)
        self.show_acts()
