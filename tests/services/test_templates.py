# SPDX-License-Identifier: MIT
"""Own templates: what is offered when, what the log keeps, and who was faster."""

import json
import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter, WarningRequest
from groupdesk.domain.enums import Action, Channel, Language, TemplateKind, Term, Tone
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.template_enums import TemplateOrigin, TemplateVariant
from groupdesk.domain.template_exchange import MOST_TEMPLATES
from groupdesk.domain.template_fields import TemplateFields, fields_of
from groupdesk.domain.templates import MessageTemplate
from groupdesk.domain.told_records import TellRequest
from groupdesk.services.desk import Desk
from groupdesk.services.templates import id_of
from tests.costs import sqlite_steps
from tests.helpers import MovableClock, make_group, make_member, removal, rule_id, talk

FIELDS = TemplateFields(
    TemplateKind.WARNING,
    Language.EN,
    Tone.FRIENDLY,
    "Warning, our way",
    "Hello {member_name}, about rule {rule_code}: {write:What happened}. Thank you!",
)
HEADER = TemplateFields(
    TemplateKind.HEADER, Language.EN, Tone.FRIENDLY, "Header", "{group_name} writes:"
)


def save(desk: Desk, fields: TemplateFields = FIELDS) -> MessageTemplate:
    return desk.templates.get(id_of(desk.templates.save(uuid.uuid4(), fields).subject_id))


def offered(desk: Desk, group_id: int | None = None, **more: object) -> list[str]:
    found = desk.templates.for_kind(
        TemplateKind.WARNING,
        Language.EN,
        group_id=group_id,
        **more,  # type: ignore[arg-type]  # the keyword is the test's
    )
    return [template.name for template in found]


def payloads(desk: Desk) -> list[dict[str, dict[str, object]]]:
    newest = desk.audit.rows(AuditFilter())[0].seq
    return [{"before": b, "after": a} for b, a in desk.audit.detail(newest).changes]


def test_an_own_template_is_offered_before_the_one_of_the_program(desk: Desk) -> None:
    own = save(desk)
    assert own.origin is TemplateOrigin.OWN
    assert offered(desk)[:2] == ["Warning, our way", "Warning, friendly"]
    assert desk.templates.default(TemplateKind.WARNING, Language.EN) == own


def test_a_groups_own_template_comes_first_there_and_nowhere_else(desk: Desk) -> None:
    group = make_group(desk)
    save(desk)
    save(desk, replace(FIELDS, name="Warning in Aurora", group_id=group))
    assert offered(desk, group)[:2] == ["Warning in Aurora", "Warning, our way"]
    assert "Warning in Aurora" not in offered(desk)
    assert "Warning in Aurora" not in offered(desk, group + 1)


def test_tones_come_one_after_the_other_whoever_wrote_them(desk: Desk) -> None:
    save(desk, replace(FIELDS, tone=Tone.FIRM))
    assert offered(desk) == [
        *("Warning, friendly", "Warning, short", "Warning, our way", "Warning, firm"),
    ]


def test_an_own_template_may_name_no_rule_where_there_is_one(desk: Desk) -> None:
    save(desk, replace(FIELDS, body="Hello {member_name}, please stop. Thank you!"))
    assert "Warning, our way" in offered(desk, rule=True)
    assert offered(desk, rule=False) == ["Warning, our way"]


def test_what_names_a_rule_is_not_offered_without_one(desk: Desk) -> None:
    assert offered(desk, rule=False) == []
    with pytest.raises(LookupError):
        desk.templates.default(TemplateKind.WARNING, Language.EN, rule=False)
    notice = desk.templates.default(TemplateKind.REMOVAL_NOTICE, Language.ZH, rule=False)
    assert notice.tone is Tone.FRIENDLY
    assert not notice.needs_rule


@pytest.mark.parametrize("kind", [TemplateKind.REMINDER, TemplateKind.TALK])
@pytest.mark.parametrize("language", Language)
def test_a_reminder_and_a_talk_can_do_without_a_rule(
    desk: Desk, kind: TemplateKind, language: Language
) -> None:
    for rule in (True, False):
        found = desk.templates.for_kind(kind, language, rule=rule)
        assert [template.tone for template in found] == [Tone.FRIENDLY, Tone.SHORT, Tone.FIRM]
        assert {template.needs_rule for template in found} == {rule}


