# SPDX-License-Identifier: MIT
"""Commands that print: a case file, a group audit, why people left."""

import argparse

from groupdesk.cli.console import Console
from groupdesk.cli.workspaces import open_desk
from groupdesk.domain.enums import Edition, Language
from groupdesk.domain.errors import GroupDeskError
from groupdesk.services.desk import Desk
from groupdesk.services.reports.printing import Printed


def case(console: Console, chosen: argparse.Namespace) -> int:
    """Print one case to a file."""
    with open_desk(console, chosen, writes=True) as desk:
        printed = desk.reports.preview_case_file(
            chosen.number, _edition(chosen), _language(console, chosen), _paper(console, chosen)
        )
        return _keep(console, chosen, desk, printed)


def group(console: Console, chosen: argparse.Namespace) -> int:
    """Print what was done in a group in a period to a file."""
    with open_desk(console, chosen, writes=True) as desk:
        printed = desk.reports.preview_group_audit(
            _group(desk, chosen.name),
            chosen.since,
            chosen.until,
            _language(console, chosen),
            _paper(console, chosen),
            edition=_edition(chosen),
        )
        return _keep(console, chosen, desk, printed)


def exits(console: Console, chosen: argparse.Namespace) -> int:
    """Print why people left a group, or all of them, in a period to a file."""
    with open_desk(console, chosen, writes=True) as desk:
        printed = desk.reports.preview_exits(
            _group(desk, chosen.group) if chosen.group else 0,
            chosen.since,
            chosen.until,
            _language(console, chosen),
            _paper(console, chosen),
            edition=_edition(chosen),
        )
        return _keep(console, chosen, desk, printed)


def _group(desk: Desk, name: str) -> int:
    found = desk.groups.named(name)
    if found is None:
        raise GroupDeskError("group_unknown", name=name)
    return found.id


def _keep(console: Console, chosen: argparse.Namespace, desk: Desk, printed: Printed) -> int:
    done = desk.reports.save(printed, chosen.out)
    if console.as_json:
        console.data(
            {
                "path": str(chosen.out),
                "edition": done.edition.value,
                "seq": done.seq,
                "head": done.head,
                "logged": done.logged,
                "unredacted": done.unredacted,
            }
        )
    else:
        console.word("printed", path=chosen.out, seq=done.seq, head=done.head[:16])
    if done.unredacted:
        console.complain(console.words("report_preview.unredacted", count=done.unredacted))
    if not done.logged:
        console.complain(console.words("cli.not_logged"))
    if not done.anchored:
        console.complain(console.words("error.anchor_not_written"))
    return 0


def _edition(chosen: argparse.Namespace) -> Edition:
    return Edition.HANDOUT if chosen.handout else Edition.FILE


def _language(console: Console, chosen: argparse.Namespace) -> Language:
    return Language(chosen.language or console.words.language)


def _paper(console: Console, chosen: argparse.Namespace) -> str:
    return str(chosen.paper or console.settings.paper)
