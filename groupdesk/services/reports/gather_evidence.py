# SPDX-License-Identifier: MIT
"""The pictures of a case for its paper: each once, the redacted copy wherever there is one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.errors import FileRefusedError, StorageError
from groupdesk.domain.records import EvidenceRecord, TimelineEntry
from groupdesk.domain.removal_states import NEVER_HELD
from groupdesk.domain.report_records import ActKind, EvidenceItem, RedactedCopy
from groupdesk.models import stored
from groupdesk.models.evidence import Evidence
from groupdesk.services.case_entries import KIND as CASE_ENTRY
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Ledger
from groupdesk.services.redactions import Redactions
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words


def evidence_items(
    ledger: Ledger, evidence: Evidences, words: Words, entries: Iterable[TimelineEntry]
) -> tuple[EvidenceItem, ...]:
    """Return the pictures of these acts in the order of the acts; the caller reads.

    Each says which acts it belongs to, and what became of a removal that never held.
    Raises StorageError for marks of a redacted copy that cannot be read.
    """
    dates = PaperDates(words, ledger.clock())
    found: dict[int, EvidenceItem] = {}
    acts: dict[int, list[str]] = defaultdict(list)
    for entry in sorted(entries, key=lambda act: act.place):
        for picture in entry.evidence:
            acts[picture.id].append(_act(entry, words, dates))
            if picture.id not in found:
                found[picture.id] = _item(ledger, evidence, picture, entry.operator)
    return tuple(
        replace(
            item,
            attached_to=words(
                "report.evidence.of", acts=words("report.semicolon").join(acts[ident])
            ),
        )
        for ident, item in found.items()
    )


def _act(entry: TimelineEntry, words: Words, dates: PaperDates) -> str:
    """Return what an act is called with its day: "Removal of 22 Jun 2026 (declined)"."""
    kind = "case_opened" if entry.kind == CASE_ENTRY else entry.step_kind or entry.kind
    if entry.kind == "warning" and entry.position == 0:
        kind = ActKind.LAST_NOTICE if entry.last_notice else ActKind.FRIENDLY_REMINDER
    act = words(f"act_kind.{kind}")
    if entry.numbered:
        act = words("standing.numbered", step=act, number=entry.number)
    day = dates.short_day(stored.moment(entry.at))
    if entry.kind == "removal" and entry.state in NEVER_HELD:
        state = words(f"removal_state.{entry.state}")
        return words("report.evidence.of_asked", date=day, state=state.lower())
    return words("report.evidence.of_act", act=act, date=day)


def _item(
    ledger: Ledger, evidence: Evidences, picture: EvidenceRecord, operator: str
) -> EvidenceItem:
    store = evidence.store
    try:
        original = store.original(picture.sha256)
    except StorageError:
        original = None
    copy = _copy(ledger, evidence, picture)
    try:
        # A copy whose file is gone is not made up for with what it was to hide.
        display = store.display(picture.sha256 if copy is None else copy.sha256)
    except (StorageError, FileRefusedError):
        display = None  # the paper then says that the picture is missing or was changed
    return EvidenceItem(
        sha256=picture.sha256,
        file_name=picture.file_name,
        media_type=Evidence.get_by_id(picture.id).media_type,
        size=picture.size,
        source=stored.one_of(EvidenceSource, picture.source),
        added_at=stored.moment(picture.added_at),
        added_by=operator,
        caption=picture.caption,
        taken_at=stored.moment(picture.taken_at) if picture.taken_at else None,
        quoted_text=picture.quoted_text,
        origin=picture.origin,
        original_path=original,
        display_path=display,
        redacted=copy,
    )


def _copy(ledger: Ledger, evidence: Evidences, picture: EvidenceRecord) -> RedactedCopy | None:
    """Return the redacted copy that is shown in place of a picture, in both editions."""
    if not picture.redacted_id:
        return None
    copies = Redactions(ledger, evidence).of(picture.id)
    if not copies:  # whoever made them is not there
        raise StorageError("damaged")
    newest = copies[0]
    return RedactedCopy(newest.copy_sha256, newest.operator, stored.moment(newest.at), newest.note)
