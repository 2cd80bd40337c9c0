# SPDX-License-Identifier: MIT
"""The persons at the desk."""

from peewee import AutoField, BooleanField, TextField

from groupdesk.models.base import Table


class Operator(Table):
    """A person at the desk, with a role."""

    id = AutoField()
    name = TextField()
    role = TextField()
    active = BooleanField(default=True)
    created_at = TextField()

    class Meta:
        table_name = "operator"


class WorkspaceValue(Table):
    """What is true of the workspace as a whole, by key."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "workspace_value"
