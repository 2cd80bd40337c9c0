# SPDX-License-Identifier: MIT
"""The base of all tables."""

from functools import cache
from typing import Any, Self

from peewee import OP, DoesNotExist, Expression, Field, Model, Node


class Table(Model):
    """A STRICT table. Times are stored as text (domain/clock), ids as integers."""

    class Meta:
        """Options that every table inherits."""

        strict_tables = True
        legacy_table_names = False

    @classmethod
    def get(cls, *query: Any, **filters: Any) -> Self:
        """Return the row for which `query` holds; raise DoesNotExist without one.

        A row by the value of one column is what is asked most, foreign keys included, and its
        SQL is always the same. Peewee would put it together anew, which takes longer than all
        the rest.
        """
        if len(query) == 1 and not filters and isinstance(query[0], Expression):
            column, value = query[0].lhs, query[0].rhs
            plain = query[0].op == OP.EQ and not isinstance(value, Node)
            if plain and isinstance(column, Field) and column.model is cls:
                return cls._with(column, value)
        row: Self = super().get(*query, **filters)
        return row

    @classmethod
    def _with(cls, column: Field, value: object) -> Self:
        sql = _by_column(cls, column.name)
        database = cls._meta.database
        found = database.execute_sql(sql, (column.db_value(value),)).fetchone()
        if found is None:
            missing: type[DoesNotExist] = vars(cls)["DoesNotExist"]
            raise missing(f"no row of {cls._meta.table_name} with this {column.name}")
        row = cls(__no_default__=1)
        for field, stored in zip(cls._meta.sorted_fields, found, strict=True):
            row.__data__[field.name] = field.python_value(stored)
        return row


@cache
def _by_column(table: type[Table], name: str) -> str:
    """Return the SQL that reads one row by the value of a column."""
    columns = ", ".join(f'"{field.column_name}"' for field in table._meta.sorted_fields)
    column = table._meta.fields[name].column_name
    return f'SELECT {columns} FROM "{table._meta.table_name}" WHERE "{column}" = ? LIMIT 1'
