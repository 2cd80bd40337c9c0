# SPDX-License-Identifier: MIT
"""How every command runs: role, one transaction, its log entry, its operation UUID.

A command is written down in the same transaction as what it records. After an error the program
can ask by the UUID whether it was saved; the same UUID twice saves once.
"""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from peewee import Model

from groupdesk.domain import canonical
from groupdesk.domain.clock import Clock, offset_text, to_text
from groupdesk.domain.enums import Action, OperatorRole, SubjectKind, Topic
from groupdesk.domain.errors import PermissionDeniedError, RefusedError, StorageError
from groupdesk.domain.records import OperatorRecord, Receipt
from groupdesk.domain.roles import may, of_archived
from groupdesk.models import stored, turns
from groupdesk.models.audit import Operation
from groupdesk.models.operators import Operator, WorkspaceValue
from groupdesk.models.people import Group
from groupdesk.models.storage_errors import storage_errors
from groupdesk.models.turns import GaveWayError, LongTurn
from groupdesk.paths import APP_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from groupdesk.models.database import WorkspaceDatabase

_Made = TypeVar("_Made")

SALT_BYTES = 16
_PAYLOADS_AT_ONCE = 2000
_TRIES = 20  # how often a long transaction is taken back at most
_WAY_SECONDS = 0.5  # how long a long transaction waits for those it gave way to
# Columns that acts rewrite whenever standing changes; they are worked out, not recorded.
CACHED_COLUMNS = frozenset(
    {"standing_step", "standing_until", "standing_next", "waiting", "case_count", "sort_key"}
)
PROGRAM = OperatorRecord(0, APP_NAME, OperatorRole.OWNER)
"""Who the log names for what nobody did: a new format, a clean-slate date that has passed."""
# What happens before there is an operator, or without one.
_BY_THE_PROGRAM = frozenset({Action.WORKSPACE_CREATE, Action.WORKSPACE_MIGRATE})


@dataclass
class Entry:
    """A log entry in the making; the command fills in what it is about."""

    now: "datetime"
    operator: OperatorRecord
    subject_kind: SubjectKind = SubjectKind.WORKSPACE
    subject_id: int = 0
    group_id: int | None = None
    topics: set[Topic] = field(default_factory=set)
    payloads: list[tuple[int | None, bytes]] = field(default_factory=list)
    turn: LongTurn | None = None

    def give_way(self) -> None:
        """Raise GaveWayError where this is a long command and somebody else wants to write."""
        if self.turn is not None:
            self.turn.look()

    @property
    def now_text(self) -> str:
        """Return the command's moment as stored text; all its rows carry the same."""
        return to_text(self.now)

    def about(
        self, kind: SubjectKind, subject_id: int, *topics: Topic, group_id: int | None = None
    ) -> None:
        """Name the subject of the entry and the topics whose pages must load again."""
        self.subject_kind, self.subject_id = kind, subject_id
        self.group_id = group_id
        self.topics.update(topics)

    def record(
        self,
        *,
        person_id: int | None = None,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
        rows: Iterable[Model] = (),
    ) -> None:
        """Add a payload: values before and after, and the digests of the rows as they are now."""
        body: dict[str, object] = {}
        if before:
            body["before"] = dict(before)
        if after:
            body["after"] = dict(after)
        digests = {digest_key(row): digest_of(row) for row in rows}
        if digests:
            body["rows"] = digests
        self.payloads.append((person_id, canonical.canonical_json(body)))


