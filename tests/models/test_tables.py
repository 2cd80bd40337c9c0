# SPDX-License-Identifier: MIT
"""The tables that peewee writes to are the tables that the migrations make."""

import sqlite3
from contextlib import closing

import pytest

from groupdesk.models.base import Table
from groupdesk.models.schema import build, schema_rows
from groupdesk.models.tables import TABLES


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_columns_types_and_references_agree(table: type[Table]) -> None:
    name, fields = table._meta.table_name, table._meta.sorted_fields
    with closing(sqlite3.connect(":memory:")) as connection:
        build(connection)
        columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
        keys = connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
    real = {column[1]: (column[2], not column[3]) for column in columns}
    types = {"TEXT": "TEXT", "BLOB": "BLOB"}
    meant = {
        field.column_name: (
            types.get(getattr(field, "rel_field", field).field_type, "INTEGER"),
            bool(field.null),
        )
        for field in fields
    }
    assert meant == real
    assert list(real) == [field.column_name for field in fields]
    references = {(key[3], key[2]) for key in keys}
    assert references == {
        (field.column_name, field.rel_model._meta.table_name)
        for field in fields
        if hasattr(field, "rel_model")
    }


def test_no_table_is_forgotten() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        build(connection)
        made = {name for kind, name, _ in schema_rows(connection) if kind == "table"}
    assert made - {"search_index", "evidence_index"} == {table._meta.table_name for table in TABLES}
