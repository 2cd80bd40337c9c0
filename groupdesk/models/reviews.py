# SPDX-License-Identifier: MIT
"""Reviews of groups, why groups are there, and what was put off on Today."""

from peewee import AutoField, ForeignKeyField, IntegerField, TextField

from groupdesk.models.base import Table
from groupdesk.models.moderation import MemberWarning, Removal
from groupdesk.models.operators import Operator
from groupdesk.models.people import Group, Membership


class Review(Table):
    """A look at the members of groups, with a decision for each one picked out."""

    id = AutoField()
    name = TextField()
    note = TextField(default="")
    criteria = TextField()  # JSON
    plan = TextField()  # JSON: what follows what, after how many days
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    created_at = TextField()

    class Meta:
        table_name = "review"


class ReviewGroup(Table):
    """A group that a review looks at."""

    id = AutoField()
    review = ForeignKeyField(Review, on_delete="RESTRICT", index=False)
    review_id: int
    group = ForeignKeyField(Group, on_delete="RESTRICT")
    group_id: int

    class Meta:
        table_name = "review_group"
        indexes = ((("review", "group"), True),)


class ReviewRow(Table):
    """Who was picked out, and what was known of them by then."""

    id = AutoField()
    review = ForeignKeyField(Review, on_delete="RESTRICT", index=False)
    review_id: int
    membership = ForeignKeyField(Membership, on_delete="RESTRICT")
    membership_id: int
    picked_at = TextField()
    facts = TextField()  # JSON

    class Meta:
        table_name = "review_row"
        indexes = ((("review", "membership"), True),)


class ReviewDecision(Table):
    """What was decided about one of them; the last row holds. It may be due on a day."""

    id = AutoField()
    row = ForeignKeyField(ReviewRow, on_delete="RESTRICT", index=False)
    row_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    kind = TextField()
    reason = TextField(default="")
    due_on = TextField(null=True)  # a local day: when a message is to be written that is not yet
    warning = ForeignKeyField(MemberWarning, null=True, on_delete="RESTRICT")
    warning_id: int | None
    removal = ForeignKeyField(Removal, null=True, on_delete="RESTRICT")
    removal_id: int | None
    batch = TextField(null=True)  # the same in all that were decided at once
    facts = TextField(null=True)  # what was known of the member, where something is to follow

    class Meta:
        table_name = "review_decision"
        indexes = ((("row", "id"), False),)


class ReviewEntry(Table):
    """That a review rests, goes on, looked again at the groups, or is over."""

    id = AutoField()
    review = ForeignKeyField(Review, on_delete="RESTRICT", index=False)
    review_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    kind = TextField()
    text = TextField(default="")
    facts = TextField(null=True)

    class Meta:
        table_name = "review_entry"
        indexes = ((("review", "id"), False),)


class GroupNote(Table):
    """Why a group was opened, joined, kept or muted, in the words of that day."""

    id = AutoField()
    group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
    group_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    kind = TextField()
    purpose = TextField(default="")
    belongs = TextField(default="")
    why_now = TextField(default="")
    text = TextField(default="")

    class Meta:
        table_name = "group_note"
        indexes = ((("group", "id"), False),)


class TodoMark(Table):
    """What Today shows of a thing to do: whose it is, until when it was put off."""

    id = AutoField()
    kind = TextField()
    target_id = IntegerField()
    owner = ForeignKeyField(Operator, null=True, backref="+", on_delete="RESTRICT", index=False)
    owner_id: int | None
    until = TextField(null=True)  # a local day: shown again from it on
    by = ForeignKeyField(Operator, null=True, backref="+", on_delete="RESTRICT", index=False)
    by_id: int | None  # who put it off
    changed_at = TextField()

    class Meta:
        table_name = "todo_mark"
        indexes = ((("kind", "target_id"), True),)
