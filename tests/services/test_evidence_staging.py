# SPDX-License-Identifier: MIT
"""Files are copied and hashed first, then checked by children, each answered when it is known."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from groupdesk.domain.errors import CancelledError, FileRefusedError
from groupdesk.services import evidence_staging
from groupdesk.services.evidence_staging import (
    Files,
    Staged,
    check_pictures,
    stage_bytes,
    stage_files,
)
from groupdesk.workers.images_client import ImageReport
from tests.helpers import png


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "staging"
    made.mkdir()
    return made


def pictures(tmp_path: Path, count: int) -> list[Path]:
    paths = [tmp_path / f"{n}.png" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_bytes(png(30 + n, 30))
    return paths


def staged(folder: Path, paths: list[Path], files: Files = Files.REFUSED) -> list[Staged]:
    found = stage_files(paths, [path.name for path in paths], folder, files)
    return [item for item in found if isinstance(item, Staged)]


def test_what_is_hashed_is_what_lies_there(folder: Path, tmp_path: Path) -> None:
    for item, path in zip(
        staged(folder, pictures(tmp_path, 6)), pictures(tmp_path, 6), strict=True
    ):
        data = item.path.read_bytes()
        assert data == path.read_bytes()
        assert (item.sha256, item.size) == (hashlib.sha256(data).hexdigest(), len(data))
        assert (item.name, item.media_type) == (path.name, "")


@pytest.mark.parametrize("count", [2, 9])
def test_each_picture_is_answered_once(folder: Path, tmp_path: Path, count: int) -> None:
    waiting = staged(folder, pictures(tmp_path, count))
    out = tmp_path / "out"
    out.mkdir()
    found = dict(check_pictures(waiting, out, None))
    assert set(found) == set(waiting)
    assert all(isinstance(report, ImageReport) for report in found.values())


def test_both_children_stop_when_it_is_cancelled(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        list(check_pictures(staged(folder, pictures(tmp_path, 6)), tmp_path, lambda: True))


def test_whoever_stops_listening_leaves_no_child_behind(folder: Path, tmp_path: Path) -> None:
    answers = check_pictures(staged(folder, pictures(tmp_path, 8)), tmp_path, None)
    next(answers)
    answers.close()  # type: ignore[attr-defined]  # waits for both


@pytest.mark.parametrize(
    ("files", "name", "limit"),
    [(Files.REFUSED, "a.png", "1 MB"), (Files.CHATS_KEPT, "a.pdf", "2 MB")],
)
def test_the_limit_is_told(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: Files,
    name: str,
    limit: str,
) -> None:
    monkeypatch.setattr(evidence_staging, "MAX_FILE_BYTES", 1_000_000)
    monkeypatch.setattr(evidence_staging, "MAX_UNOPENED_BYTES", 2_000_000)
    path = tmp_path / name
    path.write_bytes((png() if name == "a.png" else b"%PDF-1.7") + bytes(2_000_000))
    (refusal,) = stage_files([path], [name], folder, files)
    assert isinstance(refusal, FileRefusedError)
    assert (refusal.code, refusal.values["limit"]) == ("file_too_large", limit)
    assert list(folder.iterdir()) == []


def test_a_disk_that_fills_up_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    sync = os.fsync

    def fill_up(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 4:
            raise OSError(errno.ENOSPC, "full")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(OSError, match="full"):
        staged(folder, pictures(tmp_path, 6))
    assert list(folder.iterdir()) == []


def test_a_picture_that_is_no_file(folder: Path) -> None:
    assert stage_bytes(png(), "../pasted.png", folder).name == "pasted.png"
    with pytest.raises(FileRefusedError, match="empty_file"):
        stage_bytes(b"", "pasted.png", folder)
