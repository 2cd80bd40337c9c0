# SPDX-License-Identifier: MIT
"""What many tests need: a clock to move, a group with rules, a screenshot, and what trust means."""

import hashlib
import os
import re
import shutil
import sqlite3
import struct
import sys
import time
import uuid
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from groupdesk.app import build
from groupdesk.domain.act_records import (
    EvidenceUse,
    Incident,
    RemovalRequest,
    TalkRequest,
    WarningRequest,
)
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import (
    Channel,
    EvidenceSource,
    FairItem,
    Ground,
    Language,
    OperatorRole,
    Platform,
    Severity,
    Term,
)
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.pin import Cost
from groupdesk.domain.records import EvidenceRecord, GroupFields, MemberFields
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.models import schema
from groupdesk.models.migrations import MIGRATIONS, Migration
from groupdesk.models.schema import schema_fingerprint
from groupdesk.services.desk import Desk
from groupdesk.services.evidence_store import StoredEvidence
from groupdesk.services.first_look import DATABASE_NAME
from groupdesk.services.operators import Operators
from groupdesk.services.workspace import add_operator, create_workspace
from groupdesk.words import Words

SHANGHAI = timezone(timedelta(hours=8))
RULES = (
    RuleDraft(
        "R1", Severity.MINOR, {"en": "Stay on topic", "zh": "不跑题"}, {"en": "Only orders."}
    ),
    RuleDraft("R2", Severity.SERIOUS, {"en": "No advertising"}, {"en": "No offers here."}),
    RuleDraft("R3", Severity.ZERO_TOLERANCE, {"en": "No fraud"}, {"en": "No fraud."}),
)


class MovableClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = datetime(2026, 6, 1, 9, 0, tzinfo=SHANGHAI)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Move on, `move(days=3)` for instance."""
        self.now += timedelta(**by)

    def ago(self, **by: float) -> str:
        """Return the stored text of an earlier moment."""
        return to_text(self.now - timedelta(**by))

    @property
    def text(self) -> str:
        """The present moment as stored text."""
        return to_text(self.now)


def end_of_day(moment: datetime) -> str:
    """Return the last moment of a day as stored text: until then counts what counts that day."""
    return to_text(moment.replace(hour=23, minute=59, second=59, microsecond=999_000))


def make_desk(folder: Path, clock: MovableClock, *, anchors: Path | None = None) -> Desk:
    """Make a workspace below `folder` and open it."""
    create_workspace(folder / "desk", "Mei", Language.EN, clock)
    return open_desk(folder, clock, anchors=anchors)


def ready_desk(folder: Path, clock: MovableClock) -> Desk:
    """Return what `make_desk` makes, from a copy: for tests that want just any workspace.

    Two of one test carry the same id; where they must be two workspaces, `make_desk` makes them.
    """
    copy_once_made(
        ("desk", clock.now), lambda made: make_desk(made, MovableClock(clock.now)), folder
    )
    return open_desk(folder, clock)


_ONCE_MADE: dict[tuple[object, ...], dict[str, bytes | None]] = {}


def copy_once_made(key: tuple[object, ...], make: Callable[[Path], Desk], folder: Path) -> None:
    """Put into `folder` what `make` puts into one; it is called once in a process for a key."""
    if key not in _ONCE_MADE:
        with TemporaryDirectory() as name:
            make(Path(name)).close()
            _ONCE_MADE[key] = {
                str(path.relative_to(name)): None if path.is_dir() else path.read_bytes()
                for path in sorted(Path(name).rglob("*"))  # a folder before what is in it
            }
    for name, content in _ONCE_MADE[key].items():
        if content is None:
            (folder / name).mkdir(mode=0o700)
        else:
            with os.fdopen(os.open(folder / name, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
                file.write(content)


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the processes of one run have in common."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let no other process of the run go on meanwhile: what takes long is made once for all."""
    while True:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            time.sleep(0.05)
    try:
        yield
    finally:
        path.unlink()


