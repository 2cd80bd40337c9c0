# SPDX-License-Identifier: MIT
"""Opens the editor for a redacted copy from wherever a picture is shown."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import EvidenceRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import why_not

if TYPE_CHECKING:
    from groupdesk.ui.dialogs.redact_dialog import RedactDialog


def redact_refusal(context: UiContext, evidence: EvidenceRecord) -> str:
    """Return why no redacted copy of `evidence` can be made now; empty while one can."""
    if evidence.kind is EvidenceKind.FILE:
        return context.translations.words("error.redaction_no_picture")
    return why_not(context, Action.EVIDENCE_REDACT)


def with_newest_copies(
    context: UiContext, records: Sequence[EvidenceRecord]
) -> list[EvidenceRecord]:
    """Return the records as they are by now: each names its newest redacted copy.

    Raises StorageError.
    """
    newest = context.desk.redactions.newest([record.id for record in records])
    known = {record.id: (record.redacted_id, record.redacted_sha256) for record in records}
    return [
        replace(record, redacted_id=copy_id, redacted_sha256=sha256)
        for record in records
        for copy_id, sha256 in [newest.get(record.id, known[record.id])]
    ]


def open_redact(
    context: UiContext, evidence: EvidenceRecord, parent: QWidget | None
) -> "RedactDialog | None":
    """Open the editor for a picture; of a copy, the one for its original.

    Where it cannot be done the window says why, and None is returned.
    """
    from groupdesk.ui.dialogs.redact_dialog import RedactDialog  # noqa: PLC0415  # seldom needed

    refusal = redact_refusal(context, evidence)
    try:
        original = evidence if refusal else context.desk.redactions.original_of(evidence)
    except GroupDeskError as error:
        refusal = context.error_text(error)
    if refusal:
        context.notify(refusal, "warning")
        return None
    dialog = RedactDialog(context, original, parent)
    dialog.open()
    return dialog
