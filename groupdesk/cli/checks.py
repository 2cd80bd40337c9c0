# SPDX-License-Identifier: MIT
"""Commands that only look: would a screenshot be accepted, is a message polite."""

import argparse
import sys
from typing import Any

from groupdesk.cli.console import Console, error_text
from groupdesk.domain.courtesy import CourtesyReport, check
from groupdesk.domain.enums import Language
from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.text import visible
from groupdesk.scratch import ScratchFolder
from groupdesk.services.evidence_store import EvidenceStore


def evidence(console: Console, chosen: argparse.Namespace) -> int:
    """Say of each file whether it would be taken as a screenshot; 1 where one is refused."""
    with ScratchFolder() as folder:
        answers = EvidenceStore(folder).take_many(chosen.files)
    told: list[dict[str, Any]] = []
    for path, answer in zip(chosen.files, answers, strict=True):
        if isinstance(answer, FileRefusedError):
            reason = error_text(console.words, answer)
            told.append(
                {"file": str(path), "accepted": False, "code": answer.code, "message": reason}
            )
        else:
            told.append(
                {
                    "file": str(path),
                    "accepted": True,
                    "sha256": answer.sha256,
                    "media_type": answer.media_type,
                    "width": answer.width,
                    "height": answer.height,
                    "size": answer.size,
                }
            )
    if console.as_json:
        console.data({"files": told})
    for one in told:
        if not console.as_json:
            if one["accepted"]:
                console.word("accepted", **one | {"file": visible(one["file"])})
            else:
                console.word("refused", file=visible(one["file"]), message=one["message"])
    return 0 if all(one["accepted"] for one in told) else 1


def courtesy(console: Console, chosen: argparse.Namespace) -> int:
    """Check a message from the standard input, or one on each line; 1 where one does harm."""
    text = _decoded(sys.stdin.buffer.read())
    messages = [line for line in text.splitlines() if line.strip()] if chosen.lines else [text]
    language = Language(chosen.lang) if chosen.lang else None
    reports = [check(message, language) for message in messages]
    if console.as_json:
        told = [_as_data(report) for report in reports]
        console.data({"messages": told} if chosen.lines else told[0])
    else:
        for number, report in enumerate(reports, 1):
            _tell(console, report, f"{number}: " if chosen.lines else "")
    return 0 if all(report.polite for report in reports) else 1


def _as_data(report: CourtesyReport) -> dict[str, Any]:
    return {
        "language": report.language.value,
        "polite": report.polite,
        "length": report.length,
        "limit": report.limit,
        "findings": [
            {"code": finding.code.value, "ok": finding.ok, "spans": finding.spans}
            for finding in report.findings
        ],
    }


def _tell(console: Console, report: CourtesyReport, before: str) -> None:
    words = console.words
    console.say(before + words("cli.polite" if report.polite else "cli.impolite"))
    for finding in report.problems:
        found = words(finding.words, length=report.length, limit=report.limit)
        console.say(f"  {found}. {words(finding.suggestion)}")


def _decoded(data: bytes) -> str:
    """Decode what was piped in: UTF-8, or the encoding of older Chinese systems."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", errors="replace")
