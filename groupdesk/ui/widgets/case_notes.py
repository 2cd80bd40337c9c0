# SPDX-License-Identifier: MIT
"""What operators say to one another about a case; the newest stands last, nothing is changed."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.case_records import CaseEntryRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank, visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea


class CaseNotes(QWidget):
    """Ctrl+Enter sends; what was not sent stays in the field of its case."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a case."""
        super().__init__(parent)
        self._context = context
        self._number = 0
        self._notes: tuple[CaseEntryRecord, ...] = ()
        self._unsent: dict[int, str] = {}
        self._operation = uuid4()
        theme = current_theme()
        self._none = label(role="muted", parent=self, wrap=True)
        inner = QWidget()
        inner.setProperty("surface", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, theme.size("space_s"), 0)
        self._column.setSpacing(theme.size("space_m"))
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        self._view = QScrollArea(self)
        self._view.setWidget(inner)
        self._view.setWidgetResizable(True)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setMinimumHeight(0)
        self.text = TextArea(2, self)
        self.field = FormField("", self.text, self)
        self.send_button = button("", "primary", "send", self)
        self._inside = label(role="secondary", parent=self, wrap=True)
        foot = QHBoxLayout()
        foot.addWidget(self._inside, 1)
        foot.addWidget(self.send_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.size("space_m"))
        column.setSpacing(theme.size("space_s"))
        column.addWidget(self._view, 1)
        column.addWidget(self.field)
        column.addLayout(foot)
        self._end = QTimer(self, singleShot=True, interval=0)
        self._end.timeout.connect(self._go_to_end)
        self.text.textChanged.connect(self._check)
        self.send_button.clicked.connect(self.send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            sends = QShortcut(QKeySequence(keys), self.text, self.send)
            sends.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._translate()

    @property
    def notes(self) -> tuple[CaseEntryRecord, ...]:
        """What is shown, the oldest first."""
        return self._notes

    def show_case(self, number: int, notes: tuple[CaseEntryRecord, ...]) -> None:
        """Show what was said about a case."""
        same = number == self._number
        if not same:
            self._unsent[self._number] = self.text.text
            self._number = number
            self.text.set_text(self._unsent.pop(number, ""))
            self._operation = uuid4()
            self.field.clear_error()
        if notes != self._notes or not same:
            self._notes = notes
            self._fill()
        self._check()

    def send(self) -> None:
        """Write the note down."""
        if not self.send_button.isEnabled():
            return
        number, said = self._number, self.text.text
        self.text.setEnabled(False)
        self.send_button.setEnabled(False)
        self._context.runner.run(
            self,
            partial(self._context.desk.case_acts.note, self._operation, number, said),
            partial(self._on_sent, number),
            partial(self._on_failed, number),
        )

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 240)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._fill()
        super().changeEvent(event)

    # ---- inside

    def _on_sent(self, number: int, receipt: Receipt) -> None:
        self.text.setEnabled(True)
        self._operation = uuid4()
        if number == self._number:
            self.text.set_text("")
            self.text.setFocus()
        else:  # somebody went on to another case; what was sent does not wait there any more
            self._unsent.pop(number, None)
        self._context.done(receipt)
        self._end.start()

    def _on_failed(self, number: int, error: Exception) -> None:
        self.text.setEnabled(True)
        self._check()
        text = self._context.error_text(error)
        if isinstance(error, ValidationError) and number == self._number:
            self.field.set_error(text)
        else:
            self._context.notify(text, "danger")

    def _check(self) -> None:
        self.field.clear_error()
        refused = why_not(self._context, Action.CASE_NOTE) or self._context.acts.group_refusal
        self.text.setReadOnly(bool(refused))
        self.send_button.setEnabled(not refused and not is_blank(self.text.text))
        self.send_button.setToolTip(refused or f"{self.send_button.text()} (Ctrl+Enter)")
        self._inside.setText(
            refused or self.tr("Only operators read this. It cannot be changed later.")
        )

    def _fill(self) -> None:
        while (item := self._column.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in self._notes:
            self._column.addWidget(self._line(note))
        self._column.addStretch(1)
        self._none.setVisible(not self._notes)
        self._end.start()

    def _line(self, note: CaseEntryRecord) -> QWidget:
        dates, now = self._context.dates, self._context.desk.clock()
        line = QWidget(self._view.widget())
        when = dates.moment(from_text(note.at), now)
        head = label(f"{note.operator} · {when}", "secondary", line)
        head.setToolTip(dates.full(from_text(note.at), now))
        text = label(note.text, parent=line, wrap=True, selectable=True)
        text.setAccessibleName(visible(f"{note.operator}, {when}: {note.text}"))
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(head)
        column.addWidget(text)
        return line

    def _go_to_end(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _translate(self) -> None:
        self._view.setAccessibleName(self.tr("Notes"))
        self._none.setText(
            self.tr("Nobody has written a note yet. Ask a colleague what they think.")
        )
        self.field.set_caption(self.tr("A note to the &others"))
        self.send_button.setText(self.tr("Send note"))
        self._check()
