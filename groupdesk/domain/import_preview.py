# SPDX-License-Identifier: MIT
"""What an import would do, before anything is written, and what a person decided about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from groupdesk.domain.import_records import ImportFormat, ImportNote, Mapping, Sheet


class LineKind(StrEnum):
    """What becomes of a row of the list; words under `import_kind`."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    REJECTED = "rejected"
    UNCHANGED = "unchanged"


STATE_FIELD = "state"
"""The name of the change from active to left in a FieldChange; all others are ImportFields."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a member, as the register has it and as the list has it.

    Times are stored texts, roles, ways in and states are codes, all else is shown as it is.
    """

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FormerStay:
    """An earlier stay in this group of somebody whom the list brings back."""

    state: str
    ended_at: str
    case_number: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member who may be the one that a row means."""

    membership_id: int
    name: str
    about: str
    joined_at: str = ""


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One row of the list in the preview; `line` is its place in the file.

    `changes` says what the register has and will have; for somebody new `before` is empty. `code`
    and `values` name why a row is a conflict (`import_conflict`) or rejected
    (`import_rejected`); a conflict that `may_be_new` can be taken in as somebody new.
    `known_elsewhere` is a person whom another group has already.
    """

    kind: LineKind
    line: int
    name: str
    changes: tuple[FieldChange, ...] = ()
    former: FormerStay | None = None
    known_elsewhere: bool = False
    is_bot: bool = False
    deactivated: bool = False
    candidates: tuple[Candidate, ...] = ()
    may_be_new: bool = False
    code: str = ""
    values: dict[str, str] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many rows become what; `returning`, `bots` and `deactivated` are among the others."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    conflict: int = 0
    rejected: int = 0
    returning: int = 0
    bots: int = 0
    deactivated: int = 0

    def of(self, kind: LineKind) -> int:
        """Return how many lines of a kind there are."""
        return int(getattr(self, kind.value))


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """The head of a preview; its lines are asked for by the page."""

    group_id: int
    format: ImportFormat
    file_name: str
    encoding: str
    sha256: str
    counts: ImportCounts
    notes: tuple[ImportNote, ...] = ()
    mapping: Mapping | None = None
    shape_key: str = ""
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True, slots=True)
class Take:
    """What a person took out of the preview; everything else is taken in.

    `left_kinds` are left out as a whole (new, changed), except for the lines in `kept`; of the
    others the lines in `left_out`. `left_fields` are fields of changed rows. A conflict is left
    out unless `decisions` names, for its line, the membership it means; 0 is a new person.
    """

    left_out: frozenset[int] = frozenset()
    left_kinds: frozenset[LineKind] = frozenset()
    kept: frozenset[int] = frozenset()
    left_fields: frozenset[tuple[int, str]] = frozenset()
    decisions: dict[int, int] = field(default_factory=dict)

    def takes(self, kind: LineKind, line: int) -> bool:
        """Say whether a new or changed row is taken in."""
        return line in self.kept if kind in self.left_kinds else line not in self.left_out


TAKE_ALL = Take()
