# SPDX-License-Identifier: MIT
"""The redacted copy: its bytes hold nothing of what was hidden, and nothing beside its pixels."""

import io
import struct
import warnings
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from groupdesk.domain.errors import RefusedError, WorkStoppedError
from groupdesk.domain.redaction import (
    INK,
    Area,
    Arrow,
    Box,
    Crop,
    Frame,
    Mark,
    MarkColour,
    Pixelate,
    Point,
    Size,
    Text,
    to_json,
)
from groupdesk.services.reports.printable import report_font
from groupdesk.workers import redact, redact_client
from groupdesk.workers.images_client import inspect_image
from groupdesk.workers.redact_client import redacted_copy
from tests.helpers import clear_error
from tests.workers import pictures

FONT = report_font()
SECRET = (201, 7, 133)
SIZE = Size(120, 160)


def chat(secret: Area | None = None) -> Image.Image:
    """Return a picture in which one colour is nowhere but in the secret area, as a pattern."""
    picture = pictures.screenshot(*SIZE)
    if secret is not None:
        for y in range(secret.y, secret.bottom):
            for x in range(secret.x, secret.right):
                if (x + y) % 2:
                    picture.putpixel((x, y), SECRET)
    return picture


def colours(picture: Image.Image) -> set[tuple[int, int, int]]:
    found = picture.convert("RGB").getcolors(1_000_000)
    assert found is not None
    return {colour for _, colour in found if isinstance(colour, tuple) and len(colour) == 3}


