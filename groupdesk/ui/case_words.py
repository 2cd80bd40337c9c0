# SPDX-License-Identifier: MIT
"""Says in words how a case was worked on."""

from datetime import datetime

from groupdesk.domain.case_enums import CaseEntryKind
from groupdesk.domain.clock import from_text
from groupdesk.domain.records import TimelineEntry
from groupdesk.ui.dates import Dates
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.words import Words

ENTRY = "case_entry"
"""What a timeline calls an entry of a case."""
_ICONS: dict[str, tuple[str, ToneName]] = {
    CaseEntryKind.OPENED: ("folder-plus", "accent"),
    CaseEntryKind.CORRECTED: ("pencil", "muted"),
    CaseEntryKind.CLAIMED: ("user-check", "muted"),
    CaseEntryKind.RELEASED: ("user-x", "muted"),
    CaseEntryKind.HANDED_OVER: ("arrow-right-left", "muted"),
    CaseEntryKind.RELATED: ("link", "muted"),
    CaseEntryKind.UNRELATED: ("unlink", "muted"),
    CaseEntryKind.CLOSED: ("folder-check", "ok"),
    CaseEntryKind.REOPENED: ("folder-open", "accent"),
    CaseEntryKind.MOVED_AWAY: ("arrow-right-left", "muted"),
    CaseEntryKind.MOVED_HERE: ("arrow-right-left", "muted"),
    CaseEntryKind.MISTAKEN: ("user-x", "warning"),
}


def entry_icon(entry: TimelineEntry) -> tuple[str, ToneName]:
    """Return the drawing of an entry and its tone."""
    return _ICONS.get(entry.state, ("circle", "muted"))


def entry_title(words: Words, entry: TimelineEntry) -> str:
    """Return what was done: "Handed the case over to Arun"."""
    said = dict(entry.lines)
    if entry.state == CaseEntryKind.HANDED_OVER and "owner" in said:
        return words("case_entry_kind.handed_to", owner=said["owner"])
    return words(f"case_entry_kind.{entry.state}", number=said.get("other_case", ""))


def entry_lines(words: Words, dates: Dates, now: datetime, entry: TimelineEntry) -> list[str]:
    """Return what a correction changed, one fact each, or which act was moved."""
    said = dict(entry.lines)
    if "act.now" in said:
        at = dates.moment(from_text(said["act.now"]), now)
        return [words(f"case_moved.{said['act.before']}", at=at)]
    lines = []
    for key in said:
        name, _, which = key.rpartition(".")
        if which != "before":
            continue
        before, after = (
            fact_text(words, dates, now, name, said.get(f"{name}.{one}", ""))
            for one in ("before", "now")
        )
        shown = "from_to" if before and after else "added" if after else "taken_back"
        fact = words(f"case_fact.{name}")
        lines.append(words(f"case_fact.{shown}", fact=fact, before=before, now=after))
    return lines


def fact_text(words: Words, dates: Dates, now: datetime, name: str, text: str) -> str:
    """Return a fact of a case in words; empty where nobody said it."""
    if name == "happened_at":
        return dates.moment(from_text(text), now) if text else ""
    if name == "noticed_how":
        return words(f"noticed_how.{text}") if text != "unknown" else ""
    return text
