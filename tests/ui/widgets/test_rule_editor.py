# SPDX-License-Identifier: MIT
"""The editor of one rule: what it tells, what it leaves alone, where errors go."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.rulebook import RuleDraft, rule_problems
from groupdesk.ui.widgets.pill import Pill
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
def test_a_problem_goes_to_the_language_it_comes_from(
    editor: RuleEditor, rule: RuleDraft, key: str
) -> None:
    show(editor, rule)
    (problem,) = rule_problems([rule])
    assert editor.key_of(problem) == key
    editor.show_state("", "", {}, {key: "wrong"})
    assert [name for name, field in editor.fields.items() if field.error] == [key]
    assert not editor.fields[key].field.hasFocus(), "it took the cursor away"
    editor.lead_to(problem)
    assert editor.fields[key].field.hasFocus()
    editor.show_state("", "", {}, {})
    assert not editor.fields[key].error


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


def place(editor: RuleEditor, key: str) -> tuple[int, int]:
    point = editor.fields[key].mapTo(editor, QPoint())
    return point.x(), point.y()


def test_where_room_is_short_one_language_follows_the_other(editor: RuleEditor) -> None:
    editor.show_rule(RULE, Words("en"), DEFAULT_LADDER, Language.ZH, frozen=False)
    QApplication.processEvents()
    assert not editor.texts.side_by_side
    assert editor.widen.isVisible()
    order = [place(editor, key)[1] for key in ("title_zh", "text_zh", "title_en", "text_en")]
    assert order == sorted(order)
    editor.write()
    assert editor.inputs["title_zh"].hasFocus()


def test_where_there_is_room_the_same_field_stands_on_one_line(
    qtbot: QtBot, editor: RuleEditor
) -> None:
    editor.resize(760, 700)
    QApplication.processEvents()
    assert editor.texts.side_by_side
    assert not editor.widen.isVisible()
    for part in ("title", "text", "consequence"):
        (left, one), (right, other) = (place(editor, f"{part}_{lang}") for lang in ("en", "zh"))
        assert one == other
        assert left < right
    editor.write()
    qtbot.keyClick(editor.inputs["title_en"], Qt.Key.Key_Tab)
    assert editor.inputs["title_zh"].hasFocus()
    assert editor.inputs["title_zh"].accessibleName() == "Title, Chinese"


def test_what_a_language_lacks_is_marked_and_offered_to_be_filled(
    qtbot: QtBot, editor: RuleEditor
) -> None:
    filled: list[RuleDraft] = []
    editor.filled.connect(filled.append)
    half = RuleDraft("R1", Severity.MINOR, {"en": "No ads"}, {"en": "Please."})
    show(editor, half)
    editor.show_state("", "", {Language.ZH: ("title", "text")}, {})
    pills = [pill for pill in editor.findChildren(Pill) if pill.isVisible()]
    assert [pill.text() for pill in pills] == ["missing", "missing"]
    offers = [b for b in editor.findChildren(QPushButton) if b.isVisible() and "Begin" in b.text()]
    assert [offer.text() for offer in offers] == ["Begin with the English words"]
    offers[0].click()
    assert filled[0].titles == {"en": "No ads", "zh": "No ads"}


def test_more_room_is_offered_only_where_there_is_none_yet(qtbot: QtBot) -> None:
    made = RuleEditor(QPushButton("Remove"))
    qtbot.addWidget(made)
    made.resize(760, 700)
    show_active(qtbot, made)
    assert not made.widen.isVisible()
    made.resize(420, 700)
    QApplication.processEvents()
    assert made.widen.isVisible()
