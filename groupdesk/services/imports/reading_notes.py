# SPDX-License-Identifier: MIT
"""What the reading of a list has to say in the preview. Child side only."""

from groupdesk.domain.import_records import ImportNote
from groupdesk.services.imports.convert import Converter
from groupdesk.services.imports.detect import Survey


def of_survey(survey: Survey) -> list[ImportNote]:
    """Return what the survey of a file has to say."""
    return [ImportNote("replacement_characters")] if survey.has_replacement else []


def of_converter(converter: Converter) -> list[ImportNote]:
    """Return what was met while the rows were read."""
    notes: list[ImportNote] = []
    if "date_read" in converter.firsts:
        line, value = converter.firsts["date_read"]
        told = {"line": str(line), "value": value[:60], "at": converter.date_read}
        notes.append(ImportNote("date_read", told))
    codes = (
        "earlier_stays",
        "names_missing",
        "date_unreadable",
        "date_ambiguous",
        "role_unknown",
        "count_unreadable",
        "phones_damaged",
        "emails_unreadable",
        "mojibake",
    )
    for code in codes:
        if count := converter.counts[code]:
            line, value = converter.firsts[code]
            told = {"count": str(count), "line": str(line), "value": value[:60]}
            notes.append(ImportNote(code, told))
    for code in ("bots", "deactivated", "former"):
        count = converter.counts[code]
        notes += [ImportNote(code, {"count": str(count)})] if count else []
    long_ids = converter.counts["long_ids"]
    if long_ids >= 3 and converter.counts["long_ids_round"] == long_ids:
        notes.append(ImportNote("ids_rounded", {"count": str(long_ids)}))
    return notes
