# SPDX-License-Identifier: MIT
"""Steps of an edit undone and redone, marks moved and resized without leaving the picture."""

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.redaction import (
    Area,
    Arrow,
    Box,
    Crop,
    Frame,
    Mark,
    Pixelate,
    Point,
    Size,
    Text,
    check_marks,
)
from groupdesk.domain.redaction_edits import (
    MOST_STEPS,
    Edits,
    area_between,
    dragged,
    handles_of,
    large_enough,
    moved,
    resized,
)

PICTURE = Size(120, 400)
_points = st.builds(Point, st.integers(0, 119), st.integers(0, 399))
_areas = st.builds(area_between, _points, _points, st.just(PICTURE)).filter(large_enough)
_marks: st.SearchStrategy[Mark] = st.one_of(
    st.builds(Box, _areas),
    st.builds(Pixelate, _areas),
    st.builds(Frame, _areas),
    st.builds(Crop, _areas),
    st.builds(Arrow, _points, _points).filter(lambda arrow: arrow.start != arrow.end),
    st.builds(Text, _points, st.just("x"), st.integers(8, 400)),
)
_far = st.integers(-1000, 1000)


@given(st.lists(st.tuples(st.sampled_from("ard"), _marks), max_size=12))
def test_undoing_everything_and_redoing_it_leads_back(steps: list[tuple[str, Mark]]) -> None:
    edits = Edits()
    seen = [edits.marks]
    for kind, mark in steps:
        if kind == "a":
            edits = edits.added(mark)
        elif edits.marks and kind == "r":
            edits = edits.removed(0)
        elif edits.marks:
            edits = edits.changed(len(edits.marks) - 1, mark)
        if edits.marks != seen[-1]:
            seen.append(edits.marks)
    for before in reversed(seen[:-1]):
        edits = edits.undone()
        assert edits.marks == before
    assert edits.undone() is edits
    for after in seen[1:]:
        edits = edits.redone()
        assert edits.marks == after
    assert edits.redone() is edits


@given(_marks, _marks)
def test_new_step_ends_what_could_be_redone(first: Mark, second: Mark) -> None:
    edits = Edits().added(first).undone().added(second)
    assert edits.redone() is edits
    assert edits.undone().marks == ()


def test_many_small_moves_are_one_step() -> None:
    edits = Edits().added(Box(Area(0, 0, 10, 10)))
    for x in range(1, 5):
        edits = edits.changed(0, Box(Area(x, 0, 10, 10)), "move 0")
    assert edits.undone().marks == (Box(Area(0, 0, 10, 10)),)
    later = edits.rested().changed(0, Box(Area(9, 0, 10, 10)), "move 0")
    assert later.undone().marks == (Box(Area(4, 0, 10, 10)),)


def test_one_crop_takes_the_place_of_another() -> None:
    one, other = Crop(Area(0, 0, 50, 50)), Crop(Area(5, 5, 50, 50))
    assert Edits().added(one).added(Box(Area(0, 0, 9, 9))).added(other).marks[-1] == other
    assert sum(isinstance(mark, Crop) for mark in Edits().added(one).added(other).marks) == 1


def test_steps_are_not_kept_without_end() -> None:
    edits = Edits()
    for x in range(MOST_STEPS + 50):
        edits = edits.to((Box(Area(x, 0, 9, 9)),))
    assert len(edits.past) == MOST_STEPS


@given(_marks, _far, _far)
def test_moved_and_resized_marks_stay_in_the_picture(mark: Mark, dx: int, dy: int) -> None:
    there = moved(mark, dx, dy, PICTURE)
    assert type(there) is type(mark)
    check_marks([there], PICTURE)
    check_marks([resized(mark, dx, dy, PICTURE)], PICTURE)
    if not isinstance(mark, Arrow | Text) and not isinstance(there, Arrow | Text):
        assert there.area[2:] == mark.area[2:]


@given(_marks, st.integers(0, 3), _far, _far)
def test_handle_follows_the_pointer_as_far_as_the_picture(
    mark: Mark, handle: int, x: int, y: int
) -> None:
    if handle >= len(handles_of(mark)):
        return
    changed = dragged(mark, handle, Point(x, y), PICTURE)
    check_marks([changed], PICTURE)
    if changed != mark and 0 <= x < 120 and 0 <= y < 400:
        assert Point(x, y) in handles_of(changed)


def test_words_grow_by_their_size() -> None:
    text = Text(Point(1, 1), "x", 20)
    assert resized(text, 5, 0, PICTURE) == Text(Point(1, 1), "x", 25)
    assert resized(text, 0, -500, PICTURE) == Text(Point(1, 1), "x", 8)
    assert dragged(text, 0, Point(50, 50), PICTURE) is text
