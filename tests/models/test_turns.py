# SPDX-License-Identifier: MIT
"""A long transaction hears that somebody else wants to write."""

from pathlib import Path

import pytest

from groupdesk.models import turns
from groupdesk.models.turns import GaveWayError, LongTurn


def test_whoever_asks_is_heard(tmp_path: Path) -> None:
    database = tmp_path / "groupdesk.db"
    turn = LongTurn(database)
    with turn.taken():
        turn.look()
        turns.ask(database)
        with pytest.raises(GaveWayError):
            turn.look()
    with turn.taken():  # the next try starts with nobody waiting
        turn.look()
    assert not list(tmp_path.iterdir())


def test_what_a_killed_program_left_behind_stops_nobody(tmp_path: Path) -> None:
    database = tmp_path / "groupdesk.db"
    left = LongTurn(database).taken()
    left.__enter__()
    assert list(tmp_path.iterdir())
    turns.ask(database)
    assert not list(tmp_path.iterdir())
    turns.ask(database)


def test_where_no_file_can_be_made_nobody_is_waited_for(tmp_path: Path) -> None:
    turn = LongTurn(tmp_path / "gone" / "groupdesk.db")
    with turn.taken():
        turn.look()
