# SPDX-License-Identifier: MIT
"""Ground, rule and term of a removal."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Ground, Severity, Term
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.decision_fields import DecisionFields, _later


@pytest.fixture
def fields(qtbot: QtBot, context: UiContext, desk: Desk) -> DecisionFields:
    book = desk.rules.current(1)
    assert book is not None
    made = DecisionFields(context, book.rules)
    qtbot.addWidget(made)
    made.resize(760, 120)
    made.show()
    return made


def choose(fields: DecisionFields, text: str) -> None:
    """Choose a term as a person does."""
    at = fields.term.findText(text)
    assert at >= 0, [fields.term.itemText(n) for n in range(fields.term.count())]
    fields.term.setCurrentIndex(at)
    fields.term.activated.emit(at)


def test_a_breach_begins_with_half_a_year_other_grounds_with_a_way_back(
    fields: DecisionFields,
) -> None:
    assert (fields.chosen_term, fields.chosen_until) == (Term.UNTIL, date(2027, 5, 21))
    fields.ground.setCurrentIndex(fields.ground.findData(Ground.INACTIVE.value))
    assert (fields.chosen_term, fields.chosen_until) == (Term.MAY_RETURN, None)


def test_a_zero_tolerance_rule_begins_with_for_good(fields: DecisionFields, desk: Desk) -> None:
    book = desk.rules.current(1)
    assert book is not None
    codes = {rule.severity: at for at, rule in enumerate(book.rules)}
    fields.rule.setCurrentIndex(codes[Severity.ZERO_TOLERANCE])
    assert fields.payload()["term"] == Term.FOR_GOOD
    fields.rule.setCurrentIndex(codes[Severity.MINOR])
    assert fields.payload()["term"] == Term.UNTIL
    fields.rule.setCurrentIndex(codes[Severity.ZERO_TOLERANCE])
    fields.ground.setCurrentIndex(fields.ground.findData(Ground.COMPROMISED.value))
    assert fields.payload()["term"] == Term.MAY_RETURN
    fields.ground.setCurrentIndex(fields.ground.findData(Ground.BREACH.value))
    choose(fields, "Until 21 Dec")
    fields.rule.setCurrentIndex(codes[Severity.MINOR])
    assert fields.chosen_until == date(2026, 12, 21), "what was chosen stays"


def test_a_term_that_was_chosen_stays_whatever_the_ground(fields: DecisionFields) -> None:
    choose(fields, "For good")
    fields.ground.setCurrentIndex(fields.ground.findData(Ground.INACTIVE.value))
    fields.ground.setCurrentIndex(fields.ground.findData(Ground.BREACH.value))
    assert fields.chosen_term is Term.FOR_GOOD


def test_another_date_is_asked_for_only_then(fields: DecisionFields) -> None:
    assert fields.until_field.isHidden()
    choose(fields, "Until another date…")
    assert fields.until_field.isVisibleTo(fields)
    fields.until.setDate(QDate(2028, 2, 29))
    assert fields.chosen_until == date(2028, 2, 29)
    choose(fields, "Until 21 Dec")
    assert fields.until_field.isHidden()
    assert fields.chosen_until == date(2026, 12, 21)


def test_a_rule_belongs_to_a_breach_only(fields: DecisionFields) -> None:
    fields.rule.setCurrentIndex(1)
    rule = fields.chosen_rule
    assert rule is not None
    assert fields.rule.currentText() == f"{rule.code}  {rule.titles['en']}"
    fields.ground.setCurrentIndex(fields.ground.findData(Ground.SIZE_LIMIT.value))
    assert fields.chosen_rule is None
    assert fields.rule_field.isHidden()


@pytest.mark.parametrize("term", ["For good", "Until 21 Nov 2027", "Until another date…"])
def test_a_draft_comes_back_as_it_was(
    qtbot: QtBot, context: UiContext, desk: Desk, fields: DecisionFields, term: str
) -> None:
    fields.rule.setCurrentIndex(3)
    fields.until.setDate(QDate(2028, 2, 29))
    choose(fields, term)
    book = desk.rules.current(1)
    assert book is not None
    other = DecisionFields(context, book.rules)
    qtbot.addWidget(other)
    other.restore(fields.payload())
    assert other.payload() == fields.payload()
    assert other.term.currentText() == term


def test_a_rule_that_is_gone_is_chosen_anew(fields: DecisionFields) -> None:
    fields.restore({"ground": "breach", "rule": "R99", "term": "may_return", "until": ""})
    assert fields.chosen_rule is None
    assert fields.rule.currentText() == ""


def test_without_rules_it_says_so(qtbot: QtBot, context: UiContext) -> None:
    made = DecisionFields(context, ())
    qtbot.addWidget(made)
    assert made.chosen_rule is None
    assert made.ground_open, "a breach of nothing is no ground, and no other is meant unseen"
    assert made.rule_field.isHidden()
    assert made.payload()["ground"] == ""
    assert made.payload()["term"] == Term.MAY_RETURN
    made.restore({"ground": "breach", "rule": "R1", "term": "may_return", "until": ""})
    assert made.ground_open
    breach = made.ground.model().index(made.ground.findData(Ground.BREACH.value), 0)
    assert not breach.flags() & Qt.ItemFlag.ItemIsEnabled
    made.ground.setCurrentIndex(made.ground.findData(Ground.INACTIVE.value))
    assert made.payload()["ground"] == Ground.INACTIVE
    assert made.chosen_ground is Ground.INACTIVE


def test_there_is_one_row_or_two(fields: DecisionFields) -> None:
    QApplication.processEvents()
    assert fields.rule_field.y() == fields.ground_field.y() == fields.term_field.y()
    fields.resize(480, 200)
    QApplication.processEvents()
    assert fields.rule_field.y() > fields.ground_field.y()
    assert fields.rule_field.width() == 480


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 21), 6, date(2027, 5, 21)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2028, 1, 30), 1, date(2028, 2, 29)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert _later(day, months) == later