class Ledger:
    """Runs commands for one operator on one workspace."""

    def __init__(
        self, database: "WorkspaceDatabase", operator: OperatorRecord, clock: Clock
    ) -> None:
        """Run as `operator`; times come from `clock`."""
        self.database = database
        self.operator = operator
        self.clock = clock
        self.stopped: str | None = None  # the code of a finding that stops all writing
        self._remembered: dict[str, tuple[object, object]] = {}

    @property
    def refusal(self) -> str:
        """The code of the error that says why nothing can be written now; empty while it can."""
        if self.stopped:
            return "writing_stopped"
        return self.database.refusal if self.database.read_only else ""

    def run(
        self,
        operation: "UUID",
        action: Action,
        work: Callable[[Entry], None],
        turn: LongTurn | None = None,
    ) -> Receipt:
        """Carry out `work` in one transaction with its log entry, and say what was done.

        An operation that was carried out before is not repeated: its first receipt comes back
        with `repeated` set. The role is the one that the operator has by now. Raises
        PermissionDeniedError (the attempt is logged), RefusedError("group_archived") for what
        would be written in a group that is archived, StorageError, or what `work` raises; nothing
        else is written then. With a `turn` it raises GaveWayError when others wait to write.
        """
        receipt = None
        with self.writing(turn):
            denied = self._why_denied(action)
            if denied:
                self._log_denied(action)
            else:
                receipt = self._carry_out(operation, action, work, turn)
        if receipt is None:
            raise PermissionDeniedError(denied, action=action.value)
        return receipt

    @contextmanager
    def by_program(self, action: Action, now: "datetime") -> "Iterator[Entry]":
        """Write an entry of the program itself into the transaction that is under way."""
        with self.written_by(PROGRAM, action, now) as entry:
            yield entry

    @contextmanager
    def written_by(
        self, operator: OperatorRecord, action: Action, now: "datetime"
    ) -> "Iterator[Entry]":
        """Write an entry of somebody into the transaction that is under way; no role is asked."""
        entry = Entry(now, operator)
        yield entry
        self._append(entry, action, "")

    def operator_works_here(self) -> bool:
        """Read name and role of the operator anew, and say whether they still may work here."""
        with self.reading():
            return bool(self._read_operator())

    def was_saved(self, operation: "UUID") -> bool:
        """Say whether the operation reached the database, whatever was answered then."""
        with self.reading():
            return Operation.get_or_none(Operation.id == str(operation)) is not None

    def run_long(
        self,
        operation: "UUID",
        action: Action,
        work: Callable[[Entry], None],
        again: Callable[[], None],
    ) -> Receipt:
        """As `run`, for work of seconds: it is taken back when somebody else wants to write.

        `work` raises GaveWayError too where it finds that it is no longer up to date. `again` is
        called before each further try, without the lock. After _TRIES the lock is kept.
        """
        tries = 0
        while True:
            tries += 1
            turn = LongTurn(self.database.path) if tries < _TRIES else None
            try:
                return self.run(operation, action, work, turn)
            except GaveWayError:
                if turn is not None and turn.given:
                    self._let_others_write()
                again()

    def _let_others_write(self) -> None:
        """Wait until somebody has written, but not for long."""
        until = time.monotonic() + _WAY_SECONDS
        with self.reading():
            version = self.database.pragma("data_version")
            while self.database.pragma("data_version") == version and time.monotonic() < until:
                time.sleep(0.01)

    @contextmanager
    def writing(self, turn: LongTurn | None = None) -> "Iterator[None]":
        """Hold the write lock for one transaction on this thread's connection.

        Raises StorageError: read_only, disk_was_full, writing_stopped, workspace_moved, or what
        SQLite says.
        """
        if self.refusal:
            raise StorageError(self.refusal, reason=self.stopped)
        with self.reading():
            self.database.check_identity()
            turns.ask(self.database.path)
            with nullcontext() if turn is None else turn.taken(), self.database.atomic("IMMEDIATE"):
                yield

    @contextmanager
    def reading(self) -> "Iterator[None]":
        """Have a connection on this thread, and errors of the storage in our own words."""
        opened = self.database.is_closed()
        with storage_errors():
            try:
                if opened:
                    self.database.connect()
                    self.database.check_identity()  # or another workspace would be read as ours
                yield
            finally:
                if opened and not self.database.is_closed():
                    self.database.close()

    def head(self) -> tuple[int, bytes]:
        """Return sequence number and hash of the last entry; (0, zeros) for an empty log."""
        with self.reading():
            last = self.database.execute_sql(
                "SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1"
            ).fetchone()
            return (0, bytes(32)) if last is None else (last[0], bytes(last[1]))

    def remembered(self, name: str, make: Callable[[], _Made]) -> _Made:
        """Return what `make` worked out before, where nothing was recorded since; the caller reads.

        What goes by the clock is worked out anew each hour.
        """
        if self.database.in_transaction():  # what is being written has no log entry yet
            return make()
        key = (self.head(), self.clock().strftime("%Y-%m-%dT%H"))
        known = self._remembered.get(name)
        if known is not None and known[0] == key:
            return known[1]  # type: ignore[return-value]  # made by the same `make`
        made = make()
        self._remembered[name] = (key, made)
        return made

    def branch(self) -> int:
        """Return the number of the log's branch; each restore begins a new one."""
        row = WorkspaceValue.get_or_none(WorkspaceValue.key == "branch")
        return 1 if row is None else stored.count(row.value)

    def _carry_out(
        self,
        operation: "UUID",
        action: Action,
        work: Callable[[Entry], None],
        turn: LongTurn | None,
    ) -> Receipt:
        known = Operation.get_or_none(Operation.id == str(operation))
        if known is not None:
            return Receipt(
                str(operation), known.seq_id, known.subject_id, frozenset(), repeated=True
            )
        entry = Entry(self.clock(), self.operator, turn=turn)
        work(entry)
        if entry.group_id is not None and not of_archived(action):
            require_in_use(entry.group_id)
        seq = self._append(entry, action, str(operation))
        Operation.insert(id=str(operation), seq=seq, subject_id=entry.subject_id).execute()
        topics = frozenset(entry.topics | {Topic.AUDIT})
        return Receipt(str(operation), seq, entry.subject_id, topics)

    def _why_denied(self, action: Action) -> str:
        """Return the code of the error when the operator, as they are by now, may not; else ""."""
        before = self.operator.role
        active = self._read_operator()
        if active is None:
            return "" if action in _BY_THE_PROGRAM else "not_allowed"
        if not active:
            return "operator_inactive"
        if may(self.operator.role, action):
            return ""
        return "role_lowered" if may(before, action) else "not_allowed"

    def _read_operator(self) -> bool | None:
        row = Operator.get_or_none(Operator.id == self.operator.id)
        if row is None:
            return None
        role = stored.one_of(OperatorRole, row.role)
        self.operator = OperatorRecord(row.id, row.name, role)
        return bool(row.active)

    def _log_denied(self, action: Action) -> None:
        entry = Entry(self.clock(), self.operator)
        entry.about(SubjectKind.OPERATOR, self.operator.id)
        entry.record(after={"action": action.value})
        self._append(entry, Action.DENIED, "")

    def _append(self, entry: Entry, action: Action, operation: str) -> int:
        seq, previous = self.head()
        seq += 1
        salted = [(person, os.urandom(SALT_BYTES), body) for person, body in entry.payloads]
        digests = b"".join(canonical.payload_digest(salt, body) for _, salt, body in salted)
        fields = (
            seq,
            to_text(entry.now),
            offset_text(entry.now),
            entry.operator.id,
            entry.operator.name,
            action.value,
            entry.subject_kind.value,
            entry.subject_id,
            entry.group_id,
            self.branch(),
            operation,
        )
        connection = self.database.connection()
        connection.execute(
            "INSERT INTO audit_entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (*fields, digests, previous, canonical.entry_hash(fields, digests, previous)),
        )
        rows = [(seq, n, person, salt, body) for n, (person, salt, body) in enumerate(salted)]
        for start in range(0, len(rows), _PAYLOADS_AT_ONCE):
            entry.give_way()
            connection.executemany(
                "INSERT INTO audit_payload (seq, position, person_id, salt, body)"
                " VALUES (?,?,?,?,?)",
                rows[start : start + _PAYLOADS_AT_ONCE],
            )
        return seq


def require_in_use(*group_ids: int) -> None:
    """Raise RefusedError("group_archived") when one of the groups is archived.

    The ledger asks this of the group that an entry is about; a command that is about several
    groups asks it of all of them.
    """
    for group_id in group_ids:
        group = Group.get_or_none(Group.id == group_id)
        if group is not None and group.archived_at is not None:
            raise RefusedError("group_archived", name=group.name)


def digest_key(row: Model) -> str:
    """Return the name under which a row's digest stands in the log, "removal:12" for instance."""
    return f"{row._meta.table_name}:{row.get_id()}"  # peewee's documented way


def digest_of(row: Model) -> str:
    """Return the digest of a row as it will be read back, without the cached columns."""
    columns = {}
    for name, column in row._meta.fields.items():
        if column.column_name not in CACHED_COLUMNS:
            value = column.db_value(row.__data__.get(name))
            columns[column.column_name] = int(value) if isinstance(value, bool) else value
    return canonical.row_digest(columns)
