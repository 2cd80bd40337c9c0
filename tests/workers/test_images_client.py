# SPDX-License-Identifier: MIT
"""Pictures from outside: good ones give two clean copies, bad ones one precise reason."""

import io
import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from PIL import Image

from groupdesk.domain.errors import CancelledError, FileRefusedError
from groupdesk.words import Words
from groupdesk.workers import images_client, runner
from groupdesk.workers.images_client import ImageReport, inspect_image, inspect_images
from groupdesk.workers.runner import Limits
from tests.workers import pictures
from tests.workers.processes import Patience, alive

OFFICE = ("[Content_Types].xml", "_rels/.rels")
OPEN = b"application/vnd.oasis.opendocument."


def packed(*entries: str, text: bytes = b"<x/>") -> bytes:
    """Return a packed file with entries of these names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in entries:
            archive.writestr(name, text)
    return data.getvalue()


def workbook() -> bytes:
    """Return a workbook as a program writes it."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        book.add_worksheet("members").write_row(0, 0, ["李伟", 138])
    return data.getvalue()


def refusal(path: Path, out: Path) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as caught:
        inspect_image(path, out)
    for language in ("en", "zh"):
        sentence = Words(language)("error." + caught.value.code, **caught.value.values)
        assert "{" not in sentence
        assert caught.value.name in sentence
    return caught.value


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_screenshot_gets_a_display_copy_and_a_thumbnail(tmp_path: Path, kind: str) -> None:
    source = pictures.saved(tmp_path / "photo.txt", pictures.encoded(pictures.screenshot(), kind))
    report = inspect_image(source, tmp_path)
    assert (report.width, report.height, report.format) == (360, 640, kind)
    with Image.open(report.display_path) as display, Image.open(report.thumbnail_path) as small:
        assert display.size == (360, 640)
        assert small.size == (180, 320)
        assert small.format == "JPEG"


def test_the_copies_are_upright_and_carry_no_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn right to see it
    exif[0x010E] = "secret place"
    picture = Image.new("RGB", (200, 100), "white")
    picture.paste("red", (0, 0, 20, 100))
    data = pictures.encoded(picture, "JPEG", exif=exif, icc_profile=b"x" * 200, quality=95)
    report = inspect_image(pictures.saved(tmp_path / "a.jpg", data), tmp_path)
    assert (report.width, report.height) == (100, 200)
    with Image.open(report.display_path) as display:
        assert display.size == (100, 200)
        assert not display.getexif()
        assert "icc_profile" not in display.info
        top = display.convert("RGB").getpixel((50, 5))
        assert isinstance(top, tuple)
        assert top[0] > 200  # the red edge is on top now
        assert top[1] < 60
    assert b"secret" not in report.display_path.read_bytes()


