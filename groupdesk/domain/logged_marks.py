# SPDX-License-Identifier: MIT
"""How the log names what was done with the order of one's work: put off, brought back, given."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class MarkKind(StrEnum):
    """Which of the acts it was."""

    PUT_OFF = "put_off"
    BACK = "back"
    """It had been put off and no longer is."""
    GIVEN = "given"
    FREE = "free"
    """It belonged to somebody and is anybody's."""


class LoggedMark(NamedTuple):
    """What an entry of the log says of a thing to do."""

    kind: MarkKind
    todo: str
    """Which kind of thing it is about; empty where the entry does not say."""
    owner: str = ""
    """To whom it was given, or whose it no longer is."""


def read_mark(before: Mapping[str, object], after: Mapping[str, object]) -> LoggedMark | None:
    """Return which act an entry is about, None where it does not say or says several."""
    todo = str(after.get("todo") or "")
    until, owner = ((_said(before, key), _said(after, key)) for key in ("put_off", "owner"))
    if (until[0] == until[1]) == (owner[0] == owner[1]):
        return None
    if owner[0] == owner[1]:
        return LoggedMark(MarkKind.PUT_OFF if until[1] else MarkKind.BACK, todo)
    return LoggedMark(MarkKind.GIVEN if owner[1] else MarkKind.FREE, todo, owner[1] or owner[0])


def _said(part: Mapping[str, object], key: str) -> str:
    return str(part.get(key) or "")