def chunks(data: bytes) -> list[bytes]:
    """Return the names of all parts of a PNG; nothing may stand behind the last one."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    at, names = 8, []
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        names.append(data[at + 4 : at + 8])
        at += 12 + length
    assert at == len(data)
    return names


def laden(kind: str) -> bytes:
    """Return a picture whose file says much beside its pixels."""
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif[0x927C] = b"maker note"
    more: dict[str, object] = {"exif": exif, "icc_profile": b"profile" * 40}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", "Li Wei")
        text.add_itxt("Comment", "李伟")
        more |= {"pnginfo": text, "dpi": (144, 144)}
    else:
        more |= {"quality": 95, "comment": b"by Li Wei"}
    return pictures.encoded(chat(Area(10, 20, 60, 30)), kind, **more)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_bytes_of_the_copy_hold_no_hidden_pixel_and_no_metadata(tmp_path: Path, kind: str) -> None:
    original = pictures.saved(tmp_path / "original", laden(kind))
    secret, mosaic = Area(10, 20, 60, 15), Area(10, 35, 60, 15)
    marks: list[Mark] = [Box(secret), Pixelate(mosaic), Crop(Area(0, 0, 100, 120))]
    copy = redacted_copy(original, marks, SIZE, FONT, tmp_path)
    data = copy.read_bytes()
    names = chunks(data)
    assert names[0] == b"IHDR"
    assert set(names[1:-1]) == {b"IDAT"}
    assert names[-1] == b"IEND"
    for word in (b"home", b"Li Wei", b"profile", b"note", "李伟".encode()):
        assert word not in data
    with Image.open(io.BytesIO(data)) as opened:
        assert opened.info == {}
        assert not opened.getexif()
        picture = opened.convert("RGB")
    assert picture.size == (100, 120)
    box = picture.crop((secret.x, secret.y, secret.right, secret.bottom))
    assert colours(box) == {(0, 0, 0)}
    hidden = picture.crop((mosaic.x, mosaic.y, mosaic.right, mosaic.bottom))
    assert SECRET not in colours(picture)
    assert len(colours(hidden)) <= 4  # the shades of one colour
    with Image.open(original) as before:
        outside = (0, 60, 100, 120)
        assert picture.crop(outside).tobytes() == before.convert("RGB").crop(outside).tobytes()
    inspect_image(copy, tmp_path)  # it can be evidence itself


def test_what_is_cropped_away_is_gone_and_all_else_stays_pixel_by_pixel() -> None:
    picture = chat(Area(0, 0, 120, 10))
    left = redact.draw(picture.copy(), [Crop(Area(0, 10, 120, 150))], FONT)
    assert SECRET not in colours(left)
    assert left.tobytes() == picture.crop((0, 10, 120, 160)).tobytes()


def written(text: str) -> Image.Image:
    picture = Image.new("RGB", (120, 40), "#ffffff")
    font = ImageFont.truetype(FONT, 22, index=2)
    ImageDraw.Draw(picture).text((8, 4), text, fill="#101010", font=font)
    return picture


def test_who_tries_all_texts_cannot_tell_them_apart() -> None:
    texts = ["".join(letters) for letters in product("il1W8李伟", repeat=2)]
    originals = {text: written(text) for text in texts}
    assert len({picture.tobytes() for picture in originals.values()}) == len(texts)
    hidden = {
        redact.draw(picture, [Pixelate(Area(2, 2, 112, 34))], FONT).tobytes()
        for picture in originals.values()
    }
    assert len(hidden) == 1


def test_mosaic_shows_the_tone_of_what_it_hides() -> None:
    for tone in ((255, 255, 255), (149, 236, 105), (0, 0, 0)):
        picture = redact.draw(
            Image.new("RGB", (60, 60), tone), [Pixelate(Area(0, 0, 60, 60))], FONT
        )
        found = colours(picture)
        assert 1 < len(found) <= 4
        assert all(
            abs(part - near) <= 40 for one in found for part, near in zip(one, tone, strict=True)
        )


def test_marks_lie_where_they_were_drawn() -> None:
    marks: list[Mark] = [
        Frame(Area(10, 10, 40, 30), MarkColour.GREEN),
        Arrow(Point(10, 120), Point(100, 120), MarkColour.BLUE),
        Text(Point(60, 60), "李伟\n2", 14, MarkColour.RED),
    ]
    picture = redact.draw(Image.new("RGB", SIZE, "#777777"), marks, FONT)
    assert picture.getpixel((10, 10)) == picture.getpixel((49, 39)) == INK[MarkColour.GREEN]
    assert picture.getpixel((30, 25)) == (119, 119, 119)
    assert picture.getpixel((50, 40)) == (119, 119, 119)
    assert picture.getpixel((90, 120)) == INK[MarkColour.BLUE]
    assert picture.getpixel((104, 120)) == (119, 119, 119)
    plate = picture.crop((60, 60, 100, 110))
    assert {INK[MarkColour.RED], (255, 255, 255)} <= colours(plate)
    last = redact.draw(picture, [Box(Area(60, 60, 40, 50))], FONT)
    assert colours(last.crop((60, 60, 100, 110))) == {(0, 0, 0)}  # what comes last lies on top


def test_turned_picture_is_marked_as_it_is_seen(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn right to see it
    picture = Image.new("RGB", (80, 40), "white")
    picture.paste("red", (0, 0, 10, 40))
    data = pictures.encoded(picture, "PNG", exif=exif)
    original = pictures.saved(tmp_path / "turned.png", data)
    copy = redacted_copy(original, [Box(Area(0, 0, 40, 10))], Size(40, 80), FONT, tmp_path)
    with Image.open(copy) as made:
        assert made.size == (40, 80)
        assert colours(made) == {(0, 0, 0), (255, 255, 255)}  # the red edge was on top


def test_colours_behind_transparent_pixels_do_not_travel_along(tmp_path: Path) -> None:
    picture = Image.new("RGBA", SIZE, (*SECRET, 0))
    original = pictures.saved(tmp_path / "clear.png", pictures.encoded(picture, "PNG"))
    copy = redacted_copy(original, [Frame(Area(0, 0, 9, 9))], SIZE, FONT, tmp_path)
    with Image.open(copy) as made:
        assert made.mode == "RGB"
        assert SECRET not in colours(made)


def test_photograph_that_is_too_large_as_png_becomes_a_jpeg(tmp_path: Path) -> None:
    original = pictures.saved(
        tmp_path / "noise.jpg", pictures.encoded(pictures.noise(200, 200), "JPEG")
    )

    def answer(most: int) -> dict[str, object]:
        said: list[dict[str, object]] = []
        request = {
            "path": str(original),
            "out": str(tmp_path / "out"),
            "marks": to_json([Box(Area(0, 0, 80, 80))], Size(200, 200)),
            "font": str(FONT),
            "most": most,
        }
        with warnings.catch_warnings():
            redact.serve(request, said.append)
        return said[0]

    assert answer(60_000) == {"width": 200, "height": 200, "kind": "JPEG"}
    with Image.open(tmp_path / "out") as made:
        assert set(made.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert max(max(colour) for colour in colours(made.crop((0, 0, 64, 64)))) < 12
    assert answer(1_000)["kind"] == "TOO_LARGE"


def test_child_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = pictures.saved(tmp_path / "o.png", pictures.encoded(chat(), "PNG"))
    marks = [Box(Area(0, 0, 9, 9))]
    with pytest.raises((RefusedError, WorkStoppedError), match="redaction_failed") as caught:
        redacted_copy(original, marks, Size(119, 160), FONT, tmp_path)  # not its size
    clear_error(caught.value)
    broken = pictures.saved(tmp_path / "b.png", pictures.encoded(chat(), "PNG")[:200])
    with pytest.raises((RefusedError, WorkStoppedError), match="redaction_failed"):
        redacted_copy(broken, marks, SIZE, FONT, tmp_path)

    def says(kind: str) -> None:
        monkeypatch.setattr(redact_client, "run_worker", lambda *_: iter([{"kind": kind}]))

    for kind, code in (
        ("PNG", "redaction_failed"),  # and wrote nothing
        ("GIF", "redaction_failed"),
        ("TOO_LARGE", "redaction_too_large"),
    ):
        says(kind)
        with pytest.raises((RefusedError, WorkStoppedError), match=code) as caught:
            redacted_copy(original, marks, SIZE, FONT, tmp_path)
        clear_error(caught.value)
