# SPDX-License-Identifier: MIT
"""Address cards (vCard 2.1, 3.0 and 4.0): several people in one file, as phones write them.

Lines are joined as bytes, since a fold may stand inside a character; a card that is cut off costs
that card, not the file. Pictures, sounds and keys are passed over.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import ImportField
from groupdesk.services.imports.detect import MAX_LINE, guess_encoding

F = ImportField

_PLACES = (F.NAME, F.NICKNAME, F.PHONE, F.EMAIL, F.COMPANY, F.TAGS, F.NOTE, F.LANGUAGE)
FIELDS = {f: [at] for at, f in enumerate(_PLACES)}
"""Place of each field in the rows of `Cards`."""

_KEPT = frozenset(
    {
        *("FN", "N", "NICKNAME", "ORG", "TEL", "EMAIL", "NOTE", "CATEGORIES", "LANG"),
        *("VERSION", "BEGIN", "END", "AGENT", "KIND", "X-ADDRESSBOOKSERVER-KIND"),
    }
)
_EASTERN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_PARTS = re.compile(r"((?:[^\\;]|\\.)*)(?:;|$)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(slots=True)
class Cards:
    """People as rows of text; `lines` are those where their cards begin."""

    lines: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    broken: list[tuple[int, str, str]] = field(default_factory=list)
    """Line, code and name of the cards that could not be read."""
    groups: int = 0
    """Cards that stand for a group or an organisation, no person."""
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    parameters: str
    value: bytes

    @property
    def quoted(self) -> bool:
        return "QUOTED-PRINTABLE" in self.parameters

    @property
    def charset(self) -> str:
        found = re.search(r"CHARSET=\"?([\w.:-]+)", self.parameters)
        return found[1] if found else ""


def read(stream: BinaryIO, name: str, encoding: str | None = None) -> Cards:
    """Read all cards; `encoding` overrides the guess for what names no charset of its own.

    Raises FileRefusedError: encoding_unknown, encoding_wrong, line_too_long.
    """
    cards = Cards()
    found = list(_cards(_unfolded(_narrow(stream, name), name), cards))
    said = [one.value for _line, card in found for one in card if not (one.charset or one.quoted)]
    cards.encoding = guess_encoding(b"\n".join(said), name, encoding)
    for line, card in found:
        try:
            texts = [(one, _decoded(one, cards.encoding)) for one in card]
        except (UnicodeDecodeError, LookupError):
            cards.broken.append((line, "card_charset", _shown(card)))
            continue
        if any(p.name.endswith("KIND") and t.lower() in {"group", "org"} for p, t in texts):
            cards.groups += 1
            continue
        row = _row(texts)
        if any(row):
            cards.lines.append(line)
            cards.rows.append(row)
        else:
            cards.broken.append((line, "no_identity", ""))
    return cards


def _narrow(stream: BinaryIO, name: str) -> BinaryIO:
    """Return the stream with ASCII as one byte each: UTF-16 becomes UTF-8."""
    head = stream.read(2)
    stream.seek(0)
    if b"\0" not in head and head not in {b"\xff\xfe", b"\xfe\xff"}:
        return stream
    wide = "utf-16" if b"\0" not in head else "utf-16-be" if head[0] == 0 else "utf-16-le"
    try:
        return BytesIO(stream.read().decode(wide).encode())
    except UnicodeError as error:
        raise FileRefusedError(name, "encoding_unknown") from error


def _unfolded(stream: BinaryIO, name: str) -> Iterator[tuple[int, _Property]]:
    """Yield the properties that are kept, with the lines where they begin."""
    number, begun, current, soft, old = 0, 0, b"", False, False
    while raw := stream.readline(MAX_LINE):
        number += 1
        line = raw.rstrip(b"\r\n")
        if not raw.endswith(b"\n") and len(raw) == MAX_LINE:
            if _name_of(line) in _KEPT or soft or line[:1] in b" \t":
                raise FileRefusedError(name, "line_too_long")
            while (more := stream.readline(MAX_LINE)) and not more.endswith(b"\n"):
                pass  # a picture in one line
        if soft:
            current, soft = current[:-1] + line, False
        elif line[:1] in {b" ", b"\t"}:
            # version 2.1 folds at a space and keeps it
            current += b"" if not current else line if old else line[1:]
        else:
            if (one := _property(current)) is not None:
                old = one.value.strip() == b"2.1" if one.name == "VERSION" else old
                yield begun, one
            begun, current = number, line if _name_of(line) in _KEPT else b""
        soft = current.endswith(b"=") and b"QUOTED-PRINTABLE" in current.upper()
    if (one := _property(current)) is not None:
        yield begun, one


def _name_of(line: bytes) -> str:
    word = re.split(rb"[;:]", line.lstrip(b"\xef\xbb\xbf"), maxsplit=1)[0]
    return word.rpartition(b".")[2].strip().decode("ascii", "replace").upper()


def _property(line: bytes) -> _Property | None:
    """Cut a line at the first colon outside of quotation marks."""
    match = re.match(rb"((?:[^\":]|\"[^\"]*\")*):", line)
    if match is None:
        return None
    parameters = match[1].partition(b";")[2].decode("ascii", "replace").upper()
    return _Property(_name_of(line), parameters, line[match.end() :])


def _cards(
    properties: Iterator[tuple[int, _Property]], cards: Cards
) -> Iterator[tuple[int, list[_Property]]]:
    """Yield the cards with their lines; what is cut off is told in `cards`."""
    begun, inner, card = 0, 0, list[_Property]()
    for line, one in properties:
        if one.name == "BEGIN":
            if begun and card and card[-1].name == "AGENT":
                inner += 1  # a card within a card: somebody's assistant
                continue
            if begun:
                cards.broken.append((begun, "card_cut_off", _shown(card)))
            begun, inner, card = line, 0, []
        elif one.name == "END" and inner:
            inner -= 1
        elif one.name == "END" and begun:
            yield begun, card
            begun = 0
        elif begun and not inner:
            card.append(one)
    if begun:
        cards.broken.append((begun, "card_cut_off", _shown(card)))


def _decoded(one: _Property, encoding: str) -> str:
    value = quopri.decodestring(one.value) if one.quoted else one.value
    charset = one.charset or ("" if not one.quoted else "utf-8")
    try:
        return value.decode(charset or encoding)
    except (UnicodeDecodeError, LookupError):
        # GB 2312 is often named where GB 18030 is meant, or nothing at all
        return value.decode("gb18030" if charset.upper().startswith("GB") else encoding)


def _shown(card: list[_Property]) -> str:
    named = (one.value for one in card if one.name in {"FN", "N"})
    return next(named, b"").decode("utf-8", "replace")[:120]


def _row(texts: list[tuple[_Property, str]]) -> list[str]:
    first: dict[str, str] = {}
    for one, text in texts:
        if text.strip(" ;"):
            first.setdefault(one.name, text)
    name = _plain(first.get("FN", "")) or _from_parts(first.get("N", ""))
    notes = "\n".join(_plain(text) for one, text in texts if one.name == "NOTE")
    return [
        name,
        _plain(first.get("NICKNAME", "")),
        _plain(_best(texts, "TEL")).removeprefix("tel:"),
        _plain(_best(texts, "EMAIL")).removeprefix("mailto:"),
        _plain(next(iter(_parts(first.get("ORG", ""))), "")),
        _plain(first.get("CATEGORIES", "")),
        notes,
        _plain(first.get("LANG", "")),
    ]


def _best(texts: list[tuple[_Property, str]], name: str) -> str:
    """Return the value that the card prefers, or else a mobile number, or else the first."""
    found = [(one, text) for one, text in texts if one.name == name and text.strip()]

    def rank(pair: tuple[_Property, str]) -> int:
        told = pair[0].parameters
        return 0 if re.search(r"\bPREF\b(?!=[2-9])", told) else 1 if "CELL" in told else 2

    return min(found, key=rank)[1] if found else ""


def _from_parts(text: str) -> str:
    """Return the name in the order of its script: 王小明, but Ada Lovelace."""
    last, first, *_rest = [*map(_plain, _parts(text)), "", ""]
    if last and first:
        return last + first if _EASTERN.search(last + first) else f"{first} {last}"
    return first or last


def _parts(text: str) -> list[str]:
    return [match[1] for match in _PARTS.finditer(text)]


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], text).strip()
