# SPDX-License-Identifier: MIT
"""An account manager leaves well, and is back a year later: the whole of it, over the services."""

import uuid
from datetime import date
from pathlib import Path

import pytest

from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.due import Section, section_of
from groupdesk.domain.enums import (
    Channel,
    Edition,
    Language,
    MemberRole,
    MembershipState,
    OperatorRole,
    SubjectKind,
    TemplateKind,
)
from groupdesk.domain.errors import RefusedError
from groupdesk.domain.handover_enums import BookPart, HandoverSide, HandoverState, MoveKind
from groupdesk.domain.handover_records import MoveRequest, Party, SignRequest
from groupdesk.domain.leaving_enums import (
    CustomerTold,
    ExitAdvice,
    ExitChip,
    ExitConcern,
    ExitEntryKind,
    ExitItem,
    ExitReason,
    ExitState,
    RejoinEntryKind,
    RejoinState,
)
from groupdesk.domain.records import MemberFilter
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.templates import fill
from groupdesk.services.desk import Desk
from groupdesk.services.reports.pages import PdfPages, page_count
from groupdesk.words import Words
from tests.helpers import MovableClock, make_group, rule_id, warning
from tests.services import exit_cases, rejoin_cases
from tests.services.handover_cases import book_for, customer, written
from tests.services.two_operators import seat_of

OLIVIA, BEN = "Olivia Park", "Ben Carter"
STAY = "2026-06-15"


def due(desk: Desk) -> dict[str, tuple[Section, str]]:
    """Return what stands on Today of leaving: the kinds, each with its section and its day."""
    today, who = desk.clock().date(), desk.operator.id
    return {
        one.kind: (section_of(one, today, who), one.due_on)
        for one in desk.todo.lines()
        if one.kind != "lapse"  # of the reminder that the case began with
    }


def letter(desk: Desk, kind: TemplateKind, variant: TemplateVariant, language: Language) -> str:
    """Return a letter as the window first shows it, with nothing left to fill in."""
    values = {
        "member_name": OLIVIA,
        "group_name": "Aurora",
        "manager_name": desk.operator.name,
        "helper_contact": "Mei",
        "successor_name": BEN,
        "until_date": STAY,
        "leave_date": STAY,
        "leave_note": Words(language.value)("leave_note.on", date=STAY),
        "handover_note": Words(language.value)("handover_note.to", name=BEN),
    }
    template = desk.templates.default(kind, language, variant=variant)
    filled = fill(template.body, values)
    assert filled.complete, filled.missing
    return filled.text


def sent(desk: Desk, kind: SubjectKind, ident: int) -> None:
    """Say that the letter went out just now."""
    now = to_text(desk.clock())
    desk.notices.record(uuid.uuid4(), kind, ident, NoticeState.SENT, now, Channel.PRIVATE)


