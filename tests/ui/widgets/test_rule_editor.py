# SPDX-License-Identifier: MIT
"""The editor of one rule: what it tells, what it leaves alone, where errors go."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.rulebook import RuleDraft, validate_rules
from groupdesk.ui.widgets.rule_editor import RuleEditor
from groupdesk.words import Words
from tests.ui.helpers import show_active

RULE = RuleDraft(
    "R1",
    Severity.SERIOUS,
    {"en": "No ads", "zh": "禁止广告"},
    {"en": "Please no ads.", "zh": "请不要发广告。"},
)


@pytest.fixture
def editor(qtbot: QtBot) -> RuleEditor:
    result = RuleEditor(QPushButton("Remove"))
    qtbot.addWidget(result)
    result.resize(420, 700)
    show_active(qtbot, result)
    show(result)
    return result


def show(editor: RuleEditor, rule: RuleDraft = RULE, *, frozen: bool = False) -> None:
    editor.show_rule(rule, Words("en"), DEFAULT_LADDER, Language.EN, frozen=frozen)


def test_every_field_tells_the_rule_as_it_reads_now(qtbot: QtBot, editor: RuleEditor) -> None:
    told: list[RuleDraft] = []
    editor.edited.connect(told.append)
    editor.code.setFocus()
    qtbot.keyClicks(editor.code, "A")
    for key, field in editor.inputs.items():
        field.setFocus()
        qtbot.keyClicks(field, key)
    editor.severity.setFocus()
    qtbot.keyClick(editor.severity, Qt.Key.Key_Down)
    rule = told[-1]
    assert rule == editor.rule
    assert (rule.code, rule.severity) == ("AR1", Severity.ZERO_TOLERANCE)
    for name, part in (
        ("titles", "title"),
        ("texts", "text"),
        ("hints", "hint"),
        ("examples", "examples"),
        ("consequences", "consequence"),
    ):
        for language in ("en", "zh"):
            assert f"{part}_{language}" in getattr(rule, name)[language]


def test_showing_a_rule_tells_nothing(qtbot: QtBot, editor: RuleEditor) -> None:
    with qtbot.assertNotEmitted(editor.edited):
        show(editor, RuleDraft("R2", Severity.MINOR, {}, {}))
        show(editor)


def test_showing_what_is_being_typed_moves_nothing(qtbot: QtBot, editor: RuleEditor) -> None:
    field = editor.inputs["title_en"]
    field.setFocus()
    qtbot.keyClicks(field, "Really ")
    show(editor, editor.rule)
    qtbot.keyClicks(field, "really ")
    assert editor.rule.titles["en"] == "Really really No ads"


def test_lines_in_a_title_become_one(qtbot: QtBot, editor: RuleEditor) -> None:
    QApplication.clipboard().setText("One\nline  only ")
    field = editor.inputs["title_en"]
    field.selectAll()
    field.paste()
    assert editor.rule.titles["en"] == "One line only"


def test_a_frozen_rule_shows_what_there_is(editor: RuleEditor) -> None:
    show(editor, frozen=True)
    assert all(field.isReadOnly() for field in editor.inputs.values())
    assert editor.fields["title_en"].isVisible()
    assert not editor.fields["hint_en"].isVisible()
    show(editor)
    assert editor.fields["hint_en"].isVisible()
    assert not editor.inputs["title_en"].isReadOnly()


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        (RuleDraft("", Severity.MINOR, {"en": "T"}, {"en": "T"}), "code"),
        (RuleDraft("R1", Severity.MINOR, {}, {"en": "T"}), "title_en"),
        (RuleDraft("R1", Severity.MINOR, {"en": "T"}, {"zh": " "}), "text_en"),
        (RuleDraft("R1", Severity.MINOR, {"en": "T", "zh": "x" * 201}, {"en": "T"}), "title_zh"),
        (RuleDraft("R1", Severity.MINOR, {"zh": "x" * 201}, {"en": "T"}), "title_zh"),
        (RuleDraft("R1", Severity.MINOR, {"en": "T"}, {"en": "T", "zh": "a\x07"}), "text_zh"),
    ],
)
def test_an_error_goes_to_the_language_it_comes_from(
    editor: RuleEditor, rule: RuleDraft, key: str
) -> None:
    show(editor, rule)
    with pytest.raises(ValidationError) as found:
        validate_rules([rule])
    editor.show_error(found.value, "wrong")
    assert [name for name, field in editor.fields.items() if field.error] == [key]
    assert editor.fields[key].field.hasFocus()
    show(editor, editor.rule)
    assert editor.fields[key].error, "reading the page again took the error away"


def test_the_wheel_over_the_severity_changes_nothing(editor: RuleEditor) -> None:
    editor.code.setFocus()
    place = QPointF(editor.severity.rect().center())
    turn = QWheelEvent(
        place,
        QPointF(editor.severity.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.severity, turn)
    assert editor.rule.severity is Severity.SERIOUS


def test_a_chinese_group_sees_chinese_first(editor: RuleEditor) -> None:
    editor.show_rule(RULE, Words("en"), DEFAULT_LADDER, Language.ZH, frozen=False)
    QApplication.processEvents()
    assert editor.fields["title_zh"].y() < editor.fields["title_en"].y()
    assert editor.fields["title_en"].y() < editor.fields["text_zh"].y()
    editor.write()
    assert editor.inputs["title_zh"].hasFocus()
