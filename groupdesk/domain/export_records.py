# SPDX-License-Identifier: MIT
"""What is asked of an export of members, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from groupdesk.domain.enums import Language
from groupdesk.domain.export_columns import DEFAULT_COLUMNS
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import Receipt

_EVERYBODY = MemberFilter()


class ExportFormat(StrEnum):
    """Kinds of files; the value is how their names end."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


class ExportScope(StrEnum):
    """Which members are written."""

    SHOWN = "shown"
    """Those of a filter, in its order."""
    CHOSEN = "chosen"
    """Some that were picked out, in the order given."""
    GROUP = "group"
    """All of a group, former ones, too."""
    ALL = "all"
    """All of all groups, archived ones and former members, too."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """An export to a file.

    `which` and `sort` count for what is shown, `ids` for what was chosen, `group_id` for a group.
    A file of that name is replaced only where `overwrite` says so. `header` is the language of
    headings and words in CSV and XLSX; JSON is the same in each.
    """

    operation: UUID
    path: Path
    format: ExportFormat
    scope: ExportScope
    header: Language = Language.EN
    columns: tuple[str, ...] = DEFAULT_COLUMNS
    which: MemberFilter = _EVERYBODY
    sort: str = "name"
    ids: tuple[int, ...] = ()
    group_id: int | None = None
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class ExportDone:
    """A file that was written; without a receipt it is not in the log, which cannot be written."""

    path: Path
    rows: int
    sha256: str
    receipt: Receipt | None