def test_an_account_manager_leaves_well_and_comes_back(
    desk: Desk, clock: MovableClock, tmp_path: Path
) -> None:
    group = make_group(desk, "Aurora")
    olivia = customer(desk, group, OLIVIA, role=MemberRole.OWNER, external_id="olivia")
    ben = customer(desk, group, BEN, external_id="ben")
    chen = customer(desk, group, "陈敏", OLIVIA, language="zh", company="华东物流")
    dana = customer(desk, group, "Dana Ruiz", OLIVIA, key_customer=True)
    other = customer(desk, group, "Kofi Mensah", BEN)
    her, his = (seat_of(desk, name, OperatorRole.MODERATOR) for name in (OLIVIA, BEN))
    her.operators.link_me(uuid.uuid4(), desk.members.row(olivia).person_id)
    his.operators.link_me(uuid.uuid4(), desk.members.row(ben).person_id)
    clock.move(hours=1)
    warning(her, other, rule_id(desk, group), 1, sent_at=clock.text)
    case = desk.cases.rows(membership_id=other)[0].number
    her.case_acts.claim(uuid.uuid4(), case)
    assert due(desk) == {}

    # She says that she changes jobs; it takes a moment to write down.
    clock.move(hours=1)
    known = desk.leaving.exits.outlook(olivia)
    assert known.only_owner
    assert known.earlier == ()
    assert [one.name for one in known.customers] == ["陈敏", "Dana Ruiz"]  # as they are read
    ident = exit_cases.asked(desk, olivia, reason=ExitReason.JOB_CHANGED, wish_on="2026-06-05")
    assert due(desk) == {"exit_answer": (Section.WEEK, "2026-06-03")}

    # She is asked to stay until Ben has taken over, politely, in either language.
    texts = {
        language: letter(desk, TemplateKind.EXIT_ANSWER, TemplateVariant.STAY, language)
        for language in Language
    }
    assert "Could you stay until 2026-06-15" in texts[Language.EN]
    assert "能否请您留到2026-06-15" in texts[Language.ZH]
    exit_cases.answered(
        desk,
        ident,
        ExitEntryKind.ASKED_TO_STAY,
        until=STAY,
        replacement_name=BEN,
        replacement_id=ben,
        letter=texts[Language.EN],
        letter_language="en",
    )
    record = desk.leaving.exits.get(ident)
    assert (record.row.state, record.row.chip) == (ExitState.STAYING, ExitChip.STAYING)
    assert set(due(desk)) == {"exit_stay", "exit_items", "exit_customers", "exit_letter"}
    assert due(desk)["exit_letter"] == (Section.TODAY, "")
    sent(desk, SubjectKind.EXIT, ident)
    assert "exit_letter" not in due(desk)

    # Nobody leaves a group without an owner, and a group is not forgotten over it.
    with pytest.raises(RefusedError) as refused:
        exit_cases.gone(desk, ident)
    assert refused.value.code == "exit_owner_needed"

    # The book is what the records say; both read it, sign it, and all goes over in one act.
    clock.move(days=7)
    giver, taker = Party(her.operator.id, olivia), Party(his.operator.id, ben)
    book = book_for(desk, giver, taker, group_id=group, exit_id=ident)
    written(desk, book, "Dana gets the new price list before July.")
    for seat, side in ((her, HandoverSide.GIVER), (his, HandoverSide.TAKER)):
        digest = seat.leaving.handovers.get(book).digest
        seat.leaving.handovers.sign(SignRequest(uuid.uuid4(), book, side, digest))
    whole = desk.leaving.handovers.get(book)
    assert whole.row.state is HandoverState.SIGNED
    assert whole.changes == ()
    assert {one.who for one in whole.book.lines(BookPart.CUSTOMERS)} >= {"Dana Ruiz", "陈敏"}
    assert all(one.held is None for one in whole.moves)
    assert {one.kind for one in whole.moves} >= {
        MoveKind.CASE,
        MoveKind.OWNER_ROLE,
        MoveKind.CUSTOMER,
    }
    desk.leaving.handovers.hand_over(MoveRequest(uuid.uuid4(), book, whole.moves, seen=whole.last))
    assert desk.members.row(ben).role is MemberRole.OWNER
    assert {desk.members.detail(one).fields.account_owner for one in (chen, dana)} == {BEN}
    assert desk.cases.get(case).owner == BEN

    # The customers are told, each in their own language; whom Ben looks after now still counts.
    record = desk.leaving.exits.get(ident)
    assert not record.only_owner
    waiting = {one.name: one.concerns for one in record.customers if one.waits}
    assert set(waiting) == {"Dana Ruiz", "陈敏"}
    assert waiting["Dana Ruiz"] == {ExitConcern.MOVED}, "Ben has her by now"
    exit_cases_told = exit_cases.telling(desk, ident, chen, dana, contact=BEN)
    desk.leaving.exit_customers.tell(exit_cases_told)
    assert "exit_customers" not in due(desk)
    assert all(one.told is CustomerTold.TOLD for one in desk.leaving.exits.get(ident).customers)

    # What belongs to her is saved, the list is ticked, and she goes on the day agreed.
    folder = desk.leaving.exit_folder.save(uuid.uuid4(), ident, tmp_path, Language.ZH)
    assert {one.suffix for one in folder.iterdir()} >= {".txt"}
    clock.move(days=7)
    assert due(desk)["exit_stay"] == (Section.TODAY, STAY)
    exit_cases.answered(desk, ident, until=STAY, replacement_name=BEN, replacement_id=ben)
    lines = desk.leaving.exits.get(ident).items
    by_hand = [one.task_id for one in lines if one.task_id and not one.done_at]
    assert next(one.code for one in lines if one.task_id) == ExitItem.COLLEAGUES_TOLD
    desk.leaving.exit_items.tick(uuid.uuid4(), ident, by_hand)
    assert set(due(desk)) == {"exit_leave"}
    exit_cases.gone(desk, ident)
    assert desk.members.row(olivia).state is MembershipState.LEFT
    assert due(desk) == {"exit_check": (Section.WEEK, "2026-06-18")}

    # Messages still come: leave once more, restart, support, and asked again each time.
    for advice in (ExitAdvice.LEAVE_AGAIN, ExitAdvice.RESTART):
        clock.move(days=3)
        assert due(desk)["exit_check"][0] is Section.TODAY
        assert desk.leaving.exits.get(ident).advice is advice
        desk.leaving.exit_items.check(uuid.uuid4(), ident, TaskState.COULD_NOT, "Two today")
    clock.move(days=3)
    desk.leaving.exit_items.check(uuid.uuid4(), ident, TaskState.DONE)
    assert due(desk) == {}
    assert desk.leaving.exits.get(ident).row.chip is ExitChip.OVER

    # A year later she asks to come back. What was is there to be read; nothing holds against her.
    clock.move(days=365)
    asked = rejoin_cases.pleaded(desk, group, desk.members.row(olivia).person_id)
    found = desk.leaving.rejoin_requests.get(asked)
    assert [one.id for one in found.known.exits] == [ident]
    assert not found.known.needs_override
    assert not found.known.cooled_on
    assert set(due(desk)) == {"rejoin_answer"}
    welcome = letter(desk, TemplateKind.REJOIN_ANSWER, TemplateVariant.WELCOME, Language.EN)
    assert "welcome back" in welcome
    rejoin_cases.answered(
        desk, asked, trial_days=found.known.trial_days, letter=welcome, letter_language="en"
    )
    assert set(due(desk)) == {"rejoin_come", "rejoin_letter"}
    sent(desk, SubjectKind.REJOIN, asked)
    again = desk.leaving.rejoin_requests.take_in(uuid.uuid4(), asked).subject_id
    assert again != olivia
    assert desk.members.row(again).person_id == desk.members.row(olivia).person_id
    assert desk.members.row(again).role is MemberRole.MEMBER  # Ben owns the group now
    assert desk.leaving.rejoin_requests.get(asked).row.state is RejoinState.ON_TRIAL
    assert due(desk)["rejoin_trial"][0] is Section.LATER

    clock.move(days=30)
    assert due(desk)["rejoin_trial"][0] is Section.TODAY
    desk.leaving.rejoin_requests.trial(rejoin_cases.outcome(asked, RejoinEntryKind.TRIAL_PASSED))
    assert desk.leaving.rejoin_requests.get(asked).row.state is RejoinState.BACK
    assert due(desk) == {}

    # What is printed of it years later still names her, as it was signed.
    for language in Language:
        paper = desk.reports.preview_handover(book, Edition.FILE, language)
        assert {OLIVIA, BEN} <= set(words_of(paper.pdf, (OLIVIA, BEN)))
    months = desk.reports.preview_exits(
        group, date(2026, 1, 1), clock.now.date(), Language.EN, edition=Edition.HANDOUT
    )
    assert not words_of(months.pdf, (OLIVIA,)), "numbers name nobody"
    assert desk.verifier.run().findings == ()


