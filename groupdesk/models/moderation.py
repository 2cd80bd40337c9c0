# SPDX-License-Identifier: MIT
"""Cases and the acts in them. Acts are written once; triggers refuse UPDATE and DELETE."""

from peewee import AutoField, BooleanField, ForeignKeyField, IntegerField, TextField

from groupdesk.models.base import Table
from groupdesk.models.leaving import ExitRequest
from groupdesk.models.operators import Operator
from groupdesk.models.people import Group, Membership, Person
from groupdesk.models.rules import Rule


class Case(Table):
    """A concern about one person in one group; its id is the case number."""

    id = AutoField()
    group = ForeignKeyField(Group, on_delete="RESTRICT")
    group_id: int
    person = ForeignKeyField(Person, on_delete="RESTRICT", index=False)
    person_id: int
    membership = ForeignKeyField(Membership, on_delete="RESTRICT")
    membership_id: int
    rule_code = TextField(default="")  # what its rule was called when the case took it
    state = TextField()
    outcome = TextField(default="")
    opened_at = TextField()
    opened_by = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    opened_by_id: int
    closed_at = TextField(null=True)
    happened_at = TextField(null=True)
    happened_assumed = BooleanField(default=False)  # nobody said when; taken from the message
    noticed_how = TextField(default="unknown")
    quoted_text = TextField(default="")
    owner = ForeignKeyField(
        Operator, null=True, backref="+", on_delete="RESTRICT", index=False
    )  # who looks after it; its entries say since when
    owner_id: int | None
    description = TextField(null=True)  # what happened, where the case was opened by hand
    rule = ForeignKeyField(Rule, null=True, backref="+", on_delete="RESTRICT", index=False)
    rule_id: int | None  # None too in cases from before it was kept: see case_query.RULE

    class Meta:
        table_name = "case_file"
        indexes = ((("person", "group"), False), (("state", "id"), False))


class Talk(Table):
    """A private conversation that was held, or offered in vain."""

    id = AutoField()
    case = ForeignKeyField(Case, backref="talks", on_delete="RESTRICT")
    case_id: int
    membership = ForeignKeyField(Membership, on_delete="RESTRICT", index=False)
    membership_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    happened_at = TextField()
    channel = TextField()
    thanks = TextField(default="")
    problem = TextField(default="")
    cause = TextField(default="")
    suggestion = TextField(default="")
    agreement = TextField(default="")
    follow_up_on = TextField(null=True)
    took_part = TextField(null=True)  # who else, in words
    not_held = TextField(null=True)  # why it did not take place; empty for one that did
    template = TextField(null=True)  # of the opening that was copied

    class Meta:
        table_name = "talk"


class MemberWarning(Table):
    """A reminder or a warning as it was written; what became of it are its events."""

    id = AutoField()
    case = ForeignKeyField(Case, backref="warnings", on_delete="RESTRICT")
    case_id: int
    membership = ForeignKeyField(Membership, on_delete="RESTRICT", index=False)
    membership_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    rule = ForeignKeyField(Rule, null=True, on_delete="RESTRICT")
    rule_id: int | None
    step = IntegerField()  # 1 is the ladder's first step
    step_kind = TextField()
    counts_days = IntegerField()
    channel = TextField()
    channel_reason = TextField(default="")
    language = TextField()
    template = TextField(default="")
    message = TextField()
    prepared_at = TextField()
    ladder_version = IntegerField(null=True)  # the ladder of `step`; empty for the first one
    happened_at = TextField(null=True)  # what it was about, as was said with it
    happened_assumed = BooleanField(null=True)
    noticed_how = TextField(null=True)
    quoted_text = TextField(null=True)
    incident_of = IntegerField(null=True)  # the case whose facts these are as well

    class Meta:
        table_name = "member_warning"


