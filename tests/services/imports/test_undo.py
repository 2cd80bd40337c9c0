# SPDX-License-Identifier: MIT
"""A whole import taken back: the register is as it was, or something later forbids it."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupdesk.domain.clock import to_text
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action, Channel, DepartureHow, MemberRole, MembershipState
from groupdesk.domain.errors import CancelledError, RefusedError, StateChangedError, ValidationError
from groupdesk.domain.import_preview import LineKind, Take
from groupdesk.domain.import_records import ImportField, ImportRow, Mapping
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.told_records import TellRequest
from groupdesk.services import search
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    ready_desk,
    rule_id,
    warning,
)
from tests.services.imports.rows import listed, row

U = uuid.uuid4
COMPARE = Take(compare=True)
FULL = row(
    1, "李伟", nickname="小李", handle="liwei", role=MemberRole.ADMIN, message_count=12,
    last_active="2026-05-01T00:00:00.000Z", phone="138", email="li@example.com",
    company="Aurora", account_owner="Mei", tags=("VIP",), note="met in May", language="zh",
)  # fmt: skip


def take(desk: Desk, group: int, *rows: ImportRow, how: Take = COMPARE) -> int:
    found = desk.imports.preview(listed(*rows), group)
    return desk.imports.apply(U(), found, how).subject_id


def undo(desk: Desk, snapshot: int) -> None:
    desk.import_undo.undo(U(), snapshot, "The wrong list")


def state(desk: Desk) -> object:
    """Return all that a person sees of the register, and what searching it finds."""
    with desk.ledger.reading():
        execute = desk.workspace.database.execute_sql
        stays = execute(
            "SELECT * FROM membership WHERE state <> 'withdrawn' ORDER BY id"
        ).fetchall()
        persons = execute(
            "SELECT * FROM person WHERE id IN (SELECT person_id FROM membership"
            " WHERE state <> 'withdrawn') ORDER BY id"
        ).fetchall()
        accounts = execute(
            "SELECT * FROM account WHERE external_id IS NOT NULL OR handle <> '' ORDER BY id"
        ).fetchall()
        words = execute(
            "SELECT s.* FROM search_text s JOIN membership m ON m.id = s.membership_id"
            " WHERE m.state <> 'withdrawn' ORDER BY 1"
        ).fetchall()
        return stays, persons, accounts, words


def test_who_came_with_the_list_is_withdrawn(desk: Desk) -> None:
    group = make_group(desk)
    make_member(desk, group, "Kept", "k1")
    before = state(desk)
    snapshot = take(desk, group, FULL, row(2, "B"), how=Take())
    undo(desk, snapshot)
    assert state(desk) == before
    assert len(desk.members.ids(MemberFilter(group))) == 1
    assert len(desk.members.ids(MemberFilter(group, "former"))) == 0
    assert desk.verifier.run().findings == ()


def test_who_was_withdrawn_is_found_by_no_search_and_is_nobodys_double(desk: Desk) -> None:
    group = make_group(desk)
    undo(desk, take(desk, group, FULL))
    assert desk.persons.find("李伟") == ()
    take(desk, group, FULL)
    assert len(desk.persons.find("李伟")) == 1
    assert desk.duplicates.report().pairs == ()


def test_the_file_of_an_undone_list_was_not_imported_before(desk: Desk) -> None:
    group = make_group(desk)
    snapshot = take(desk, group, FULL)
    assert _noted(desk, group) == ["imported_before"]
    undo(desk, snapshot)
    assert _noted(desk, group) == []


def _noted(desk: Desk, group: int) -> list[str]:
    return [note.code for note in desk.imports.preview(listed(FULL), group).summary.notes]


def test_every_field_goes_back(desk: Desk) -> None:
    group = make_group(desk)
    take(desk, group, row(1, "李伟"), row(2, "B"))
    before = state(desk)
    undo(desk, take(desk, group, FULL))
    assert state(desk) == before
    assert desk.verifier.run().findings == ()


def test_an_id_that_only_the_undone_list_told_is_free_again(desk: Desk) -> None:
    group = make_group(desk)
    take(desk, group, ImportRow(1, "Li Wei"), ImportRow(2, "B"))
    undo(desk, take(desk, group, row(1, "Li Wei"), how=Take()))
    again = desk.imports.preview(listed(row(1, "Somebody Else")), group)
    assert again.summary.counts.new == 1
    assert [line.known_elsewhere for line in desk.imports.lines(again, LineKind.NEW)] == [False]


def test_a_list_that_was_read_wrongly_can_be_taken_in_anew(desk: Desk) -> None:
    group = make_group(desk)
    undo(desk, take(desk, group, row(1, "138 0000"), row(2, "139 0000")))
    take(desk, group, row(1, "Li Wei"), row(2, "Wang Fang"))
    found = desk.members.rows(list(desk.members.ids(MemberFilter(group))))
    assert [line.name for line in found] == ["Li Wei", "Wang Fang"]
    assert len(desk.members.ids(MemberFilter(group, text="138"))) == 0
    assert desk.verifier.run().findings == ()


def test_who_left_is_back_and_the_departure_stands_struck_through(desk: Desk) -> None:
    group = make_group(desk)
    take(desk, group, *(row(i, f"M{i}") for i in range(8)))
    before = state(desk)
    snapshot = take(desk, group, *(row(i, f"M{i}") for i in range(1, 8)))
    gone = desk.members.ids(MemberFilter(group, "former"))[0]
    undo(desk, snapshot)
    assert state(desk) == before
    assert desk.members.detail(gone).row.state is MembershipState.ACTIVE
    (entry,) = desk.timeline.of_member(gone)
    assert entry.reversed_at
    assert (entry.reversed_by, entry.reversal_reason) == ("Mei", "The wrong list")


def test_who_came_back_is_gone_again(desk: Desk) -> None:
    group = make_group(desk)
    everybody = [row(i, f"M{i}", phone=str(i)) for i in range(8)]
    take(desk, group, *everybody)
    take(desk, group, *everybody[1:])
    before = state(desk)
    undo(desk, take(desk, group, everybody[0]._replace(phone="77"), *everybody[1:]))
    assert state(desk) == before


def test_a_linked_person_is_found_by_the_name_that_holds(desk: Desk) -> None:
    first, second = make_group(desk), make_group(desk, "Borealis")
    stays = make_member(desk, first, "Ann", "u1"), make_member(desk, second, "Beth", "u2")
    one, same = (desk.members.row(stay).person_id for stay in stays)
    desk.persons.link(U(), one, same, "Said so herself")

    def found(text: str) -> int:
        return len(desk.members.ids(MemberFilter(second, text=text)))

    snapshot = take(desk, first, row(1, "Zoe"))
    assert (found("zoe"), found("ann")) == (1, 0)
    undo(desk, snapshot)
    assert (found("zoe"), found("ann")) == (0, 1)


def test_a_person_of_another_group_keeps_what_they_had_there(desk: Desk) -> None:
    first, second = make_group(desk), make_group(desk, "Borealis")
    take(desk, first, row(1, "A"), row(2, "B"))
    before = state(desk)
    snapshot = take(desk, second, row(1, "A", phone="138", tags=("vip",)), row(3, "C"))
    undo(desk, snapshot)
    assert state(desk) == before
    assert desk.verifier.run().findings == ()


def test_imports_are_undone_one_after_the_other(desk: Desk) -> None:
    group = make_group(desk)
    states = []
    snapshots = []
    for phone in ("1", "2", "3"):
        states.append(state(desk))
        snapshots.append(take(desk, group, row(1, "A", phone=phone), row(int(phone) + 1, "B")))
    for snapshot in snapshots[:2]:
        block = desk.import_undo.blocked_by(snapshot)
        assert block is not None
        assert (block.member_name, block.action) == ("A", Action.MEMBER_IMPORT.value)
        with pytest.raises(RefusedError) as caught:
            undo(desk, snapshot)
        assert "“A”" in clear_error(caught.value)
    for snapshot, before in zip(reversed(snapshots), reversed(states), strict=True):
        assert desk.import_undo.blocked_by(snapshot) is None
        undo(desk, snapshot)
        assert state(desk) == before


def test_a_later_list_that_found_members_unchanged_is_undone_first(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    first = take(desk, group, row(1, "A"), row(2, "B"))
    second = take(desk, group, row(1, "A"), row(2, "B"))
    block = desk.import_undo.blocked_by(first)
    assert block is not None
    assert (block.member_name, block.file) == ("", "list.csv")
    with pytest.raises(RefusedError) as caught:
        undo(desk, first)
    assert "list.csv" in clear_error(caught.value)
    undo(desk, second)
    undo(desk, first)
    assert desk.members.counts(group)["all"] == 0


def _mark(desk: Desk, member: int) -> None:
    thing = TodoRecord("returned", member, member, 1, "B", "Aurora", "", desk.clock().isoformat())
    desk.todo.marks.put_off(U(), [thing], desk.clock().date() + timedelta(days=3))


def _tell(desk: Desk, member: int) -> None:
    book = desk.announcements.versions(1)[0].rulebook_id
    now = to_text(desk.clock())
    desk.announcements.tell(TellRequest(U(), book, (member,), now, Channel.PRIVATE))


@pytest.mark.parametrize("later", [_mark, _tell])
def test_what_is_no_act_about_somebody_does_not_stand_in_the_way(
    desk: Desk, later: Callable[[Desk, int], None]
) -> None:
    group = make_group(desk)
    before = state(desk)
    snapshot = take(desk, group, row(1, "A"), row(2, "B"))
    later(desk, 2)
    assert desk.import_undo.blocked_by(snapshot) is None
    undo(desk, snapshot)
    assert state(desk) == before


def _warn(desk: Desk, member: int) -> None:
    warning(desk, member, rule_id(desk, 1))


def _edit(desk: Desk, member: int) -> None:
    fields = replace(desk.members.detail(member).fields, phone="139")
    desk.members.edit(U(), member, fields)


@pytest.mark.parametrize("later", [_warn, _edit])
def test_what_was_done_since_forbids_it(desk: Desk, later: Callable[[Desk, int], None]) -> None:
    group = make_group(desk)
    snapshot = take(desk, group, row(1, "A"), row(2, "B"))
    kept = make_member(desk, group, "C")
    later(desk, kept)
    assert desk.import_undo.blocked_by(snapshot) is None
    later(desk, kept - 1)
    block = desk.import_undo.blocked_by(snapshot)
    assert block is not None
    assert (block.member_name, block.operator) == ("B", "Mei")
    before = state(desk)
    with pytest.raises(RefusedError) as caught:
        undo(desk, snapshot)
    assert "“B”" in clear_error(caught.value)
    assert state(desk) == before


def test_a_draft_about_a_new_member_forbids_it(desk: Desk) -> None:
    group = make_group(desk)
    snapshot = take(desk, group, row(1, "A"))
    member = desk.members.ids(MemberFilter(group))[0]
    desk.drafts.save("warning", {"message": "Dear A"}, group_id=group, membership_id=member)
    with pytest.raises(RefusedError) as caught:
        undo(desk, snapshot)
    assert "“A”" in clear_error(caught.value)


def test_it_is_undone_once_and_with_a_reason(desk: Desk) -> None:
    group = make_group(desk)
    snapshot = take(desk, group, row(1, "A"))
    with pytest.raises(ValidationError, match="reason_missing"):
        desk.import_undo.undo(U(), snapshot, "  ")
    operation = U()
    first = desk.import_undo.undo(operation, snapshot, "Wrong")
    assert desk.import_undo.undo(operation, snapshot, "Wrong").seq == first.seq
    with pytest.raises(StateChangedError) as caught:
        undo(desk, snapshot)
    clear_error(caught.value)
    with pytest.raises(StateChangedError) as caught:
        undo(desk, 99)
    clear_error(caught.value)


def test_the_log_says_what_was_undone(desk: Desk) -> None:
    group = make_group(desk)
    take(desk, group, row(1, "A"), row(2, "B"))
    snapshot = take(desk, group, row(1, "A", phone="1"), row(2, "B"), row(3, "C"))
    seq = desk.import_undo.undo(U(), snapshot, "Wrong").seq
    detail = desk.audit.detail(seq)
    head = detail.changes[0][1]
    assert {key: head[key] for key in ("file", "reason", "withdrawn", "restored")} == {
        "file": "list.csv", "reason": "Wrong", "withdrawn": 1, "restored": 1,
    }  # fmt: skip
    assert detail.row.action is Action.IMPORT_UNDO


_ROWS = st.lists(
    st.builds(
        lambda name, phone, nick, role, off: (name, phone, nick, role, off),
        st.sampled_from(("Li Wei", "Wang Fang", "Zhao", "陈晨")),
        st.sampled_from(("", "138", "139")),
        st.sampled_from(("", "Nick")),
        st.sampled_from((None, MemberRole.ADMIN)),
        st.booleans(),
    ),
    max_size=6,
)


def _rows(drawn: list[tuple[str, str, str, MemberRole | None, bool]], weak: int) -> list[ImportRow]:
    return [
        ImportRow(
            at + 1, name, external_id="" if at < weak else f"u{at}", phone=phone, nickname=nick,
            role=role, deactivated=off,
        )
        for at, (name, phone, nick, role, off) in enumerate(drawn)
    ]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(_ROWS, st.integers(0, 2), st.booleans()), min_size=1, max_size=4))
def test_any_lists_undone_give_the_same_register(
    lists: list[tuple[list[tuple[str, str, str, MemberRole | None, bool]], int, bool]],
) -> None:
    """Take any lists in, compared or added; undoing them in turn leads back through each state."""
    with TemporaryDirectory() as folder:
        desk = ready_desk(Path(folder), MovableClock())
        try:
            group = make_group(desk, rules=False)
            states, snapshots = [], []
            for drawn, weak, compare in lists:
                states.append(state(desk))
                how = Take(compare=compare, how=DepartureHow.OWN_WISH)
                snapshots.append(take(desk, group, *_rows(drawn, weak), how=how))
            for snapshot, before in zip(reversed(snapshots), reversed(states), strict=True):
                undo(desk, snapshot)
                assert state(desk) == before
            assert desk.verifier.run().findings == ()
            _same_index(desk)
        finally:
            desk.close()


def _same_index(desk: Desk) -> None:
    """Assert that the index is what it would be if it were made anew."""
    with desk.ledger.writing():
        execute = desk.workspace.database.execute_sql
        kept = execute("SELECT * FROM search_text ORDER BY 1").fetchall()
        search.rebuild(desk.workspace.database.connection())
        assert execute("SELECT * FROM search_text ORDER BY 1").fetchall() == kept


def test_what_was_said_of_the_columns_is_forgotten_when_asked(desk: Desk) -> None:
    group = make_group(desk)
    mapping = Mapping((ImportField.NAME, None), 1, "gb18030", ";")

    def imported(name: str, **how: object) -> int:
        result = listed(ImportRow(1, name), **how)
        return desk.imports.apply(U(), desk.imports.preview(result, group)).subject_id

    plain = imported("Ann")
    mapped = imported("Ben", mapping=mapping, shape_key="s1")
    again = imported("Cleo", mapping=mapping, shape_key="s1")
    assert not desk.import_undo.has_mapping(plain)
    assert desk.import_undo.has_mapping(mapped)
    desk.import_undo.undo(U(), again, "Wrong columns")
    assert desk.imports.remembered() == {"s1": mapping}, "nobody asked to forget it"
    told: list[tuple[str, int, int]] = []
    receipt = desk.import_undo.undo(
        U(), mapped, "Wrong columns", lambda *said: told.append(said), forget_mapping=True
    )
    assert desk.imports.remembered() == {}
    assert not desk.import_undo.has_mapping(mapped)
    assert desk.audit.detail(receipt.seq).changes[0][1]["mapping_forgotten"] is True
    assert told[-1] == ("undo", 0, 1)
    assert desk.verifier.run().findings == ()
    imported("Dan", mapping=mapping, shape_key="s1")
    assert desk.imports.remembered() == {"s1": mapping}, "said anew, remembered anew"


def test_an_undoing_that_is_stopped_leaves_all_as_it_was(desk: Desk) -> None:
    group = make_group(desk)
    snapshot = take(desk, group, row(1, "X"), row(2, "Y"))
    before = state(desk)

    def stop(*_said: object) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        desk.import_undo.undo(U(), snapshot, "The wrong list", stop, forget_mapping=True)
    assert state(desk) == before
    assert desk.import_undo.blocked_by(snapshot) is None
    undo(desk, snapshot)
