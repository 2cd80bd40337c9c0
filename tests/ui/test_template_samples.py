# SPDX-License-Identifier: MIT
"""What a template is looked at with."""

import uuid

import pytest

from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.template_fields import TemplateFields
from groupdesk.domain.templates import PLACEHOLDERS
from groupdesk.ui.context import UiContext
from groupdesk.ui.template_samples import filled_sample, sample_values

REMINDER = TemplateKind.REMINDER


@pytest.mark.parametrize("language", Language)
def test_each_placeholder_has_a_value_without_any_group(
    context: UiContext, language: Language
) -> None:
    values = sample_values(context, language, None)
    assert values.keys() == PLACEHOLDERS
    assert all(value.strip() for value in values.values())


def test_each_template_can_be_filled_whole(context: UiContext, detail: MemberDetail) -> None:
    for template in context.desk.templates.all():
        for member in (None, detail):
            filled = filled_sample(
                context, template.kind, template.language, template.body, detail.group, member
            )
            assert filled.complete, template.id


def test_a_real_member_and_the_groups_rules_stand_in_it(
    context: UiContext, detail: MemberDetail
) -> None:
    body = "{member_name} {group_name} {rule_code} {rules_version} {helper_contact}"
    text = filled_sample(context, REMINDER, Language.ZH, body, detail.group, detail).text
    assert text == "王小明 Aurora customers R1 1 Mei Lin"


def test_fill_ins_are_gaps_unless_they_are_answered(context: UiContext) -> None:
    body = "{choose:How|on the phone|in writing}, {write:what}"
    open_ones = filled_sample(context, REMINDER, Language.EN, body, None)
    assert open_ones.open == ("How", "what")
    answered = filled_sample(context, REMINDER, Language.EN, body, None, answered=True)
    assert answered.text == "on the phone, what"


def test_header_and_footer_stand_around_messages_but_no_announcement(
    context: UiContext, detail: MemberDetail
) -> None:
    for kind, body in (
        (TemplateKind.HEADER, "{group_name}:"),
        (TemplateKind.FOOTER, "Reply any time."),
    ):
        fields = TemplateFields(kind, Language.EN, Tone.FRIENDLY, kind.value, body)
        context.desk.templates.save(uuid.uuid4(), fields)
    text = filled_sample(context, REMINDER, Language.EN, "Hello!", detail.group).text
    assert text == "Aurora customers:\n\nHello!\n\nReply any time."
    told = filled_sample(context, TemplateKind.ANNOUNCEMENT, Language.EN, "Hello!", detail.group)
    assert told.text == "Hello!"
    other = filled_sample(context, TemplateKind.HEADER, Language.EN, "Mine", detail.group).text
    assert other.startswith("Mine\n\nHello")
    assert other.endswith("Reply any time.")


def test_who_sends_it_is_nobody_else_to_turn_to(context: UiContext, detail: MemberDetail) -> None:
    own = detail.group._replace(owner_name=context.desk.operator.name)
    text = filled_sample(context, REMINDER, Language.EN, "Ask {helper_contact}.", own).text
    assert text == "Ask our customer service."
