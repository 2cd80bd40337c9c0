# SPDX-License-Identifier: MIT
"""Who a command acts for: the operator it names, with their PIN where they have one."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from groupdesk.cli.console import Console
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import OperatorRecord
from groupdesk.domain.text import clean_line
from groupdesk.services.desk import Desk
from groupdesk.services.opening import asks_for_pin

PIN_FILE = "GROUPDESK_PIN_FILE"


def take_seat(console: Console, chosen: argparse.Namespace, desk: Desk) -> None:
    """Let the command act for whom `--operator` names, or else whoever worked there last.

    A PIN is read at the terminal or from the file that GROUPDESK_PIN_FILE names, never from the
    command line, which others can see. Raises GroupDeskError: "operator_unknown", "pin_needed",
    "pin_file", or as `Operators.sign_in`.
    """
    name = getattr(chosen, "operator", None)
    if name is not None:
        desk.ledger.operator = operator_called(desk, name)
    if asks_for_pin(desk):
        me = desk.operator
        desk.operators.sign_in(me.id, ask_pin(console, "pin_prompt", me.name))


def operator_called(desk: Desk, name: str) -> OperatorRecord:
    """Return who works there under a name. Raises GroupDeskError("operator_unknown")."""
    wanted = clean_line(name).casefold()
    known = (one for one in desk.workspace.operators() if one.name.casefold() == wanted)
    found = next(known, None)
    if found is None:
        raise GroupDeskError("operator_unknown", name=name)
    return found


def ask_pin(console: Console, prompt: str, name: str) -> str:
    """Return a PIN from the file or the terminal, where `cli.<prompt>` asks for it."""
    place = os.environ.get(PIN_FILE)
    if place:
        try:
            return Path(place).read_text(encoding="utf-8-sig").partition("\n")[0].rstrip("\r")
        except (OSError, UnicodeError) as error:
            raise GroupDeskError("pin_file") from error
    if not (sys.stdin.isatty() or sys.stderr.isatty()):
        raise GroupDeskError("pin_needed", name=name)
    return getpass.getpass(console.words(f"cli.{prompt}", name=name))