def words_of(pdf: bytes, wanted: tuple[str, ...]) -> list[str]:
    """Return which of these stand on a paper."""
    with PdfPages(pdf) as pages:
        text = "\n".join(pages.text(index) for index in range(len(pages)))
    return [one for one in wanted if one in text]


def test_who_leaves_and_comes_back_three_times_is_one_person_with_one_story(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk, "Aurora", rules=False)
    stay = customer(desk, group, "Noor Aziz", external_id="noor")
    person = desk.members.row(stay).person_id
    for turn in range(1, 4):
        clock.move(days=30)
        ident = exit_cases.answered(desk, exit_cases.asked(desk, stay))
        exit_cases.gone(desk, ident)
        desk.leaving.exit_items.check(uuid.uuid4(), ident, TaskState.DONE)
        clock.move(days=30)
        back = rejoin_cases.pleaded(desk, group, person)
        assert len(desk.leaving.rejoin_requests.get(back).known.exits) == turn
        rejoin_cases.answered(desk, back, trial_days=7)
        stay = desk.leaving.rejoin_requests.take_in(uuid.uuid4(), back).subject_id
        trial = rejoin_cases.outcome(back, RejoinEntryKind.TRIAL_PASSED)
        desk.leaving.rejoin_requests.trial(trial)
    (one,) = desk.members.rows(list(desk.members.ids(MemberFilter(group))))
    assert (one.id, one.person_id) == (stay, person)
    figures = desk.reports.preview_exits(
        group, date(2026, 1, 1), clock.now.date(), Language.EN, edition=Edition.FILE
    )
    assert page_count(figures.pdf) >= 1
    assert desk.todo.all() == (), "of earlier leavings nothing is to be done any more"
    assert desk.verifier.run().findings == ()
