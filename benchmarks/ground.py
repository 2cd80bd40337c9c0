# SPDX-License-Identifier: MIT
"""The workspaces that are measured: an empty one, one with many members, the sample."""

import hashlib
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from groupdesk.app import build
from groupdesk.domain.clock import system_clock, to_text
from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.import_records import ImportFormat, ImportRow, ReadResult
from groupdesk.domain.records import GroupFields
from groupdesk.services.desk import Desk
from groupdesk.services.sample import make_sample
from groupdesk.services.starter_rules import starter_rules
from groupdesk.services.workspace import create_workspace

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
_GIVEN = "伟芳娜敏静丽强磊洋勇艳杰涛明超霞平刚桂英思远雨桐子涵浩然梓萱宇轩欣怡"
_LATIN = ("Grace Chen", "Tomas Rivera", "Noor Haddad", "Liam Novak", "Amara Okafor", "Priya Nair")
_COMPANIES = ("晨光家电", "蓝湾酒店用品", "Bluewater Cafes", "Harbour Dental", "")


@dataclass
class Ground:
    """A folder for the run, and the workspaces in it; each is made when it is first asked for."""

    folder: Path
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


def rows(size: int) -> list[ImportRow]:
    """Return `size` members, the same each time."""
    now = to_text(system_clock())
    return [
        ImportRow(
            line=number + 2,
            name=name_of(number),
            external_id=ident_of(number),
            phone=f"100{number * 7919 % 10**8:08d}",
            company=_COMPANIES[number % len(_COMPANIES)],
            joined_at=f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}T08:00:00.000Z",
            last_active=now if number % 7 else None,
            tags=("老客户",) if number % 3 == 0 else (),
        )
        for number in range(size)
    ]


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
