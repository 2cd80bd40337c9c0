# SPDX-License-Identifier: MIT
"""The saved filters in the navigation: counted beside the window, renamed and put in order here."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from groupdesk.domain.member_filter import MemberFilter, SavedFilter
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.icons import icon
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.navigation_list import NavigationEntry, NavigationList
from groupdesk.ui.widgets.section_label import SectionLabel

_MOST = 5  # lines; the groups below need room, too


class SavedFilterList(QWidget):
    """One click shows whom a filter finds, in the group or all the groups it was saved for."""

    chosen = Signal(object)
    """A SavedFilter."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty; nothing is read before `show_scope`."""
        super().__init__(parent)
        self._context = context
        self._filters: tuple[SavedFilter, ...] = ()
        self._counts: dict[int, int] = {}
        self._scope: int | None = None
        self._asked = 0
        theme = current_theme()
        self._head = SectionLabel(parent=self)
        self._head.setIndent(theme.size("space_s"))
        self.list = NavigationList(self, most=_MOST)
        self._head.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.size("space_m"), 0, 0)
        column.setSpacing(theme.size("space_xs"))
        column.addWidget(self._head)
        column.addWidget(self.list)
        self.list.chosen.connect(self._on_chosen)
        self.list.menu_requested.connect(self._on_menu)
        self._acts = {
            "rename": self._act("F2", self._rename),
            "up": self._act("Alt+Up", lambda: self._move(-1)),
            "down": self._act("Alt+Down", lambda: self._move(1)),
            "delete": self._act("Del", self._delete),
        }
        self.list.installEventFilter(self)
        self.hide()
        self._translate()

    def show_scope(self, group_id: int | None) -> None:
        """Read the filters and count them in a group or in all; the counts follow by themselves."""
        filters = self._context.desk.filters.all()
        if group_id != self._scope:
            self._counts = {}
        self._filters, self._scope = filters, group_id
        self._show()
        self._asked += 1
        asked, members = self._asked, self._context.desk.members

        def count() -> dict[int, int]:
            return {
                one.id: members.count(one.which._replace(group_id=one.scope(group_id)))
                for one in filters
                if asked == self._asked
            }

        def show(counts: dict[int, int]) -> None:
            if asked == self._asked:
                self._counts = counts
                self._show()

        if filters:
            self._context.runner.run(self, count, show, lambda _error: None, pool="files")

    def mark(self, which: MemberFilter | None) -> None:
        """Mark the filter that asks for these, or none."""
        plain = which and which._replace(text=which.text.strip())
        key = next(
            (
                str(one.id)
                for one in self._filters
                if plain == one.which._replace(group_id=one.scope(plain and plain.group_id))
            ),
            "",
        )
        self.list.set_current(key)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # the page has keys like these for its table; here the list that has the focus goes first
        if isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            act = next((one for one in self._acts.values() if one.shortcut() == keys), None)
            if act is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if act is not None and event.type() == QEvent.Type.KeyPress:
                act.trigger()
                return True
        return super().eventFilter(watched, event)

    # ---- inside

    def _act(self, keys: str, done: Callable[[], object]) -> QAction:
        action = QAction(self.list)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(done)
        self.list.addAction(action)
        return action

    def _entry(self, one: SavedFilter, groups: dict[int, str]) -> NavigationEntry:
        """Return its line, with the sign that its group, or all of them, have further below."""
        scope = one.scope(self._scope)
        where = self.tr("All groups") if scope is None else groups.get(scope, "")
        sign = "list-filter" if one.follows else "layers" if scope is None else "hash"
        tip = " · ".join(filter(None, (one.name, where)))
        count = self._counts.get(one.id)
        return NavigationEntry(str(one.id), one.name, sign, count=count, place=where, tip=tip)

    def _show(self) -> None:
        known = self._context.desk.groups
        groups = {group.id: group.name for group in (*known.all(), *known.archived())}
        self.list.set_entries([self._entry(one, groups) for one in self._filters])
        self.setVisible(bool(self._filters))

    @property
    def _current(self) -> SavedFilter | None:
        key = self.list.under_cursor
        return next((one for one in self._filters if str(one.id) == key), None)

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit(next(one for one in self._filters if str(one.id) == key))

    def _on_menu(self, key: str, place: QPoint) -> None:
        self.list.set_current(key)
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._acts.values()))
        menu.popup(place)

    def _rename(self) -> None:
        from groupdesk.ui.dialogs.filter_name_dialog import FilterNameDialog  # noqa: PLC0415

        if self._current is not None:
            FilterNameDialog(self._context, self._current, self.window()).open()

    def _move(self, by: int) -> None:
        current = self._current
        if current is None:
            return
        ids = [one.id for one in self._filters]
        at = ids.index(current.id)
        if 0 <= at + by < len(ids):
            ids.insert(at + by, ids.pop(at))
            filters, operation = self._context.desk.filters, uuid.uuid4()
            self._write(lambda: filters.reorder(operation, ids))

    def _delete(self) -> None:
        current = self._current
        if current is None:
            return
        filters, operation, again = self._context.desk.filters, uuid.uuid4(), uuid.uuid4()

        def restore() -> None:
            self._write(lambda: filters.save(again, current.name, current.which))

        def deleted() -> None:
            self._context.notify(
                self.tr("The filter “{0}” was deleted.").format(current.name),
                action_text=self.tr("Undo"),
                action=restore,
                seconds=12,
            )

        self._write(lambda: filters.delete(operation, current.id), deleted)

    def _write(
        self, work: Callable[[], Receipt], after: Callable[[], object] = lambda: None
    ) -> None:
        def done(receipt: Receipt) -> None:
            self._context.done(receipt)
            after()

        self._context.runner.run(
            self,
            work,
            done,
            lambda error: self._context.notify(self._context.error_text(error), "danger"),
        )

    def _translate(self) -> None:
        self._head.setText(self.tr("Filters"))
        self.list.setAccessibleName(self.tr("Saved filters"))
        for key, text, sign in (
            ("rename", self.tr("Rename…"), "pencil"),
            ("up", self.tr("Move up"), "arrow-up"),
            ("down", self.tr("Move down"), "arrow-down"),
            ("delete", self.tr("Delete"), "trash-2"),
        ):
            self._acts[key].setText(text)
            self._acts[key].setIcon(icon(sign, "muted"))
