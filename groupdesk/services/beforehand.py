# SPDX-License-Identifier: MIT
"""What a long command reads before it takes the write lock: others wait for its writing only."""

from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar

from groupdesk.models.turns import GaveWayError
from groupdesk.services.ledger import Entry, Ledger

_Value = TypeVar("_Value")


class Beforehand(Generic[_Value]):
    """A value that holds as long as nobody wrote since; for `Ledger.run_long`."""

    def __init__(self, ledger: Ledger, read: Callable[[datetime], _Value]) -> None:
        """Read it now, as of the ledger's clock."""
        self._ledger, self._read = ledger, read
        self.again()

    def again(self) -> None:
        """Read it anew; what `run_long` calls before each further try."""
        with self._ledger.reading():
            self._seq = self._ledger.head()[0]  # first: what comes in between is read twice
            self._value = self._read(self._ledger.clock())

    def value(self, entry: Entry) -> _Value:
        """Return it inside the transaction. Raises GaveWayError where somebody wrote since.

        On the last try, which gives way no more, it is read under the lock.
        """
        if entry.turn is None:
            return self._read(entry.now)
        if self._ledger.head()[0] != self._seq:
            raise GaveWayError
        return self._value
