# SPDX-License-Identifier: MIT
"""A folder of files that is whole or not there, and what a crash leaves of one."""

import os
import time
from pathlib import Path

import pytest

from groupdesk.domain.errors import StorageError
from groupdesk.services.new_folder import new_folder

DAY = 86_400


def _left_by_a_crash(place: Path, name: str, *, days: float) -> Path:
    half = place / name
    half.mkdir()
    (half / "contacts.pdf").write_bytes(b"half")
    at = time.time() - days * DAY
    os.utime(half, (at, at))
    return half


def test_what_a_crash_left_goes_when_the_next_folder_is_made(tmp_path: Path) -> None:
    old = _left_by_a_crash(tmp_path, ".groupdesk-abcd1234", days=2)
    fresh = _left_by_a_crash(tmp_path, ".groupdesk-efgh5678", days=0)
    other = _left_by_a_crash(tmp_path, "groupdesk", days=2)
    with new_folder(tmp_path) as folder:
        folder.add("list.txt", b"whole")
        made = folder.give_name("Li Wei")
    assert (made / "list.txt").read_bytes() == b"whole"
    assert not old.exists()
    assert fresh.exists(), "another window may be writing it"
    assert other.exists(), "not ours"


def test_what_goes_wrong_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StorageError), new_folder(tmp_path) as folder:
        folder.add("no/such.txt", b"half")
    assert list(tmp_path.iterdir()) == []
