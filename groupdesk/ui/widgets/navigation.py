# SPDX-License-Identifier: MIT
"""The left edge of the window: pages with what is due, groups with their size, settings."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.ui.theme import Theme, current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.navigation_list import NavigationEntry, NavigationList
from groupdesk.ui.widgets.section_label import SectionLabel


class Navigation(QFrame):
    """Pages, groups and a foot; arrow keys go through each list, choosing as they go."""

    page_chosen = Signal(str)
    group_chosen = Signal(str)
    group_menu_requested = Signal(str, QPoint)
    """The key of a group, and where on the screen its menu belongs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        theme = current_theme()
        self.setProperty("surface", "side")
        self._pages = NavigationList(self)
        self._groups = NavigationList(self, fills=True)
        self._foot = NavigationList(self)
        self._head = SectionLabel(parent=self)
        self._head.setBuddy(self._groups)
        self._head.setIndent(theme.size("space_s"))
        self.archive_button = button("", "ghost", "archive", self)
        self.archive_button.setProperty("align", "start")
        self.archive_button.setCheckable(True)
        self.archive_button.hide()
        self._in_use: tuple[NavigationEntry, ...] = ()
        self._archived: tuple[NavigationEntry, ...] = ()
        self._group = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("space_s"),) * 4)
        column.setSpacing(theme.size("space_xs"))
        column.addLayout(self._sign(theme))
        column.addWidget(self._pages)
        self._middle = QVBoxLayout()
        column.addLayout(self._middle)
        column.addSpacing(theme.size("space_m"))
        column.addLayout(self._group_head())
        column.addWidget(self._groups, 1)
        column.addWidget(self.archive_button)
        column.addWidget(self._foot)
        self._pages.chosen.connect(self._on_page)
        self._foot.chosen.connect(self._on_foot)
        self._groups.chosen.connect(self._on_group)
        self._groups.menu_requested.connect(self.group_menu_requested)
        self.archive_button.toggled.connect(lambda _on: self._show_groups())
        self._translate()

    def set_pages(
        self, pages: Sequence[NavigationEntry], foot: Sequence[NavigationEntry] = ()
    ) -> None:
        """Show these pages on top and, at the foot, settings."""
        self._pages.set_entries(pages)
        self._foot.set_entries(foot)

    def set_groups(
        self, groups: Sequence[NavigationEntry], archived: Sequence[NavigationEntry] = ()
    ) -> None:
        """Show these groups; the current one stays current.

        A button leads to the archived ones, where there are any, and back.
        """
        self._in_use, self._archived = tuple(groups), tuple(archived)
        self.archive_button.setVisible(bool(archived))
        if not archived:
            self.archive_button.setChecked(False)
        self._show_groups()

    def add_sign(self, tool: QWidget) -> None:
        """Put a button beside the program's name."""
        self._sign_row.addWidget(tool)

    def add_tool(self, tool: QWidget) -> None:
        """Put a button beside the head of the groups."""
        self._tools.addWidget(tool)

    def add_middle(self, widget: QWidget) -> None:
        """Put something between the pages and the groups."""
        self._middle.addWidget(widget)

    def set_current_page(self, key: str) -> None:
        """Mark a page, in silence."""
        self._pages.set_current(key)
        self._foot.set_current(key)

    def set_current_group(self, key: str) -> None:
        """Mark a group, in silence; an unknown key marks none."""
        self._group = key
        self._groups.set_current(key)

    @property
    def is_walked(self) -> bool:
        """Whether a person goes through a list with the keys; the keyboard then stays here."""
        focused = QApplication.focusWidget()
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return focused is not None and self.isAncestorOf(focused) and not pressed

    def sizeHint(self) -> QSize:
        return QSize(current_theme().size("side_width"), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Leave the name of the program whole, with the button beside it."""
        least = current_theme().size("side_width") * 3 // 4
        return super().minimumSizeHint().expandedTo(QSize(least, 0))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """Take low lines where there is little room, and let the groups have it before filters.

        Where that does not do, as on a small screen with large letters, the pages are scrolled.
        """
        column = self.layout()
        if column is None:
            return
        lists = self.findChildren(NavigationList)
        shown = [one for one in lists if one.isVisibleTo(self)]
        now = sum(one.minimumSizeHint().height() for one in shown)
        left = self.height() - column.minimumSize().height() + now
        low = sum(one.least_height(low=False) for one in shown) > left
        least = sum(one.least_height(low=low) for one in shown)
        more = self._groups.sizeHint().height() - self._groups.minimumSizeHint().height()
        for one in lists:
            one.set_low(low, max(left - least - more, 0))
        others = least - self._pages.least_height(low=low)
        self._pages.set_room(left - others if least > left else None)

    def _sign(self, theme: Theme) -> QHBoxLayout:
        row = self._sign_row = QHBoxLayout()
        row.setContentsMargins(
            theme.size("space_m"), theme.size("space_s"), 0, theme.size("space_s")
        )
        row.setSpacing(theme.size("space_s"))
        row.addWidget(IconLabel("four-people", "accent", "icon_large", self))
        row.addWidget(label("GroupDesk", "section", self), 1)
        return row

    def _group_head(self) -> QHBoxLayout:
        self._tools = QHBoxLayout()
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addLayout(self._tools)
        return row

    def _translate(self) -> None:
        self._pages.setAccessibleName(self.tr("Pages"))
        self._show_groups()
        self._foot.setAccessibleName(self.tr("Program"))

    def _show_groups(self) -> None:
        archived = self.archive_button.isChecked()
        head = self.tr("Archived groups") if archived else self.tr("Groups")
        self._head.setText(head)
        self._groups.setAccessibleName(head)
        self.archive_button.setText(
            self.tr("Groups in use")
            if archived
            else self.tr("Archived groups: {0}").format(len(self._archived))
        )
        self._groups.set_entries(self._archived if archived else self._in_use)
        self._groups.set_current(self._group)

    def _on_group(self, key: str) -> None:
        self._group = key
        self.group_chosen.emit(key)

    def _on_page(self, key: str) -> None:
        self._foot.set_current("")
        self.page_chosen.emit(key)

    def _on_foot(self, key: str) -> None:
        self._pages.set_current("")
        self.page_chosen.emit(key)
