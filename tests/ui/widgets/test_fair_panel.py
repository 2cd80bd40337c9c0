# SPDX-License-Identifier: MIT
"""The fair-process list in words, and what it still asks for."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import FairItem, Ground, Severity, SubjectKind
from groupdesk.domain.fairness import FairFacts, FairFound, fair_process
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.fair_panel import FairPanel

AT = "2026-11-19T08:00:00.000Z"
ALL = FairFacts(
    rule_version=4,
    rule_published_at="2026-11-12T01:00:00.000Z",
    published_before_breach=True,
    reminders=1,
    last_reminder_at=AT,
    warnings=2,
    last_warning_at=AT,
    final_warning_at=AT,
    talks=3,
    last_talk_at=AT,
    answered_at=AT,
)


@pytest.fixture
def panel(qtbot: QtBot, context: UiContext) -> FairPanel:
    made = FairPanel(context)
    qtbot.addWidget(made)
    made.show()
    return made


def show(
    panel: FairPanel,
    facts: FairFacts,
    ground: Ground = Ground.BREACH,
    severity: Severity | None = Severity.MINOR,
    *,
    done: bool = True,
    breach_at: str = "",
) -> None:
    lines = fair_process(
        ground,
        severity,
        facts,
        has_reason=done,
        screenshots=2 if done else 0,
        overrides=panel.overrides,
    )
    panel.show_lines(lines, ground, severity, breach_at)


def texts(panel: FairPanel) -> list[str]:
    return [label.text() for label in panel.list.findChildren(QLabel) if not label.isHidden()]


def test_what_was_found_is_said_with_count_and_date(panel: FairPanel) -> None:
    show(panel, ALL)
    assert texts(panel) == [
        "Version 4 of the rules, published on 12 Nov",
        "Reminded once, on 19 Nov",
        "Warned 2 times, last on 19 Nov",
        "Final warning on 19 Nov",
        "Spoken to in private 3 times, last on 19 Nov",
        "Answered on 19 Nov",
        "The reason is written down",
        "2 screenshots attached",
    ]
    assert not panel.skips
    assert panel._foot.isHidden()


def test_what_is_missing_asks_for_a_reason_and_keeps_it(qtbot: QtBot, panel: FairPanel) -> None:
    show(panel, FairFacts())
    assert panel.skips
    assert FairItem.TALKED in panel.waiting
    with qtbot.waitSignal(panel.answered):
        qtbot.keyClicks(panel.list.field("talked"), "No way to reach them")
    show(panel, FairFacts())
    assert panel.overrides == {FairItem.TALKED: "No way to reach them"}
    assert FairItem.TALKED not in panel.waiting
    assert panel.skips


def test_a_talk_that_was_offered_or_held_before_says_so(panel: FairPanel) -> None:
    show(panel, FairFacts(talk_offered=(1, AT)))
    said = "No private talk on record; a talk was offered on 19 Nov and did not take place"
    assert said in texts(panel)
    assert FairItem.TALKED in panel.waiting
    show(panel, ALL, breach_at="2026-11-20T08:00:00.000Z")
    last = "Spoken to in private 3 times, last on 19 Nov"
    assert f"{last}, before what this is about" in texts(panel)
    show(panel, ALL, breach_at="2026-11-18T08:00:00.000Z")
    assert last in texts(panel)


def test_a_blank_answer_is_none(panel: FairPanel) -> None:
    show(panel, FairFacts())
    panel.list.field("talked").setText(" \u200b ")
    show(panel, FairFacts())
    assert FairItem.TALKED in panel.waiting


def test_reason_and_screenshot_offer_no_field(panel: FairPanel) -> None:
    show(panel, FairFacts(), done=False)
    assert not {"reason", "evidence"} & set(panel.list.answers())
    assert not {FairItem.REASON, FairItem.EVIDENCE} & set(panel.waiting)


def test_of_a_rule_not_chosen_yet_nothing_is_held_against_anybody(panel: FairPanel) -> None:
    show(panel, FairFacts(), severity=None)
    assert texts(panel)[0] == "No rule chosen yet"
    assert "rule_published" not in panel.list.answers()
    assert FairItem.RULE_PUBLISHED not in panel.waiting


@pytest.mark.parametrize(
    ("ground", "severity", "said", "lines"),
    [
        (Ground.BREACH, Severity.ZERO_TOLERANCE, "Zero-tolerance rule", 3),
        (Ground.COMPROMISED, None, "not in the member’s hands", 2),
        (Ground.INACTIVE, None, "Not a breach", 3),
    ],
)
def test_what_is_not_asked_for_is_left_out_with_a_word_on_why(
    panel: FairPanel, ground: Ground, severity: Severity | None, said: str, lines: int
) -> None:
    show(panel, ALL, ground, severity)
    assert said in panel._note.text()
    assert len(texts(panel)) == lines


def test_a_line_names_the_message_or_the_talk_that_was_found(panel: FairPanel) -> None:
    found = {
        FairItem.WARNED: FairFound(SubjectKind.WARNING, 34, 12),
        FairItem.TALKED: FairFound(SubjectKind.TALK, 7, 11),
    }
    show(panel, replace(ALL, found=found))
    said = texts(panel)
    assert "Warned 2 times, last on 19 Nov (message 34, case 12)" in said
    assert any(text.endswith("(talk 7, case 11)") for text in said)
    assert "Version 4 of the rules, published on 12 Nov" in said
