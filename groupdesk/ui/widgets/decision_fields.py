# SPDX-License-Identifier: MIT
"""What a removal is: on which ground, for which rule, for how long."""

import calendar
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtGui import QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QWidget

from groupdesk.domain.enums import Ground, Severity, Term
from groupdesk.domain.records import RuleRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.rule_choice import RuleChoice

_MONTHS = (1, 3, 6, 12)
_USUAL_MONTHS = 6  # offered first for a breach


class DecisionFields(QWidget):
    """Three choices in a row, in two rows where there is little room."""

    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        rules: Sequence[RuleRecord],
        parent: QWidget | None = None,
        *,
        one_rule: bool = True,
        breach: bool | None = None,
    ) -> None:
        """Offer `rules`, the ones in force; without `one_rule` they are asked for elsewhere.

        `breach` says whether there is a rule to break, here or elsewhere. Where there is none, no
        ground is chosen yet: none of the others is what one would mean unseen.
        """
        super().__init__(parent)
        self._one_rule = one_rule
        self._breach = bool(rules) if breach is None else breach
        self._context = context
        self._today = context.desk.clock().date()
        self._terms = _terms(self._today)
        self._term_touched = False
        self.ground = QComboBox(self)
        self.rule = RuleChoice(context.translations, rules, self)
        self.term = QComboBox(self)
        self.until = QDateEdit(self)
        self.until.setCalendarPopup(True)
        for combo in (self.ground, self.term):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(8)
        self.ground_field = FormField("", self.ground, self)
        self.rule_field = FormField("", self.rule, self)
        self.term_field = FormField("", self.term, self)
        self.until_field = FormField("", self.until, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current_theme().size("space_m"))
        self._grid.setVerticalSpacing(current_theme().size("space_s"))
        self._wide: bool | None = None
        self._fill()
        self._suggest_term()
        self._connect()
        self._translate()
        self._show_what_applies()

    # ---- what was chosen

    @property
    def ground_open(self) -> bool:
        """Whether a ground is still to be chosen."""
        return self.ground.currentIndex() < 0

    @property
    def chosen_ground(self) -> Ground:
        """The ground; while it is open, one that asks for what all but a breach ask for."""
        return Ground.OFF_PURPOSE if self.ground_open else Ground(self.ground.currentData())

    @property
    def chosen_rule(self) -> RuleRecord | None:
        """The rule that was broken; None while it is not chosen, and for other grounds."""
        return self.rule.rule if self.chosen_ground is Ground.BREACH else None

    @property
    def chosen_term(self) -> Term:
        """For how long."""
        return self._terms[self.term.currentIndex()][0]

    @property
    def chosen_until(self) -> date | None:
        """The last day of a removal until a date."""
        term, preset = self._terms[self.term.currentIndex()]
        if term is not Term.UNTIL:
            return None
        day = self.until.date()
        return preset or date(day.year(), day.month(), day.day())

    def payload(self) -> dict[str, object]:
        """Return what a draft keeps; the rule by its code, for versions follow each other."""
        rule, until = self.chosen_rule, self.chosen_until
        return {
            "ground": "" if self.ground_open else self.chosen_ground.value,
            "rule": rule.code if rule else "",
            "term": self.chosen_term.value,
            "until": until.isoformat() if until else "",
        }

    def restore(self, payload: Mapping[str, object]) -> None:
        """Take what a draft kept; a rule that is no longer in force is chosen anew."""
        ground = str(payload["ground"])
        if self._breach or ground != Ground.BREACH.value:
            self.ground.setCurrentIndex(self.ground.findData(ground))
        self.rule.choose(str(payload["rule"]))
        until = str(payload["until"])
        self._term_touched = True
        self._choose_term(Term(str(payload["term"])), date.fromisoformat(until) if until else None)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ---- building

    def _fill(self) -> None:
        for ground in Ground:
            self.ground.addItem("", ground.value)
        offered = self.ground.model()
        if not self._breach and isinstance(offered, QStandardItemModel):
            offered.item(self.ground.findData(Ground.BREACH.value)).setEnabled(False)
            self.ground.setCurrentIndex(-1)
        for _term in self._terms:
            self.term.addItem("")

    def _connect(self) -> None:
        self.ground.currentIndexChanged.connect(self._on_ground)
        self.rule.chosen.connect(self._on_rule)
        self.term.activated.connect(self._on_term_touched)
        self.term.currentIndexChanged.connect(lambda _at: self._on_changed(self.until_field))
        self.until.dateChanged.connect(lambda _day: self._on_changed(self.until_field))

    def _arrange(self) -> None:
        """Put the three in a row where each can be read."""
        theme = current_theme()
        wide = self.width() >= 3 * theme.size("side_width") - theme.size("space_xl")
        if wide == self._wide:
            return
        self._wide = wide
        places = (
            {"ground": (0, 0, 3), "rule": (0, 3, 5), "term": (0, 8, 4), "until": (1, 8, 4)}
            if wide
            else {"ground": (0, 0, 6), "term": (0, 6, 6), "until": (1, 6, 6), "rule": (2, 0, 12)}
        )
        if not self._one_rule:
            places |= {"ground": (0, 0, 6), "term": (0, 6, 6), "until": (1, 6, 6)}
        for name, (row, column, span) in places.items():
            self._grid.addWidget(getattr(self, f"{name}_field"), row, column, 1, span)
        for column in range(12):
            self._grid.setColumnStretch(column, 1)

    def _translate(self) -> None:
        words, dates = self._context.translations.words, self._context.dates
        self.ground_field.set_caption(self.tr("&Ground"))
        self.rule_field.set_caption(self.tr("R&ule broken"))
        self.term_field.set_caption(self.tr("&For how long"))
        self.until_field.set_caption(self.tr("Unt&il"))
        self.until.setDisplayFormat(self.tr("d MMM yyyy"))
        self.ground.setPlaceholderText(self.tr("Choose the ground"))
        if not self._breach:
            self.ground_field.set_hint(
                self.tr("Without published rules, none can have been broken.")
            )
        for at in range(self.ground.count()):
            self.ground.setItemText(at, words(f"ground.{self.ground.itemData(at)}"))
        for at, (term, until) in enumerate(self._terms):
            text = words(f"term.{term.value}")
            if term is Term.UNTIL:
                text = self.tr("Until another date…")
                if until is not None:
                    text = self.tr("Until {0}").format(dates.day(until, self._today))
            self.term.setItemText(at, text)

    # ---- slots

    def _on_ground(self) -> None:
        self._suggest_term()
        self._on_changed(self.rule_field)

    def _on_rule(self) -> None:
        self._suggest_term()
        self._on_changed(self.rule_field)

    def _suggest_term(self) -> None:
        """Begin with what is usual: nobody who broke a zero-tolerance rule is asked back."""
        if self._term_touched:
            return
        rule = self.chosen_rule
        if self.chosen_ground is not Ground.BREACH:
            self._choose_term(Term.MAY_RETURN, None)
        elif rule is not None and rule.severity is Severity.ZERO_TOLERANCE:
            self._choose_term(Term.FOR_GOOD, None)
        else:
            self._choose_term(Term.UNTIL, _later(self._today, _USUAL_MONTHS))

    def _on_term_touched(self) -> None:
        self._term_touched = True

    def _on_changed(self, field: FormField) -> None:
        field.clear_error()
        self._show_what_applies()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        self.rule_field.setVisible(self._one_rule and self.chosen_ground is Ground.BREACH)
        self.until_field.setVisible(self._terms[self.term.currentIndex()] == (Term.UNTIL, None))

    def _choose_term(self, term: Term, until: date | None) -> None:
        if until is not None:
            self.until.setDate(QDate(until.year, until.month, until.day))
        known = (term, until) in self._terms
        self.term.setCurrentIndex(self._terms.index((term, until if known else None)))


def _terms(today: date) -> tuple[tuple[Term, date | None], ...]:
    """Return the choices in their order; a date of None is chosen in the field beside."""
    return (
        (Term.MAY_RETURN, None),
        *((Term.UNTIL, _later(today, months)) for months in _MONTHS),
        (Term.UNTIL, None),
        (Term.FOR_GOOD, None),
    )


def _later(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
