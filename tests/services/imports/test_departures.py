# SPDX-License-Identifier: MIT
"""A list compared with its group: who joined, left, changed, and what is never assumed."""

import uuid
from collections.abc import Sequence
from dataclasses import replace

import pytest

from groupdesk.domain.enums import DepartureHow, MemberRole, MembershipState, SubjectKind
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.import_preview import FieldChange, LineKind, PreviewLine, Take
from groupdesk.domain.import_records import ImportNote, ImportRow, Rejected
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.services.imports.service import ImportPreview
from tests.costs import sqlite_steps
from tests.helpers import MovableClock, clear_error, make_group, removal, rule_id
from tests.services.imports.rows import listed, row

U = uuid.uuid4
COMPARE = Take(compare=True)
OWN, REMOVED = DepartureHow.OWN_WISH, DepartureHow.REMOVED
UNKNOWN = DepartureHow.UNKNOWN


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk)


def preview(desk: Desk, group: int, *rows: ImportRow, **more: object) -> ImportPreview:
    return desk.imports.preview(listed(*rows, **more), group)


def take(desk: Desk, group: int, rows: Sequence[ImportRow], how: Take = COMPARE) -> ImportPreview:
    found = preview(desk, group, *rows)
    desk.imports.apply(U(), found, how)
    assert desk.verifier.run().findings == ()
    return found


def left(desk: Desk, found: ImportPreview) -> list[PreviewLine]:
    return list(desk.imports.lines(found, LineKind.LEFT))


def ids(desk: Desk, group: int) -> dict[str, int]:
    found = desk.members.ids(MemberFilter(group))
    return {line.name: line.id for line in desk.members.rows(list(found))}


def test_each_kind_of_change_has_its_own_lines(desk: Desk, group: int) -> None:
    take(desk, group, [row(i, f"M{i}") for i in range(6)])
    now = [
        row(0, "M0"),
        row(1, "M1 new"),
        row(2, "M2", role=MemberRole.ADMIN),
        row(3, "M3 new", role=MemberRole.ADMIN),
        row(4, "M4", phone="138"),
        row(9, "M9"),
    ]
    found = preview(desk, group, *now)
    kinds = {kind: [line.name for line in desk.imports.lines(found, kind)] for kind in LineKind}
    assert kinds == {
        LineKind.NEW: ["M9"],
        LineKind.LEFT: ["M5"],
        LineKind.ROLE: ["M2", "M3"],
        LineKind.RENAMED: ["M1"],
        LineKind.OTHER: ["M4"],
        LineKind.CHANGED: ["M1", "M2", "M3", "M4"],
        LineKind.CONFLICT: [],
        LineKind.REJECTED: [],
        LineKind.UNCHANGED: ["M0"],
    }
    assert {kind: found.summary.counts.of(kind) for kind in LineKind} == {
        kind: len(names) for kind, names in kinds.items()
    }


def test_nobody_leaves_when_a_list_is_added(desk: Desk, group: int) -> None:
    take(desk, group, [row(1, "A"), row(2, "B")])
    take(desk, group, [row(1, "A"), row(3, "C")], Take())
    assert set(ids(desk, group)) == {"A", "B", "C"}


def test_why_somebody_left_is_unknown_until_it_is_said(desk: Desk, group: int) -> None:
    take(desk, group, [row(i, f"M{i}") for i in range(8)])
    known = ids(desk, group)
    hows = {known["M2"]: OWN}
    take(desk, group, [row(i, f"M{i}") for i in (0, *range(3, 8))], replace(COMPARE, hows=hows))
    assert {"M1", "M2"}.isdisjoint(ids(desk, group))
    told = {}
    for name in ("M1", "M2"):
        detail = desk.members.detail(known[name])
        assert detail.row.state is MembershipState.LEFT
        assert detail.ended_at == MovableClock().text
        (entry,) = desk.timeline.of_member(known[name])
        told[name] = (entry.kind, entry.state, entry.lines)
    assert told == {
        "M1": ("departure", "unknown", (("list", "list.csv"),)),
        "M2": ("departure", "own_wish", (("list", "list.csv"),)),
    }


