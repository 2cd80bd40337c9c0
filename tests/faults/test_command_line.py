# SPDX-License-Identifier: MIT
"""Commands in a hostile world: one clear sentence, the right exit code, and nothing lost."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from groupdesk import cli
from groupdesk.models import database
from tests.faults.test_disk_and_locks import files_up_to
from tests.helpers import (
    MovableClock,
    copy_workspace,
    make_desk,
    make_group,
    make_member,
    png,
    raw,
    removal,
    rule_id,
)

posix = pytest.mark.skipif(os.name != "posix", reason="limits, pipes and modes are POSIX")
HOSTILE = "\x1b[31mred\x9b0m"


@pytest.fixture(scope="module")
def source(quick_disk: Path) -> Path:
    """A closed workspace with a removal and its screenshot."""
    folder = quick_disk / "commands"
    folder.mkdir()
    long_ago = MovableClock(datetime(2020, 6, 1, tzinfo=UTC))  # the commands have the machine's
    desk = make_desk(folder, long_ago)
    member = make_member(desk, make_group(desk))
    desk.removals.decide(removal(desk, member, rule_id(desk, 1)))
    desk.close()
    return folder


@pytest.fixture
def folder(source: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(out / name.lower()))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return copy_workspace(source, out / "copy")


class Desk:
    """Calls commands on the workspace, and wants words of each that fails."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._workspace = os.fspath(folder / "desk")
        self._capsys = capsys

    def __call__(self, *arguments: object, code: int | None = None) -> str:
        told = [str(argument) for argument in arguments]
        self._capsys.readouterr()
        answer = cli.run([*told, "--workspace", self._workspace])
        out, complaints = self._capsys.readouterr()
        said = out + complaints
        assert "our mistake" not in said, said
        assert not re.search(r"Traceback|[A-Z][a-z]+Error\b|a worker ended", said), said
        if code is not None:
            assert answer == code, said
        if answer:
            assert said.strip(), "failed without a word"
        return said


@pytest.fixture
def groupdesk(folder: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(folder, capsys)


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "case", "9" * 30, "--out", "x.pdf"),
        ("report", "case", "-1", "--out", "x.pdf"),
        ("import", "x.csv", "--group", "G", "--encoding", "nonsense"),
        ("import", "x.csv", "--group", "G", "--encoding", "zip"),
        ("import", "x.csv", "--group", "G", "--delimiter", ""),
        ("import", "x.csv", "--group", "G", "--delimiter", '"'),
    ],
)
def test_what_makes_no_sense_is_wrong_use_or_refused(
    groupdesk: Desk, arguments: tuple[str, ...]
) -> None:
    said = groupdesk(*arguments)
    assert "cannot be" in said or "no longer there" in said


@pytest.mark.parametrize(
    ("since", "until"), [("0206-01-01", "2026-12-31"), ("9990-01-01", "9999-12-31")]
)
def test_a_slip_in_the_year_fills_no_paper(
    groupdesk: Desk, out: Path, since: str, until: str
) -> None:
    paper = out / "audit.pdf"
    said = groupdesk(
        "report", "group", "Aurora", "--from", since, "--to", until, "--out", paper, code=1
    )
    assert "check the years" in said
    assert not paper.exists()


def test_names_never_steer_the_terminal(groupdesk: Desk, out: Path) -> None:
    table = out / f"{HOSTILE}.csv"
    table.write_text(f"{HOSTILE},b\nx,y\n", encoding="utf-8")
    names = out / "names.csv"
    names.write_text(f"name,b\n{HOSTILE},y\n", encoding="utf-8")
    for said in (
        groupdesk("import", table, "--group", HOSTILE, "--create", code=1),
        groupdesk("import", names, "--group", HOSTILE, "--create", "--take-guess", code=0),
        groupdesk("members", "--group", HOSTILE, code=0),
        groupdesk("members", "--group", "no " + HOSTILE, code=1),
    ):
        assert "\x1b" not in said
        assert "\x9b" not in said
    assert "‹U+001B›" in groupdesk("members", "--group", "no " + HOSTILE)


def test_a_chosen_encoding_that_is_not_the_lists_is_said(groupdesk: Desk, out: Path) -> None:
    table = out / "list.csv"
    table.write_text("name,email\nAnna,a@example.org\n", encoding="utf-8")
    said = groupdesk(
        "import", table, "--group", "Aurora", "--encoding", "utf-16", "--take-guess", code=1
    )
    assert "is not written in utf-16" in said


@posix
def test_files_that_are_none_and_files_that_lie(groupdesk: Desk, out: Path) -> None:
    (out / "folder.png").mkdir()
    os.mkfifo(out / "pipe.png")
    (out / "link.png").symlink_to(out / "good.png")
    (out / "good.png").write_bytes(png(30, 30))
    (out / "=cmd()|'.png").write_bytes(png(30, 30, 5))
    (out / f"{HOSTILE}.png").write_bytes(b"no picture")
    (out / "empty.png").touch()
    (out / "sparse.png").write_bytes(png(30, 30))
    os.truncate(out / "sparse.png", 3_000_000_000)
    files = [*sorted(out.glob("*.png")), Path("/dev/zero"), Path("/dev/null"), Path("x" * 300)]
    answer = cli.run(["evidence", "check", "--json", *map(str, files)])
    assert answer == 1
    told = json.loads(groupdesk._capsys.readouterr().out)["files"]
    taken = {Path(one["file"]).name for one in told if one["accepted"]}
    assert taken == {"good.png", "=cmd()|'.png"}
    codes = {Path(one["file"]).name: one["code"] for one in told if not one["accepted"]}
    assert codes["zero"] == codes["pipe.png"] == "file_not_regular"
    assert codes["sparse.png"] == "file_too_large"
    assert all(len(one["message"]) < 300 for one in told if not one["accepted"])


