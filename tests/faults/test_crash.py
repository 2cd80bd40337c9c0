# SPDX-License-Identifier: MIT
"""Killed at every step and at random moments: what was called saved is there, and is sound."""

import json
import os
import shutil
import subprocess
import sys
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.enums import Language
from groupdesk.models import workspace_file
from groupdesk.services.evidence_store import FileState
from groupdesk.services.first_look import exists
from groupdesk.services.workspace import create_workspace
from tests.faults import leaving_acts, removal_acts
from tests.faults.crash_child import ACTS, add_column, operation_of
from tests.helpers import (
    Kept,
    MovableClock,
    kept,
    make_desk,
    make_group,
    make_member,
    next_version,
    nothing_lost,
    open_desk,
    say,
    screenshot,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 and fork are POSIX")


@pytest.fixture(scope="module")
def source(quick_disk: Path) -> Path:
    """A closed workspace with a member to remove and a screenshot to remove them with."""
    folder = quick_disk / "source"
    folder.mkdir()
    desk = make_desk(folder, MovableClock())
    make_member(desk, make_group(desk))
    screenshot(desk)
    desk.close()
    return folder


def crash(way: str, job: str, source: Path, out: Path, *rest: str) -> list[dict[str, Any]]:
    """Run the killing child and return what it says of each run."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.faults.crash_child", way, job, source, out, *rest],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return [json.loads(line) for line in answer.stdout.splitlines()]


def expected(source: Path, run: dict[str, Any]) -> Kept:
    """Return what must be there after a run: what there was, and what the run was told."""
    before, folder = kept(source), Path(run["folder"])
    told = before.operations | frozenset(run["told"])
    return replace(before, folder=folder, anchors=folder / "anchors", operations=told)


# The job, and how many points there must at least be to be killed at.
STEPS = {"remove": 65, "screenshot": 55, "back_up": 95}


@pytest.mark.parametrize(("job", "points"), STEPS.items())
def test_killed_at_every_step(
    source: Path, out: Path, job: str, points: int, capsys: pytest.CaptureFixture[str]
) -> None:
    runs = crash("steps", job, source, out, "1")
    for run in runs:
        desk = nothing_lost(expected(source, run))
        removals = desk.ledger.database.execute_sql(
            "SELECT removal.id FROM removal JOIN evidence_link ON subject_id = removal.id"
        ).fetchall()
        assert len(removals) == (desk.members.detail(1).removal_pending > 0)
        for path in desk.workspace.backup_folder.glob("*.db"):
            assert workspace_file.problems(path) == []
        desk.close()
        for copy in (desk.workspace.folder.parent / "stick").glob("evidence/??/*"):
            if len(copy.name) == 64:
                assert desk.evidence.store.verify(copy.name) is FileState.OK
    assert [run["killed"] for run in runs] == [True] * (len(runs) - 1) + [False]
    say(capsys, f"{job}: killed at {len(runs) - 1} points")
    assert len(runs) > points


@pytest.fixture(scope="module")
def disputes(quick_disk: Path) -> Path:
    """A closed workspace in which each act around a removal can be done."""
    folder = quick_disk / "disputes"
    folder.mkdir()
    removal_acts.prepare(folder)
    return folder


@pytest.fixture(scope="module")
def farewells(quick_disk: Path) -> Path:
    """A closed workspace in which each act of leaving can be done."""
    folder = quick_disk / "farewells"
    folder.mkdir()
    leaving_acts.prepare(folder)
    return folder


LEAST_POINTS = 20  # of each act


STRIDES = pytest.mark.parametrize("stride", [13, pytest.param(1, marks=pytest.mark.soak)])


@STRIDES
@pytest.mark.parametrize("act", removal_acts.ACTS)
def test_an_act_around_a_removal_is_done_or_not_done(
    disputes: Path, out: Path, act: str, stride: int, capsys: pytest.CaptureFixture[str]
) -> None:
    done_or_not(disputes, out, act, stride, capsys)


@STRIDES
@pytest.mark.parametrize(
    "act",
    [
        *("pass_on", "hand_over"),
        *(pytest.param(act, marks=pytest.mark.soak) for act in ("leave", "review")),
    ],
)
def test_an_act_of_leaving_is_done_or_not_done(
    farewells: Path, out: Path, act: str, stride: int, capsys: pytest.CaptureFixture[str]
) -> None:
    done_or_not(farewells, out, act, stride, capsys)


def done_or_not(
    source: Path, out: Path, act: str, stride: int, capsys: pytest.CaptureFixture[str]
) -> None:
    runs = crash("steps", act, source, out, str(stride))
    done = 0
    for run in runs:
        desk = nothing_lost(expected(source, run))
        saved = desk.ledger.was_saved(operation_of(act))
        assert ACTS[act].done(desk) == saved, run["folder"]
        done += saved
        desk.close()
    assert [run["killed"] for run in runs] == [True] * (len(runs) - 1) + [False]
    assert 0 < done < len(runs)
    say(capsys, f"{act}: killed at {len(runs) - 1} points")
    assert (len(runs) - 1) * stride >= LEAST_POINTS


@pytest.mark.parametrize(
    ("way", "points"), [("steps", 60), pytest.param("every", 300, marks=pytest.mark.soak)]
)
def test_a_workspace_in_the_making_can_be_made_again(out: Path, way: str, points: int) -> None:
    (out / "empty").mkdir()
    runs = crash(way, "create", out / "empty", out, "1")
    assert len(runs) > points
    for run in runs:
        folder = Path(run["folder"])
        if not exists(folder / "desk"):
            create_workspace(folder / "desk", "Mei", Language.EN, MovableClock())
        desk = nothing_lost(kept(folder))
        assert desk.operator.name == "Mei"
        desk.close()


def test_a_migration_that_was_cut_off_is_made_at_the_next_start(source: Path, out: Path) -> None:
    runs = crash("steps", "migrate", source, out, "1")
    assert len(runs) > 60
    later = MovableClock()
    later.move(days=1)
    with next_version(add_column):
        for run in runs:
            open_desk(Path(run["folder"]), later).close()
            nothing_lost(expected(source, run)).close()


def random_moments(
    job: str, source: Path, out: Path, times: int, capsys: pytest.CaptureFixture[str]
) -> int:
    seed = uuid.uuid4().int % 10_000
    runs = crash("moments", job, source, out, str(seed), str(times))
    saved = 0
    for run in runs:
        desk = nothing_lost(expected(source, run))
        saved += len(run["told"])
        desk.close()
    killed = sum(run["killed"] for run in runs)
    say(capsys, f"{job}, seed {seed}: {killed} of {times} killed, {saved} acknowledged and found")
    return saved


def test_killed_at_random_moments(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert random_moments("remove_many", source, out, 12, capsys) > 0


def test_disputes_killed_at_random_moments(
    disputes: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert random_moments("play", disputes, out, 8, capsys) > 0


@pytest.mark.soak
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("job", "workspace"), [("remove_many", "source"), ("play", "disputes")])
def test_killed_at_very_many_moments(
    request: pytest.FixtureRequest,
    job: str,
    workspace: str,
    out: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for number in range(20):
        folder = out / str(number)
        folder.mkdir()
        assert random_moments(job, request.getfixturevalue(workspace), folder, 20, capsys) > 0
        shutil.rmtree(folder)
