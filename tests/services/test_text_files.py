# SPDX-License-Identifier: MIT
"""A text file is complete or not there."""

from pathlib import Path

import pytest

from groupdesk.domain.errors import StorageError
from groupdesk.services.text_files import save_text
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
