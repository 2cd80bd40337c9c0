# SPDX-License-Identifier: MIT
"""Verify names what was changed behind the program's back, and nothing else."""

import json
import sqlite3
import threading
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from groupdesk.domain import canonical
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import StorageError
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.services import anchors
from groupdesk.services.desk import Desk
from groupdesk.services.first_look import DATABASE_NAME
from groupdesk.words import Words
from tests.helpers import (
    MovableClock,
    clear_error,
    copy_workspace,
    make_desk,
    make_group,
    make_member,
    open_desk,
    raw,
    removal,
    rule_id,
    say,
    talk,
    warning,
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workspace in which everything was done once, with two anchors."""
    folder = tmp_path_factory.mktemp("sound") / "workspace"
    folder.mkdir()
    clock = MovableClock()
    desk = make_desk(folder, clock)
    group = make_group(desk)
    member, rule = make_member(desk, group), rule_id(desk, group)
    assert desk.anchor_file is not None
    anchors.append(desk.anchor_file, desk.ledger, desk.workspace.value("id"))
    ident = warning(desk, member, rule, sent_at=clock.text)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, ident, "Not so")
    desk.filters.save(uuid.uuid4(), "Quiet", MemberFilter())  # its entry vouches for no row
    talk(desk, member, follow_up_on="2026-07-01")
    receipt = desk.removals.decide(removal(desk, member, rule))
    for step in desk.removals.get(receipt.subject_id).steps:
        desk.carrying_out.tick(uuid.uuid4(), step)
    desk.cases.close(uuid.uuid4(), 1, "Removed")
    assert desk.verifier.run().findings == ()
    anchors.append(desk.anchor_file, desk.ledger, desk.workspace.value("id"))
    desk.close()
    return folder


def verdict(folder: Path) -> dict[str, str]:
    """Return the codes found, with what they are about."""
    desk = open_desk(folder, MovableClock())
    found = desk.verifier.run().findings
    assert desk.verifier.run().findings == found  # looking changes nothing
    desk.close()
    for finding in found:
        for language in ("en", "zh"):
            said = Words(language)(
                f"finding.{finding.code}", seq=finding.seq, subject=finding.subject
            )
            assert said
            assert "{" not in said
    return {finding.code: finding.subject or str(finding.seq) for finding in found}


ROWS = {
    "UPDATE workspace_value SET value = '2' WHERE key = 'branch'": "row_changed",
    "UPDATE operator SET role = 'viewer' WHERE id = 1": "row_changed",
    'UPDATE customer_group SET ladder = \'{"steps": [], "starts": {}}\'': "row_changed",
    "UPDATE membership SET name = 'Somebody else'": "row_changed",
    "UPDATE membership SET state = 'active', ended_at = NULL": "row_changed",
    "UPDATE rule SET severity = 'zero_tolerance' WHERE code = 'R1'": "row_changed",
    "UPDATE rulebook SET published_at = '2020-01-01T00:00:00.000Z'": "row_changed",
    "UPDATE case_file SET outcome = 'Forgiven'": "row_changed",
    "UPDATE talk SET agreement = 'He agreed'": "row_changed",
    "UPDATE member_warning SET message = 'A friendlier one'": "row_changed",
    "UPDATE warning_event SET at = '2026-01-01T00:00:00.000Z'": "row_changed",
    "UPDATE removal SET reason = 'Another reason'": "row_changed",
    "UPDATE reversal SET reason = 'Another reason'": "row_changed",
    "UPDATE evidence_link SET caption = 'Another caption'": "row_changed",
    "DELETE FROM reversal": "row_missing",
    "DELETE FROM evidence_link": "row_missing",
    "INSERT INTO reversal VALUES (9, 'removal', 1, 1, '2026-06-01T01:00:00.000Z', 'x', NULL)": (
        "row_not_in_log"
    ),
    "UPDATE audit_entry SET operator_name = 'Otto' WHERE seq = 3": "entry_changed",
    "UPDATE audit_entry SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3": "entry_changed",
    "UPDATE audit_entry SET hash = zeroblob(32) WHERE seq = 3": "chain_broken",
    "DELETE FROM audit_entry WHERE seq = 5": "log_gap",
    "DELETE FROM audit_payload WHERE seq = 5": "payload_missing",
    "UPDATE audit_payload SET body = x'7b7d' WHERE seq = 5": "payload_changed",
    "UPDATE audit_payload SET salt = CAST(salt || substr(body, 1, 1) AS BLOB),"
    " body = substr(body, 2) WHERE instr(body, 'rows') = 0": "payload_changed",
    "INSERT INTO audit_payload (seq, position, salt, body) VALUES (77, 0, x'00', x'7b7d')": (
        "payload_without_entry"
    ),
    "DELETE FROM operation WHERE seq = 5": "operation_changed",
    "UPDATE operation SET subject_id = 99 WHERE seq = 5": "operation_changed",
    "UPDATE operation SET id = 'another' WHERE seq = 5": "operation_changed",
    "UPDATE removal SET rule_id = 99": "references_broken",
}


@pytest.mark.parametrize(("attack", "code"), ROWS.items())
def test_an_edit_with_plain_sql_is_found(
    sound: Path, tmp_path: Path, attack: str, code: str
) -> None:
    folder = copy_workspace(sound, tmp_path / "w")
    raw(folder, "PRAGMA foreign_keys = 0", attack)
    assert code in verdict(folder)


def test_a_sound_workspace_has_no_findings(sound: Path, tmp_path: Path) -> None:
    folder = copy_workspace(sound, tmp_path / "w")
    assert verdict(folder) == {}
    desk = open_desk(folder, MovableClock())
    result = desk.verifier.run()
    assert result.sound
    assert (result.entries, result.head) == (
        desk.ledger.head()[0],
        desk.ledger.head()[1].hex(),
    )
    assert (result.evidence, result.branch) == (1, 1)
    assert result.rows > 10
    desk.close()


def test_the_cached_columns_are_no_finding(sound: Path, tmp_path: Path) -> None:
    folder = copy_workspace(sound, tmp_path / "w")
    raw(folder, "UPDATE membership SET standing_step = 4, waiting = 9, sort_key = 'z'")
    assert verdict(folder) == {}


def cut_tail(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "desk" / DATABASE_NAME)) as connection:
        (seq,) = connection.execute("SELECT max(seq) FROM audit_entry").fetchone()
    raw(
        folder,
        f"DELETE FROM audit_payload WHERE seq = {seq}",
        f"DELETE FROM operation WHERE seq = {seq}",
        f"DELETE FROM audit_entry WHERE seq = {seq}",
        "UPDATE case_file SET state = 'open', outcome = '', closed_at = NULL",
        "DELETE FROM case_entry",
    )


def rewrite(folder: Path) -> None:
    """Do what an owner of the computer can: change an entry and hash all that follow anew."""
    with closing(sqlite3.connect(folder / "desk" / DATABASE_NAME)) as connection:
        rows = connection.execute("SELECT * FROM audit_entry ORDER BY seq").fetchall()
    previous, statements = bytes(32), []
    for row in rows:
        fields = list(row[:11])
        if fields[0] == 4:
            fields[4] = "Otto"
        found = canonical.entry_hash(tuple(fields), row[11], previous)
        statements.append(
            f"UPDATE audit_entry SET operator_name = '{fields[4]}', previous = x'{previous.hex()}',"
            f" hash = x'{found.hex()}' WHERE seq = {fields[0]}"
        )
        previous = found
    raw(folder, *statements)


def older_copy(folder: Path) -> None:
    anchor = next((folder / "anchors").iterdir())
    line = json.loads(anchor.read_text().splitlines()[-1])
    anchor.write_text(json.dumps(line | {"seq": line["seq"] + 5, "head": "00"}) + "\n")


@pytest.mark.parametrize(
    ("attack", "code"),
    [(cut_tail, "log_cut_off"), (rewrite, "log_rewritten"), (older_copy, "log_cut_off")],
)
def test_only_an_anchor_tells_a_log_that_was_made_anew(
    sound: Path, tmp_path: Path, attack: Callable[[Path], None], code: str
) -> None:
    folder = copy_workspace(sound, tmp_path / "w")
    attack(folder)
    assert code in verdict(folder)
    desk = open_desk(folder, MovableClock())
    assert desk.ledger.stopped == code  # a start looks at the anchors, too
    desk.close()
    for anchor in (folder / "anchors").iterdir():
        anchor.unlink()
    assert verdict(folder) == {}  # the honest limit


def test_a_start_looks_at_the_end_of_the_log(sound: Path, tmp_path: Path) -> None:
    folder = copy_workspace(sound, tmp_path / "w")
    raw(
        folder,
        "UPDATE audit_entry SET operator_name = 'Otto'"
        " WHERE seq = (SELECT max(seq) FROM audit_entry)",
    )
    desk = open_desk(folder, MovableClock())
    assert desk.ledger.stopped == "entry_changed"
    assert desk.groups.all()
    desk.close()


def test_screenshots_are_hashed_again(sound: Path, tmp_path: Path) -> None:
    folder = copy_workspace(sound, tmp_path / "w")
    (picture,) = (folder / "desk" / "evidence").glob("*/*")
    data = bytearray(picture.read_bytes())
    data[-20] ^= 1
    picture.write_bytes(data)
    assert verdict(folder) == {"evidence_changed": picture.name}
    picture.unlink()
    assert verdict(folder) == {"evidence_missing": picture.name}
    raw(folder, "UPDATE evidence_link SET sha256 = '../../etc/passwd'")
    assert "evidence_missing" in verdict(folder)


def test_a_clock_that_went_back_is_flagged(desk: Desk, clock: MovableClock) -> None:
    make_group(desk)
    clock.move(hours=-3)
    make_group(desk, "Borealis", rules=False)
    (finding,) = desk.verifier.run().findings
    assert (finding.code, finding.seq) == ("clock_went_back", 4)


def test_damaged_pages_are_a_finding_and_no_crash(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Spoil each page in turn: it is named, refused at opening, or lies in unused space."""
    reached: dict[str, int] = {}
    path = sound / "desk" / DATABASE_NAME
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    pages = path.stat().st_size // size
    before = path.read_bytes()
    folder = copy_workspace(sound, tmp_path / "w")
    broken = folder / "desk" / DATABASE_NAME
    for page in range(pages):
        data = bytearray(before)
        data[page * size : page * size + size] = bytes(255 - b for b in data[page * size :][:size])
        broken.write_bytes(data)
        try:
            found = verdict(folder)
        except StorageError as error:
            clear_error(error)
            code = error.code
        else:
            assert "damaged" in found
            code = "found"
        reached[code] = reached.get(code, 0) + 1
    say(capsys, f"damaged pages: {pages}, {reached}")
    assert pages > 60
    assert reached["found"] > 40


def test_progress_is_told(sound: Path, tmp_path: Path) -> None:
    desk = open_desk(copy_workspace(sound, tmp_path / "w"), MovableClock())
    told: list[tuple[str, int, int]] = []
    desk.verifier.run(lambda *step: told.append(step))
    assert ("evidence", 1, 1) in told
    desk.close()


def test_writing_while_it_looks_is_no_finding(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written while the rows are read belongs to the next look, with its anchor."""
    group = make_group(desk)
    database, execute = desk.ledger.database, desk.ledger.database.execute_sql
    workspace = desk.workspace.value("id")
    writers: list[threading.Thread] = []

    def write() -> None:
        make_member(desk, group)
        assert desk.anchor_file is not None
        anchors.append(desk.anchor_file, desk.ledger, workspace)

    def meanwhile(sql: str, params: Sequence[object] | None = None) -> sqlite3.Cursor:
        if sql == 'SELECT * FROM "membership"' and not writers:
            writers.append(threading.Thread(target=write))
            writers[0].start()
            writers[0].join()
        return execute(sql, params)

    monkeypatch.setattr(database, "execute_sql", meanwhile)
    seen = desk.verifier.run()
    assert len(writers) == 1
    assert seen.findings == ()
    after = desk.verifier.run()
    assert (after.findings, after.entries) == ((), seen.entries + 1)
