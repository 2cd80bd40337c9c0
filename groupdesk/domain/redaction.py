# SPDX-License-Identifier: MIT
"""What is drawn on the copy of a picture: boxes, mosaics, arrows, frames, words, and a crop.

A mark is a place and a look, in pixels of the upright original, from its upper left corner. It
never holds what lies under it.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, NamedTuple

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.text import is_blank, reject_unstorable, visible

MOST_MARKS: Final = 200
MOST_TEXT: Final = 300
"""Characters of one text mark."""
MOST_JSON: Final = 200_000
LEAST_SIDE: Final = 4
"""Pixels; what is smaller hides nothing and cannot be taken hold of."""
TEXT_SIZES: Final = (8, 400)
"""Pixels from which to which the letters of a text mark may be high."""
_VERSION = 1
_LONGEST_SIDE = 100_000


class MarkKind(StrEnum):
    """The kinds of marks. Stored, so never changed."""

    BOX = "box"
    PIXELATE = "pixelate"
    ARROW = "arrow"
    FRAME = "frame"
    TEXT = "text"
    CROP = "crop"


class MarkColour(StrEnum):
    """The colours of marks. Stored, so never changed."""

    BLACK = "black"
    WHITE = "white"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"


INK: Final[Mapping[MarkColour, tuple[int, int, int]]] = {
    MarkColour.BLACK: (0, 0, 0),
    MarkColour.WHITE: (255, 255, 255),
    MarkColour.RED: (200, 30, 30),
    MarkColour.AMBER: (235, 150, 0),
    MarkColour.GREEN: (20, 130, 70),
    MarkColour.BLUE: (20, 100, 200),
}
"""Red, green and blue of each colour: in the file, so the same in every theme."""


class Point(NamedTuple):
    """A pixel."""

    x: int
    y: int


class Area(NamedTuple):
    """A rectangle of pixels; `right` and `bottom` are the first ones outside."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column that no longer belongs to it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row that no longer belongs to it."""
        return self.y + self.height


class Size(NamedTuple):
    """How large a picture is, in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle painted over: nothing of what was there is left."""

    area: Area
    colour: MarkColour = MarkColour.BLACK


@dataclass(frozen=True, slots=True)
class Pixelate:
    """A mosaic in the main colour of the rectangle; see `mosaic`."""

    area: Area


@dataclass(frozen=True, slots=True)
class Frame:
    """The edge of a rectangle; what is inside stays."""

    area: Area
    colour: MarkColour = MarkColour.RED


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one pixel to another, which it points at."""

    start: Point
    end: Point
    colour: MarkColour = MarkColour.RED


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words on a plate; `at` is the plate's upper left corner, `size` in pixels."""

    at: Point
    text: str
    size: int
    colour: MarkColour = MarkColour.RED


@dataclass(frozen=True, slots=True)
class Crop:
    """What is left of the picture; all else is cut away. At most one, whatever its place."""

    area: Area


Mark = Box | Pixelate | Frame | Arrow | Text | Crop

_KINDS: Final[Mapping[type, MarkKind]] = {
    Box: MarkKind.BOX,
    Pixelate: MarkKind.PIXELATE,
    Frame: MarkKind.FRAME,
    Arrow: MarkKind.ARROW,
    Text: MarkKind.TEXT,
    Crop: MarkKind.CROP,
}


def kind_of(mark: Mark) -> MarkKind:
    """Return which kind a mark is."""
    return _KINDS[type(mark)]


def stroke(picture: Size) -> int:
    """Return the width of lines on a picture, in pixels: as wide on a tall chat as on a short."""
    return max(2, round(min(picture.width, 2 * picture.height) / 190))


def text_size(picture: Size) -> int:
    """Return the size that text marks have unless somebody chose another."""
    least, most = TEXT_SIZES
    return min(most, max(least + 4, round(min(picture.width, 2 * picture.height) / 24)))


def plate_of(colour: MarkColour) -> tuple[int, int, int]:
    """Return the colour of the plate on which words of a colour can be read."""
    dark = colour in {MarkColour.WHITE, MarkColour.AMBER}
    return INK[MarkColour.BLACK if dark else MarkColour.WHITE]


