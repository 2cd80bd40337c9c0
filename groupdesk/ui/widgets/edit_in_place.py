# SPDX-License-Identifier: MIT
"""A line of a record, changed where it stands: click or F2 to write, Enter saves, Esc leaves."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import label, plain_tooltip, restyle
from groupdesk.ui.widgets.text_area import TextArea

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EditInPlace(QWidget):
    """Caption and text; the editor takes the text's place until it was saved or left."""

    submitted = Signal(str)
    """What the person wrote; the owner answers with `close_editor` or `set_error`."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        """Show nothing yet; with several `lines` Shift+Enter begins another one."""
        super().__init__(parent)
        self._lines = lines
        self._text = self._empty = self._refusal = ""
        self._caption = ElidedLabel(role="secondary", parent=self)
        self._caption.setFixedWidth(current_theme().size("thumbnail_height"))
        self.value = _Value(self)
        self._editor: QLineEdit | QPlainTextEdit | None = None
        self._error = label(role="error", parent=self, wrap=True)
        self._error.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(current_theme().size("space_s"))
        self._row.addWidget(self._caption)
        self._row.addWidget(self.value, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self._error)
        self.value.asked.connect(self.open_editor)

    @property
    def editor(self) -> QLineEdit | QPlainTextEdit | None:
        """What is written in while it is being changed."""
        return self._editor

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        return self._error.text()

    def set_caption(self, caption: str, empty: str) -> None:
        """Name the field; `empty` stands where nothing is written."""
        self._caption.setText(caption)
        self._empty = empty
        self._say()

    def show_text(self, text: str) -> None:
        """Show what is on record; what is being written stays."""
        self._text = text
        self._say()

    def set_refusal(self, reason: str) -> None:
        """Let nothing be changed and say why; "" lets it be changed."""
        self._refusal = reason
        if reason:
            self.close_editor()
        self.value.setDisabled(bool(reason))
        self._say()

    def open_editor(self) -> None:
        """Let the person write."""
        if self._editor is not None or not self.value.isEnabled():
            return
        editor: QLineEdit | QPlainTextEdit
        if self._lines > 1:
            editor = TextArea(self._lines, self)
            editor.setPlainText(self._text)
        else:
            editor = QLineEdit(self._text, self)
        editor.selectAll()
        editor.setAccessibleName(self._caption.text())
        editor.installEventFilter(self)
        self._editor = editor
        self._row.addWidget(editor, 1)
        editor.show()
        editor.setFocus()
        self.value.hide()  # only now, or the focus would go on to the next field

    def close_editor(self) -> None:
        """Show the text again; what was written and not saved is gone."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        focused = editor.hasFocus()
        self.set_error("")
        editor.removeEventFilter(self)
        self._row.removeWidget(editor)
        self.value.show()
        if focused:
            self.value.setFocus()
        editor.hide()
        editor.deleteLater()

    def set_error(self, text: str) -> None:
        """Say under the field what is wrong, and go there; what was written stays."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        if self._editor is not None:
            self._editor.setDisabled(False)
            restyle(self._editor, "invalid", value=bool(text))
            self._editor.setAccessibleDescription(text)
            if text:
                self._editor.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Answer Enter and Esc in the editor; one that was not changed closes when it is left."""
        editor = self._editor
        if editor is None or watched is not editor:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Escape, *_ENTER}:
                event.accept()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            elsewhere = event.reason() != Qt.FocusReason.PopupFocusReason
            if elsewhere and self._written() == self._text:
                self.close_editor()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
            return True
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and (plain or self._lines == 1):
            if self._written() == self._text:
                self.close_editor()
            elif self._editor is not None:
                self.submitted.emit(self._written())
            return True
        return False

    def _written(self) -> str:
        editor = self._editor
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText()
        return "" if editor is None else editor.text()

    def _say(self) -> None:
        self.value.show_text(self._text, self._empty)
        shown = self._text or self._empty
        self.value.setAccessibleName(visible(f"{self._caption.text()}: {shown}"))
        self.value.setAccessibleDescription(self._refusal)
        self.setToolTip(plain_tooltip(self._refusal))


class _Value(ElidedLabel):
    """The text, which can be reached with Tab and asked to be changed."""

    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setProperty("editable", True)  # noqa: FBT003 - Qt's signature
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, empty: str) -> None:
        self.setText(text or empty)
        restyle(self, "role", "body" if text else "muted")

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), hint.height() + current_theme().size("space_xs"))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        overridden = event.type() == QEvent.Type.ShortcutOverride
        if overridden and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()  # else the dialog for all of it opens
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Space, *_ENTER}:
            self.asked.emit()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit()
            return
        super().mousePressEvent(event)
