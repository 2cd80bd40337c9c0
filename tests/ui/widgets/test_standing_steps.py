# SPDX-License-Identifier: MIT
"""The ladder: steps up to the present one are filled, and words say the same."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.standing_steps import StandingSteps
from tests.ui.helpers import shows

STEPS = ("Good standing", "Reminder", "Warning 1", "Removal")


@pytest.fixture
def steps(qtbot: QtBot) -> StandingSteps:
    result = StandingSteps()
    qtbot.addWidget(result)
    result.resize(600, 60)
    return result


def test_steps_are_filled_up_to_the_present_one(steps: StandingSteps, theme: Theme) -> None:
    steps.set_steps(STEPS, 2, "warning", {0, 1, 2})
    image = steps.grab().toImage()
    middle = theme.size("dot") // 2 + 1
    filled = [image.pixelColor(75 + 150 * at, middle) for at in range(4)]
    assert filled[:3] == [theme.color("warning")] * 3
    assert filled[3] == theme.color("surface")


def test_a_step_that_was_passed_over_stays_empty(steps: StandingSteps, theme: Theme) -> None:
    steps.set_steps(STEPS, 2, "warning", {0, 2})
    image = steps.grab().toImage()
    middle = theme.size("dot") // 2 + 1
    dots = [image.pixelColor(75 + 150 * at, middle) for at in range(4)]
    full, empty = theme.color("warning"), theme.color("surface")
    assert dots == [full, empty, full, empty]


def test_nothing_leads_to_a_removal_without_a_warning(steps: StandingSteps, theme: Theme) -> None:
    full, empty = theme.color("danger"), theme.color("line_strong")

    def lines() -> list[QColor]:
        image = steps.grab().toImage()
        middle = theme.size("dot") // 2 + 1
        return [image.pixelColor(150 * at, middle) for at in range(1, 4)]

    steps.set_steps(STEPS, 3, "danger", {0, 3})
    assert lines() == [empty, empty, empty]
    steps.set_steps(STEPS, 3, "danger", {0, 2, 3})
    assert lines() == [full, full, full]


def test_words_say_the_same(steps: StandingSteps) -> None:
    steps.set_steps(STEPS, 2)
    assert steps.accessibleName() == "Standing"
    assert steps.accessibleDescription() == "Step 3 of 4: Warning 1"


def test_a_bare_ladder_has_no_mark(steps: StandingSteps, theme: Theme) -> None:
    steps.set_steps(STEPS)
    assert not shows(steps, theme.color("warning"))
    assert steps.accessibleDescription() == "Good standing, Reminder, Warning 1, Removal"


def test_long_names_get_a_second_line(steps: StandingSteps) -> None:
    steps.set_steps(STEPS, 2)
    assert steps.heightForWidth(200) > steps.heightForWidth(900)


def test_chinese(steps: StandingSteps, translations: Translations) -> None:
    steps.set_steps(("良好", "警告 1"), 1)
    translations.set_language("zh")
    QApplication.sendEvent(steps, QEvent(QEvent.Type.LanguageChange))
    assert steps.accessibleDescription() == "第 2 级，共 2 级：警告 1"
