# SPDX-License-Identifier: MIT
"""One person has one name, wherever the program names them; what else they are called is said."""

import uuid

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action
from groupdesk.domain.import_preview import Take
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import make_group, make_member
from tests.services.imports.rows import listed, row

U = uuid.uuid4


def person(desk: Desk, membership: int) -> int:
    return desk.members.row(membership).person_id


def take(desk: Desk, group: int, number: int, name: str) -> int:
    """Take a list with one member in; return the import."""
    found = desk.imports.preview(listed(row(number, name, phone="13800000001")), group)
    return desk.imports.apply(U(), found).subject_id


def in_group(desk: Desk, group: int, name: str, number: int) -> int:
    fields = MemberFields(name, external_id=f"u{number}", phone="13800000001")
    return desk.members.add(U(), group, fields).subject_id


def shown(desk: Desk, one: int, find: str) -> set[str]:
    """Return every name by which the program calls a blocked person with a double."""
    record = desk.persons.get(one)
    pair = desk.duplicates.report().pairs[0]
    side = pair.first if pair.first.person_id == one else pair.second
    return {
        record.name,
        record.entries[0].name,
        *(block.name for block in record.blocks),
        *(block.name for block in desk.blocklist.rows()),
        *(alert.earlier_name for alert in desk.returns.alerts()),
        *(hit.name for hit in desk.persons.find(find) if hit.person_id == one),
        side.name,
    }


@pytest.fixture
def aurora(desk: Desk) -> int:
    return make_group(desk, "Aurora")


@pytest.fixture
def borealis(desk: Desk) -> int:
    return make_group(desk, "Borealis")


def test_a_list_that_renames_somebody_renames_the_person_everywhere(
    desk: Desk, aurora: int, borealis: int
) -> None:
    stay = in_group(desk, aurora, "Lena", 1)
    in_group(desk, borealis, "L. Müller", 2)
    desk.blocklist.block(U(), person(desk, stay), "Sells our list")
    take(desk, aurora, 1, "Lena Müller")
    assert desk.members.row(stay).name == "Lena Müller"
    assert shown(desk, person(desk, stay), "Lena") == {"Lena Müller"}
    assert desk.persons.get(person(desk, stay)).also_known_as == ()
    assert desk.verifier.run().findings == ()


def test_the_list_undone_gives_back_the_name(desk: Desk, aurora: int, borealis: int) -> None:
    stay = in_group(desk, aurora, "Lena", 1)
    in_group(desk, borealis, "L. Müller", 2)
    desk.blocklist.block(U(), person(desk, stay), "Sells our list")
    list_id = take(desk, aurora, 1, "Lena Müller")
    desk.import_undo.undo(U(), list_id, "The wrong list")
    assert shown(desk, person(desk, stay), "Lena") == {"Lena"}
    assert desk.persons.get(person(desk, stay)).also_known_as == ()
    assert desk.persons.find("Müller")[0].name == "L. Müller"


def test_a_list_undone_keeps_a_name_that_was_given_since(
    desk: Desk, aurora: int, borealis: int
) -> None:
    first = in_group(desk, aurora, "Lena", 1)
    second = in_group(desk, borealis, "Lena", 1)
    assert person(desk, first) == person(desk, second)
    list_id = take(desk, aurora, 1, "Lena M.")
    take(desk, borealis, 1, "Lena M.")
    later = take(desk, borealis, 1, "Lena Müller")
    assert desk.persons.get(person(desk, first)).name == "Lena Müller"
    desk.import_undo.undo(U(), list_id, "The wrong list")
    assert desk.members.row(first).name == "Lena"
    assert desk.persons.get(person(desk, first)).name == "Lena Müller"
    desk.import_undo.undo(U(), later, "The wrong list too")
    assert desk.persons.get(person(desk, first)).name == "Lena M."


