# SPDX-License-Identifier: MIT
"""Originals are kept byte for byte under their hash, or nothing is kept and the reason is said."""

import contextlib
import errno
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from groupdesk.domain.errors import CancelledError, FileRefusedError, StorageError
from groupdesk.services import evidence_staging
from groupdesk.services.evidence_store import EvidenceStore, FileState, StoredEvidence
from groupdesk.workers import images_client
from tests.workers import pictures

SHOT = pictures.encoded(pictures.screenshot(), "PNG")
POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX")


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(tmp_path / "workspace")


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    return pictures.saved(tmp_path / "微信图片.png", SHOT)


def files(store: EvidenceStore, root: str) -> list[Path]:
    folder = store._originals.parent / root
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_original_is_kept_byte_for_byte(store: EvidenceStore, shot: Path) -> None:
    kept = store.take_file(shot)
    assert kept == StoredEvidence(
        sha256=hashlib.sha256(SHOT).hexdigest(),
        media_type="image/png",
        size=len(SHOT),
        width=360,
        height=640,
        file_name="微信图片.png",
        duplicate=False,
    )
    original = store.original(kept.sha256)
    assert original.read_bytes() == SHOT
    assert original.parts[-3:] == ("evidence", kept.sha256[:2], kept.sha256)
    assert store.verify(kept.sha256) is FileState.OK
    assert shot.read_bytes() == SHOT
    assert [path.name for path in files(store, "evidence")] == [kept.sha256]


@POSIX
def test_nobody_else_can_read_it(store: EvidenceStore, shot: Path) -> None:
    original = store.original(store.take_file(shot).sha256)
    assert stat.S_IMODE(original.stat().st_mode) == 0o600
    for folder in (original.parent, original.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_same_picture_is_kept_once(store: EvidenceStore, shot: Path) -> None:
    first = store.take_file(shot)
    second = store.take_bytes(SHOT, "pasted")
    assert (first.duplicate, second.duplicate) == (False, True)
    assert second.sha256 == first.sha256
    assert len(files(store, "evidence")) == 1


def test_a_damaged_original_is_seen_and_healed_by_the_same_picture(
    store: EvidenceStore, shot: Path
) -> None:
    kept = store.take_file(shot)
    store.original(kept.sha256).write_bytes(SHOT[:-1] + b"x")
    assert store.verify(kept.sha256) is FileState.CHANGED
    assert store.take_file(shot).duplicate is False
    assert store.verify(kept.sha256) is FileState.OK
    store.original(kept.sha256).unlink()
    assert store.verify(kept.sha256) is FileState.MISSING


def test_copies_are_made_again_when_they_are_gone(store: EvidenceStore, shot: Path) -> None:
    sha256 = store.take_file(shot).sha256
    display, thumbnail = store.display(sha256), store.thumbnail(sha256)
    before = display.read_bytes()
    display.unlink()
    thumbnail.unlink()
    assert store.display(sha256).read_bytes() == before
    assert store.thumbnail(sha256).is_file()


def test_no_copy_is_made_of_a_changed_or_missing_original(store: EvidenceStore, shot: Path) -> None:
    sha256 = store.take_file(shot).sha256
    store.display(sha256).unlink()
    store.original(sha256).write_bytes(pictures.encoded(pictures.screenshot(seed=5), "PNG"))
    with pytest.raises(StorageError) as caught:
        store.display(sha256)
    assert caught.value.code == "evidence_changed"
    store.original(sha256).unlink()
    with pytest.raises(StorageError) as caught:
        store.display(sha256)
    assert caught.value.code == "evidence_missing"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\CON.png", "CON.png"),
        ("a\nb\tc\x00.png", "abc.png"),
        ("photo\u202egnp.exe", "photognp.exe"),
        ("x" * 300 + ".png", "x" * 115 + "….png"),
        ("", "screenshot"),
        ("\udcff.png", ".png"),
    ],
)
def test_a_supplied_name_is_shown_but_never_a_path(
    store: EvidenceStore, name: str, shown: str
) -> None:
    kept = store.take_bytes(SHOT, name)
    assert kept.file_name == shown
    assert [path.name for path in files(store, "evidence")] == [kept.sha256]


