# SPDX-License-Identifier: MIT
"""One step of carrying a removal out: what to do, done or not, by whom, with what result."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.carrying_out import StepResult
from groupdesk.domain.clock import Clock
from groupdesk.domain.enums import Channel
from groupdesk.domain.text import visible
from groupdesk.ui.icons import icon
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button, icon_button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.reveal import reveal
from groupdesk.ui.widgets.time_choice import TimeChoice

REST = 1_000
"""Milliseconds in which a second press of the key is a slip."""
_NONE = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class StepTick:
    """What a person says of a step; `at` is empty for now, `channel` is that of a notice."""

    result: StepResult = StepResult.DONE
    text: str = ""
    at: str = ""
    channel: Channel = Channel.PRIVATE


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step as it stands; of several members at once where their number is above one."""

    title: str
    how: str
    done: str = ""
    """Who did it and when; empty while it is open."""
    tried: str = ""
    """Why it could not be done, or for whom it is still open."""
    is_done: bool = False
    current: bool = False
    """The next one to do."""
    closed: bool = False
    """The removal takes no more ticks."""
    can_reopen: bool = False
    may_skip: bool = True


class StepRow(Card):
    """Takes the focus as a whole; Space records it as done, as its button does.

    So does Enter where this button stands out, as that of the next step to do. R leads to the
    remark, T to the time at which it was done. Enter in the remark records it, too, and is never
    left to the dialog: Ctrl+Enter is its main act.
    """

    ticked = Signal(object)
    """A StepTick."""
    reopen_requested = Signal()
    outcome_requested = Signal()
    """Something more became known of the notice."""
    key_taken = Signal()
    """Space or Enter is about to record the step."""

    def __init__(
        self, clock: Clock, parent: QWidget | None = None, *, notice: bool = False
    ) -> None:
        """Start empty; `show_step` fills it. A `notice` is sent by a channel."""
        super().__init__("card", parent)
        theme = current_theme()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._open = True
        self._current = False
        self._notice = notice
        self._mode = StepResult.DONE
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._icon = IconLabel("circle", "muted", "icon_large", self)
        self._title = label(role="strong", parent=self, wrap=True)
        self._how = label(role="muted", parent=self, wrap=True)
        self._tried = label(role="error", parent=self, wrap=True)
        self._done = label(role="secondary", parent=self, wrap=True)
        self.note = label(role="secondary", parent=self, wrap=True)
        self.note.hide()
        self.result = QLineEdit(self)
        self.result.textEdited.connect(self._on_remark)
        self._error = label(role="error", parent=self, wrap=True)
        self._error.hide()
        self.time = TimeChoice(clock, parent=self)
        self.time.hide()
        self.channel = ChoiceBox[Channel](self)
        self.channel.setVisible(notice)
        self.button = button("", parent=self)
        self.button.clicked.connect(self._ask)
        self.more = icon_button("ellipsis", "", self)
        self.more.setMenu(self._build_menu())
        self.again = button("", "link", parent=self)
        self.again.clicked.connect(self.reopen_requested)
        self.outcome = button("", "link", parent=self)
        self.outcome.clicked.connect(self.outcome_requested)
        self._build(theme.size("space_s"), theme.size("space_xs"), theme.size("space_m"))
        self._translate()

    def _build(self, small: int, tiny: int, gap: int) -> None:
        self._extras = QHBoxLayout()
        self._extras.setSpacing(small)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(small)
        self._acts.addWidget(self.result, 1)
        sending = QHBoxLayout()  # how a notice is sent has a line of its own
        sending.setSpacing(small)
        if self._notice:
            sending.addWidget(self.channel)
            sending.addLayout(self._extras)
            sending.addStretch(1)
        else:
            self._acts.addLayout(self._extras)
        self._acts.addWidget(self.button)
        self._acts.addWidget(self.more)
        after = QHBoxLayout()
        after.setSpacing(gap)
        after.addWidget(self._done, 1)
        after.addWidget(self.outcome)
        after.addWidget(self.again)
        inner = QWidget(self)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout(inner)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(tiny)
        for part in (self._title, self._how, self._tried, self.note):
            words.addWidget(part)
        words.addLayout(after)
        words.addWidget(self.time)
        words.addLayout(sending)
        words.addLayout(self._acts)
        words.addWidget(self._error)
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(inner, 1)
        self.body.addLayout(row)

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        self._could_not = menu.addAction("", lambda: self.say_why(StepResult.COULD_NOT))
        self._skip = menu.addAction("", lambda: self.say_why(StepResult.NOT_NEEDED))
        self._earlier = menu.addAction("", self.ask_when)
        return menu

    @property
    def done_text(self) -> str:
        """Who did it and when, empty while it is open."""
        return self._done.text()

    @property
    def tried_text(self) -> str:
        """Why it could not be done, or for whom it is still open."""
        return self._tried.text()

    @property
    def error(self) -> str:
        """What is wrong with what was said of the step; empty where nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def add_act(self, extra: QPushButton) -> None:
        """Put a button before the one that records the step."""
        self._extras.addWidget(extra)

    def show_step(self, step: ShownStep) -> None:
        """Show a step as it stands."""
        self._open = not step.is_done and not step.closed
        self._current = step.current
        self._title.setText(step.title)
        self._how.setText(step.how)
        self._how.setVisible(self._open)
        self._tried.setText(step.tried)
        self._tried.setVisible(bool(step.tried) and not step.closed)
        self._done.setText(step.done)
        self._done.setVisible(bool(step.done))
        for part in (self.result, self.button, self.more):
            part.setVisible(self._open)
        self.channel.setVisible(self._open and self._notice)
        self._skip.setVisible(step.may_skip)
        self.again.setVisible(step.can_reopen and not step.closed)
        self.outcome.setVisible(self._notice and step.can_reopen and not step.closed)
        if not self._open:
            self.time.hide()
            self.note.hide()
            self._error.hide()
        sign, tone = ("circle-check", "ok") if step.is_done else ("circle", "muted")
        if step.tried and not step.is_done:
            sign, tone = "circle-alert", "warning"
        self._icon.set_icon(sign, tone)
        restyle(self._title, "role", "strong" if step.current else "body")
        restyle(self.button, "kind", "primary" if step.current else "default")
        self.button.setIcon(icon("check", "on_accent" if step.current else "muted"))
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(visible(step.done or step.how))

    def clear(self) -> None:
        """Forget what was typed: it was recorded, or is about other members now."""
        self._mode = StepResult.DONE
        self._translate()
        self.result.clear()
        self.time.set_moment("")
        self.time.hide()
        self._error.hide()

    def say_why(self, result: StepResult) -> None:
        """Ask why the step could not be done or is not needed; the button records it then."""
        self._mode = result
        self._translate()
        self.result.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_when(self) -> None:
        """Ask when it was done, where that was not just now."""
        if self._open:
            self.time.show()
            self.time.check.setChecked(True)
            self.time.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_error(self, text: str) -> None:
        """Say what is wrong with the remark or the time, and go there."""
        self._error.setText(text)
        self._error.show()
        (self.time.edit if self.time.to_come else self.result).setFocus()

    def rest(self) -> None:
        """Take no Space or Enter for a second; a remark that is typed ends that."""
        self._rest.start()

    def wake(self) -> None:
        """Take keys again at once."""
        self._rest.stop()

    @property
    def writing(self) -> bool:
        """Whether somebody is writing a remark on a step that is still open."""
        return self._open and self.result.hasFocus() and bool(self.result.text().strip())

    def record(self) -> None:
        """Record what is written, as the button of the step does."""
        self._ask()

    @property
    def resting(self) -> bool:
        """Whether a key was taken just now, and the next one would be a slip."""
        return self._rest.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier)
        enter = plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        chosen = self.hasFocus() or (enter and self.result.hasFocus())
        if enter and self.hasFocus() and not self._current:
            return  # the button of another step stands out
        if chosen and (enter or event.key() == Qt.Key.Key_Space):
            if self._rest.isActive():
                self._rest.start()  # a held key that the platform does not mark as repeated
            elif not event.isAutoRepeat():
                self.key_taken.emit()
                self._ask()
            return
        if self.hasFocus() and plain and self._open:
            if event.key() == Qt.Key.Key_R:
                self.result.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
            if event.key() == Qt.Key.Key_T:
                self.ask_when()
                return
        if self.hasFocus() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _go(self, by: int) -> None:
        """Give the focus to the row above or below."""
        around = self.parentWidget()
        rows = [row for row in around.findChildren(StepRow) if row.isVisible()] if around else []
        rows.sort(key=lambda row: row.y())
        at = rows.index(self) + by if self in rows else -1
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            reveal(rows[at])

    def _translate(self) -> None:
        done, sent = self.tr("Record as done"), self.tr("Record as sent")
        record = {
            StepResult.DONE: sent if self._notice else done,
            StepResult.COULD_NOT: self.tr("Record as not delivered")
            if self._notice
            else self.tr("Record as not possible"),
            StepResult.NOT_NEEDED: self.tr("Record as not needed"),
        }
        remark, why = self.tr("Result or remark (optional)"), self.tr("Why?")
        remark = remark if self._mode is StepResult.DONE else why
        self.button.setText(record[self._mode])
        self.button.setToolTip(
            self.tr("Space does the same while the step is chosen, Enter where it is the next one")
        )
        self.result.setPlaceholderText(remark)
        self.result.setAccessibleName(remark)
        self.channel.setAccessibleName(self.tr("Channel of the notice"))
        self.more.setAccessibleName(self.tr("Something else became of it"))
        self.more.setToolTip(self.tr("It could not be done, is not needed, or was done earlier"))
        could_not, lost = self.tr("Could not be done…"), self.tr("Could not be delivered…")
        self._could_not.setText(lost if self._notice else could_not)
        self._skip.setText(self.tr("Not needed…"))
        self._earlier.setText(self.tr("Was done earlier…"))
        self.again.setText(self.tr("Open again"))
        self.outcome.setText(self.tr("More about it…"))
        self.time.set_caption(self.tr("Done at"))

    def _on_remark(self) -> None:
        self._rest.stop()
        self._error.hide()

    def _ask(self) -> None:
        if not self._open or not self.button.isEnabled():
            return
        text = self.result.text().strip()
        if self._mode is not StepResult.DONE and not text:
            self.show_error(self.tr("Write briefly why."))
            return
        channel = self.channel.value if self._notice else Channel.PRIVATE
        self.ticked.emit(StepTick(self._mode, text, self.time.moment(), channel))
