# SPDX-License-Identifier: MIT
"""Who wants to leave or to come back, and how work goes from one hand to another."""

from peewee import AutoField, ForeignKeyField, TextField

from groupdesk.models.base import Table
from groupdesk.models.operators import Operator
from groupdesk.models.people import Group, Membership, Person


class ExitRequest(Table):
    """A member who wants to leave, as they said it."""

    id = AutoField()
    membership = ForeignKeyField(Membership, on_delete="RESTRICT")
    membership_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    asked_at = TextField()
    channel = TextField()
    reason = TextField()  # a code; reason_text has their words
    reason_text = TextField(default="")
    wish_on = TextField(null=True)  # a local day
    batch = TextField(null=True, index=True)  # the same in all that were asked for at once
    facts = TextField(null=True)  # JSON: the customers whom it concerned then

    class Meta:
        table_name = "exit_request"


class ExitEntry(Table):
    """What became of a request to leave; the last answer holds."""

    id = AutoField()
    exit = ForeignKeyField(ExitRequest, on_delete="RESTRICT", index=False)
    exit_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    at = TextField()
    kind = TextField()
    text = TextField(default="")
    until = TextField(null=True)  # a local day: they stay through it
    replacement_name = TextField(default="")  # who takes over, by name
    replacement = ForeignKeyField(Membership, null=True, on_delete="RESTRICT", index=False)
    replacement_id: int | None
    letter = TextField(default="")
    letter_language = TextField(default="")
    reason = TextField(null=True)  # of a correction: why they want to leave, put right
    reason_text = TextField(null=True)
    facts = TextField(null=True)  # JSON

    class Meta:
        table_name = "exit_entry"
        indexes = ((("exit", "id"), False),)


class ExitTold(Table):
    """That a customer was told who looks after them from now on."""

    id = AutoField()
    exit = ForeignKeyField(ExitRequest, on_delete="RESTRICT", index=False)
    exit_id: int
    membership = ForeignKeyField(Membership, on_delete="RESTRICT")
    membership_id: int  # the customer
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    at = TextField()
    state = TextField()
    channel = TextField(default="")
    contact = TextField(default="")
    letter = TextField(default="")
    letter_language = TextField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "exit_told"
        indexes = ((("exit", "id"), False),)


class RejoinRequest(Table):
    """A person who wants to come back; the stay is their last one in the group, if any."""

    id = AutoField()
    group = ForeignKeyField(Group, on_delete="RESTRICT")
    group_id: int
    person = ForeignKeyField(Person, on_delete="RESTRICT")
    person_id: int
    membership = ForeignKeyField(Membership, null=True, on_delete="RESTRICT")
    membership_id: int | None
    name = TextField()
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    asked_at = TextField()
    channel = TextField()
    reason = TextField(default="")

    class Meta:
        table_name = "rejoin_request"


class RejoinEntry(Table):
    """What became of a request to come back; the last answer holds."""

    id = AutoField()
    rejoin = ForeignKeyField(RejoinRequest, on_delete="RESTRICT", index=False)
    rejoin_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    at = TextField()
    kind = TextField()
    text = TextField(default="")
    until = TextField(null=True)  # a local day: not before it, or the trial's last
    override_reason = TextField(default="")
    letter = TextField(default="")
    letter_language = TextField(default="")
    membership = ForeignKeyField(Membership, null=True, on_delete="RESTRICT")
    membership_id: int | None  # the new stay
    facts = TextField(null=True)

    class Meta:
        table_name = "rejoin_entry"
        indexes = ((("rejoin", "id"), False),)


class Handover(Table):
    """Work that goes from one hand to another: a group, or all that somebody looks after."""

    id = AutoField()
    group = ForeignKeyField(Group, null=True, on_delete="RESTRICT")
    group_id: int | None
    giver_operator = ForeignKeyField(Operator, null=True, on_delete="RESTRICT", index=False)
    giver_operator_id: int | None
    giver = ForeignKeyField(Membership, null=True, on_delete="RESTRICT")
    giver_id: int | None
    giver_name = TextField(default="")
    taker_operator = ForeignKeyField(
        Operator, null=True, backref="+", on_delete="RESTRICT", index=False
    )
    taker_operator_id: int | None
    taker = ForeignKeyField(Membership, null=True, backref="+", on_delete="RESTRICT")
    taker_id: int | None
    taker_name = TextField(default="")
    exit = ForeignKeyField(ExitRequest, null=True, on_delete="RESTRICT")
    exit_id: int | None
    back_of = ForeignKeyField("self", null=True, backref="+", on_delete="RESTRICT")
    back_of_id: int | None  # whose items go back
    operator = ForeignKeyField(Operator, backref="+", on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    note = TextField(default="")

    class Meta:
        table_name = "handover"


class HandoverEntry(Table):
    """What a handover book says beyond the records, who signed it, what was handed over."""

    id = AutoField()
    handover = ForeignKeyField(Handover, on_delete="RESTRICT", index=False)
    handover_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    at = TextField()
    kind = TextField()
    text = TextField(default="")
    facts = TextField(null=True)  # JSON: what was handed over, or whom an entry takes back

    class Meta:
        table_name = "handover_entry"
        indexes = ((("handover", "id"), False),)