def test_what_is_written_for_a_term_comes_last_and_only_for_it(desk: Desk) -> None:
    kind, language = TemplateKind.REMOVAL_NOTICE, Language.EN
    for_good = desk.templates.for_kind(kind, language, term=Term.FOR_GOOD)
    assert for_good[-1].term is Term.FOR_GOOD
    assert len(desk.templates.for_kind(kind, language)) == len(for_good) - 1


def test_an_answer_is_offered_for_its_outcome(desk: Desk) -> None:
    found = desk.templates.for_kind(
        TemplateKind.EXIT_ANSWER, Language.EN, variant=TemplateVariant.STAY
    )
    assert {template.variant for template in found} == {TemplateVariant.STAY}
    assert len(desk.templates.for_kind(TemplateKind.EXIT_ANSWER, Language.EN)) == 9


def test_a_changed_template_of_the_program_keeps_its_id_and_can_be_reset(desk: Desk) -> None:
    original = desk.templates.get("en.warning.friendly")
    desk.templates.save(
        uuid.uuid4(),
        replace(fields_of(original), body="Dear {member_name}, thank you.", kind=TemplateKind.TALK),
        original,
    )
    changed = desk.templates.get(original.id)
    assert changed.origin is TemplateOrigin.CHANGED
    assert changed.body == "Dear {member_name}, thank you."
    assert changed.kind is TemplateKind.WARNING, "what it is for is the program's"
    assert changed.name in offered(desk)
    desk.templates.reset(uuid.uuid4(), original.id)
    assert desk.templates.get(original.id) == original
    with pytest.raises(StateChangedError):
        desk.templates.reset(uuid.uuid4(), original.id)


def test_the_log_keeps_the_words_before_and_after(desk: Desk) -> None:
    own = save(desk)
    assert payloads(desk)[0]["after"]["body"] == FIELDS.body
    desk.templates.save(uuid.uuid4(), replace(FIELDS, body="Hello! Thank you."), own)
    assert payloads(desk) == [
        {
            "before": {"body": FIELDS.body},
            "after": {"name": FIELDS.name, "body": "Hello! Thank you."},
        }
    ]
    changed = desk.templates.get(own.id)
    desk.templates.hide(uuid.uuid4(), changed.id)
    assert payloads(desk) == [
        {"before": {"offered": True}, "after": {"name": FIELDS.name, "offered": False}}
    ]
    assert desk.audit.rows(AuditFilter())[0].subject == FIELDS.name


@pytest.mark.parametrize("template_id", ["en.warning.friendly", ""])
def test_a_hidden_template_is_not_offered_until_it_is_again(desk: Desk, template_id: str) -> None:
    template = desk.templates.get(template_id) if template_id else save(desk)
    desk.templates.hide(uuid.uuid4(), template.id)
    assert template.name not in offered(desk)
    assert desk.templates.get(template.id).hidden
    with pytest.raises(StateChangedError):
        desk.templates.hide(uuid.uuid4(), template.id)
    desk.templates.hide(uuid.uuid4(), template.id, hidden=False)
    assert template.name in offered(desk)
    assert desk.templates.get(template.id).body == template.body


def test_a_hidden_template_of_the_program_can_be_changed_all_the_same(desk: Desk) -> None:
    desk.templates.hide(uuid.uuid4(), "en.warning.short")
    seen = desk.templates.get("en.warning.short")
    desk.templates.save(uuid.uuid4(), replace(fields_of(seen), body="Thank you."), seen)
    changed = desk.templates.get(seen.id)
    assert (changed.origin, changed.hidden) == (TemplateOrigin.CHANGED, True)


def test_who_saves_later_is_told_that_somebody_was_faster(desk: Desk) -> None:
    seen = save(desk)
    desk.templates.save(uuid.uuid4(), replace(FIELDS, body="First. Thank you."), seen)
    with pytest.raises(StateChangedError) as told:
        desk.templates.save(uuid.uuid4(), replace(FIELDS, body="Second. Thank you."), seen)
    assert told.value.code == "template_changed"
    assert desk.templates.get(seen.id).body == "First. Thank you."


