# SPDX-License-Identifier: MIT
"""Search over generated people: nobody is missed, and the best come first."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupdesk.domain.member_filter import Conditions, MemberFilter
from groupdesk.domain.records import MemberFields
from groupdesk.domain.search_tokens import fold, query_tokens
from groupdesk.models.people import Membership
from groupdesk.services import member_search
from groupdesk.services.desk import Desk
from tests.helpers import make_group, make_member

PEOPLE = (
    MemberFields("Wei Li", phone="138 0013 8000"),
    MemberFields("李伟", "伟哥", note="发过广告"),
    MemberFields("刘洋", "li"),
    MemberFields("罗文"),
    MemberFields("王芳", external_id="lw_77"),
    MemberFields("陈静", note="knows lw"),
    MemberFields("Lwanga"),
)


@pytest.fixture
def group(desk: Desk) -> int:
    made = make_group(desk, rules=False)
    for fields in PEOPLE:
        desk.members.add(uuid.uuid4(), made, fields)
    return made


def found(desk: Desk, text: str, limit: int | None = None) -> list[str]:
    ids = desk.members.ids(MemberFilter(text=text), "rank", limit=limit)
    return [row.name for row in desk.members.rows(ids)]


def test_name_then_initials_then_nickname_then_number_then_the_rest(desk: Desk, group: int) -> None:
    assert found(desk, "lw") == ["Lwanga", "李伟", "罗文", "王芳", "陈静"]
    assert found(desk, "lw", 2) == ["Lwanga", "李伟"]
    assert found(desk, "li") == ["李伟", "刘洋", "Wei Li"]
    assert found(desk, "li 广告") == ["李伟"]
    assert found(desk, " ") == found(desk, "")


@pytest.mark.parametrize("typed", ["wangzy", "wziy", "wzyu", "wangziy", "zyu"])
def test_a_name_is_found_by_syllables_and_initials_in_any_mixture(
    desk: Desk, group: int, typed: str
) -> None:
    make_member(desk, group, "王子豫")
    make_member(desk, group, "万子木")
    assert found(desk, typed) == ["王子豫"]


@pytest.mark.parametrize("text", ["l", "li", "李", "伟"])
def test_many_hits_are_ordered_by_how_their_names_begin(
    desk: Desk, group: int, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    exact = found(desk, text)
    monkeypatch.setattr(member_search, "RANKED_ONE_BY_ONE", 0)
    many = found(desk, text)
    assert set(many) == set(exact)
    assert many[0] == exact[0]
    assert found(desk, text, 1) == many[:1]


@pytest.mark.parametrize("mark", ["%", "_", "'", "\\"])
def test_signs_are_no_wildcards_in_the_order_either(
    desk: Desk, group: int, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    monkeypatch.setattr(member_search, "RANKED_ONE_BY_ONE", 0)
    assert found(desk, f"l{mark}") == found(desk, "l")


def test_a_syllable_that_begins_another_brings_nobody_else_first(desk: Desk, group: int) -> None:
    """艳 is yan, and 杨 is yang: its name begins otherwise, however alike the letters are."""
    for name in ("杨艳", "严明", "艳阳", "艳", "艳a"):
        make_member(desk, group, name)
    assert found(desk, "艳") == ["艳", "艳a", "艳阳", "杨艳"]
    for limit in (1, 2, 3):
        assert found(desk, "艳", limit) == ["艳", "艳a", "艳阳"][:limit]
    assert set(found(desk, "yan", 4)) == {"严明", "艳阳", "艳", "艳a"}


@pytest.mark.parametrize("text", ["l", "lw", "li 广告", "伟", "138", "lw_7", "nobody"])
def test_a_first_page_is_the_beginning_of_the_whole(desk: Desk, group: int, text: str) -> None:
    whole = found(desk, text)
    for limit in (1, 3, 100):
        assert found(desk, text, limit) == whole[:limit]


def test_a_search_keeps_to_its_filter(desk: Desk, group: int) -> None:
    other = make_group(desk, "Borealis", rules=False)
    desk.members.add(uuid.uuid4(), other, MemberFields("Lwazi", tags=("VIP",)))
    which = MemberFilter(group, text="lw")
    assert len(desk.members.ids(which, "rank")) == 5
    tagged = MemberFilter(None, text="lw", conditions=Conditions(tag="vip"))
    (one,) = desk.members.ids(tagged, "rank")
    assert desk.members.row(one).name == "Lwazi"


def test_marks_of_a_row_name_the_field(desk: Desk, group: int) -> None:
    for text, name, field in (("lw_77", "王芳", "external_id"), ("广告", "李伟", "note")):
        (ident,) = desk.members.ids(MemberFilter(text=text), "rank")
        row, more = desk.members.row(ident), desk.members.more([ident])[ident]
        marks = member_search.marks(query_tokens(text).words, row, more)
        assert row.name == name
        assert marks.elsewhere is not None
        assert marks.elsewhere.field == field


pieces = st.sampled_from(
    [
        "李",
        "伟",
        "欧阳",
        "小龙",
        "重庆",
        "Li",
        "wei",
        "Ana",
        "García",
        "o'Neil",
        "138",
        "广告",
        "🌸",
        "VIP",
    ]
)
names = st.lists(pieces, min_size=1, max_size=3).map("".join)
people = st.builds(
    MemberFields,
    name=names,
    nickname=st.one_of(st.just(""), names),
    phone=st.one_of(st.just(""), st.from_regex(r"1[0-9]{4}", fullmatch=True)),
    company=st.one_of(st.just(""), names),
    note=st.one_of(st.just(""), names),
    tags=st.lists(names, max_size=2, unique=True).map(tuple),
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25
)
@given(crowd=st.lists(people, min_size=1, max_size=8), data=st.data())
def test_whatever_stands_in_a_field_is_found(
    desk: Desk, crowd: list[MemberFields], data: st.DataObject
) -> None:
    """Recall against plain substring search: every piece of two and more, of any field."""
    group = make_group(desk, f"G{uuid.uuid4()}", rules=False)
    for fields in crowd:
        desk.members.add(uuid.uuid4(), group, fields)
    one = data.draw(st.sampled_from(crowd))
    text = data.draw(
        st.sampled_from([t for t in (one.name, one.nickname, one.phone, one.note, *one.tags) if t])
    )
    start = data.draw(st.integers(0, len(text) - 1))
    query = text[start : data.draw(st.integers(start + 1, len(text)))]
    words = query_tokens(query).words
    if any(len(word) == 1 and word.isascii() for word in words):
        return  # a single Latin letter is looked for at the start of words
    shown = desk.members.ids(MemberFilter(group, text=query), "rank")
    assert len(set(shown)) == len(shown)
    wanted = {
        row.id
        for row in desk.members.rows(desk.members.ids(MemberFilter(group)))
        if words and _holds(row.name, row.nickname, desk.members.more([row.id])[row.id], words)
    }
    assert wanted <= set(shown)
    assert Membership.select().where(Membership.group == group).count() == len(crowd)


def _holds(name: str, nickname: str, more: object, words: tuple[str, ...]) -> bool:
    fields = (name, nickname, *(getattr(more, key) for key in ("phone", "company", "note")))
    texts = [fold(text) for text in (*fields, *getattr(more, "tags"))]  # noqa: B009  # any record
    return all(any(word in text for text in texts) for word in words)


@pytest.mark.parametrize("chip", ["all", "former"])
def test_the_first_page_among_very_many_holds_hits_and_is_never_short(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, chip: str
) -> None:
    monkeypatch.setattr(member_search, "_LOOKED_AT", 5)
    groups = [make_group(desk, "Aurora"), make_group(desk, "Boreal")]
    for number in range(20):
        make_member(desk, groups[number % 2], f"Grace {number}", external_id=f"x{number}bo")
    named = {make_member(desk, groups[0], f"Boris {number}") for number in range(3)}
    which = MemberFilter(text="bo", chip=chip)
    whole = list(desk.members.ids(which, "rank"))
    assert len(whole) == (23 if chip == "all" else 0)
    for limit in (1, 2, 3, 8, 22, 23, 30):
        page = list(desk.members.ids(which, "rank", limit=limit))
        assert len(page) == len(set(page)) == min(limit, len(whole))
        assert set(page) <= set(whole)
        assert set(page[:3]) <= named
