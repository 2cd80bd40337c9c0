# SPDX-License-Identifier: MIT
"""Words for codes: one list per language, shared by window, command line and reports.

Text that belongs to one widget is translated by Qt. Words for what the domain names by a code
(errors, grounds, actions …) are needed below the window too, so they live in resources/words.
"""

import tomllib
from functools import cache
from string import Formatter

from groupdesk.paths import resource


class Words:
    """The word list of one language."""

    def __init__(self, language: str) -> None:
        """Read the list of `language`, "en" or "zh"."""
        self.language = language
        self._words = _load(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `{name}` filled from `values`.

        A missing value shows as an empty string: an error message must never fail itself.
        Values are inserted once and as they are; they are never read as a format again.
        Raises KeyError for an unknown key.
        """
        parts = []
        for literal, name, _spec, _conversion in Formatter().parse(self._words[key]):
            parts.append(literal)
            if name is not None:
                parts.append(str(values.get(name, "")))
        return "".join(parts)

    def __contains__(self, key: str) -> bool:
        """Say whether there are words for `key`."""
        return key in self._words

    def keys(self) -> set[str]:
        """Return all keys, for the test that compares the languages."""
        return set(self._words)


@cache
def _load(language: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for path in sorted(resource("words", language).glob("*.toml")):
        _flatten("", tomllib.loads(path.read_text(encoding="utf-8")), words)
    return words


def _flatten(prefix: str, table: dict[str, object], into: dict[str, str]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}{key}.", value, into)
        else:
            into[prefix + key] = str(value)
