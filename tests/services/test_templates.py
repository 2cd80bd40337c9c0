# SPDX-License-Identifier: MIT
import re

import pytest

from groupdesk.domain.courtesy import CourtesyCode, check
from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.templates import PLACEHOLDERS, MessageTemplate, fill
from groupdesk.services.starter_rules import starter_rules
from groupdesk.services.templates import Templates
from groupdesk.words import Words

TEMPLATES = Templates()
OTHERS = {
    Language.EN: {
        "member_name": "Anna",
        "group_name": "Aurora customers",
        "incident_date": "21 November",
        "manager_name": "Mei",
        "step_name": "Warning 1",
        "counts_until": "19 February 2027",
        "reason": "Three reseller links were posted after two warnings.",
        "helper_contact": "Arun (weekdays 9:30 to 18:30)",
        "return_note": Words("en")("return_note.until", until_date="21 May 2027"),
    },
    Language.ZH: {
        "member_name": "王小明",
        "group_name": "极光客户群",
        "incident_date": "11 月 21 日",
        "manager_name": "小梅",
        "step_name": "第一次警告",
        "counts_until": "2027 年 2 月 19 日",
        "reason": "两次警告后仍发布三条代购链接。",
        "helper_contact": "小林（工作日 9:30–18:30）",
        "return_note": Words("zh")("return_note.until", until_date="2027 年 5 月 21 日"),
    },
}
SIZE_LIMIT = {Language.EN: "We are 500, the platform's limit.", Language.ZH: "群人数已达上限。"}


def rule_values(language: Language, number: int) -> dict[str, str]:
    rule = starter_rules()[number]
    return {
        "rule_code": rule.code,
        "rule_title": rule.titles[language],
        "rule_text": rule.texts[language],
        "rule_hint": rule.hints[language],
    }


@pytest.mark.parametrize("template", TEMPLATES.all(), ids=lambda template: template.id)
def test_a_filled_template_leaves_the_courtesy_check_nothing_to_ask_for(
    template: MessageTemplate,
) -> None:
    for number in range(len(starter_rules())):
        rule = rule_values(template.language, number)
        if not template.needs_rule:
            rule = {"reason": SIZE_LIMIT[template.language]}
        filled = fill(template.body, OTHERS[template.language] | rule)
        assert filled.complete, filled.missing + filled.unknown
        names = tuple(rule.values())[:2] if template.needs_rule else ()
        limit = 1500 if template.tone is Tone.FIRM else None  # it quotes the rule in full
        report = check(filled.text, template.language, rule_names=names, length_limit=limit)
        assert report.language is template.language
        found = {finding.code for finding in report.problems}
        unnamed = set() if template.needs_rule else {CourtesyCode.NAMES_RULE}
        assert found <= unnamed, filled.text


def test_every_kind_has_every_tone_in_every_language() -> None:
    for kind in TemplateKind:
        for language in Language:
            tones = [template.tone for template in TEMPLATES.for_kind(kind, language)]
            assert tones[:3] == [Tone.FRIENDLY, Tone.SHORT, Tone.FIRM]


def test_ids_and_names_are_unique() -> None:
    everything = TEMPLATES.all()
    assert len({template.id for template in everything}) == len(everything)
    assert len({template.name for template in everything}) == len(everything)


def test_the_languages_offer_the_same_templates() -> None:
    ids = [
        [template.id.split(".", 1)[1] for template in TEMPLATES.all() if template.language is lang]
        for lang in Language
    ]
    assert ids[0] == ids[1]


def test_the_default_is_friendly_and_fits_a_removal_without_a_rule() -> None:
    notice = TEMPLATES.default(TemplateKind.REMOVAL_NOTICE, Language.ZH, rule=False)
    assert notice.tone is Tone.FRIENDLY
    assert not notice.needs_rule
    assert TEMPLATES.default(TemplateKind.WARNING, Language.EN).id == "en.warning.friendly"


@pytest.mark.parametrize("kind", [TemplateKind.REMINDER, TemplateKind.TALK])
@pytest.mark.parametrize("language", Language)
def test_a_reminder_and_a_talk_can_do_without_a_rule(
    kind: TemplateKind, language: Language
) -> None:
    for rule in (True, False):
        found = TEMPLATES.for_kind(kind, language, rule=rule)
        assert [template.tone for template in found] == [Tone.FRIENDLY, Tone.SHORT, Tone.FIRM]
        assert {template.needs_rule for template in found} == {rule}


CHANNELS = {
    Language.EN: ("privat", "writing to you", "in the group chat", "calling you"),
    Language.ZH: ("私下", "私聊", "写信", "在群里和您", "给您打电话"),
}


@pytest.mark.parametrize("template", TEMPLATES.all(), ids=lambda template: template.id)
def test_what_may_go_through_any_channel_names_none(template: MessageTemplate) -> None:
    if template.kind is TemplateKind.TALK:
        return  # a talk is private, whatever the platform
    for claim in CHANNELS[template.language]:
        assert claim not in template.body.lower(), "untrue in the group or on the phone"


def test_a_warning_without_a_rule_has_no_template() -> None:
    with pytest.raises(LookupError):
        TEMPLATES.default(TemplateKind.WARNING, Language.EN, rule=False)


@pytest.mark.parametrize("language", Language)
def test_placeholders_and_terms_have_words(language: Language) -> None:
    words = Words(language)
    assert {f"placeholder.{name}" for name in PLACEHOLDERS} <= words.keys()
    assert {f"return_note.{term}" for term in Term} <= words.keys()


@pytest.mark.parametrize("template", TEMPLATES.all(), ids=lambda one: f"{one.language}-{one.id}")
def test_no_sentence_begins_with_what_may_be_in_lower_case(template: MessageTemplate) -> None:
    """Who helps is "our customer service" where the group names nobody."""
    assert not re.search(r"(?:^|[.!?:”]\s+|\n){helper_contact}", template.body)
