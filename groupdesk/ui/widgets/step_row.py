# SPDX-License-Identifier: MIT
"""One step of carrying a removal out: what to do, done or not, by whom, with what result."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.icons import icon
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label, restyle

REST = 1_000
"""Milliseconds in which a second press of the key is a slip."""
_NONE = Qt.KeyboardModifier.NoModifier


class StepRow(Card):
    """Takes the focus as a whole; Space and Enter record it as done, as its button does.

    Enter in the remark does so too, and is never left to the dialog: Ctrl+Enter is its main act.
    """

    done_requested = Signal(str)
    """The step was done, with this result note."""
    key_taken = Signal()
    """Space or Enter is about to record the step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; `show_step` fills it."""
        super().__init__("card", parent)
        theme = current_theme()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._open = True
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._icon = IconLabel("circle", "muted", "icon_large", self)
        self._title = label(role="strong", parent=self, wrap=True)
        self._how = label(role="muted", parent=self, wrap=True)
        self._done = label(role="secondary", parent=self, wrap=True)
        self.result = QLineEdit(self)
        self.result.textEdited.connect(self._rest.stop)
        self.button = button("", parent=self)
        self.button.clicked.connect(self._ask)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(theme.size("space_s"))
        self._acts.addWidget(self.result, 1)
        self._acts.addWidget(self.button)
        inner = QWidget(self)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout(inner)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(theme.size("space_xs"))
        for part in (self._title, self._how, self._done):
            words.addWidget(part)
        words.addLayout(self._acts)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(inner, 1)
        self.body.addLayout(row)
        self._translate()

    @property
    def done_text(self) -> str:
        """Who did it and when, empty while it is open."""
        return self._done.text()

    def add_act(self, extra: QPushButton) -> None:
        """Put a button before the one that records the step."""
        self._acts.insertWidget(0, extra)

    def show_step(self, title: str, how: str, done: str, *, current: bool, closed: bool) -> None:
        """Show a step; `done` says who did it and when, `current` marks the next one to do.

        A `closed` removal takes no more ticks.
        """
        self._open = not done and not closed
        self._title.setText(title)
        self._how.setText(how)
        self._how.setVisible(self._open)
        self._done.setText(done)
        self._done.setVisible(bool(done))
        self.result.setVisible(self._open)
        self.button.setVisible(self._open)
        self._icon.set_icon("circle-check" if done else "circle", "ok" if done else "muted")
        restyle(self._title, "role", "strong" if current else "body")
        restyle(self.button, "kind", "primary" if current else "default")
        self.button.setIcon(icon("check", "on_accent" if current else "muted"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(visible(done or how))

    def rest(self) -> None:
        """Take no Space or Enter for a second; a remark that is typed ends that."""
        self._rest.start()

    @property
    def resting(self) -> bool:
        """Whether a key was taken just now, and the next one would be a slip."""
        return self._rest.isActive()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 — a setter as Qt's
        """Take no second click while the first is being written."""
        self.button.setDisabled(busy)
        self.result.setDisabled(busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier)
        enter = plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        chosen = self.hasFocus() or (enter and self.result.hasFocus())
        if chosen and (enter or event.key() == Qt.Key.Key_Space):
            if self._rest.isActive():
                self._rest.start()  # a held key that the platform does not mark as repeated
            elif not event.isAutoRepeat():
                self.key_taken.emit()
                self._ask()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.button.setText(self.tr("Record as done"))
        self.button.setToolTip(self.tr("Space or Enter does the same while the step is chosen"))
        self.result.setPlaceholderText(self.tr("Result or remark (optional)"))
        self.result.setAccessibleName(self.tr("Result or remark (optional)"))

    def _ask(self) -> None:
        if self._open and self.button.isEnabled():
            self.done_requested.emit(self.result.text().strip())
