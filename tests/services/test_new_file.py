# SPDX-License-Identifier: MIT
"""A file is complete or not there; what is no file is never replaced."""

import os
from pathlib import Path

import pytest

from groupdesk.domain.errors import GroupDeskError, StorageError
from groupdesk.services.new_file import new_file, on_disk, save_text
from tests.helpers import clear_error


def test_it_is_utf8_with_one_line_end(tmp_path: Path) -> None:
    path = save_text(tmp_path / "群规.txt", "群规\r\n\r\nR1\n\n")
    assert path.read_bytes() == "群规\r\n\r\nR1\n".encode()
    assert [one.name for one in tmp_path.iterdir()] == ["群规.txt"]


def test_a_folder_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_text("old")
    for path in (tmp_path, tmp_path / "none" / "x.txt"):
        with pytest.raises(StorageError, match="file_not_written") as caught:
            save_text(path, "x")
        clear_error(caught.value)
    assert old.read_text() == "old"


def test_what_goes_wrong_in_the_block_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")

    def write() -> None:
        with new_file(path) as stream:
            stream.write(b"new")
            on_disk(stream)
            raise StorageError("read_only")

    with pytest.raises(StorageError, match="read_only"):
        write()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_came_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"

    def write() -> None:
        with new_file(path, overwrite=False) as stream:
            stream.write(b"new")
            path.write_bytes(b"meanwhile")

    with pytest.raises(GroupDeskError, match="export_exists") as caught:
        write()
    clear_error(caught.value)
    assert path.read_bytes() == b"meanwhile"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_opened_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path) == tmp_path:
            raise PermissionError
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    path = save_text(tmp_path / "list.txt", "all of it")
    assert path.read_text() == "all of it\n"
    assert list(tmp_path.iterdir()) == [path]
