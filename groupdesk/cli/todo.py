# SPDX-License-Identifier: MIT
"""Says what is to be done, as the page Today does."""

import argparse
from datetime import date
from typing import Any

from groupdesk.cli.console import Console
from groupdesk.cli.workspaces import open_desk
from groupdesk.domain.due import NOW, Section, TodoRecord, section_of
from groupdesk.ui.dates import Dates

_MINE = tuple(section for section in Section if section is not Section.OTHERS)


def todo(console: Console, chosen: argparse.Namespace) -> int:
    """Write out what is to be done by whoever acts, with --all by others, too."""
    with open_desk(console, chosen) as desk:
        today, who = desk.clock().date(), desk.operator.id
        lines = [(section_of(one, today, who), one) for one in desk.todo.lines()]
    shown = tuple(Section) if chosen.all else _MINE
    # in the order of the page, each section as it came
    found = [(at, one) for section in shown for at, one in lines if at is section]
    if console.as_json:
        now = sum(section in NOW for section, _one in lines)
        told = [_as_data(section, one) for section, one in found]
        console.data({"now": now, "todo": told})
        return 0
    words = console.words
    if not found:
        console.word("nothing_due")
        return 0
    dates = Dates("zh" if words.language == "zh" else "en")
    rows = [
        [
            words(f"cli.section.{section.value}"),
            words(f"todo.{one.kind}"),
            one.member_name,
            one.group_name,
            _day(dates, one.put_off or one.due_on),
            one.owner,
        ]
        for section, one in found
    ]
    heads = ("when", "what", "name", "group", "due", "whose")
    console.table([words(f"cli.column.{head}") for head in heads], rows)
    return 0


def _day(dates: Dates, text: str) -> str:
    return dates.full_day(date.fromisoformat(text)) if text else ""


def _as_data(section: Section, item: TodoRecord) -> dict[str, Any]:
    return {
        "section": section.value,
        "kind": item.kind,
        "id": item.id,
        "member": item.member_name,
        "group": item.group_name,
        "due_on": item.due_on,
        "put_off": item.put_off,
        "owner": item.owner,
        "members": item.members,
    }
