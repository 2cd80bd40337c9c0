# SPDX-License-Identifier: MIT
"""Each condition is said in both languages, with nothing left to fill in."""

from datetime import date

import pytest

from groupdesk.domain.enums import MemberRole
from groupdesk.domain.member_filter import STATES, Conditions
from groupdesk.ui.condition_words import condition_text
from groupdesk.ui.dates import Dates
from groupdesk.words import Words

TODAY = date(2026, 6, 1)
ASKED = {
    "standing": (Conditions(standing=("good", "warning")), "Standing: Good standing or Warning"),
    "inactive": (Conditions(inactive_days=1), "Inactive for a day or more"),
    "either": (
        Conditions(inactive_days=30, activity_unknown=True),
        "Inactive for 30 days or more, or unknown",
    ),
    "unknown": (Conditions(activity_unknown=True), "Activity unknown"),
    "tag": (Conditions(tag="VIP & co"), "Tag: VIP & co"),
    "role": (Conditions(role=MemberRole.ADMIN), "Role: Group admin"),
    "key": (Conditions(key_customer=True), "Key customers"),
    "not key": (Conditions(key_customer=False), "No key customers"),
    "not protected": (Conditions(protected=False), "Not protected"),
}


@pytest.mark.parametrize("which", ASKED)
def test_a_chip_says_its_condition(which: str) -> None:
    asked, english = ASKED[which]
    (name,) = asked.asked
    assert condition_text(Words("en"), Dates("en"), asked, name, TODAY) == english
    chinese = condition_text(Words("zh"), Dates("zh"), asked, name, TODAY)
    assert chinese != english
    assert "{" not in chinese


@pytest.mark.parametrize(
    ("asked", "english"),
    [
        (Conditions(joined_from="2026-05-02"), "Joined 2 May or later"),
        (Conditions(joined_to="2026-05-02"), "Joined 2 May or earlier"),
        (Conditions(joined_from="2026-05-02", joined_to="2026-05-09"), "Joined 2 May to 9 May"),
    ],
)
def test_days_of_joining_are_one_chip(asked: Conditions, english: str) -> None:
    (name,) = asked.asked
    assert condition_text(Words("en"), Dates("en"), asked, name, TODAY) == english


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("state", STATES[1:])
def test_each_state_has_words(language: str, state: str) -> None:
    asked = Conditions(state=state)
    assert condition_text(Words(language), Dates("en"), asked, "state", TODAY)
