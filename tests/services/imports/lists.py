# SPDX-License-Identifier: MIT
"""Member lists made for the tests."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import NeedsMapping, ReadResult
from groupdesk.services.imports.read import ReadOptions, open_file
from groupdesk.words import Words

GUESS = ReadOptions(accept_guess=True, utc_offset_minutes=480)


CHINESE = (
    "姓名,微信号,手机号,入群时间\n"
    "王小明,wxm1988,13800000001,2024-05-01 08:00\n"
    "李娜,lina_,13900000002,\n"
)


def text_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def read(path: Path, options: ReadOptions = GUESS) -> ReadResult:
    result = open_file(path, options)
    assert isinstance(result, ReadResult)
    return result


def ask(path: Path, options: ReadOptions | None = None) -> NeedsMapping:
    result = open_file(path, options)
    assert isinstance(result, NeedsMapping)
    return result


def wecom(**more: Any) -> dict[str, Any]:
    return {
        "errcode": 0,
        "errmsg": "ok",
        "group_chat": {
            "chat_id": "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA",
            "name": "销售客服群",
            "owner": "ZhuShengBen",
            "create_time": 1572505490,
            "notice": "文明沟通",
            "member_list": [
                {
                    "userid": "ZhuShengBen",
                    "type": 1,
                    "join_time": 1572505491,
                    "join_scene": 1,
                    "invitor": {"userid": "jack"},
                    "group_nickname": "客服小张",
                    "name": "张三丰",
                },
                {
                    "userid": "sam",
                    "type": 1,
                    "join_time": 1572505492,
                    "join_scene": 2,
                    "group_nickname": "",
                    "name": "山姆",
                },
                {
                    "userid": "wmOgQhDgAAuXFJGwbve4g4iXknfOAAAA",
                    "type": 2,
                    "unionid": "ozynqsulJFCZ2z1aYeS8h-nuasdAAA",
                    "join_time": 1572505493,
                    "join_scene": 3,
                    "group_nickname": "顾客老王",
                    "name": "王<b>语</b>嫣",
                },
            ],
            "admin_list": [{"userid": "sam"}, {"userid": "pony"}],
            "member_version": "71217227bbd112ecfe3a49c482195cb4",
            **more,
        },
    }


def wecom_file(folder: Path, document: object) -> Path:
    return text_file(folder, json.dumps(document), name="group.json")


SLACK_HEADER = (
    "username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname,"
    "expiration-timestamp\n"
)


def workbook(path: Path, *rows: list[object], sheet: str = "名单", **options: Any) -> Path:
    book = xlsxwriter.Workbook(path, options)
    page = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()
    return path


def repacked(path: Path, add: dict[str, bytes], replace: dict[str, bytes] | None = None) -> Path:
    """Put entries into a workbook or change them, as an attacker would."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(path) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for info in source.infolist():
            copy.writestr(info.filename, (replace or {}).get(info.filename, source.read(info)))
        for name, data in add.items():
            copy.writestr(name, data)
    path.write_bytes(target.getvalue())
    return path


def refusal(path: Path, options: ReadOptions = GUESS) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as caught:
        open_file(path, options)
    for language in ("en", "zh"):
        sentence = Words(language)("error." + caught.value.code, **caught.value.values)
        assert caught.value.name in sentence
        assert "““" not in sentence
        assert "”" in sentence
    return caught.value
