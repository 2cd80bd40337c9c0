# SPDX-License-Identifier: MIT
"""What changed between two texts, word by word; Chinese character by character."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final


class PieceKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went, or came."""

    kind: PieceKind
    text: str


_IDEOGRAMS: Final = "\u2e80-\u2fdf\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS: Final = "\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_LETTER: Final = rf"[^\W_{_IDEOGRAMS}][{_MARKS}]*"
_TOKEN: Final = re.compile(
    rf"\n|[^\S\n]+"
    rf"|(?:{_LETTER})+(?:['’\-:.,]?(?:{_LETTER})+)*"  # don’t, 22:00, first-hand, 1,000
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}"
    rf"|.[{_MARKS}]*(?:\u200d.[{_MARKS}]*)*",
    re.DOTALL,
)
_SENTENCE: Final = re.compile(r"[^.!?。！？；;\n]*(?:[.!?。！？；;\n]+\s*|$)")
_MOST_PAIRS: Final = 400_000
"""How many pairs of equal tokens are looked at: some tenths of a second."""
_ISLAND: Final = 3
"""Characters that may have stayed by chance in the middle of what was written anew."""


def words(text: str) -> list[str]:
    """Return the tokens of `text`: words, single Chinese characters, blanks, signs.

    Together they are the text. What is drawn as one sign, an emoji for instance, is one token.
    """
    return _TOKEN.findall(text)


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """Return what leads from `old` to `new`, in reading order; what went stands before what came.

    `before` and `after` of the pieces are the two texts. Texts that are too much alike in too
    many places, by the thousands, are compared by sentence.
    """
    return _joined(_without_islands(_joined(_by_token(words(old), words(new)))))


def before(pieces: Iterable[Piece]) -> str:
    """Return the old text that pieces came from."""
    return "".join(piece.text for piece in pieces if piece.kind is not PieceKind.ADDED)


def after(pieces: Iterable[Piece]) -> str:
    """Return the new text that pieces lead to."""
    return "".join(piece.text for piece in pieces if piece.kind is not PieceKind.REMOVED)


def _by_token(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    """Compare tokens; equal ends are taken off first, which is nearly all of a small change."""
    start = _alike(old, new)
    rest_old, rest_new = old[start:], new[start:]
    end = _alike(rest_old[::-1], rest_new[::-1])
    middle_old, middle_new = rest_old[: len(rest_old) - end], rest_new[: len(rest_new) - end]
    if _pairs(middle_old, middle_new) <= _MOST_PAIRS:
        middle = _matched(middle_old, middle_new)
    else:
        middle = _by_sentence("".join(middle_old), "".join(middle_new))
    return [
        Piece(PieceKind.SAME, "".join(old[:start])),
        *middle,
        Piece(PieceKind.SAME, "".join(old[len(old) - end :])),
    ]


def _by_sentence(old: str, new: str) -> list[Piece]:
    olds, news = _SENTENCE.findall(old), _SENTENCE.findall(new)
    if _pairs(olds, news) <= _MOST_PAIRS:
        return _matched(olds, news)
    return [Piece(PieceKind.REMOVED, old), Piece(PieceKind.ADDED, new)]


def _matched(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    pieces = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(PieceKind.SAME, "".join(old[i1:i2])))
            continue
        pieces.append(Piece(PieceKind.REMOVED, "".join(old[i1:i2])))
        pieces.append(Piece(PieceKind.ADDED, "".join(new[j1:j2])))
    return pieces


def _pairs(old: Sequence[str], new: Sequence[str]) -> int:
    counts = Counter(old)
    return sum(counts[token] for token in new)


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many tokens at the start are the same."""
    for at, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return at
    return min(len(old), len(new))


def _without_islands(pieces: Sequence[Piece]) -> list[Piece]:
    """Let what stayed by chance go and come with its surroundings, which reads as one change.

    That is a blank or a few characters between two changes each of which is longer.
    """
    result: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.kind is PieceKind.SAME and 0 < at < len(pieces) - 1:
            size = len(piece.text.strip())
            around = min(_size(pieces[at - 1 :: -1]), _size(pieces[at + 1 :]))
            if size < around and size <= _ISLAND and "\n" not in piece.text:
                result += [Piece(PieceKind.REMOVED, piece.text), Piece(PieceKind.ADDED, piece.text)]
                continue
        result.append(piece)
    return result


def _size(pieces: Iterable[Piece]) -> int:
    """Return how long the change is that begins these pieces: the longer of both sides."""
    sizes = {PieceKind.REMOVED: 0, PieceKind.ADDED: 0}
    for piece in pieces:
        if piece.kind is PieceKind.SAME:
            break
        sizes[piece.kind] += len(piece.text)
    return max(sizes.values())


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with neighbours put together, in each change what went first."""
    result: list[Piece] = []
    gone: list[str] = []
    come: list[str] = []

    def close() -> None:
        for kind, texts in ((PieceKind.REMOVED, gone), (PieceKind.ADDED, come)):
            if any(texts):
                result.append(Piece(kind, "".join(texts)))
            texts.clear()

    for piece in pieces:
        if piece.kind is PieceKind.REMOVED:
            gone.append(piece.text)
        elif piece.kind is PieceKind.ADDED:
            come.append(piece.text)
        elif piece.text:
            close()
            if result and result[-1].kind is PieceKind.SAME:
                result[-1] = Piece(PieceKind.SAME, result[-1].text + piece.text)
            else:
                result.append(piece)
    close()
    return tuple(result)