def open_desk(
    folder: Path, clock: MovableClock, *, operator_id: int = 0, anchors: Path | None = None
) -> Desk:
    """Open the workspace that `make_desk` made below `folder`."""
    return build(
        folder / "desk",
        operator_id=operator_id,
        clock=clock,
        anchor_folder=anchors or folder / "anchors",
    )


def as_role(desk: Desk, role: OperatorRole) -> Desk:
    """Return the same workspace as seen by a further operator with this role."""
    operator = add_operator(desk.ledger, uuid.uuid4(), f"A {role.value}", role).subject_id
    folder = desk.workspace.folder
    anchors = desk.anchor_file.parent if desk.anchor_file else None
    desk.close()
    return build(folder, operator_id=operator, clock=desk.clock, anchor_folder=anchors)


CHEAP = Cost(2, 1, 1)
"""What a PIN costs in tests: nothing."""


def give_pin(desk: Desk, pin: str = "2468") -> None:
    """Give the operator at the desk a first PIN."""
    Operators(desk.ledger, CHEAP).set_pin(uuid.uuid4(), pin)


def make_group(desk: Desk, name: str = "Aurora", *, rules: bool = True) -> int:
    """Make a group, with three published rules."""
    fields = GroupFields(name, Platform.WECOM, Language.EN)
    group = desk.groups.create(uuid.uuid4(), fields).subject_id
    if rules:
        desk.rules.publish(uuid.uuid4(), group, RULES)
    return group


def make_member(desk: Desk, group: int, name: str = "Li Wei", external_id: str = "") -> int:
    """Take a member in and return the membership."""
    fields = MemberFields(name, external_id=external_id)
    return desk.members.add(uuid.uuid4(), group, fields).subject_id


def rule_id(desk: Desk, group: int, code: str = "R1") -> int:
    """Return the id of a rule in force."""
    book = desk.rules.current(group)
    assert book is not None
    return next(rule.id for rule in book.rules if rule.code == code)


def png(width: int = 8, height: int = 8, shade: int = 0) -> bytes:
    """Return a small grey picture as a PNG file."""
    rows = (b"\0" + bytes([shade % 256]) * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def screenshot(desk: Desk, shade: int = 0) -> EvidenceRecord:
    """Put a screenshot where `take_files` leaves it, without the child process that checks it."""
    data = png(shade=shade)
    sha256 = hashlib.sha256(data).hexdigest()
    path = desk.workspace.evidence_folder / sha256[:2] / sha256
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    stored = StoredEvidence(sha256, "image/png", len(data), 8, 8, f"shot-{shade}.png", False)
    return desk.evidence.register([stored], EvidenceSource.FILE)[0]


def warning(
    desk: Desk,
    membership: int,
    rule: int | None,
    position: int = 2,
    *,
    sent_at: str = "",
    evidence: tuple[EvidenceUse, ...] = (),
    operation: uuid.UUID | None = None,
    further: tuple[int, ...] = (),
) -> int:
    """Record a warning, sent at `sent_at` or else only prepared, and return its id."""
    request = WarningRequest(
        operation or uuid.uuid4(),
        membership,
        rule,
        position,
        Channel.PRIVATE,
        Language.EN,
        "Hello Li Wei, please keep to rule R1.",
        evidence=evidence,
        more_rule_ids=further,
    )
    if sent_at:
        return desk.warnings.record_sent(request, sent_at).subject_id
    return desk.warnings.prepare(request).subject_id


def talk(desk: Desk, membership: int, **values: object) -> int:
    """Record a talk that was just held."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "membership_id": membership,
        "happened_at": to_text(desk.clock()),
        "channel": Channel.PHONE,
        "problem": "Several offers in a day",
    }
    return desk.talks.record(TalkRequest(**(known | values))).subject_id  # type: ignore[arg-type]


ALL_OVERRIDES: dict[FairItem, str] = dict.fromkeys(FairItem, "Agreed with the owner.")


def removal(desk: Desk, membership: int, rule: int | None, **values: object) -> RemovalRequest:
    """Return a request for a removal that lacks nothing; `values` change it."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "membership_id": membership,
        "ground": Ground.BREACH,
        "rule_id": rule,
        "reason": "Advertised again after the final warning.",
        "term": Term.MAY_RETURN,
        "notice": "We have removed you from the group.",
        "overrides": ALL_OVERRIDES,
        "incident": Incident(),
    }
    if "evidence" not in values:
        known["evidence"] = (EvidenceUse(screenshot(desk).id, "The offer"),)
    return RemovalRequest(**(known | values))  # type: ignore[arg-type]


