# SPDX-License-Identifier: MIT
"""The base of all tables."""

from peewee import Model


class Table(Model):
    """A STRICT table. Times are stored as text (domain/clock), ids as integers."""

    class Meta:
        """Options that every table inherits."""

        strict_tables = True
        legacy_table_names = False
