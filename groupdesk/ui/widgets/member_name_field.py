# SPDX-License-Identifier: MIT
"""Who takes over, by name: colleagues offered first as one types, then members, or anybody else."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.text import visible
from groupdesk.services.successors import MOST, Successor
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import label

_WAIT = 120  # milliseconds of rest before the register is searched
_NAME = Qt.ItemDataRole.UserRole


class MemberNameField(QWidget):
    """What is typed counts as it is; under it stands whether that is a member of the group.

    A customer who would look after others is hardly meant: that is asked.
    """

    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        group_id: int,
        leaver_id: int,
        parent: QWidget | None = None,
        *,
        member_only: bool = False,
    ) -> None:
        """Offer colleagues and the members of a group but for the one who leaves.

        With `member_only` it says of any other name that it is not enough.
        """
        super().__init__(parent)
        self._member_only = member_only
        self._context, self._group_id, self._leaver_id = context, group_id, leaver_id
        self._found: dict[str, Successor] = {}
        self._asked = 0
        self.edit = QLineEdit(self)
        self.setFocusProxy(self.edit)
        self._told = label(role="secondary", parent=self, wrap=True)
        self.sure = QCheckBox(self)
        self._names = QStandardItemModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionRole(_NAME)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(MOST)
        self.edit.setCompleter(completer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        column.addWidget(self.edit)
        column.addWidget(self._told)
        column.addWidget(self.sure)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._find)
        self.edit.textEdited.connect(lambda _text: self._timer.start())
        self.edit.textChanged.connect(self._on_text)
        self.sure.toggled.connect(lambda _on: self.changed.emit())
        completer.activated.connect(lambda _name: self._on_text())
        self._say()

    @property
    def name(self) -> str:
        """What was typed."""
        return self.edit.text().strip()

    @property
    def membership_id(self) -> int:
        """The member of this name; 0 where nobody in the group has it."""
        found = self._found.get(self.name)
        return found.membership_id if found is not None else 0

    @property
    def doubtful(self) -> bool:
        """Whether a customer would take over, and nobody said that this is meant."""
        return self._is_customer and not self.sure.isChecked()

    @property
    def told(self) -> str:
        """What stands under the field."""
        return self._told.text()

    @property
    def offered(self) -> list[str]:
        """What is offered, as it is shown."""
        rows = range(self._names.rowCount())
        return [self._names.item(row).text() for row in rows]

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

    @property
    def _is_customer(self) -> bool:
        found = self._found.get(self.name)
        return found is not None and found.customer

    def _on_text(self) -> None:
        self._say()
        self.changed.emit()

    def _find(self) -> None:
        """Ask in the thread beside; the newest question wins."""
        self._asked += 1
        asked, text = self._asked, self.name
        find = self._context.desk.leaving.successors.find

        def show(found: list[Successor]) -> None:
            if asked == self._asked:
                self._show(found)

        group, leaver = self._group_id, self._leaver_id
        self._context.runner.run(
            self, lambda: find(group, text, leaver), show, lambda _error: None, pool="files"
        )

    def _show(self, found: list[Successor]) -> None:
        before = self._found.get(self.name)
        self._found = {one.name: one for one in reversed(found)}
        if self._found.get(self.name) != before:
            self.sure.setChecked(False)
        self._names.clear()
        for one in found:
            item = QStandardItem(visible(self._line(one)))
            item.setData(one.name, _NAME)
            self._names.appendRow(item)
        if self.edit.hasFocus() and self.isVisible() and found and self.name not in self._found:
            self.edit.completer().complete()
        self._say()
        self.changed.emit()

    def _line(self, one: Successor) -> str:
        """Return a name with what tells it from others."""
        if one.customers:
            about = self.tr("looks after %n customer(s)", "", one.customers)
        elif one.customer:
            about = self.tr("a customer")
        else:
            about = self.tr("colleague") if one.colleague else ""
        return " · ".join(filter(None, (one.name, one.nickname, about)))

    def _say(self) -> None:
        if not self.name:
            self._told.setText("")
        elif self._is_customer:
            self._told.setText(
                self.tr("A customer of this group. Should a customer really take over?")
            )
        elif self.membership_id:
            self._told.setText(self.tr("In this group already."))
        elif self._member_only:
            self._told.setText(self.tr("Not in this group yet: add them as a member first."))
        else:
            self._told.setText(self.tr("Not in this group yet; the name is enough."))
        self._told.setVisible(bool(self._told.text()))
        self.sure.setText(self.tr("Yes, this customer takes over"))
        self.sure.setVisible(self._is_customer)
