# SPDX-License-Identifier: MIT
"""A message on top of a page or dialog: what was recorded, with Undo, or what went wrong."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label, restyle

_ICONS: Final[dict[ToneName, str]] = {
    "ok": "circle-check",
    "warning": "triangle-alert",
    "danger": "circle-x",
    "accent": "info",
    "muted": "info",
}
_ALERT_AFTER = 100  # milliseconds: screen readers hear of what can be seen by then


class Banner(QFrame):
    """Hidden until there is a message; a new message takes the place of the old one.

    A message that nobody tells again in another language goes when the window's changes.
    """

    closed = Signal()
    """The message went: closed by a person, acted on, or its time was over."""

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        """Start hidden; what stays true for as long as it is shown has no way to close it."""
        super().__init__(parent)
        theme = current_theme()
        self._action: Callable[[], object] | None = None
        self._tone: ToneName = "ok"
        self._said_in = QLocale().language()
        self._icon = IconLabel("info", parent=self)
        self._text = label(wrap=True, selectable=True, parent=self)
        self._button = button("", "link", parent=self)
        self._close = icon_button("x", "", self)
        self._timer = QTimer(self, singleShot=True)
        row = QHBoxLayout(self)
        around = 2 if closable else theme.size("space_s")  # as high as with its button
        row.setContentsMargins(theme.size("space_m"), around, theme.size("space_xs"), around)
        row.setSpacing(theme.size("space_s"))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._close.setVisible(closable)
        self._button.clicked.connect(self._on_action)
        self._close.clicked.connect(self.dismiss)
        self._timer.timeout.connect(self.dismiss)
        self._translate()
        self.hide()

    @property
    def text(self) -> str:
        """The message, empty while there is none."""
        return "" if self.isHidden() else self._text.text()

    def show_message(
        self,
        text: str,
        tone: ToneName = "ok",
        *,
        action_text: str = "",
        action: Callable[[], object] | None = None,
        seconds: int = 0,
    ) -> None:
        """Show `text`, with a button for `action`; after `seconds` it goes, 0 means it stays.

        While the pointer or the focus is on it, it waits.
        """
        self._action = action
        self._tone = tone
        self._said_in = QLocale().language()
        self._text.setText(text)
        self._button.setText(action_text)
        self._button.setVisible(action is not None)
        self._icon.set_icon(_ICONS[tone], tone)
        restyle(self, "banner", tone)
        self.setAccessibleName(visible(text))
        self.show()
        QTimer.singleShot(_ALERT_AFTER, self, self._alert)
        self._timer.setInterval(seconds * 1000)
        self._timer.start() if seconds else self._timer.stop()

    def dismiss(self) -> None:
        """Take the message away."""
        if self.isHidden():
            return
        self._timer.stop()
        self._action = None
        self.hide()
        self.closed.emit()

    def outdate(self) -> None:
        """Take away what only told of an act: another one came after it. Warnings stay."""
        if self._tone in {"ok", "accent", "muted"}:
            self.dismiss()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._timer.interval():
            self._timer.start()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            if self._said_in != QLocale().language():
                self.dismiss()
        super().changeEvent(event)

    def _translate(self) -> None:
        name_button(self._close, self.tr("Close this message"))

    def _alert(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415  # all its roles

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _on_action(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()
