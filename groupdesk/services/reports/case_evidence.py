# SPDX-License-Identifier: MIT
"""The evidence of a case file: pictures for the page, fingerprints, originals to embed."""

import hashlib
import mimetypes
from pathlib import Path

from groupdesk.domain.enums import Edition
from groupdesk.domain.report_records import EvidenceItem
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.paper_stamp import grouped
from groupdesk.services.reports.printable import Tree
from groupdesk.words import Words

MOST_EMBEDDED = 15_000_000
"""Bytes of originals in one PDF: with the pages, mail services still take that."""


def evidence_tree(
    items: tuple[EvidenceItem, ...],
    edition: Edition,
    words: Words,
    dates: PaperDates,
    files: dict[str, Path],
) -> Tree:
    """Return figures, the list of fingerprints and what to attach; put the paths into `files`."""
    inside = edition is Edition.FILE
    figures: list[Tree] = []
    rows: list[Tree] = []
    attachments: list[Tree] = []
    embedded = _embedded(items) if inside else set()
    for number, item in enumerate(items, start=1):
        figure = words("report.figure", number=number)
        picture = f"picture-{number}"
        if item.display_path is not None:
            files[picture] = item.display_path
        figures.append(_figure(item, number, words, dates))
        state = _original_state(item) if inside else ""
        if state == "whole":
            state = "is_embedded" if number in embedded else "left_out"
        if state == "is_embedded" and item.original_path is not None:
            name = f"original-{number}"
            files[name] = item.original_path
            attachments.append(
                {
                    "file": name,
                    "name": _attachment_name(item, number),
                    "type": item.media_type,
                    "about": words("report.dot").join(filter(None, [figure, item.file_name])),
                }
            )
        rows.append(_row(item, figure, state, words, dates))
    return {
        "title": words("report.section.evidence"),
        "none": words("report.evidence.none"),
        "no_picture": words("report.evidence.no_picture"),
        "not_a_picture": words("report.evidence.not_a_picture"),
        "figures": figures,
        "list_title": words("report.section.fingerprints"),
        "heads": [words(f"report.evidence.{name}") for name in ("number", "fingerprint", "origin")],
        "rows": rows,
        "note": words(f"report.evidence.{'embedded' if inside else 'handout'}"),
        "attachments": attachments,
    }


def _figure(item: EvidenceItem, number: int, words: Words, dates: PaperDates) -> Tree:
    parts = [item.caption] if item.caption else []
    if item.quoted_text:
        parts.append(words("report.evidence.quoted", text=item.quoted_text))
    if item.taken_at is not None:
        parts.append(dates.moment(item.taken_at))
    return {
        "picture": f"picture-{number}" if item.display_path is not None else None,
        "number": words("report.figure", number=number),
        # The typesetter fills in how many parts a long picture needs.
        "part": words("report.figure_part", number=number, part="@1", parts="@2"),
        "caption": words("report.dot").join(parts),
        "redacted": _redacted(item, words, dates),
        "attached": item.attached_to,
        "alt": words("report.figure_alt", number=number),
        "short_hash": grouped(item.sha256[:8]),
    }


def _redacted(item: EvidenceItem, words: Words, dates: PaperDates) -> str:
    """Return the line under a redacted copy; empty where the picture is the original's."""
    copy = item.redacted
    if copy is None:
        return ""
    line = words(
        "report.evidence.redacted",
        hash=grouped(item.sha256[:16]),
        who=copy.operator,
        date=dates.moment(copy.at),
    )
    return words("report.dot").join(filter(None, [line, copy.note]))


def _row(
    item: EvidenceItem, figure: str, state: str, words: Words, dates: PaperDates
) -> dict[str, Tree]:
    added = words("report.evidence.added", date=dates.moment(item.added_at), who=item.added_by)
    origin = [words(f"evidence_source.{item.source}")]
    if item.origin:
        origin.append(words("report.evidence.from", who=item.origin))
    if item.taken_at is not None:
        origin.append(words("report.evidence.taken", date=dates.moment(item.taken_at)))
    origin.append(added)
    if item.redacted is not None:
        origin.append(words("report.evidence.shown_as", hash=grouped(item.redacted.sha256)))
    about = [item.file_name] if item.file_name else []
    about.append(_size(item.size))
    if state:
        about.append(words(f"report.evidence.{state}", folder=item.sha256[:2]))
    return {
        "number": figure,
        "hash": [grouped(item.sha256[:32]), grouped(item.sha256[32:])],
        "about": words("report.dot").join(about),
        "attached": item.attached_to,
        "origin": words("report.comma").join(origin),
    }


def _original_state(item: EvidenceItem) -> str:
    if item.original_path is None or not item.original_path.is_file():
        return "missing"
    with item.original_path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return "whole" if digest == item.sha256 else "changed"


def _embedded(items: tuple[EvidenceItem, ...]) -> set[int]:
    """Return the numbers of those for which there is room: pictures first, then other files."""
    numbered = sorted(enumerate(items, start=1), key=lambda each: each[1].display_path is None)
    inside: set[int] = set()
    room = MOST_EMBEDDED
    for number, item in numbered:
        if item.size <= room:
            inside.add(number)
            room -= item.size
    return inside


def _attachment_name(item: EvidenceItem, number: int) -> str:
    """Return a name of our own making: what was supplied never becomes a file's name."""
    suffix = mimetypes.guess_extension(item.media_type) or ".bin"
    return f"{number:02d}-{item.sha256[:16]}{suffix}"


def _size(count: int) -> str:
    if count < 1024:
        return f"{count} B"
    if count < 1024 * 1024:
        return f"{count / 1024:.0f} KB"
    return f"{count / 1024 / 1024:.1f} MB"
