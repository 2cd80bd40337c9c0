# SPDX-License-Identifier: MIT
"""Anchors: the log's head, written outside the database.

A line is added at each print, backup and close. A log that was cut off, replaced by an older copy
or written anew no longer has the head that an anchor remembers.
"""

import json
import os
from pathlib import Path

from groupdesk.domain.clock import to_text
from groupdesk.domain.findings import Finding
from groupdesk.models.audit import AuditEntry
from groupdesk.services.ledger import Ledger

Anchor = tuple[int, str]
"""Sequence number and hash, in hex, of the last entry that an anchor saw."""


def append(path: Path, ledger: Ledger, workspace_id: str) -> None:
    """Add the log's head to the file at `path`. Raises OSError when it cannot be written."""
    seq, head = ledger.head()
    last = read(path, workspace_id)
    if last and last[-1] == (seq, head.hex()):
        return
    line = {
        "workspace": workspace_id,
        "seq": seq,
        "head": head.hex(),
        "at": to_text(ledger.clock()),
    }
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600)
    try:
        # A power cut may have left half a line; this one must not be glued to it.
        whole = os.lseek(handle, 0, os.SEEK_END) == 0
        whole = whole or _last_byte(handle) == b"\n"
        os.write(handle, ("" if whole else "\n").encode() + f"{json.dumps(line)}\n".encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def compare(known: list[Anchor], entries: int, head: bytes) -> list[Finding]:
    """Return what the anchors have against a log: cut off, or not the one they saw.

    `entries` and `head` are the number and the hash of its last entry; the caller reads.
    """
    for seq, remembered in reversed(known):
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


def read(path: Path, workspace_id: str) -> list[Anchor]:
    """Return the anchors of a workspace, the oldest first; what is no anchor is skipped."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        try:
            anchor = json.loads(line)
            if anchor["workspace"] == workspace_id:
                seq = int(anchor["seq"])
                if 0 <= seq < 1 << 63:
                    found.append((seq, str(anchor["head"])))
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            continue  # half a line after a power cut; the others still count
    return found


def _last_byte(handle: int) -> bytes:
    os.lseek(handle, -1, os.SEEK_END)
    return os.read(handle, 1)
