# SPDX-License-Identifier: MIT
"""Somebody by name: a member of a group, offered as one types, or anybody else."""

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import MemberRow
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import label

_WAIT = 120  # milliseconds of rest before the register is searched
_MOST = 8


class MemberNameField(QWidget):
    """What is typed counts as it is; under it stands whether that is a member of the group."""

    changed = Signal()

    def __init__(
        self, context: UiContext, group_id: int, leaver_id: int, parent: QWidget | None = None
    ) -> None:
        """Offer the members of a group but for the one who leaves."""
        super().__init__(parent)
        self._context, self._group_id, self._leaver_id = context, group_id, leaver_id
        self._found: dict[str, int] = {}
        self._asked = 0
        self.edit = QLineEdit(self)
        self.setFocusProxy(self.edit)
        self._told = label(role="secondary", parent=self, wrap=True)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.edit.setCompleter(completer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        column.addWidget(self.edit)
        column.addWidget(self._told)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._find)
        self.edit.textEdited.connect(lambda _text: self._timer.start())
        self.edit.textChanged.connect(self._on_text)
        completer.activated.connect(lambda _name: self._on_text())
        self._say()

    @property
    def name(self) -> str:
        """What was typed."""
        return self.edit.text().strip()

    @property
    def membership_id(self) -> int:
        """The member of this name; 0 where nobody in the group has it."""
        return self._found.get(self.name, 0)

    @property
    def told(self) -> str:
        """What stands under the field."""
        return self._told.text()

    def set_name(self, name: str) -> None:
        """Show a name, and look whether it is a member's."""
        self.edit.setText(name)
        self._find()

    def setAccessibleName(self, name: str) -> None:
        """Name the field itself, which has the focus."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- inside

    def _on_text(self) -> None:
        self._say()
        self.changed.emit()

    def _find(self) -> None:
        """Ask in the thread beside; the newest question wins."""
        self._asked += 1
        asked, text = self._asked, self.name
        members = self._context.desk.members

        def work() -> list[MemberRow]:
            if not text:
                return []
            which = MemberFilter(self._group_id, "all", text)
            return members.rows(members.ids(which, "rank", limit=_MOST))

        def show(rows: list[MemberRow]) -> None:
            if asked == self._asked:
                self._show(rows)

        self._context.runner.run(self, work, show, lambda _error: None, pool="files")

    def _show(self, rows: list[MemberRow]) -> None:
        known = [row for row in rows if row.id != self._leaver_id]
        self._found = {row.name: row.id for row in reversed(known)}
        self._names.setStringList([visible(row.name) for row in known])
        if self.edit.hasFocus() and self.isVisible() and known and not self.membership_id:
            self.edit.completer().complete()
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if not self.name:
            self._told.setText("")
        elif self.membership_id:
            self._told.setText(self.tr("In this group already."))
        else:
            self._told.setText(self.tr("Not in this group yet; the name is enough."))
        self._told.setVisible(bool(self._told.text()))
