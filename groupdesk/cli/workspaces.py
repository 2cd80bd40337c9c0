# SPDX-License-Identifier: MIT
"""Commands on a workspace as a whole: make one, check it, back it up, restore it."""

import argparse
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from groupdesk import paths
from groupdesk.app import build
from groupdesk.cli.console import Console
from groupdesk.cli.seat import take_seat
from groupdesk.domain.clock import system_clock
from groupdesk.domain.enums import Language
from groupdesk.services.desk import Desk
from groupdesk.services.restore import restore
from groupdesk.services.workspace import create_workspace


@contextmanager
def open_desk(
    console: Console, chosen: argparse.Namespace, *, writes: bool = False
) -> Iterator[Desk]:
    """Open the workspace that was named, or else the one that the window opened last.

    What a command `writes` carries an operator's name: it asks for their PIN.
    """
    folder = getattr(chosen, "workspace", None)
    if folder is None:
        folder = Path(console.settings.workspace or paths.default_workspace())
    desk = build(folder, operator_id=console.settings.operator_in(folder))
    try:
        if writes:
            take_seat(console, chosen, desk)
        yield desk
    finally:
        desk.close()


def init(console: Console, chosen: argparse.Namespace) -> int:
    """Make a workspace, empty or with the sample in it."""
    language = Language(chosen.language or console.words.language)
    if chosen.sample:
        # Draws pictures: only this command loads what it needs for that.
        from groupdesk.services.sample import make_sample  # noqa: PLC0415

        make_sample(chosen.folder, system_clock, language, operator=chosen.operator)
    else:
        create_workspace(chosen.folder, chosen.operator, language, system_clock)
    console.word("made", folder=chosen.folder)
    return 0


def verify(console: Console, chosen: argparse.Namespace) -> int:
    """Check log, records and screenshots; 1 where something was found."""
    with open_desk(console, chosen) as desk:
        verdict = desk.verifier.run()
    if console.as_json:
        console.data({"sound": verdict.sound, **asdict(verdict)})
    else:
        console.word(
            "verified",
            entries=verdict.entries,
            rows=verdict.rows,
            evidence=verdict.evidence,
            branch=verdict.branch,
        )
        console.word("head", head=verdict.head)
        for finding in verdict.findings:
            console.say(finding.in_words(console.words))
        console.word("sound" if verdict.sound else "not_sound", count=len(verdict.findings))
    return 0 if verdict.sound else 1


def backup(console: Console, chosen: argparse.Namespace) -> int:
    """Make a checked copy of the database and the screenshots in a folder; 1 where some lack."""
    with open_desk(console, chosen, writes=True) as desk:
        made = desk.backups.make(uuid.uuid4(), chosen.folder)
    console.word("backed_up", path=made.path, seq=made.seq)
    if made.screenshots_missing:
        console.complain(console.words("cli.backup_lacks", count=made.screenshots_missing))
        return 1
    return 0


def restore_backup(console: Console, chosen: argparse.Namespace) -> int:
    """Make a new workspace from a backup; 1 where screenshots are not beside it."""
    last = Path(console.settings.workspace or paths.default_workspace())
    operator = console.settings.operator_in(last)
    made = restore(chosen.backup, chosen.folder, system_clock, operator_id=operator)
    if console.as_json:
        console.data(asdict(made))
    else:
        console.word("restored", backup=made.backup, entries=made.entries, folder=made.folder)
        if made.screenshots_missing:
            console.complain(console.words("cli.restore_lacks", count=made.screenshots_missing))
    return 1 if made.screenshots_missing else 0
