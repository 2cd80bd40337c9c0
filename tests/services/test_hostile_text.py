# SPDX-License-Identifier: MIT
"""Text that is made to harm, through each command: refused in words, or printed as it is."""

import uuid
from collections.abc import Callable
from datetime import date

import pytest

from groupdesk.domain.act_records import EvidenceUse, WarningRequest
from groupdesk.domain.carrying_out import StepResult
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome
from groupdesk.domain.enums import (
    Channel,
    Edition,
    FairItem,
    Language,
    Severity,
    SubjectKind,
)
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.handover_records import Party
from groupdesk.domain.leaving import Leaving
from groupdesk.domain.leaving_enums import ExitEntryKind
from groupdesk.domain.machine_text import MachineText
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.text import visible
from groupdesk.services.desk import Desk
from groupdesk.services.reports.pages import PdfPages
from tests.helpers import (
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    screenshot,
    talk,
)
from tests.services.appeal_cases import (
    decision,
    objected,
    objection,
    removed,
    said,
    somebody_else,
)
from tests.services.exit_cases import answered, asked, asked_by_anybody, gone, telling
from tests.services.handover_cases import NOBODY_ELSE, book_for, me, moved
from tests.services.handover_cases import written as enter

UNSTORABLE = {"half a surrogate pair": "a\ud800b", "NUL": "a\0b", "100 KB": "x" * 100_000}
INVISIBLE = "\u200b\u2060\u3164\ufe0f"
MARKUP = '#read("/etc/passwd") *x* $y$ `z` <b>B</b> = Head @ref // c {0.__class__} {name} \\u{41}'


def _warn(desk: Desk, text: str) -> None:
    desk.warnings.prepare(
        WarningRequest(uuid.uuid4(), 1, rule_id(desk, 1), 2, Channel.PRIVATE, Language.EN, text)
    )


def _picture(field: str) -> Callable[[Desk, str], None]:
    def decide(desk: Desk, text: str) -> None:
        use = EvidenceUse(screenshot(desk).id, **{field: text})
        desk.removals.decide(removal(desk, 1, rule_id(desk, 1), evidence=(use,)))

    return decide


def _remove(field: str) -> Callable[[Desk, str], None]:
    def decide(desk: Desk, text: str) -> None:
        value = dict.fromkeys(FairItem, text) if field == "overrides" else text
        desk.removals.decide(removal(desk, 1, rule_id(desk, 1), **{field: value}))

    return decide


def _publish(desk: Desk, text: str) -> None:
    rule = RuleDraft("R9", Severity.MINOR, {"en": text}, {"en": text})
    desk.rules.publish(uuid.uuid4(), 1, (rule,))


COMMANDS: dict[str, Callable[[Desk, str], object]] = {
    "group": lambda desk, text: make_group(desk, text, rules=False),
    "member": lambda desk, text: make_member(desk, 1, text),
    "rule": _publish,
    "talk": lambda desk, text: talk(desk, 1, problem=text),
    "warning": _warn,
    **{field: _picture(field) for field in ("caption", "quoted_text", "origin")},
    **{field: _remove(field) for field in ("reason", "comment", "notice", "overrides")},
}


@pytest.mark.parametrize("text", UNSTORABLE.values(), ids=UNSTORABLE)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(
    desk: Desk, command: str, text: str
) -> None:
    make_member(desk, make_group(desk))
    before = desk.ledger.head()
    with pytest.raises(ValidationError) as refused:
        COMMANDS[command](desk, text)
    assert len(clear_error(refused.value)) < 300
    assert desk.ledger.head() == before


def _object(desk: Desk, text: str) -> None:
    desk.appeals.record(objection(desk, 1, statement=text))


def _answer(desk: Desk, text: str) -> None:
    desk.appeals.add(said(desk, 1, AppealEntryKind.NOTE, text=text))


