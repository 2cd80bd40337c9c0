# SPDX-License-Identifier: MIT
"""Lists taken into a real workspace: one transaction, the same again, and what the log says."""

import json
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, JoinedHow, MemberRole, MembershipState, Platform
from groupdesk.domain.errors import CancelledError, StateChangedError, ValidationError
from groupdesk.domain.import_preview import ImportCounts, LineKind, Take
from groupdesk.domain.import_records import (
    ImportField,
    ImportFormat,
    ImportNote,
    ImportRow,
    Mapping,
    ReadResult,
    Rejected,
)
from groupdesk.domain.person_records import JoinAnswer
from groupdesk.domain.records import GroupFields, MemberFields, MemberFilter
from groupdesk.services import ledger
from groupdesk.services.desk import Desk
from groupdesk.services.imports.compare import clean
from groupdesk.services.imports.service import ImportPreview
from tests.helpers import MovableClock, make_group, make_member, open_desk, removal, rule_id

U = uuid.uuid4
DAY = "2026-05-01T00:00:00.000Z"


def listed(*rows: ImportRow, **more: object) -> ReadResult:
    told: dict[str, object] = {
        "format": ImportFormat.TABLE, "encoding": "utf-8", "sha256": "ab" * 32,
        "file_name": "list.csv", "rows": list(rows), "rejected": [], "notes": [],
    }  # fmt: skip
    return ReadResult(**(told | more))  # type: ignore[arg-type]  # named fields


def preview(desk: Desk, group: int, *rows: ImportRow) -> ImportPreview:
    return desk.imports.preview(listed(*rows), group)


def take_in(desk: Desk, group: int, *rows: ImportRow, take: Take | None = None) -> ImportPreview:
    found = preview(desk, group, *rows)
    desk.imports.apply(U(), found, take or Take())
    assert desk.verifier.run().findings == ()
    return found


def counts(desk: Desk, group: int, *rows: ImportRow) -> ImportCounts:
    """Return the counts without those that only a comparison shows."""
    found = preview(desk, group, *rows).summary.counts
    return replace(found, left=0, role=0, renamed=0, other=0)


def member(desk: Desk, group: int, text: str) -> int:
    ids = desk.members.ids(MemberFilter(group, text=text))
    assert len(ids) == 1, f"{text} is found {len(ids)} times"
    return ids[0]


FULL = ImportRow(
    2, "李伟", nickname="小李", external_id="wx1", handle="liwei", role=MemberRole.ADMIN,
    joined_at=DAY, joined_how=JoinedHow.QR_CODE, invited_by="Mei", last_active=DAY,
    message_count=12, phone="138 0000", email="li@example.com", company="Aurora",
    account_owner="Zhou Min",    tags=("VIP", "华东"), note="met in May", language="中文",
)  # fmt: skip


def test_somebody_new_has_all_that_the_list_says(desk: Desk) -> None:
    group = make_group(desk)
    take_in(desk, group, FULL)
    assert member(desk, group, "zhou") == member(desk, group, "lw")
    detail = desk.members.detail(member(desk, group, "lw"))
    assert detail.fields.account_owner == "Zhou Min"
    fields = detail.fields
    assert (fields.name, fields.nickname, fields.external_id, fields.handle, fields.role) == (
        "李伟", "小李", "wx1", "liwei", MemberRole.ADMIN,
    )  # fmt: skip
    assert (fields.phone, fields.email, fields.company, fields.tags, fields.note) == (
        "138 0000", "li@example.com", "Aurora", ("VIP", "华东"), "met in May",
    )  # fmt: skip
    assert (detail.joined_at, detail.joined_how, detail.invited_by) == (DAY, "qr_code", "Mei")
    assert (detail.row.last_active, detail.message_count, fields.language) == (DAY, 12, "zh")


def test_the_same_list_twice_says_nothing_new(desk: Desk) -> None:
    group = make_group(desk)
    rows = (FULL, ImportRow(3, "Ann", email="ann@x"), ImportRow(4, "王芳"), ImportRow(5, "王芳"))
    found = take_in(desk, group, *rows, take=Take(decisions={5: 0}))
    assert ImportNote("names_twice", {"count": "1"}) in found.summary.notes
    assert counts(desk, group, *rows) == ImportCounts(unchanged=4)
    take_in(desk, group, *rows)
    assert len(desk.members.ids(MemberFilter(group))) == 4
    assert "imported_before" in [n.code for n in preview(desk, group, *rows).summary.notes]


