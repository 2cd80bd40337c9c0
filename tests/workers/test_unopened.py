# SPDX-License-Identifier: MIT
"""What is kept beside the screenshots without being opened, and what never is."""

import pytest

from groupdesk.domain.errors import FileRefusedError
from groupdesk.workers.outside import kind_of
from groupdesk.workers.unopened import is_taken, is_text, may_be_kept, media_type_of

MP4 = b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41"


@pytest.mark.parametrize(
    ("head", "name", "media_type"),
    [
        (b"%PDF-1.7\n", "offer.pdf", "application/pdf"),
        (MP4, "screen.mp4", "video/mp4"),
        (b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom", "voice.m4a", "audio/mp4"),
        (b"#!AMR\n\x3c", "voice.amr", "audio/amr"),
        (b"\x02#!SILK_V3", "msg_12.silk", "audio/x-silk"),
        (b"ID3\x04\0\0", "voice.mp3", "audio/mpeg"),
        (b"\xff\xfb\x90\0", "voice.mp3", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", "voice.aac", "audio/aac"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "voice.wav", "audio/x-wav"),
        (
            b"PK\3\4\x14\0\0\0\0\0" + bytes(16) + b"\x08\0\0\0chat.txt",
            "chat.zip",
            "application/zip",
        ),
        (b"<!DOCTYPE html><html>", "聊天记录.html", "text/html"),
        ("[11/21, 15:42] 王小明: 限时优惠".encode(), "chat.txt", "text/plain"),
        ("王小明：限时优惠".encode("gb18030"), "聊天记录.txt", "text/plain"),
        ("Wang: offer".encode("utf-16"), "chat.txt", "text/plain"),
    ],
)
def test_what_chats_consist_of_is_kept(head: bytes, name: str, media_type: str) -> None:
    kind = kind_of(head)
    assert is_taken(kind, head, name)
    assert media_type_of(kind, head) == media_type


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"MZ\x90\0", "setup.exe"),
        (b"MZ\x90\0", "chat.pdf"),
        (b"\x7fELF\2", "chat"),
        (b"SQLite format 3\0", "wechat.db"),
        (b"\0\1\2\3", "chat.dat"),
        (b"GIF89a", "funny.gif"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "drawing.svg"),
    ],
)
def test_nothing_else_is_without_a_question(head: bytes, name: str) -> None:
    assert not is_taken(kind_of(head), head, name)


@pytest.mark.parametrize("head", [b"%PDF-1.7", MP4, b"not a picture", b"<html>"])
def test_what_calls_itself_a_picture_never_becomes_a_file_in_silence(head: bytes) -> None:
    for name in ("chat.png", "CHAT.JPG", "photo.heic"):
        assert not is_taken(kind_of(head), head, name)


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("image_broken", True),
        ("image_animated", True),
        ("heic", True),
        ("not_an_image", True),
        ("file_is_workbook", True),
        ("file_is_program", False),
        ("file_is_link", False),
        ("empty_file", False),
        ("file_too_large", False),
        ("image_worker_timeout", False),
    ],
)
def test_only_what_is_certain_is_kept_on_request(code: str, kept: bool) -> None:
    assert may_be_kept(FileRefusedError("a", code)) is kept


def test_a_letter_that_the_head_cuts_in_two_is_text_all_the_same() -> None:
    assert is_text("限时优惠".encode()[:-1])
    assert not is_text(b"\x89\x01\x02")
