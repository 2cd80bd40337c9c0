# SPDX-License-Identifier: MIT
"""The letter about a decided appeal, on a page of its own: as it was written, word for word."""

from groupdesk.domain.appeal_records import AppealRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.report_records import SignatureLine, SignatureRole, Stamp
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.reports.names_then import names_then
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.paper_stamp import signature_tree, stamp_tree
from groupdesk.services.reports.printable import Tree
from groupdesk.services.reports.render import Paper, render
from groupdesk.words import Words


def letter_pdf(
    database: WorkspaceDatabase, appeal: AppealRecord, stamp: Stamp, paper: Paper = "a4"
) -> bytes:
    """Return the letter as PDF/A-3a, in `stamp.language`; the caller reads.

    Nothing is masked: it goes to whom it was written for. Raises
    StateChangedError("appeal_no_letter"), GroupDeskError("report_failed").
    """
    decision = appeal.decision
    if decision is None or not decision.letter:
        raise StateChangedError("appeal_no_letter")
    words = Words(stamp.language)
    dates, at = PaperDates(words, stamp.printed_at), from_text(decision.at)
    decider = SignatureLine(SignatureRole.APPEAL, names_then(database).at(decision.operator, at))
    row = appeal.row
    tree: dict[str, Tree] = {
        **stamp_tree(stamp, words, dates),
        "subject": words("report.case.subject", number=row.case_number),
        "head_left": words("report.case_head", app=words("report.app"), number=row.case_number),
        "head_right": row.group_name,
        "title": words("report.letter.title"),
        "subtitle": words("report.dot").join((row.member_name, row.group_name, dates.day(at))),
        "letter": decision.letter,
        "signatures": signature_tree((decider,), words),
    }
    return render("letter", tree, words=words, created=stamp.printed_at, paper=paper)