@posix
def test_a_full_disk_leaves_everything_to_be_read(groupdesk: Desk, out: Path) -> None:
    """SQLite's shared memory has no room: reading must go on, and writing says why not."""
    with files_up_to(20_000):
        assert "fits together" in groupdesk("verify", code=0)
        assert "Li Wei" in groupdesk("members", "--group", "Aurora", code=0)
        table = out / "list.csv"
        table.write_text("name\nAnna\n", encoding="utf-8")
        assert "disk was full" in groupdesk(
            "import", table, "--group", "Aurora", "--take-guess", code=1
        )
        assert "The disk is full" in groupdesk("report", "case", 1, "--out", out / "x.pdf", code=1)
        assert "The disk" in groupdesk("backup", out / "stick", code=1)
    assert [path for path in (out / "stick").rglob("*") if path.is_file()] == []
    assert not list(out.glob("*.pdf"))
    assert "fits together" in groupdesk("verify", code=0)


@posix
def test_a_backup_that_breaks_off_leaves_nothing_behind(groupdesk: Desk, out: Path) -> None:
    with files_up_to(100_000):  # room for the shared memory, none for the copy
        groupdesk("backup", out / "stick", code=1)
    assert [path for path in (out / "stick").rglob("*") if path.is_file()] == []


def test_a_backup_says_which_screenshots_it_lacks(groupdesk: Desk, folder: Path, out: Path) -> None:
    next((folder / "desk" / "evidence").glob("??/*")).unlink()
    said = groupdesk("backup", out / "stick", code=1)
    assert "not in the backup: 1." in said
    assert list((out / "stick").glob("groupdesk-*.db"))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"rows":{"a":' + b"[" * 200_000 + b"]" * 200_000 + b"}}", "says was changed"),
        (b'{"rows":' + b"9" * 5_000 + b"}", "says was changed"),
        (b'{"rows":[1]}', "says was changed"),
    ],
)
def test_an_edited_payload_is_a_finding_however_mad(
    groupdesk: Desk, folder: Path, body: bytes, said: str
) -> None:
    raw(folder, f"UPDATE audit_payload SET body = x'{body.hex()}' WHERE seq = 2")
    assert said in groupdesk("verify", code=1)


def test_mad_anchors_are_no_anchors(groupdesk: Desk, folder: Path, out: Path) -> None:
    groupdesk("backup", out / "stick", code=0)
    (anchors,) = (out / "xdg_data_home").rglob("anchors-*.jsonl")
    identity = json.loads(anchors.read_text(encoding="utf-8"))["workspace"]
    with anchors.open("a", encoding="utf-8") as stream:
        stream.writelines(
            f'{{"workspace": "{identity}", "seq": {seq}, "head": "x"}}\n'
            for seq in ("1e999", "9" * 40, "-9" + "9" * 30, '"x"', "[" * 100_000)
        )
        stream.write("\0\n")
    assert "fits together" in groupdesk("verify", code=0)


def test_what_is_for_the_log_stays_off_the_terminal() -> None:
    script = (
        "import logging; from groupdesk import cli; cli.run(['evidence', 'check', 'none']);"
        "logging.getLogger('groupdesk.workers.runner').warning('a worker ended with 1')"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=300, check=False
    )
    assert "worker" not in answer.stderr
    assert "no longer there" in answer.stdout


@contextmanager
def nobody(path: Path) -> Iterator[None]:
    """Take a folder's rights away for a while; for root nothing is taken away."""
    path.chmod(0)
    try:
        yield
    finally:
        path.chmod(0o700)


@posix
@pytest.mark.parametrize("part", ["desk", "desk/evidence"])
def test_a_folder_that_may_not_be_read(folder: Path, out: Path, part: str) -> None:
    """As somebody who is not root: the right sentence, and a backup that does not boast."""
    script = (
        "import os, sys\n"
        "import groupdesk.cli.workspaces, groupdesk.services.desk, groupdesk.services.evidence\n"
        "from groupdesk import cli\n"
        "if os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "sys.exit(cli.run(sys.argv[1:]))\n"
    )
    for path in (out.parent, out, folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    (out / "stick").mkdir()
    (out / "stick").chmod(0o777)
    with nobody(folder / part):
        answer = subprocess.run(
            [sys.executable, "-c", script, "backup", out / "stick", "--workspace", folder / "desk"],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    assert answer.returncode == 1
    expected = "could not be opened" if part == "desk" else "not in the backup: 1."
    assert expected in answer.stderr


def test_locked_for_ever(
    groupdesk: Desk, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    path = folder / "desk" / "groupdesk.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "fits together" in groupdesk("verify", code=0)
        assert "Another program" in groupdesk(
            "report", "case", 1, "--out", out / "case.pdf", code=1
        )
        assert not (out / "case.pdf").exists()