def test_a_change_is_told_field_by_field_and_kept_with_what_was_before(desk: Desk) -> None:
    group = make_group(desk)
    take_in(desk, group, FULL)
    later = FULL._replace(role=MemberRole.MEMBER, phone="139", tags=("VIP", "new"), note="lapsed")
    found = preview(desk, group, later)
    (line,) = desk.imports.lines(found, LineKind.CHANGED)
    assert [(c.field, c.before, c.after) for c in line.changes] == [
        ("role", "admin", "member"),
        ("phone", "138 0000", "139"),
        ("tags", "VIP, 华东", "VIP, 华东, new"),
        ("note", "met in May", "met in May\nlapsed"),
    ]
    desk.imports.apply(U(), found)
    entry = desk.audit.rows(AuditFilter(action=Action.MEMBER_IMPORT))[0]
    _snapshot, (before, after) = desk.audit.detail(entry.seq).changes
    assert (before["role"], after["role"], after["member"]) == ("admin", "member", "李伟")
    assert desk.members.detail(member(desk, group, "139")).fields.tags == ("VIP", "华东", "new")
    assert desk.verifier.run().findings == ()


def test_what_the_list_does_not_say_stays(desk: Desk) -> None:
    group = make_group(desk)
    take_in(desk, group, FULL)
    earlier = "2026-01-01T00:00:00.000Z"
    bare = ImportRow(1, "wx1", external_id="wx1", name_known=False, last_active=earlier)
    assert counts(desk, group, bare) == ImportCounts(unchanged=1)


def test_nobody_is_removed_for_being_absent(desk: Desk) -> None:
    group = make_group(desk)
    make_member(desk, group, "Ann")
    take_in(desk, group, ImportRow(1, "Ben"))
    assert len(desk.members.ids(MemberFilter(group))) == 2


def test_fields_and_lines_can_be_left_out(desk: Desk) -> None:
    group = make_group(desk)
    take_in(desk, group, FULL)
    later = FULL._replace(phone="139", company="Borealis")
    new = (ImportRow(7, "Ann"), ImportRow(8, "Ben"))
    take = Take(left_out=frozenset({8}), left_fields=frozenset({(2, "phone")}))
    take_in(desk, group, later, *new, take=take)
    fields = desk.members.detail(member(desk, group, "borealis")).fields
    assert (fields.phone, fields.company) == ("138 0000", "Borealis")
    assert member(desk, group, "ann")
    assert counts(desk, group, later, *new) == ImportCounts(new=1, changed=1, unchanged=1)


def test_a_row_of_which_every_field_is_left_out_changes_nobody(desk: Desk) -> None:
    group = make_group(desk)
    take_in(desk, group, FULL)
    take = Take(left_fields=frozenset({(2, "phone")}))
    take_in(desk, group, FULL._replace(phone="139"), take=take)
    last = desk.lists.of_group(group)[0]
    assert (last.changed, desk.lists.lines(last.id, LineKind.CHANGED)) == (0, ())
    desk.import_undo.undo(U(), last.id, "The wrong list")


def test_a_kind_can_be_left_out_but_for_some(desk: Desk) -> None:
    group = make_group(desk)
    rows = [ImportRow(line, f"P{line}") for line in range(1, 6)]
    take = Take(left_kinds=frozenset({LineKind.NEW}), kept=frozenset({3}))
    take_in(desk, group, *rows, take=take)
    assert [row.name for row in desk.members.rows(desk.members.ids(MemberFilter(group)))] == ["P3"]


