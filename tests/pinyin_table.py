# SPDX-License-Identifier: MIT
"""Makes resources/pinyin/*.tsv from pypinyin: `python -m tests.pinyin_table`.

surnames.tsv is kept by hand and not touched.
"""

import unicodedata
from collections import defaultdict

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from groupdesk import paths

_HEADER = (
    "# Made from pypinyin (MIT licence, see LICENSE beside this file) by tests/pinyin_table.py;"
    " not edited by hand.\n"
)
# Typed both ways: 吕 as lv on a keyboard, as lu by those who leave the dots out.
_UMLAUT = {"lv": "lu", "nv": "nu", "lve": "lue", "nve": "nue"}


def _plain(syllable: str) -> str:
    spelled = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    # A tone mark may stand between the u and its dots.
    if "\u0308" in spelled:
        spelled = spelled.replace("\u0308", "").replace("u", "v", 1)
    return "".join(c for c in spelled if not unicodedata.combining(c))


def _readings(entry: str) -> tuple[str, ...]:
    plain = list(dict.fromkeys(_plain(part) for part in entry.split(",")))
    return tuple(dict.fromkeys([*plain, *(_UMLAUT[p] for p in plain if p in _UMLAUT)]))


def _private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF  # means something else in every font


def tables() -> dict[str, str]:
    """Return the content of each file by its name."""
    by_char = {
        chr(code): _readings(entry) for code, entry in PINYIN_DICT.items() if not _private(code)
    }
    common: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    rare: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for char in sorted(by_char):
        (common if ord(char) < 0x10000 else rare)[by_char[char]].append(char)
    # Pairs in which a character is read otherwise than alone (重庆, 音乐), or otherwise than
    # the surname it may be (单身, 解放).
    surnames = _surnames()
    phrases = []
    for phrase, entry in sorted(PHRASES_DICT.items()):
        said = [_plain(part[0]) for part in entry]
        if len(phrase) != 2 or len(said) != 2 or any(c not in by_char for c in phrase):
            continue
        usual = [by_char[c][0] for c in phrase]
        if said != usual or said[0] != surnames.get(phrase[0], said[0]):
            phrases.append(f"{phrase}\t{' '.join(said)}\n")
    return {
        "characters.tsv": _HEADER + _lines(common),
        "rare.tsv": _HEADER + _lines(rare),
        "phrases.tsv": _HEADER + "".join(phrases),
    }


def _surnames() -> dict[str, str]:
    text = paths.resource("pinyin", "surnames.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {surname: said for surname, said in rows if len(surname) == 1}


def _lines(lists: dict[tuple[str, ...], list[str]]) -> str:
    return "".join(
        f"{' '.join(readings)}\t{''.join(chars)}\n" for readings, chars in sorted(lists.items())
    )


def main() -> None:
    """Write the files."""
    for name, text in tables().items():
        paths.resource("pinyin", name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
