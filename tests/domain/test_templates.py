# SPDX-License-Identifier: MIT
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.templates import (
    FOR_KIND,
    PLACEHOLDERS,
    Filled,
    FillIn,
    MessageTemplate,
    fill,
    fill_in,
    fill_ins,
    frame,
    names_in,
)
from groupdesk.domain.text import is_blank
from tests.costs import not_for_ever

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
        "{choose:How|by phone|in writing}",
        "{write:What}",
        "{choose:",
        "|",
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


@given(templates, st.text(max_size=20))
def test_an_answer_is_put_in_as_it_is_and_never_read_again(template: str, answer: str) -> None:
    trap = "{member_name}{write:What}%s" + answer
    filled = fill(template, {}, None, {"What": trap, "How": "{reason}"})
    assert [filled.text[a:b] for a, b in filled.spans] == [
        trap if asked.label == "What" else "{reason}" for asked in _asked(template)
    ]
    outside, done = [], 0
    for start, end in filled.spans:
        outside.append(filled.text[done:start])
        done = end
    rest = "".join([*outside, filled.text[done:]])
    marked = fill(template, {}, None, {"What": "☃", "How": "☃"}).text
    assert rest == marked.replace("☃", "")


def _asked(template: str) -> list[FillIn]:
    gaps = fill(template, {}).gaps
    return [asked for a, b in gaps if (asked := fill_in(template[a:b])) is not None]


@given(templates, templates, templates)
def test_a_frame_keeps_each_part_and_its_places(one: str, two: str, three: str) -> None:
    parts = [fill(part, VALUES) for part in (one, two, three)]
    whole = frame(*parts)
    shown = [part for part in parts if not is_blank(part.text)] if whole.text.strip() else []
    if is_blank(parts[1].text):
        assert whole == parts[1]
        return
    assert whole.text == "\n\n".join(part.text for part in shown)
    places = [part.text[a:b] for part in shown for a, b in part.gaps]
    assert [whole.text[a:b] for a, b in whole.gaps] == places
    assert whole.complete == all(part.complete for part in shown)


def test_fill_ins_are_gaps_with_a_label_until_they_are_answered() -> None:
    text = "Shall we talk {choose:How|by phone|in writing}? It is about {write:What}."
    filled = fill(text, VALUES)
    assert filled.text == text
    assert filled.open == ("How", "What")
    assert filled.unknown == filled.missing == ()
    assert [text[a:b] for a, b in filled.gaps] == [
        "{choose:How|by phone|in writing}",
        "{write:What}",
    ]
    assert fill_ins(text) == (FillIn("How", ("by phone", "in writing")), FillIn("What"))
    answered = fill(text, VALUES, None, {"How": "in writing", "What": "{reason}"})
    assert answered.text == "Shall we talk in writing? It is about {reason}."
    assert answered.complete


@pytest.mark.parametrize(
    "text",
    [
        "{choose:How}",
        "{choose:How|only one}",
        "{choose:|one|two}",
        "{choose:How|one|}",
        "{choose:How|one|one}",
        "{choose:How|{member_name}|two}",
        "{choose:How|" + "x" * 201 + "|two}",
        "{choose:How|" + "|".join(map(str, range(10))) + "}",
        "{write:}",
        "{write:\u200b}",
        "{write:a|b}",
        "{write:" + "x" * 61 + "}",
        "{Write:What}",
        "{ask:What}",
    ],
)
def test_a_fill_in_that_is_none_stays_text_and_is_reported(text: str) -> None:
    filled = fill(text, VALUES, None, {"How": "no", "What": "no"})
    assert filled.text == text
    assert len(filled.unknown) == 1
    assert filled.open == ()


def test_a_fill_in_is_written_as_it_was_read() -> None:
    for asked in (FillIn("How", ("by phone", "in writing")), FillIn("What")):
        assert fill_in(asked.token) == asked


def test_each_kind_has_values_for_what_it_may_name() -> None:
    assert FOR_KIND.keys() == set(TemplateKind)
    assert "member_name" not in FOR_KIND[TemplateKind.ANNOUNCEMENT]


def test_only_known_names_are_told() -> None:
    assert names_in("{reason} {{rule_code}} {surname}") == {"reason"}


def test_a_template_that_names_a_rule_needs_one() -> None:
    def template(body: str) -> MessageTemplate:
        return MessageTemplate("x", TemplateKind.TALK, Language.EN, Tone.SHORT, "X", body)

    assert template("Rule {rule_code}").needs_rule
    assert not template("{reason}").needs_rule


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000,
        "{a}" * 30_000,
        "{write:a}" * 11_000,
        "{choose:a" + "|b" * 50_000,
        "{" * 50_000 + "}" * 50_000,
    ],
)
def test_a_hostile_template_takes_no_long_time(text: str) -> None:
    with not_for_ever():
        assert isinstance(fill(text, VALUES), Filled)
