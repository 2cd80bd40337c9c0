# SPDX-License-Identifier: MIT
"""Who is let into the window: it is locked and unlocked, and handed over to another operator."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import OperatorRole, Topic
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import denied_acts

if TYPE_CHECKING:
    from groupdesk.domain.records import OperatorRecord
    from groupdesk.ui.widgets.lock_screen import LockScreen

_LOOK_AGAIN = 50  # milliseconds


ENDS_AT_LOCK = "ends_at_lock"
"""Set of a window over all others that is no dialog: a lock closes it."""


class Gate(QObject):
    """Keeps the acts in step with the operator's role, and locks the window."""

    switched = Signal(int)
    """Another operator signed in; the workspace is to be opened anew for this id."""
    unlocked = Signal()
    locking = Signal()
    """The window is about to be locked: what lies over it has to go first."""

    def __init__(self, context: UiContext, window: QWidget, inside: QWidget) -> None:
        """Look after `window`, which shows `inside` to whoever is signed in."""
        super().__init__(window)
        self._context = context
        self._window = window
        self._inside = inside
        self._screen: LockScreen | None = None
        self._dialogs: list[QDialog] = []
        self._focus: QWidget | None = None
        self._next: OperatorRecord | None = None  # signed in, and waits for what is written
        self._lost = False  # it was said what is lost when somebody else signs in
        for act_id, handler in (
            ("operator.switch", self.switch),
            ("operator.lock", self.lock),
            ("operator.pin", self._ask_for_pin),
            ("operator.add", self._add),
        ):
            context.acts.bind(act_id, handler, lasting=True)
        context.events.changed.connect(self._on_changed)
        self.show_role()

    @property
    def screen(self) -> "LockScreen | None":
        """What a locked window shows; None while it is open."""
        return self._screen

    def show_role(self) -> None:
        """Let nothing be begun that the role does not allow, in the window's language."""
        operator, words = self._context.desk.operator, self._context.translations.words
        owner = operator.role is OperatorRole.OWNER
        self._context.acts.deny({} if owner else denied_acts(words, operator))

    def lock(self, note: str = "") -> None:
        """Show nothing but the sign-in; what is open stays open behind it."""
        if self._screen is not None:
            return
        from groupdesk.ui.widgets.lock_screen import LockScreen  # noqa: PLC0415  # seldom needed

        self.locking.emit()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and one.property(ENDS_AT_LOCK):
                one.close()
        self._focus = QApplication.focusWidget()
        self._dialogs = [
            one for one in self._window.findChildren(QDialog) if one.isVisible() and one.isWindow()
        ]
        for dialog in reversed(self._dialogs):
            dialog.finished.connect(partial(self._on_finished, dialog))
            dialog.hide()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # it runs
        self._inside.hide()
        self._context.acts.lock(locked=True)
        self._window.setAcceptDrops(False)
        self._lost = False
        self._screen = LockScreen(self._context, self._window, note)
        self._screen.form.signed_in.connect(self._on_signed_in)
        self._screen.show()
        self._screen.form.take_focus()

    def switch(self) -> None:
        """Ask who works from now on."""
        from groupdesk.ui.dialogs.sign_in_dialog import SignInDialog  # noqa: PLC0415  # as above

        dialog = SignInDialog(self._context, self._window)
        dialog.signed_in.connect(self._on_switched)
        dialog.open()

    def offer_pin(self) -> None:
        """Offer a PIN to whoever signed in without one, where several work at this desk."""
        seats = [seat for seat in self._context.desk.operators.all() if seat.active]
        me = next(seat for seat in seats if seat.id == self._context.desk.operator.id)
        if len(seats) > 1 and not me.has_pin and not self._context.desk.ledger.refusal:
            self._context.notify(
                self.tr("Now at the desk: {0}. Nobody is asked for a PIN under this name.").format(
                    me.name
                ),
                "muted",
                action_text=self.tr("Set a PIN…"),
                action=self._ask_for_pin,
                seconds=20,
            )

    def tell_of_recoveries(self) -> None:
        """Tell of PINs that were reset with nobody signed in, until the operator has read it."""
        unseen = self._context.desk.pin_recoveries.unseen()
        if not unseen:
            return
        last, now = unseen[-1], self._context.desk.clock()
        text = self.tr(
            "{1}: the PIN of {0} was reset at the computer, by its account “{2}”, with nobody"
            " signed in. If you do not know why, ask: with it anybody could have worked as {0}."
        )
        day = self._context.dates.full(from_text(last.at).astimezone(now.tzinfo), now)
        self._context.notify(
            text.format(last.name, day, last.account),
            "warning",
            action_text=self.tr("I have read it"),
            action=partial(self._on_read, last.seq),
        )

    # ---- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back what work that ends behind the lock would show."""
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QDialog)
            and watched.isWindow()
            and self._screen is not None
        ):
            watched.setWindowOpacity(0)
            QTimer.singleShot(0, watched, partial(self._put_away, watched))
        return super().eventFilter(watched, event)

    # ---- inside

    def _put_away(self, dialog: QDialog) -> None:
        dialog.setWindowOpacity(1)
        if self._screen is None or not dialog.isVisible():
            return
        dialog.hide()
        if dialog not in self._dialogs:
            dialog.finished.connect(partial(self._on_finished, dialog))
            self._dialogs.append(dialog)

    def _on_finished(self, dialog: QDialog, _result: int = 0) -> None:
        """Let a dialog not come back that came to its end behind the lock."""
        if dialog in self._dialogs:
            self._dialogs.remove(dialog)

    def _on_read(self, seq: int) -> None:
        recoveries = self._context.desk.pin_recoveries
        self._context.runner.run(
            self, partial(recoveries.mark_seen, seq), lambda _done: None, self._on_not_noted
        )

    def _on_not_noted(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")

    def _ask_for_pin(self) -> None:
        from groupdesk.ui.dialogs.pin_dialog import PinDialog  # noqa: PLC0415  # as above

        PinDialog(self._context, self._context.desk.operators.me(), self._window).open()

    def _add(self) -> None:
        from groupdesk.ui.dialogs.operator_dialog import OperatorDialog  # noqa: PLC0415  # as above

        OperatorDialog(self._context, None, self._window).open()

    def _on_switched(self, operator: "OperatorRecord") -> None:
        if operator.id != self._context.desk.operator.id:
            self.switched.emit(operator.id)

    def _on_signed_in(self, operator: "OperatorRecord") -> None:
        if operator.id == self._context.desk.operator.id:
            self._unlock()
        elif self._next is None:
            self._hand_over(operator)

    def _unlock(self) -> None:
        screen, self._screen = self._screen, None
        dialogs, self._dialogs = self._dialogs, []
        if screen is None:
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # it runs
        screen.hide()
        screen.deleteLater()
        self._context.acts.lock(locked=False)
        self._window.setAcceptDrops(True)
        self._inside.show()
        for dialog in dialogs:
            if isValid(dialog):
                dialog.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self.unlocked.emit()
        self.tell_of_recoveries()

    def _hand_over(self, operator: "OperatorRecord") -> None:
        """Leave what the other had open as Esc does, then let whoever signed in begin.

        What is being written is waited for; what would be lost is said once.
        """
        self._next = None
        if self._screen is None:  # the other came back meanwhile
            return
        kept = self._leave_dialogs()
        if any(getattr(one, "busy", False) for one in kept):
            self._next = operator
            self._screen.form.say("")
            QTimer.singleShot(_LOOK_AGAIN, self, partial(self._hand_over, operator))
        elif kept:
            self._lost = True
            text = self.tr(
                "{0} left “{1}” open, with something in it that is kept nowhere else. It is lost if"
                " you sign in again now."
            )
            name = self._context.desk.operator.name
            self._screen.form.say(text.format(name, kept[0].windowTitle()))
        else:
            self.switched.emit(operator.id)

    def _leave_dialogs(self) -> list[QDialog]:
        """Leave them, the one in front first; return those that are still there."""
        for dialog in reversed([one for one in self._dialogs if isValid(one)]):
            if self._lost:
                dialog.done(QDialog.DialogCode.Rejected)
            else:
                dialog.reject()
        self._dialogs = [one for one in self._dialogs if isValid(one)]
        return self._dialogs

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.OPERATORS not in topics:
            return
        before = self._context.desk.operator
        if not self._context.desk.ledger.operator_works_here():
            self.lock(self._context.translations.words("error.operator_inactive"))
        elif self._context.desk.operator != before:
            self.show_role()
