# SPDX-License-Identifier: MIT
"""Reads JSON piece by piece, so that a chat history of many hundred megabytes needs little room.

Single values are decoded by the standard library; only the way to them is walked here. Numbers
stay text, so that no id loses a digit.
"""

import json
from collections.abc import Iterator
from typing import TextIO

from groupdesk.domain.errors import FileRefusedError

CHUNK = 1 << 20
MAX_VALUE = 1 << 25
"""Longest single value, in characters: a message, a member; not the list around it."""

_SPACE = " \t\r\n"
_LONGEST_WORD = 16
"""More than the longest word or escape that the end of the text in hand can cut in two."""


class JsonStream:
    """Walks one JSON document from front to back.

    Every method raises FileRefusedError: json_broken with the line, json_too_deep, and
    list_needs_memory for a single value that is longer than `MAX_VALUE`.
    """

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self._decode = json.JSONDecoder(
            parse_int=str, parse_float=str, parse_constant=str
        ).raw_decode
        self._text = ""
        self._at = 0
        self._ended = False
        self._lines_before = 0
        self.taken = 0
        """Characters of all values decoded so far, for those who keep them."""

    def peek(self) -> str:
        """Return the next character that is no white space, "" at the end."""
        while True:
            text, at = self._text, self._at
            while at < len(text) and text[at] in _SPACE:
                at += 1
            self._at = at
            if at < len(text):
                return text[at]
            if not self._more():
                return ""

    def value(self) -> object:
        """Return the value that begins here, whole."""
        self.peek()
        while True:
            try:
                found, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._cut_off(error) and self._more():
                    continue
                raise self._broken(error.pos) from error
            except RecursionError as error:
                raise FileRefusedError(self._name, "json_too_deep") from error
            # a number that ends with the text in hand may go on in the file
            if end == len(self._text) and self._more():
                continue
            self.taken += end - self._at
            self._at = end
            return found

    def entries(self) -> Iterator[str]:
        """Enter an object and stop before each value; whoever asks takes it before the next key."""
        self._take("{")
        if self.peek() == "}":
            self._at += 1
            return
        while True:
            if self.peek() != '"':
                raise self._broken(self._at)
            key = str(self.value())
            self._take(":")
            yield key
            if self._goes_on("}"):
                return

    def items(self) -> Iterator[None]:
        """Enter an array and stop before each item; whoever asks takes it before the next."""
        self._take("[")
        if self.peek() == "]":
            self._at += 1
            return
        while True:
            yield
            if self._goes_on("]"):
                return

    def end(self) -> None:
        """Refuse whatever follows the document."""
        if self.peek():
            raise self._broken(self._at)

    def _cut_off(self, error: json.JSONDecodeError) -> bool:
        """Say whether the error may only mean that the text in hand ends too early."""
        if error.msg.startswith("Unterminated string"):
            return True
        return len(self._text[error.pos :].strip()) < _LONGEST_WORD

    def _goes_on(self, close: str) -> bool:
        """Step over a comma or the closing sign; return True where it was the closing sign."""
        sign = self.peek()
        if sign not in {",", close} or not sign:
            raise self._broken(self._at)
        self._at += 1
        return sign == close

    def _take(self, sign: str) -> None:
        if self.peek() != sign:
            raise self._broken(self._at)
        self._at += 1

    def _more(self) -> bool:
        """Read on, twice as much as is in hand; say whether anything came."""
        if self._ended:
            return False
        rest = self._text[self._at :]
        if len(rest) > MAX_VALUE:
            raise FileRefusedError(self._name, "list_needs_memory")
        self._lines_before += self._text.count("\n", 0, self._at)
        came = self._stream.read(max(CHUNK, len(rest)))
        self._ended = not came
        self._text, self._at = rest + came, 0
        return bool(came)

    def _broken(self, at: int) -> FileRefusedError:
        line = self._lines_before + self._text.count("\n", 0, at) + 1
        return FileRefusedError(self._name, "json_broken", line=line)
