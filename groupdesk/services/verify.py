# SPDX-License-Identifier: MIT
"""Verify that the log holds together, that rows and files still are what the log says.

What it cannot find is said in the manual: whoever owns the computer can rebuild everything. Only a
fingerprint that others hold (a printed report, an anchor kept elsewhere) proves more.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupdesk.domain import canonical
from groupdesk.domain.clock import to_text
from groupdesk.domain.findings import Finding, Verification
from groupdesk.models import workspace_file
from groupdesk.models.operators import WorkspaceValue
from groupdesk.models.storage_errors import classify
from groupdesk.services import anchors, finding_names
from groupdesk.services.ledger import CACHED_COLUMNS, SALT_BYTES, Ledger
from groupdesk.services.same_person import wrong_pointers

if TYPE_CHECKING:
    from groupdesk.services.evidence import Evidences

# The tables whose every row must stand in the log with its digest.
VOUCHED = (
    "workspace_value",
    "operator",
    "operator_pin",
    "customer_group",
    "membership",
    "rulebook",
    "rule",
    "case_file",
    "talk",
    "task_event",
    "member_warning",
    "warning_event",
    "removal",
    "reversal",
    "evidence_link",
    "person_link",
    "person_apart",
    "block_entry",
    "return_decision",
    "import_change",
    "import_undo",
    "departure",
    "ladder_version",
    "warning_rule",
    "rules_told",
    "case_entry",
    "recognition",
    "removal_approval",
    "removal_term",
    "appeal",
    "appeal_entry",
    "appeal_decision",
    "notice_event",
    "redaction",
    "exit_request",
    "exit_entry",
    "exit_told",
    "rejoin_request",
    "rejoin_entry",
    "handover",
    "handover_entry",
    "review",
    "review_group",
    "review_row",
    "review_decision",
    "review_entry",
    "group_note",
)
Progress = Callable[[str, int, int], None]


class Verifier:
    """Checks a workspace; it never changes anything."""

    def __init__(
        self, ledger: Ledger, evidence: "Callable[[], Evidences]", anchor_file: Path | None
    ) -> None:
        """Check what `ledger` wrote, the files of `evidence`, and what `anchor_file` remembers.

        `evidence` is asked for when the files are checked: the look at a start does without.
        """
        self._ledger = ledger
        self._evidence = evidence
        self._anchor_file = anchor_file

    def run(self, progress: Progress | None = None) -> Verification:
        """Check everything and return the verdict."""
        findings: list[Finding] = []
        # Read before the log, which can only have grown since; read after it, an anchor that
        # was set meanwhile would look like a log that was cut off.
        anchored = self._anchored()
        entries = rows = 0
        head, branch = bytes(32), 1
        pictures: list[str] = []
        with self._ledger.reading():
            database = self._ledger.database
            with _damage(findings), database.atomic("DEFERRED"):  # log and rows of one moment
                findings += [Finding(code) for code in workspace_file.check(database.connection())]
                branch = self._ledger.branch()
                entries, head, clock_findings = self._chain(findings, progress)
                rows = self._rows(findings)
                self._operations(findings)
                findings += [
                    finding_names.named(database, Finding("link_changed", f"person:{person}"))
                    for person in wrong_pointers(database)
                ]
                pictures = [
                    str(sha256)
                    for (sha256,) in database.execute_sql(
                        "SELECT sha256 FROM evidence_link UNION"
                        " SELECT original_sha256 FROM redaction UNION"
                        " SELECT copy_sha256 FROM redaction ORDER BY 1"
                    )
                ]
                findings += clock_findings
                findings += anchors.compare(anchored, entries, head)
        self._files(pictures, findings, progress)
        return Verification(
            entries=entries,
            head=head.hex(),
            branch=branch,
            rows=rows,
            evidence=len(pictures),
            checked_at=to_text(self._ledger.clock()),
            findings=tuple(dict.fromkeys(findings)),
        )

    def at_start(self) -> Finding | None:
        """Look at the log's end and the anchors only: what a start can afford before the window."""
        findings: list[Finding] = []
        anchored = self._anchored()
        with self._ledger.reading():
            database = self._ledger.database
            with _damage(findings), database.atomic("DEFERRED"):
                last = database.execute_sql(
                    "SELECT * FROM audit_entry ORDER BY seq DESC LIMIT 2"
                ).fetchall()
                entries, head = (last[0][0], last[0][13]) if last else (0, bytes(32))
                before = last[1][13] if len(last) > 1 else bytes(32)
                if last and _own_hash(last[0]) != head:
                    findings.append(Finding("entry_changed", seq=entries))
                if last and last[0][12] != before:
                    findings.append(Finding("chain_broken", seq=entries))
                findings += anchors.compare(anchored, entries, head)
        return findings[0] if findings else None

    def _chain(
        self, findings: list[Finding], progress: Progress | None
    ) -> tuple[int, bytes, list[Finding]]:
        execute = self._ledger.database.execute_sql
        total = execute("SELECT count(*) FROM audit_entry").fetchone()[0]
        previous, expected = bytes(32), 1
        clock_back: list[Finding] = []
        last_at = ""
        payloads = _Payloads(
            execute("SELECT seq, position, salt, body FROM audit_payload ORDER BY seq, position")
        )
        for row in execute("SELECT * FROM audit_entry ORDER BY seq"):
            seq = row[0]
            if seq != expected:
                findings.append(Finding("log_gap", seq=expected))
            if row[12] != previous:
                findings.append(Finding("chain_broken", seq=seq))
            if _own_hash(row) != row[13]:
                findings.append(Finding("entry_changed", seq=seq))
            code = payloads.verdict(seq, row[11])
            if code:
                findings.append(Finding(code, seq=seq))
            if row[1] < last_at:
                clock_back.append(Finding("clock_went_back", seq=seq))
            last_at, previous, expected = row[1], row[13], seq + 1
            if progress is not None and seq % 2000 == 0:
                progress("log", seq, total)
        findings += [Finding("payload_without_entry", seq=seq) for seq in payloads.astray()]
        return expected - 1, bytes(previous), clock_back

    def _rows(self, findings: list[Finding]) -> int:
        execute = self._ledger.database.execute_sql
        vouched: dict[str, tuple[str, int]] = {}
        for seq, body in execute("SELECT seq, body FROM audit_payload ORDER BY seq, position"):
            if b'"rows":{' not in body:
                continue
            try:
                vouched |= {key: (said, seq) for key, said in json.loads(body)["rows"].items()}
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                findings.append(Finding("payload_changed", seq=seq))
        checked = 0
        found: list[Finding] = []
        for table in VOUCHED:
            cursor = execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in cursor.description]
            for row in cursor:
                values = {
                    key: value
                    for key, value in zip(columns, row, strict=True)
                    if key not in CACHED_COLUMNS
                }
                key = f"{table}:{row[0]}"  # the key is the first column everywhere
                known = vouched.pop(key, None)
                checked += 1
                if known is None:
                    found.append(Finding("row_not_in_log", key))
                elif known[0] != canonical.row_digest(values):
                    found.append(Finding("row_changed", key, known[1]))
        missing = [Finding("row_missing", key, seq) for key, (_, seq) in vouched.items()]
        database = self._ledger.database
        findings += [finding_names.named(database, one) for one in (*found, *missing)]
        return checked

    def _operations(self, findings: list[Finding]) -> None:
        rows = self._ledger.database.execute_sql(
            "SELECT e.seq FROM audit_entry e LEFT JOIN operation o ON o.id = e.operation"
            " WHERE e.operation <> '' AND (o.seq, o.subject_id) IS NOT (e.seq, e.subject_id)"
            " UNION ALL SELECT o.seq FROM operation o"
            " LEFT JOIN audit_entry e ON e.seq = o.seq WHERE e.operation IS NOT o.id LIMIT 10"
        )
        findings += [Finding("operation_changed", seq=int(seq)) for (seq,) in rows]

    def _files(
        self, pictures: list[str], findings: list[Finding], progress: Progress | None
    ) -> None:
        from groupdesk.services.evidence_store import FileState  # noqa: PLC0415  # see __init__

        for number, sha256 in enumerate(pictures, 1):
            try:
                state = self._evidence().store.verify(sha256)
            except ValueError:  # no fingerprint at all: the link was edited
                state = FileState.MISSING
            if state is not FileState.OK:
                findings.append(Finding(f"evidence_{state}", sha256))
            if progress is not None:
                progress("evidence", number, len(pictures))

    def _anchored(self) -> list[anchors.Anchor]:
        if self._anchor_file is None:
            return []
        with self._ledger.reading():
            row = WorkspaceValue.get_or_none(WorkspaceValue.key == "id")
        return anchors.read(self._anchor_file, "" if row is None else row.value)


