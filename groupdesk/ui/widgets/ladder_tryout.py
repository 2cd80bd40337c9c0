# SPDX-License-Identifier: MIT
"""Tries a ladder out on a history that is made up, and says what each breach would lead to."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.ladder_tryout import TriedBreach, TriedStep, try_out
from groupdesk.ui.context import UiContext
from groupdesk.ui.standing_words import step_name, tone_of
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.ui.widgets.pill import Pill

_MOST = 12
_FIRST = (0, 14, 30)  # days after the one before: somebody who does it again soon
_LONGEST = 3_650
_LATER_WIDTH = 96  # at least, in a narrow window


class TryoutRow(Card):
    """One breach, and under it what it leads to."""

    changed = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with a minor breach."""
        super().__init__("card", parent)
        theme = current_theme()
        self.severity: ChoiceBox[Severity] = ChoiceBox(self)
        self.later = NumberField(0, _LONGEST, self)
        self.later.setMinimumWidth(_LATER_WIDTH)
        self.pardoned = QCheckBox(self)
        self.remove = icon_button("x", "", self)
        self.result = Pill("", "muted", self)
        self.why = label(role="secondary", parent=self, wrap=True)
        top, below, end = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line in (top, below, end):
            line.setSpacing(theme.size("space_s"))
        top.addWidget(self.severity, 1)
        top.addWidget(self.remove)
        below.addWidget(self.later, 1)
        below.addWidget(self.pardoned)
        end.addWidget(self.result, 0, Qt.AlignmentFlag.AlignTop)
        end.addWidget(self.why, 1)
        for line in (top, below, end):
            self.body.addLayout(line)
        margin = theme.size("space_s")
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.severity.chosen.connect(self.changed)
        self.later.valueChanged.connect(lambda _days: self.changed.emit())
        self.pardoned.toggled.connect(lambda _on: self.changed.emit())
        self.remove.clicked.connect(self.remove_asked)


class LadderTryout(QWidget):
    """Rows in the order of their days, the first one today; nothing of it is kept."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start with three minor breaches in a row."""
        super().__init__(parent)
        self._context = context
        self._ladder: Ladder | None = None
        self.rows: list[TryoutRow] = []
        self.found: tuple[TriedStep, ...] = ()
        self._about = label(role="muted", parent=self, wrap=True)
        self.add = button("", icon_name="plus", parent=self)
        self._column = QVBoxLayout()
        self._column.setSpacing(current_theme().size("space_s"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        column.addWidget(self._about)
        column.addLayout(self._column)
        column.addWidget(self.add)
        column.addStretch(1)
        self.add.clicked.connect(self._on_add)
        for days in _FIRST:
            self._new_row(days)
        self._translate()

    def show_ladder(self, ladder: Ladder) -> None:
        """Try this one."""
        self._ladder = ladder
        self._show()

    @property
    def breaches(self) -> list[TriedBreach]:
        """What is made up."""
        day = self._context.desk.clock().date()
        found = []
        for row in self.rows:
            day += timedelta(days=row.later.value())
            found.append(TriedBreach(row.severity.value, day, row.pardoned.isChecked()))
        return found

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._show()
        super().changeEvent(event)

    # ---- inside

    def _translate(self) -> None:
        self._about.setText(
            self.tr("Make up a history and see what each breach would lead to. None of it is kept.")
        )
        self.add.setText(self.tr("Add a &breach"))
        self._name_rows()

    def _name_rows(self) -> None:
        words = self._context.translations.words
        for number, row in enumerate(self.rows, 1):
            row.severity.set_choices([(words(f"severity.{s.value}"), s) for s in Severity])
            row.severity.setAccessibleName(self.tr("Breach {0}: how serious").format(number))
            row.later.setAccessibleName(self.tr("Breach {0}: days later").format(number))
            row.later.setSpecialValueText(self.tr("same day") if number > 1 else self.tr("today"))
            row.later.setEnabled(number > 1)
            row.pardoned.setText(self.tr("Pardoned"))
            name_button(row.remove, self.tr("Take out breach {0}").format(number))
            row.remove.setEnabled(len(self.rows) > 1)

    def _new_row(self, days: int) -> TryoutRow:
        row = TryoutRow(self)
        row.later.setValue(days)
        row.changed.connect(self._show)
        row.remove_asked.connect(partial(self._on_remove, row))
        self._column.addWidget(row)
        self.rows.append(row)
        return row

    def _on_add(self) -> None:
        row = self._new_row(_FIRST[-1])
        self._name_rows()
        self._show()
        row.severity.setFocus()

    def _on_remove(self, row: TryoutRow) -> None:
        at = self.rows.index(row)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not at:
            self.rows[0].later.setValue(0)
        self._name_rows()
        self._show()
        self.rows[min(at, len(self.rows) - 1)].severity.setFocus()

    def _show(self) -> None:
        self.add.setEnabled(len(self.rows) < _MOST)
        ladder = self._ladder
        if ladder is None:
            return
        breaches = self.breaches
        self.found = try_out(ladder, breaches)
        for row, breach, step in zip(self.rows, breaches, self.found, strict=True):
            suffix = self.tr(" day later") if row.later.value() == 1 else self.tr(" days later")
            if row.later.suffix() != suffix:
                row.later.setSuffix(suffix)
            self._say(row, ladder, breach, step)

    def _say(self, row: TryoutRow, ladder: Ladder, breach: TriedBreach, step: TriedStep) -> None:
        words = self._context.translations.words
        name = step_name(words, ladder, step.position)
        ends = ladder.steps[step.position - 1].kind is StepKind.REMOVAL
        row.pardoned.setEnabled(not ends)
        quiet = step.removed or (breach.pardoned and not ends)
        row.result.show_word(name, "muted" if quiet else tone_of(ladder, step.position))
        row.why.setText(self._why(ladder, breach, step))
        row.setAccessibleDescription(f"{name}. {row.why.text()}")

    def _why(self, ladder: Ladder, breach: TriedBreach, step: TriedStep) -> str:
        parts = [self._day(breach.day)]
        ends = ladder.steps[step.position - 1].kind is StepKind.REMOVAL
        if step.removed:
            parts.append(self.tr("would be removed already"))
        elif breach.pardoned and not ends:
            parts.append(self.tr("pardoned, no longer counts"))
        elif step.counts_until is not None:
            parts.append(self.tr("counts until {0}").format(self._day(step.counts_until)))
        if step.lapsed and not step.before.position and not step.removed:
            parts.append(self.tr("starts again: the earlier ones no longer count"))
        return " · ".join(parts)

    def _day(self, day: date) -> str:
        return self._context.dates.day(day, self._context.desk.clock().date())
