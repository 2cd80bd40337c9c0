# SPDX-License-Identifier: MIT
"""Who is who, without a database."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.import_records import ImportRow
from groupdesk.services.imports.match import Matched, match
from groupdesk.services.imports.register import Register, Stay


def stay(number: int, name: str, **more: object) -> Stay:
    values: dict[str, object] = {
        "person_id": number, "account_id": number, "state": "active", "ended_at": None,
        "name": name, "nickname": "", "role": "member", "is_bot": 0, "joined_at": None,
        "joined_how": "unknown", "invited_by": "", "last_active": None, "message_count": None,
        "snapshot_id": None, "external_id": None, "handle": "", "person_name": name, "phone": "",
        "email": "", "company": "", "tags": "[]", "note": "", "language": "",
    }  # fmt: skip
    return Stay(number, **(values | more))  # type: ignore[arg-type]  # named fields


def register(*stays: Stay, elsewhere: Sequence[Stay] = ()) -> Register:
    persons = {one.person_id: one for one in stays}
    return Register(list(stays), {str(one.external_id): one for one in elsewhere}, persons)


def outcome(matched: Matched) -> dict[str, list[int]]:
    return {
        "new": list(matched.new),
        "elsewhere": [one.position for one in matched.elsewhere],
        "returning": [one.position for one in matched.returning],
        "changed": [one.position for one in matched.changed],
        "unchanged": list(matched.unchanged),
        "conflicts": [one.position for one in matched.conflicts],
    }


def only(kind: str, matched: Matched) -> None:
    found = {name for name, positions in outcome(matched).items() if positions}
    assert found == {kind}


def test_an_id_decides_whatever_the_name() -> None:
    known = register(stay(1, "Li Wei", external_id="wx1"), stay(2, "Li Wei 2", external_id="wx2"))
    matched = match([ImportRow(1, "Li Wei 2", external_id="wx1")], known)
    assert [(one.stay.membership_id, one.changes[0].after) for one in matched.changed] == [
        (1, "Li Wei 2")
    ]


def test_one_name_with_two_ids_is_two_people() -> None:
    only(
        "new",
        match(
            [ImportRow(1, "Li Wei", external_id="wx9")],
            register(stay(1, "Li Wei", external_id="wx1")),
        ),
    )


def test_an_email_is_compared_without_case_and_its_spelling_stays() -> None:
    known = register(stay(1, "Ann", email="Ann@Example.com"))
    only("unchanged", match([ImportRow(1, "Ann", email="ann@example.COM")], known))


def test_an_email_that_two_members_share_is_left_to_a_person() -> None:
    known = register(stay(1, "Ann", email="info@x.com"), stay(2, "Ben", email="info@x.com"))
    matched = match([ImportRow(7, "Carla", email="info@x.com")], known)
    only("conflicts", matched)
    assert [one.membership_id for one in matched.conflicts[0].candidates] == [1, 2]


def test_a_shared_email_does_not_join_two_ids() -> None:
    known = register(stay(1, "Ann", email="info@x.com", external_id="U1"))
    only("new", match([ImportRow(1, "Ben", email="info@x.com", external_id="U2")], known))


def test_a_pasted_name_gets_its_id_later() -> None:
    matched = match([ImportRow(1, "王芳", external_id="wx5")], register(stay(1, "王芳")))
    only("changed", matched)
    assert [(c.field, c.after) for c in matched.changed[0].changes] == [("external_id", "wx5")]


def test_a_name_that_is_not_unique_in_the_group_is_a_conflict() -> None:
    known = register(stay(1, "王芳", note="a"), stay(2, "王芳", note="b"))
    only("conflicts", match([ImportRow(1, "王芳")], known))


def test_a_name_that_is_not_unique_in_the_list_is_a_conflict() -> None:
    only(
        "conflicts", match([ImportRow(1, "王芳"), ImportRow(2, "王芳")], register(stay(1, "王芳")))
    )


def test_namesakes_that_nothing_tells_apart_are_unchanged_when_listed_again() -> None:
    known = register(stay(1, "王芳"), stay(2, "王芳"))
    only("unchanged", match([ImportRow(1, "王芳"), ImportRow(2, "王芳")], known))


def test_names_with_other_emails_are_other_people() -> None:
    only("new", match([ImportRow(1, "Ann", email="b@x")], register(stay(1, "Ann", email="a@x"))))


def test_a_former_member_comes_back_and_a_deactivated_account_does_not() -> None:
    known = register(stay(1, "Bob", external_id="b", state="removed", ended_at="2026"))
    row = ImportRow(1, "Bob", external_id="b")
    only("returning", match([row], known))
    only("unchanged", match([row._replace(deactivated=True)], known))


def test_a_deactivated_account_of_a_member_has_left() -> None:
    known = register(stay(1, "Bob", external_id="b"))
    matched = match([ImportRow(1, "Bob", external_id="b", deactivated=True)], known)
    assert [(c.field, c.after) for c in matched.changed[0].changes] == [("state", "left")]


def test_a_person_of_another_group_is_the_same_person() -> None:
    other = stay(0, "Ann", external_id="wx1")._replace(person_id=8)
    matched = match([ImportRow(1, "Ann", external_id="wx1")], register(elsewhere=[other]))
    only("elsewhere", matched)


def test_two_accounts_of_one_person_are_one_member() -> None:
    here = stay(1, "Ann", external_id="wx1")
    second = here._replace(membership_id=0, external_id="wx2")
    rows = [ImportRow(1, "Ann", external_id="wx1"), ImportRow(2, "Ann", external_id="wx2")]
    matched = match(rows, register(here, elsewhere=[second]))
    assert outcome(matched)["unchanged"] == [0]
    assert [(c.code, c.other_line) for c in matched.conflicts] == [("person_twice", 1)]


def test_two_rows_with_one_id_are_decided_by_nobody() -> None:
    rows = [ImportRow(4, "Ann", external_id="x"), ImportRow(9, "Ben", external_id="x")]
    matched = match(rows, register())
    assert [(c.code, c.other_line) for c in matched.conflicts] == [("id_twice", 0), ("id_twice", 4)]


_NAMES = st.sampled_from(["Li Wei", "王芳", "Ann", "ANN", "<b>x</b>"])
_IDS = st.sampled_from(["", "", "a", "b", "c", "d"])
_MAILS = st.sampled_from(["", "", "x@y", "X@Y", "z@y"])


@st.composite
def _rows(draw: st.DrawFn) -> list[ImportRow]:
    drawn = draw(st.lists(st.tuples(_NAMES, _IDS, _MAILS), max_size=8))
    return [
        ImportRow(line, name, external_id=ident, email=mail)
        for line, (name, ident, mail) in enumerate(drawn, 1)
    ]


@st.composite
def _registers(draw: st.DrawFn) -> Register:
    drawn = draw(st.lists(st.tuples(_NAMES, _IDS, _MAILS, st.booleans()), max_size=6))
    seen: set[str] = set()
    stays = []
    for number, (name, ident, mail, active) in enumerate(drawn, 1):
        own = "" if ident in seen else ident
        seen.add(own)
        state = "active" if active else "left"
        stays.append(stay(number, name, external_id=own or None, email=mail, state=state))
    return register(*stays)


@given(_rows(), _registers())
def test_each_row_has_one_fate_and_each_member_one_row(
    rows: list[ImportRow], known: Register
) -> None:
    matched = match(rows, known)
    fates = outcome(matched)
    assert sorted(position for found in fates.values() for position in found) == list(
        range(len(rows))
    )
    persons = [o.stay.person_id for o in (*matched.changed, *matched.returning)]
    assert len(persons) == len(set(persons))


@given(_rows(), _registers())
def test_nobody_gets_another_id(rows: list[ImportRow], known: Register) -> None:
    matched = match(rows, known)
    for one in (*matched.changed, *matched.returning):
        said = rows[one.position].external_id
        assert not said or one.stay.external_id in {None, said}


@given(_rows(), _registers(), st.randoms(use_true_random=False))
def test_the_order_of_the_list_decides_nothing_about_members(
    rows: list[ImportRow], known: Register, order: object
) -> None:
    turned = list(rows)
    order.shuffle(turned)  # type: ignore[attr-defined]  # a random.Random

    def pairs(listed: list[ImportRow]) -> set[tuple[int, int]]:
        matched = match(listed, known)
        return {
            (listed[one.position].line, one.stay.membership_id)
            for one in (*matched.changed, *matched.returning)
        }

    ids = [row.external_id for row in rows if row.external_id]
    if len(set(ids)) == len(ids):
        assert pairs(rows) == pairs(turned)


def test_a_name_that_stands_in_the_list_twice_is_one_person_until_a_person_says_otherwise() -> None:
    rows = [ImportRow(1, "王芳"), ImportRow(2, "Li"), ImportRow(5, "王芳"), ImportRow(6, "王芳")]
    matched = match(rows, register())
    assert list(matched.new) == [0, 1]
    assert [(c.position, c.code, c.other_line, c.may_be_new) for c in matched.conflicts] == [
        (2, "name_twice", 1, True), (3, "name_twice", 1, True),
    ]  # fmt: skip


def test_namesakes_whom_an_id_or_a_number_parts_are_two_people() -> None:
    by_id = [ImportRow(1, "Li", external_id="a"), ImportRow(2, "Li", external_id="b")]
    by_phone = [ImportRow(1, "Li", phone="138"), ImportRow(2, "Li", phone="139")]
    only("new", match(by_id, register()))
    only("new", match(by_phone, register()))


def test_a_bare_name_beside_a_fuller_namesake_is_asked_about_whichever_comes_first() -> None:
    full, bare = ImportRow(1, "Li", phone="138"), ImportRow(2, "LI")
    for rows in ([full, bare], [bare, full]):
        matched = match(rows, register())
        assert [(c.position, c.code) for c in matched.conflicts] == [(1, "name_twice")]


def test_a_second_line_beside_a_known_member_is_asked_about() -> None:
    rows = [ImportRow(1, "Li", external_id="a"), ImportRow(2, "Li")]
    matched = match(rows, register(stay(1, "Li", external_id="a")))
    assert outcome(matched)["unchanged"] == [0]
    assert [(c.code, c.other_line) for c in matched.conflicts] == [("name_twice", 1)]