@pytest.mark.parametrize("by_list", [True, False])
def test_renamed_in_one_of_two_groups_the_other_name_is_said_too(
    desk: Desk, aurora: int, borealis: int, *, by_list: bool
) -> None:
    first = in_group(desk, aurora, "Lena", 1)
    second = in_group(desk, borealis, "Lena", 1)
    desk.blocklist.block(U(), person(desk, first), "Sells our list")
    make_other = in_group(desk, borealis, "Double", 2)
    assert person(desk, make_other) != person(desk, first)
    if by_list:
        take(desk, aurora, 1, "Lena Müller")
    else:
        desk.members.change(U(), first, name="Lena Müller")
    assert shown(desk, person(desk, first), "Lena") == {"Lena Müller"}
    assert desk.members.row(second).name == "Lena"
    assert desk.persons.get(person(desk, first)).also_known_as == ("Lena",)
    # what the other group says of them is no more than that
    desk.members.change(U(), second, name="Lenchen")
    assert shown(desk, person(desk, first), "Lena") == {"Lena Müller"}
    assert desk.persons.get(person(desk, first)).also_known_as == ("Lenchen",)


def test_who_is_in_no_group_by_their_own_name_has_the_one_that_the_list_shows(
    desk: Desk, aurora: int, borealis: int
) -> None:
    first = in_group(desk, aurora, "Lena", 1)
    take(desk, borealis, 1, "L. M.")
    one = person(desk, first)
    assert (desk.persons.get(one).name, desk.persons.get(one).also_known_as) == ("Lena", ("L. M.",))
    empty = desk.imports.preview(listed(row(9, "Somebody else")), aurora)
    desk.imports.apply(U(), empty, Take(compare=True))
    assert (desk.persons.get(one).name, desk.persons.get(one).also_known_as) == ("L. M.", ("Lena",))


def test_a_name_of_their_own_follows_where_there_is_one_group_only(desk: Desk, aurora: int) -> None:
    """An older version let the person keep the first name for ever."""
    stay = in_group(desk, aurora, "Lena", 1)
    one = person(desk, stay)
    desk.workspace.database.execute_sql("UPDATE person SET name = 'Old' WHERE id = ?", (one,))
    assert desk.persons.get(one).name == "Lena"
    assert desk.persons.get(one).also_known_as == ("Old",)
    desk.members.change(U(), stay, name="Lena Müller")
    assert desk.persons.get(one).name == "Lena Müller"
    assert desk.persons.get(one).also_known_as == ()
    seq = desk.audit.rows(AuditFilter(action=Action.MEMBER_EDIT))[0].seq
    before, after = map(dict, desk.audit.detail(seq).changes[0])
    assert (before["name"], after["name"]) == ("Lena", "Lena Müller")
    assert (before["person_name"], after["person_name"]) == ("Old", "Lena Müller")


def test_who_is_found_by_another_name_is_said_to_bear_it(
    desk: Desk, aurora: int, borealis: int
) -> None:
    first, second = make_member(desk, aurora, "Li Wei", "a"), make_member(desk, borealis, "李薇")
    desk.persons.link(U(), person(desk, second), person(desk, first), "She said so")
    (hit,) = desk.persons.find("李薇")
    assert (hit.person_id, hit.name) == (person(desk, first), "Li Wei")
    assert "李薇" in hit.about
    assert desk.persons.get(hit.person_id).also_known_as == ("李薇",)


def test_a_name_that_an_undone_list_gave_is_no_name_of_theirs(
    desk: Desk, aurora: int, borealis: int
) -> None:
    first = in_group(desk, aurora, "Lena", 1)
    in_group(desk, borealis, "Double", 2)
    desk.blocklist.block(U(), person(desk, first), "Sells our list")
    list_id = take(desk, borealis, 1, "Wrong column")
    desk.import_undo.undo(U(), list_id, "Read wrongly")
    assert shown(desk, person(desk, first), "Lena") == {"Lena"}
