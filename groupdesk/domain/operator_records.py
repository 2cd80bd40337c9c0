# SPDX-License-Identifier: MIT
"""What the window is told of the persons at the desk."""

from typing import NamedTuple

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.records import OperatorRecord


class OwnAccount(NamedTuple):
    """An entry of the register that is an operator: where they are a member themselves."""

    person_id: int
    name: str
    groups: tuple[str, ...]


class PinRecovery(NamedTuple):
    """An owner's PIN was reset by whoever had the computer, with nobody signed in."""

    seq: int
    at: str
    name: str
    account: str
    """The account of the computer that did it."""


class OperatorSeat(NamedTuple):
    """An operator with all that the settings show of them."""

    id: int
    name: str
    role: OperatorRole
    active: bool
    has_pin: bool
    accounts: tuple[OwnAccount, ...] = ()

    @property
    def record(self) -> OperatorRecord:
        """Return what the ledger needs."""
        return OperatorRecord(self.id, self.name, self.role)
