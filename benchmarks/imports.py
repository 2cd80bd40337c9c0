# SPDX-License-Identifier: MIT
"""Taking in a long CSV, beside the sum of the bare parts of the same work; saves meanwhile.

As in the process that the window keeps for such work, the garbage collector is off.
"""

import csv
import gc
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from benchmarks.figure import Figure, percentile, seconds
from benchmarks.ground import Ground, read_result, rows
from groupdesk.app import build
from groupdesk.domain import canonical
from groupdesk.domain.import_records import ReadResult
from groupdesk.domain.records import MemberFields
from groupdesk.domain.search_tokens import search_words
from groupdesk.services import search
from groupdesk.services.desk import Desk
from groupdesk.services.imports.read import ReadOptions, open_file
from groupdesk.services.pinyin import sort_key

SIZE = 100_000
_BETWEEN_SAVES = 2.5  # seconds: somebody who works very fast
_SHORT = 1000
_UNKNOWN = 5_000_000  # members from this number on are in no workspace of a benchmark
_HEADS = ("name", "user id", "phone", "company", "joined at", "tags")


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure reading, comparing, preparing and writing `size` rows, and the bare parts."""
    path = ground.folder / f"list-{size}.csv"
    _write(path, size)
    collects = gc.isenabled()
    gc.disable()
    try:
        whole = _import(ground.empty(f"import-{size}"), path)
        parts = _bare(ground.empty(f"import-bare-{size}"), path)
    finally:
        if collects:
            gc.enable()
    saves = _saves_meanwhile(ground.empty(f"saves-{size}"), size)
    return [
        Figure(
            f"import of {size:,} CSV rows",
            sum(whole.values()),
            "s",
            peer="sum of its bare parts",
            peer_value=sum(parts.values()),
            most=1.3,
            parts=whole | {f"bare {name}": value for name, value in parts.items()},
        ),
        Figure(
            "a save by hand during an import, p95",
            percentile(saves, 0.95),
            "ms",
            limit=250,
            parts={"longest": max(saves)},
        ),
    ]


def _saves_meanwhile(desk: Desk, size: int) -> list[float]:
    """Return how long saves take, one a second, while another process imports."""
    member = desk.members.add(uuid.uuid4(), 1, MemberFields("李伟")).subject_id
    call = [sys.executable, "-m", "benchmarks.imports", str(desk.workspace.folder), str(size)]
    taken: list[float] = []
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as importing:
        assert importing.stdout is not None
        importing.stdout.readline()
        while importing.poll() is None or not taken:
            note = MemberFields("李伟", note=str(len(taken)))
            begun = time.perf_counter()
            desk.members.edit(uuid.uuid4(), member, note)
            taken.append((time.perf_counter() - begun) * 1000)
            time.sleep(_BETWEEN_SAVES if size > _SHORT else 0.05)
    if importing.returncode:
        raise RuntimeError("the import failed")
    return taken


def _import_here(folder: Path, size: int) -> None:
    """Be the other process: import into the last group, and say when it begins."""
    gc.disable()
    desk = build(folder, anchor_folder=folder.parent)
    group_id = desk.groups.all()[-1].id
    preview = desk.imports.preview(read_result(rows(size, _UNKNOWN)), group_id)
    sys.stdout.write("go\n")
    sys.stdout.flush()
    desk.imports.apply(uuid.uuid4(), preview)
    desk.close()


def _write(path: Path, size: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(_HEADS)
        for row in rows(size):
            joined = (row.joined_at or "")[:10]
            writer.writerow(
                (row.name, row.external_id, row.phone, row.company, joined, ";".join(row.tags))
            )


def _import(desk: Desk, path: Path) -> dict[str, float]:
    shares: dict[str, float] = {}
    begun = time.perf_counter()
    result = open_file(path, ReadOptions(accept_guess=True))
    if not isinstance(result, ReadResult):
        raise TypeError("the list was not recognised")
    shares["read"] = time.perf_counter() - begun
    shares |= _compare_and_write(desk, result)
    return shares


def _compare_and_write(desk: Desk, result: ReadResult) -> dict[str, float]:
    begun = time.perf_counter()
    preview = desk.imports.preview(result, 1)
    compared = time.perf_counter()
    stages: dict[str, float] = {}
    last = ("prepare", compared)

    def progress(stage: str, _done: int, _total: int) -> None:
        nonlocal last
        now = time.perf_counter()
        stages[last[0]] = stages.get(last[0], 0.0) + now - last[1]
        last = (stage, now)

    desk.imports.apply(uuid.uuid4(), preview, progress=progress)
    progress("", 0, 0)
    return {"compare": compared - begun, **stages}


def _bare(desk: Desk, path: Path) -> dict[str, float]:
    """Return what each part costs when nothing else is done with the rows."""
    lines: list[list[str]] = []

    def read() -> None:
        with path.open(encoding="utf-8", newline="") as stream:
            lines.extend(list(csv.reader(stream))[1:])

    keys: list[str] = []
    words: list[str] = []
    bodies: list[tuple[bytes, bytes]] = []

    def pinyin() -> None:
        keys.extend(sort_key(line[0]) for line in lines)

    def tokens() -> None:
        for number, line in enumerate(lines):
            told = (number, line[0], "", line[0], line[3], line[2], "", "[]", "", line[1], "", "")
            words.append(search_words(search.fields_of(told)))

    def sha256() -> None:
        for number, line in enumerate(lines, 1):
            told = dict(zip(_HEADS, line, strict=True))
            row = {
                "id": number, "group_id": 1, "person_id": number, "account_id": number,
                "name": line[0], "nickname": "", "role": "member", "is_bot": 0,
                "joined_at": line[4], "joined_how": "unknown", "invited_by": "",
                "state": "active", "snapshot_id": 1,
            }  # fmt: skip
            digest = {f"membership:{number}": canonical.row_digest(row)}
            after = {"member": line[0], "group": "Benchmark", **told}
            body = canonical.canonical_json({"after": after, "rows": digest})
            salt = os.urandom(16)
            canonical.payload_digest(salt, body)
            bodies.append((salt, body))

    taken = {"csv.reader": seconds(read), "pinyin": seconds(pinyin), "tokens": seconds(tokens)}
    taken["sha256"] = seconds(sha256)
    taken["executemany"] = seconds(_writer(desk, lines, keys, words, bodies))
    return taken


def _writer(
    desk: Desk,
    lines: list[list[str]],
    keys: list[str],
    words: list[str],
    bodies: list[tuple[bytes, bytes]],
) -> Callable[[], None]:
    persons = [(n, line[0], line[3], line[2]) for n, line in enumerate(lines, 1)]
    accounts = [(n, n, line[1]) for n, line in enumerate(lines, 1)]
    stays = [(n, n, n, line[0], line[4], keys[n - 1]) for n, line in enumerate(lines, 1)]

    def write() -> None:
        with desk.ledger.writing():
            connection = desk.workspace.database.connection()
            connection.executemany(
                "INSERT INTO person (id, name, language, company, phone, email, tags, note,"
                " key_customer, protected, created_at) VALUES (?,?,'',?,?,'','[]','',0,0,'x')",
                persons,
            )
            connection.executemany(
                "INSERT INTO account (id, person_id, platform, external_id, handle)"
                " VALUES (?,?,'wecom',?,'')",
                accounts,
            )
            connection.executemany(
                "INSERT INTO membership (id, group_id, person_id, account_id, name, nickname,"
                " role, is_bot, joined_at, joined_how, invited_by, state, standing_step, waiting,"
                " case_count, sort_key) VALUES (?,1,?,?,?,'','member',0,?,'unknown','','active',"
                "0,0,0,?)",
                stays,
            )
            search.put_many(connection, list(enumerate(words, 1)))
            seq = desk.ledger.head()[0]
            connection.executemany(
                "INSERT INTO audit_payload (seq, position, person_id, salt, body)"
                " VALUES (?,?,?,?,?)",
                [(seq, n + 10, n + 1, *both) for n, both in enumerate(bodies)],
            )

    return write


if __name__ == "__main__":
    _import_here(Path(sys.argv[1]), int(sys.argv[2]))
