# SPDX-License-Identifier: MIT
"""The columns of the member list: which are shown, in what order, how wide; as settings keep it."""

from typing import NamedTuple

COLUMNS = (
    *("name", "standing", "last_active", "cases"),
    *("group", "nickname", "role", "joined", "messages"),
    *("company", "account_owner", "phone", "email", "tags", "external_id"),
)
"""All of them, by the names that sort them (`services.member_query.SORTS`)."""
WIDTHS = {
    "standing": 148,
    "last_active": 96,
    "cases": 60,
    "group": 112,
    "nickname": 120,
    "role": 100,
    "joined": 110,
    "messages": 90,
    "company": 130,
    "account_owner": 120,
    "phone": 120,
    "email": 160,
    "tags": 130,
    "external_id": 130,
}
RIGHT = frozenset({"cases", "messages"})
"""Numbers stand at the trailing edge."""
MORE = frozenset(
    {
        *("joined", "messages", "company", "account_owner"),
        *("phone", "email", "tags", "external_id"),
    }
)
"""What is read only once it is shown."""
_SHOWN = ("name", "standing", "last_active", "cases")
_LEAST, _MOST = 32, 2000


class Column(NamedTuple):
    """A column that is shown; the name takes the room that the others leave."""

    name: str
    width: int = 0


def default_columns() -> tuple[Column, ...]:
    """Return the columns of a list that nobody arranged."""
    return tuple(Column(name, WIDTHS.get(name, 0)) for name in _SHOWN)


def read_columns(text: str) -> tuple[Column, ...]:
    """Return what `write_columns` wrote; what makes no sense is left out, the name comes first."""
    found: dict[str, int] = {}
    for part in text.split(","):
        name, _, width = part.partition(":")
        if name in WIDTHS and name not in found:
            number = int(width) if width.isascii() and width.isdecimal() else WIDTHS[name]
            found[name] = min(max(number, _LEAST), _MOST)
    if not text:
        return default_columns()
    return (Column("name"), *(Column(name, width) for name, width in found.items()))


def write_columns(columns: tuple[Column, ...]) -> str:
    """Return columns as settings keep them."""
    return ",".join(f"{column.name}:{column.width}" for column in columns)
