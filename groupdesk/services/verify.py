# SPDX-License-Identifier: MIT
"""Verify: does the log hold together, do the rows still say what the log says, are the files there?

What it cannot find is said in the manual: whoever owns the computer can rebuild everything. Only a
fingerprint that others hold (a printed report, an anchor kept elsewhere) proves more.
"""

import json
from collections.abc import Callable
from pathlib import Path

from groupdesk.domain import canonical
from groupdesk.domain.act_records import Finding, Verification
from groupdesk.domain.clock import to_text
from groupdesk.models import workspace_file
from groupdesk.services import anchors
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import CACHED_COLUMNS, Ledger

# The tables whose every row must stand in the log with its digest.
VOUCHED = (
    "operator",
    "customer_group",
    "membership",
    "rulebook",
    "rule",
    "case_file",
    "talk",
    "member_warning",
    "warning_event",
    "removal",
    "reversal",
    "evidence_link",
)
Progress = Callable[[str, int, int], None]


class Verifier:
    """Checks a workspace; it never changes anything."""

    def __init__(self, ledger: Ledger, evidence: Evidences, anchor_file: Path | None) -> None:
        """Check what `ledger` wrote, the files of `evidence`, and what `anchor_file` remembers."""
        self._ledger = ledger
        self._evidence = evidence
        self._anchor_file = anchor_file

    def run(self, progress: Progress | None = None) -> Verification:
        """Check everything and return the verdict."""
        findings: list[Finding] = []
        with self._ledger.reading():
            database = self._ledger.database
            findings += [Finding(code) for code in workspace_file.check(database.connection())]
            damaged = any(finding.code == "damaged" for finding in findings)
            entries, head = 0, bytes(32)
            clock_findings: list[Finding] = []
            rows = pictures = 0
            if not damaged:
                entries, head, clock_findings = self._chain(findings, progress)
                rows = self._rows(findings)
                pictures = self._files(findings, progress)
            findings += clock_findings
            findings += self._anchors(entries, head)
            branch = 1 if damaged else self._ledger.branch()
        return Verification(
            entries=entries,
            head=head.hex(),
            branch=branch,
            rows=rows,
            evidence=pictures,
            checked_at=to_text(self._ledger.clock()),
            findings=tuple(findings),
        )

    def _chain(
        self, findings: list[Finding], progress: Progress | None
    ) -> tuple[int, bytes, list[Finding]]:
        execute = self._ledger.database.execute_sql
        total = execute("SELECT count(*) FROM audit_entry").fetchone()[0]
        previous, expected = bytes(32), 1
        clock_back: list[Finding] = []
        last_at = ""
        payloads = iter(
            execute("SELECT seq, position, salt, body FROM audit_payload ORDER BY seq, position")
        )
        waiting = next(payloads, None)
        for row in execute("SELECT * FROM audit_entry ORDER BY seq"):
            fields, digests, stored_previous, stored = row[:11], row[11], row[12], row[13]
            seq = row[0]
            if seq != expected:
                findings.append(Finding("log_gap", seq=expected))
            if stored_previous != previous:
                findings.append(Finding("chain_broken", seq=seq))
            if canonical.entry_hash(fields, digests, stored_previous) != stored:
                findings.append(Finding("entry_changed", seq=seq))
            found = bytearray()
            while waiting is not None and waiting[0] <= seq:
                if waiting[0] == seq:
                    found += canonical.payload_digest(waiting[2], waiting[3])
                else:
                    findings.append(Finding("payload_without_entry", seq=waiting[0]))
                waiting = next(payloads, None)
            if bytes(found) != digests:
                missing = len(found) < len(digests)
                code = "payload_missing" if missing else "payload_changed"
                findings.append(Finding(code, seq=seq))
            if row[1] < last_at:
                clock_back.append(Finding("clock_went_back", seq=seq))
            last_at, previous, expected = row[1], stored, seq + 1
            if progress is not None and seq % 2000 == 0:
                progress("log", seq, total)
        if waiting is not None:
            findings.append(Finding("payload_without_entry", seq=waiting[0]))
        return expected - 1, bytes(previous), clock_back

    def _rows(self, findings: list[Finding]) -> int:
        execute = self._ledger.database.execute_sql
        vouched: dict[str, tuple[str, int]] = {}
        for seq, body in execute("SELECT seq, body FROM audit_payload ORDER BY seq, position"):
            if b'"rows":{' not in body:
                continue
            try:
                for key, digest in json.loads(body).get("rows", {}).items():
                    vouched[key] = (digest, seq)
            except ValueError:
                findings.append(Finding("payload_changed", seq=seq))
        checked = 0
        for table in VOUCHED:
            cursor = execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in cursor.description]
            for row in cursor:
                values = {
                    key: value
                    for key, value in zip(columns, row, strict=True)
                    if key not in CACHED_COLUMNS
                }
                key = f"{table}:{values['id']}"
                known = vouched.pop(key, None)
                checked += 1
                if known is None:
                    findings.append(Finding("row_not_in_log", key))
                elif known[0] != canonical.row_digest(values):
                    findings.append(Finding("row_changed", key, known[1]))
        findings += [Finding("row_missing", key, seq) for key, (_, seq) in vouched.items()]
        return checked

    def _files(self, findings: list[Finding], progress: Progress | None) -> int:
        rows = self._ledger.database.execute_sql(
            "SELECT DISTINCT sha256 FROM evidence_link ORDER BY sha256"
        ).fetchall()
        for number, (sha256,) in enumerate(rows, 1):
            state = self._evidence.store.verify(sha256)
            if state != "ok":
                findings.append(Finding(f"evidence_{state}", sha256))
            if progress is not None:
                progress("evidence", number, len(rows))
        return len(rows)

    def _anchors(self, entries: int, head: bytes) -> list[Finding]:
        if self._anchor_file is None:
            return []
        return anchors.compare(self._anchor_file, self._ledger, entries, head)
