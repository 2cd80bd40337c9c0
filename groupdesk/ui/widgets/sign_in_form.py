# SPDX-License-Identifier: MIT
"""Who works here, and their PIN: the list by keyboard, the PIN, Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.pin import MOST, SAMPLE_PIN
from groupdesk.ui.context import UiContext
from groupdesk.ui.say_aloud import say_aloud
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.navigation_list import NavigationEntry, NavigationList

if TYPE_CHECKING:
    from groupdesk.domain.operator_records import OperatorSeat
    from groupdesk.domain.records import OperatorRecord

_MOST_LINES = 8
_SECOND = 1000  # milliseconds
_LINES = 2  # of what goes wrong: room is kept for it, so that nothing moves when it is said
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class SignInForm(QWidget):
    """Arrow keys choose the operator, also from the PIN's field; Enter signs in.

    Whatever is typed or pasted goes to the PIN, also while the list has the keyboard.
    """

    signed_in = Signal(object)
    """The OperatorRecord of whoever may work from now on."""
    busy_changed = Signal(bool)

    def __init__(self, context: UiContext, chosen: int, parent: QWidget | None = None) -> None:
        """Offer all active operators, `chosen` first."""
        super().__init__(parent)
        theme = current_theme()
        self._context = context
        self._seats: dict[str, OperatorSeat] = {}
        self._waits: dict[str, QDeadlineTimer] = {}  # until when an operator's PIN is not tried
        self._busy = False
        self.people = NavigationList(self, most=_MOST_LINES)
        self.pin = QLineEdit(self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(MOST)
        self.field = FormField("", self.pin, self)
        self.sample = label(role="secondary", parent=self, wrap=True)
        self._note = label(role="secondary", parent=self, wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._said = label(role="error", parent=self, wrap=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._said.setMinimumHeight(_LINES * theme.line("secondary"))
        asked = QWidget(self)
        inner = QVBoxLayout(asked)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.size("space_xs"))
        inner.addWidget(self.field)
        inner.addWidget(self.sample)
        self._below = QStackedWidget(self)  # as high for everybody: what stands below stays
        self._below.addWidget(asked)
        self._below.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_m"))
        for part in (self.people, self._below, self._said):
            column.addWidget(part)
        self.ticking = QTimer(self, interval=_SECOND)
        self.ticking.timeout.connect(self._count_down)
        self.sample.setVisible(context.desk.workspace.record().sample)
        self.people.chosen.connect(lambda _key: self._on_chosen())
        self.people.clicked.connect(lambda _index: self.take_focus())
        self.pin.textEdited.connect(lambda _text: self._on_typed())
        self.people.installEventFilter(self)
        self.pin.installEventFilter(self)
        self._load(chosen)
        self._translate()

    @property
    def chosen(self) -> "OperatorSeat | None":
        """The operator who is chosen."""
        return self._seats.get(self.people.current)

    @property
    def error(self) -> str:
        """Why nobody is signed in yet; empty before the first try."""
        return self._said.text()

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
        self._said.setText(text)
        restyle(self.pin, "invalid", value=bool(text))
        self.pin.setAccessibleDescription(text)

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
            if watched is self.people and self._type(event):
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
                    place=self.tr("asks for a PIN") if seat.has_pin else self.tr("no PIN"),
                )
                for key, seat in self._seats.items()
            ]
        )

    def _translate(self) -> None:
        self.people.setAccessibleName(self.tr("Who works here"))
        self.field.set_caption(self.tr("&PIN"))
        self.sample.setText(
            self.tr("Only in the sample: Arun and 林晓 have the PIN {0}.").format(SAMPLE_PIN)
        )
        self._show_people()
        self._show_chosen()

    def _type(self, event: QKeyEvent) -> bool:
        """Let the PIN have what is typed or pasted over the list; say whether it took it."""
        seat = self.chosen
        typed = event.text().isprintable() and bool(event.text().strip())
        if seat is None or not seat.has_pin:
            return False
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pin.setFocus()
            self.pin.paste()
            return True
        if typed and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.pin.setFocus()
            self.pin.insert(event.text())
            return True
        return False

    def _walk(self, by: int) -> None:
        keys = list(self._seats)
        at = keys.index(self.people.current) + by
        if 0 <= at < len(keys):
            self.people.set_current(keys[at])
            self._on_chosen(keep_focus=True)

    def _on_chosen(self, *, keep_focus: bool = False) -> None:
        self.pin.clear()
        self._show_chosen()
        self.say("")
        self._count_down()
        if not keep_focus or not self.pin.isVisible():
            self.people.setFocus()

    def _on_typed(self) -> None:
        if not self.ticking.isActive():
            self.say("")

    def _show_chosen(self) -> None:
        seat = self.chosen
        text = self.tr("{0} has no PIN: anybody at this computer can work under this name.")
        without = seat is not None and not seat.has_pin
        self._note.setText(text.format(seat.name) if seat is not None and without else "")
        self._below.setCurrentIndex(1 if without else 0)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.setDisabled(busy)
        self.busy_changed.emit(busy)

    def _on_signed_in(self, operator: "OperatorRecord") -> None:
        self._set_busy(busy=False)
        self.pin.clear()
        self.say("")
        self.signed_in.emit(operator)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.pin.clear()
        self._load(int(self.people.current))  # a PIN was set meanwhile, or the operator left
        self.say(self._context.error_text(error))
        wait = error.values.get("seconds") if isinstance(error, GroupDeskError) else None
        if isinstance(wait, int) and wait:
            self._waits[self.people.current] = QDeadlineTimer(wait * _SECOND)
            self._count_down()
        say_aloud(self, self.error)
        self.take_focus()

    # ---- the wait

    def _count_down(self) -> None:
        """Say how long the chosen one has still to wait, and once that they need not any more."""
        until = self._waits.get(self.people.current)
        if until is None:
            self.ticking.stop()
            return
        left = -(-until.remainingTime() // _SECOND)
        if left > 0:
            self.say(
                self.tr("Too many wrong PINs. The next try is possible in {0}.").format(
                    f"{left // 60}:{left % 60:02}"
                )
            )
            self.ticking.start()
            return
        del self._waits[self.people.current]
        self.ticking.stop()
        self.say("")
        say_aloud(self, self.tr("The PIN can be tried again."))
