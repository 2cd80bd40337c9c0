# SPDX-License-Identifier: MIT
"""Files from outside as the parent sees them: opened once, safely, and named by their content."""

import errno
import os
import re
import stat
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from groupdesk.domain.errors import FileRefusedError

NAME_LENGTH = 120
"""Longest file name that is kept for display, in characters."""

_HEAD = 4096
_BIDI = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))

_ZIP = b"PK\3\4"
# Office documents are packed files. Beginning of a name in them -> code of the refusal.
_PACKED = {
    b"xl/": "file_is_workbook",
    b"word/": "file_is_text_document",
    b"ppt/": "file_is_presentation",
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "file_is_workbook",
    b"mimetypeapplication/vnd.oasis.opendocument.text": "file_is_text_document",
    b"mimetypeapplication/vnd.oasis.opendocument.presentation": "file_is_presentation",
    b"[Content_Types].xml": "file_is_document",
    b"docProps/": "file_is_document",
}
_NAME_AT = 30  # bytes into the head of an entry

# First bytes -> (code of the refusal, name of the format); ISO media files are told apart below.
_KNOWN: tuple[tuple[bytes, str, str], ...] = (
    (b"GIF87a", "image_gif", "GIF"),
    (b"GIF89a", "image_gif", "GIF"),
    (b"%PDF-", "file_is_pdf", "PDF"),
    (b"BM", "image_other_format", "BMP"),
    (b"II*\0", "image_other_format", "TIFF"),
    (b"MM\0*", "image_other_format", "TIFF"),
    (b"\0\0\1\0", "image_other_format", "ICO"),
    (b"8BPS", "image_other_format", "PSD"),
    (b"\xff\x0a", "image_other_format", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "image_other_format", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "image_other_format", "JPEG 2000"),
    (b"Rar!", "file_is_archive", "RAR"),
    (b"7z\xbc\xaf", "file_is_archive", "7z"),
    (b"\x1f\x8b", "file_is_archive", "gzip"),
    (b"\xd0\xcf\x11\xe0", "file_is_document", "Office"),
    (b"\x1aE\xdf\xa3", "file_is_recording", "Matroska"),
    (b"ID3", "file_is_recording", "MP3"),
    (b"OggS", "file_is_recording", "Ogg"),
    (b"#!AMR", "file_is_recording", "AMR"),
    (b"fLaC", "file_is_recording", "FLAC"),
    *((start, "file_is_recording", "MP3") for start in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    *((start, "file_is_recording", "AAC") for start in (b"\xff\xf1", b"\xff\xf9")),
    (b"\x02#!SILK", "file_is_recording", "SILK"),
    (b"MZ", "file_is_program", "EXE"),
    (b"\x7fELF", "file_is_program", "ELF"),
    (b"SQLite format 3\0", "not_an_image", ""),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What the first bytes say: an accepted image format, or the code of the refusal."""

    image: str = ""
    refusal: str = ""
    type_name: str = ""


def display_name(name: str) -> str:
    """Return the last part of a supplied name, fit to be shown; it never becomes a path.

    Control and direction characters are dropped, since a right-to-left override can make a
    program look like a picture.
    """
    last = re.split(r"[/\\]", name)[-1]
    clean = "".join(
        c for c in last.translate(_BIDI) if unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"}
    )
    clean = unicodedata.normalize("NFC", clean).strip()
    if len(clean) > NAME_LENGTH:
        stem, dot, ending = clean.rpartition(".")
        ending = dot + ending if dot and len(ending) <= 10 else ""
        clean = (stem if ending else clean)[: NAME_LENGTH - len(ending) - 1] + "…" + ending
    return clean


def open_regular(path: Path, largest: int) -> int:
    """Open a regular, non-empty file of at most `largest` bytes and return its descriptor.

    Never follows a link and never waits for a pipe. Raises FileRefusedError with file_missing,
    file_is_link, file_is_folder, file_not_regular, file_unreadable, empty_file, file_too_large.
    """
    name = display_name(path.name) or display_name(str(path))
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        if path.is_symlink():
            raise FileRefusedError(name, "file_is_link")
        if path.is_dir():
            raise FileRefusedError(name, "file_is_folder")
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise FileRefusedError(name, _open_refusal(error)) from error
    state = os.fstat(descriptor)
    refusal = ""
    if not stat.S_ISREG(state.st_mode):
        refusal = "file_not_regular"
    elif state.st_size == 0:
        refusal = "empty_file"
    elif state.st_size > largest:
        refusal = "file_too_large"
    if refusal:
        os.close(descriptor)
        raise FileRefusedError(name, refusal, limit=f"{largest // 1_000_000} MB")
    return descriptor


def _open_refusal(error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    if number in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}:
        return "file_missing"
    if number == errno.ELOOP:
        return "file_is_link"
    if number in {errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP}:
        return "file_not_regular"
    return "file_unreadable"


def kind_of(head: bytes) -> Kind:
    """Say what a file is from its first bytes, whatever its name says."""
    for magic, image in ((b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG")):
        if head.startswith(magic):
            return Kind(image=image)
    if head.startswith(b"RIFF"):
        return _riff_kind(head[8:12])
    if head[4:8] == b"ftyp":
        return _iso_media(head[8:64])
    if head.startswith(_ZIP):
        return _packed_kind(head)
    for magic, code, name in _KNOWN:
        if head.startswith(magic):
            return Kind(refusal=code, type_name=name)
    return _text_kind(head[:_HEAD])


def _riff_kind(form: bytes) -> Kind:
    if form == b"WEBP":
        return Kind(image="WEBP")
    return Kind(refusal="file_is_recording", type_name=form.decode("latin-1").strip())


def _packed_kind(head: bytes) -> Kind:
    """Tell a document from other packed files by the names of its first entries."""
    starts = [found.start() + _NAME_AT for found in re.finditer(re.escape(_ZIP), head)]
    for beginning, code in _PACKED.items():
        if any(head.startswith(beginning, start) for start in starts):
            return Kind(refusal=code, type_name="Office")
    return Kind(refusal="file_is_archive", type_name="ZIP")


def _iso_media(brands: bytes) -> Kind:
    if re.search(rb"avif|avis", brands):
        return Kind(refusal="image_other_format", type_name="AVIF")
    if re.search(rb"hei[cxms]|hev[cxms]|mif1|msf1", brands):
        return Kind(refusal="heic", type_name="HEIC")
    return Kind(refusal="file_is_recording", type_name="M4A" if b"M4A" in brands else "MP4")


def _text_kind(head: bytes) -> Kind:
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"<svg" in text:
        return Kind(refusal="svg", type_name="SVG")
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta")):
        return Kind(refusal="file_is_web_page", type_name="HTML")
    return Kind(refusal="not_an_image")


def dimensions(data: bytes) -> tuple[int, int] | None:
    """Return width and height that a PNG or baseline JPEG states, None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    at = 2
    while data.startswith(b"\xff\xd8") and at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if marker in {0xC0, 0xC1, 0xC2}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
