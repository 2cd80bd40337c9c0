# SPDX-License-Identifier: MIT
"""One step of a ladder while it is edited: its kind, and its numbers for each severity."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import MAX_BREACHES, MAX_COUNTS_DAYS, Ladder, Terms
from groupdesk.ui.standing_words import step_name
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.words import Words

DAYS_WIDTH = 104
BREACHES_WIDTH = 136
_KIND_LENGTH = 5  # characters that are shown at least
_SEVERITIES = tuple(Severity)


class Grip(IconLabel):
    """Where a row is taken to be dragged."""

    dragged = Signal(QPoint)
    """Where the pointer is now, on the screen."""
    dropped = Signal()
    """The button was let go, after it was moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Wait to be taken."""
        super().__init__("grip-vertical", "muted", "icon", parent)
        self._moving = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._moving = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._moving:
            self._moving = False
            self.dropped.emit()


class LadderRow(Card):
    """Shows one step; what is changed in it is told and not kept here."""

    kind_chosen = Signal(object)
    """The StepKind."""
    terms_changed = Signal(object, object)
    """The severities that have other numbers now, and the Terms."""
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a step."""
        super().__init__("card", parent)
        theme = current_theme()
        self._silent = False
        self._apart = False
        self.grip = Grip(self)
        self.kind: ChoiceBox[StepKind] = ChoiceBox(self)
        self.kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kind.setMinimumContentsLength(_KIND_LENGTH)
        self.remove = icon_button("x", "", self)
        self._ends = label(role="muted", parent=self, wrap=True)
        self.names: dict[Severity, QLabel] = {}
        self.days: dict[Severity, NumberField] = {}
        self.breaches: dict[Severity, NumberField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.size("space_s"))
        grid.setVerticalSpacing(theme.size("space_xs"))
        grid.setColumnStretch(1, 1)
        centre = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.grip, 0, 0, centre)
        grid.addWidget(self.kind, 0, 1)
        grid.addWidget(self._ends, 0, 2, 1, 2)
        grid.addWidget(self.remove, 0, 4, centre)
        for line, severity in enumerate(_SEVERITIES):
            name = self.names[severity] = label(role="body", parent=self)
            days = self.days[severity] = NumberField(0, MAX_COUNTS_DAYS, self)
            breaches = self.breaches[severity] = NumberField(1, MAX_BREACHES, self)
            days.setFixedWidth(DAYS_WIDTH)
            breaches.setFixedWidth(BREACHES_WIDTH)
            if line:
                grid.addWidget(name, line, 1)
            grid.addWidget(days, line, 2)
            grid.addWidget(breaches, line, 3)
            for field in (days, breaches):
                field.valueChanged.connect(lambda _value, of=severity: self._on_number(of))
        self._grid = grid
        margin = theme.size("space_s")
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.addLayout(grid)
        self.kind.chosen.connect(lambda: self.kind_chosen.emit(self.kind.value))
        self.remove.clicked.connect(self.remove_asked)

    def show_step(self, words: Words, ladder: Ladder, at: int, *, apart: bool) -> None:
        """Show the step at a place; `apart` has numbers for each severity that comes to it."""
        self._silent = True
        self._apart = apart
        step, name = ladder.steps[at], step_name(words, ladder, at + 1)
        self._name(words, name, at + 1)
        self.kind.choose(step.kind)
        ends = step.kind is StepKind.REMOVAL
        self._ends.setVisible(ends)
        self._grid.removeWidget(self.kind)
        self._grid.addWidget(self.kind, 0, 1, 1, 2 if apart and not ends else 1)
        for line, severity in enumerate(_SEVERITIES):
            shown = not ends and (
                ladder.starts[severity] <= at + 1 if apart else severity is Severity.MINOR
            )
            place = (self._line(ladder, at, severity) if apart else 0) if shown else line
            self._put(severity, place, shown=shown, named=apart)
            terms = step.terms[severity]
            for field, value in (
                (self.days[severity], terms.days),
                (self.breaches[severity], terms.breaches),
            ):
                if field.value() != value:
                    field.setValue(value)
            self._suffixes(severity)
        self.remove.setEnabled(len(ladder.steps) > 1)
        self._silent = False

    def take_focus(self) -> None:
        """Go to the step's kind."""
        self.kind.setFocus()

    # ---- inside

    @staticmethod
    def _line(ladder: Ladder, at: int, severity: Severity) -> int:
        """Return in which line a severity stands: those that do not come here have none."""
        reaching = [one for one in _SEVERITIES if ladder.starts[one] <= at + 1]
        return reaching.index(severity) + 1

    def _put(self, severity: Severity, line: int, *, shown: bool, named: bool) -> None:
        parts = (self.names[severity], self.days[severity], self.breaches[severity])
        for column, part in enumerate(parts, 1):
            part.setVisible(shown and (named or column > 1))
            if shown and (named or column > 1):
                self._grid.removeWidget(part)
                self._grid.addWidget(part, line, column)

    def _name(self, words: Words, name: str, number: int) -> None:
        self.setAccessibleName(self.tr("Step {0}: {1}").format(number, name))
        self._ends.setText(self.tr("Nothing follows."))
        self.kind.set_choices([(words(f"step_kind.{kind.value}"), kind) for kind in StepKind])
        self.kind.setAccessibleName(self.tr("Kind of step {0}").format(number))
        self.grip.setToolTip(self.tr("Drag to move, or Alt+Up and Alt+Down"))
        name_button(self.remove, self.tr("Take out step {0}").format(number))
        for severity in _SEVERITIES:
            said = words(f"severity.{severity.value}")
            self.names[severity].setText(said)
            of = self.tr(", {0}").format(said) if self._apart else ""
            self.days[severity].setAccessibleName(
                self.tr("Step {0}{1}: for how long it counts").format(number, of)
            )
            self.breaches[severity].setAccessibleName(
                self.tr("Step {0}{1}: messages before the next step").format(number, of)
            )

    def _suffixes(self, severity: Severity) -> None:
        days, breaches = self.days[severity], self.breaches[severity]
        counted = self.tr(" day") if days.value() == 1 else self.tr(" days")
        led = self.tr(" message") if breaches.value() == 1 else self.tr(" messages")
        breaches.setPrefix(self.tr("after "))
        for field, suffix in ((days, counted), (breaches, led)):
            if field.suffix() != suffix:  # setting it anew would move the cursor
                field.setSuffix(suffix)

    def _on_number(self, severity: Severity) -> None:
        if self._silent:
            return
        self._silent = True
        self._suffixes(severity)
        self._silent = False
        terms = Terms(self.days[severity].value(), self.breaches[severity].value())
        concerned: Sequence[Severity] = (severity,) if self._apart else _SEVERITIES
        self.terms_changed.emit(concerned, terms)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for severity in _SEVERITIES:
                self._suffixes(severity)
