# SPDX-License-Identifier: MIT
"""What the preview writes: dates as they were read, codes as words, names as they are."""

from datetime import datetime, timedelta, timezone

import pytest

from groupdesk.domain.import_preview import FieldChange, LineKind, PreviewLine
from groupdesk.domain.import_records import ImportField, ImportNote
from groupdesk.ui.dates import Dates, LanguageCode
from groupdesk.ui.dialogs.import_texts import ImportTexts
from groupdesk.words import Words

NOW = datetime(2026, 11, 21, 15, 0, tzinfo=timezone(timedelta(hours=8)))


def texts(language: LanguageCode = "en") -> ImportTexts:
    return ImportTexts(Words(language), Dates(language), NOW)


@pytest.mark.parametrize(
    ("change", "english", "chinese"),
    [
        (
            FieldChange("role", "member", "admin"),
            "Role: Member → Group admin",
            "群内身份：普通成员 → 群管理员",
        ),
        (FieldChange("phone", "", "138"), "Phone: 138", "电话：138"),
        (
            FieldChange("joined_at", "", "2025-02-28T16:00:00.000Z"),
            "Joined on: 1 Mar 2025",
            "入群时间：2025年3月1日",
        ),
        (
            FieldChange("state", "active", "left"),
            "State: In the group → Left",
            "状态：在群中 → 已退群",
        ),
        (FieldChange("is_bot", "", "1"), "Is a bot", "是机器人"),
        (FieldChange("name", "a", "\u202eb"), "Name: a → ‹U+202E›b", "姓名：a → ‹U+202E›b"),
    ],
)
def test_a_change_is_written_as_people_say_it(
    change: FieldChange, english: str, chinese: str
) -> None:
    assert texts().change(change) == english
    assert texts("zh").change(change) == chinese


def test_every_field_kind_and_stage_has_words_in_both_languages() -> None:
    for one in (texts(), texts("zh")):
        assert all(one.field(field.value) for field in (*ImportField,))
        assert all(one.kind(kind) for kind in LineKind)
        assert all(
            one.stage(stage, 0, 0) for stage in ("read", "match", "prepare", "write", "commit")
        )


@pytest.mark.parametrize(
    "code",
    ["id_twice", "person_twice", "email_not_unique", "handle_not_unique", "name_not_unique"],
)
def test_every_conflict_says_why(code: str) -> None:
    line = PreviewLine(
        LineKind.CONFLICT, 1, "Ann", code=code, values={"line": "4", "id": "x", "count": "2"}
    )
    for one in (texts(), texts("zh")):
        assert one.details(line)
        assert "{" not in one.details(line)


def test_notes_name_platforms_and_times_in_words() -> None:
    note = ImportNote("other_platform", {"platform": "slack", "own": "wecom"})
    assert texts("zh").note(note) == "名单来自Slack，而本群在企业微信。"
    before = ImportNote("imported_before", {"at": "2026-11-20T08:02:00.000Z"})
    assert "20 Nov, 16:02" in texts().note(before)


def test_progress_says_how_far_it_is() -> None:
    assert texts().stage("write", 24000, 100000) == "Writing 24,000 / 100,000"


def test_names_from_the_file_cannot_turn_a_note_round() -> None:
    note = ImportNote("leavers_removed", {"count": "1", "names": "Eve\u202egnp (spam)"})
    said = texts().note(note)
    assert "\u202e" not in said
    assert "Eve" in said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Asked to leave (20 Nov, 15:00)"), ("zh", "11月20日 15:00 申请过退群")],
)
def test_who_asked_to_leave_is_told_of_as_that(language: LanguageCode, said: str) -> None:
    line = PreviewLine(LineKind.LEFT, 0, "Li Wei", asked_to_leave="2026-11-20T07:00:00.000Z")
    assert texts(language).details(line) == said