def test_the_same_comparison_again_changes_nothing(desk: Desk, group: int) -> None:
    take(desk, group, [row(i, f"M{i}") for i in range(9)])
    rest = [row(i, f"M{i}") for i in range(1, 9)]
    take(desk, group, rest)
    counts = preview(desk, group, *rest).summary.counts
    assert (counts.new, counts.left, counts.changed, counts.unchanged) == (0, 0, 0, 8)


def test_some_stay_and_some_leave(desk: Desk, group: int) -> None:
    take(desk, group, [row(i, f"M{i}") for i in range(6)])
    known = ids(desk, group)
    rest = [row(i, f"M{i}") for i in range(4)]
    take(desk, group, rest, replace(COMPARE, departure_exceptions=frozenset({known["M4"]})))
    assert set(ids(desk, group)) == {"M0", "M1", "M2", "M3", "M4"}
    nobody = replace(COMPARE, left_kinds=frozenset({LineKind.LEFT}))
    take(desk, group, rest, nobody)
    assert "M4" in ids(desk, group)
    take(desk, group, rest, replace(nobody, departure_exceptions=frozenset({known["M4"]})))
    assert "M4" not in ids(desk, group)


def test_a_recorded_removal_offers_its_case(desk: Desk, group: int) -> None:
    take(desk, group, [row(i, f"M{i}") for i in range(9)])
    known = ids(desk, group)
    desk.removals.decide(removal(desk, known["M3"], rule_id(desk, group)))
    rest = [row(i, f"M{i}") for i in range(9) if i not in {3, 4}]
    found = preview(desk, group, *rest)
    assert [(line.name, line.removal_case) for line in left(desk, found)] == [("M3", 1), ("M4", 0)]
    desk.imports.apply(U(), found, replace(COMPARE, how=OWN))
    assert desk.members.detail(known["M3"]).row.state is MembershipState.REMOVED
    assert desk.members.detail(known["M4"]).row.state is MembershipState.LEFT
    entry = next(e for e in desk.timeline.of_member(known["M3"]) if e.kind == "departure")
    assert (entry.state, entry.case_number) == ("removed", 1)
    # a person has yet to say that it was done on the platform
    assert desk.members.detail(known["M3"]).removal_pending
    assert desk.verifier.run().findings == ()


def test_a_lifted_removal_offers_nothing(desk: Desk, group: int) -> None:
    take(desk, group, [row(1, "A"), row(2, "B")])
    decided = desk.removals.decide(removal(desk, ids(desk, group)["B"], rule_id(desk, group)))
    desk.reversals.record(U(), SubjectKind.REMOVAL, decided.subject_id, "No")
    assert [line.removal_case for line in left(desk, preview(desk, group, row(1, "A")))] == [0]


def test_removed_by_us_needs_its_record(desk: Desk, group: int) -> None:
    take(desk, group, [row(1, "A"), row(2, "B")])
    found = preview(desk, group, row(1, "A"))
    hows = {ids(desk, group)["B"]: REMOVED}
    for how in (replace(COMPARE, hows=hows), replace(COMPARE, how=REMOVED)):
        with pytest.raises(ValidationError) as caught:
            desk.imports.apply(U(), found, how)
        assert "B" in clear_error(caught.value)
    assert set(ids(desk, group)) == {"A", "B"}


def test_the_same_name_with_another_id_is_another_person(desk: Desk, group: int) -> None:
    take(desk, group, [row(1, "Li Wei"), row(2, "B")])
    found = preview(desk, group, row(7, "Li Wei"), row(2, "B"))
    assert (found.summary.counts.new, found.summary.counts.left) == (1, 1)
    assert left(desk, found)[0].renames == ()
    desk.imports.apply(U(), found, COMPARE)
    before, now = ids(desk, group)["Li Wei"], desk.members.ids(MemberFilter(group, "former"))
    assert before not in now


