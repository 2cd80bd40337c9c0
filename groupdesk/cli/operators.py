# SPDX-License-Identifier: MIT
"""The command for an owner who forgot their PIN: whoever has the computer gives them another."""

import argparse
import getpass

from groupdesk.cli.console import Console
from groupdesk.cli.seat import ask_pin, operator_called
from groupdesk.cli.workspaces import open_desk
from groupdesk.domain.errors import ValidationError
from groupdesk.services.pin_recovery import PinRecoveries


def reset_pin(console: Console, chosen: argparse.Namespace) -> int:
    """Give an owner a new PIN; nobody is signed in, and everybody who works there is told."""
    with open_desk(console, chosen) as desk:
        owner = operator_called(desk, chosen.name)
        recoveries = PinRecoveries(desk.ledger)
        recoveries.require_owner(owner.id)
        new = ask_pin(console, "pin_new_prompt", owner.name)
        if ask_pin(console, "pin_again_prompt", owner.name) != new:
            raise ValidationError("again", "pin_different")
        told = recoveries.reset(owner.id, new, getpass.getuser())
    console.word("pin_recovered", name=told.name, seq=told.seq)
    return 0
