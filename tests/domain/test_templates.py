# SPDX-License-Identifier: MIT
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.templates import PLACEHOLDERS, Filled, MessageTemplate, fill, names_in

VALUES = {"member_name": "王小明", "group_name": "Aurora", "rule_code": "R1"}
pieces = st.sampled_from(
    [
        "{",
        "}",
        "{{",
        "}}",
        "%s",
        "$",
        "{member_name}",
        "{reason}",
        "{0.__class__}",
        "您好",
        " ",
        "x",
    ]
)
templates = st.lists(pieces | st.text(max_size=3), max_size=12).map("".join)


def test_values_are_put_in_and_their_places_told() -> None:
    filled = fill("Hello {member_name} in {group_name}!", VALUES)
    assert filled.text == "Hello 王小明 in Aurora!"
    assert [filled.text[a:b] for a, b in filled.spans] == ["王小明", "Aurora"]
    assert filled.complete


def test_a_missing_or_blank_value_stays_visible_and_is_listed_once() -> None:
    filled = fill("{reason} {reason} {until_date}", {"reason": " \u200b", "until_date": ""})
    assert filled.text == "{reason} {reason} {until_date}"
    assert filled.missing == ("reason", "until_date")
    assert len(filled.gaps) == 3
    assert not filled.complete


def test_a_fallback_stands_in_for_a_missing_value_only() -> None:
    fallbacks = {"member_name": "dear member"}
    assert fill("Hello {member_name}", {}, fallbacks).text == "Hello dear member"
    assert fill("Hello {member_name}", VALUES, fallbacks).text == "Hello 王小明"


@pytest.mark.parametrize(
    ("template", "reported"),
    [
        ("{0.__class__}", "{0.__class__}"),
        ("{member_name.__class__}", "{member_name.__class__}"),
        ("{member_name!r:>10}", "{member_name!r:>10}"),
        ("{{member_name}}", "{{member_name}}"),
        ("{ {member_name} }", "{ {member_name} }"),
        ("{member_{rule_code}}", "{member_{rule_code}}"),
        ("{}", "{}"),
        ("{surname}", "{surname}"),
        ("{Member_Name}", "{Member_Name}"),
        ("Hello %s", "%s"),
        ("%(member_name)s您好", "%(member_name)s"),
        ("{member_name", "{"),
        ("{{member_name", "{"),
        ("{" + "x" * 80 + "}", "{" + "x" * 38 + "…"),
    ],
)
def test_whatever_else_looks_like_a_placeholder_is_text_and_reported(
    template: str, reported: str
) -> None:
    filled = fill(template, VALUES)
    assert filled.text == template
    assert filled.unknown == (reported,)
    assert not filled.complete


@pytest.mark.parametrize(
    "text", ["5 %sugar", "100%s", "50 % discount", ":-{ hm", "a } b", "$reason"]
)
def test_ordinary_signs_are_not_reported_as_placeholders(text: str) -> None:
    assert fill(text, VALUES).unknown == ()


def test_a_brace_left_open_does_not_swallow_the_next_placeholder() -> None:
    filled = fill("Dear {member_name, welcome to {group_name}.", VALUES)
    assert filled.text == "Dear {member_name, welcome to Aurora."
    assert filled.unknown == ("{",)


@given(templates, st.sampled_from(sorted(PLACEHOLDERS)), st.text(max_size=20))
def test_a_value_is_never_read_as_a_template(template: str, name: str, around: str) -> None:
    trap = "{" + name + "}" + around
    filled = fill(template, {"member_name": trap, "reason": "{member_name}", name: trap})
    rebuilt, done = [], 0
    for start, end in filled.spans:
        assert filled.text[start:end] in (trap, "{member_name}")
        rebuilt.append(filled.text[done:start])
        done = end
    literal = "".join([*rebuilt, filled.text[done:]])
    for part in ("{member_name}", "{reason}", "{" + name + "}"):
        assert literal.count(part) <= template.count(part)


@given(templates)
def test_places_are_within_the_text_in_order_and_apart(template: str) -> None:
    filled = fill(template, VALUES)
    places = sorted(filled.spans + filled.gaps)
    assert all(0 <= start < end <= len(filled.text) for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))


@given(templates)
def test_without_values_the_text_stays_as_it_is(template: str) -> None:
    assert fill(template, {}).text == template


def test_only_known_names_are_told() -> None:
    assert names_in("{reason} {{rule_code}} {surname}") == {"reason"}


def test_a_template_that_names_a_rule_needs_one() -> None:
    def template(body: str) -> MessageTemplate:
        return MessageTemplate("x", TemplateKind.TALK, Language.EN, Tone.SHORT, "X", body)

    assert template("Rule {rule_code}").needs_rule
    assert not template("{reason}").needs_rule


@pytest.mark.parametrize("text", ["{" * 100_000, "{a}" * 30_000, "{" * 50_000 + "}" * 50_000])
def test_a_hostile_template_takes_no_long_time(text: str) -> None:
    start = time.perf_counter()
    assert isinstance(fill(text, VALUES), Filled)
    assert time.perf_counter() - start < 2