def test_a_new_name_may_be_a_missing_member_if_a_person_says_so(desk: Desk, group: int) -> None:
    names = [ImportRow(n, name) for n, name in enumerate(("Li Wei", "Wang Fang", "Zhao"), 1)]
    take(desk, group, names)
    known = ids(desk, group)
    later = [ImportRow(1, "Li Wei"), ImportRow(2, "Wang Fang"), ImportRow(3, "Zhao Lei")]
    found = preview(desk, group, *later)
    (line,) = left(desk, found)
    assert (line.name, [offer.name for offer in line.renames]) == ("Zhao", ["Zhao Lei"])
    assert ImportNote("renames_possible", {"count": "1"}) in found.summary.compare_notes
    desk.imports.apply(U(), found, replace(COMPARE, renames={3: known["Zhao"]}))
    assert ids(desk, group)["Zhao Lei"] == known["Zhao"]
    assert set(ids(desk, group)) == {"Li Wei", "Wang Fang", "Zhao Lei"}
    assert desk.timeline.of_member(known["Zhao"]) == ()


def test_without_a_word_neither_the_old_name_nor_the_new_one_is_touched(
    desk: Desk, group: int
) -> None:
    take(desk, group, [ImportRow(1, "Li Wei"), ImportRow(2, "Zhao")])
    later = [ImportRow(1, "Li Wei"), ImportRow(2, "Zhao Lei"), row(9, "Ann", phone="138")]
    take(desk, group, later)
    assert set(ids(desk, group)) == {"Li Wei", "Zhao"}
    zhao = ids(desk, group)["Zhao"]
    take(desk, group, later, replace(COMPARE, hows={zhao: DepartureHow.STAYED}))
    assert set(ids(desk, group)) == {"Li Wei", "Zhao", "Zhao Lei", "Ann"}


def test_who_is_said_to_have_left_leaves_and_the_new_name_is_somebody_new(
    desk: Desk, group: int
) -> None:
    take(desk, group, [ImportRow(n, name) for n, name in enumerate(("Li Wei", "Zhao", "Xu"), 1)])
    known = ids(desk, group)
    later = [ImportRow(1, "Li Wei"), ImportRow(2, "Zhao Lei"), ImportRow(3, "Xu Mo")]
    found = preview(desk, group, *later)
    assert found.summary.counts.may_be_renamed == 2
    take(desk, group, later, replace(COMPARE, hows={known["Zhao"]: OWN}))
    assert set(ids(desk, group)) == {"Li Wei", "Xu"}, "either row may still be Xu"
    take(desk, group, later, replace(COMPARE, renames_settled=True))
    assert set(ids(desk, group)) == {"Li Wei", "Zhao Lei", "Xu Mo"}


def test_a_recorded_removal_is_no_question_of_names(desk: Desk, group: int) -> None:
    take(desk, group, [ImportRow(1, "Li Wei"), ImportRow(2, "Zhao")])
    desk.removals.decide(removal(desk, ids(desk, group)["Zhao"], rule_id(desk, group)))
    found = take(desk, group, [ImportRow(1, "Li Wei"), ImportRow(2, "Ann")])
    assert found.summary.counts.may_be_renamed == 0
    assert set(ids(desk, group)) == {"Li Wei", "Ann"}


def test_a_rename_that_was_not_offered_is_refused(desk: Desk, group: int) -> None:
    take(desk, group, [row(1, "A"), row(2, "B")])
    found = preview(desk, group, row(1, "A"), row(3, "C"))
    wrong = replace(COMPARE, renames={found.rows[1].line: ids(desk, group)["B"]})
    with pytest.raises(ValidationError, match="rename_not_offered") as caught:
        desk.imports.apply(U(), found, wrong)
    clear_error(caught.value)


