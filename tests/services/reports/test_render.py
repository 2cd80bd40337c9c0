# SPDX-License-Identifier: MIT
"""The typesetter's room: what it can show, and that it leaves nothing behind."""

import tempfile
from pathlib import Path

import pytest

from groupdesk.domain.enums import Edition
from groupdesk.services.reports.case_file import case_file_pdf
from groupdesk.services.reports.render import typesetter_shows
from tests.services.reports import papers


def test_it_knows_what_its_own_fonts_can_show() -> None:
    assert typesetter_shows("م✓ש🌸ไ") == {"م", "✓", "ש"}
    assert typesetter_shows([]) == set()


def test_no_temporary_files_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    case_file_pdf(papers.case(tmp_path), papers.stamp(), Edition.FILE)
    assert list(folder.iterdir()) == []


def test_the_same_content_gives_the_same_file(tmp_path: Path) -> None:
    content = papers.case(tmp_path)
    first, second = (case_file_pdf(content, papers.stamp(), Edition.FILE) for _ in range(2))
    assert first == second
