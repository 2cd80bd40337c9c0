# SPDX-License-Identifier: MIT
"""The text of a template while it is written: placeholders are put in from a menu, or with {."""

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from groupdesk.domain.enums import TemplateKind
from groupdesk.domain.template_fields import UNASKED
from groupdesk.domain.templates import FOR_KIND, FillIn
from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.words import Words

_BY_WEIGHT = ("member_name", "group_name", "manager_name", "helper_contact")


class TemplateBody(MessageEditor):
    """Offers what a message of the kind has values for; a fill-in is asked for here, not answered.

    `{` opens the menu where one writes. What is copied and pasted is the template's own spelling.
    """

    fill_in_asked = Signal(bool)
    """A new fill-in is wanted: with choices, or in own words."""
    fill_in_opened = Signal(object)
    """The FillIn that is selected is to be changed."""

    def __init__(self, lines: int = 12, parent: QWidget | None = None) -> None:
        """Start empty, for a reminder."""
        super().__init__(lines, parent)
        self._kind = TemplateKind.REMINDER
        self._said_words: Words | None = None
        self._typed = False

    def speak(self, words: Words) -> None:
        self._said_words = words
        super().speak(words)

    def set_kind(self, kind: TemplateKind) -> None:
        """Offer the placeholders of this kind of message."""
        self._kind = kind

    def insert(self, text: str) -> None:
        """Put a piece of a template where the cursor is, in place of what is selected."""
        self._take_whole(0, 0)
        self.textCursor().insertText(self.shown(text))

    def menu(self) -> QMenu:
        """Return the menu of what can be put in."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Insert"))
        words = self._said_words
        names = FOR_KIND[self._kind]
        first = [name for name in _BY_WEIGHT if name in names]
        for name in (*first, *sorted(names.difference(first))) if words is not None else ():
            text = words(f"placeholder.{name}").replace("&", "&&") if words else ""
            menu.addAction(text, partial(self.insert, f"{{{name}}}"))
        if self._kind in UNASKED:
            return menu
        menu.addSeparator()
        menu.addAction(self.tr("A choice…"), lambda: self.fill_in_asked.emit(True))  # noqa: FBT003
        menu.addAction(self.tr("Own words…"), lambda: self.fill_in_asked.emit(False))  # noqa: FBT003
        return menu

    def open_menu(self, *, typed: bool = False) -> None:
        """Show the menu at the cursor; a `{` that opened it is written if nothing is chosen."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._typed = typed
        menu.triggered.connect(lambda _action: self._take_back())
        menu.aboutToHide.connect(self._on_hidden, Qt.ConnectionType.QueuedConnection)
        menu.setActiveAction(menu.actions()[0])
        corner = self.cursorRect().bottomLeft()
        menu.popup(self.viewport().mapToGlobal(corner + QPoint(0, 2)))

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "{" and not self.isReadOnly():
            self.open_menu(typed=True)
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.spelled(self.textCursor().selection().toPlainText()))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insert(source.text())

    # ---- fill-ins are changed here, as parts of the text

    def _go_on(self, *, forward: bool) -> bool:  # noqa: ARG002 — the base's signature
        return False

    def _open_choices(self) -> bool:
        asked: FillIn | None = self._selected()
        if asked is None or self.isReadOnly():
            return False
        self.fill_in_opened.emit(asked)
        return True

    def _take_back(self) -> None:
        self._typed = False

    def _on_hidden(self) -> None:
        if self._typed:
            self._typed = False
            self.textCursor().insertText("{")
