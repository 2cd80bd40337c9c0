# SPDX-License-Identifier: MIT
"""What a command says: in the person's language, as text or as JSON, on any terminal."""

import io
import json
import locale
import os
import sys
import unicodedata
from collections.abc import Sequence
from typing import IO

from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.import_records import ImportNote
from groupdesk.domain.text import visible
from groupdesk.settings import Settings
from groupdesk.words import Words


def person_language(setting: str) -> str:
    """Return "en" or "zh": the setting, or else what the system speaks."""
    if setting in {"en", "zh"}:
        return setting
    told = ""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        told = os.environ.get(name, "")
        if told:
            return "zh" if told.lower().startswith("zh") else "en"
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # this system only

        told = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return "zh" if told.startswith("zh") else "en"


class Console:
    """Where a command writes: results to the standard output, complaints to the standard error."""

    def __init__(self, language: str, settings: Settings) -> None:
        """Speak `language`; make both streams take every character."""
        self.words = Words(language)
        self.settings = settings
        self.as_json = False
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A terminal that has no such character shows its number; it never stops a command.
                stream.reconfigure(errors="backslashreplace")

    def say(self, text: str) -> None:
        """Write one line of the result; a name in it never steers the terminal."""
        sys.stdout.write(f"{visible(text)}\n")

    def word(self, key: str, **values: object) -> None:
        """Write one line of the result from the word list, `cli.<key>`."""
        self.say(self.words(f"cli.{key}", **values))

    def data(self, value: object) -> None:
        """Write the result as JSON."""
        ascii_only = not _is_utf8(sys.stdout)
        sys.stdout.write(json.dumps(value, ensure_ascii=ascii_only, indent=2) + "\n")

    def complain(self, text: str) -> None:
        """Write one line for the person, apart from the result."""
        sys.stderr.write(f"{visible(text)}\n")
        sys.stderr.flush()

    def error(self, error: GroupDeskError) -> None:
        """Say what an expected error says, also as JSON where JSON was asked for."""
        text = error_text(self.words, error)
        self.complain(text)
        if self.as_json:
            self.data({"error": {"code": error.code, "message": text}})

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write a table with columns as wide as what stands in them."""
        shown = [[visible(cell) for cell in row] for row in rows]
        widths = [max(map(_width, column)) for column in zip(heads, *shown, strict=True)]
        for row in (heads, *shown):
            cells = (
                cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
            )
            self.say("  ".join(cells).rstrip())


def error_text(words: Words, error: GroupDeskError) -> str:
    """Return the sentence for an error, with advice that a command line can follow."""
    own = f"cli.refusal.{error.code}"
    return words(own if own in words else f"error.{error.code}", **error.values)


def note_text(words: Words, note: ImportNote) -> str:
    """Return the sentence for a note on a list, with advice that a command line can follow."""
    own = f"cli.note.{note.code}"
    return words(own if own in words else f"import_note.{note.code}", **note.values)


def _is_utf8(stream: IO[str]) -> bool:
    encoding = getattr(stream, "encoding", None) or ""
    return encoding.lower().replace("-", "") in {"utf8", "cp65001"}


def _width(text: str) -> int:
    """Return how many columns a terminal needs: two for each wide character."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
