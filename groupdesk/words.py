# SPDX-License-Identifier: MIT
"""Words for codes: one list per language, shared by window, command line and reports.

Text that belongs to one widget is translated by Qt. Words for what the domain names by a code
(errors, grounds, actions …) are needed below the window too, so they live in resources/words.
"""

import re
import tomllib
from datetime import timedelta
from functools import cache
from string import Formatter

from groupdesk.paths import resource


class Words:
    """The word list of one language."""

    def __init__(self, language: str) -> None:
        """Read the list of `language`, "en" or "zh"."""
        self.language = language
        self._words = _WordList.of(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `{name}` filled from `values`.

        Where one of a thing is said otherwise, `key_one` stands beside `key` and writes the
        number out; it is taken when the value that it leaves out is 1.
        A missing value shows as an empty string: an error message must never fail itself.
        Values are inserted once and as they are; they are never read as a format again.
        Raises KeyError for an unknown key.
        """
        parts = []
        for literal, name in self._parsed(key, values):
            parts.append(literal)
            if name is not None:
                parts.append(str(values.get(name, "")))
        return "".join(parts)

    def _parsed(self, key: str, values: dict[str, object]) -> list[tuple[str, str | None]]:
        many, one = _parse(self.template(key)), self._words.find(f"{key}_one")
        if one is None:
            return many
        single = _parse(one)
        counted = {name for _, name in many if name} - {name for _, name in single}
        return single if all(str(values.get(name)) == "1" for name in counted) else many

    def template(self, key: str) -> str:
        """Return the words for `key` with their placeholders. Raises KeyError."""
        text = self._words.find(key)
        if text is None:
            raise KeyError(key)
        return text

    def __contains__(self, key: str) -> bool:
        """Say whether there are words for `key`."""
        return self._words.find(key) is not None

    def keys(self) -> set[str]:
        """Return all keys, for the test that compares the languages."""
        return set(self._words.all())


def _parse(template: str) -> list[tuple[str, str | None]]:
    return [(literal, name) for literal, name, _spec, _conversion in Formatter().parse(template)]


def length_in_words(words: Words, length: timedelta) -> str:
    """Return a length of time, to two units, without its sign: "18 hours 50 minutes"."""
    minutes = abs(length) // timedelta(minutes=1)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = [
        words(f"report.gap.{unit}", count=count)
        for unit, count in (("days", days), ("hours", hours), ("minutes", minutes))
        if count
    ]
    if not parts:
        return words("report.gap.minutes", count=0)
    return words("report.gap.join").join(parts[:2])


class _WordList:
    """The files of one language. A file is parsed when a word of one of its sections is wanted."""

    _SECTION = re.compile(r"^\[+\s*([\w-]+)", re.MULTILINE)
    _KEY = re.compile(r"^([\w-]+)\s*[.=]", re.MULTILINE)

    def __init__(self, language: str) -> None:
        self._words: dict[str, str] = {}
        self._waiting: list[tuple[set[str], str]] = []
        for path in sorted(resource("words", language).glob("*.toml")):
            text = path.read_text(encoding="utf-8")
            before = self._SECTION.split(text, 1)[0]
            heads = {*self._SECTION.findall(text), *self._KEY.findall(before)}
            self._waiting.append((heads, text))

    @staticmethod
    @cache
    def of(language: str) -> "_WordList":
        return _WordList(language)

    def find(self, key: str) -> str | None:
        if key not in self._words:
            self._read(key.partition(".")[0])
        return self._words.get(key)

    def all(self) -> dict[str, str]:
        self._read(None)
        return self._words

    def _read(self, head: str | None) -> None:
        wanted = [part for part in self._waiting if head is None or head in part[0]]
        for part in wanted:
            _flatten("", tomllib.loads(part[1]), self._words)
        self._waiting = [part for part in self._waiting if part not in wanted]


def _flatten(prefix: str, table: dict[str, object], into: dict[str, str]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}{key}.", value, into)
        else:
            into[prefix + key] = str(value)
