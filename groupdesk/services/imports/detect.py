# SPDX-License-Identifier: MIT
"""Recognises a list by its bytes: kind of file, encoding, delimiter, and what cannot be read."""

import codecs
import csv
import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BufferedReader

from groupdesk.domain.errors import FileRefusedError
from groupdesk.workers.outside import kind_of

MAX_FILE_BYTES = 200_000_000
MAX_JSON_BYTES = 1_000_000_000
"""More than other files: a chat's history is read piece by piece."""
MAX_LINE = 1_000_000
"""Longest line of a text file, in characters."""
MAX_ROWS = 2_000_000

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "cp950", "windows-1252")
"""Encodings offered in the preview, as Python names them."""

_DELIMITERS = (",", ";", "\t", "|")
_BLOCK = 1 << 20
_SAMPLE = 1 << 18
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CARD = re.compile(rb"BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH_RUNS = re.compile(rb"[\x80-\xff]+")
# Pairs of GB 18030 by how common they are: GB 2312's first level and its signs; everything else.
_GB_PAIR = re.compile(
    rb"([\xa1-\xa3\xb0-\xd7][\xa1-\xfe])|[\x81-\xfe][\x40-\xfe]|[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]"
)
_BIG5_PAIR = re.compile(
    rb"([\xa4-\xc5][\x40-\x7e\xa1-\xfe]|\xc6[\x40-\x7e]|[\xa1-\xa2][\x40-\x7e\xa1-\xfe])|[\x81-\xfe][\x40-\x7e\xa1-\xfe]"
)
_LATIN = re.compile(
    rb"(?<=[A-Za-z ,;\"\t\n])[\xc0-\xd6\xd8-\xf6\xf8-\xff](?=[A-Za-z ,;\"\t\r\n.'-])"
)


class FileKind(StrEnum):
    """What a list is made of."""

    JSON = "json"
    TEXT = "text"
    VCARD = "vcard"
    ZIP_WORKBOOK = "zip_workbook"
    OLE_WORKBOOK = "ole_workbook"


@dataclass(frozen=True, slots=True)
class Survey:
    """One pass over the whole file: what it is, and what the second pass must look out for."""

    kind: FileKind
    sha256: str
    encoding: str = ""
    bom: int = 0
    has_nul: bool = False
    has_replacement: bool = False


def survey(stream: BufferedReader, name: str, encoding: str | None = None) -> Survey:
    """Read the stream once to its end, in blocks; `encoding` overrides the guess.

    Raises FileRefusedError: kinds that are no list, list_too_large, encoding_unknown,
    encoding_damaged, encoding_wrong, line_too_long.
    """
    head = stream.read(_SAMPLE)
    kind = _kind(head, name)
    if kind is not FileKind.JSON and stream.seek(0, os.SEEK_END) > MAX_FILE_BYTES:
        limit = f"{MAX_FILE_BYTES // 1_000_000} MB"
        raise FileRefusedError(name, "list_too_large", limit=limit)
    stream.seek(len(head))
    digest = hashlib.sha256(head)
    if kind in {FileKind.ZIP_WORKBOOK, FileKind.OLE_WORKBOOK, FileKind.VCARD}:
        while block := stream.read(_BLOCK):
            digest.update(block)
        return Survey(kind, digest.hexdigest())
    bom, guesses = _candidates(head, encoding)
    for guess in guesses:
        stream.seek(bom)
        try:
            has_nul, has_replacement = _decode_all(stream, guess, name, lines=kind is FileKind.TEXT)
        except UnicodeError:  # UTF-16 without its mark is no UnicodeDecodeError
            continue
        stream.seek(0)
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        return Survey(kind, sha256, guess, bom, has_nul, has_replacement)
    raise _unreadable(stream, name, encoding, guesses)


def holds_cards(head: bytes) -> bool:
    """Say whether what begins like this holds address cards (vCard); UTF-16 counts."""
    plain = head[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return _CARD.match(plain) is not None


def guess_encoding(data: bytes, name: str, wanted: str | None = None) -> str:
    """Return the encoding that reads all of `data`; `wanted` overrides the guess.

    Raises FileRefusedError: encoding_unknown, encoding_wrong.
    """
    for guess in [wanted] if wanted else ["utf-8", *_old_encodings(data)]:
        try:
            data.decode(guess)
        except UnicodeError:
            continue
        return guess
    if wanted:
        raise FileRefusedError(name, "encoding_wrong", encoding=wanted)
    raise FileRefusedError(name, "encoding_unknown")


def _kind(head: bytes, name: str) -> FileKind:
    if head.startswith(b"PK\3\4"):
        return FileKind.ZIP_WORKBOOK
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return FileKind.OLE_WORKBOOK
    kind = kind_of(head)
    if kind.image or kind.refusal in {"heic", "image_gif", "image_other_format"}:
        # A text may begin with "BM", a picture's header holds bytes that no text has.
        if kind.type_name != "BMP" or b"\0" in head[:32]:
            raise FileRefusedError(name, "list_is_image")
    elif kind.refusal in {
        "file_is_archive",
        "file_is_recording",
        "file_is_pdf",
        "file_is_web_page",
    }:
        raise FileRefusedError(
            name, "list_" + kind.refusal.removeprefix("file_"), type=kind.type_name
        )
    elif kind.refusal == "file_is_program" and b"\0" in head[:32]:
        raise FileRefusedError(name, "not_a_list")
    if holds_cards(head):
        return FileKind.VCARD
    first = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    return FileKind.JSON if first in {b"{", b"["} else FileKind.TEXT


def _candidates(head: bytes, wanted: str | None) -> tuple[int, list[str]]:
    """Return the length of the byte order mark and the encodings to try, best first."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return (len(mark), [encoding]) if wanted in {None, encoding} else (0, [str(wanted)])
    if wanted is not None:
        return 0, [wanted]
    wide = _utf16_without_mark(head)
    if wide is not None:
        return 0, [wide]
    return 0, ["utf-8", *_old_encodings(head)]


def _utf16_without_mark(head: bytes) -> str | None:
    """Tell UTF-16 by its zero bytes: line ends and delimiters have them all on one side."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    enough = len(head) // 100 + 1
    wide = None
    if odd >= enough and odd > 20 * even:
        wide = "utf-16-le"
    elif even >= enough and even > 20 * odd:
        wide = "utf-16-be"
    if wide is None:
        return None
    # a stray zero byte makes no UTF-16: there the line ends have one, too
    whole = head.decode(wide, "ignore").count("\n")
    return wide if 2 * whole >= head.count(b"\n") else None


def _old_encodings(head: bytes) -> list[str]:
    """Return the older encodings that the high bytes of the sample fit, the likeliest first."""
    runs = _HIGH_RUNS.findall(head)
    if not runs or len(_CONTROLS.findall(head)) > len(head) // 1000:
        return []
    scores = {
        "gb18030": _share_of_common(_GB_PAIR, head, "gb18030"),
        "cp950": _share_of_common(_BIG5_PAIR, head, "cp950"),
        "windows-1252": len(_LATIN.findall(head)) / sum(map(len, runs)),
    }
    # Traditional characters in GB 18030 are rare pairs: a low bar, but a bar.
    bars = {"gb18030": 0.3, "cp950": 0.6, "windows-1252": 0.6}
    fitting = [name for name in scores if scores[name] >= bars[name]]
    return sorted(fitting, key=lambda name: -scores[name])


def _share_of_common(pair: re.Pattern[bytes], head: bytes, encoding: str) -> float:
    """Return the share of common characters among all pairs, 0 where the sample does not fit."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return 0.0
    # Only pairs that begin with a high byte count; ASCII between them is skipped by the search.
    found = pair.findall(head)
    return sum(1 for common in found if common) / len(found) if found else 0.0


def _decode_all(
    stream: BufferedReader, encoding: str, name: str, *, lines: bool
) -> tuple[bool, bool]:
    """Decode to the end; say whether NUL and U+FFFD occur. Raises on the first wrong byte."""
    decoder = codecs.getincrementaldecoder(encoding)()
    has_nul = has_replacement = False
    open_line = 0
    while True:
        block = stream.read(_BLOCK)
        text = decoder.decode(block, not block)
        has_nul = has_nul or "\0" in text
        has_replacement = has_replacement or "\ufffd" in text
        last = max(text.rfind("\n"), text.rfind("\r"))
        open_line = open_line + len(text) if last < 0 else len(text) - last
        if lines and open_line > MAX_LINE:
            raise FileRefusedError(name, "line_too_long")
        if not block:
            return has_nul, has_replacement


def _unreadable(
    stream: BufferedReader, name: str, wanted: str | None, tried: Sequence[str]
) -> FileRefusedError:
    if wanted is not None:
        return FileRefusedError(name, "encoding_wrong", encoding=wanted)
    stream.seek(0)
    head = stream.read()
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        whole = len(head.decode("utf-8", "ignore").encode())
        high = sum(map(len, _HIGH_RUNS.findall(head)))
        # Nearly all of it is UTF-8: a cut-off or patched file, not another encoding.
        if high and (len(head) - whole) / high < 0.1 and tried[0] == "utf-8":
            line = head.count(b"\n", 0, error.start) + 1
            return FileRefusedError(name, "encoding_damaged", line=line)
    return FileRefusedError(name, "encoding_unknown")


def told_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter of a `sep=;` line as spreadsheets write it, "" without one."""
    first = lines[0].strip('\r\n "\ufeff') if lines else ""
    return first[4] if first[:4].lower() == "sep=" and len(first) == 5 else ""


def find_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter that cuts the lines into the most even columns, "" for one column."""
    best, best_score = "", 0.0
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            continue
        if not widths:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width), width))
        if usual < 2:
            continue
        score = widths.count(usual) / len(widths) + min(usual, 30) / 1000
        if score > best_score:
            best, best_score = delimiter, score
    return best