def _decide(field: str) -> Callable[[Desk, str], None]:
    def decide(desk: Desk, text: str) -> None:
        with somebody_else(desk):
            desk.appeals.decide(decision(1, AppealOutcome.KEPT, **{field: text}))

    return decide


def _tick(desk: Desk, text: str) -> None:
    steps = desk.carrying_out.steps(1)[0]
    desk.carrying_out.tick(uuid.uuid4(), steps, StepResult.COULD_NOT, text=text)


def _redact(desk: Desk, text: str) -> None:
    marks = (Box(Area(0, 0, 4, 8)),)
    desk.redactions.save(RedactionRequest(uuid.uuid4(), 1, marks, note=text))


AFTER_A_REMOVAL: dict[str, Callable[[Desk, str], object]] = {
    "statement": _object,
    "answer": _answer,
    "decision": _decide("reason"),
    "letter": _decide("letter"),
    "step": _tick,
    "redaction": _redact,
    "lifting": lambda desk, text: desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, 1, text),
}


@pytest.mark.parametrize("command", AFTER_A_REMOVAL)
def test_nor_is_it_kept_of_what_follows_a_removal(desk: Desk, command: str) -> None:
    objected(desk, removed(desk))
    with somebody_else(desk):
        pass  # is there before what is counted
    before = desk.ledger.head()
    for text in UNSTORABLE.values():
        with pytest.raises(ValidationError) as refused:
            AFTER_A_REMOVAL[command](desk, text)
        assert len(clear_error(refused.value)) < 300
        assert desk.ledger.head() == before


def _answer_leaver(field: str, kind: ExitEntryKind) -> Callable[[Desk, str], object]:
    return lambda desk, text: answered(desk, 1, kind, **{field: text})


OF_LEAVING: dict[str, Callable[[Desk, str], object]] = {
    "reason": lambda desk, text: asked_by_anybody(desk, 2, reason_text=text),
    "answer": _answer_leaver("text", ExitEntryKind.APPROVED),
    "letter": _answer_leaver("letter", ExitEntryKind.WITHDRAWN),
    "replacement": _answer_leaver("replacement_name", ExitEntryKind.ASKED_TO_STAY),
    "note": _answer_leaver("text", ExitEntryKind.NOTE),
    "left": lambda desk, text: gone(desk, 1, text=text),
    "contact": lambda desk, text: desk.leaving.exit_customers.tell(
        telling(desk, 1, 2, contact=text)
    ),
    "checklist": lambda desk, text: desk.leaving.exit_items.tick(uuid.uuid4(), 1, [1], text=text),
    "own line": lambda desk, text: desk.leaving.ways.save(
        uuid.uuid4(), 1, Leaving(own_items=({Language.EN: text},))
    ),
}


OF_HANDOVERS: dict[str, Callable[[Desk, str], object]] = {
    "name": lambda desk, text: book_for(desk, me(desk), Party(name=text), group_id=1),
    "note": lambda desk, text: book_for(desk, me(desk), NOBODY_ELSE, group_id=1, note=text),
    "entry": lambda desk, text: enter(desk, 1, text),
    "override": lambda desk, text: moved(desk, 1, text),
    "calling off": lambda desk, text: desk.leaving.handovers.call_off(uuid.uuid4(), 1, text),
}


@pytest.mark.parametrize("command", OF_HANDOVERS)
def test_nor_of_what_belongs_to_handovers(desk: Desk, command: str) -> None:
    make_group(desk, rules=False)
    book_for(desk, me(desk), NOBODY_ELSE)
    before = desk.ledger.head()
    for text in UNSTORABLE.values():
        with pytest.raises(ValidationError) as refused:
            OF_HANDOVERS[command](desk, text)
        assert len(clear_error(refused.value)) < 300
        assert desk.ledger.head() == before


