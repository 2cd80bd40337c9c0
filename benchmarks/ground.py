# SPDX-License-Identifier: MIT
"""The workspaces that are measured: empty, crowded, of a million memberships, the sample.

All of them are made by the program's own services, so digests, log and search index are genuine.
"""

import hashlib
import os
import shutil
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from groupdesk.app import build
from groupdesk.domain.clock import system_clock, to_text
from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.import_preview import Take
from groupdesk.domain.import_records import ImportFormat, ImportRow, ReadResult
from groupdesk.domain.records import GroupFields
from groupdesk.domain.search_version import TOKEN_VERSION
from groupdesk.models.schema import schema_fingerprint
from groupdesk.services.desk import Desk
from groupdesk.services.imports.service import ImportPreview
from groupdesk.services.sample import make_sample
from groupdesk.services.starter_rules import starter_rules
from groupdesk.services.workspace import create_workspace

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
_GIVEN = "伟芳娜敏静丽强磊洋勇艳杰涛明超霞平刚桂英思远雨桐子涵浩然梓萱宇轩欣怡"
_LATIN = ("Grace Chen", "Tomas Rivera", "Noor Haddad", "Liam Novak", "Amara Okafor", "Priya Nair")
GROUPS = 2000
LARGE_GROUP = 5000
_COMPANIES = ("晨光家电", "蓝湾酒店用品", "Bluewater Cafes", "Harbour Dental", "")


@dataclass
class Ground:
    """A folder for the run, and the workspaces in it; each is made when it is first asked for."""

    folder: Path
    kept: Path | None = None
    """Where workspaces stay that take long to make; None for nowhere."""
    _desks: dict[str, Desk] = field(default_factory=dict)

    def empty(self, name: str) -> Desk:
        """Return a workspace with one group that has rules and no members."""
        folder = self.folder / name
        create_workspace(folder, "Mei", Language.EN, system_clock)
        desk = build(folder, anchor_folder=self.folder)
        fields = GroupFields("Benchmark", Platform.WECOM, Language.ZH)
        group_id = desk.groups.create(uuid.uuid4(), fields).subject_id
        desk.rules.publish(uuid.uuid4(), group_id, starter_rules())
        self._desks[name] = desk
        return desk

    def crowded(self, size: int) -> Desk:
        """Return a workspace whose group has `size` members."""
        name = f"members-{size}"
        if name not in self._desks:
            desk = self.empty(name)
            preview = desk.imports.preview(read_result(rows(size)), 1)
            desk.imports.apply(uuid.uuid4(), preview)
        return self._desks[name]

    def scale(self, size: int) -> Desk:
        """Return a workspace of `size` memberships: a group of up to 5,000, 2,000 more at most.

        A million takes two minutes; it is kept where a folder was given.
        """
        name = f"scale-{size}"
        if name not in self._desks:
            made = hashlib.sha256(f"{schema_fingerprint()}{TOKEN_VERSION}".encode()).hexdigest()
            kept = self.kept or self.folder
            folder = kept / f"{name}-{made[:8]}"
            if not folder.exists():
                _make_scale(folder.with_suffix(".new"), size)
                folder.with_suffix(".new").rename(folder)
            used = self.folder / name  # what is kept stays as it was made
            _copy(folder, used)
            self._desks[name] = build(used, anchor_folder=self.folder / f"{name}-anchors")
        return self._desks[name]

    def sample(self) -> Path:
        """Return the folder of a sample workspace."""
        folder = self.folder / "sample"
        if not folder.exists():
            make_sample(folder, system_clock, Language.EN)
        return folder

    def close(self) -> None:
        """Close everything."""
        for desk in self._desks.values():
            desk.close()


def rows(size: int, begin: int = 0) -> list[ImportRow]:
    """Return `size` members from the one of number `begin` on, the same each time."""
    now = system_clock()
    return [
        ImportRow(
            line=number + 2,
            name=name_of(number),
            external_id=ident_of(number),
            phone=f"100{number * 7919 % 10**8:08d}",
            company=_COMPANIES[number % len(_COMPANIES)],
            joined_at=f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}T08:00:00.000Z",
            last_active=to_text(now - timedelta(minutes=number * 7919 % 250_000))
            if number % 7
            else None,
            tags=("老客户",) if number % 3 == 0 else (),
        )
        for number in range(begin, begin + size)
    ]


def _make_scale(folder: Path, size: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    create_workspace(folder, "Mei", Language.EN, system_clock)
    desk = build(folder, anchor_folder=folder.parent / "anchors")
    large = min(LARGE_GROUP, size // 4)
    each = max((size - large) // GROUPS, 20)
    begun, number = 0, 0
    while begun < size:
        count = large if number == 0 else min(each, size - begun)
        fields = GroupFields(f"Group {number + 1}", Platform.WECOM, Language.ZH)
        group_id = desk.groups.create(uuid.uuid4(), fields).subject_id
        preview = desk.imports.preview(read_result(rows(count, begun)), group_id)
        desk.imports.apply(uuid.uuid4(), preview, Take(decisions=_all_new(preview)))
        begun, number = begun + count, number + 1
    with desk.ledger.writing():  # columns that are worked out from acts, of which there are none
        desk.workspace.database.execute_sql(
            "UPDATE membership SET case_count = 1 + id % 3, standing_step = 1 + id % 4"
            " WHERE id % 17 = 0"
        )
    desk.close()


def _all_new(preview: ImportPreview) -> dict[int, int]:
    """Say of rows with a name that was there before that they are somebody new."""
    return {preview.rows[one.position].line: 0 for one in preview.matched.conflicts}


def _copy(folder: Path, to: Path) -> None:
    """Copy a closed workspace, without copying its bytes where the disk knows how."""
    shutil.copytree(folder, to, copy_function=_quick_copy)


def _quick_copy(source: str, target: str) -> None:
    with open(source, "rb") as one, open(target, "wb") as other:  # noqa: PTH123  # given as text
        while os.copy_file_range(one.fileno(), other.fileno(), 1 << 30):
            pass


def name_of(number: int) -> str:
    """Return a name: four of five Chinese, the others Latin with a number."""
    if number % 5 == 4:
        return f"{_LATIN[number % len(_LATIN)]} {number}"
    given = _GIVEN[number * 7 % len(_GIVEN)] + _GIVEN[number * 13 % len(_GIVEN)]
    return _SURNAMES[number * 3 % len(_SURNAMES)] + given


def ident_of(number: int) -> str:
    """Return an id like a platform's: random, so that indexes are not filled in order."""
    return "wm" + hashlib.sha256(str(number).encode()).hexdigest()[:24]


def read_result(members: list[ImportRow]) -> ReadResult:
    """Return a list as the reader hands it over."""
    return ReadResult(
        format=ImportFormat.TABLE,
        encoding="utf-8",
        sha256=hashlib.sha256(str(len(members)).encode()).hexdigest(),
        file_name="members.csv",
        rows=members,
        rejected=[],
        notes=[],
    )
