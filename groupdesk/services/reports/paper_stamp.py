# SPDX-License-Identifier: MIT
"""What every report carries: head, foot, fingerprint, QR code, note on replaced characters."""

import io
import unicodedata
from collections import Counter

import segno

from groupdesk.domain.enums import Edition
from groupdesk.domain.report_records import SignatureLine, Stamp
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.printable import Tree
from groupdesk.words import Words

_MOST_CHARACTERS = 24


def grouped(digest: str) -> str:
    """Return hex digits in groups of four, as one reads them out."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def head_code(stamp: Stamp) -> str:
    """Return the text of the QR code: branch, sequence and full head of the log."""
    return f"GROUPDESK:{stamp.branch}:{stamp.log_seq}:{stamp.log_head.upper()}"


def stamp_tree(stamp: Stamp, words: Words, dates: PaperDates) -> dict[str, Tree]:
    """Return head, foot and last section of a report."""
    where = [words("report.foot.log", seq=stamp.log_seq)]
    where.append(words("report.foot.branch", branch=stamp.branch))
    printed = words(
        "report.foot.printed", when=dates.moment(stamp.printed_at), who=stamp.printed_by
    )
    edition = words(f"report.foot.{stamp.edition}")
    foot: list[Tree] = [edition, printed, words("report.foot.zone", zone=dates.zone)]
    if stamp.not_logged:
        foot.insert(1, words("report.foot.not_logged"))
    text = words(
        "report.log.text", seq=stamp.log_seq, branch=stamp.branch, workspace=stamp.workspace_name
    )
    if stamp.not_logged:
        text += (" " if words.language == "en" else "") + words("report.log.not_logged")
    return {
        "language": stamp.language.value,
        "app": words("report.app"),
        "foot_log": words("report.dot").join(where),
        "foot_hash": grouped(stamp.log_head[:32]),
        "foot": foot,
        "internal": stamp.edition is Edition.FILE,
        "log_title": words("report.section.log"),
        "log_text": text,
        "log_hash": [grouped(stamp.log_head[:32]), grouped(stamp.log_head[32:])],
        "qr_alt": words("report.qr_alt"),
    }


def signature_tree(lines: tuple[SignatureLine, ...], words: Words) -> dict[str, Tree]:
    """Return the lines to sign on."""
    return {
        "title": words("report.section.signatures"),
        "date": words("signature.date_signed"),
        "lines": [
            {"role": words(f"signature.{line.role}"), "name": line.name or " "} for line in lines
        ],
    }


def characters_tree(replaced: Counter[str], words: Words) -> Tree:
    """Return the note on replaced characters, None where all could be shown."""
    total = replaced.total()
    if not total:
        return None
    lines: list[Tree] = []
    for character, count in replaced.most_common(_MOST_CHARACTERS):
        line = f"‹U+{ord(character):04X}›  {_called(character, words)}"
        if count > 1:
            line += words("report.dot") + words("report.characters.times", count=count)
        lines.append(line)
    if len(replaced) > _MOST_CHARACTERS:
        lines.append(words("report.characters.more", count=len(replaced) - _MOST_CHARACTERS))
    return {
        "title": words("report.section.characters"),
        "intro": words("report.characters.intro", count=total),
        "lines": lines,
    }


def _called(character: str, words: Words) -> str:
    category = unicodedata.category(character)
    if category == "Co":
        return words("report.characters.private")
    if category in {"Cn", "Cs"}:
        return words("report.characters.unassigned")
    if category == "Cc":
        return words("report.characters.control")
    return unicodedata.name(character, "").lower()


def qr_svg(stamp: Stamp) -> str:
    """Return a picture of the QR code that holds the full head of the log."""
    buffer = io.BytesIO()
    segno.make_qr(head_code(stamp), error="m").save(
        buffer, kind="svg", border=0, xmldecl=False, svgns=True, nl=False
    )
    return buffer.getvalue().decode()