class WarningEvent(Table):
    """What became of a warning: prepared, sent, not sent, not delivered, acknowledged, lapsed."""

    id = AutoField()
    warning = ForeignKeyField(MemberWarning, backref="events", on_delete="RESTRICT")
    warning_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    state = TextField()
    recorded_at = TextField()
    at = TextField()
    counts_until = TextField(null=True)  # for "sent": its clean-slate date
    note = TextField(default="")

    class Meta:
        table_name = "warning_event"


class Removal(Table):
    """The decision to remove, with all that it rests on."""

    id = AutoField()
    case = ForeignKeyField(Case, backref="removals", on_delete="RESTRICT")
    case_id: int
    membership = ForeignKeyField(Membership, on_delete="RESTRICT")
    membership_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    decided_at = TextField()
    ground = TextField()
    rule = ForeignKeyField(Rule, null=True, on_delete="RESTRICT")
    rule_id: int | None
    reason = TextField()
    comment = TextField(default="")
    term = TextField()
    until = TextField(null=True)
    notice = TextField(default="")
    notice_language = TextField(default="")
    already_removed_at = TextField(null=True)
    fair_process = TextField()  # JSON: the list as it stood, with the reasons for what is missing
    template = TextField(null=True)  # that the notice was begun with
    approval = TextField(null=True)  # "asked": it holds only once another operator said yes
    batch = TextField(null=True)  # the same in all that were decided in one act
    left_at = TextField(null=True)  # when the member had left before it was decided
    sure = TextField(null=True)  # JSON: what would have refused it and was meant all the same
    blocks = IntegerField(null=True)  # 1: the person goes on the blocklist once it holds
    happened_at = TextField(null=True)  # what it was about, as was said with it
    happened_assumed = BooleanField(null=True)
    noticed_how = TextField(null=True)
    quoted_text = TextField(null=True)
    incident_of = IntegerField(null=True)  # the case whose facts these are as well

    class Meta:
        table_name = "removal"


class Reversal(Table):
    """Lifts a warning or a removal, or pardons a warning; the first record stays."""

    id = AutoField()
    target_kind = TextField()
    target_id = IntegerField()
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    at = TextField()
    reason = TextField()
    kind = TextField(null=True)  # see ReversalKind; empty: it was lifted

    class Meta:
        table_name = "reversal"
        indexes = ((("target_kind", "target_id"), True),)


class Task(Table):
    """Something a person has to do; done with time, name and result."""

    id = AutoField()
    kind = TextField()
    membership = ForeignKeyField(Membership, null=True, on_delete="RESTRICT")
    membership_id: int | None
    case = ForeignKeyField(Case, null=True, on_delete="RESTRICT")
    case_id: int | None
    removal = ForeignKeyField(Removal, null=True, on_delete="RESTRICT")
    removal_id: int | None
    position = IntegerField(default=0)
    code = TextField(default="")
    due_on = TextField(null=True)
    created_at = TextField()
    done_at = TextField(null=True)
    done_by = ForeignKeyField(Operator, null=True, on_delete="RESTRICT", index=False)
    done_by_id: int | None
    result = TextField(default="")
    talk = ForeignKeyField(Talk, null=True, backref="tasks", on_delete="RESTRICT")
    talk_id: int | None  # followed up, or come of the planned one
    due_time = TextField(null=True)  # of a planned talk: "15:00"
    exit = ForeignKeyField(ExitRequest, null=True, backref="tasks", on_delete="RESTRICT")
    exit_id: int | None  # of an item of its checklist

    class Meta:
        table_name = "task"
        indexes = ((("done_at", "due_on"), False),)


class TaskEvent(Table):
    """What became of a task, with the day it was due by then; see `domain/talk_records`."""

    id = AutoField()
    task = ForeignKeyField(Task, backref="events", on_delete="RESTRICT", index=False)
    task_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    state = TextField()
    due_on = TextField()
    due_time = TextField(default="")
    text = TextField(default="")
    facts = TextField(null=True)  # of a planned talk: JSON of what was prepared for it

    class Meta:
        table_name = "task_event"
        indexes = ((("task", "id"), False),)