def test_a_removed_member_comes_back_with_a_new_stay_and_the_preview_says_so(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    first = make_member(desk, group, "Bob", "b")
    desk.removals.decide(
        removal(desk, first, rule_id(desk, group), already_removed_at=clock.ago(days=1))
    )
    found = preview(desk, group, ImportRow(4, "Bob", external_id="b"))
    (line,) = desk.imports.lines(found, LineKind.NEW)
    assert line.former is not None
    assert (line.former.state, line.former.ended_at, line.former.case_number) == (
        "removed", clock.ago(days=1), 1,
    )  # fmt: skip
    assert [note.code for note in found.summary.notes] == ["returning", "watched"]
    desk.imports.apply(U(), found)
    assert desk.members.row(first).state is MembershipState.REMOVED
    again = desk.members.row(member(desk, group, "bob"))
    assert (again.state, again.cases) == (MembershipState.ACTIVE, 1)
    assert again.person_id == desk.members.row(first).person_id
    assert desk.verifier.run().findings == ()


def test_deactivated_accounts_and_bots_are_not_counted(desk: Desk) -> None:
    group = make_group(desk)
    make_member(desk, group, "Ann", "a")
    rows = (
        ImportRow(1, "Ann", external_id="a", deactivated=True),
        ImportRow(2, "Old", external_id="o", deactivated=True),
        ImportRow(3, "Robot", external_id="r", is_bot=True),
    )
    take_in(desk, group, *rows)
    assert desk.groups.get(group).members == 0
    assert desk.members.counts(group)["all"] == desk.members.counts(None)["all"] == 0
    assert [desk.members.row(ident).is_bot for ident in desk.members.ids(MemberFilter(group))]
    assert desk.members.counts(group)["former"] == 2
    assert counts(desk, group, *rows) == ImportCounts(unchanged=3, bots=1, deactivated=2)


def test_a_person_of_another_group_on_the_platform_is_the_same_person(desk: Desk) -> None:
    first, second = make_group(desk), make_group(desk, "Borealis")
    take_in(desk, first, FULL)
    row = FULL._replace(phone="139")
    take_in(desk, second, row)
    here, there = member(desk, first, "lw"), member(desk, second, "lw")
    assert desk.members.row(here).person_id == desk.members.row(there).person_id
    assert desk.members.ids(MemberFilter(first, text="139"))[0] == here
    assert counts(desk, second, row) == ImportCounts(unchanged=1)


@pytest.fixture
def two_accounts(desk: Desk) -> tuple[int, int]:
    """Return a group and a member of it without id, whose other account wx1 is elsewhere."""
    known = make_member(desk, make_group(desk, "Elsewhere"), "Ann", "wx1")
    group = make_group(desk)
    same = JoinAnswer(same_as=desk.members.row(known).person_id)
    fields = MemberFields("Ann", external_id="wx2", handle="annie")
    stay = desk.members.add(U(), group, fields, same).subject_id
    desk.members.change(U(), stay, external_id="")
    return group, stay


def test_an_id_stays_with_the_account_that_has_it(
    desk: Desk, two_accounts: tuple[int, int]
) -> None:
    group, stay = two_accounts
    take_in(desk, group, ImportRow(1, "Anna", external_id="wx1", handle="other"))
    fields = desk.members.detail(stay).fields
    assert (fields.name, fields.external_id, fields.handle) == ("Anna", "", "annie")


def test_who_comes_back_has_the_account_that_the_list_names(
    desk: Desk, two_accounts: tuple[int, int]
) -> None:
    group, _ = two_accounts
    take_in(desk, group, ImportRow(1, "Ben"), take=Take(compare=True, renames_settled=True))
    take_in(desk, group, ImportRow(1, "Ann", external_id="wx1"))
    (back,) = desk.members.ids(MemberFilter(group, text="ann"))
    assert desk.members.detail(back).fields.external_id == "wx1"


@pytest.mark.parametrize(("external_id", "left"), [("", 0), ("wx2", 1)])
def test_a_linked_entry_without_an_id_is_who_the_list_names(
    desk: Desk, external_id: str, left: int
) -> None:
    elsewhere = make_member(desk, make_group(desk, "Elsewhere"), "Ann", "wx1")
    group = make_group(desk)
    here = make_member(desk, group, "Annie", external_id)
    one, same = (desk.members.row(stay).person_id for stay in (here, elsewhere))
    desk.persons.link(U(), one, same, "Said so herself")
    row = ImportRow(1, "Annie", external_id="wx1")
    found = preview(desk, group, row).summary.counts
    assert (found.left, found.new, found.unchanged) == (left, left, 1 - left)
    take_in(desk, group, row._replace(name="Ann"), take=Take(compare=True, renames_settled=True))
    assert len(desk.members.ids(MemberFilter(group))) == 1


def test_a_list_of_ours_gives_nobody_the_id_of_somebody_else(desk: Desk) -> None:
    group = make_group(desk)
    bare, known = make_member(desk, group, "Ann"), make_member(desk, group, "Ben", "b")
    row = ImportRow(1, "Ann", external_id="b", membership_id=bare)
    assert preview(desk, group, row).matched.changed[0].stay.membership_id == known
    take_in(desk, group, row)


def test_the_same_id_on_another_platform_is_somebody_else(desk: Desk) -> None:
    take_in(desk, make_group(desk), FULL)
    fields = GroupFields("Slack", Platform.SLACK, desk.groups.all()[0].language)
    slack = desk.groups.create(U(), fields).subject_id
    (line,) = desk.imports.lines(preview(desk, slack, FULL), LineKind.NEW)
    assert not line.known_elsewhere


def test_a_conflict_waits_for_a_decision(desk: Desk) -> None:
    group = make_group(desk)
    first, second = make_member(desk, group, "王芳", "a"), make_member(desk, group, "王芳", "b")
    row = ImportRow(9, "王芳", phone="139")
    found = take_in(desk, group, row)
    assert found.summary.counts == ImportCounts(conflict=1)
    assert len(desk.members.ids(MemberFilter(group))) == 2
    (line,) = desk.imports.lines(found, LineKind.CONFLICT)
    assert {one.membership_id for one in line.candidates} == {first, second}
    take_in(desk, group, row, take=Take(decisions={9: second}))
    assert member(desk, group, "139") == second
    take_in(desk, group, row._replace(phone="150"), take=Take(decisions={9: 0}))
    assert member(desk, group, "150") not in {first, second}


def test_a_decided_conflict_says_nothing_of_the_register(desk: Desk) -> None:
    group = make_group(desk)
    known = make_member(desk, group, "王芳", "a"), make_member(desk, group, "王芳", "b")
    found = preview(desk, group, ImportRow(9, "王芳"))
    make_group(desk, "Written meanwhile")
    desk.imports.apply(U(), found, Take(decisions={9: known[0]}))
    (taken,) = desk.lists.of_group(group)
    assert (taken.changed, taken.unchanged) == (0, 1)
    assert not desk.imports.lines(found, LineKind.UNCHANGED)


def test_two_rows_cannot_be_decided_to_be_one_member(desk: Desk) -> None:
    group = make_group(desk)
    known = make_member(desk, group, "王芳")
    found = preview(desk, group, ImportRow(1, "王芳", phone="1"), ImportRow(2, "王芳", phone="2"))
    with pytest.raises(ValidationError) as error:
        desk.imports.apply(U(), found, Take(decisions={1: known, 2: known}))
    assert error.value.code == "import_choice_twice"


UGLY = (
    "<b>Eve</b>", "Bob'); DROP TABLE person;--", "\u202egnp.exe", "a\u0301", "🙈👩‍👩‍👧", "=1+1",
    "\u200b\u200bX", "..", "NULL?", "名" * 200, "%s {0} {name}",
)  # fmt: skip


def test_ugly_names_are_kept_as_they_are_and_come_again_unchanged(desk: Desk) -> None:
    group = make_group(desk)
    rows = [ImportRow(line, name, external_id=f"u{line}") for line, name in enumerate(UGLY, 1)]
    take_in(desk, group, *rows)
    assert counts(desk, group, *rows) == ImportCounts(unchanged=len(UGLY))
    shown = {row.name for row in desk.members.rows(desk.members.ids(MemberFilter(group)))}
    assert {"<b>Eve</b>", "\u202egnp.exe", "á"} <= shown


def test_a_name_that_is_too_long_is_rejected_by_line(desk: Desk) -> None:
    group = make_group(desk)
    told = Rejected(9, "no_identity")
    result = listed(ImportRow(3, "x" * 201), ImportRow(4, "Ann"), rejected=[told])
    found = desk.imports.preview(result, group)
    assert found.summary.counts == ImportCounts(new=1, rejected=2)
    lines = desk.imports.lines(found, LineKind.REJECTED)
    assert [(one.line, one.code) for one in lines] == [(3, "name_too_long"), (9, "no_identity")]


def test_pages_of_a_preview_join_without_gap(desk: Desk) -> None:
    group = make_group(desk)
    found = preview(desk, group, *(ImportRow(line, f"P{line}") for line in range(1, 12)))
    lines: list[int] = []
    for start in range(0, 11, 4):
        lines += [one.line for one in desk.imports.lines(found, LineKind.NEW, start, 4)]
    assert lines == list(range(1, 12))


def test_an_import_is_one_entry_and_one_snapshot(desk: Desk) -> None:
    group = make_group(desk)
    before = desk.ledger.head()[0]
    operation = U()
    found = preview(desk, group, ImportRow(1, "Ann"), ImportRow(2, "Ben"))
    first = desk.imports.apply(operation, found)
    assert desk.ledger.head()[0] == before + 1
    again = desk.imports.apply(operation, found)
    assert (again.repeated, again.subject_id) == (True, first.subject_id)
    row = desk.ledger.database.execute_sql(
        "SELECT file_name, sha256, format, encoding, counts FROM snapshot"
    ).fetchall()
    assert len(row) == 1
    assert row[0][:4] == ("list.csv", "ab" * 32, "table", "utf-8")
    assert json.loads(row[0][4])["new"] == 2


def test_a_preview_that_no_longer_holds_is_refused(desk: Desk) -> None:
    group = make_group(desk)
    found = preview(desk, group, ImportRow(1, "Ann", external_id="a"))
    make_member(desk, group, "Ann", "a")
    with pytest.raises(StateChangedError) as error:
        desk.imports.apply(U(), found)
    assert error.value.code == "import_register_changed"
    assert len(desk.members.ids(MemberFilter(group))) == 1


def test_a_preview_holds_when_something_else_was_written(desk: Desk) -> None:
    group = make_group(desk)
    found = preview(desk, group, ImportRow(1, "Ann", external_id="a"))
    make_member(desk, make_group(desk, "Other"), "Ben")
    desk.imports.apply(U(), found)
    assert member(desk, group, "ann")
    assert desk.verifier.run().findings == ()


def test_ids_that_were_taken_while_the_rows_were_made_ready_are_handed_out_anew(
    desk: Desk,
) -> None:
    group, other = make_group(desk), make_group(desk, "Other")
    found = preview(desk, group, ImportRow(1, "Ann", external_id="a"))
    came: list[int] = []

    def meanwhile(stage: str, _done: int, _total: int) -> None:
        if stage == "prepare" and not came:
            came.append(1)
            make_member(desk, other, "Ben")

    desk.imports.apply(U(), found, progress=meanwhile)
    assert member(desk, group, "ann") != member(desk, other, "ben")
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize("at", ["prepare", "write", "commit"])
def test_an_import_that_is_stopped_leaves_everything_as_it_was(desk: Desk, at: str) -> None:
    group = make_group(desk)
    found = preview(desk, group, ImportRow(1, "Ann"), ImportRow(2, "Ben"))
    head = desk.ledger.head()

    def stop(stage: str, _done: int, _total: int) -> None:
        if stage == at:
            raise CancelledError

    with pytest.raises(CancelledError):
        desk.imports.apply(U(), found, progress=stop)
    assert desk.ledger.head() == head
    assert not desk.members.ids(MemberFilter(group))
    assert desk.imports.apply(U(), found)


_SAVED = """
import sys
from pathlib import Path
from tests.helpers import MovableClock, make_member, open_desk
desk = open_desk(Path(sys.argv[1]), MovableClock())
make_member(desk, int(sys.argv[2]), "Ann")
desk.close()
"""


def test_a_save_by_hand_comes_before_a_long_import(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_WAY_SECONDS", 300)  # however busy the machine is
    group, elsewhere = make_group(desk), make_group(desk, "Boreal")
    rows = [ImportRow(line, f"Member {line}", external_id=f"w{line}") for line in range(5000)]
    found = preview(desk, group, *rows)
    waiting = Path(f"{desk.workspace.database.path}-long")
    saves: list[subprocess.Popen[bytes]] = []

    def save_once(stage: str, _done: int, _total: int) -> None:
        if stage == "write" and not saves:
            call = [sys.executable, "-c", _SAVED, str(tmp_path), str(elsewhere)]
            saves.append(subprocess.Popen(call, cwd=Path(__file__).parents[3]))
            while waiting.exists() and saves[0].poll() is None:
                with suppress(subprocess.TimeoutExpired):
                    saves[0].wait(0.01)  # it asks before it waits for the lock

    desk.imports.apply(U(), found, progress=save_once)
    assert saves[0].wait() == 0
    entries = desk.audit.rows(AuditFilter())[:2]
    assert [entry.action for entry in entries] == [Action.MEMBER_IMPORT, Action.MEMBER_ADD]
    assert len(desk.members.ids(MemberFilter(group))) == 5000
    assert len(desk.members.ids(MemberFilter(elsewhere))) == 1
    assert len(desk.members.ids(MemberFilter(group, text="w4999"))) == 1
    assert desk.verifier.run().findings == ()


def test_who_is_added_while_a_list_is_made_ready_takes_nobodys_place(desk: Desk) -> None:
    group = make_group(desk)
    rows = [ImportRow(line, f"Member {line}") for line in range(3)]
    found = preview(desk, group, *rows)
    added: list[int] = []

    def add_once(stage: str, _done: int, _total: int) -> None:
        if stage == "prepare" and not added:
            added.append(make_member(desk, make_group(desk, "Boreal"), "Ann"))

    desk.imports.apply(U(), found, progress=add_once)
    assert desk.members.detail(added[0]).fields.name == "Ann"
    assert len(desk.members.ids(MemberFilter(group))) == 3
    assert desk.verifier.run().findings == ()


_KILLED = """
import os, signal, sys, uuid
from pathlib import Path
from groupdesk.domain.import_records import ImportFormat, ImportRow, ReadResult
from tests.helpers import MovableClock, open_desk
desk = open_desk(Path(sys.argv[1]), MovableClock())
rows = [ImportRow(line, f"P{line}", external_id=str(line)) for line in range(6000)]
result = ReadResult(ImportFormat.TABLE, "utf-8", "00", "list.csv", rows, [], [])
def die(stage, done, total):
    if stage == sys.argv[2] and done >= int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
desk.imports.apply(uuid.uuid4(), desk.imports.preview(result, 1), progress=die)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
@pytest.mark.parametrize(("stage", "done"), [("write", "0"), ("write", "4000"), ("commit", "0")])
def test_a_kill_in_the_middle_leaves_nothing_behind(
    desk: Desk, tmp_path: Path, clock: MovableClock, stage: str, done: str
) -> None:
    group = make_group(desk)
    head = desk.ledger.head()
    desk.close()
    root = Path(__file__).parents[3]
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, str(tmp_path), stage, done],
        cwd=root, capture_output=True, check=False,
    )  # fmt: skip
    assert killed.returncode == -9, killed.stderr.decode()
    again = open_desk(tmp_path, clock)
    try:
        assert again.ledger.head() == head
        assert not again.members.ids(MemberFilter(group))
        assert again.verifier.run().findings == ()
    finally:
        again.close()


def test_a_confirmed_mapping_is_remembered(desk: Desk) -> None:
    group = make_group(desk)
    mapping = Mapping((ImportField.NAME, None), 1, "gb18030", ";")
    result = listed(ImportRow(1, "Ann"), mapping=mapping, shape_key="s1")
    desk.imports.apply(U(), desk.imports.preview(result, group))
    assert desk.imports.remembered() == {"s1": mapping}
    changed = replace(mapping, columns=(None, ImportField.NAME))
    result = listed(ImportRow(1, "Ben"), mapping=changed, shape_key="s1")
    desk.imports.apply(U(), desk.imports.preview(result, group))
    assert desk.imports.remembered() == {"s1": changed}
    assert desk.verifier.run().findings == ()


def test_notes_say_what_does_not_fit_the_group(desk: Desk) -> None:
    group = make_group(desk)
    record = desk.groups.get(group)
    fields = GroupFields(record.name, record.platform, record.language, size_limit=1)
    desk.groups.edit(U(), group, fields)
    result = listed(
        ImportRow(1, "Ann"), ImportRow(2, "Ben"), platform=Platform.SLACK, group_name="Others"
    )
    notes = desk.imports.preview(result, group).summary.notes
    assert [note.code for note in notes] == ["other_platform", "other_group", "over_limit"]


_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@st.composite
def _lists(draw: st.DrawFn) -> list[ImportRow]:
    drawn = draw(
        st.lists(st.tuples(_TEXTS, _TEXTS, _TEXTS, st.booleans(), st.booleans()), max_size=6)
    )
    return [
        ImportRow(
            line, name.strip() or f"#{line}", external_id=ident.strip() and f"{line}{ident}",
            note=note, tags=(note.strip(),) if note.strip() else (), is_bot=bot, deactivated=gone,
        )
        for line, (name, ident, note, bot, gone) in enumerate(drawn, 1)
    ]  # fmt: skip


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=_lists())
def test_any_list_taken_in_comes_again_unchanged(desk: Desk, rows: Sequence[ImportRow]) -> None:
    group = make_group(desk, str(uuid.uuid4()), rules=False)
    # the ids of one example must not be known from the one before
    own = [r._replace(external_id=r.external_id and f"{group}-{r.external_id}") for r in rows]
    desk.imports.apply(U(), desk.imports.preview(listed(*own), group))
    found = counts(desk, group, *own)
    assert (found.new, found.changed) == (0, 0)
    # a name that stands twice is a weak identity: the person decides, now as then
    named = Counter(clean(row).name for row in own)
    assert found.conflict <= sum(times for times in named.values() if times > 1)
    assert desk.verifier.run().findings == ()