def test_the_same_operation_saves_once(desk: Desk) -> None:
    operation = uuid.uuid4()
    first = desk.templates.save(operation, FIELDS)
    assert desk.templates.save(operation, FIELDS).repeated
    assert first.subject_id
    assert offered(desk).count(FIELDS.name) == 1


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"name": " \u200b "}, "name", "template_name_missing"),
        ({"name": "x" * 81}, "name", "text_too_long"),
        ({"name": "a\0b"}, "name", "text_unstorable"),
        ({"name": "Warning, friendly"}, "name", "template_name_taken"),
        ({"body": "\n \n"}, "body", "template_body_missing"),
        ({"body": "x" * 5_001}, "body", "text_too_long"),
        ({"body": "x" * 100_000}, "body", "text_too_long"),
        ({"body": "a\ud800b"}, "body", "text_unstorable"),
        ({"body": "Hello {surname}"}, "body", "template_placeholder_unknown"),
        ({"body": "Hello {member_name"}, "body", "template_placeholder_unknown"),
        ({"body": "Hello {{member_name}}"}, "body", "template_placeholder_unknown"),
        ({"body": "Hello {0.__class__}"}, "body", "template_placeholder_unknown"),
        ({"body": "Hello %s"}, "body", "template_placeholder_unknown"),
        ({"body": "{choose:How|one}"}, "body", "template_placeholder_unknown"),
        ({"body": "{choose:How|{reason}|b}"}, "body", "template_placeholder_unknown"),
        ({"body": "Our rules: {rules_list}"}, "body", "template_placeholder_of_other"),
        ({"variant": TemplateVariant.KEPT}, "variant", "template_variant_of_other_kind"),
        ({"term": Term.FOR_GOOD}, "variant", "template_variant_of_other_kind"),
    ],
)
def test_what_is_not_taken_is_said_of_its_field(
    desk: Desk, change: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(ValidationError) as told:
        desk.templates.save(uuid.uuid4(), replace(FIELDS, **change))  # type: ignore[arg-type]
    assert (told.value.field, told.value.code) == (field, code)
    assert not [one for one in desk.templates.all() if one.origin is TemplateOrigin.OWN]


def test_a_name_may_be_used_again_for_another_kind_language_or_group(desk: Desk) -> None:
    group = make_group(desk)
    save(desk)
    for change in (
        {"kind": TemplateKind.FINAL_WARNING},
        {"language": Language.ZH},
        {"group_id": group},
    ):
        save(desk, replace(FIELDS, **change))
    with pytest.raises(ValidationError):
        save(desk)


def test_nothing_is_written_for_a_group_that_is_archived_or_gone(desk: Desk) -> None:
    group = make_group(desk)
    own = save(desk, replace(FIELDS, group_id=group))
    desk.groups.archive(uuid.uuid4(), group, "Over and done")
    with pytest.raises(RefusedError):
        desk.templates.save(uuid.uuid4(), replace(FIELDS, group_id=group, name="Another"))
    with pytest.raises(RefusedError):
        desk.templates.save(uuid.uuid4(), FIELDS, own)
    with pytest.raises(StateChangedError):
        desk.templates.save(uuid.uuid4(), replace(FIELDS, group_id=99))


def test_the_groups_own_header_goes_before_the_one_for_all(desk: Desk) -> None:
    group = make_group(desk)
    assert desk.templates.frame(Language.EN, group) == ("", "")
    save(desk, HEADER)
    save(desk, replace(HEADER, kind=TemplateKind.FOOTER, body="Reply here any time."))
    save(desk, replace(HEADER, body="Aurora writes:", group_id=group))
    assert desk.templates.frame(Language.EN, group) == ("Aurora writes:", "Reply here any time.")
    assert desk.templates.frame(Language.EN, None)[0] == "{group_name} writes:"
    assert desk.templates.frame(Language.ZH, group) == ("", "")


def test_a_groups_own_header_that_was_a_firm_message_goes_first_all_the_same(desk: Desk) -> None:
    group = make_group(desk)
    save(desk, HEADER)
    save(desk, replace(HEADER, body="Aurora writes:", group_id=group, tone=Tone.FIRM))
    assert desk.templates.frame(Language.EN, group)[0] == "Aurora writes:"


def test_a_wording_without_a_rule_that_names_one_now_is_offered_with_one(desk: Desk) -> None:
    original = desk.templates.get("en.talk.no_rule.short")
    fields = replace(fields_of(original), body="Hello, about rule {rule_code}. Thank you!")
    desk.templates.save(uuid.uuid4(), fields, original)
    for rule in (True, False):
        found = desk.templates.for_kind(TemplateKind.TALK, Language.EN, rule=rule)
        assert (original.id in [one.id for one in found]) is rule


def test_what_is_not_offered_stays_so_with_its_original_words(desk: Desk) -> None:
    original = desk.templates.get("en.warning.short")
    fields = replace(fields_of(original), body="Ours")
    desk.templates.save(uuid.uuid4(), fields, original)
    desk.templates.hide(uuid.uuid4(), original.id)
    desk.templates.reset(uuid.uuid4(), original.id)
    now = desk.templates.get(original.id)
    assert (now.body, now.origin, now.hidden) == (original.body, TemplateOrigin.BUILT_IN, True)
    desk.templates.hide(uuid.uuid4(), original.id, hidden=False)
    assert replace(desk.templates.get(original.id), changed_at="") == original


def test_use_is_counted_by_template(desk: Desk) -> None:
    group = make_group(desk)
    member, rule = make_member(desk, group), rule_id(desk, group)
    for template in ("en.warning.friendly", "en.warning.friendly", "own.1", ""):
        desk.warnings.prepare(
            WarningRequest(
                uuid.uuid4(),
                member,
                rule,
                2,
                Channel.PRIVATE,
                Language.EN,
                "Hello Li Wei, please keep to rule R1.",
                template=template,
            )
        )
    assert desk.templates.usage() == {"en.warning.friendly": 2, "own.1": 1}


def test_talks_notices_and_announcements_are_counted_too(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    members = [make_member(desk, group, name) for name in ("Li Wei", "Chen Jie", "Sun Yan")]
    rule, book = rule_id(desk, group), desk.rules.current(group)
    assert book is not None
    clock.move(hours=1)
    talk(desk, members[0], template="en.talk.short")
    talk(desk, members[1])
    first = TellRequest(
        uuid.uuid4(), book.id, tuple(members[:2]), clock.text, Channel.GROUP, "own.7"
    )
    desk.announcements.tell(first)
    desk.announcements.acknowledge(replace(first, operation=uuid.uuid4()))
    clock.move(hours=1)
    desk.announcements.tell(replace(first, operation=uuid.uuid4(), ids=(members[2],)))
    desk.removals.decide(removal(desk, members[0], rule, template="en.removal_notice.firm"))
    without = removal(desk, members[1], rule, notice="", template="en.removal_notice.firm")
    desk.removals.decide(without)
    assert desk.templates.usage() == {
        "en.talk.short": 1,
        "own.7": 2,  # told twice, however many each time
        "en.removal_notice.firm": 1,  # a notice that was emptied is none
    }
    assert not desk.verifier.run().findings


def test_templates_are_one_entry_of_the_log_each(desk: Desk, clock: MovableClock) -> None:
    clock.move(hours=1)
    save(desk)
    row = desk.audit.rows(AuditFilter())[0]
    assert row.action is Action.TEMPLATE_SAVE
    assert json.dumps(payloads(desk)).count("Warning, our way") == 1
    assert desk.templates.get("own.1").changed_at == clock.text


def test_a_whole_file_is_taken_in_without_reading_all_for_each(desk: Desk) -> None:
    rows = [(None, replace(FIELDS, name=f"Number {number}")) for number in range(MOST_TEMPLATES)]
    with sqlite_steps(desk) as steps:
        desk.templates.take_in(uuid.uuid4(), "all.toml", rows)
    assert steps.thousands < 250
