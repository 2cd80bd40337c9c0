# SPDX-License-Identifier: MIT
"""Pictures are read in a child; what it says is looked at again."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from groupdesk.domain.errors import CancelledError
from groupdesk.domain.machine_text import MOST_CHARACTERS
from groupdesk.services.reports.printable import report_font
from groupdesk.workers import ocr_client
from groupdesk.workers.ocr_client import each_text, engine

with_extra = pytest.mark.skipif(not engine(), reason="the extra `ocr` is not installed")
SAID = [
    "Cheap phones, message me, only today!",
    "全新手机低价出售，今天最后一天",
    "Add me: dealer_8812, call 138 0013 8000",
    "这已经是本周第三次发广告了",
]


def chat(path: Path, times: int = 1, *, dark: bool = False) -> Path:
    """Draw a chat of two languages as telephones show it."""
    font = ImageFont.truetype(report_font(), 30, index=2)
    font.set_variation_by_axes([400])
    ground, bubble, ink = ("#111", "#2c2c2c", "#e6e6e6") if dark else ("#ededed", "#fff", "#111")
    image = Image.new("RGB", (1080, 100 * times * len(SAID) + 40), ground)
    pen = ImageDraw.Draw(image)
    for at, text in enumerate(SAID * times):
        top = 30 + 100 * at
        pen.ellipse((20, top, 84, top + 64), fill="#5a8cc8")
        pen.rounded_rectangle((104, top, 144 + font.getlength(text), top + 68), 12, fill=bubble)
        pen.text((124, top + 10), text, font=font, fill=ink)
    image.save(path)
    return path


@pytest.fixture
def bad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_client, "_MODULE", "tests.workers.bad_readers")


@pytest.mark.usefixtures("bad")
def test_picture_that_kills_the_reader_spoils_only_itself(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.png" for name in ("one", "killer", "liar", "two", "silent")]
    assert list(each_text(paths)) == [
        ("read one\n广告", ""),
        ("", "text_failed"),
        ("", "text_failed"),
        ("read two\n广告", ""),
        ("", "text_failed"),
    ]


@pytest.mark.usefixtures("bad")
def test_text_hides_nothing_and_has_an_end(tmp_path: Path) -> None:
    ((text, problem),) = each_text([tmp_path / "hider.png"])
    assert problem == ""
    assert text.startswith("pay‹U+202E›us\n‹U+0000›\n‹U+3164›\nxxx")
    assert len(text) == MOST_CHARACTERS


@pytest.mark.usefixtures("bad")
def test_reading_stops_at_once(tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        list(each_text([tmp_path / "one.png"], cancelled=lambda: True))


@with_extra
def test_chats_of_both_languages_are_read(tmp_path: Path) -> None:
    Image.new("RGB", (60, 40), "white").save(tmp_path / "blank.png")
    paths = [
        chat(tmp_path / "light.png"),
        chat(tmp_path / "dark.png", dark=True),
        tmp_path / "blank.png",
        chat(tmp_path / "tall.png", 8),
    ]
    (light, _), (dark, _), blank, (tall, _) = each_text(paths)
    for said in SAID:
        assert said.replace(" ", "") in light.replace(" ", "")
        assert said.replace(" ", "") in dark.replace(" ", "")
        assert tall.replace(" ", "").count(said.replace(" ", "")) == 8
    assert blank == ("", "")
