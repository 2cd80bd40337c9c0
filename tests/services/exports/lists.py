# SPDX-License-Identifier: MIT
"""People with hostile names, and groups that are written to files and read again."""

import uuid
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from groupdesk.domain.enums import JoinedHow, Language, MemberRole, Platform
from groupdesk.domain.export_records import ExportFormat, ExportRequest, ExportScope
from groupdesk.domain.import_preview import LineKind, Take
from groupdesk.domain.import_records import ImportFormat, ImportRow, ReadResult
from groupdesk.domain.records import GroupFields
from groupdesk.domain.text import clean_line
from groupdesk.services.desk import Desk
from groupdesk.services.imports.compare import clean
from groupdesk.services.imports.read import ReadOptions, open_file

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "＝１",
    "'quoted",
    "''twice",
    'say "hi", then',
    "a;b\tc|d",
    "None",
    "null",
    "-",
    "李伟 🌸",
    "علي \u202eabc\u202c",
    "‹U+202E›",
    "‹U+‹U+0041›",
    "00123",
    "1E5",
    "TRUE",
    "_x0041_",
    "<b>&amp;</b>",
    "Name",
    "GroupDesk no.",
    "password",
    "\ufeffBOM",
    "#N/A",
    "2026-01-02",
)
IDS = ("123456789012345678", "000123", "1.23457E+17", "=1", "wx_1", "12345678901234567890.0", "-7")
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
words = st.one_of(st.sampled_from(HOSTILE), anything)
notes = st.one_of(words, st.lists(words, max_size=4).map("\n".join), st.just("line\n" * 60 + "end"))


@st.composite
def people(draw: st.DrawFn) -> list[ImportRow]:
    """Return rows as a list of some platform might hold them."""
    rows: list[ImportRow] = []
    count = draw(st.integers(1, 6))
    ids = draw(st.lists(st.one_of(st.just(""), st.sampled_from(IDS)), min_size=count))
    for line in range(count):
        name = clean_line(draw(words)) or "x"
        known = [row.external_id for row in rows]
        row = ImportRow(
            line=line + 1,
            name=name,
            nickname=draw(words),
            external_id="" if ids[line] in known else ids[line],
            handle=draw(words),
            role=draw(st.sampled_from([None, *MemberRole])),
            joined_at=draw(st.sampled_from([None, "2024-02-29T23:59:59.999Z"])),
            joined_how=draw(st.sampled_from(JoinedHow)),
            invited_by=draw(words),
            last_active=draw(st.sampled_from([None, "1999-12-31T00:00:00.001Z"])),
            message_count=draw(st.sampled_from([None, 0, 12])),
            phone=draw(st.sampled_from(["", "+86 138 0000", "00123", "=2"])),
            email=draw(st.sampled_from(["", "a@example.org", "=b@example.org"])),
            company=draw(words),
            account_owner=draw(words),
            tags=tuple(draw(st.lists(words, max_size=3, unique=True))),
            note=draw(notes),
            language=draw(st.sampled_from(["", "zh", "en"])),
            is_bot=draw(st.booleans()),
            deactivated=draw(st.booleans()),
        )
        rows.append(clean(row))
    return rows


def take_in(desk: Desk, group_id: int, rows: list[ImportRow]) -> None:
    """Take rows in as an import does; whoever a person would have to decide about is left out.

    But for ids that another group has with all else different: here they are the same person.
    """
    result = ReadResult(ImportFormat.TABLE, "utf-8", "0" * 64, "list.csv", rows, [], [])
    preview = desk.imports.preview(result, group_id)
    same = {
        line.line: line.candidates[0].membership_id
        for line in desk.imports.lines(preview, LineKind.CONFLICT)
        if line.code == "id_reused"
    }
    desk.imports.apply(uuid.uuid4(), preview, Take(decisions=same))


def export(desk: Desk, path: Path, kind: ExportFormat, **more: Any) -> Path:
    request = ExportRequest(
        uuid.uuid4(), path, kind, more.pop("scope", ExportScope.GROUP), overwrite=True, **more
    )
    return desk.exports.export(request).path


def read(desk: Desk, path: Path, group_id: int) -> ReadResult:
    found = open_file(path, ReadOptions(own=desk.imports.own_place(group_id)))
    assert isinstance(found, ReadResult)
    return found


def new_group(desk: Desk, name: str) -> int:
    fields = GroupFields(name, Platform.WECHAT, Language.ZH)
    return desk.groups.create(uuid.uuid4(), fields).subject_id