def test_transparency_becomes_white(tmp_path: Path) -> None:
    data = pictures.encoded(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG")
    report = inspect_image(pictures.saved(tmp_path / "a.png", data), tmp_path)
    with Image.open(report.display_path) as display:
        assert display.convert("RGB").getpixel((25, 25)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_every_colour_mode_can_be_shown(tmp_path: Path, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = (
        Image.new("I;16", (40, 30), 0x9999)
        if mode == "I;16"
        else Image.new("RGB", (40, 30), "#999999").convert(mode)
    )
    source = pictures.saved(tmp_path / "a", pictures.encoded(picture, kind))
    report = inspect_image(source, tmp_path)
    with Image.open(report.display_path) as display:
        assert display.size == (40, 30)
        if mode != "1":
            grey = display.convert("L").getpixel((20, 15))
            assert isinstance(grey, int | float)
            assert 150 < grey < 156


def test_a_large_photo_shrinks_and_a_scrolled_chat_stays_legible(tmp_path: Path) -> None:
    photo = pictures.saved(tmp_path / "p.jpg", pictures.encoded(pictures.noise(3000, 2000), "JPEG"))
    chat = pictures.encoded(pictures.screenshot(1080, 15_000), "PNG")
    report = inspect_image(photo, tmp_path)
    with Image.open(report.display_path) as display:
        assert display.size == (1600, 1067)
    report = inspect_image(pictures.saved(tmp_path / "chat.png", chat), tmp_path)
    with Image.open(report.display_path) as display, Image.open(report.thumbnail_path) as small:
        assert display.width > 800
        assert small.size == (160, 320)


def test_flat_pictures_stay_sharp_and_small(tmp_path: Path) -> None:
    flat = pictures.saved(
        tmp_path / "a.png", pictures.encoded(Image.new("RGB", (300, 300), "#eee"), "PNG")
    )
    busy = pictures.saved(tmp_path / "b.png", pictures.encoded(pictures.noise(300, 300), "PNG"))
    assert inspect_image(flat, tmp_path).display_path.suffix == ".png"
    assert inspect_image(busy, tmp_path).display_path.suffix == ".jpg"


def test_what_hangs_behind_a_picture_does_not_reach_the_copies(tmp_path: Path) -> None:
    data = pictures.encoded(pictures.screenshot(), "PNG") + b"<script>alert(1)</script>PK\3\4"
    report = inspect_image(pictures.saved(tmp_path / "a.png", data), tmp_path)
    assert b"script" not in report.display_path.read_bytes()


JPEG = pictures.encoded(pictures.noise(400, 300), "JPEG")
PNG = pictures.encoded(pictures.noise(200, 150), "PNG")
WEBP = pictures.encoded(pictures.noise(200, 150), "WEBP")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"hello", "not_an_image"),
        (b"\0" * 5000, "not_an_image"),
        (JPEG[: len(JPEG) * 6 // 10], "image_truncated"),
        (PNG[: len(PNG) * 6 // 10], "image_truncated"),
        (JPEG[:30], "image_broken"),
        (PNG[:20], "image_truncated"),
        (WEBP[: len(WEBP) // 2], "image_truncated"),
        (WEBP[:-1], "image_truncated"),
        (PNG[:-1], "image_truncated"),
        (JPEG[:-1], "image_truncated"),
        (WEBP[:40] + b"\xff" * (len(WEBP) - 40), "image_broken"),
        (PNG[:60] + b"\xff" + PNG[61:], "image_broken"),
        (pictures.bomb_png(50_000, 50_000), "image_too_large_pixels"),
        (pictures.bomb_png(9_000, 8_889), "image_too_large_pixels"),
        (pictures.bomb_png(8_000, 9_000), "image_truncated"),
        (pictures.animation("PNG"), "image_animated"),
        (pictures.animation("WEBP"), "image_animated"),
        (pictures.animation("GIF"), "image_gif"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "svg"),
        (b"\xef\xbb\xbf  <SVG/>", "svg"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "image_other_format"),
        (b"\0\0\0\x18ftypisom\0\0\0\0", "file_is_recording"),
        (b"%PDF-1.7", "file_is_pdf"),
        (b"PK\3\4" + b"\0" * 50, "file_is_archive"),
        (workbook(), "file_is_workbook"),
        (packed("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), "file_is_workbook"),
        (packed(*OFFICE, "word/document.xml"), "file_is_text_document"),
        (packed(*OFFICE, "ppt/presentation.xml"), "file_is_presentation"),
        (packed(*OFFICE, "visio/document.xml"), "file_is_document"),
        (packed("mimetype", text=OPEN + b"spreadsheet"), "file_is_workbook"),
        (packed("mimetype", text=OPEN + b"text"), "file_is_text_document"),
        (packed("chat.png", "xl.png", text=b"xl/ word/"), "file_is_archive"),
        (b"MZ" + b"\0" * 100, "file_is_program"),
        (b"<!DOCTYPE html><p>", "file_is_web_page"),
        (b"RIFF\0\0\0\0WAVEfmt ", "file_is_recording"),
        (b"BM" + b"\0" * 60, "image_other_format"),
    ],
)
def test_each_bad_picture_has_its_reason(tmp_path: Path, data: bytes, code: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    source = pictures.saved(tmp_path / "shot.png", data)
    assert refusal(source, out).code == code
    assert list(out.iterdir()) == []


def test_a_file_over_25_mb_is_refused_unread(tmp_path: Path) -> None:
    source = tmp_path / "huge.png"
    with source.open("wb") as stream:
        stream.write(PNG[:100])
        stream.truncate(25_000_001)
    assert refusal(source, tmp_path).code == "file_too_large"


@pytest.mark.skipif(os.name != "posix", reason="pipes and links of POSIX")
def test_what_is_no_plain_file_is_left_alone(tmp_path: Path) -> None:
    real = pictures.saved(tmp_path / "real.png", PNG)
    (tmp_path / "link.png").symlink_to(real)
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    found = {
        name: refusal(tmp_path / name, tmp_path).code
        for name in ("link.png", "pipe.png", "folder.png", "missing.png", "x" * 300)
    }
    assert found == {
        "link.png": "file_is_link",
        "pipe.png": "file_not_regular",
        "folder.png": "file_is_folder",
        "missing.png": "file_missing",
        "x" * 300: "file_missing",
    }
    assert refusal(Path("/dev/null"), tmp_path).code == "file_not_regular"


def test_one_bad_file_of_many_spoils_only_itself(tmp_path: Path) -> None:
    good = pictures.saved(tmp_path / "good.png", pictures.encoded(pictures.screenshot(), "PNG"))
    bad = pictures.saved(tmp_path / "bad.jpg", JPEG[:3000])
    results = inspect_images([good, bad, tmp_path, good], tmp_path)
    assert [getattr(result, "code", "good") for result in results] == [
        "good",
        "image_truncated",
        "file_is_folder",
        "good",
    ]


@pytest.mark.skipif(os.name != "posix", reason="memory is not limited elsewhere")
def test_after_a_crash_the_rest_goes_on_in_a_new_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images_client, "_MODULE", "tests.workers.crashing_images")
    good = pictures.saved(tmp_path / "good.png", PNG)
    killer = pictures.saved(tmp_path / "killer.png", PNG)
    hanger = pictures.saved(tmp_path / "hanger.png", PNG)
    liar = pictures.saved(tmp_path / "liar.png", PNG)
    clock = Patience(lambda: any(alive(int(p.name[6:])) for p in tmp_path.glob("hangs-*")))
    monkeypatch.setattr(runner, "time", clock)  # only the one that hangs takes any time
    limits = Limits(wall_seconds=10, message_mb=1, each_message=True)
    monkeypatch.setattr(images_client, "_LIMITS", limits)
    results = inspect_images([good, killer, good, hanger, liar, good], tmp_path)
    assert [getattr(result, "code", "good") for result in results] == [
        "good",
        "image_worker_failed",
        "good",
        "image_worker_timeout",
        "image_worker_failed",
        "good",
    ]


def test_a_cancelled_check_stops(tmp_path: Path) -> None:
    good = pictures.saved(tmp_path / "good.png", PNG)
    with pytest.raises(CancelledError):
        inspect_images([good], tmp_path, cancelled=lambda: True)


def test_the_parent_never_loads_the_decoders() -> None:
    code = (
        "import sys, groupdesk.workers.images_client, groupdesk.services.imports.read; "
        "sys.exit(bool({'PIL', 'python_calamine'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_jpeg_with_a_second_picture_is_a_still_picture(tmp_path: Path) -> None:
    target = io.BytesIO()
    pictures.screenshot().save(
        target, "MPO", save_all=True, append_images=[pictures.screenshot(seed=9)]
    )
    report = inspect_image(pictures.saved(tmp_path / "phone.jpg", target.getvalue()), tmp_path)
    assert isinstance(report, ImageReport)
    assert report.format == "JPEG"


def test_a_lying_header_is_caught_by_the_decoder(tmp_path: Path) -> None:
    data = bytearray(PNG)
    data[16:24] = struct.pack(">II", 4000, 4000)  # the checksum no longer fits
    assert refusal(pictures.saved(tmp_path / "a.png", bytes(data)), tmp_path).code in {
        "image_broken",
        "image_truncated",
    }
