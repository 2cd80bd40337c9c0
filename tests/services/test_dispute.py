# SPDX-License-Identifier: MIT
"""A whole dispute: warned twice, removed from two groups with another's yes, objected, printed."""

import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from groupdesk.domain.act_records import EvidenceUse, Incident
from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.appeal_records import Answer, AppealRequest, DecisionRequest, EntryRequest
from groupdesk.domain.decision_enums import (
    AppealEntryKind,
    AppealOutcome,
    ApprovalNeed,
    NoticeState,
)
from groupdesk.domain.enums import (
    Channel,
    Edition,
    EvidenceSource,
    Ground,
    Language,
    MembershipState,
    OperatorRole,
    SubjectKind,
    Term,
)
from groupdesk.domain.process import Process
from groupdesk.domain.records import MemberFields
from groupdesk.domain.redaction import Area, Box
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.domain.removal_states import RemovalState
from groupdesk.services.desk import Desk
from groupdesk.services.reports.pages import page_count
from tests.helpers import (
    ALL_OVERRIDES,
    MovableClock,
    give_pin,
    make_group,
    rule_id,
    talk,
    warning,
)
from tests.services.two_operators import seat_of

PHONE = "138-0000-1234"


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    picture = Image.new("RGB", (360, 240), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((20, 20), "Buy now, call me", fill="black")
    draw.text((20, 120), PHONE, fill="black")
    path = tmp_path / "chat.png"
    picture.save(path)
    return path


def test_a_dispute_from_the_first_warning_to_the_paper(
    desk: Desk, clock: MovableClock, chat: Path
) -> None:
    give_pin(desk)
    admin = seat_of(desk, "An")
    third = seat_of(desk, "Yusuf", OperatorRole.OWNER)
    here, there = make_group(desk, "Aurora"), make_group(desk, "Borealis")
    for group in (here, there):
        desk.processes.save(
            uuid.uuid4(),
            group,
            replace(
                Process(),
                approval=ApprovalNeed.ALWAYS,
                questions={Language.EN: ("What happened from your side?",)},
            ),
        )
    clock.move(days=1)
    first = desk.members.add(uuid.uuid4(), here, MemberFields("Li Wei", external_id="liwei"))
    person = desk.members.row(first.subject_id).person_id
    second = desk.members.add(uuid.uuid4(), there, MemberFields("Li Wei", external_id="liwei"))
    assert desk.members.row(second.subject_id).person_id == person
    stay, rule = first.subject_id, rule_id(desk, here)
    for position in (1, 2, 3):
        warning(desk, stay, rule, position, sent_at=clock.text)
        clock.move(days=7)
    talk(desk, stay, rule_id=rule)

    picture = desk.evidence.take_files([chat], EvidenceSource.FILE).kept[0]
    desk.redactions.save(
        RedactionRequest(uuid.uuid4(), picture.id, (Box(Area(10, 110, 200, 40)),), "A phone number")
    )
    both = desk.removal_batches.everywhere(stay)
    assert both == (stay, second.subject_id)
    batch = BatchRequest(
        uuid.uuid4(),
        tuple(BatchMember(ident) for ident in both),
        Ground.BREACH,
        "Advertised again after the final warning.",
        Term.FOR_GOOD,
        (EvidenceUse(picture.id, "The offer", quoted_text="Buy now, call me", origin="Mei"),),
        rules={here: "R1", there: "R1"},
        notices={Language.EN: "We have removed you. You can object within 14 days."},
        overrides=ALL_OVERRIDES,
        incident=Incident(clock.text, quoted_text="Buy now, call me"),
    )
    assert desk.removal_batches.preview(batch).ready
    desk.removal_batches.decide(batch)
    asked = admin.approvals.waiting()
    assert [row.group_name for row in asked] == ["Aurora", "Borealis"]
    assert desk.members.row(stay).state is MembershipState.ACTIVE

    clock.move(minutes=30)
    admin.approvals.approve(uuid.uuid4(), [row.removal.id for row in asked], "Agreed")
    removals = [desk.removals.get(row.removal.id) for row in asked]
    for removal in removals:
        for step in desk.carrying_out.steps(removal.id):
            clock.move(minutes=1)
            desk.carrying_out.tick(uuid.uuid4(), step, text="done")
    assert {desk.members.row(ident).state for ident in both} == {MembershipState.REMOVED}
    assert desk.todo.all() == ()

    clock.move(days=2)
    appeal = desk.appeals.record(
        AppealRequest(
            uuid.uuid4(),
            SubjectKind.REMOVAL,
            removals[0].id,
            clock.text,
            AppealChannel.EMAIL,
            "My account was used by somebody else.",
            (Answer("What happened from your side?", "My phone was stolen."),),
        )
    ).subject_id
    desk.appeals.add(
        EntryRequest(uuid.uuid4(), appeal, AppealEntryKind.QUESTION, "Since when?", clock.text)
    )
    clock.move(days=1)
    third.appeals.decide(
        DecisionRequest(
            uuid.uuid4(),
            appeal,
            AppealOutcome.LIFTED,
            "The police report shows that the phone was stolen.",
            letter="Dear Li Wei, thank you for telling us. You are welcome back.",
            letter_language="en",
        )
    )
    third.notices.record(
        uuid.uuid4(), SubjectKind.APPEAL, appeal, NoticeState.SENT, clock.text, Channel.PRIVATE
    )
    assert desk.removals.get(removals[0].id).state is RemovalState.LIFTED
    assert desk.removals.get(removals[1].id).state is RemovalState.HOLDING

    for edition in Edition:
        printed = desk.reports.case_file(removals[0].case_number, edition, Language.EN)
        assert page_count(printed.pdf) == 3  # none for the stamp alone, none half empty
    assert desk.verifier.run().findings == ()
