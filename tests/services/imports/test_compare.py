# SPDX-License-Identifier: MIT
"""Taking a row in leaves nothing more to take from it."""

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import JoinedHow, MemberRole
from groupdesk.domain.import_records import ImportRow
from groupdesk.services.imports.compare import clean, differences, language_of
from groupdesk.services.imports.plan import merged
from groupdesk.services.imports.register import Stay
from tests.services.imports.test_match import stay

_WORDS = st.sampled_from(["", "a", "B b", " x ", "é", "e\u0301", "李  伟", "a, b"])
_TIMES = st.sampled_from([None, "2025-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z"])
_TAGS = st.lists(st.sampled_from(["vip", "华东", "x"]), unique=True).map(tuple)


@st.composite
def _rows(draw: st.DrawFn) -> ImportRow:
    return ImportRow(
        1, draw(_WORDS.filter(str.strip)), nickname=draw(_WORDS), external_id="x",
        handle=draw(_WORDS), role=draw(st.sampled_from([None, *MemberRole])),
        joined_at=draw(_TIMES), joined_how=draw(st.sampled_from(JoinedHow)),
        invited_by=draw(_WORDS), last_active=draw(_TIMES),
        message_count=draw(st.sampled_from([None, 0, 7])), phone=draw(_WORDS),
        email=draw(_WORDS), company=draw(_WORDS), tags=draw(_TAGS), note=draw(_WORDS),
        language=draw(st.sampled_from(["", "中文", "English", "Klingon"])),
        is_bot=draw(st.booleans()), deactivated=draw(st.booleans()),
        name_known=draw(st.booleans()),
    )  # fmt: skip


def _taken(row: ImportRow, known: Stay) -> Stay:
    return merged(known, row, differences(row, known), "2026-06-01T00:00:00.000Z")


@given(_rows(), _rows())
def test_a_row_taken_in_says_nothing_new_afterwards(first: ImportRow, second: ImportRow) -> None:
    known = stay(1, "Ann")
    for row in map(clean, (first, second)):
        known = _taken(row, known)
        assert differences(row, known) == ()


@given(_rows(), _rows())
def test_a_list_never_takes_anything_away(first: ImportRow, second: ImportRow) -> None:
    before = _taken(clean(first), stay(1, "Ann"))
    after = _taken(clean(second), before)
    assert (after.last_active or "") >= (before.last_active or "")
    assert before.note in after.note
    for name in ("nickname", "phone", "email", "company", "handle", "invited_by", "external_id"):
        assert bool(getattr(after, name)) >= bool(getattr(before, name))


def test_languages_without_texts_are_left_alone() -> None:
    assert [language_of(word) for word in ("zh-CN", "English", "Klingon", "")] == [
        "zh", "en", "", "",
    ]  # fmt: skip
