# SPDX-License-Identifier: MIT
"""The field on top of a list: find as you type."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from groupdesk.ui.icons import icon


class SearchField(QLineEdit):
    """A line edit with a glass, a cross that empties it, and the shortcut in its hint."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        """Show `hint`, what can be searched for, while the field is empty."""
        super().__init__(parent)
        self._sign = QAction(icon("search", "muted"), "", self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon("x", "muted"), "", self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.set_hint(hint)
        self._translate()

    def set_hint(self, hint: str) -> None:
        """Say what can be searched for."""
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.setPlaceholderText(f"{hint}   {keys}")
        self.setAccessibleName(hint)
        self._sign.setText(hint)

    def activate(self) -> None:
        """Take the focus and select what is there, as Ctrl+F does."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._clear.setText(self.tr("Clear the search"))
        self._clear.setToolTip(self._clear.text())
