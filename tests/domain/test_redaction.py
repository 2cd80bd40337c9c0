# SPDX-License-Identifier: MIT
"""Marks on a picture: what can be one, and what is refused when it is read back."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.redaction import (
    INK,
    MOST_MARKS,
    MOST_TEXT,
    Area,
    Arrow,
    Box,
    Crop,
    Frame,
    Mark,
    MarkColour,
    MarkKind,
    Pixelate,
    Point,
    Size,
    Text,
    arrow_outline,
    check_marks,
    crop_of,
    drawn_text,
    from_json,
    kind_of,
    plate_of,
    size_after,
    stroke,
    text_size,
    to_json,
    with_colour,
    without_blank,
)
from tests.helpers import clear_error

PICTURE = Size(300, 900)
MARKS: tuple[Mark, ...] = (
    Box(Area(0, 0, 300, 40)),
    Pixelate(Area(10, 50, 80, 20)),
    Frame(Area(5, 100, 200, 60), MarkColour.GREEN),
    Arrow(Point(299, 899), Point(0, 0), MarkColour.BLUE),
    Text(Point(20, 300), "第三次\nthird time", 18, MarkColour.WHITE),
    Crop(Area(0, 0, 300, 700)),
)


def refused(text: str) -> str:
    with pytest.raises(ValidationError) as caught:
        from_json(text)
    clear_error(caught.value)
    return caught.value.code


def test_marks_come_back_as_they_were_stored() -> None:
    assert from_json(to_json(MARKS, PICTURE)) == (MARKS, PICTURE)
    assert from_json(to_json((), PICTURE)) == ((), PICTURE)
    assert [kind_of(mark) for mark in MARKS] == [
        *(MarkKind.BOX, MarkKind.PIXELATE, MarkKind.FRAME),
        *(MarkKind.ARROW, MarkKind.TEXT, MarkKind.CROP),
    ]
    assert size_after(PICTURE, MARKS) == (300, 700)
    assert size_after(PICTURE, ()) == PICTURE
    assert crop_of(MARKS[:2]) is None


BOX: dict[str, object] = {"kind": "box", "area": [1, 2, 3, 4], "colour": "black"}
ARROW: dict[str, object] = {"kind": "arrow", "start": [1, 1], "end": [9, 9], "colour": "red"}
WORDS: dict[str, object] = {"kind": "text", "at": [1, 1], "text": "a", "size": 9, "colour": "red"}


def stored(mark: dict[str, object] = BOX, **changes: object) -> str:
    return json.dumps({"version": 1, "size": [300, 900], "marks": [mark | changes]})


def test_marks_that_are_written_so_are_read() -> None:
    for mark in (BOX, ARROW, WORDS):
        assert len(from_json(stored(mark))[0]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        "[" * 100_000,
        "x" * 200_001,
        '{"version":1,"size":[300,900]}',
        '{"version":2,"size":[300,900],"marks":[]}',
        '{"version":true,"size":[300,900],"marks":[]}',
        '{"version":1,"size":[300,0],"marks":[]}',
        '{"version":1,"size":[300,1e3],"marks":[]}',
        '{"version":1,"size":[300,900],"marks":{}}',
        '{"version":1,"size":[300,900],"marks":["box"]}',
        '{"version":1,"size":[300,900],"marks":[],"more":1}',
        stored(kind="eval"),
        stored(kind=["box"]),
        stored(colour="#000"),
        stored(colour={}),
        stored(area=[1, 2, 3]),
        stored(area=[1, 2, 3, True]),
        stored(area=[1, 2, 3, 4.0]),
        stored(area=[1, 2, 3, "4"]),
        stored(area=[-1, 2, 3, 4]),
        stored(area=[1, 2, 300, 4]),
        stored(area=[1, 2, 0, 4]),
        stored(area=[1, 2, 3, 10**30]),
        stored(area=[1, 899, 3, 4]),
        stored(hidden="the words under it"),
        stored(kind="pixelate"),
        stored(kind="arrow"),
        stored(kind="text"),
        '{"version":1,"size":[300,900],"marks":[{"kind":"box","area":[1,2,3,4]}]}',
        stored(ARROW, start=[1, 1], end=[1, 1]),
        stored(ARROW, end=[300, 1]),
        stored(ARROW, end=[1, 2, 3]),
        stored(WORDS, text=7),
        stored(WORDS, text=" "),
        stored(WORDS, size=401),
        stored(WORDS, at=[1, 900]),
    ],
)
def test_hostile_marks_are_refused(text: str) -> None:
    assert refused(text) == "marks_unusable"


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=8))
def test_whatever_stands_for_an_area_is_a_mark_or_refused(value: object) -> None:
    with contextlib.suppress(ValidationError):
        marks, _ = from_json(stored(area=value))
        assert check_marks(marks, PICTURE) == marks


def test_what_is_wrong_is_said() -> None:
    for marks, code in (
        ((), "marks_missing"),
        (MARKS[:1] * (MOST_MARKS + 1), "marks_too_many"),
        ((MARKS[5], MARKS[5]), "marks_unusable"),
        ((Text(Point(1, 1), "a" * (MOST_TEXT + 1), 20),), "text_too_long"),
        ((Text(Point(1, 1), "a\ud800", 20),), "text_unstorable"),
    ):
        with pytest.raises(ValidationError) as caught:
            check_marks(marks, PICTURE)
        assert (caught.value.field, caught.value.code) == ("marks", code)
        clear_error(caught.value)


def test_words_that_nobody_wrote_are_no_mark() -> None:
    blank = Text(Point(1, 1), " \u3164\n", 20)
    assert without_blank((blank, *MARKS)) == MARKS


def test_text_cannot_turn_itself_round() -> None:
    assert drawn_text("a\u202eb\tc") == "a‹U+202E›b c"


def test_lines_and_words_have_the_same_size_on_a_short_and_a_tall_chat() -> None:
    assert stroke(Size(750, 1600)) == stroke(Size(750, 46_000)) == 4
    assert text_size(Size(750, 1600)) == text_size(Size(750, 46_000)) == 31
    assert stroke(Size(20, 20)) >= 2


def test_words_can_be_read_on_their_plate() -> None:
    for colour in MarkColour:
        ink, plate = INK[colour], plate_of(colour)
        assert sum(abs(a - b) for a, b in zip(ink, plate, strict=True)) > 250


def test_colour_is_changed_where_there_is_one() -> None:
    assert with_colour(MARKS[0], MarkColour.RED) == Box(Area(0, 0, 300, 40), MarkColour.RED)
    assert with_colour(MARKS[1], MarkColour.RED) == MARKS[1]


@pytest.mark.parametrize("end", [(100, 10), (10, 100), (13, 12), (11, 10)])
def test_arrow_ends_at_its_point(end: tuple[int, int]) -> None:
    outline = arrow_outline(Arrow(Point(10, 10), Point(*end)), 4)
    assert list(outline[3]) == list(end)
    reach = max(abs(x - 10) + abs(y - 10) for x, y in outline)
    assert reach < 130
