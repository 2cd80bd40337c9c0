# SPDX-License-Identifier: MIT
"""A real small desk and the context around it, for tests of pages and dialogs."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from groupdesk.app import build
from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.records import GroupFields, MemberDetail, MemberFields
from groupdesk.services.desk import Desk
from groupdesk.services.starter_rules import starter_rules
from groupdesk.services.workspace import create_workspace
from tests.helpers import copy_once_made

NOW = datetime(2026, 11, 21, 15, 42, tzinfo=timezone(timedelta(hours=8)))


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **delta: int) -> None:
        self.now += timedelta(**delta)


@dataclass
class Notices:
    """What the window's banner was told, with the act that it offered last."""

    texts: list[str] = field(default_factory=list)
    action: Any = None

    def __call__(self, text: str, tone: str = "ok", **more: Any) -> None:
        self.texts.append(text)
        self.action = more.get("action")


def small_desk(folder: Path, clock: Clock) -> Desk:
    """Return a desk with one WeCom group, its published rules and one Chinese member."""
    copy_once_made(("small desk", clock.now), lambda made: _small_desk(made, clock), folder)
    return build(folder / "workspace", clock=clock, anchor_folder=folder)


def _small_desk(folder: Path, clock: Clock) -> Desk:
    create_workspace(folder / "workspace", "Mei", Language.EN, clock)
    desk = build(folder / "workspace", clock=clock, anchor_folder=folder)
    fields = GroupFields("Aurora customers", Platform.WECOM, Language.EN, owner_name="Mei Lin")
    group = desk.groups.create(uuid4(), fields).subject_id
    clock.forward(minutes=-30)
    desk.rules.publish(uuid4(), group, starter_rules())
    clock.forward(minutes=30)
    add_member(desk, group, "王小明", language="zh")
    return desk


def add_member(desk: Desk, group_id: int, name: str, *, language: str = "") -> MemberDetail:
    """Add a member and return what is known of them."""
    receipt = desk.members.add(uuid4(), group_id, MemberFields(name, language=language))
    return desk.members.detail(receipt.subject_id)


def png(colour: str = "#95EC69", width: int = 60, height: int = 90) -> bytes:
    """Return a small picture; another colour makes another file."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # takes no bytes, whatever the stub says
    return bytes(data.data())


def picture_file(folder: Path, name: str, colour: str = "#95EC69") -> Path:
    """Write a small picture and return its path."""
    path = folder / name
    path.write_bytes(png(colour))
    return path
