# SPDX-License-Identifier: MIT
"""Templates in words."""

from dataclasses import replace

import pytest

from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.template_enums import TemplateOrigin, TemplateVariant
from groupdesk.domain.templates import MessageTemplate, fill
from groupdesk.ui.template_words import kind_text, mark_of, readable, uses_of
from groupdesk.words import Words

EN = Words("en")
TEMPLATE = MessageTemplate(
    "own.1",
    TemplateKind.EXIT_ANSWER,
    Language.EN,
    Tone.SHORT,
    "Stay",
    "…",
    origin=TemplateOrigin.OWN,
)


def test_a_kind_names_the_outcome_where_it_has_one() -> None:
    assert kind_text(EN, TEMPLATE) == "Answer to a wish to leave"
    stay = replace(TEMPLATE, variant=TemplateVariant.STAY)
    assert kind_text(EN, stay) == "Answer to a wish to leave: Please stay until replaced"
    notice = replace(TEMPLATE, kind=TemplateKind.REMOVAL_NOTICE, term=Term.FOR_GOOD)
    assert kind_text(EN, notice) == "Removal notice: For good"


@pytest.mark.parametrize("kind", TemplateKind)
def test_outcomes_begin_with_any(kind: TemplateKind) -> None:
    uses = uses_of(EN, kind)
    assert not uses or uses[0][1] == (None, None)
    assert len({text for text, _use in uses}) == len(uses)
    assert bool(uses) == (
        kind.value.endswith("answer")
        or kind.value.startswith("review")
        or kind in {TemplateKind.REMOVAL_NOTICE, TemplateKind.ANNOUNCEMENT}
    )


def test_the_mark_says_what_is_special() -> None:
    assert mark_of(EN, TEMPLATE, "") == ("Own", "accent")
    assert mark_of(EN, TEMPLATE, "Aurora") == ("Aurora", "accent")
    assert mark_of(EN, replace(TEMPLATE, hidden=True), "Aurora") == ("Not offered", "muted")
    assert mark_of(EN, replace(TEMPLATE, origin=TemplateOrigin.CHANGED), "")[0] == "Changed"
    assert mark_of(EN, replace(TEMPLATE, origin=TemplateOrigin.BUILT_IN), "")[0] == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hi Li! [Reason] [on the phone / in writing] [What] {surname}"),
        ("zh", "Hi Li! 【理由】 【on the phone / in writing】 【What】 {surname}"),
    ],
)
def test_gaps_are_read_in_words(language: str, text: str) -> None:
    body = "Hi {member_name}! {reason} {choose:How|on the phone|in writing} {write:What} {surname}"
    shown, places = readable(Words(language), fill(body, {"member_name": "Li"}))
    assert shown == text
    assert len(places) == 4
    first, second = [shown[a:b] for a, b in places][1:4:2]
    assert "on the phone / in writing" in first
    assert second == "{surname}"
