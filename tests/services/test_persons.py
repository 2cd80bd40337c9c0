# SPDX-License-Identifier: MIT
"""One person under several entries: linked, looked at as one, and taken apart again."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Ground
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.fairness import FairState
from groupdesk.domain.records import MemberFields, MemberFilter
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    ready_desk,
    removal,
    rule_id,
    talk,
    warning,
)

new = uuid.uuid4


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovableClock) -> Iterator[Desk]:
    made = ready_desk(tmp_path, clock)
    yield made
    made.close()


def person(desk: Desk, membership: int) -> int:
    return desk.members.row(membership).person_id


def found(desk: Desk, text: str) -> list[str]:
    ids = desk.members.ids(MemberFilter(text=text))
    return sorted(row.name for row in desk.members.rows(ids))


class Two:
    """Li Wei in Aurora with a warning, 李伟 in Borealis with a talk."""

    def __init__(self, desk: Desk, clock: MovableClock) -> None:
        self.aurora = make_group(desk)
        self.borealis = make_group(desk, "Borealis")
        self.li = make_member(desk, self.aurora, "Li Wei", "wx1")
        self.wei = make_member(desk, self.borealis, "李伟", "wx2")
        self.rule = rule_id(desk, self.aurora)
        warning(desk, self.li, self.rule, sent_at=clock.text)
        talk(desk, self.wei)
        self.first, self.second = person(desk, self.li), person(desk, self.wei)

    def link(self, desk: Desk, reason: str = "He said so himself") -> None:
        desk.persons.link(new(), self.second, self.first, reason)


@pytest.fixture
def two(desk: Desk, clock: MovableClock) -> Two:
    return Two(desk, clock)


def test_a_link_shows_one_person_over_all_groups(desk: Desk, two: Two) -> None:
    two.link(desk)
    one = desk.persons.get(two.second)
    assert one == desk.persons.get(two.first)
    assert (one.id, one.name) == (two.first, "Li Wei")
    assert [entry.name for entry in one.entries] == ["Li Wei", "李伟"]
    assert {stay.group_name for stay in one.stays} == {"Aurora", "Borealis"}
    assert [(link.name, link.same_as_name, link.reason) for link in one.links] == [
        ("李伟", "Li Wei", "He said so himself")
    ]
    assert one.cases == 2
    assert len(desk.cases.rows(person_id=two.second)) == 2
    assert desk.members.detail(two.wei).also_in[0].member_name == "Li Wei"
    assert desk.members.detail(two.wei).marks.entries == 2


def test_the_timeline_of_a_member_names_the_other_group(desk: Desk, two: Two) -> None:
    two.link(desk)
    here = desk.timeline.of_member(two.li)
    assert [entry.kind for entry in here] == ["warning"]
    everywhere = desk.timeline.of_member(two.li, everywhere=True)
    assert {(entry.kind, entry.elsewhere) for entry in everywhere} == {
        ("warning", ""),
        ("talk", "Borealis"),
    }
    assert {entry.elsewhere for entry in desk.timeline.of_person(two.second)} == {
        "Aurora",
        "Borealis",
    }


def test_either_name_finds_both(desk: Desk, two: Two) -> None:
    assert found(desk, "李伟") == ["李伟"]
    two.link(desk)
    assert found(desk, "李伟") == found(desk, "Li Wei") == ["Li Wei", "李伟"]
    desk.persons.unlink(new(), two.second, "A namesake")
    assert found(desk, "李伟") == ["李伟"]


def test_a_new_name_of_a_linked_entry_is_found_too(desk: Desk, two: Two) -> None:
    two.link(desk)
    desk.members.edit(new(), two.wei, MemberFields("Zhou Lan", external_id="wx2"))
    assert found(desk, "zhou lan") == ["Li Wei", "Zhou Lan"]


def test_standing_in_a_group_counts_over_linked_accounts(
    desk: Desk, two: Two, clock: MovableClock
) -> None:
    other = make_member(desk, two.aurora, "Wei's second phone", "wx3")
    assert desk.members.row(other).standing == 0
    desk.persons.link(new(), person(desk, other), two.first, "Two phones")
    assert desk.members.row(other).standing == desk.members.row(two.li).standing == 2
    warning(desk, other, two.rule, position=3, sent_at=clock.text)
    assert desk.members.row(two.li).standing == 3
    desk.persons.unlink(new(), person(desk, other), "His brother")
    assert desk.members.row(other).standing == 3
    assert desk.members.row(two.li).standing == 2


def test_fair_process_sees_the_warning_of_a_linked_account(desk: Desk, two: Two) -> None:
    other = make_member(desk, two.aurora, "Wei's second phone", "wx3")
    request = removal(desk, other, rule_id(desk, two.aurora, "R2"), overrides={})
    lines = {line.item.value: line for line in desk.removals.fair_process(request)}
    assert lines["warned"].state is not FairState.MET
    desk.persons.link(new(), person(desk, other), two.first, "Two phones")
    lines = {line.item.value: line for line in desk.removals.fair_process(request)}
    assert lines["warned"].state is FairState.MET


def test_protection_holds_for_every_account(desk: Desk, two: Two) -> None:
    fields = desk.members.detail(two.li).fields
    desk.members.edit(new(), two.li, MemberFields(fields.name, external_id="wx1", protected=True))
    two.link(desk)
    assert desk.members.detail(two.wei).marks.protected
    with pytest.raises(RefusedError) as caught:
        desk.removals.decide(removal(desk, two.wei, None, ground=Ground.INACTIVE))
    assert caught.value.code == "person_protected"


def test_register_data_and_acts_stay_where_they_were(desk: Desk, two: Two) -> None:
    before = desk.members.detail(two.wei).fields
    cases = [(row.number, row.membership_id) for row in desk.cases.rows()]
    two.link(desk)
    assert desk.members.detail(two.wei).fields == before
    assert [(row.number, row.membership_id) for row in desk.cases.rows()] == cases


def test_the_preview_writes_nothing_and_names_common_groups(desk: Desk, two: Two) -> None:
    seq = desk.ledger.head()
    shown = desk.persons.preview_link(two.first, two.second)
    assert (shown.first.name, shown.second.name) == ("Li Wei", "李伟")
    assert shown.common_groups == ()
    assert desk.ledger.head() == seq
    third = make_member(desk, two.aurora, "Third", "wx9")
    assert desk.persons.preview_link(two.first, person(desk, third)).common_groups == ("Aurora",)


def test_what_cannot_be_linked_or_undone_says_why(desk: Desk, two: Two) -> None:
    with pytest.raises(ValidationError) as blank:
        two.link(desk, "  ")
    assert (blank.value.field, blank.value.code) == ("reason", "reason_missing")
    two.link(desk)
    calls: dict[str, Callable[[], object]] = {
        "persons_linked": lambda: desk.persons.link(new(), two.first, two.second, "Again"),
        "person_not_linked": lambda: desk.persons.unlink(new(), two.first, "No"),
        "person_gone": lambda: desk.persons.get(999),
    }
    for code, call in calls.items():
        with pytest.raises(StateChangedError) as caught:
            call()
        assert caught.value.code == code
        clear_error(caught.value)
    with pytest.raises(StateChangedError, match="persons_linked"):
        desk.persons.preview_link(two.first, two.second)
    with pytest.raises(StateChangedError, match="persons_linked"):
        desk.persons.keep_apart(new(), two.first, two.second)


def test_the_same_operation_links_once(desk: Desk, two: Two) -> None:
    operation = new()
    desk.persons.link(operation, two.second, two.first, "Yes")
    assert desk.persons.link(operation, two.second, two.first, "Yes").repeated


def test_links_stand_in_the_log_and_are_vouched_for(desk: Desk, two: Two) -> None:
    two.link(desk)
    desk.persons.unlink(new(), two.second, "A namesake")
    actions = [row.action for row in desk.audit.rows(AuditFilter(), limit=2)]
    assert actions == [Action.PERSON_UNLINK, Action.PERSON_LINK]
    assert desk.verifier.run().findings == ()
    connection = desk.workspace.database.connection()
    connection.execute("DROP TRIGGER person_link_no_update")
    connection.execute("UPDATE person_link SET reason = 'Changed'")
    codes = {finding.code for finding in desk.verifier.run().findings}
    assert "row_changed" in codes


def test_find_names_each_person_once(desk: Desk, two: Two) -> None:
    assert {hit.name for hit in desk.persons.find("wei")} == {"Li Wei", "李伟"}
    two.link(desk)
    hits = desk.persons.find("wei")
    assert [(hit.person_id, hit.groups) for hit in hits] == [(two.first, 2)]
    assert [one.id for one in desk.persons.linked()] == [two.first]


@pytest.mark.parametrize("pointer", ["NULL", "3", "1"])
def test_a_link_that_was_bent_outside_the_program_is_found(
    desk: Desk, two: Two, pointer: str
) -> None:
    make_member(desk, two.aurora, "Third", "wx9")
    two.link(desk)
    connection = desk.workspace.database.connection()
    where = 3 if pointer == "1" else two.second
    connection.execute(f"UPDATE person SET same_as_id = {pointer} WHERE id = {where}")
    (finding,) = desk.verifier.run().findings
    assert finding.code == "link_changed"
    assert finding.member == ("Third" if where == 3 else "李伟")


# ---- whatever is linked and taken back, in whatever order

SIZE = 6
STEPS = st.lists(
    st.tuples(st.sampled_from(["link", "link", "unlink"]), st.integers(0, 5), st.integers(0, 5)),
    max_size=12,
)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, list[int]]]:
    desk = ready_desk(tmp_path_factory.mktemp("crowd"), MovableClock())
    group = make_group(desk, rules=False)
    people = [person(desk, make_member(desk, group, f"P{n}", f"wx{n}")) for n in range(SIZE)]
    yield desk, people
    desk.close()


def pointers(desk: Desk) -> dict[int, int | None]:
    with desk.ledger.reading():
        return dict(
            desk.workspace.database.execute_sql("SELECT id, same_as_id FROM person").fetchall()
        )


def together(desk: Desk, people: list[int]) -> set[frozenset[int]]:
    return {frozenset(entry.id for entry in desk.persons.get(one).entries) for one in people}


class Forest:
    """What the links mean, kept apart from the program: who points to whom."""

    def __init__(self, people: list[int]) -> None:
        self.people = people
        self.above: dict[int, int] = {}

    def root(self, one: int) -> int:
        while one in self.above:
            one = self.above[one]
        return one

    def together(self) -> set[frozenset[int]]:
        return {
            frozenset(other for other in self.people if self.root(other) == self.root(one))
            for one in self.people
        }


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_no_chain_ever_and_a_link_taken_back_gives_back_the_same(
    crowd: tuple[Desk, list[int]], steps: list[tuple[str, int, int]]
) -> None:
    desk, people = crowd
    forest = Forest(people)
    for what, first, second in steps:
        one, other = people[first], people[second]
        if what == "unlink":
            if one in forest.above:
                desk.persons.unlink(new(), one, "Two")
                del forest.above[one]
        elif forest.root(one) != forest.root(other):
            root, before = forest.root(one), together(desk, people)
            desk.persons.link(new(), one, other, "One")
            desk.persons.unlink(new(), root, "Two")
            assert together(desk, people) == before
            desk.persons.link(new(), one, other, "One")
            forest.above[root] = forest.root(other)
        now = pointers(desk)
        assert now == {
            entry: None if forest.root(entry) == entry else forest.root(entry) for entry in people
        }
        assert together(desk, people) == forest.together()
    for one in list(forest.above):
        desk.persons.unlink(new(), one, "Two")
    assert set(pointers(desk).values()) == {None}


def test_a_renamed_member_has_the_new_name_wherever_the_person_is_named(
    desk: Desk, two: Two
) -> None:
    two.link(desk)
    desk.blocklist.block(new(), two.second, "Sells our list")
    desk.members.change(new(), two.wei, name="李薇")
    desk.members.change(new(), two.li, name="Li Wei (Aurora)")
    record = desk.persons.get(two.first)
    assert [entry.name for entry in record.entries] == ["Li Wei (Aurora)", "李薇"]
    assert [(link.name, link.same_as_name) for link in record.links] == [
        ("李薇", "Li Wei (Aurora)")
    ]
    assert [block.name for block in record.blocks] == ["李薇"]
    assert {alert.earlier_name for alert in desk.returns.alerts()} == {"李薇"}
    assert desk.verifier.run().findings == ()
