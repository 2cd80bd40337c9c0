# SPDX-License-Identifier: MIT
"""Published rulebooks. A draft is no rulebook yet: it lives in the drafts."""

from peewee import AutoField, ForeignKeyField, IntegerField, TextField

from groupdesk.models.base import Table
from groupdesk.models.operators import Operator
from groupdesk.models.people import Group


class Rulebook(Table):
    """One published version of a group's rules; frozen by triggers."""

    id = AutoField()
    group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
    group_id: int
    version = IntegerField()
    note = TextField(default="")
    published_at = TextField()
    published_by = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    published_by_id: int

    class Meta:
        table_name = "rulebook"
        indexes = ((("group", "version"), True),)


class Rule(Table):
    """One rule as it reads in one version."""

    id = AutoField()
    rulebook = ForeignKeyField(Rulebook, backref="rules", on_delete="RESTRICT", index=False)
    rulebook_id: int
    position = IntegerField()
    code = TextField()
    severity = TextField()
    titles = TextField()  # JSON objects by language code
    texts = TextField()
    hints = TextField()
    examples = TextField()
    consequences = TextField()

    class Meta:
        table_name = "rule"
        indexes = ((("rulebook", "position"), True), (("rulebook", "code"), True))
