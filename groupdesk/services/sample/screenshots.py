# SPDX-License-Identifier: MIT
"""Draws the screenshots of the sample: chats and member lists as telephones and desktops show them.

Imported only while a sample is being made; Pillow is not loaded at program start.
"""

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from groupdesk.services.reports.printable import report_font

_SIMPLIFIED = 2  # the collection's font with the shapes used in mainland China
_AVATARS = ("#0f6cbd", "#7a5af8", "#c2552d", "#1f7a4d", "#b42318", "#5b6577", "#9a6700", "#0e7c86")


@dataclass(frozen=True, slots=True)
class ChatLine:
    """One message of a chat; `own` ones were written by the person who took the picture."""

    author: str
    text: str
    time: str = ""
    own: bool = False


def draw_chat(title: str, lines: Sequence[ChatLine], clock: str, *, desktop: bool) -> bytes:
    """Return a PNG of the chat, as on a telephone, or as in a window with names on the left."""
    return _png(_draw_desktop(title, lines) if desktop else _draw_phone(title, lines, clock))


def draw_activity(
    title: str, heads: tuple[str, str], rows: Sequence[tuple[str, str, bool]], clock: str
) -> bytes:
    """Return a PNG of a member list with last activity; rows marked True stand out."""
    width, row_height, top = 750, 92, 232
    image = Image.new("RGB", (width, top + row_height * len(rows) + 30), "#ffffff")
    draw = ImageDraw.Draw(image)
    _status_bar(draw, width, title, clock)
    for x, head in ((40, heads[0]), (470, heads[1])):
        draw.text((x, 182), head, fill="#8a8f98", font=_font(24))
    for number, (name, active, marked) in enumerate(rows):
        y = top + number * row_height
        if marked:
            draw.rectangle((0, y, width, y + row_height), fill="#fff6e0")
        draw.line((40, y, width, y), fill="#e6e8eb")
        _avatar(draw, name, 40, y + 16, 60)
        draw.text((120, y + 28), _cut(name, 30, 330), fill="#1b1f24", font=_font(30))
        draw.text((470, y + 32), active, fill="#a15c00" if marked else "#5b6577", font=_font(26))
    return _png(image)


def _draw_phone(title: str, lines: Sequence[ChatLine], clock: str) -> Image.Image:
    width, margin, widest = 750, 24, 430
    wrapped = [_wrapped(line.text, 30, widest) for line in lines]
    heights = [
        len(rows) * 42 + 44 + (0 if line.own else 34)
        for line, rows in zip(lines, wrapped, strict=True)
    ]
    stamps = [bool(line.time) for line in lines]
    bottom = 190 + sum(heights) + 26 * len(lines) + 60 * sum(stamps)
    image = Image.new("RGB", (width, bottom + 130), "#ededed")
    draw = ImageDraw.Draw(image)
    _status_bar(draw, width, title, clock)
    y = 190
    for line, rows, stamp in zip(lines, wrapped, stamps, strict=True):
        if stamp:
            font = _font(24)
            draw.text(
                ((width - font.getlength(line.time)) / 2, y), line.time, fill="#9a9a9a", font=font
            )
            y += 60
        wide = max(_font(30).getlength(row) for row in rows) + 44
        if line.own:
            _avatar(draw, line.author, width - margin - 76, y, 76)
            left, box_top, fill = width - margin - 98 - wide, y, "#95ec69"
        else:
            _avatar(draw, line.author, margin, y, 76)
            draw.text(
                (margin + 98, y - 4), _cut(line.author, 23, 420), fill="#8a8f98", font=_font(23)
            )
            left, box_top, fill = margin + 98, y + 34, "#ffffff"
        box_bottom = box_top + len(rows) * 42 + 36
        draw.rounded_rectangle((left, box_top, left + wide, box_bottom), 10, fill=fill)
        for number, row in enumerate(rows):
            draw.text((left + 22, box_top + 14 + number * 42), row, fill="#161616", font=_font(30))
        y = box_bottom + 34
    draw.rectangle((0, image.height - 104, width, image.height), fill="#f7f7f7")
    draw.rounded_rectangle(
        (96, image.height - 84, width - 180, image.height - 22), 8, fill="#ffffff"
    )
    for x in (50, width - 132, width - 54):
        middle = image.height - 53
        draw.ellipse((x - 24, middle - 24, x + 24, middle + 24), outline="#3c3c3c", width=3)
    return image