def test_refused_files_are_named_and_good_ones_stay(
    store: EvidenceStore, shot: Path, tmp_path: Path
) -> None:
    cut = pictures.saved(tmp_path / "cut.png", SHOT[:2000])
    svg = pictures.saved(tmp_path / "drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    told: dict[int, object] = {}
    results = store.take_many(
        [cut, shot, tmp_path, svg, tmp_path / "gone.png"], told=told.__setitem__
    )
    assert [getattr(r, "code", "kept") for r in results] == [
        "image_truncated",
        "kept",
        "file_is_folder",
        "svg",
        "file_missing",
    ]
    assert [r.name for r in results if isinstance(r, FileRefusedError)] == [
        "cut.png",
        tmp_path.name,
        "drawing.png",
        "gone.png",
    ]
    assert [told[at] for at in range(5)] == results
    assert len(files(store, "evidence")) == 1
    assert not [path for path in files(store, "derived") if "incoming" in str(path)]


def test_five_hundred_files_at_once(store: EvidenceStore, tmp_path: Path) -> None:
    tiny = [
        pictures.saved(
            tmp_path / f"{n}.png",
            pictures.encoded(Image.new("RGB", (24, 20), (n % 256, n // 256, 7)), "PNG"),
        )
        for n in range(500)
    ]
    results = store.take_many(tiny)
    assert all(isinstance(result, StoredEvidence) for result in results)
    assert [r.file_name for r in results if isinstance(r, StoredEvidence)][499] == "499.png"


def test_cancelling_leaves_nothing_half_done(store: EvidenceStore, shot: Path) -> None:
    with pytest.raises(CancelledError):
        store.take_many([shot], cancelled=lambda: True)
    assert files(store, "evidence") == []
    assert files(store, "derived") == []


def test_what_is_checked_is_what_is_stored(
    store: EvidenceStore, shot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspect = images_client.each_image

    def swap_source_then_inspect(paths, *arguments, **more):  # type: ignore[no-untyped-def]
        shot.write_bytes(b"<html>swapped</html>")
        return inspect(paths, *arguments, **more)

    monkeypatch.setattr(evidence_staging, "each_image", swap_source_then_inspect)
    kept = store.take_file(shot)
    assert store.original(kept.sha256).read_bytes() == SHOT


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EIO, "disk_error"),
    ],
)
def test_a_disk_that_refuses_is_named_and_nothing_is_left(
    store: EvidenceStore, shot: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StorageError) as caught:
        store.take_file(shot)
    assert caught.value.code == code
    assert files(store, "evidence") == []


@POSIX
def test_a_truly_full_disk(store: EvidenceStore, tmp_path: Path) -> None:
    big = pictures.saved(tmp_path / "big.png", pictures.encoded(pictures.noise(300, 300), "PNG"))
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from groupdesk.domain.errors import StorageError\n"
        "from groupdesk.services.evidence_store import EvidenceStore\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "try:\n"
        "    EvidenceStore(Path(sys.argv[1])).take_file(Path(sys.argv[2]))\n"
        "except StorageError as error:\n"
        "    print(error.code)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "workspace"), str(big)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "disk_full"
    assert files(store, "evidence") == []


@pytest.mark.parametrize("left", [0, 200])
def test_a_copy_that_a_crash_cut_off_is_made_again(store: EvidenceStore, left: int) -> None:
    (sha256,) = taken(store, 1)
    for copy in (store.thumbnail(sha256), store.display(sha256)):
        whole = copy.read_bytes()
        copy.write_bytes(whole[:left])
        assert store.thumbnail(sha256).stat().st_size > left
        assert store.display(sha256).stat().st_size > left
        assert copy.read_bytes() == whole


def test_nothing_of_a_saved_copy_stays_when_its_hash_cannot_be_written(
    store: EvidenceStore, tmp_path: Path
) -> None:
    (sha256,) = taken(store, 1)
    (tmp_path / "copy.png.sha256").mkdir()
    with pytest.raises(StorageError):
        store.save_copy(sha256, tmp_path / "copy.png")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.png.sha256", "workspace"]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="nothing here checks hashes")
def test_the_hash_beside_a_saved_copy_can_be_checked_whatever_its_name(
    store: EvidenceStore, tmp_path: Path
) -> None:
    (sha256,) = taken(store, 1)
    hashes = store.save_copy(sha256, tmp_path / "a\\b\nc 聊天.png")
    subprocess.run(["sha256sum", "-c", hashes], check=True, cwd=tmp_path, capture_output=True)


def old(store: EvidenceStore, sha256: str, days: int, now: datetime) -> Path:
    path = store.original(sha256)
    moment = (now - timedelta(days=days)).timestamp()
    os.utime(path, (moment, moment))
    return path


def taken(store: EvidenceStore, count: int) -> list[str]:
    shots = [pictures.encoded(pictures.screenshot(seed=n), "PNG") for n in range(count)]
    return [store.take_bytes(shot, "a").sha256 for shot in shots]


def test_the_sweep_moves_aside_only_what_is_old_and_unnamed(
    store: EvidenceStore, tmp_path: Path
) -> None:
    referenced, fresh, loose = taken(store, 3)
    now = datetime.now(UTC)
    for sha256 in (referenced, loose):
        old(store, sha256, 9, now)
    half = store.original(loose).with_name(".incoming-abc")
    half.write_bytes(b"half")
    os.utime(half, (0, 0))
    swept = store.sweep({referenced}, now)
    assert (swept.set_aside, swept.deleted, swept.brought_back) == ((loose,), (), ())
    assert half.exists()  # that of a drop under way, or of a killed one: others see to those
    assert store.verify(referenced) is FileState.OK
    assert store.verify(fresh) is FileState.OK
    assert store.verify(loose) is FileState.MISSING
    aside = tmp_path / "workspace" / "set_aside" / loose[:2] / loose
    assert hashlib.sha256(aside.read_bytes()).hexdigest() == loose
    assert not list((tmp_path / "workspace" / "derived").glob(f"??/{loose}*"))
    assert not store.sweep({referenced}, now)


def test_what_lies_aside_comes_back_when_it_is_named_again_and_goes_after_a_month(
    store: EvidenceStore, tmp_path: Path
) -> None:
    wanted, other = taken(store, 2)
    aside = tmp_path / "workspace" / "set_aside"
    now = datetime.now(UTC)
    for sha256 in (wanted, other):
        old(store, sha256, 9, now)
    store.sweep((), now)
    assert store.sweep({wanted}, now).brought_back == (wanted,)
    assert store.verify(wanted) is FileState.OK
    assert store.original(other).is_file()  # somebody brought the draft back
    old(store, other, 9, now)
    assert store.sweep({wanted}, now).set_aside == (other,)
    later = now + timedelta(days=31)
    old(store, wanted, -31, now)
    store.take_bytes((aside / other[:2] / other).read_bytes(), "came again")
    assert store.sweep({wanted, other}, later).deleted == (other,), "it is in its place, too"
    assert store.verify(other) is FileState.OK
    assert not list(aside.glob("??/*"))
    assert store.verify(wanted) is FileState.OK


def test_a_picture_that_comes_in_again_is_not_swept(store: EvidenceStore) -> None:
    (sha256,) = taken(store, 1)
    now = datetime.now(UTC)
    old(store, sha256, 9, now)
    assert store.take_bytes(store.original(sha256).read_bytes(), "again").duplicate
    assert not store.sweep((), now)
    assert store.verify(sha256) is FileState.OK


def test_a_picture_that_comes_in_while_it_is_swept_stays(
    store: EvidenceStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sha256,) = taken(store, 1)
    now = datetime.now(UTC)
    path = old(store, sha256, 9, now)
    replace = Path.replace

    def touched_just_before(self: Path, target: Path) -> Path:
        path.touch()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", touched_just_before)
    assert not store.sweep((), now)
    assert store.verify(sha256) is FileState.OK


def test_several_threads_may_bring_in_the_same_picture(store: EvidenceStore, shot: Path) -> None:
    results: list[StoredEvidence] = []
    threads = [
        threading.Thread(target=lambda: results.append(store.take_file(shot))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({kept.sha256 for kept in results}) == 1
    assert len(results) == 4
    assert store.verify(results[0].sha256) is FileState.OK
    assert len(files(store, "evidence")) == 1


def test_only_a_hash_names_a_stored_file(store: EvidenceStore) -> None:
    for wrong in ("../../x", "A" * 64, "a" * 63, ""):
        with pytest.raises(ValueError, match="SHA-256"), contextlib.suppress(StorageError):
            store.original(wrong)
