# SPDX-License-Identifier: MIT
"""What a platform's module makes of a document: rows of text, and what goes with them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import ImportField, ImportFormat, ImportNote, Rejected

EXCERPT = 120
_NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody whom the list names as gone; `removed` if somebody else saw to it."""

    name: str
    removed: bool = False
    reason: str = ""


@dataclass(slots=True)
class MemberList:
    """The members of one group.

    `fields` says what the cells of a row hold; `lines` are places in the file's own list, from 1.
    """

    format: ImportFormat
    platform: Platform
    fields: tuple[ImportField, ...]
    lines: list[int] = field(default_factory=list)
    rows: list[Sequence[str]] = field(default_factory=list)
    broken: list[Rejected] = field(default_factory=list)
    leavers: list[Leaver] = field(default_factory=list)
    notes: list[ImportNote] = field(default_factory=list)
    group_id: str | None = None
    group_name: str | None = None

    def add(self, line: int, cells: Mapping[ImportField, str]) -> None:
        """Take a member in; a field that is not told stays empty."""
        if not any(cells.values()):
            self.broken.append(Rejected(line, "no_identity"))
            return
        self.lines.append(line)
        self.rows.append([cells.get(one, "") for one in self.fields])

    def reject(self, line: int, item: object, code: str = "not_a_member") -> None:
        """Report an entry that cannot be a member."""
        self.broken.append(Rejected(line, code, {}, str(item)[:EXCERPT]))

    def outside(self, line: int, said: str, status: str) -> None:
        """Report somebody whom the platform lists, but not as a member."""
        told = {"status": status[:40]}
        self.broken.append(Rejected(line, "not_in_group", told, said[:EXCERPT]))

    def call(self, group_id: object, name: object) -> None:
        """Say what the platform calls the group."""
        self.group_id = text(group_id).strip() or None
        self.group_name = text(name).strip() or None

    def note(self, code: str, count: int | None = None) -> None:
        """Add a note, unless it counts nothing."""
        if count is None:
            self.notes.append(ImportNote(code))
        elif count:
            self.notes.append(ImportNote(code, {"count": str(count)}))

    def all_notes(self) -> list[ImportNote]:
        """Return the notes, with one about those who left and one about those removed."""
        notes = list(self.notes)
        count = Counter(one.removed for one in self.leavers)
        if count[False]:
            notes.append(ImportNote("leavers_skipped", {"count": str(count[False])}))
        if count[True]:
            removed = [one for one in self.leavers if one.removed]
            said = [f"{o.name} ({o.reason})" if o.reason else o.name for o in removed]
            shown = "; ".join(said[:_NAMES_SHOWN]) + ("; …" if len(said) > _NAMES_SHOWN else "")
            told = {"count": str(len(removed)), "names": shown}
            notes.append(ImportNote("leavers_removed", told))
        return notes


def text(value: object) -> str:
    """Return a plain value as text, "" for anything nested and for null."""
    if isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else ""


def is_true(value: object) -> bool:
    """Say whether a value means yes, as a word, a number or a truth value."""
    return text(value) in {"1", "true"}


def inner(value: object, *keys: str) -> object:
    """Return what objects in objects hold, None where a key or an object is missing."""
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def items(value: object) -> list[object]:
    """Return the items of an array, none of anything else."""
    return value if isinstance(value, list) else []


def with_keys(values: Iterable[object], *keys: str) -> bool:
    """Say whether one of the first entries is an object with all these keys."""
    for _, value in zip(range(100), values, strict=False):
        if isinstance(value, dict) and all(key in value for key in keys):
            return True
    return False


def tags(names: Iterable[object]) -> str:
    """Return the names as one cell of tags; a name keeps no sign that separates tags."""
    cleared = (" ".join(text(name).translate(_SEPARATORS).split()) for name in names)
    return ",".join(filter(None, cleared))


_SEPARATORS = dict.fromkeys(map(ord, ",;，；、|"), " ")
