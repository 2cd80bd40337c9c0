# SPDX-License-Identifier: MIT
"""A list of objects that no platform is known for, as a table for the mapping step."""

from collections.abc import Iterator, Mapping

from groupdesk.domain.import_records import Rejected
from groupdesk.services.imports.formats.member_list import inner, text
from groupdesk.services.imports.sources import BATCH, Batch

_MOST_COLUMNS = 200


class ObjectSource:
    """The objects as rows behind a header of their keys; a line is the place in the list."""

    def __init__(self, objects: list[object]) -> None:
        """Take a list from a document."""
        self.rejected: list[Rejected] = []
        keys: dict[str, None] = {}
        for one in objects:
            if isinstance(one, dict) and len(keys) < _MOST_COLUMNS:
                keys |= dict.fromkeys(_flat(one))
        self._keys = list(keys)[:_MOST_COLUMNS]
        self._objects = objects

    def batches(self) -> Iterator[Batch]:
        """Yield (lines, rows), the header first, a thousand at a time."""
        rows = [self._keys]
        for start in range(0, len(self._objects), BATCH):
            rows += map(self._row, self._objects[start : start + BATCH])
            end = start + len(self._objects[start : start + BATCH])
            yield range(end - len(rows) + 1, end + 1), rows
            rows = []

    def _row(self, one: object) -> list[str]:
        if not isinstance(one, dict):
            return [str(one)]  # too short for the table, and said to be
        cells = _flat(one)
        return [cells.get(key, "") for key in self._keys]


def source_of(document: object) -> ObjectSource | None:
    """Return the longest list of objects near the top of a document, None without one."""
    found = [one for one in _lists(document, 2) if any(map(_tells, one[:100]))]
    return ObjectSource(max(found, key=len)) if found else None


def _lists(value: object, depth: int) -> Iterator[list[object]]:
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict) and depth:
        for one in value.values():
            yield from _lists(one, depth - 1)


def _tells(one: object) -> bool:
    return isinstance(one, dict) and any(_flat(one).values())


def _flat(one: Mapping[str, object]) -> dict[str, str]:
    """Return the values as text; objects in it with both keys, lists in one cell."""
    cells: dict[str, str] = {}
    for key, value in one.items():
        if isinstance(value, dict):
            cells |= {f"{key}.{name}": told for name, x in value.items() if (told := text(x))}
        elif isinstance(value, list):
            cells[key] = ", ".join(filter(None, (text(x) or text(inner(x, "name")) for x in value)))
        elif value is not None:
            cells[key] = text(value)
    return cells
