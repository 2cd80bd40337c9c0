# SPDX-License-Identifier: MIT
"""An id that was given to somebody else is asked about; one person who changed is not."""

import uuid
from typing import Any

import pytest

from groupdesk.domain.import_preview import LineKind, Take
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.records import MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.words import Words
from tests.helpers import make_group
from tests.services.imports.rows import listed

ANN: dict[str, Any] = {
    "external_id": "M-0007",
    "phone": "138 0013 8000",
    "email": "ann.lee@north.example",
    "company": "North",
}
BOB: dict[str, Any] = {"phone": "139 0013 9111", "email": "bob@south.example", "company": "South"}


def known(desk: Desk, name: str = "Ann Lee", **more: Any) -> int:
    group = make_group(desk)
    rows = [ImportRow(2, name, **(ANN | more)), ImportRow(3, "Cem", external_id="M-0008")]
    desk.imports.apply(uuid.uuid4(), desk.imports.preview(listed(*rows), group))
    return group


@pytest.mark.parametrize("compare", [False, True])
def test_an_id_with_nothing_else_of_its_member_changes_nobody(desk: Desk, *, compare: bool) -> None:
    group = known(desk)
    later = [ImportRow(2, "Bob Ray", **(ANN | BOB)), ImportRow(3, "Cem", external_id="M-0008")]
    preview = desk.imports.preview(listed(*later), group)
    (line,) = desk.imports.lines(preview, LineKind.CONFLICT)
    assert (line.code, line.values["name"], line.may_be_new) == ("id_reused", "Ann Lee", False)
    said = Words("en")(f"import_conflict.{line.code}", **line.values)
    assert "M-0007" in said
    assert "Ann Lee" in said
    desk.imports.apply(uuid.uuid4(), preview, Take(compare=compare))
    rows = desk.members.rows(desk.members.ids(MemberFilter(group)))
    assert sorted(row.name for row in rows) == ["Ann Lee", "Cem"], "nobody is renamed or gone"


def test_a_person_may_say_that_it_is_the_same_one(desk: Desk) -> None:
    group = known(desk)
    preview = desk.imports.preview(listed(ImportRow(2, "Bob Ray", **(ANN | BOB))), group)
    (line,) = desk.imports.lines(preview, LineKind.CONFLICT)
    (candidate,) = line.candidates
    desk.imports.apply(uuid.uuid4(), preview, Take(decisions={2: candidate.membership_id}))
    detail = desk.members.detail(candidate.membership_id)
    assert (detail.row.name, detail.fields.email) == ("Bob Ray", "bob@south.example")


def test_an_id_of_another_group_makes_nobody_into_somebody_else(desk: Desk) -> None:
    known(desk)
    other = make_group(desk, "Borealis")
    preview = desk.imports.preview(listed(ImportRow(2, "Bob Ray", **(ANN | BOB))), other)
    (line,) = desk.imports.lines(preview, LineKind.CONFLICT)
    assert line.code == "id_reused"
    desk.imports.apply(uuid.uuid4(), preview)
    assert not len(desk.members.ids(MemberFilter(other)))


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("Bob Ray", {}),  # a new name alone
        ("Bob Ray", {**BOB, "company": "north"}),
        ("Bob Ray", {**BOB, "phone": "+86 13800138000"}),
        ("Ann King", BOB),  # married, with another employer
        ("Annie Leeson", BOB),
        ("Bob Ray", {"phone": "", "email": "", "company": "South"}),
        ("ann lee", BOB),
    ],
)
def test_one_person_who_changed_is_a_change(desk: Desk, name: str, more: dict[str, Any]) -> None:
    group = known(desk)
    preview = desk.imports.preview(listed(ImportRow(2, name, **(ANN | more))), group)
    counts = preview.summary.counts
    assert (counts.changed, counts.conflict) == (1, 0)


def test_a_name_that_nobody_knew_is_no_other_person(desk: Desk) -> None:
    group = known(desk, "M-0007")
    preview = desk.imports.preview(listed(ImportRow(2, "Bob Ray", **(ANN | BOB))), group)
    assert preview.summary.counts.conflict == 0


def test_a_number_of_ours_in_a_row_of_somebody_else_is_asked_about(desk: Desk) -> None:
    group = known(desk)
    ann = next(
        row.id
        for row in desk.members.rows(desk.members.ids(MemberFilter(group)))
        if row.name == "Ann Lee"
    )
    typed = ImportRow(2, "Bob Ray", membership_id=ann, **BOB)
    (line,) = desk.imports.lines(desk.imports.preview(listed(typed), group), LineKind.CONFLICT)
    assert line.code == "number_reused"
    assert "Ann Lee" in Words("en")(f"import_conflict.{line.code}", **line.values)
