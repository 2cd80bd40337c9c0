# SPDX-License-Identifier: MIT
"""Changing marks: moved, resized, taken hold of at a corner; and every step undone and redone."""

from dataclasses import dataclass, replace
from typing import Final

from groupdesk.domain.redaction import (
    LEAST_SIDE,
    TEXT_SIZES,
    Area,
    Arrow,
    Crop,
    Mark,
    Point,
    Size,
    Text,
)

MOST_STEPS: Final = 500


@dataclass(frozen=True, slots=True)
class Edits:
    """The marks as they are now, with what was before and what was undone."""

    marks: tuple[Mark, ...] = ()
    past: tuple[tuple[Mark, ...], ...] = ()
    future: tuple[tuple[Mark, ...], ...] = ()
    run: str = ""
    """Names what goes on: steps of one run, as many small moves of one mark, are one step."""

    def to(self, marks: tuple[Mark, ...], run: str = "") -> "Edits":
        """Return the edits with other marks; what was undone can no longer be redone."""
        if marks == self.marks:
            return self
        if run and run == self.run and self.past:
            return Edits(marks, self.past, (), run)
        return Edits(marks, (*self.past, self.marks)[-MOST_STEPS:], (), run)

    def added(self, mark: Mark) -> "Edits":
        """Return the edits with one more mark on top; a new crop takes the place of the old one."""
        kept = self.marks
        if isinstance(mark, Crop):
            kept = tuple(other for other in kept if not isinstance(other, Crop))
        return self.to((*kept, mark))

    def changed(self, at: int, mark: Mark, run: str = "") -> "Edits":
        """Return the edits with another mark at a place."""
        return self.to((*self.marks[:at], mark, *self.marks[at + 1 :]), run)

    def removed(self, at: int) -> "Edits":
        """Return the edits without the mark at a place."""
        return self.to((*self.marks[:at], *self.marks[at + 1 :]))

    def undone(self) -> "Edits":
        """Return the edits one step back; the same when there is none."""
        if not self.past:
            return self
        return Edits(self.past[-1], self.past[:-1], (self.marks, *self.future))

    def redone(self) -> "Edits":
        """Return the edits one step forward again; the same when there is none."""
        if not self.future:
            return self
        return Edits(self.future[0], (*self.past, self.marks), self.future[1:])

    def rested(self) -> "Edits":
        """Return the edits with the run ended: the next change is a step of its own."""
        return replace(self, run="")


def area_between(one: Point, other: Point, picture: Size) -> Area:
    """Return the rectangle with these corners, as much of it as lies in the picture."""
    left, right = sorted((_within(one.x, picture.width), _within(other.x, picture.width)))
    top, bottom = sorted((_within(one.y, picture.height), _within(other.y, picture.height)))
    return Area(left, top, right - left, bottom - top)


def large_enough(area: Area) -> bool:
    """Say whether an area can hide something and be taken hold of."""
    return area.width >= LEAST_SIDE and area.height >= LEAST_SIDE


def moved(mark: Mark, dx: int, dy: int, picture: Size) -> Mark:
    """Return a mark elsewhere; it stops at the edges of the picture."""
    if isinstance(mark, Text):
        return replace(mark, at=_pixel(mark.at.x + dx, mark.at.y + dy, picture))
    if isinstance(mark, Arrow):
        xs, ys = (mark.start.x, mark.end.x), (mark.start.y, mark.end.y)
        dx = max(-min(xs), min(dx, picture.width - 1 - max(xs)))
        dy = max(-min(ys), min(dy, picture.height - 1 - max(ys)))
        return replace(
            mark,
            start=Point(mark.start.x + dx, mark.start.y + dy),
            end=Point(mark.end.x + dx, mark.end.y + dy),
        )
    area = mark.area
    x = max(0, min(area.x + dx, picture.width - area.width))
    y = max(0, min(area.y + dy, picture.height - area.height))
    return replace(mark, area=Area(x, y, area.width, area.height))


def resized(mark: Mark, dx: int, dy: int, picture: Size) -> Mark:
    """Return a mark that is larger by as much at its lower right end, or at an arrow's tip."""
    handles = handles_of(mark)
    if isinstance(mark, Text):
        least, most = TEXT_SIZES
        return replace(mark, size=max(least, min(most, mark.size + (dx or dy))))
    last = handles[-1]
    return dragged(mark, len(handles) - 1, Point(last.x + dx, last.y + dy), picture)


def handles_of(mark: Mark) -> tuple[Point, ...]:
    """Return where a mark can be taken hold of: corners, an arrow's ends; words have none."""
    if isinstance(mark, Text):
        return ()
    if isinstance(mark, Arrow):
        return (mark.start, mark.end)
    area = mark.area
    return (
        Point(area.x, area.y),
        Point(area.right, area.y),
        Point(area.x, area.bottom),
        Point(area.right, area.bottom),
    )


def dragged(mark: Mark, handle: int, to: Point, picture: Size) -> Mark:
    """Return a mark of which one handle of `handles_of` was taken elsewhere."""
    if isinstance(mark, Text):
        return mark
    if isinstance(mark, Arrow):
        to = _pixel(to.x, to.y, picture)
        start, end = (to, mark.end) if handle == 0 else (mark.start, to)
        return mark if start == end else replace(mark, start=start, end=end)
    opposite = handles_of(mark)[3 - handle]
    area = area_between(opposite, to, picture)
    return replace(mark, area=area) if large_enough(area) else mark


def _within(value: int, most: int) -> int:
    return max(0, min(value, most))


def _pixel(x: int, y: int, picture: Size) -> Point:
    return Point(_within(x, picture.width - 1), _within(y, picture.height - 1))
