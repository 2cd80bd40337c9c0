# SPDX-License-Identifier: MIT
"""Files of templates: out, in again elsewhere, and what hostile ones do (nothing)."""

import os
import uuid
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.errors import (
    FileRefusedError,
    GroupDeskError,
    StateChangedError,
    StorageError,
)
from groupdesk.domain.template_enums import TemplateFound, TemplateOrigin
from groupdesk.domain.template_fields import TemplateFields, fields_of
from groupdesk.services.desk import Desk
from groupdesk.words import Words
from tests.helpers import MovableClock, make_desk, make_group

HEAD = '[groupdesk]\nformat = "templates"\nversion = 1\n'
ROW = '[[template]]\nkind = "talk"\nlanguage = "zh"\ntone = "short"\nname = "{}"\nbody = "谢谢！"\n'
FIELDS = TemplateFields(
    TemplateKind.WARNING, Language.ZH, Tone.FIRM, "我们的警告", '{member_name}，"""\\您好！\n谢谢！'
)


def test_templates_travel_to_another_workspace(
    desk: Desk, tmp_path: Path, clock: MovableClock
) -> None:
    seen = desk.templates.get("en.talk.short")
    changed = replace(fields_of(seen), body="A word, please? Thank you!")
    desk.templates.save(uuid.uuid4(), changed, seen)
    desk.templates.save(uuid.uuid4(), FIELDS)
    path = tmp_path / "ours.toml"
    wanted = [t for t in desk.templates.all() if t.origin is not TemplateOrigin.BUILT_IN]
    assert desk.template_files.export(path, wanted) == 2

    (tmp_path / "other").mkdir()
    other = make_desk(tmp_path / "other", clock)
    found = other.template_files.preview(path)
    assert Counter(one.state for one in found) == {TemplateFound.CHANGED: 1, TemplateFound.NEW: 1}
    other.template_files.take_in(uuid.uuid4(), path, found)
    assert other.templates.get("en.talk.short").body == changed.body
    assert other.templates.get("own.2").body == FIELDS.body
    again = other.template_files.preview(path)
    assert {one.state for one in again} == {TemplateFound.SAME}
    row = other.audit.rows(AuditFilter())[0]
    assert row.subject == "ours.toml"
    assert len(other.audit.detail(row.seq).changes) == 3
    other.close()


def test_a_file_for_one_group_is_taken_in_for_it(desk: Desk, tmp_path: Path) -> None:
    group = make_group(desk)
    path = tmp_path / "t.toml"
    path.write_text(HEAD + ROW.format("问候"), encoding="utf-8")
    desk.template_files.take_in(
        uuid.uuid4(), path, desk.template_files.preview(path, group_id=group)
    )
    assert desk.templates.get("own.1").group_id == group


def test_nothing_is_taken_in_where_one_was_changed_meanwhile(desk: Desk, tmp_path: Path) -> None:
    desk.templates.save(uuid.uuid4(), FIELDS)
    seen = desk.templates.get("own.1")
    path = tmp_path / "t.toml"
    row = ROW.replace("talk", "warning").format(FIELDS.name)
    path.write_text(HEAD + ROW.format("问候") + row, encoding="utf-8")
    found = desk.template_files.preview(path)
    desk.templates.save(uuid.uuid4(), replace(FIELDS, body="谢谢您！"), seen)
    with pytest.raises(StateChangedError):
        desk.template_files.take_in(uuid.uuid4(), path, found)
    assert [t.name for t in desk.templates.all() if t.origin is TemplateOrigin.OWN] == [FIELDS.name]


def test_windows_line_ends_and_a_byte_order_mark_are_read(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    text = HEAD + ROW.format("问候").replace('"谢谢！"', '"""\n您好\n谢谢！"""')
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    (found,) = desk.template_files.preview(path)
    assert found.fields is not None
    assert found.fields.body == "您好\n谢谢！"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x89PNG\r\n\x1a\n", "template_file_foreign"),
        (b"\xff\xfe\x00", "template_file_foreign"),
        (b"a = " + b"[" * 100_000, "template_file_foreign"),
        (b'[groupdesk]\nformat = "members"\nversion = 1', "template_file_foreign"),
        (b'groupdesk = "templates"', "template_file_foreign"),
        (b"template = 7\n" + HEAD.encode(), "template_file_foreign"),
        (HEAD.encode(), "template_file_empty"),
        (HEAD.replace("1", "2").encode() + ROW.encode(), "template_file_newer"),
        (HEAD.replace("1", "true").encode() + ROW.encode(), "template_file_newer"),
        (HEAD.encode() + ROW.encode() * 501, "template_file_too_many"),
        (b"", "empty_file"),
        (b"#" * 2_000_001, "file_too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_file_gives_one_sentence(
    desk: Desk, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "t.toml"
    path.write_bytes(content)
    with pytest.raises(FileRefusedError) as told:
        desk.template_files.preview(path)
    assert told.value.code == code
    for language in Language:
        words = Words(language)(f"error.{code}", **told.value.values)
        assert "t.toml" in words


def test_rows_that_are_no_templates_are_refused_and_good_ones_stay(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "t.toml"
    text = 'template = [1, {name = 7}, {kind = "talk", language = "en", tone = "firm",'
    path.write_text(text + ' name = "Good", body = "Thank you."}]\n' + HEAD, encoding="utf-8")
    found = desk.template_files.preview(path)
    assert [one.state for one in found] == [TemplateFound.REFUSED] * 2 + [TemplateFound.NEW]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_followed(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text(HEAD + ROW, encoding="utf-8")
    (tmp_path / "link.toml").symlink_to(tmp_path / "real.toml")
    with pytest.raises(FileRefusedError) as told:
        desk.template_files.preview(tmp_path / "link.toml")
    assert told.value.code == "file_is_link"


def test_an_earlier_file_is_kept_unless_it_may_be_replaced(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(GroupDeskError) as told:
        desk.template_files.export(path, desk.templates.all())
    assert told.value.code == "export_exists"
    assert path.read_text(encoding="utf-8") == "mine"
    desk.template_files.export(path, desk.templates.all(), overwrite=True)
    found = desk.template_files.preview(path)
    assert {one.state for one in found} == {TemplateFound.SAME}
    with pytest.raises(StorageError):
        desk.template_files.export(tmp_path / "none" / "t.toml", [])
    assert [entry.name for entry in tmp_path.glob(".groupdesk*")] == []