def plate_margin(size: int) -> int:
    """Return how far the plate of a text goes beyond its letters, in pixels."""
    return max(2, size // 4)


def drawn_text(text: str) -> str:
    """Return what is drawn for a text: what hides or turns characters round is named."""
    return visible(text.replace("\t", " "))


def arrow_outline(arrow: Arrow, width: int) -> tuple[tuple[float, float], ...]:
    """Return the corners of an arrow whose line is `width` pixels wide."""
    across, down = arrow.end.x - arrow.start.x, arrow.end.y - arrow.start.y
    length = math.hypot(across, down) or 1.0
    along = (across / length, down / length)
    head = min(5.0 * width, 0.6 * length)

    def corner(back: float, aside: float) -> tuple[float, float]:
        """Go back from the tip and to one side of the line."""
        return (
            arrow.end.x - along[0] * back - along[1] * aside,
            arrow.end.y - along[1] * back + along[0] * aside,
        )

    half, wing = width / 2, head / 2
    return (
        corner(length, half),
        corner(head, half),
        corner(head, wing),
        corner(0.0, 0.0),
        corner(head, -wing),
        corner(head, -half),
        corner(length, -half),
    )


def crop_of(marks: Iterable[Mark]) -> Area | None:
    """Return what is left of the picture; None for all of it."""
    return next((mark.area for mark in marks if isinstance(mark, Crop)), None)


def size_after(picture: Size, marks: Iterable[Mark]) -> Size:
    """Return the size of the copy."""
    left = crop_of(marks)
    return picture if left is None else Size(left.width, left.height)


def without_blank(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks without words that nobody wrote."""
    return tuple(mark for mark in marks if not (isinstance(mark, Text) and is_blank(mark.text)))


# ---- checked, stored and read


def check_marks(marks: Iterable[Mark], picture: Size) -> tuple[Mark, ...]:
    """Return the marks when a copy of `picture` can be made with them.

    Raises ValidationError("marks", …): marks_missing, marks_too_many, marks_unusable,
    text_too_long, text_unstorable.
    """
    checked = tuple(marks)
    if not checked:
        raise ValidationError("marks", "marks_missing")
    if len(checked) > MOST_MARKS:
        raise ValidationError("marks", "marks_too_many", most=MOST_MARKS)
    if sum(isinstance(mark, Crop) for mark in checked) > 1:
        raise _unusable()
    for mark in checked:
        if isinstance(mark, Text):
            _check_text(mark, picture)
        elif isinstance(mark, Arrow):
            if mark.start == mark.end or not all(
                0 <= at.x < picture.width and 0 <= at.y < picture.height
                for at in (mark.start, mark.end)
            ):
                raise _unusable()
        elif not _inside(mark.area, picture):
            raise _unusable()
    return checked


def to_json(marks: Iterable[Mark], picture: Size) -> str:
    """Return the marks as they are stored, with the size of the picture they are for."""
    body = {"version": _VERSION, "size": list(picture), "marks": [_fields(mark) for mark in marks]}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> tuple[tuple[Mark, ...], Size]:
    """Return stored marks and the size of their picture; they may be none.

    Raises ValidationError("marks", "marks_unusable") for anything that `to_json` does not write,
    and what `check_marks` raises.
    """
    if len(text) > MOST_JSON:
        raise _unusable()
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        raise _unusable() from None
    if not isinstance(body, dict) or body.keys() != {"version", "size", "marks"}:
        raise _unusable()
    if type(body["version"]) is not int or body["version"] != _VERSION:
        raise _unusable()
    picture = Size(*_numbers(body["size"], 2))
    if not all(0 < side <= _LONGEST_SIDE for side in picture):
        raise _unusable()
    listed = body["marks"]
    if not isinstance(listed, list) or len(listed) > MOST_MARKS:
        raise _unusable()
    marks = tuple(_mark(item) for item in listed)
    return (check_marks(marks, picture) if marks else ()), picture


def _unusable() -> ValidationError:
    return ValidationError("marks", "marks_unusable")


def _inside(area: Area, picture: Size) -> bool:
    return (
        area.x >= 0
        and area.y >= 0
        and area.width > 0
        and area.height > 0
        and area.right <= picture.width
        and area.bottom <= picture.height
    )


def _check_text(mark: Text, picture: Size) -> None:
    reject_unstorable("marks", mark.text)
    least, most = TEXT_SIZES
    inside = 0 <= mark.at.x < picture.width and 0 <= mark.at.y < picture.height
    if not inside or not least <= mark.size <= most or is_blank(mark.text):
        raise _unusable()
    if len(mark.text) > MOST_TEXT:
        raise ValidationError("marks", "text_too_long", limit=MOST_TEXT, length=len(mark.text))


def _fields(mark: Mark) -> dict[str, Any]:
    fields: dict[str, Any] = {"kind": kind_of(mark).value}
    if isinstance(mark, Text):
        fields |= {"at": list(mark.at), "text": mark.text, "size": mark.size}
    elif isinstance(mark, Arrow):
        fields |= {"start": list(mark.start), "end": list(mark.end)}
    else:
        fields["area"] = list(mark.area)
    if not isinstance(mark, Pixelate | Crop):
        fields["colour"] = mark.colour.value
    return fields


def _mark(item: object) -> Mark:
    if not isinstance(item, dict):
        raise _unusable()
    fields = dict(item)
    try:
        kind = MarkKind(fields.pop("kind", ""))
        colour = MarkColour(fields.pop("colour", MarkColour.BLACK.value))
    except (ValueError, TypeError):
        raise _unusable() from None
    if (kind in {MarkKind.PIXELATE, MarkKind.CROP}) == ("colour" in item):
        raise _unusable()
    names = _FIELD_NAMES.get(kind, {"area"})
    if fields.keys() != names:
        raise _unusable()
    if kind is MarkKind.TEXT:
        text, (size,) = fields["text"], _numbers([fields["size"]], 1)
        if not isinstance(text, str):
            raise _unusable()
        return Text(Point(*_numbers(fields["at"], 2)), text, size, colour)
    if kind is MarkKind.ARROW:
        start, end = (Point(*_numbers(fields[name], 2)) for name in ("start", "end"))
        return Arrow(start, end, colour)
    area = Area(*_numbers(fields["area"], 4))
    if kind is MarkKind.BOX:
        return Box(area, colour)
    if kind is MarkKind.FRAME:
        return Frame(area, colour)
    return Pixelate(area) if kind is MarkKind.PIXELATE else Crop(area)


_FIELD_NAMES: Final[Mapping[MarkKind, set[str]]] = {
    MarkKind.TEXT: {"at", "text", "size"},
    MarkKind.ARROW: {"start", "end"},
}


def _numbers(value: object, count: int) -> list[int]:
    """Return whole numbers that are numbers: JSON's true is none here."""
    if not isinstance(value, list) or len(value) != count:
        raise _unusable()
    if not all(type(one) is int and abs(one) <= _LONGEST_SIDE for one in value):
        raise _unusable()
    return value


def with_colour(mark: Mark, colour: MarkColour) -> Mark:
    """Return a mark in another colour; a mosaic and a crop have none."""
    return mark if isinstance(mark, Pixelate | Crop) else replace(mark, colour=colour)
