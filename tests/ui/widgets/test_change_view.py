# SPDX-License-Identifier: MIT
"""What changed, on screen: struck out and underlined, step by step, and never as markup."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Severity
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_compare import compare_rules
from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.change_view import ChangeView
from groupdesk.words import Words
from tests.ui.helpers import show_active, shows

ONE = RuleDraft("R1", Severity.MINOR, {"en": "No ads"}, {"en": "No ads here, please."})
TWO = RuleDraft("R2", Severity.MINOR, {"en": "Be kind"}, {"en": "Please."})
EN = Words("en")


@pytest.fixture
def view(qtbot: QtBot) -> ChangeView:
    made = ChangeView()
    qtbot.addWidget(made)
    made.resize(500, 400)
    show_active(qtbot, made)
    return made


def format_of(view: ChangeView, text: str) -> QTextCharFormat:
    found = view.document().find(text)
    assert not found.isNull(), text
    return found.charFormat()


def test_what_went_and_what_came_differ_in_more_than_colour(view: ChangeView) -> None:
    new = replace(ONE, texts={"en": "No ads anywhere, please."})
    view.show_changes(EN, compare_rules((ONE,), (new,)), "same")
    assert format_of(view, "here").fontStrikeOut()
    assert format_of(view, "anywhere").fontUnderline()
    plain = format_of(view, "please")
    assert not plain.fontStrikeOut()
    assert not plain.fontUnderline()


def test_keys_lead_from_change_to_change_and_say_it(qtbot: QtBot, view: ChangeView) -> None:
    new = replace(ONE, severity=Severity.SERIOUS, texts={"en": "No adverts here, thank you."})
    view.show_changes(EN, compare_rules((ONE,), (new,)), "same")
    assert (view.count, view.current, view.said) == (3, -1, "")
    view.go(1)
    assert view.said == "R1 No ads (Changed). Severity: Minor → Serious"
    view.go(1)
    assert view.said == "English text. [removed: ads]. [added: adverts]"
    selections = view.extraSelections()
    marked = selections[0].cursor.selectedText()
    assert marked.replace("\u2009", " ") == "ads adverts"
    view.go(-1)
    view.go(-1)
    assert view.current == 2, "before the first comes the last"
    with qtbot.waitSignal(view.moved):
        view.show_changes(EN, (), "Nothing changed")
    view.go(1)
    assert (view.count, view.toPlainText()) == (0, "Nothing changed")


def test_markup_and_hidden_characters_are_shown_as_they_are(view: ChangeView) -> None:
    new = replace(ONE, titles={"en": "<b>Bold</b> &amp; \u202eturned"})
    view.show_changes(EN, compare_rules((ONE,), (new,)), "same")
    assert "<b>Bold</b> &amp; ‹U+202E›turned" in view.toPlainText()


def test_a_line_that_came_is_seen(view: ChangeView) -> None:
    new = replace(ONE, texts={"en": "No ads here, please.\n"})
    view.show_changes(EN, compare_rules((ONE,), (new,)), "same")
    assert view.toPlainText() == "same", "blanks around a text are no change"
    old = replace(ONE, texts={"en": "One Two"})
    new = replace(ONE, texts={"en": "One\nTwo"})
    view.show_changes(EN, compare_rules((old,), (new,)), "same")
    assert "↵" in view.toPlainText()


def test_a_new_rule_is_one_stop_and_reads_plainly(view: ChangeView) -> None:
    view.show_changes(EN, compare_rules((ONE,), (ONE, TWO)), "same")
    assert view.count == 1
    assert not format_of(view, "Please.").fontUnderline()
    view.show_changes(EN, compare_rules((ONE, TWO), (ONE,)), "same")
    assert format_of(view, "Please.").fontStrikeOut()


def test_it_follows_the_theme_and_keeps_its_place(view: ChangeView, theme: Theme) -> None:
    new = replace(ONE, texts={"en": "No ads anywhere, please."})
    view.show_changes(EN, compare_rules((ONE,), (new,)), "same")
    view.go(1)
    theme.set_scheme("dark")
    assert view.current == 0
    assert format_of(view, "anywhere").foreground().color() == theme.color("ok")
    assert shows(view, theme.color("selection"))


def test_nothing_can_be_written_into_it(qtbot: QtBot, view: ChangeView) -> None:
    view.show_changes(EN, compare_rules((ONE,), (TWO,)), "same")
    before = view.toPlainText()
    qtbot.keyClicks(view, "changed")
    view.moveCursor(QTextCursor.MoveOperation.End)
    view.paste()
    assert view.toPlainText() == before