class _Payloads:
    """Walks the payloads beside the entries, both in the order of the log."""

    def __init__(self, rows: Iterable[tuple[int, int, bytes, bytes]]) -> None:
        self._rows = iter(rows)
        self._waiting = next(self._rows, None)
        self._astray: list[int] = []

    def verdict(self, seq: int, digests: bytes) -> str:
        """Return what is wrong with an entry's payloads, or nothing."""
        found = bytearray()
        salted = True
        while self._waiting is not None and self._waiting[0] <= seq:
            at, _, salt, body = self._waiting
            if at == seq:
                found += canonical.payload_digest(salt, body)
                # Another length would let bytes wander from the text into the salt.
                salted = salted and len(salt) == SALT_BYTES
            else:
                self._astray.append(at)
            self._waiting = next(self._rows, None)
        if bytes(found) == digests and salted:
            return ""
        return "payload_missing" if len(found) < len(digests) else "payload_changed"

    def astray(self) -> list[int]:
        """Return the numbers that payloads name and no entry has."""
        rest = [] if self._waiting is None else [self._waiting[0], *(row[0] for row in self._rows)]
        return sorted({*self._astray, *rest})


def _own_hash(row: tuple[Any, ...]) -> bytes:
    return canonical.entry_hash(row[:11], row[11], row[12])


@contextmanager
def _damage(findings: list[Finding]) -> Iterator[None]:
    """Take a damaged page for a finding: the rest of the verdict is wanted all the same."""
    try:
        yield
    except Exception as error:
        known = classify(error)
        if known is None or known.code != "damaged":
            raise
        findings.append(Finding("damaged"))
