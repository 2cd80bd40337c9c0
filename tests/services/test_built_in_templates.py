# SPDX-License-Identifier: MIT
import re

import pytest

from groupdesk.domain.courtesy import CourtesyCode, check
from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.template_fields import NOT_ASKED, VARIANTS, fields_of
from groupdesk.domain.templates import (
    FRAMES,
    PLACEHOLDERS,
    MessageTemplate,
    fill,
    fill_ins,
    names_in,
)
from groupdesk.services.built_in_templates import built_in_templates
from groupdesk.services.starter_rules import starter_rules
from groupdesk.words import Words

TEMPLATES = built_in_templates()
OTHERS = {
    Language.EN: {
        "member_name": "Anna",
        "group_name": "Aurora customers",
        "incident_date": "21 November",
        "manager_name": "Mei",
        "step_name": "Warning 1",
        "counts_until": "19 February 2027",
        "reminder_note": Words("en")("reminder_note.counts", date="19 February 2027"),
        "reason": "Three reseller links were posted after two warnings.",
        "helper_contact": "Arun (weekdays 9:30 to 18:30)",
        "return_note": Words("en")("return_note.until", until_date="21 May 2027"),
        "data_note": Words("en")("data_note.own"),
        "appeal_until": Words("en")("appeal_until.days", days=14),
        "leave_date": "30 November",
        "leave_note": Words("en")("leave_note.on", date="30 November"),
        "handover_note": Words("en")("handover_note.to", name="Ben"),
        "until_date": "15 December",
        "trial_days": "30 days",
        "successor_name": "Ben",
        "leaver_name": "Ruth",
        "decision_name": "Warning 2",
        "checked_note": "Somebody else has looked at everything again.",
        "next_note": "Nothing else changes for you in the group.",
        "decision_date": "21 November",
        "rules_version": "4",
        "rules_date": "1 December",
        "rules_list": "R1 Stay on topic\nR2 No advertising",
        "rules_changes": "New: R7 Quiet hours\nChanged: R2 No advertising",
    },
    Language.ZH: {
        "member_name": "王小明",
        "group_name": "极光客户群",
        "incident_date": "11 月 21 日",
        "manager_name": "小梅",
        "step_name": "第一次警告",
        "counts_until": "2027 年 2 月 19 日",
        "reminder_note": Words("zh")("reminder_note.counts", date="2027 年 2 月 19 日"),
        "reason": "两次警告后仍发布三条代购链接。",
        "helper_contact": "小林（工作日 9:30–18:30）",
        "return_note": Words("zh")("return_note.until", until_date="2027 年 5 月 21 日"),
        "data_note": Words("zh")("data_note.own"),
        "appeal_until": Words("zh")("appeal_until.days", days=14),
        "leave_date": "11月30日",
        "leave_note": Words("zh")("leave_note.on", date="11月30日"),
        "handover_note": Words("zh")("handover_note.to", name="小周"),
        "until_date": "12月15日",
        "trial_days": "30天",
        "successor_name": "小周",
        "leaver_name": "小李",
        "decision_name": "第 2 次警告",
        "checked_note": "未参与原决定的同事已重新核对。",
        "next_note": "您在群里的其他方面不受影响。",
        "decision_date": "11月21日",
        "rules_version": "4",
        "rules_date": "12月1日",
        "rules_list": "R1 不跑题\nR2 不发广告",
        "rules_changes": "新增：R7 夜间勿扰\n修改：R2 不发广告",
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


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
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
        assert found <= unnamed | NOT_ASKED.get(template.kind, set()), filled.text
        if not template.needs_rule:
            return  # the rules are no part of it


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_the_courtesy_check_sees_what_is_good_in_a_template(template: MessageTemplate) -> None:
    values = OTHERS[template.language] | rule_values(template.language, 0)
    seen = check(fill(template.body, values).text, template.language).praises
    wanted = {CourtesyCode.GREETING_OR_THANKS, CourtesyCode.SAYS_WHO_HELPS}
    assert wanted <= set(seen)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_a_template_could_be_saved_as_it_is(template: MessageTemplate) -> None:
    fields = fields_of(template)
    assert fields.checked() == fields
    assert not fill_ins(template.body), "it can be sent without further ado"


@pytest.mark.parametrize("language", Language)
def test_each_kind_and_each_answer_has_every_tone(language: Language) -> None:
    for kind in set(TemplateKind) - FRAMES:
        for variant in (VARIANTS.get(kind) or (None,)) + (
            (None,) if kind is TemplateKind.ANNOUNCEMENT else ()
        ):
            tones = [
                one.tone
                for one in TEMPLATES
                if (one.kind, one.language, one.variant) == (kind, language, variant)
            ]
            assert tones[:3] == [Tone.FRIENDLY, Tone.SHORT, Tone.FIRM]


def test_nothing_frames_messages_before_a_person_writes_it() -> None:
    assert not [one for one in TEMPLATES if one.kind in FRAMES]


def test_ids_and_names_are_unique() -> None:
    everything = TEMPLATES
    assert len({template.id for template in everything}) == len(everything)
    assert len({template.name for template in everything}) == len(everything)


def test_the_languages_offer_the_same_templates() -> None:
    ids = [
        [template.id.split(".", 1)[1] for template in TEMPLATES if template.language is lang]
        for lang in Language
    ]
    assert ids[0] == ids[1]


CHANNELS = {
    Language.EN: ("privat", "writing to you", "in the group chat", "calling you"),
    Language.ZH: ("私下", "私聊", "写信", "在群里和您", "给您打电话"),
}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_what_may_go_through_any_channel_names_none(template: MessageTemplate) -> None:
    if template.kind is TemplateKind.TALK:
        return  # a talk is private, whatever the platform
    for claim in CHANNELS[template.language]:
        assert claim not in template.body.lower(), "untrue in the group or on the phone"


@pytest.mark.parametrize("language", Language)
def test_placeholders_and_terms_have_words(language: Language) -> None:
    words = Words(language)
    assert {f"placeholder.{name}" for name in PLACEHOLDERS} <= words.keys()
    assert {f"return_note.{term}" for term in Term} <= words.keys()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: f"{one.language}-{one.id}")
def test_no_sentence_begins_with_what_may_be_in_lower_case(template: MessageTemplate) -> None:
    """Who helps is "our customer service" where the group names nobody."""
    assert not re.search(r"(?:^|[.!?:”]\s+|\n){helper_contact}", template.body)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: f"{one.language}-{one.id}")
def test_a_notice_says_why_what_becomes_of_the_data_and_how_to_object(
    template: MessageTemplate,
) -> None:
    if template.kind is TemplateKind.REMOVAL_NOTICE:
        told = {"reason", "data_note", "appeal_until", "helper_contact"}
        told |= set() if template.term is Term.FOR_GOOD else {"return_note"}
        assert told <= names_in(template.body)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: f"{one.language}-{one.id}")
def test_a_reminder_leaves_it_to_its_step_whether_it_counts(template: MessageTemplate) -> None:
    if template.kind is TemplateKind.REMINDER:
        assert "reminder_note" in names_in(template.body)
        assert not re.search("not count|计入", template.body), "a reminder of the ladder does"


@pytest.mark.parametrize("language", Language)
def test_only_a_friendly_reminder_says_that_it_does_not_count(language: Language) -> None:
    words = Words(language)
    assert re.search("does not count|不会计入", words("reminder_note.friendly"))
    counted = words("reminder_note.counts", date=OTHERS[language]["counts_until"])
    assert OTHERS[language]["counts_until"] in counted
    assert not re.search("not count|不会?计入", counted)
