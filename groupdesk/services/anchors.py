# SPDX-License-Identifier: MIT
"""Anchors: the log's head, written outside the database.

A line is added at each print, backup and close. A log that was cut off, replaced by an older copy
or written anew no longer has the head that an anchor remembers.
"""

import json
import os
from pathlib import Path

from groupdesk.domain.act_records import Finding
from groupdesk.domain.clock import to_text
from groupdesk.models.audit import AuditEntry
from groupdesk.services.ledger import Ledger


def append(path: Path, ledger: Ledger, workspace_id: str) -> None:
    """Add the log's head to the file at `path`. Raises OSError when it cannot be written."""
    seq, head = ledger.head()
    last = _read(path, workspace_id)
    if last and last[-1][:2] == (seq, head.hex()):
        return
    line = {
        "workspace": workspace_id,
        "seq": seq,
        "head": head.hex(),
        "at": to_text(ledger.clock()),
    }
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    try:
        os.write(handle, (json.dumps(line) + "\n").encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def compare(path: Path, ledger: Ledger, entries: int, head: bytes) -> list[Finding]:
    """Return what the anchors have against a log: cut off, or not the one they saw."""
    workspace_id = _workspace_id(ledger)
    for seq, remembered in reversed(_read(path, workspace_id)):
        if seq > entries:
            return [Finding("log_cut_off", seq=seq)]
        if seq == entries:
            found = head
        else:
            row = AuditEntry.get_or_none(AuditEntry.seq == seq)
            found = b"" if row is None else bytes(row.hash)
        if found.hex() != remembered:
            return [Finding("log_rewritten", seq=seq)]
    return []


def _workspace_id(ledger: Ledger) -> str:
    row = ledger.database.execute_sql(
        "SELECT value FROM workspace_value WHERE key = 'id'"
    ).fetchone()
    return "" if row is None else str(row[0])


def _read(path: Path, workspace_id: str) -> list[tuple[int, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        try:
            anchor = json.loads(line)
            if anchor["workspace"] == workspace_id:
                found.append((int(anchor["seq"]), str(anchor["head"])))
        except (ValueError, KeyError, TypeError):
            continue  # half a line after a power cut; the others still count
    return found
