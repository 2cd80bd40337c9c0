# SPDX-License-Identifier: MIT
"""Gathers how a case was worked on: opened by hand, corrected, closed, opened again; the notes."""

from collections.abc import Iterable

from groupdesk.domain.case_enums import CaseEntryKind
from groupdesk.domain.case_records import CaseEntryRecord
from groupdesk.domain.report_records import ActKind, CaseNote, TimelineAct
from groupdesk.models import stored
from groupdesk.services.case_entries import entries_of_case
from groupdesk.services.ledger import Ledger
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words

_KINDS = {
    CaseEntryKind.OPENED: ActKind.CASE_OPENED,
    CaseEntryKind.CORRECTED: ActKind.CASE_CORRECTED,
    CaseEntryKind.CLOSED: ActKind.CASE_CLOSED,
    CaseEntryKind.REOPENED: ActKind.CASE_REOPENED,
}


def work_acts(ledger: Ledger, words: Words, number: int) -> Iterable[TimelineAct]:
    """Yield what belongs among the acts of a case; who looked after it is nobody else's business.

    What was said when it was opened stands at the head of the file. The caller reads.
    """
    dates = PaperDates(words, ledger.clock())
    for entry in entries_of_case(ledger.database, number):
        kind = _KINDS.get(entry.kind)
        if kind is None:
            continue
        corrected, opened = kind is ActKind.CASE_CORRECTED, kind is ActKind.CASE_OPENED
        yield TimelineAct(
            kind,
            at=stored.moment(entry.at),
            operator=entry.operator,
            case_number=number,
            text=_corrected(entry, words, dates) if corrected else "" if opened else entry.text,
            internal=entry.text if corrected else "",
        )


def case_notes(ledger: Ledger, number: int) -> tuple[CaseNote, ...]:
    """Return what the operators said to one another, the oldest first. The caller reads."""
    return tuple(
        CaseNote(stored.moment(entry.at), entry.operator, entry.text)
        for entry in entries_of_case(ledger.database, number)
        if entry.kind is CaseEntryKind.NOTE
    )


def _corrected(entry: CaseEntryRecord, words: Words, dates: PaperDates) -> str:
    lines = []
    for name, pair in entry.facts.items():
        before, now = (_value(name, text, words, dates) for text in pair)
        key = "from_to" if before and now else "added" if now else "taken_back"
        fact = words(f"case_fact.{name}")
        lines.append(words(f"case_fact.{key}", fact=fact, before=before, now=now))
    return "\n".join(lines)


def _value(name: str, text: str, words: Words, dates: PaperDates) -> str:
    if not text:
        return ""
    if name == "happened_at":
        return dates.moment(stored.moment(text))
    return words(f"noticed_how.{text}") if name == "noticed_how" else text