def _draw_desktop(title: str, lines: Sequence[ChatLine]) -> Image.Image:
    width, widest = 980, 820
    wrapped = [_wrapped(line.text, 26, widest) for line in lines]
    height = 124 + sum(len(rows) * 38 + 70 for rows in wrapped)
    image = Image.new("RGB", (width, height + 110), "#ffffff")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, 84), fill="#ffffff")
    draw.text(
        (32, 22), f"#  {title.lower().replace(' ', '-')}", fill="#1d1c1d", font=_font(30, 700)
    )
    draw.line((0, 84, width, 84), fill="#dddddd")
    y = 112
    for line, rows in zip(lines, wrapped, strict=True):
        _avatar(draw, line.author, 32, y + 2, 60)
        name = _font(26, 700)
        draw.text((112, y - 6), line.author, fill="#1d1c1d", font=name)
        draw.text((126 + name.getlength(line.author), y), line.time, fill="#77757a", font=_font(20))
        for number, row in enumerate(rows):
            draw.text((112, y + 30 + number * 38), row, fill="#1d1c1d", font=_font(26))
        y += len(rows) * 38 + 70
    draw.rounded_rectangle((32, y, width - 32, y + 70), 10, outline="#bbbbbb", width=2)
    draw.text((56, y + 14), "Message", fill="#9a9a9a", font=_font(26))
    return image


def _status_bar(draw: ImageDraw.ImageDraw, width: int, title: str, clock: str) -> None:
    draw.rectangle((0, 0, width, 160), fill="#f7f7f7")
    draw.text((40, 12), clock, fill="#161616", font=_font(26, 600))
    draw.rounded_rectangle((width - 92, 20, width - 44, 44), 5, outline="#161616", width=2)
    draw.rectangle((width - 88, 24, width - 60, 40), fill="#161616")
    draw.line(((34, 108), (20, 94), (34, 80)), fill="#161616", width=4)
    font = _font(32, 600)
    shown = _cut(title, 32, 560)
    draw.text(((width - font.getlength(shown)) / 2, 70), shown, fill="#161616", font=font)
    draw.line((0, 160, width, 160), fill="#dcdcdc")


def _avatar(draw: ImageDraw.ImageDraw, name: str, x: int, y: int, size: int) -> None:
    colour = _AVATARS[random.Random(name).randrange(len(_AVATARS))]  # noqa: S311  # a colour
    draw.rounded_rectangle((x, y, x + size, y + size), 8, fill=colour)
    font = _font(size // 2, 500)
    letter = name[:1].upper()
    draw.text(
        (x + (size - font.getlength(letter)) / 2, y + size * 0.14),
        letter,
        fill="#ffffff",
        font=font,
    )


def _wrapped(text: str, size: int, widest: float) -> list[str]:
    """Break a text into lines: between words, and anywhere in Chinese."""
    font = _font(size)
    rows, row = [], ""
    for word in _words(text):
        if row and font.getlength(row + word.rstrip()) > widest:
            rows.append(row.rstrip())
            row = word.lstrip()
        else:
            row += word
    return [*rows, row]


def _words(text: str) -> list[str]:
    words = [""]
    for character in text:
        if ord(character) > 0x2E80 and character not in "，。！？：；、）”…～":
            words.append(character)
            words.append("")
        else:
            words[-1] += character
            if character == " ":
                words.append("")
    merged: list[str] = []
    for word in filter(None, words):
        if merged and word[0] in "，。！？：；、）”…～":
            merged[-1] += word  # no line begins with a closing mark
        else:
            merged.append(word)
    return merged


def _cut(text: str, size: int, widest: float) -> str:
    font = _font(size)
    if font.getlength(text) <= widest:
        return text
    while text and font.getlength(text + "…") > widest:
        text = text[:-1]
    return text + "…"


@cache
def _font(size: int, weight: int = 400) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(report_font()), size, index=_SIMPLIFIED)
    font.set_variation_by_axes([weight])
    return font


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)  # a tenth larger, made in two thirds of the time
    return buffer.getvalue()
