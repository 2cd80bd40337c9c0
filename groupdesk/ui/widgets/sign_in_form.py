# SPDX-License-Identifier: MIT
"""Who works here, and their PIN: the list by keyboard, the PIN, Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.pin import MOST
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.navigation_list import NavigationEntry, NavigationList

if TYPE_CHECKING:
    from groupdesk.domain.operator_records import OperatorSeat
    from groupdesk.domain.records import OperatorRecord

_MOST_LINES = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class SignInForm(QWidget):
    """Arrow keys choose the operator, also from the PIN's field; Enter signs in."""

    signed_in = Signal(object)
    """The OperatorRecord of whoever may work from now on."""
    busy_changed = Signal(bool)

    def __init__(self, context: UiContext, chosen: int, parent: QWidget | None = None) -> None:
        """Offer all active operators, `chosen` first."""
        super().__init__(parent)
        self._context = context
        self._seats: dict[str, OperatorSeat] = {}
        self._busy = False
        self.people = NavigationList(self, most=_MOST_LINES)
        self.pin = QLineEdit(self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(MOST)
        self.field = FormField("", self.pin, self)
        self._note = label(role="secondary", parent=self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        for part in (self.people, self.field, self._note):
            column.addWidget(part)
        self.people.chosen.connect(lambda _key: self._on_chosen())
        self.pin.textEdited.connect(lambda _text: self.field.clear_error())
        self.people.installEventFilter(self)
        self.pin.installEventFilter(self)
        self._load(chosen)
        self._translate()

    @property
    def chosen(self) -> "OperatorSeat | None":
        """The operator who is chosen."""
        return self._seats.get(self.people.current)

    def submit(self) -> None:
        """Sign in as the chosen operator; says under the PIN why that is not possible."""
        seat = self.chosen
        if seat is None or self._busy:
            return
        pin, operators = self.pin.text(), self._context.desk.operators
        if seat.has_pin and not pin:
            self.pin.setFocus()
            return
        self._set_busy(busy=True)
        self._context.runner.run(
            self, lambda: operators.sign_in(seat.id, pin), self._on_signed_in, self._on_failed
        )

    def take_focus(self) -> None:
        """Bring the keyboard where it is needed next."""
        seat = self.chosen
        (self.pin if seat is not None and seat.has_pin else self.people).setFocus()

    def say(self, text: str) -> None:
        """Say what has to be known before signing in again."""
        self.field.set_error(text, focus=False)

    # ---- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if (
                event.key() in _ENTER
                and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                self.submit()
                return True
            if watched is self.pin and event.key() in _ARROWS:
                self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- inside

    def _load(self, chosen: int) -> None:
        active = [seat for seat in self._context.desk.operators.all() if seat.active]
        self._seats = {str(seat.id): seat for seat in active}
        self._show_people()
        self.people.set_current(str(chosen))
        if self.chosen is None and active:
            self.people.set_current(str(active[0].id))
        self._show_chosen()

    def _show_people(self) -> None:
        words = self._context.translations.words
        self.people.set_entries(
            [
                NavigationEntry(
                    key,
                    f"{seat.name} · {words(f'operator_role.{seat.role.value}')}",
                    "lock" if seat.has_pin else "user",
                )
                for key, seat in self._seats.items()
            ]
        )

    def _translate(self) -> None:
        self.people.setAccessibleName(self.tr("Who works here"))
        self.field.set_caption(self.tr("&PIN"))
        self._show_people()
        self._show_chosen()

    def _walk(self, by: int) -> None:
        keys = list(self._seats)
        at = keys.index(self.people.current) + by
        if 0 <= at < len(keys):
            self.people.set_current(keys[at])
            self._on_chosen(keep_focus=True)

    def _on_chosen(self, *, keep_focus: bool = False) -> None:
        self.pin.clear()
        self.field.clear_error()
        self._show_chosen()
        if not keep_focus or not self.pin.isVisible():
            self.people.setFocus()

    def _show_chosen(self) -> None:
        seat = self.chosen
        has_pin = seat is not None and seat.has_pin
        self.field.setVisible(has_pin)
        text = self.tr("{0} has no PIN: anybody at this computer can work under this name.")
        self._note.setText(text.format(seat.name) if seat is not None and not has_pin else "")
        self._note.setVisible(seat is not None and not has_pin)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.setDisabled(busy)
        self.busy_changed.emit(busy)

    def _on_signed_in(self, operator: "OperatorRecord") -> None:
        self._set_busy(busy=False)
        self.pin.clear()
        self.signed_in.emit(operator)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.pin.clear()
        if isinstance(error, StateChangedError):
            self._load(0)
        self.field.setVisible(True)
        self.field.set_error(self._context.error_text(error))
