# SPDX-License-Identifier: MIT
"""Child side of reading a list of our own: which of its groups is wanted, and that group's rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import compress
from typing import Any, TextIO

from groupdesk.domain.enums import Platform
from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import ImportFormat, Rejected
from groupdesk.services.imports import own
from groupdesk.services.imports.convert import Batch
from groupdesk.services.imports.own import MOST_LINES, GroupsSeen, Header, Named
from groupdesk.services.imports.own_rows import OwnConverter
from groupdesk.services.imports.sources import Source, TextSource

Open = Callable[[list[Rejected], tuple[str, ...]], Iterator[tuple[list[int], Named]]]
"""Opens the list anew; takes where to report rows that are cut, and the columns wanted ("" all)."""


def table_opener(source: Source, header: Header) -> Open:
    """Return what opens a table of ours; what the source rejects is told at its end."""

    def open_list(
        rejected: list[Rejected], only: tuple[str, ...]
    ) -> Iterator[tuple[list[int], Named]]:
        if isinstance(source, TextSource):
            source.most_lines = MOST_LINES
        yield from own.of_table(source.batches(), header, rejected, only)
        rejected.extend(source.rejected)

    return open_list


def json_opener(open_text: Callable[[], TextIO], name: str) -> Open:
    """Return what opens a JSON document of ours."""

    def open_list(
        rejected: list[Rejected], _only: tuple[str, ...]
    ) -> Iterator[tuple[list[int], Named]]:
        with open_text() as stream:
            yield from own.of_json(stream, name, rejected)

    return open_list


OF_GROUP = ("name", "group", "group_ref", "platform")


@dataclass(frozen=True, slots=True)
class Read:
    """A list that was read: what its rows said, and the group it is of."""

    converter: OwnConverter
    group_name: str
    platform: Platform | None


def read(
    open_list: Open,
    own: dict[str, str],
    place: int | None,
    name: str,
    send: Callable[[Iterator[Batch]], None],
) -> Read | list[list[Any]]:
    """Send the rows of the wanted group, or return the groups of which one has to be chosen.

    `own` is a read.OwnPlace, `place` a choice that was made. Raises FileRefusedError.
    """
    seen = GroupsSeen()
    for _lines, columns in open_list([], OF_GROUP):
        seen.add(columns)
    if not seen.counts:
        raise FileRefusedError(name, "list_empty")
    wanted = seen.wanted(own["group_ref"], own["group_name"], place)
    if wanted is None:
        if place is not None:
            raise FileRefusedError(name, "file_changed")
        return [[ImportFormat.GROUPDESK, group[1], n] for group, n in seen.named().items()]
    converter = OwnConverter(own["workspace"])
    rejected: list[Rejected] = []
    several = len(seen.named()) > 1

    def batches() -> Iterator[Batch]:
        for lines, columns in open_list(rejected, ()):
            if several:
                yield _of_group(converter, lines, columns, wanted)
            else:
                yield converter.convert_columns(lines, columns)
        yield Batch(rejected=rejected)

    send(batches())
    return Read(converter, wanted[1], seen.platform(wanted))


def _of_group(
    converter: OwnConverter, lines: list[int], columns: Named, wanted: tuple[str, str]
) -> Batch:
    groups = GroupsSeen().add(columns)
    keep = [group == wanted or not any(group) for group in groups]
    if not any(keep):
        return Batch()
    kept: Named = {key: list(compress(column, keep)) for key, column in columns.items()}
    return converter.convert_columns(list(compress(lines, keep)), kept)
