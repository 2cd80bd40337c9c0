# SPDX-License-Identifier: MIT
"""Adds an operator or changes one: the name, and a role with what it may do in words."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.operator_records import OperatorSeat
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel

_TOLD_SECONDS = 8


class OperatorDialog(DialogFrame):
    """Only an owner gets here; nobody is ever deleted, but an operator can be deactivated."""

    def __init__(
        self, context: UiContext, seat: OperatorSeat | None, parent: QWidget | None = None
    ) -> None:
        """Change `seat`, or add an operator where there is none."""
        super().__init__(parent, side=False)
        self._context = context
        self._seat = seat
        self._operation = uuid.uuid4()
        self._me = seat is not None and seat.id == context.desk.operator.id
        self.name = QLineEdit(seat.name if seat is not None else "", self)
        self.name_field = FormField("", self.name, self)
        self._role_head = SectionLabel(parent=self)
        self.roles: dict[OperatorRole, QRadioButton] = {}
        self._may: dict[OperatorRole, QLabel] = {}
        self.form.addWidget(self.name_field)
        self.form.addWidget(self._role_head)
        group = QButtonGroup(self)
        for role in OperatorRole:
            choice = self.roles[role] = QRadioButton(self)
            choice.setFont(current_theme().font("strong"))
            group.addButton(choice)
            choice.toggled.connect(self._check)
            self._may[role] = label(role="secondary", parent=self, wrap=True)
            self._may[role].setIndent(current_theme().size("space_xl"))
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(choice)
            pair.addWidget(self._may[role])
            self.form.addLayout(pair)
        self.form.addStretch(1)
        self.roles[seat.role if seat is not None else OperatorRole.MODERATOR].setChecked(True)
        self.turn_button: QPushButton | None = None
        self.pin_button: QPushButton | None = None
        if seat is not None and not self._me:
            self._add_left(seat)
        self.add_cancel()
        self.act_on_enter(self.name)
        self.name.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self._translate_dialog()
        self._check()
        self.ask_before_leaving(lambda: (self.name.text(), self._role))
        self.name.setFocus()

    @property
    def _role(self) -> OperatorRole:
        return next(role for role, choice in self.roles.items() if choice.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()
            self._check()

    # ---- inside

    def _add_left(self, seat: OperatorSeat) -> None:
        kind = "user-x" if seat.active else "user-check"
        self.turn_button = self.add_left(button("", icon_name=kind, parent=self))
        self.turn_button.clicked.connect(partial(self._turn, seat))
        if seat.active:
            self.pin_button = self.add_left(button("", icon_name="key-round", parent=self))
            self.pin_button.clicked.connect(partial(self._reset_pin, seat))

    def _translate_dialog(self) -> None:
        words, seat = self._context.translations.words, self._seat
        if seat is None:
            self.set_head(
                self.tr("New operator"),
                self.tr("The name stands beside everything they record."),
                sign="user-plus",
            )
            self.set_main(self.tr("Add operator"), "check")
        else:
            self.set_head(
                seat.name,
                self.tr("The log keeps the name that was used at the time."),
                name=seat.name,
            )
            self.set_main(self.tr("Save"), "check")
        self.name_field.set_caption(self.tr("&Name"))
        self._role_head.setText(self.tr("Role"))
        for role, choice in self.roles.items():
            choice.setText(words(f"operator_role.{role.value}"))
            may = words(f"operator_role_may.{role.value}")
            self._may[role].setText(may)
            choice.setAccessibleDescription(may)
        if self.turn_button is not None and seat is not None:
            self.turn_button.setText(
                self.tr("Deactivate") if seat.active else self.tr("Let them work here again")
            )
        if self.pin_button is not None:
            self.pin_button.setText(self.tr("New PIN…"))

    def _check(self) -> None:
        self.name_field.clear_error()
        self.set_missing([self.tr("a name")] if is_blank(self.name.text()) else [])

    def _save(self) -> None:
        operators, seat = self._context.desk.operators, self._seat
        operation, name, role = self._operation, self.name.text().strip(), self._role
        if seat is not None and (name, role) == (seat.name, seat.role):
            self._context.notify(self.tr("Nothing was changed."), seconds=_TOLD_SECONDS)
            self.accept()
            return

        def work() -> Receipt:
            if seat is None:
                return operators.add(operation, name, role)
            return operators.edit(operation, seat.id, name, role, seen=seat.record)

        self._run(work, self._changes(name, role))

    def _changes(self, name: str, role: OperatorRole) -> str:
        """Say what is so from now on."""
        seat, called = self._seat, self._context.translations.words(f"operator_role.{role.value}")
        if seat is None:
            text = self.tr(
                "{0} can work here as {1} from now on: switch to them with “Switch operator…”."
            )
            return text.format(name, called)
        if role is seat.role:
            return self.tr("{0} is called {1} from now on.").format(seat.name, name)
        if name == seat.name:
            return self.tr("{0} works here as {1} from now on.").format(name, called)
        text = self.tr("{0} is called {1} from now on, and works here as {2}.")
        return text.format(seat.name, name, called)

    def _run(self, work: Callable[[], Receipt], said: str) -> None:
        self.set_busy(True)

        def done(receipt: Receipt) -> None:
            self.set_busy(False)
            self._context.done(receipt)
            self._context.notify(said, seconds=_TOLD_SECONDS)
            self.accept()

        self._context.runner.run(self, work, done, self._on_failed)

    def _turn(self, seat: OperatorSeat) -> None:
        operators, operation = self._context.desk.operators, self._operation
        act = operators.deactivate if seat.active else operators.activate
        said = (
            self.tr("{0} can no longer work here. What was recorded stays.")
            if seat.active
            else self.tr("{0} can work here again.")
        )
        self._run(partial(act, operation, seat.id), said.format(seat.name))

    def _reset_pin(self, seat: OperatorSeat) -> None:
        from groupdesk.ui.dialogs.pin_dialog import PinDialog  # noqa: PLC0415  # seldom needed

        PinDialog(self._context, seat, self).open()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        self.show_failure(error, text, {"operator_name": self.name_field})
        if isinstance(error, StateChangedError):
            self._operation = uuid.uuid4()
