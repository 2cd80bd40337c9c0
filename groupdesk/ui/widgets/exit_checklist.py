# SPDX-License-Identifier: MIT
"""The checklist of leaving: Space ticks a line, its menu says what else became of it.

Of a request for several groups, what concerns the person stands on top and is ticked for all of
them at once; what concerns a group stands below.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from groupdesk.domain.exit_records import ExitItemRecord, ExitRecord
from groupdesk.domain.exits import GOING
from groupdesk.domain.leaving import may_add
from groupdesk.domain.leaving_enums import ExitItem, ExitState
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_words import ExitWords, spoken
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.labels import label, plain_tooltip, restyle
from groupdesk.ui.widgets.section_label import SectionLabel

_RELEASE = QEvent.Type.MouseButtonRelease
_FOLLOWS = {ExitItem.LEFT_PLATFORM, ExitItem.NOTIFICATIONS}
"""What is not ticked by itself but leads to a window."""


class ExitChecklist(QWidget):
    """The box of a line shows what the records say; a click asks for another state."""

    ticked = Signal(object)
    """An ExitItemRecord that was done just now in this group."""
    ticked_everywhere = Signal(object)
    """One that was done for all groups of the request."""
    told = Signal(object, object)
    """An ExitItemRecord and the TaskState that something else became of it."""
    reopen_requested = Signal(object)
    added = Signal(object)
    """An ExitItem that is to stand on it as well."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._exit: ExitRecord | None = None
        self._refusal = ""
        self._head = SectionLabel(parent=self)
        self._once = _Part(self)
        self._here = _Part(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        for part in (self._head, self._once, self._here):
            column.addWidget(part)
        self.add_button = button("", "ghost", "plus", self)
        self.add_menu = QMenu(self)
        self.add_button.clicked.connect(self._offer)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def boxes(self) -> list[QCheckBox]:
        """The boxes from top to bottom."""
        return [row.box for row in self.rows]

    @property
    def rows(self) -> list["_Row"]:
        """The lines from top to bottom."""
        return [row for row in (*self._once.rows, *self._here.rows) if not row.isHidden()]

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands above the lines for all groups, and above those for this one."""
        return tuple(part.head.text() for part in (self._once, self._here))

    def show_exit(self, record: ExitRecord, *, refusal: str) -> None:
        """Show the checklist of `record`; a `refusal` says why it is only to be read."""
        self._exit, self._refusal = record, refusal
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- inside

    def _say(self) -> None:
        record = self._exit
        if record is None:
            return
        context = self._context
        said = spoken(context)
        done = sum(bool(item.done_at) for item in record.items)
        self._head.setText(self.tr("Checklist · {0} of {1}").format(done, len(record.items)))
        once = [item for item in record.items if item.once]
        here = [item for item in record.items if not item.once]
        going = not self._refusal and record.row.state in GOING and not record.row.archived
        for part, items in ((self._once, once), (self._here, here)):
            part.show_items(items, record, said, going=going, refusal=self._refusal)
        names = dict.fromkeys(
            (record.row.group_name, *(one.group_name for item in once for one in item.elsewhere))
        )
        groups = said.listed(names)
        self._once.set_head(self.tr("Once for all groups: {0}").format(groups) if once else "")
        group = record.row.group_name
        self._here.set_head(self.tr("Only for {0}").format(group) if once else "")
        self._say_add(record, said, going=going)

    def _offer(self) -> None:
        below = self.add_button.rect().bottomLeft()
        self.add_menu.popup(self.add_button.mapToGlobal(below))

    def _say_add(self, record: ExitRecord, said: ExitWords, *, going: bool) -> None:
        """Offer what a member like any other leaves without."""
        more = may_add({item.code for item in record.items}) if going else ()
        self.add_button.setText(self.tr("Add a line…"))
        self.add_button.setVisible(bool(more))
        self.add_menu.clear()
        for item in more:
            self.add_menu.addAction(visible(said.item_name(item)), partial(self.added.emit, item))


class _Part(QWidget):
    """Lines under a head that says for which groups they hold."""

    def __init__(self, parent: ExitChecklist) -> None:
        super().__init__(parent)
        self._list = parent
        self.head = label(role="secondary", parent=self, wrap=True)
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().size("space_xs"))
        self._column.addWidget(self.head)

    def set_head(self, text: str) -> None:
        self.head.setText(text)
        self.head.setVisible(bool(text))

    def show_items(
        self,
        items: Sequence[ExitItemRecord],
        record: ExitRecord,
        said: ExitWords,
        *,
        going: bool,
        refusal: str,
    ) -> None:
        while len(self.rows) < len(items):
            row = _Row(self._list)
            self._column.addWidget(row)
            self.rows.append(row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(items))
            if at < len(items):
                item = items[at]
                known = "\n".join(
                    filter(None, (said.item_known(item, record), said.item_elsewhere(item)))
                )
                row.show_item(item, said, known, can_write=going and _may(record, item))
                if refusal:
                    row.box.setToolTip(plain_tooltip(refusal))
        self.setVisible(bool(items))


class _Row(QWidget):
    """One line: box, words, and what else can be said of it."""

    def __init__(self, parent: ExitChecklist) -> None:
        super().__init__(parent)
        self._list = parent
        self._item: ExitItemRecord | None = None
        theme = current_theme()
        self.box = QCheckBox(self)
        self.box.clicked.connect(self._on_clicked)
        self.box.installEventFilter(self)
        self._text = label(parent=self, wrap=True)
        self._told = label(role="secondary", parent=self, wrap=True)
        self.more = icon_button("ellipsis", "", self)
        self.more.setMenu(self._build_menu())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space_s"))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self._text.installEventFilter(self)

    def show_item(
        self, item: ExitItemRecord, said: ExitWords, known: str, *, can_write: bool
    ) -> None:
        """Show a line as it stands, and what is `known` of it without anybody's tick."""
        self._item = item
        by_hand = item.code not in _FOLLOWS
        text = said.item(item)
        told = "\n".join(filter(None, (said.item_done(item), known)))
        self._text.setText(text)
        restyle(self._text, "role", "muted" if item.done_at else "body")
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.box.setChecked(bool(item.done_at))
        self.box.setEnabled(can_write)
        self.box.setAccessibleName(visible(text))
        self.box.setAccessibleDescription(visible(told))
        self.more.setVisible(can_write and by_hand)
        is_open = not item.done_at
        for act in (self._earlier, self._not_needed, self._could_not):
            act.setVisible(is_open)
        others = any(not one.done_at for one in item.elsewhere)
        self._only_here.setVisible(is_open and item.once and others)
        self._everywhere.setVisible(is_open and not item.once and others)
        self._again.setVisible(not is_open)
        self._translate(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a click on the words tick the line, and M open its menu."""
        released = isinstance(event, QMouseEvent) and event.type() == _RELEASE
        if watched is self._text and released and self.box.isEnabled():
            self.box.click()
            return True
        if watched is self.box and isinstance(event, QKeyEvent) and not self.more.isHidden():
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in {Qt.Key.Key_M, Qt.Key.Key_Menu}:
                self.more.showMenu()
                return True
        return super().eventFilter(watched, event)

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        self._only_here = menu.addAction("", lambda: self._tick(everywhere=False))
        self._everywhere = menu.addAction("", lambda: self._tick(everywhere=True))
        self._earlier = menu.addAction("", lambda: self._tell(TaskState.DONE))
        self._not_needed = menu.addAction("", lambda: self._tell(TaskState.NOT_NEEDED))
        self._could_not = menu.addAction("", lambda: self._tell(TaskState.COULD_NOT))
        self._again = menu.addAction("", self._reopen)
        return menu

    def _translate(self, text: str) -> None:
        name_button(self.more, self.tr("Something else about: {0}").format(text))
        self.box.setToolTip(self.tr("Space ticks the line, M opens its menu"))
        self._only_here.setText(self.tr("Done in this group only"))
        self._everywhere.setText(self.tr("Done in all groups of the request"))
        self._earlier.setText(self.tr("Done earlier, or with a remark…"))
        self._not_needed.setText(self.tr("Not needed…"))
        self._could_not.setText(self.tr("Could not be done…"))
        self._again.setText(self.tr("Open again…"))

    def _on_clicked(self) -> None:
        item = self._item
        if item is None:
            return
        self.box.setChecked(bool(item.done_at))  # until the records say otherwise
        if item.done_at:
            self._reopen()
        else:
            self._tick(everywhere=item.once)

    def _tick(self, *, everywhere: bool) -> None:
        (self._list.ticked_everywhere if everywhere else self._list.ticked).emit(self._item)

    def _tell(self, result: TaskState) -> None:
        self._list.told.emit(self._item, result)

    def _reopen(self) -> None:
        self._list.reopen_requested.emit(self._item)


def _may(record: ExitRecord, item: ExitItemRecord) -> bool:
    """Say whether a line can be ticked or opened again now."""
    if item.code == ExitItem.LEFT_PLATFORM:
        return not item.done_at or record.departure_id > 0
    if item.code == ExitItem.NOTIFICATIONS:
        return record.row.state is ExitState.LEFT and item.task_id > 0
    return item.task_id > 0