def test_whoever_a_doubtful_row_may_mean_stays(desk: Desk, group: int) -> None:
    take(desk, group, [row(1, "A"), ImportRow(2, "王芳"), ImportRow(3, "B"), row(4, "D")])
    twins = [row(1, "A"), ImportRow(2, "王芳", phone="1"), ImportRow(3, "王芳", phone="2")]
    broken = [Rejected(9, "id_rounded", {}, "B,1.2E+17")]
    found = preview(desk, group, *twins, rejected=broken)
    assert found.summary.counts.conflict == 2
    assert [line.name for line in left(desk, found)] == ["D"]
    assert ImportNote("left_undecided", {"count": "2"}) in found.summary.compare_notes


def test_a_much_shorter_list_warns_with_numbers(desk: Desk, group: int) -> None:
    take(desk, group, [row(i, f"M{i}") for i in range(10)])
    short = preview(desk, group, *[row(i, f"M{i}") for i in range(7)]).summary
    told = {"left": "3", "listed": "7", "members": "10"}
    assert (short.partial, short.compare_notes) == (True, (ImportNote("list_short", told),))
    usual = preview(desk, group, *[row(i, f"M{i}") for i in range(8)]).summary
    assert (usual.partial, usual.compare_notes, usual.counts.left) == (False, (), 2)


def test_a_list_that_lacks_many_is_not_called_shorter_when_it_is_not(
    desk: Desk, group: int
) -> None:
    people = [row(i, f"M{i}") for i in range(6)]
    take(desk, group, [*people, *(row(i, f"Bot {i}", is_bot=True) for i in range(20, 24))])
    found = preview(desk, group, *[row(i, f"N{i}") for i in range(40, 52)]).summary
    told = {"left": "10", "listed": "12", "members": "10"}  # bots can be missing as well
    assert found.partial
    assert ImportNote("list_lacks", told) in found.compare_notes


def test_a_list_without_silent_members_warns(desk: Desk, group: int) -> None:
    take(desk, group, [row(i, f"M{i}") for i in range(10)])
    silent = [ImportNote("silent_missing")]
    found = preview(desk, group, *[row(i, f"M{i}") for i in range(9)], notes=silent).summary
    told = {"left": "1", "listed": "9", "members": "10"}
    assert (found.partial, found.compare_notes) == (True, (ImportNote("list_partial", told),))


def test_a_deactivated_account_leaves_a_departure(desk: Desk, group: int) -> None:
    take(desk, group, [row(1, "A"), row(2, "B")])
    known = ids(desk, group)
    take(desk, group, [row(1, "A"), row(2, "B", deactivated=True)], Take())
    (entry,) = desk.timeline.of_member(known["B"])
    assert (entry.kind, entry.state) == ("departure", "unknown")


def test_a_line_of_who_left_tells_them_apart(desk: Desk, group: int) -> None:
    take(desk, group, [row(1, "A"), row(2, "B", nickname="Bee", role=MemberRole.ADMIN)])
    (line,) = left(desk, preview(desk, group, row(1, "A")))
    assert line.key == line.membership_id == ids(desk, group)["B"]
    assert FieldChange("nickname", "Bee", "") in line.changes
    assert FieldChange("external_id", "u2", "") in line.changes


def test_five_thousand_members_are_compared_without_reading_all_for_each(
    desk: Desk, group: int
) -> None:
    rows = [row(i, f"Member {i}", nickname=f"n{i}") for i in range(5000)]
    desk.imports.apply(U(), preview(desk, group, *rows))
    later = [
        *(r._replace(name=f"{r.name}x") if i % 50 == 0 else r for i, r in enumerate(rows[100:])),
        *(row(i, f"Member {i}") for i in range(5000, 5100)),
    ]
    with sqlite_steps(desk) as steps:
        found = preview(desk, group, *later)
    assert steps.thousands < 2500
    counts = found.summary.counts
    assert (counts.new, counts.left, counts.renamed) == (100, 100, 98)
    assert left(desk, found)[0].renames == ()
