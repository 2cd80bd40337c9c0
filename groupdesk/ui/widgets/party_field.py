# SPDX-License-Identifier: MIT
"""Somebody who hands over or takes over: who works here, a member, or anybody by name."""

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.handover_records import Party
from groupdesk.domain.operator_records import OperatorSeat
from groupdesk.domain.records import GroupRecord, MemberDetail
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.labels import label


class PartyField(QWidget):
    """A name is enough; under it stands who that is. Operators are offered as one types."""

    changed = Signal()

    def __init__(
        self, context: UiContext, group: GroupRecord | None, parent: QWidget | None = None
    ) -> None:
        """Offer those who work here, and the members of `group` first."""
        super().__init__(parent)
        self._context, self._group = context, group
        self._seats = sorted(context.desk.operators.all(), key=lambda seat: not seat.active)
        self._member: tuple[str, int, str] = ("", 0, "")
        self._works = 0  # the operator whom the member is
        self.edit = QLineEdit(self)
        self.setFocusProxy(self.edit)
        completer = QCompleter(
            QStringListModel([visible(seat.name) for seat in self._seats if seat.active], self),
            self,
        )
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.edit.setCompleter(completer)
        self.member_button = button("", icon_name="users", parent=self)
        self.member_button.clicked.connect(self._choose)
        self._told = label(role="secondary", parent=self, wrap=True)
        self.apart = button("", "link", parent=self)
        self.apart.clicked.connect(self._keep_apart)
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_s"))
        row.addWidget(self.edit, 1)
        row.addWidget(self.member_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignLeft)
        self.edit.textChanged.connect(self._on_text)
        self._say()

    @property
    def party(self) -> Party:
        """Who that is."""
        name = self.edit.text().strip()
        shown, membership_id, _group = self._member
        if membership_id and name == shown:
            return Party(self._works, membership_id, name)
        seat = self._seat
        return Party(operator_id=seat.id if seat is not None else 0, name=name)

    def set_party(self, party: Party) -> None:
        """Show a side; of a member the stay is read."""
        if party.membership_id:
            self.set_member(self._context.desk.members.detail(party.membership_id))
            return
        seat = next((one for one in self._seats if one.id == party.operator_id), None)
        self.edit.setText(seat.name if seat is not None else party.name)

    def set_member(self, detail: MemberDetail) -> None:
        """Show a member."""
        group = self._context.desk.groups.get(detail.row.group_id).name
        self._member = (detail.row.name.strip(), detail.row.id, group)
        self._works = self._context.desk.leaving.handovers.operator_of(detail.row.id)
        self.edit.setText(detail.row.name)
        self._on_text()

    @property
    def told(self) -> str:
        """What stands under the field."""
        return self._told.text()

    def setAccessibleName(self, name: str) -> None:
        """Name the field itself, which has the focus."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    @property
    def _seat(self) -> OperatorSeat | None:
        name = self.edit.text().strip().casefold()
        return next((seat for seat in self._seats if seat.name.strip().casefold() == name), None)

    def _choose(self) -> None:
        MemberActs(self._context, self).choose_member(self._group, self.set_member)

    def _keep_apart(self) -> None:
        """Take the member for nobody who works here, after all."""
        self._works = 0
        self._on_text()
        self.edit.setFocus()

    def _on_text(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.member_button.setText(self.tr("Choose a member…"))
        party, seat = self.party, self._seat
        if not party.name:
            text = self.tr("A colleague at this desk, a member, or anybody else by name.")
        elif party.membership_id and party.operator_id:
            text = self.tr("Member of {0} who works at this desk, too, and signs here")
            text = text.format(self._member[2])
        elif party.membership_id:
            text = self.tr("Member of {0}").format(self._member[2])
        elif party.operator_id == self._context.desk.operator.id:
            text = self.tr("You, at this desk")
        elif party.operator_id and seat is not None and not seat.active:
            text = self.tr("Works here no longer")
        elif party.operator_id:
            text = self.tr("Works at this desk")
        else:
            text = self.tr("Only a name: cases and things to do cannot go to them.")
        self._told.setText(text)
        self.apart.setText(self.tr("Somebody else of that name"))
        self.apart.setVisible(bool(party.membership_id and party.operator_id))
