# SPDX-License-Identifier: MIT
"""A line of a handover book in words, the same on screen and on paper."""

from collections.abc import Callable
from typing import Final, Protocol

from groupdesk.domain.handover_enums import BookPart, Held
from groupdesk.domain.handover_records import BookLine, MoveItem


class Says(Protocol):
    """The word list of one language."""

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for a key."""
        ...

    def __contains__(self, key: str) -> bool:
        """Say whether there are words for a key."""
        ...


Day = Callable[[str], str]
"""Says a stored day or moment, or a day with a time as "2026-06-20 15:00"."""
_DUE: Final = {BookPart.PROMISES, BookPart.TALKS}
_SINCE: Final = {BookPart.CASES}
_BY: Final = {
    BookPart.CASES: "handover_line.case_owner",
    BookPart.CUSTOMERS: "handover_line.owner",
    BookPart.PROTECTED: "handover_line.owner",
    BookPart.TASKS: "handover_line.does",
}


def heading(words: Says, part: BookPart, line: BookLine) -> str:
    """Return what a line is about."""
    if part is BookPart.CASES:
        number = line.key.partition(":")[2]
        return words("handover_line.case", number=number, who=line.who)
    if part is BookPart.ENTRIES:
        return line.what
    if part in {BookPart.TASKS, BookPart.REQUESTS}:
        said = following(words, line)
        return words("handover_line.pair", first=line.who or line.what, second=said)
    if part in {BookPart.CUSTOMERS, BookPart.PROTECTED}:
        return words("handover_line.of", who=line.who, what=line.what) if line.what else line.who
    return words("handover_line.pair", first=line.who, second=line.what) if line.what else line.who


def about(
    words: Says, part: BookPart, line: BookLine, day: Day, *, group: bool = True
) -> tuple[str, ...]:
    """Return what stands under it, part by part; nothing is empty.

    Without `group` the group is not named: the whole book is about it.
    """
    said = [line.what if part is BookPart.CASES else ""]
    if part is BookPart.ENTRIES:
        said.append(words(f"handover_entry_kind.{line.label}"))
    if part is BookPart.CASES:
        said.append(words("handover_line.next", what=following(words, line)))
    if part is BookPart.CUSTOMERS:
        said.append(words("handover_next.key") if line.label == "key" else "")
    said += [line.contact, line.group if group else ""]
    if line.day:
        key = "due" if part in _DUE else "since" if part in _SINCE else "day"
        said.append(words(f"handover_line.{key}", day=day(line.day)))
    if line.by:
        said.append(words(_BY.get(part, "handover_line.by"), who=line.by))
    elif part is BookPart.CASES:
        said.append(words("handover_line.nobody"))
    return tuple(one for one in said if one)


def following(words: Says, line: BookLine) -> str:
    """Return what comes next with it."""
    if line.label == "exit_staying":
        return words(
            "handover_next.exit_staying" if line.what else "handover_next.exit_staying_nobody",
            who=line.what,
        )
    keys = (f"handover_next.{line.label}", f"todo.{line.label}")
    return words(next((key for key in keys if key in words), "handover_next.other"))


def thing(words: Says, item: MoveItem) -> str:
    """Return what goes from hand to hand, in one line."""
    code = item.kind.value
    what = item.what
    if code == "todo":
        what = following(words, BookLine("", label=item.what))
    values = {"number": item.id, "who": item.who, "group": item.group, "what": what}
    return words(f"handover_thing.{code}", **values)


def why_held(words: Says, held: Held, item: MoveItem, taker: str) -> str:
    """Return why something stays where it is."""
    return words(f"handover_held.{held.value}", taker=taker, group=item.group)
