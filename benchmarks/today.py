# SPDX-License-Identifier: MIT
"""The page "Today" over many members, with thousands of things due: read, counted and shown."""

import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.figure import Figure, median, percentile
from benchmarks.ground import Ground
from groupdesk.domain.act_records import TalkRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.due import together
from groupdesk.domain.enums import Channel
from groupdesk.domain.records import MemberFilter

if TYPE_CHECKING:
    from groupdesk.services.desk import Desk

SIZE = 100_000
FRAME = 16
_DUE = 5_000
_PUT_OFF = 5
_FEW = 1_000
"""Of so many members nothing is measured; the suite sees that the benchmark runs."""


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure Today over `size` members with `_DUE` follow-ups, most of them late."""
    desk = ground.scale(size)
    _make_due(desk)
    lines = desk.todo.lines()
    held = _child(desk.workspace.folder, 1 if size > _FEW else 0.05)
    return [
        Figure(f"{len(lines):,} things due, read", median(desk.todo.lines) * 1000, "ms"),
        Figure("counted for the navigation", median(desk.todo.now) * 1000, "ms"),
        Figure("taken together", median(partial(together, lines)) * 1000, "ms"),
        Figure("window held while the cards come, p95", held["first"], "ms"),
        Figure("window held after one was put off, longest", held["change"], "ms", limit=FRAME),
    ]


def _child(folder: Path, seconds: float) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.today", str(folder), str(seconds)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _window(folder: Path, seconds: float) -> dict[str, float]:
    """Return how long the whole window is held, in milliseconds; each is looked at so long."""
    from groupdesk.app import build
    from groupdesk.settings import SettingsFile
    from groupdesk.ui.pages.today_page import TodayPage
    from groupdesk.ui.session import Session
    from groupdesk.ui.tasks import TaskRunner
    from groupdesk.ui.theme import Theme, make_application
    from groupdesk.ui.translations import Translations

    app = make_application("groupdesk")
    desk = build(folder, anchor_folder=folder.parent)
    with TemporaryDirectory() as place:
        settings = SettingsFile(Path(place) / "settings.toml")
        runner = TaskRunner()
        session = Session(desk, Theme(app, "light"), Translations(app), settings, runner=runner)
        session.show()

        def frames(enough: Callable[[], bool]) -> list[float]:
            """Return how long the frames took that did something, until there is enough."""
            found, since = [], time.perf_counter()
            while not enough() or time.perf_counter() < since + seconds:
                begun = time.thread_time()  # what others on this machine do is not the window's
                app.processEvents()
                found.append((time.thread_time() - begun) * 1000)
            return [one for one in found if one > 1] or [max(found)]

        frames(lambda: runner.idle)
        session.context.acts.trigger("page.today")
        page = session.workbench.page
        assert isinstance(page, TodayPage)
        first = frames(lambda: bool(page.list.cards) and not page.list._left)
        longest = []
        for line in desk.todo.lines()[: _PUT_OFF + 1]:  # the first one imports what it needs
            page._putting_off.put_off([line], desk.clock().date() + timedelta(days=30), said=True)
            longest.append(max(frames(lambda: runner.idle)))
    return {"first": percentile(first, 0.95), "change": max(longest[1:])}


def _make_due(desk: "Desk") -> None:
    today = desk.clock().date()
    at = to_text(desk.clock())
    for number, member in enumerate(desk.members.ids(MemberFilter(), limit=_DUE)):
        day = today + timedelta(days=number % 11)
        request = TalkRequest(
            uuid.uuid4(),
            member,
            happened_at=at,
            channel=Channel.PHONE,
            problem="Offers",
            follow_up_on=day.isoformat(),
        )
        desk.talks.record(request)


if __name__ == "__main__":
    print(json.dumps(_window(Path(sys.argv[1]), float(sys.argv[2]))))
    sys.stdout.flush()
    os._exit(0)  # what Qt tears down at the end is not measured
