# SPDX-License-Identifier: MIT
"""Hands the desk over to another operator."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from groupdesk.domain.records import OperatorRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.sign_in_form import SignInForm


class SignInDialog(DialogFrame):
    """Asks who works from now on. Esc leaves everything as it is."""

    signed_in = Signal(object)
    """The OperatorRecord of whoever signed in."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Offer first who is not at the desk."""
        super().__init__(parent, side=False)
        self._context = context
        self._shown = False
        me = context.desk.operator.id
        others = [one.id for one in context.desk.workspace.operators() if one.id != me]
        later = (one for one in others if one > me)
        self.sign_in = SignInForm(context, next(later, (others or [me])[0]), self)
        self.form.addWidget(self.sign_in)
        self.form.addStretch(1)
        self.add_cancel()
        self.main_requested.connect(self.sign_in.submit)
        self.sign_in.signed_in.connect(self._on_signed_in)
        self.sign_in.busy_changed.connect(self.set_busy)
        self._translate_dialog()

    def showEvent(self, event: QShowEvent) -> None:
        area = self.findChild(QScrollArea)
        if area is not None and not self._shown:  # one that scrolls asks for too little
            self._shown = True
            lacking = self.sign_in.sizeHint().height() - area.sizeHint().height()
            self.resize(self.width(), self.height() + max(0, lacking))
        super().showEvent(event)
        if not event.spontaneous():
            self.sign_in.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def _translate_dialog(self) -> None:
        me, words = self._context.desk.operator, self._context.translations.words
        role = words(f"operator_role.{me.role.value}")
        self.set_head(
            self.tr("Switch operator"),
            self.tr("Now at the desk: {0}, {1}. Drafts stay with whoever began them.").format(
                me.name, role
            ),
            sign="arrow-right-left",
        )
        self.set_main(self.tr("Sign in"), "log-in")

    def _on_signed_in(self, operator: OperatorRecord) -> None:
        self.accept()
        self.signed_in.emit(operator)
