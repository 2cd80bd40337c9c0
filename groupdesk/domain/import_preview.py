# SPDX-License-Identifier: MIT
"""What an import would do, before anything is written, and what a person decided about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.import_records import ImportFormat, ImportNote, Mapping, Sheet


class LineKind(StrEnum):
    """What becomes of a row of the list; words under `import_kind`.

    A list that is compared with the group tells the changed ones apart (role, renamed, other),
    and has a line for each member who is missing from it.
    """

    NEW = "new"
    LEFT = "left"
    ROLE = "role"
    RENAMED = "renamed"
    OTHER = "other"
    CHANGED = "changed"
    CONFLICT = "conflict"
    REJECTED = "rejected"
    UNCHANGED = "unchanged"


ADDED_KINDS = (
    LineKind.NEW,
    LineKind.CHANGED,
    LineKind.CONFLICT,
    LineKind.REJECTED,
    LineKind.UNCHANGED,
)
COMPARED_KINDS = (
    LineKind.NEW,
    LineKind.LEFT,
    LineKind.ROLE,
    LineKind.RENAMED,
    LineKind.OTHER,
    LineKind.CONFLICT,
    LineKind.REJECTED,
    LineKind.UNCHANGED,
)
TAKEN_KINDS = frozenset(LineKind) - {LineKind.CONFLICT, LineKind.REJECTED, LineKind.UNCHANGED}
"""Kinds whose lines can be taken in or left out."""

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


def changed_kind(changes: tuple[FieldChange, ...]) -> LineKind:
    """Return where a changed member stands in a comparison; the role weighs more than the name."""
    fields = {change.field for change in changes}
    if "role" in fields:
        return LineKind.ROLE
    return LineKind.RENAMED if fields & {"name", "nickname"} else LineKind.OTHER


@dataclass(frozen=True, slots=True)
class RenameOffer:
    """A new row that may be a member who is missing under the old name."""

    line: int
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One row of the list in the preview; `line` is its place in the file.

    `changes` says what the register has and will have; for somebody new `before` is empty. `code`
    and `values` name why a row is a conflict (`import_conflict`) or rejected
    (`import_rejected`); a conflict that `may_be_new` can be taken in as somebody new.
    `known_elsewhere` is a person whom another group has already. A member who is missing has no
    line but a `membership_id`; `removal_case` is the case whose removal is being carried out,
    `asked_to_leave` when they said that they want to leave, stored text. Of former members a list
    of our own says how their stay `ended`: "left" or "removed".
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
    membership_id: int = 0
    removal_case: int = 0
    asked_to_leave: str = ""
    renames: tuple[RenameOffer, ...] = ()
    ended: str = ""

    @property
    def explained(self) -> DepartureHow | None:
        """How a missing member left by what was recorded before; None where nothing was."""
        if self.removal_case:
            return DepartureHow.REMOVED
        return DepartureHow.OWN_WISH if self.asked_to_leave else None

    @property
    def key(self) -> int:
        """What decisions about the line go by, within its kind."""
        return self.membership_id or self.line


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many rows become what; `returning` to `deactivated` and `former` are among the others.

    A former member, as our own lists name them, is nobody whose account was switched off. `role`,
    `renamed` and `other` together are `changed`; `left` counts members, not rows, and
    `may_be_renamed` those of them who may be a new row under another name.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    conflict: int = 0
    rejected: int = 0
    returning: int = 0
    bots: int = 0
    deactivated: int = 0
    left: int = 0
    role: int = 0
    renamed: int = 0
    other: int = 0
    may_be_renamed: int = 0
    former: int = 0

    def of(self, kind: LineKind) -> int:
        """Return how many lines of a kind there are."""
        return int(getattr(self, kind.value))


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """The head of a preview; its lines are asked for by the page.

    `compare_notes` belong to a comparison only. `partial` warns that whoever is missing may well
    be in the group: nobody is to be taken for gone unless a person says so. `members` is how
    many stays go on in the group, bots among them.
    """

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
    compare_notes: tuple[ImportNote, ...] = ()
    partial: bool = False
    members: int = 0


@dataclass(frozen=True, slots=True)
class Take:
    """What a person took out of the preview; everything else is taken in.

    `left_kinds` are left out as a whole (new, changed), except for the lines in `kept`; of the
    others the lines in `left_out`. `left_fields` are fields of changed rows. A conflict is left
    out unless `decisions` names, for its line, the membership it means; 0 is a new person.

    With `compare`, who is missing from the list has left: for `hows[membership]`, or else in the
    case of a removal, by own wish where they had asked to leave, or else for `how`. The
    memberships in `departure_exceptions` stay, or, where `left_kinds` has the kind, are the only
    ones who leave. `renames` names, for the line of a new row, the missing member who it is. Who
    may only have another name leaves for what `hows` says of them, or with `renames_settled`; else
    both the member and the new row are left alone.
    """

    left_out: frozenset[int] = frozenset()
    left_kinds: frozenset[LineKind] = frozenset()
    kept: frozenset[int] = frozenset()
    left_fields: frozenset[tuple[int, str]] = frozenset()
    decisions: dict[int, int] = field(default_factory=dict)
    compare: bool = False
    how: DepartureHow = DepartureHow.UNKNOWN
    hows: dict[int, DepartureHow] = field(default_factory=dict)
    departure_exceptions: frozenset[int] = frozenset()
    renames: dict[int, int] = field(default_factory=dict)
    renames_settled: bool = False

    def departs(self, membership_id: int) -> bool:
        """Say whether a member who is missing from the list is recorded as gone."""
        if not self.compare:
            return False
        excepted = membership_id in self.departure_exceptions
        return excepted == (LineKind.LEFT in self.left_kinds)

    def takes(self, kind: LineKind, line: int) -> bool:
        """Say whether a new or changed row is taken in."""
        return line in self.kept if kind in self.left_kinds else line not in self.left_out


TAKE_ALL = Take()
