# SPDX-License-Identifier: MIT
"""Tables and groups: a list of groups names no members, a list of members may be of several groups.

Child side only.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from groupdesk.domain.errors import FileRefusedError
from groupdesk.services.imports.fields import key_of
from groupdesk.services.imports.layouts import Layout
from groupdesk.services.imports.sources import OneGroup
from groupdesk.services.imports.table import Beginning, TableFile, behind

_NAMES = frozenset(map(key_of, ("客户群名称", "群名称", "群名", "群聊名称")))
_OF_GROUPS = frozenset(
    {
        *map(key_of, ("群主", "群标签", "群人数", "群成员数", "群公告", "群id")),
        *map(key_of, ("当日入群", "当日退群", "创群时间")),
    }
)
_OF_MEMBERS = _NAMES | frozenset(
    map(key_of, ("所在群", "所属群", "所在群聊", "所属群聊", "group name", "chat name"))
)


@dataclass(frozen=True, slots=True)
class Picked:
    """The table with the rows of one group; `open` are the groups where one has to be chosen."""

    file: TableFile
    name: str | None = None
    open: Sequence[tuple[str, int]] = ()


def lists_groups(header: Sequence[str]) -> bool:
    """Say whether a header is that of a list of groups, which names no members."""
    keys = set(map(key_of, header))
    return bool(keys & _NAMES) and len(keys & _OF_GROUPS) >= 2


def pick(
    file: TableFile, begin: Beginning, layout: Layout | None, wanted: int | None, own: str
) -> Picked:
    """Return the rows of the `wanted` group, or of the one called as our `own`, or of the only one.

    Raises FileRefusedError("file_changed") for a place that the table does not have.
    """
    keys = list(map(key_of, begin.header))
    names = frozenset({layout.group}) if layout and layout.group else _OF_MEMBERS
    place = next((at for at, key in enumerate(keys) if key in names), None)
    if place is None:
        return Picked(file)
    groups = _groups(file, begin, place)
    if len(groups) < 2:
        return Picked(file, next(iter(groups), None))
    if wanted is not None:
        if wanted >= len(groups):
            raise FileRefusedError(file.name, "file_changed")
        name = list(groups)[wanted]
    elif own in groups:
        name = own
    else:
        return Picked(file, open=tuple(groups.items()))
    skip = 0 if begin.header_row is None else begin.header_row + 1
    source = OneGroup(file.source, place, begin.width, name, skip)
    return Picked(replace(file, source=source), name)


def _groups(file: TableFile, begin: Beginning, place: int) -> dict[str, int]:
    """Return the groups that a column names, with their numbers of rows."""
    skip = 0 if begin.header_row is None else begin.header_row + 1
    found: Counter[str] = Counter()
    for _lines, rows in behind(skip, file.source.batches()):
        found.update(row[place].strip() for row in rows if len(row) == begin.width)
    found.pop("", None)
    return dict(found)
