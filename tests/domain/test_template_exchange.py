# SPDX-License-Identifier: MIT
"""Templates in a file: what is written can be read again, and nothing of it is trusted."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.template_enums import TemplateFound, TemplateOrigin, TemplateVariant
from groupdesk.domain.template_exchange import look_through, to_toml, told_texts
from groupdesk.domain.templates import MessageTemplate

BUILT_IN = MessageTemplate(
    "en.warning.friendly",
    TemplateKind.WARNING,
    Language.EN,
    Tone.FRIENDLY,
    "Warning, friendly",
    "Hello {member_name}, thank you.",
)
OWN = replace(BUILT_IN, id="own.1", origin=TemplateOrigin.OWN, name="Ours")
ROW = {"kind": "warning", "language": "en", "tone": "firm", "name": "Theirs", "body": "Thank you."}
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    | st.sampled_from('"\\\n\u202e'),
    max_size=40,
)


def read(text: str) -> list[dict[str, str]]:
    return [told_texts(row) for row in tomllib.loads(text)["template"]]


@given(texts, texts)
def test_what_is_written_reads_the_same_again(name: str, body: str) -> None:
    row = read(to_toml([replace(OWN, name=name, body=body)], "now"))[0]
    assert (row.get("name", ""), row["body"]) == (name, body)


def test_a_file_tells_what_a_template_is_for_and_no_group() -> None:
    kept = replace(
        BUILT_IN,
        kind=TemplateKind.APPEAL_ANSWER,
        variant=TemplateVariant.KEPT,
        group_id=7,
        origin=TemplateOrigin.CHANGED,
    )
    for_good = replace(OWN, kind=TemplateKind.REMOVAL_NOTICE, term=Term.FOR_GOOD)
    assert read(to_toml([kept, for_good], "now")) == [
        {
            "kind": "appeal_answer",
            "language": "en",
            "tone": "friendly",
            "variant": "kept",
            "stands_in_for": "en.warning.friendly",
            "name": "Warning, friendly",
            "body": BUILT_IN.body,
        },
        {
            "kind": "removal_notice",
            "language": "en",
            "tone": "friendly",
            "term": "for_good",
            "name": "Ours",
            "body": BUILT_IN.body,
        },
    ]


def test_direction_marks_are_written_so_that_they_can_be_seen() -> None:
    text = to_toml([replace(OWN, body="a\u202eb\u200bc")], "now")
    assert "a\\u202eb\\u200bc" in text


def test_a_file_is_compared_with_what_is_there() -> None:
    rows = [
        ROW,
        {**ROW, "name": "Ours", "tone": "friendly", "body": OWN.body},
        {**ROW, "name": "Ours", "stands_in_for": "en.warning.friendly"},
        {**ROW, "name": "Warning, friendly"},
        {**ROW, "stands_in_for": "zh.gone"},
    ]
    found = look_through(rows, [BUILT_IN, OWN], None)
    assert [one.state for one in found] == [
        TemplateFound.NEW,
        TemplateFound.SAME,
        TemplateFound.CHANGED,
        TemplateFound.REFUSED,
        TemplateFound.REFUSED,
    ]
    assert [one.before.id if one.before else "" for one in found] == [
        *("", "own.1", "en.warning.friendly", "", ""),
    ]
    codes = [one.refusal.code for one in found if one.refusal]
    assert codes == ["template_name_taken", "template_twice"]


def test_for_another_group_the_same_name_is_a_new_template() -> None:
    found = look_through([{**ROW, "name": "Ours"}], [OWN], 3)
    assert found[0].state is TemplateFound.NEW
    assert found[0].fields is not None
    assert found[0].fields.group_id == 3


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "bribe"}, "template_value_unknown"),
        ({"kind": ""}, "template_value_unknown"),
        ({"language": "../../etc"}, "template_value_unknown"),
        ({"tone": "\u200b"}, "template_value_unknown"),
        ({"variant": "kept"}, "template_variant_of_other_kind"),
        ({"name": ""}, "template_name_missing"),
        ({"name": "\0"}, "text_unstorable"),
        ({"body": "{0.__class__}"}, "template_placeholder_unknown"),
        ({"body": "x" * 100_000}, "text_too_long"),
        ({"body": "{rules_list}"}, "template_placeholder_of_other"),
    ],
)
def test_what_cannot_be_taken_in_says_why(change: dict[str, str], code: str) -> None:
    (found,) = look_through([{**ROW, **change}], [], None)
    assert found.state is TemplateFound.REFUSED
    assert found.refusal is not None
    assert found.refusal.code == code


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(
                ["kind", "language", "tone", "name", "body", "stands_in_for", "term", "variant"]
            ),
            st.text(max_size=8)
            | st.sampled_from(["warning", "en", "firm", "kept", "for_good", "own.1"]),
        ),
        max_size=4,
    )
)
def test_it_never_raises(rows: list[dict[str, str]]) -> None:
    assert len(look_through(rows, [BUILT_IN, OWN], None)) == len(rows)


def test_only_texts_are_read() -> None:
    assert told_texts({"name": 7, "body": ["x"], "kind": {"a": 1}, "tone": "firm", "x": "y"}) == {
        "tone": "firm"
    }
