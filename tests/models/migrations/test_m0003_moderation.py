# SPDX-License-Identifier: MIT
"""Since the third schema an act can be put into another case, and into nothing else."""

import sqlite3
from contextlib import closing

import pytest

from groupdesk.models import schema


@pytest.mark.parametrize("table", ["talk", "member_warning"])
def test_an_act_can_be_put_into_another_case_and_changed_in_nothing_else(table: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.build(connection)
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        places = ", ".join(f"'{at}'" if at else "1" for at, _name in enumerate(columns))
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.execute(f"INSERT INTO {table} VALUES ({places})")
        changeable = []
        for column in columns:
            try:
                connection.execute(f"UPDATE {table} SET {column} = 2")
            except sqlite3.IntegrityError:
                continue
            changeable.append(column)
    assert changeable == ["case_id"]
