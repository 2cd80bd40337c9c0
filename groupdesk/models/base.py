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

        A row by the values of one or two columns is what is asked most, foreign keys included,
        and its SQL is always the same. Peewee would put it together anew, which takes longer
        than all the rest.
        """
        if len(query) == 1 and not filters:
            asked = _plain(cls, query[0])
            if asked:
                return cls._with(asked)
        row: Self = super().get(*query, **filters)
        return row

    @classmethod
    def _with(cls, asked: list[tuple[Field, object]]) -> Self:
        sql = _by_columns(cls, tuple(column.name for column, _value in asked))
        values = [column.db_value(value) for column, value in asked]
        found = cls._meta.database.execute_sql(sql, values).fetchone()
        if found is None:
            missing: type[DoesNotExist] = vars(cls)["DoesNotExist"]
            names = " and ".join(column.name for column, _value in asked)
            raise missing(f"no row of {cls._meta.table_name} with this {names}")
        row = cls(__no_default__=1)
        for field, stored in zip(cls._meta.sorted_fields, found, strict=True):
            row.__data__[field.name] = field.python_value(stored)
        return row


def _plain(table: type[Table], query: object) -> list[tuple[Field, object]]:
    """Return which columns are to have which values; nothing where more than that is asked."""
    if not isinstance(query, Expression):
        return []
    if query.op == OP.AND:
        one, other = _plain(table, query.lhs), _plain(table, query.rhs)
        return one + other if one and other else []
    column, value = query.lhs, query.rhs
    if query.op != OP.EQ or isinstance(value, Node) or not isinstance(column, Field):
        return []
    return [(column, value)] if column.model is table else []


@cache
def _by_columns(table: type[Table], names: tuple[str, ...]) -> str:
    """Return the SQL that reads one row by the values of columns."""
    columns = ", ".join(f'"{field.column_name}"' for field in table._meta.sorted_fields)
    wanted = " AND ".join(f'"{table._meta.fields[name].column_name}" = ?' for name in names)
    return f'SELECT {columns} FROM "{table._meta.table_name}" WHERE {wanted} LIMIT 1'
