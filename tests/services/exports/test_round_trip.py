# SPDX-License-Identifier: MIT
"""What an export wrote is read back to the same register, whatever people are called."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from groupdesk.domain.enums import DepartureHow, Language
from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.export_records import ExportFormat, ExportScope
from groupdesk.domain.import_preview import LineKind, Take
from groupdesk.domain.import_records import ImportFormat, ImportRow, NeedsGroup, ReadResult
from groupdesk.domain.member_filter import Conditions
from groupdesk.domain.records import MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.services.imports.read import ReadOptions, open_file
from tests.helpers import MovableClock, make_desk, make_group, removal, rule_id
from tests.services.exports.lists import export, new_group, people, read, take_in
from tests.services.imports.rows import listed


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Path]]:
    folder = tmp_path_factory.mktemp("round_trip")
    desk = make_desk(folder, MovableClock())
    yield desk, folder
    desk.close()


@pytest.mark.parametrize("kind", ExportFormat)
@pytest.mark.parametrize("header", Language)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=people())
def test_nothing_is_new_and_nothing_changed(
    shared: tuple[Desk, Path], kind: ExportFormat, header: Language, rows: list[ImportRow]
) -> None:
    desk, folder = shared
    group_id = new_group(desk, f"G{uuid.uuid4()}")
    take_in(desk, group_id, rows)
    path = export(desk, folder / f"list.{kind}", kind, header=header, group_id=group_id)
    result = read(desk, path, group_id)
    assert result.format is ImportFormat.GROUPDESK
    preview = desk.imports.preview(result, group_id)
    counts = preview.summary.counts
    told = [desk.imports.lines(preview, kind) for kind in (LineKind.NEW, LineKind.CHANGED)]
    assert (counts.new, counts.changed, counts.conflict, counts.rejected) == (0, 0, 0, 0), told
    assert counts.unchanged == len(
        desk.members.ids(MemberFilter(group_id, conditions=Conditions(state="any")))
    )


@pytest.mark.parametrize("kind", ExportFormat)
def test_of_several_groups_the_rows_of_the_chosen_one_are_taken(
    shared: tuple[Desk, Path], kind: ExportFormat
) -> None:
    desk, folder = shared
    one, two = new_group(desk, f"One {kind}"), new_group(desk, f"Two {kind}")
    take_in(desk, one, [ImportRow(1, "Ann", external_id=f"{kind}-1")])
    take_in(desk, two, [ImportRow(1, "Ann", external_id=f"{kind}-1"), ImportRow(2, "Ben")])
    path = export(desk, folder / f"all.{kind}", kind, scope=ExportScope.ALL, columns=("phone",))
    assert [row.name for row in read(desk, path, one).rows] == ["Ann"]
    taken = read(desk, path, two)
    assert [row.name for row in taken.rows] == ["Ann", "Ben"]
    assert taken.group_name == f"Two {kind}"
    assert desk.imports.preview(taken, two).summary.counts.unchanged == 2
    elsewhere = open_file(path, ReadOptions())
    assert isinstance(elsewhere, NeedsGroup)
    names = [group.name for group in elsewhere.groups]
    chosen = open_file(path, ReadOptions(group=names.index(f"Two {kind}")))
    assert isinstance(chosen, ReadResult)
    assert [row.name for row in chosen.rows] == ["Ann", "Ben"]


def test_who_left_and_came_back_stays_one_person_with_two_stays(
    shared: tuple[Desk, Path],
) -> None:
    desk, folder = shared
    group_id = new_group(desk, "Back again")
    take_in(desk, group_id, [ImportRow(1, "Ann", external_id="back", deactivated=True)])
    take_in(desk, group_id, [ImportRow(1, "Ann", external_id="back", nickname="A")])
    for kind in ExportFormat:
        path = export(desk, folder / f"back.{kind}", kind, group_id=group_id)
        result = read(desk, path, group_id)
        counts = desk.imports.preview(result, group_id).summary.counts
        assert (counts.unchanged, counts.new, counts.changed, counts.conflict) == (2, 0, 0, 0)
        elsewhere = open_file(path, ReadOptions())
        assert isinstance(elsewhere, ReadResult)
        assert [(row.nickname, row.deactivated) for row in elsewhere.rows] == [("A", False)]
        assert [note.code for note in elsewhere.notes] == ["earlier_stays"]


def test_who_left_is_a_former_member_and_no_deactivated_account(
    shared: tuple[Desk, Path],
) -> None:
    desk, folder = shared
    group_id = new_group(desk, "Gone")
    rows = [ImportRow(1, "Ann", external_id="gone"), ImportRow(2, "Ben", deactivated=True)]
    take_in(desk, group_id, rows)
    for kind in ExportFormat:
        path = export(desk, folder / f"gone.{kind}", kind, group_id=group_id)
        notes = read(desk, path, group_id).notes
        assert [(note.code, note.values) for note in notes] == [("former", {"count": "1"})]


def test_the_preview_says_of_former_members_that_they_left_or_were_removed(
    shared: tuple[Desk, Path],
) -> None:
    desk, folder = shared
    here, elsewhere = make_group(desk, "Former"), new_group(desk, "Copied")
    take_in(desk, here, [ImportRow(1, "Ann"), ImportRow(2, "Ben"), ImportRow(3, "Cem")])
    ids = {one.name: one.id for one in desk.members.rows(desk.members.ids(MemberFilter(here)))}
    desk.removals.decide(removal(desk, ids["Ben"], rule_id(desk, here)))
    left = desk.imports.preview(listed(ImportRow(1, "Ann")), here)
    take = Take(compare=True, hows={ids["Cem"]: DepartureHow.OWN_WISH})
    desk.imports.apply(uuid.uuid4(), left, take)
    told = {"Ann": "", "Ben": "removed", "Cem": "left"}
    for kind in ExportFormat:
        path = export(desk, folder / f"former.{kind}", kind, group_id=here)
        result = read(desk, path, here)
        same = desk.imports.preview(result, here)
        lines = desk.imports.lines(same, LineKind.UNCHANGED)
        assert {line.name: line.ended for line in lines} == told
        assert (same.summary.counts.deactivated, same.summary.counts.former) == (0, 2)
        rows = [row._replace(membership_id=0) for row in result.rows]
        copied = desk.imports.preview(replace(result, rows=rows), elsewhere)
        lines = desk.imports.lines(copied, LineKind.NEW)
        assert {line.name: line.ended for line in lines} == told
        changes = {line.name: {c.field: c.after for c in line.changes} for line in lines}
        assert changes["Ben"]["state"] == changes["Cem"]["state"] == "left"
        assert "deactivated" not in changes["Ben"]


def test_a_renamed_member_is_known_by_the_number_and_another_id_is_somebody_else(
    shared: tuple[Desk, Path],
) -> None:
    desk, folder = shared
    group_id = new_group(desk, "Edited")
    rows = [ImportRow(1, "Ann"), ImportRow(2, "Ben", external_id="ben")]
    take_in(desk, group_id, rows)
    path = export(desk, folder / "edited.csv", ExportFormat.CSV, group_id=group_id)
    path.write_text(path.read_text().replace(",Ann,", ",Anna,").replace(",ben,", ",other,"))
    preview = desk.imports.preview(read(desk, path, group_id), group_id)
    (changed,) = desk.imports.lines(preview, LineKind.CHANGED)
    assert [(c.field, c.before, c.after) for c in changed.changes] == [("name", "Ann", "Anna")]
    (new,) = desk.imports.lines(preview, LineKind.NEW)
    assert (new.name, new.known_elsewhere) == ("Ben", False)


def test_what_a_spreadsheet_did_to_the_file_is_seen(shared: tuple[Desk, Path]) -> None:
    desk, folder = shared
    group_id = new_group(desk, "Spoiled")
    take_in(desk, group_id, [ImportRow(1, "Ann", external_id="998877665544332211", phone="013")])
    path = export(desk, folder / "spoiled.csv", ExportFormat.CSV, group_id=group_id)
    text = path.read_text("utf-8-sig").replace("'998877665544332211", "9.98878E+17")
    path.write_bytes(text.replace(",", ";").encode("gb18030"))
    result = read(desk, path, group_id)
    assert [(one.line, one.code) for one in result.rejected] == [(2, "id_damaged")]


def test_a_file_of_a_later_version_is_refused(shared: tuple[Desk, Path]) -> None:
    path = shared[1] / "later.json"
    path.write_text('{"groupdesk": {"format": "members", "version": 2}, "members": []}')
    with pytest.raises(FileRefusedError) as refused:
        open_file(path)
    assert refused.value.code == "own_list_newer"