@pytest.mark.parametrize("command", OF_LEAVING)
def test_nor_of_what_belongs_to_leaving(desk: Desk, command: str) -> None:
    group = make_group(desk, rules=False)
    member, _other = make_member(desk, group), make_member(desk, group, "B")
    asked(desk, member)
    before = desk.ledger.head()
    for text in UNSTORABLE.values():
        with pytest.raises(ValidationError) as refused:
            OF_LEAVING[command](desk, text)
        assert len(clear_error(refused.value)) < 300
        assert desk.ledger.head() == before


@pytest.mark.parametrize("command", ["group", "rule", "talk", "warning", "reason", "overrides"])
def test_what_nobody_can_see_is_no_reason_and_no_name(desk: Desk, command: str) -> None:
    make_member(desk, make_group(desk))
    before = desk.ledger.head()
    with pytest.raises(ValidationError):
        COMMANDS[command](desk, INVISIBLE)
    assert desk.ledger.head() == before


def test_a_notice_that_nobody_can_see_is_none(desk: Desk) -> None:
    """Else the steps would say that the member was to be told, and the record that they were."""
    make_member(desk, make_group(desk))
    _remove("notice")(desk, INVISIBLE)
    decided = desk.removals.get(1)
    assert decided.notice == ""
    assert "notice" not in {step.code for step in decided.steps}


def test_markup_reaches_the_papers_as_it_was_written(desk: Desk) -> None:
    group = make_group(desk, "#pagebreak() <i>G</i>", rules=False)
    desk.rules.publish(
        uuid.uuid4(), group, (RuleDraft("R1", Severity.MINOR, {"en": MARKUP}, {"en": MARKUP}),)
    )
    member = make_member(desk, group, MARKUP)
    picture = screenshot(desk)
    read = MachineText(picture.id, "MACHINEWORDS", "MACHINEWORDS 1", "", picture.added_at)
    desk.evidence_texts.store([read])
    use = EvidenceUse(picture.id, (MARKUP + "\n") * 100, MARKUP, MARKUP)
    told = removal(
        desk,
        member,
        rule_id(desk, group),
        reason=MARKUP,
        notice=MARKUP,
        comment=MARKUP,
        overrides=dict.fromkeys(FairItem, MARKUP),
        evidence=(use,),
    )
    desk.removals.decide(told)
    objected(desk, 1, statement=MARKUP)
    with somebody_else(desk):
        desk.appeals.decide(decision(1, AppealOutcome.KEPT, reason=MARKUP, letter=MARKUP))
    day = date(2026, 6, 1)
    papers = [
        desk.reports.case_file(1, edition, language) for edition in Edition for language in Language
    ] + [desk.reports.group_audit(group, day, day, Language.EN)]
    for paper in papers:
        with PdfPages(paper.pdf) as pages:
            text = "".join("".join(pages.text(page) for page in range(len(pages))).split())
        for written in ('#read("/etc/passwd")', "{0.__class__}", "<b>B</b>", "*x*", "`z`"):
            assert written in text.replace("\u200b", ""), (paper.name, written)
        assert "MACHINEWORDS" not in text, "what a machine read is on no paper"
    assert desk.verifier.run().sound


@pytest.mark.parametrize("name", ["🇩🇪 Max", "👨‍👩‍👧", "❤️Max", "👍🏽Max", "🏴󠁧󠁢󠁥󠁮󠁧󠁿Max", "1️⃣ Max", "🌸"])
def test_emoji_and_flags_are_found_and_shown_whole(desk: Desk, name: str) -> None:
    group = make_group(desk)
    for other in ("Lena", "Zoe"):
        make_member(desk, group, other)
    member = make_member(desk, group, name)
    for text in {name, name.replace("Max", ""), "max" if "Max" in name else name}:
        assert list(desk.members.ids(MemberFilter(text=text))) == [member]
    (row,) = desk.members.rows([member])
    assert (row.name, visible(row.name)) == (name, name)
    at = 1 if name.endswith("Max") and name[0] != "1" else 2
    assert list(desk.members.ids(MemberFilter(group))).index(member) == at
