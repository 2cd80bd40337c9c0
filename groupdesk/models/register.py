# SPDX-License-Identifier: MIT
"""What was decided about persons and lists, and the filters that were saved."""

from peewee import AutoField, ForeignKeyField, IntegerField, TextField

from groupdesk.models.base import Table
from groupdesk.models.moderation import Case
from groupdesk.models.operators import Operator
from groupdesk.models.people import Membership, Person, Snapshot


class PersonLink(Table):
    """That two entries are one person, or, without `same_as`, that they are two after all."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="RESTRICT")
    person_id: int
    same_as = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT", index=False)
    same_as_id: int | None
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    reason = TextField()

    class Meta:
        table_name = "person_link"


class PersonApart(Table):
    """That two entries are two persons; `person` is the one with the smaller id."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="RESTRICT", index=False)
    person_id: int
    other = ForeignKeyField(Person, backref="+", on_delete="RESTRICT", index=False)
    other_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()

    class Meta:
        table_name = "person_apart"
        indexes = ((("person", "other"), True),)


class BlockEntry(Table):
    """That a person is not to be let in again, or is again; the last one holds."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="RESTRICT", index=False)
    person_id: int
    case = ForeignKeyField(Case, null=True, on_delete="RESTRICT", index=False)
    case_id: int | None
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    state = TextField()
    reason = TextField()

    class Meta:
        table_name = "block_entry"
        indexes = ((("person", "id"), False),)


class ReturnDecision(Table):
    """What was decided about the stay of somebody who was blocked or removed before."""

    id = AutoField()
    membership = ForeignKeyField(Membership, on_delete="RESTRICT", index=False)
    membership_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    decision = TextField()
    reason = TextField()

    class Meta:
        table_name = "return_decision"
        indexes = ((("membership", "id"), False),)


class ImportChange(Table):
    """What a list changed of one member; `before` and `after` are JSON of fields by name."""

    id = AutoField()
    snapshot = ForeignKeyField(Snapshot, on_delete="RESTRICT")
    snapshot_id: int
    membership = ForeignKeyField(Membership, on_delete="RESTRICT")
    membership_id: int
    before = TextField()
    after = TextField()

    class Meta:
        table_name = "import_change"


class ImportUndo(Table):
    """That a whole import was taken back."""

    id = AutoField()
    snapshot = ForeignKeyField(Snapshot, unique=True, on_delete="RESTRICT")
    snapshot_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    reason = TextField()

    class Meta:
        table_name = "import_undo"


class Departure(Table):
    """How a stay ended, as far as anybody knows; the last row of a stay holds."""

    id = AutoField()
    membership = ForeignKeyField(Membership, on_delete="RESTRICT", index=False)
    membership_id: int
    snapshot = ForeignKeyField(Snapshot, null=True, on_delete="RESTRICT")
    snapshot_id: int | None
    case = ForeignKeyField(Case, null=True, on_delete="RESTRICT", index=False)
    case_id: int | None
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    ended_at = TextField()
    how = TextField()
    note = TextField()

    class Meta:
        table_name = "departure"
        indexes = ((("membership", "id"), False),)


class SavedFilter(Table):
    """A filter of the member list under a name; `content` is JSON of domain.member_filter."""

    id = AutoField()
    position = IntegerField()
    name = TextField(unique=True)
    content = TextField()

    class Meta:
        table_name = "saved_filter"
