# SPDX-License-Identifier: MIT
"""Lines of a group's own, in two languages: written, ordered by drag or keys, taken away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.enums import Language
from groupdesk.domain.leaving import MAX_ITEM, MAX_OWN_ITEMS
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.labels import label

_TEXTS = Qt.ItemDataRole.UserRole
_LINES = 7
_ALT = Qt.KeyboardModifier.AltModifier


class OwnItemsList(QWidget):
    """F2 or a double click changes a line in the language shown; Alt+Up and Alt+Down move it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, in the first language."""
        super().__init__(parent)
        self._language = next(iter(Language))
        self.list = QListWidget(self)
        self.list.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.setFixedHeight(_LINES * current_theme().line("body"))
        self.list.installEventFilter(self)
        self.add = icon_button("plus", "", self)
        self.up = icon_button("arrow-up", "", self)
        self.down = icon_button("arrow-down", "", self)
        self.remove = icon_button("trash-2", "", self)
        self._hint = label(role="secondary", parent=self, wrap=True)
        self.setFocusProxy(self.list)
        foot = QHBoxLayout()
        foot.setSpacing(current_theme().size("space_xs"))
        for made in (self.add, self.up, self.down, self.remove):
            foot.addWidget(made)
        foot.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        column.addWidget(self.list)
        column.addLayout(foot)
        self.add.clicked.connect(self._add)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.list.itemChanged.connect(self._on_edited)
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.list.model().rowsMoved.connect(lambda *_: self.changed.emit())
        self._translate()
        self._enable()

    @property
    def items(self) -> tuple[Mapping[Language, str], ...]:
        """The lines that are written in some language, in their order."""
        found = (self._texts(self.list.item(at)) for at in range(self.list.count()))
        return tuple(texts for texts in found if any(texts.values()))

    def set_items(self, items: Sequence[Mapping[Language, str]]) -> None:
        """Show these lines."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for texts in items:
                self._insert(dict(texts))
        self._enable()

    def show_language(self, language: Language) -> None:
        """Show and change the lines in a language; what is not written in it shows the other."""
        self._language = language
        with QSignalBlocker(self.list):
            for at in range(self.list.count()):
                self._show(self.list.item(at))

    def setAccessibleName(self, name: str) -> None:
        """Name the list itself, which has the focus."""
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def set_read_only(self) -> None:
        """Let the lines be read only."""
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        for made in (self.add, self.up, self.down, self.remove):
            made.hide()
        self._hint.hide()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move, add and take away lines with the keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self.add.isHidden() or watched is not self.list:
            return False
        key = event.key()
        if event.modifiers() & _ALT and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(-1 if key == Qt.Key.Key_Up else 1)
            return True
        if key == Qt.Key.Key_Insert:
            self._add()
            return True
        if key == Qt.Key.Key_Delete and self.list.state() != self.list.State.EditingState:
            self._remove()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- inside

    def _translate(self) -> None:
        name_button(self.add, self.tr("Add a line (Insert)"))
        name_button(self.up, self.tr("Move up (Alt+Up)"))
        name_button(self.down, self.tr("Move down (Alt+Down)"))
        name_button(self.remove, self.tr("Take the line away (Delete)"))
        self._hint.setText(self.tr("F2 changes a line."))

    def _texts(self, item: QListWidgetItem) -> dict[Language, str]:
        kept = item.data(_TEXTS)
        return {Language(key): text for key, text in kept.items()} if isinstance(kept, dict) else {}

    def _insert(self, texts: dict[Language, str]) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(_TEXTS, {one.value: text for one, text in texts.items()})
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        self.list.addItem(item)
        self._show(item)
        return item

    def _show(self, item: QListWidgetItem) -> None:
        texts = self._texts(item)
        item.setText(texts.get(self._language) or next(filter(None, texts.values()), ""))

    def _on_edited(self, item: QListWidgetItem) -> None:
        texts = self._texts(item)
        text = " ".join(item.text().split())[:MAX_ITEM]
        with QSignalBlocker(self.list):
            texts[self._language] = text
            item.setData(_TEXTS, {one.value: said for one, said in texts.items() if said})
            self._show(item)
        self.changed.emit()

    def _add(self) -> None:
        with QSignalBlocker(self.list):
            item = self._insert({})
        self.list.setCurrentItem(item)
        self.list.editItem(item)
        self._enable()

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        to = at + by
        if at < 0 or not 0 <= to < self.list.count():
            return
        with QSignalBlocker(self.list):
            item = self.list.takeItem(at)
            self.list.insertItem(to, item)
            self.list.setCurrentRow(to)
        self._enable()
        self.changed.emit()

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._enable()
            self.changed.emit()

    def _enable(self) -> None:
        at, count = self.list.currentRow(), self.list.count()
        self.add.setEnabled(count < MAX_OWN_ITEMS)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)
        self.remove.setEnabled(at >= 0)
