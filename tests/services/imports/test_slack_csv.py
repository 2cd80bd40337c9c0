# SPDX-License-Identifier: MIT
"""Slack's member list, as exported."""

from pathlib import Path

from groupdesk.domain.enums import MemberRole, Platform
from groupdesk.domain.import_records import ImportFormat
from groupdesk.services.imports.read import ReadOptions
from tests.services.imports.lists import SLACK_HEADER, read, text_file


def test_the_exported_list(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        SLACK_HEADER
        + "slackbot,,Bot,0,0,0,USLACKBOT,Slackbot,Slackbot,\n"
        + 'ada,ada@example.com,Primary Owner,1,1,0,U01,"Lovelace, Ada",ada,\n'
        + "grace,grace@example.com,Admin,1,0,0,U02,Grace Hopper,,\n"
        + "old,old@example.com,Deactivated,0,0,0,U03,Old Hand,old,\n"
        + "helper,,Bot,0,0,0,U04,Helper,helper,\n"
        + "guest,g@example.com,Single-Channel Guest,1,0,0,U05,,guesty,1893456000\n"
        + "short,s@example.com,Member\n",
    )
    result = read(path, ReadOptions())
    assert (result.format, result.platform) == (ImportFormat.SLACK_CSV, Platform.SLACK)
    assert [(row.external_id, row.name, row.handle, row.role) for row in result.rows] == [
        ("U01", "Lovelace, Ada", "ada", MemberRole.OWNER),
        ("U02", "Grace Hopper", "grace", MemberRole.ADMIN),
        ("U03", "Old Hand", "old", None),
        ("U04", "Helper", "helper", None),
        ("U05", "guesty", "guest", MemberRole.MEMBER),
    ]
    assert [row.is_bot for row in result.rows] == [False, False, False, True, False]
    assert [row.deactivated for row in result.rows] == [False, False, True, False, False]
    assert result.rows[4].name_known is False
    assert [(one.line, one.code) for one in result.rejected] == [(8, "row_too_short")]
    assert {note.code: note.values["count"] for note in result.notes} == {
        "names_missing": "1",
        "bots": "1",
        "deactivated": "1",
    }


def test_an_older_export_with_other_order_and_delimiter(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "userid;username;fullname;billing-active;email\nU1;ada;Ada;1;a@x\n",
        "utf-8-sig",
    )
    result = read(path, ReadOptions())
    assert result.format is ImportFormat.SLACK_CSV
    assert (result.rows[0].external_id, result.rows[0].email) == ("U1", "a@x")


def test_who_was_invited_only_is_no_member_and_a_word_is_no_address(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        SLACK_HEADER
        + "ada,nobody,Member,1,1,0,U01,Ada,ada,\n"
        + "ben,nobody,Member,1,1,0,U02,Ben,ben,\n"
        + "cem,cem@example.com,Invited Member,0,0,0,U03,Cem,cem,\n"
        + "dot,dot@example.com,Invited Single-Channel Guest,0,0,0,U04,Dot,,\n"
        + ",nobody,Member,1,0,0,,,,\n",
    )
    result = read(path, ReadOptions())
    assert [(row.name, row.email) for row in result.rows] == [("Ada", ""), ("Ben", "")]
    told = {note.code: note.values for note in result.notes}
    assert told["emails_unreadable"] == {"count": "3", "line": "2", "value": "nobody"}
    assert [(one.line, one.code) for one in result.rejected] == [
        (4, "not_in_group"),
        (5, "not_in_group"),
        (6, "no_identity"),
    ]
