# SPDX-License-Identifier: MIT
"""A JSON document as plain values, with a chat's messages boiled down to who is in it.

A history of messages may be far larger than memory; everything around it may not.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, TextIO

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import Rejected
from groupdesk.services.imports.formats.discord_history import DiscordHistory
from groupdesk.services.imports.formats.json_stream import MAX_VALUE, JsonStream
from groupdesk.services.imports.formats.member_list import EXCERPT, text
from groupdesk.services.imports.formats.telegram_history import TelegramHistory

MAX_KEPT = 64_000_000
"""Most characters of a document besides the messages of chats."""

_FIRST_LINE = 1 << 18
"""Longest first line, in characters, of a file with a document on each line."""

_CHATS = ("chats", "left_chats")


class History(Protocol):
    """Takes the messages of a chat in, one after the other, and keeps who wrote them."""

    @staticmethod
    def knows(message: dict[str, object]) -> bool:
        """Say whether it is a message of this platform."""
        ...

    def add(self, message: dict[str, object]) -> None:
        """Take the next message in."""
        ...


_HISTORIES: tuple[type[History], ...] = (TelegramHistory, DiscordHistory)


@dataclass(slots=True)
class Messages:
    """What an array of messages was boiled down to; `history` is None for an unknown kind."""

    history: History | None = None
    count: int = 0
    broken: int = 0
    first_broken: int = 0


@dataclass(slots=True)
class Lines:
    """A file with a JSON object on each line; only lines of the wanted kinds are kept."""

    entries: list[tuple[int, dict[str, object]]] = field(default_factory=list)
    broken: list[Rejected] = field(default_factory=list)


def load(open_text: Callable[[], TextIO], name: str, kinds: frozenset[str]) -> object:
    """Return the document, `Lines` where each line is one; `kinds` are the lines to keep.

    Raises FileRefusedError: json_broken (with its line), json_too_deep, list_needs_memory,
    json_too_large for a document that is large by something else than messages.
    """
    with open_text() as stream:
        first = stream.readline(_FIRST_LINE)
        second = stream.readline(_FIRST_LINE).lstrip()
    if _is_entry(first) or (second[:1] == "{" and _is_object(first)):
        with open_text() as stream:
            return _lines(iter(lambda: stream.readline(MAX_VALUE), ""), kinds)
    with open_text() as stream:
        reader = JsonStream(stream, name)
        document = _Builder(reader, name).document()
        reader.end()
        return document


class _Builder:
    """Puts the document together from a stream."""

    def __init__(self, stream: JsonStream, name: str) -> None:
        self._stream = stream
        self._name = name

    def document(self) -> object:
        if self._stream.peek() == "{":
            return self._object(self._entry_of_root)
        return self._plain()

    def _object(self, value_of: Callable[[str], object]) -> dict[str, object]:
        return {key: value_of(key) for key in self._stream.entries()}

    def _entry_of_root(self, key: str) -> object:
        if self._stream.peek() != "{":
            return self._entry_of_chat(key)
        if key in _CHATS:
            return self._object(self._entry_of_chats)
        # one level more, so that the list in it is read item by item
        return self._object(lambda _: self._plain())

    def _entry_of_chats(self, key: str) -> object:
        if key == "list" and self._stream.peek() == "[":
            return [self._chat() for _ in self._stream.items()]
        return self._plain()

    def _chat(self) -> object:
        if self._stream.peek() == "{":
            return self._object(self._entry_of_chat)
        return self._plain()

    def _entry_of_chat(self, key: str) -> object:
        if key == "messages" and self._stream.peek() == "[":
            return self._messages()
        return self._plain()

    def _plain(self) -> object:
        if self._stream.peek() == "[":
            return [self._kept() for _ in self._stream.items()]
        return self._kept()

    def _kept(self) -> object:
        value = self._stream.value()
        if self._stream.taken > MAX_KEPT:
            limit = f"{MAX_KEPT // 1_000_000} MB"
            raise FileRefusedError(self._name, "json_too_large", limit=limit)
        return value

    def _messages(self) -> Messages:
        told = Messages()
        stream, before = self._stream, self._stream.taken
        for place, _ in enumerate(stream.items(), 1):
            message = stream.value()
            if not isinstance(message, dict):
                told.broken += 1
                told.first_broken = told.first_broken or place
                continue
            told.count += 1
            if told.history is None:
                told.history = next((h() for h in _HISTORIES if h.knows(message)), None)
            if told.history is not None:
                told.history.add(message)
        stream.taken = before
        return told


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_entry(line: str) -> bool:
    """Say whether the line says by itself which kind of entry it is, and holds it."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if not isinstance(entry, dict):
        return False
    kind = entry.get("type")
    return isinstance(kind, str) and kind in entry


def _lines(lines: Iterator[str], kinds: frozenset[str]) -> Lines:
    found = Lines()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
        except (ValueError, RecursionError):
            found.broken.append(Rejected(number, "json_line_broken", {}, line[:EXCERPT].strip()))
            continue
        if isinstance(entry, dict) and text(entry.get("type")) in kinds:
            found.entries.append((number, entry))
    return found
