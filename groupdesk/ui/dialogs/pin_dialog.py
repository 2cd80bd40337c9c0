# SPDX-License-Identifier: MIT
"""A PIN: one's own with the old one, that of another operator as an owner."""

import uuid

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from groupdesk.domain.errors import GroupDeskError, ValidationError
from groupdesk.domain.operator_records import OperatorSeat
from groupdesk.domain.pin import LEAST, MOST, require_fit
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label

_TOLD_SECONDS = 8


class PinDialog(DialogFrame):
    """Asks for a new PIN twice. The characters are never shown."""

    def __init__(self, context: UiContext, seat: OperatorSeat, parent: QWidget | None) -> None:
        """Set the PIN of `seat`, or take it away."""
        super().__init__(parent, side=False)
        self._context = context
        self._seat = seat
        self._mine = seat.id == context.desk.operator.id
        self._operation = uuid.uuid4()
        self._removing = False
        self._about = label(role="muted", parent=self, wrap=True)
        self.form.addWidget(self._about)
        self.fields: dict[str, FormField] = {}
        self.lines: dict[str, QLineEdit] = {}
        asked = ("old_pin", "pin", "again") if self._asks_old else ("pin", "again")
        for name in asked:
            line = self.lines[name] = QLineEdit(self)
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setMaxLength(MOST)
            field = self.fields[name] = FormField("", line, self)
            line.textChanged.connect(field.clear_error)
            line.textChanged.connect(self._check)
            self.form.addWidget(field)
        self.form.addStretch(1)
        self.remove_button: QPushButton | None = None
        if seat.has_pin:
            self.remove_button = self.add_left(button("", icon_name="lock-open", parent=self))
            self.remove_button.clicked.connect(self._remove)
        self.add_cancel()
        self.act_on_enter(*self.lines.values())
        self.main_requested.connect(self._set)
        self._translate_dialog()
        self._check()
        self.lines[asked[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _asks_old(self) -> bool:
        return self._mine and self._seat.has_pin

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()
            self._check()

    def _translate_dialog(self) -> None:
        title = self.tr("My PIN") if self._mine else self.tr("New PIN for {0}")
        self.set_head(title.format(self._seat.name), sign="key-round")
        own = self.tr(
            "With it you sign in at this desk. Colleagues can then not act under your name by"
            " mistake, and approvals show who said yes. It does not encrypt the records."
        )
        others = self.tr(
            "Tell it to {0} in person; they can change it afterwards. That you did so is in the"
            " log, the PIN itself is not."
        )
        self._about.setText(own if self._mine else others.format(self._seat.name))
        captions = {
            "old_pin": self.tr("&Present PIN"),
            "pin": self.tr("&New PIN"),
            "again": self.tr("New PIN, &again"),
        }
        for name, field in self.fields.items():
            field.set_caption(captions[name])
        self.fields["pin"].set_hint(self.tr("At least {0} characters").format(LEAST))
        if self.remove_button is not None:
            self.remove_button.setText(self.tr("Take the PIN away"))
        self.set_main(self.tr("Set PIN"), "check")

    def _check(self) -> None:
        missing = []
        if self._asks_old and not self.lines["old_pin"].text():
            missing.append(self.tr("the present PIN"))
        if not self.lines["pin"].text():
            missing.append(self.tr("a new PIN"))
        elif not self.lines["again"].text():
            missing.append(self.tr("the new PIN again"))
        self.set_missing(missing)

    def _set(self) -> None:
        new = self.lines["pin"].text()
        try:
            require_fit("pin", new)
            if new != self.lines["again"].text():
                raise ValidationError("again", "pin_different")
        except GroupDeskError as error:
            self._on_failed(error)
            return
        self._run(new)

    def _remove(self) -> None:
        if self._asks_old and not self.lines["old_pin"].text():
            self.fields["old_pin"].set_error(self.tr("To take it away, write your present PIN."))
            return
        self._run("")

    def _run(self, new: str) -> None:
        operators, operation, who = self._context.desk.operators, self._operation, self._seat.id
        old = self.lines["old_pin"].text() if self._asks_old else ""
        self._removing = not new

        def work() -> Receipt:
            if self._mine:
                return operators.set_pin(operation, new, old)
            return operators.reset_pin(operation, who, new)

        self.set_busy(True)
        self._context.runner.run(self, work, self._on_set, self._on_failed)

    def _on_set(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        if self._removing:
            said = self.tr("{0} has no PIN any more.")
        else:
            said = self.tr("The PIN of {0} was set.")
        self._context.notify(said.format(self._seat.name), seconds=_TOLD_SECONDS)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), self.fields)
