# SPDX-License-Identifier: MIT
"""Whom something is about: found as one types, in one group or in all."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from groupdesk.domain.member_filter import MAY_OBJECT, Conditions, MemberFilter
from groupdesk.domain.records import GroupRecord, MemberRow
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.standing_words import standing_pill
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.search_field import SearchField

_WAIT = 120  # milliseconds of rest before the register is searched
_MOST = 50
_ANY = Conditions(state="any")


class MemberChoiceDialog(DialogFrame):
    """Enter takes the first one found; the arrow keys go through the others."""

    chosen = Signal(int)
    """The membership of whoever was chosen."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord | None,
        parent: QWidget | None = None,
        *,
        objects: bool = False,
        off_purpose: bool = False,
    ) -> None:
        """Search in `group` first; without one, in all groups in use.

        With `objects` for whoever can object to something, members or not, the last decision first;
        `off_purpose` asks whom a review is to look at by hand.
        """
        super().__init__(parent, side=False)
        self._context = context
        self._objects, self._off_purpose = objects, off_purpose
        self._groups = {one.id: one for one in context.desk.groups.all()}
        self.search = SearchField("", self)
        self.where: ChoiceBox[int] = ChoiceBox(self)
        self.model: RecordModel[MemberRow] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        self.table.setItemDelegateForColumn(1, PillDelegate(self.table))
        self._none = label(role="muted", parent=self, wrap=True)
        for part in (self.search, self.where, self._none):
            self.form.addWidget(part)
        self.form.addWidget(self.table, 1)
        self.add_cancel()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.installEventFilter(self)
        self.where.chosen.connect(self._find)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._check())
        self.table.opened.connect(lambda _index: self._take())
        self.main_requested.connect(self._take)
        self._say()
        self.where.choose(group.id if group is not None and group.id in self._groups else 0)
        self._find()
        self.resize(620, 560)
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._find()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let Enter and the arrow keys in the search go to the list."""
        if watched is self.search and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._timer.stop()
                self._find(then_take=True)
                return True
            if pressed and event.key() == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
        return False

    # ---- inside

    def _say(self) -> None:
        if self._objects:
            below = self.tr("Whoever was removed or warned; what was lifted is left out.")
            self.set_head(self.tr("Who objects?"), below)
        elif self._off_purpose:
            below = self.tr("Somebody whom the group is no longer for, as far as you know.")
            self.set_head(self.tr("Whom do you mark as off purpose?"), below)
        else:
            below = self.tr("Choose the member, then say what happened.")
            self.set_head(self.tr("Who is it about?"), below)
        self.search.set_hint(self.tr("Search name, pinyin, phone, note…"))
        self.where.setAccessibleName(self.tr("Group"))
        self.where.set_choices(
            [(self.tr("All groups"), 0), *((one.name, one.id) for one in self._groups.values())]
        )
        self.table.setAccessibleName(self.tr("Members found"))
        self._none.setText(self.tr("No matches. Try another spelling, or all groups."))
        self.set_main(self.tr("Go on"), "arrow-right")
        self._check()

    def _cells(self, row: MemberRow) -> list[Cell]:
        group = self._groups.get(row.group_id)
        if group is None:
            return [row.name, ("", "muted"), ""]
        words = self._context.translations.words
        pill = standing_pill(words, group.ladder, row, self._context.desk.clock())
        return [row.name, pill, group.name]

    def _find(self, *, then_take: bool = False) -> None:
        text = self.search.text()
        group = self.where.value or None
        which, unsought = MemberFilter(group, "all", text), "name"
        if self._objects:
            which, unsought = MemberFilter(group, MAY_OBJECT, text, _ANY), "decided"
        members, sort = self._context.desk.members, "rank" if text.strip() else unsought

        def work() -> list[MemberRow]:
            return members.rows(members.ids(which, sort, limit=_MOST))

        def show(rows: list[MemberRow]) -> None:
            if text == self.search.text():
                self._show(rows)
                if then_take:
                    self._take()

        self._context.runner.run(
            self,
            work,
            show,
            lambda error: self.banner.show_message(self._context.error_text(error), "danger"),
            pool="files",
        )

    def _show(self, rows: list[MemberRow]) -> None:
        heads = (self.tr("Member"), self.tr("Standing"), self.tr("Group"))
        self.model.show_records(heads, rows)
        header = self.table.horizontalHeader()
        for column in (0, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 140)
        self.table.setColumnHidden(2, bool(self.where.value))
        self._none.setVisible(not rows)
        if rows:
            self.table.selectRow(0)
        self._check()

    def _check(self) -> None:
        there = self.table.currentIndex().isValid()
        self.set_missing([] if there else [self.tr("a member")])

    def _take(self) -> None:
        at = self.table.currentIndex().row()
        if not 0 <= at < self.model.rowCount():
            return
        found = self.model.record(at).id
        self.accept()
        self.chosen.emit(found)
