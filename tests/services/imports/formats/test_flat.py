# SPDX-License-Identifier: MIT
"""JSON of a platform that nobody knows: the mapping step, as for any table."""

from pathlib import Path

from groupdesk.domain.import_records import ImportField, ImportFormat, Mapping
from groupdesk.services.imports.read import ReadOptions
from tests.services.imports.formats.files import json_file
from tests.services.imports.lists import ask, read

F = ImportField

OBJECTS = [
    {"uid": 12345678901234567890, "who": {"title": "Ada"}, "labels": ["gold", "north"]},
    {"uid": 2, "who": {"title": "Ben"}, "labels": [{"name": "silver"}, None], "late": True},
    "x",
    {"uid": 3, "who": None},
    {},
]


def test_a_list_of_objects_is_a_table_with_its_keys_as_header(tmp_path: Path) -> None:
    path = json_file(tmp_path, {"status": 1, "payload": {"total": 3, "rows": OBJECTS}})
    needs = ask(path)
    assert needs.format is ImportFormat.JSON_TABLE
    assert needs.table.columns == ("uid", "who.title", "labels", "late")
    assert needs.table.samples[0] == ("12345678901234567890", "2", "3")
    mapping = Mapping((F.EXTERNAL_ID, F.NAME, F.TAGS, None), 0, "utf-8")
    result = read(path, ReadOptions(mapping=mapping))
    assert [(row.line, row.name, row.tags) for row in result.rows] == [
        (1, "Ada", ("gold", "north")),
        (2, "Ben", ("silver",)),
        (4, "3", ()),
    ]
    assert result.rows[0].external_id == "12345678901234567890"
    assert [(one.line, one.code) for one in result.rejected] == [(3, "row_too_short")]
    again = read(path, ReadOptions(remembered={result.shape_key: mapping}))
    assert len(again.rows) == 3
