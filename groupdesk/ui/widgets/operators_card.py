# SPDX-License-Identifier: MIT
"""Who works here, on the settings page: roles, PINs, and which members they are themselves."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.handover_records import Party
from groupdesk.domain.operator_records import OperatorSeat, OwnAccount
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.refusals import why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import Button, button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label, plain_tooltip
from groupdesk.ui.widgets.pill import Pill

_TOLD_SECONDS = 8


class OperatorsCard(Card):
    """One line for each operator; those who left stand last, in grey."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty; `reload` fills it."""
        super().__init__(parent=parent)
        self._context = context
        self._head = label(role="section", parent=self)
        self._note = label(role="muted", parent=self, wrap=True)
        self._lines = QWidget(self)
        self._lines_column = QVBoxLayout(self._lines)
        self._lines_column.setContentsMargins(0, 0, 0, 0)
        self._lines_column.setSpacing(current_theme().size("space_s"))
        self.me_button = button("", icon_name="contact", parent=self)
        self.me_button.clicked.connect(self._choose_account)
        acts = QWidget(self)
        flow = FlowLayout(acts, current_theme().size("space_s"))
        for act_id in ("operator.switch", "operator.lock", "operator.add", "operator.pin"):
            flow.addWidget(context.acts.button(act_id, parent=acts))
        flow.addWidget(self.me_button)
        for part in (self._head, self._note, self._lines):
            self.body.addWidget(part)
        self.body.addSpacing(current_theme().size("space_s"))
        self.body.addWidget(acts)
        self.edit_buttons: dict[int, Button] = {}
        self.hand_over_buttons: dict[int, Button] = {}
        self.account_buttons: dict[int, Button] = {}

    def reload(self) -> None:
        """Show the operators as they are by now."""
        self._head.setText(self.tr("Operators"))
        seats = self._context.desk.operators.all()
        active = [seat for seat in seats if seat.active]
        without = sum(not seat.has_pin for seat in active)
        if len(active) == 1:
            note = self.tr(
                "Everything you record carries your name. Add the colleagues who work at this desk,"
                " each with a role."
            )
        elif without:
            note = self.tr(
                "%n of them have no PIN: anybody at this computer can work under their names, and"
                " they take no part in approvals.",
                "",
                without,
            )
        else:
            note = self.tr("Each signs in with a PIN of their own.")
        self._note.setText(note)
        self._show_lines(seats)
        self._refuse(self.me_button, Action.OPERATOR_PERSON)
        self.me_button.setText(self.tr("This member is me…"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._head.text():
            self.reload()
        super().changeEvent(event)

    # ---- the lines

    def _show_lines(self, seats: tuple[OperatorSeat, ...]) -> None:
        focused = self.window().focusWidget()  # also while a dialog has the keys
        kept = next((key for key, made in self.edit_buttons.items() if made is focused), None)
        self.edit_buttons, self.account_buttons, self.hand_over_buttons = {}, {}, {}
        old, self._lines = self._lines, QWidget(self)
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        for seat in seats:
            column.addWidget(self._line(seat))
        self.body.replaceWidget(old, self._lines)
        self._lines.show()
        old.hide()
        old.deleteLater()
        if kept in self.edit_buttons:
            self.edit_buttons[kept].setFocus()

    def _line(self, seat: OperatorSeat) -> QWidget:
        theme, words = current_theme(), self._context.translations.words
        me = seat.id == self._context.desk.operator.id
        line = QWidget(self._lines)
        name = ElidedLabel(seat.name, "strong" if seat.active else "muted", line)
        role = Pill(words(f"operator_role.{seat.role.value}"), "muted", line)
        role.show_word(
            words(f"operator_role.{seat.role.value}") if seat.active else self.tr("Left"),
            "accent" if me else "muted",
        )
        top = QHBoxLayout()
        top.setSpacing(theme.size("space_s"))
        top.addWidget(name)
        top.addWidget(role)
        top.addStretch(1)
        edit = self.edit_buttons[seat.id] = button("", parent=line)
        edit.setText(self.tr("Edit…"))
        edit.setAccessibleName(self.tr("Edit {0}…").format(visible(seat.name)))
        edit.clicked.connect(partial(self._edit, seat))
        self._refuse(edit, Action.OPERATOR_EDIT)
        top.addWidget(self._hand_over_button(seat, line))
        top.addWidget(edit)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(label(self._about(seat, me=me), "secondary", line, wrap=True))
        for account in seat.accounts:
            column.addLayout(self._account(account, line, me=me))
        return line

    def _hand_over_button(self, seat: OperatorSeat, line: QWidget) -> Button:
        """Return what begins a handover of all that somebody looks after, left or not."""
        made = self.hand_over_buttons[seat.id] = button(self.tr("Hand over…"), "link", parent=line)
        made.setAccessibleName(self.tr("Hand over what {0} looks after").format(visible(seat.name)))
        made.clicked.connect(partial(self._hand_over, seat))
        self._refuse(made, Action.HANDOVER_OPEN)
        return made

    def _about(self, seat: OperatorSeat, *, me: bool) -> str:
        said = [self.tr("You, at the desk now")] if me else []
        if seat.active:
            said.append(self.tr("PIN set") if seat.has_pin else self.tr("No PIN"))
        else:
            said.append(self.tr("Works here no longer; what they recorded stays"))
        return " · ".join(said)

    def _account(self, account: OwnAccount, line: QWidget, *, me: bool) -> QHBoxLayout:
        groups = self.tr(", ").join(account.groups) or self.tr("in no group now")
        row = QHBoxLayout()
        text = self.tr("Is the member {0} ({1})").format(account.name, groups)
        row.addWidget(ElidedLabel(text, "secondary", line), 1)
        if me:
            apart = button(self.tr("Not me"), "link", parent=line)
            apart.setAccessibleName(self.tr("{0} is not me").format(visible(account.name)))
            apart.clicked.connect(partial(self._unlink, account))
            self.account_buttons[account.person_id] = apart
            self._refuse(apart, Action.OPERATOR_PERSON)
            row.addWidget(apart)
        return row

    def _refuse(self, target: Button, action: Action) -> None:
        reason = why_not(self._context, action)
        target.setEnabled(not reason)
        target.setToolTip(plain_tooltip(reason))
        target.setAccessibleDescription(reason)

    # ---- slots

    def _edit(self, seat: OperatorSeat) -> None:
        from groupdesk.ui.dialogs.operator_dialog import OperatorDialog  # noqa: PLC0415

        OperatorDialog(self._context, seat, self.window()).open()

    def _hand_over(self, seat: OperatorSeat) -> None:
        from groupdesk.ui.handover_acts import HandoverActs  # noqa: PLC0415

        HandoverActs(self._context, self).begin(giver=Party(operator_id=seat.id, name=seat.name))

    def _choose_account(self) -> None:
        MemberActs(self._context, self).choose_member(None, self._link)

    def _link(self, detail: MemberDetail) -> None:
        operators, operation, person = self._context.desk.operators, uuid4(), detail.row.person_id
        text = self.tr("{0} is linked to you: nobody removes your own account by accident.")

        def done(receipt: Receipt) -> None:
            self._context.done(receipt)
            self._context.notify(text.format(detail.row.name), seconds=_TOLD_SECONDS)

        self._context.runner.run(
            self, lambda: operators.link_me(operation, person), done, self._on_failed
        )

    def _unlink(self, account: OwnAccount) -> None:
        operators, operation = self._context.desk.operators, uuid4()
        self._context.runner.run(
            self,
            lambda: operators.unlink_me(operation, account.person_id),
            self._context.done,
            self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")
        if isinstance(error, GroupDeskError):
            self.reload()
