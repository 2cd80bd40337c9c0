# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QImage

from groupdesk.ui.incoming_pictures import holds_text, offers_pictures, read_mime
from tests.ui.desks import png


def test_bytes_of_a_picture_are_taken_as_they_are() -> None:
    mime = QMimeData()
    mime.setData("image/jpeg", QByteArray(b"\xff\xd8 not decoded here"))
    found = read_mime(mime)
    assert found.encoded() == b"\xff\xd8 not decoded here"
    assert found.ending == "jpg"


def test_bitmap_becomes_png_of_the_same_picture() -> None:
    mime = QMimeData()
    mime.setImageData(QImage.fromData(png("blue", 7, 9)))
    again = QImage.fromData(read_mime(mime).encoded())
    assert again == QImage.fromData(png("blue", 7, 9)).convertToFormat(again.format())


def test_files_come_before_a_picture_of_them() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/chats/a.png"), QUrl.fromLocalFile("/chats/b.png")])
    mime.setImageData(QImage.fromData(png()))
    assert read_mime(mime).paths == (Path("/chats/a.png"), Path("/chats/b.png"))


@pytest.mark.parametrize("mime", [None, QMimeData()])
def test_nothing_is_nothing(mime: QMimeData | None) -> None:
    assert not read_mime(mime)
    assert not offers_pictures(mime)
    assert not holds_text(mime)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("/chats/a.png", False), ("file:///chats/a.png\n", False), ("see /chats/a.png", True)],
)
def test_paths_beside_files_are_no_text(text: str, wanted: bool) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/chats/a.png")])
    mime.setText(text)
    assert holds_text(mime) is wanted
