# SPDX-License-Identifier: MIT
"""What a person writes into a template: cleaned, or refused at its field."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.courtesy import HARMFUL
from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.template_fields import (
    NOT_ASKED,
    VARIANTS,
    TemplateFields,
    check_placeholders,
    fields_of,
)
from groupdesk.domain.templates import FOR_KIND, MessageTemplate, fill

FIELDS = TemplateFields(
    TemplateKind.TALK, Language.EN, Tone.SHORT, "A word", "Hello {member_name}. {write:What}"
)


def test_blanks_around_name_and_body_go_and_lines_stay() -> None:
    fields = replace(FIELDS, name="  A \u3000 word ", body="\r\nHello  \r\n\r\nThanks\r\n")
    assert fields.checked() == replace(FIELDS, body="Hello\n\nThanks")


def test_fields_of_a_template_are_its_words_and_what_it_is_for() -> None:
    template = MessageTemplate(
        "own.1",
        TemplateKind.REMOVAL_NOTICE,
        Language.ZH,
        Tone.FIRM,
        "名",
        "谢谢",
        Term.FOR_GOOD,
        group_id=3,
    )
    assert fields_of(template) == TemplateFields(
        TemplateKind.REMOVAL_NOTICE, Language.ZH, Tone.FIRM, "名", "谢谢", 3, Term.FOR_GOOD
    )


@pytest.mark.parametrize("kind", TemplateKind)
def test_each_kind_takes_its_placeholders_and_no_others(kind: TemplateKind) -> None:
    for name in FOR_KIND[kind]:
        check_placeholders(kind, f"{{{name}}}")
    others = set().union(*FOR_KIND.values()) - FOR_KIND[kind]
    for name in others:
        with pytest.raises(ValidationError) as told:
            check_placeholders(kind, f"Hello {{{name}}}")
        assert told.value.values["placeholder"] == name


@given(st.text(max_size=60) | st.text("{}%s|:chose wrtmb_an", max_size=40))
def test_what_is_taken_can_be_filled_in(body: str) -> None:
    try:
        fields = replace(FIELDS, body=body).checked()
    except ValidationError:
        return
    filled = fill(fields.body, dict.fromkeys(FOR_KIND[FIELDS.kind], "x"))
    assert not filled.unknown
    assert not filled.missing


def test_answers_belong_to_one_kind() -> None:
    everything = [variant for kind in VARIANTS.values() for variant in kind]
    assert set(everything) == set(TemplateVariant)
    for kind, variants in VARIANTS.items():
        for variant in variants:
            fields = TemplateFields(kind, Language.EN, Tone.FIRM, "X", "Thanks", variant=variant)
            assert fields.checked() == fields


def test_harm_is_looked_for_in_every_kind() -> None:
    assert not any(codes & HARMFUL for codes in NOT_ASKED.values())


@pytest.mark.parametrize(
    "kind", [TemplateKind.HEADER, TemplateKind.FOOTER, TemplateKind.ANNOUNCEMENT]
)
def test_nothing_is_asked_where_nobody_answers(kind: TemplateKind) -> None:
    for body in ("Hello. {write:What}", "{choose:How|by phone|here} {group_name}"):
        with pytest.raises(ValidationError) as refused:
            replace(FIELDS, kind=kind, body=body).checked()
        assert refused.value.field == "body"
        assert refused.value.code == "template_fill_in_of_other"


def test_a_header_has_no_tone_by_which_it_could_be_sorted() -> None:
    fields = replace(FIELDS, kind=TemplateKind.HEADER, body="{group_name}", tone=Tone.FIRM)
    assert fields.checked().tone is Tone.FRIENDLY
