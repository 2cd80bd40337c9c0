# SPDX-License-Identifier: MIT
"""The case file: one case on paper, in the file copy or the handout edition."""

from dataclasses import replace
from pathlib import Path

from groupdesk.domain.enums import Edition
from groupdesk.domain.report_records import CaseFileContent, Stamp
from groupdesk.services.reports.case_appeals import appeals_tree
from groupdesk.services.reports.case_evidence import evidence_tree
from groupdesk.services.reports.case_facts import facts_tree
from groupdesk.services.reports.case_removal import removal_tree
from groupdesk.services.reports.case_timeline import timeline_tree
from groupdesk.services.reports.masking import Masker, handout_case
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.paper_stamp import qr_svg, signature_tree, stamp_tree
from groupdesk.services.reports.printable import Tree
from groupdesk.services.reports.render import Paper, render
from groupdesk.words import Words


def case_file_pdf(
    content: CaseFileContent, stamp: Stamp, edition: Edition, paper: Paper = "a4"
) -> bytes:
    """Return the case file as PDF/A-3a, in `stamp.language`.

    The file copy embeds the originals that still match their fingerprint; the handout embeds
    nothing and masks the names in `content.masked`. Raises GroupDeskError("report_failed").
    """
    words = Words(stamp.language)
    dates = PaperDates(words, stamp.printed_at)
    stamp = replace(stamp, edition=edition)
    if edition is Edition.HANDOUT:
        stamp = replace(stamp, printed_by=Masker(content.masked, words).text(stamp.printed_by))
        content = handout_case(content, words)
    tree: dict[str, Tree] = {
        **stamp_tree(stamp, words, dates),
        **facts_tree(content, words, dates),
        **timeline_tree(content, words, dates),
        **removal_tree(content, words, dates),
        "appeals": appeals_tree(content.appeals, words, dates),
        "notes": {
            "title": words("report.section.notes"),
            "note": words("report.case.notes_note"),
            "lines": [[dates.moment(note.at), note.text, note.operator] for note in content.notes],
        },
    }
    files: dict[str, Path] = {}
    tree["evidence"] = evidence_tree(content.evidence, edition, words, dates, files)
    tree["signatures"] = signature_tree(content.signatures, words)
    return render(
        "case_file",
        tree,
        words=words,
        created=stamp.printed_at,
        files=files,
        raw={"qr": qr_svg(stamp)},
        paper=paper,
    )
