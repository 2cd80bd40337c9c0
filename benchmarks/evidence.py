# SPDX-License-Identifier: MIT
"""Many screenshots dropped at once: stored, checked, seen, and what the window feels of it.

The window is a process of its own, so that nothing else holds its thread.
"""

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figure import Figure, seconds
from benchmarks.ground import Ground
from groupdesk.app import build
from groupdesk.services.evidence_staging import Files, stage_files
from groupdesk.services.evidence_store import EvidenceStore

SIZE = 50
_RUNS = 5
_SHAPE = (1170, 2532)  # pixels of a phone
_NOISE = 820  # pixels in square of a photo in the chat: two megabytes, all of them hard to pack
_SEEN_SECONDS = 2
_FRAME_MS = 16


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure `size` screenshots of two megabytes; fewer than usual are small ones."""
    folder = ground.folder / "screenshots"
    shots = _screenshots(folder, size, small=size < SIZE)
    named = (
        f"{size} screenshots of {sum(shot.stat().st_size for shot in shots) / size / 1e6:.1f} MB"
    )
    bare = _median(lambda target: _copy_and_hash(shots, target), ground.folder)
    stored = _median(lambda target: _stage(shots, target), ground.folder)
    desk = ground.crowded(10)
    told = _child(str(desk.workspace.folder), str(folder))
    return [
        Figure(
            f"{named} hashed and stored",
            stored,
            "s",
            peer="cp and sha256sum",
            peer_value=bare,
            most=1.5,
        ),
        Figure("all decoded and in the records", told["recorded"], "s"),
        Figure(
            f"thumbnails of the {told['visible']:.0f} in sight",
            told["seen"],
            "s",
            limit=_SEEN_SECONDS,
        ),
        Figure("all of their thumbnails", told["all"], "s"),
        Figure("longest hold of the window meanwhile", told["longest"], "ms", limit=_FRAME_MS),
        Figure("the same, p95", told["p95"], "ms", limit=_FRAME_MS),
        Figure("the same, without waiting for a core", told["work"], "ms", limit=_FRAME_MS),
    ]


def _screenshots(folder: Path, count: int, *, small: bool) -> list[Path]:
    from PIL import Image, ImageDraw

    folder.mkdir(exist_ok=True)
    width, height = (90, 180) if small else _SHAPE
    side = 20 if small else _NOISE
    paths = []
    for number in range(count):
        rng = random.Random(number)
        shot = Image.new("RGB", (width, height), "#EDEDED")
        draw = ImageDraw.Draw(shot)
        for top in range(40, height - 120, 160):
            left = rng.choice((40, width // 3))
            draw.rectangle((left, top, left + width // 2, top + 100), fill="#95EC69")
        noise = Image.frombytes("RGB", (side, side), rng.randbytes(side * side * 3))
        shot.paste(noise, (width // 8, height // 3))
        paths.append(folder / f"chat-{number:03}.png")
        shot.save(paths[-1])
    return paths


def _median(work: Callable[[Path], object], folder: Path) -> float:
    """Return the median of several runs, each into a folder of its own."""
    times = []
    for number in range(_RUNS + 1):
        target = folder / f"stored-{number}"
        target.mkdir()
        times.append(seconds(lambda target=target: work(target)))  # type: ignore[misc]
        shutil.rmtree(target)
    return statistics.median(times[1:])  # the first one warms up


def _copy_and_hash(shots: list[Path], target: Path) -> None:
    subprocess.run(["cp", "--", *shots, target], check=True)
    copies = [target / shot.name for shot in shots]
    subprocess.run(["sha256sum", "--", *copies], check=True, stdout=subprocess.DEVNULL)


def _stage(shots: list[Path], target: Path) -> None:
    """Do what a drop does before the children decode: copied, hashed, synced to the disk."""
    folder = EvidenceStore(target)._staging()
    stage_files(shots, [shot.name for shot in shots], folder, Files.REFUSED)


def _child(*call: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.evidence", *call],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _window(folder: Path, shots: list[Path]) -> dict[str, float]:
    """Drop them on a removal, and watch the window's thread until all is there."""
    from benchmarks.drops import drop_files
    from benchmarks.figure import percentile
    from groupdesk.domain.records import MemberFilter
    from groupdesk.settings import SettingsFile
    from groupdesk.ui.dialogs.removal_dialog import RemovalDialog
    from groupdesk.ui.pages.page import Place
    from groupdesk.ui.session import Session
    from groupdesk.ui.theme import Theme, make_application
    from groupdesk.ui.translations import Translations

    app = make_application("groupdesk")
    theme, translations = Theme(app, "light"), Translations(app)
    desk = build(folder, anchor_folder=folder.parent)
    session = Session(desk, theme, translations, SettingsFile(folder.parent / "settings.toml"))
    session.show(Place("members"))
    member = desk.members.rows(desk.members.ids(MemberFilter(group_id=1))[:1])[0]
    dialog = RemovalDialog(session.context, desk.members.detail(member.id), session.window)
    dialog.resize(1280, 800)
    dialog.open()
    until = time.perf_counter() + 2
    while time.perf_counter() < until:  # what comes after the first paint is not measured
        app.processEvents()
    area = dialog.removal.evidence
    begun = time.perf_counter()
    told: dict[str, float] = {}
    holds: list[float] = []
    works: list[float] = []

    def hold(act: Callable[[], object]) -> None:
        start, worked = time.perf_counter(), time.thread_time()
        act()
        works.append((time.thread_time() - worked) * 1000)
        holds.append((time.perf_counter() - start) * 1000)

    hold(lambda: drop_files(dialog, shots))
    while "all" not in told:
        hold(app.processEvents)
        now = time.perf_counter() - begun
        tiles = area.strip.tiles
        sight = [tile for tile in tiles if not tile.visibleRegion().isEmpty()]
        told["visible"] = max(told.get("visible", 0), len(sight))
        if "seen" not in told and sight and all(tile.has_picture for tile in sight):
            told["seen"] = now
        if not area.busy:
            told.setdefault("recorded", now)
            if all(tile.has_picture for tile in tiles):
                told["all"] = now
        time.sleep(0.0005)
    if len(area.uses()) != len(shots):
        raise RuntimeError("not all were taken in")
    p95 = percentile(holds, 0.95)
    return told | {"longest": max(holds), "p95": p95, "work": max(works)}


if __name__ == "__main__":
    print(json.dumps(_window(Path(sys.argv[1]), sorted(Path(sys.argv[2]).glob("*.png")))))
    sys.stdout.flush()
    os._exit(0)  # what Qt tears down at the end is not measured