@contextmanager
def next_version(migration: Migration) -> Iterator[None]:
    """Let the program go on by one migration."""
    with pytest.MonkeyPatch.context() as later:
        later.setattr(schema, "MIGRATIONS", (*MIGRATIONS, migration))
        later.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
        schema._expected.cache_clear()
        yield
    schema._expected.cache_clear()


# -- what trust means


@dataclass(frozen=True)
class Kept:
    """What a workspace had acknowledged at some moment."""

    folder: Path
    anchors: Path
    seq: int
    operations: frozenset[str] = field(default_factory=frozenset)
    evidence: frozenset[str] = field(default_factory=frozenset)


def kept(folder: Path) -> Kept:
    """Read what the workspace that `make_desk` made below `folder` holds."""
    with closing(sqlite3.connect(folder / "desk" / DATABASE_NAME)) as connection:
        (seq,) = connection.execute("SELECT max(seq) FROM audit_entry").fetchone()
        operations = frozenset(row[0] for row in connection.execute("SELECT id FROM operation"))
        evidence = frozenset(row[0] for row in connection.execute("SELECT sha256 FROM evidence"))
    return Kept(folder, folder / "anchors", seq, operations, evidence)


def nothing_lost(before: Kept) -> Desk:
    """Assert that all that was acknowledged is there and sound; return the opened desk."""
    path = before.folder / "desk" / DATABASE_NAME
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert schema_fingerprint(connection) == schema_fingerprint()
    now = kept(before.folder)
    assert now.seq >= before.seq
    assert now.operations >= before.operations
    assert now.evidence >= before.evidence
    for sha256 in now.evidence:
        original = before.folder / "desk" / "evidence" / sha256[:2] / sha256
        assert hashlib.sha256(original.read_bytes()).hexdigest() == sha256
    desk = open_desk(before.folder, MovableClock(datetime(2030, 1, 1, tzinfo=UTC)))
    assert desk.ledger.stopped is None
    verdict = desk.verifier.run()
    assert verdict.findings == ()
    return desk


_TECHNICAL = re.compile(
    r"[A-Z][a-z]+(Error|Exception)|Traceback|(?i:sqlite|peewee|errno)|SELECT|\bNone\b|[{}<\\]|/tmp"
)


def clear_error(error: BaseException) -> str:
    """Assert that an error says one clear thing in both languages; return it in English."""
    assert isinstance(error, GroupDeskError), repr(error)
    key = f"error.{error.code}"
    said = {"en": Words("en")(key, **error.values), "zh": Words("zh")(key, **error.values)}
    for language, text in said.items():
        bare = text
        for value in error.values.values():
            bare = bare.replace(str(value), "") if str(value) else bare
        assert not _TECHNICAL.search(bare), text
        assert text.endswith("." if language == "en" else "。")
        assert "  " not in text
    return said["en"]


def copy_workspace(source: Path, target: Path) -> Path:
    """Copy a closed workspace with its anchors, to be broken."""
    shutil.copytree(source, target)
    return target


def raw(folder: Path, *statements: str) -> None:
    """Run plain SQL on a workspace as an attacker would, the guarding triggers dropped first."""
    with closing(sqlite3.connect(folder / "desk" / DATABASE_NAME)) as connection:
        names = [
            (str(name), str(sql))
            for name, sql in connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
            )
        ]
        for name, _sql in names:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _name, sql in names:
            connection.execute(sql)
        connection.commit()


def say(capsys: pytest.CaptureFixture[str], text: str) -> None:
    """Print a figure that the run of the tests shows: how many fault points were reached."""
    with capsys.disabled():
        sys.stdout.write(f" [{text}] ")
