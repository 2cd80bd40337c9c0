# SPDX-License-Identifier: MIT
"""The text that a machine reads in pictures, so that they can be found by what they show.

It is worked out from the pictures, like their small copies: nobody's act, in no log entry, in no
report, and made anew at will. What is true is the picture.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from groupdesk.domain.clock import to_text
from groupdesk.domain.errors import FileRefusedError, StorageError
from groupdesk.domain.machine_text import MachineText, ReadingState
from groupdesk.models import stored
from groupdesk.models.decisions import EvidenceText
from groupdesk.models.storage_errors import storage_errors
from groupdesk.services import evidence_search
from groupdesk.services.evidence import Evidences
from groupdesk.services.jobs import JobContext
from groupdesk.services.ledger import Ledger
from groupdesk.workers.ocr_client import Answer, each_text, engine

AT_ONCE = 8
"""How many pictures one job reads: what is lost when the window closes takes seconds to redo."""

# What acts use, and copies that were made of it; what only a draft holds may still be dropped.
_USED = """
FROM evidence e WHERE coalesce(e.kind, 'picture') = 'picture'
    AND (EXISTS (SELECT 1 FROM evidence_link l WHERE l.evidence_id = e.id)
        OR EXISTS (SELECT 1 FROM redaction r WHERE r.copy_id = e.id))
"""


class EvidenceTexts:
    """What is known of the text in a workspace's pictures."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Keep texts through `ledger`; pictures come from the store of `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    @property
    def engine(self) -> str:
        """What reads here, "rapidocr 3.10.0"; empty where the extra `ocr` is not installed."""
        return engine()

    def pending(self, limit: int = AT_ONCE) -> tuple[int, ...]:
        """Return pictures that acts use and nobody read yet, the newest first."""
        sql = (
            f"SELECT e.id {_USED} AND NOT EXISTS"
            " (SELECT 1 FROM evidence_text t WHERE t.evidence_id = e.id)"
            " ORDER BY e.id DESC LIMIT ?"
        )
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(sql, (limit,)).fetchall()
        return tuple(row[0] for row in rows)

    def state(self) -> ReadingState:
        """Return how far the reading is."""
        with self._ledger.reading():
            execute = self._ledger.database.execute_sql
            (total,) = execute(f"SELECT count(*) {_USED}").fetchone()
            read, failed = execute(
                "SELECT count(*), count(nullif(problem, '')) FROM evidence_text"
            ).fetchone()
        return ReadingState(min(read, total), total, failed)

    def of(self, evidence_id: int) -> MachineText | None:
        """Return what was read in a picture; None where nobody tried yet.

        A redacted copy has a text of its own, read from what it still shows.
        """
        with self._ledger.reading():
            row = EvidenceText.get_or_none(EvidenceText.evidence == evidence_id)
        if row is None:
            return None
        return MachineText(
            row.evidence_id, row.text, row.engine, row.problem, stored.moment_text(row.read_at)
        )

    def read(
        self,
        evidence_ids: Sequence[int],
        *,
        told: Callable[[int], object] = lambda _done: None,
        cancelled: Callable[[], bool] | None = None,
    ) -> tuple[MachineText, ...]:
        """Read pictures in a child process; nothing is stored yet, see `store`.

        `told` is called with how many are done. One whose file is missing or damaged, or that the
        child cannot read, carries a `problem`. Raises StorageError when the disk has no room, and
        CancelledError.
        """
        found: dict[int, Answer] = {}
        paths: dict[int, Path] = {}
        for evidence_id in evidence_ids:
            found[evidence_id] = "", "text_no_picture"
            picture = self._evidence.get(evidence_id)
            if picture is not None:
                with suppress(FileRefusedError, StorageError):
                    paths[evidence_id] = self._evidence.store.display(picture.sha256)
        with storage_errors():
            answers = each_text(list(paths.values()), cancelled=cancelled)
            for done, (evidence_id, answer) in enumerate(zip(paths, answers, strict=True), 1):
                found[evidence_id] = answer
                told(done)
        now = to_text(self._ledger.clock())
        return tuple(
            MachineText(evidence_id, text, engine(), problem, now)
            for evidence_id, (text, problem) in found.items()
        )

    def store(self, texts: Sequence[MachineText]) -> None:
        """Keep what was read, in place of what was read before, and let searches find it.

        Raises StorageError.
        """
        with self._ledger.writing():
            for read in texts:
                evidence_search.put(self._ledger.database.connection(), read)

    def forget_failed(self) -> int:
        """Let pictures that could not be read be tried again; return how many.

        Raises StorageError.
        """
        with self._ledger.writing():
            connection = self._ledger.database.connection()
            rows = connection.execute("SELECT evidence_id FROM evidence_text WHERE problem <> ''")
            failed = [row[0] for row in rows.fetchall()]
            evidence_search.withdraw(connection, failed)
        return len(failed)


def read_job(context: JobContext, _args: dict[str, object]) -> tuple[MachineText, ...]:
    """Read some of the pictures that wait, for the window to store; empty when none is left."""
    texts = context.desk.evidence_texts
    waiting = texts.pending()

    def told(done: int) -> None:
        context.progress("read", done, len(waiting))

    return texts.read(waiting, told=told, cancelled=context.cancelled) if waiting else ()
