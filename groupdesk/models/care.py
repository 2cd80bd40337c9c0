# SPDX-License-Identifier: MIT
"""How rules are told, cases are worked on and members are thanked; ladders and templates."""

from peewee import AutoField, BooleanField, ForeignKeyField, IntegerField, TextField

from groupdesk.models.base import Table
from groupdesk.models.moderation import Case, MemberWarning
from groupdesk.models.operators import Operator
from groupdesk.models.people import Group, Membership
from groupdesk.models.rules import Rule, Rulebook


class LadderVersion(Table):
    """One published ladder of a group; the group itself has the one in force."""

    id = AutoField()
    group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
    group_id: int
    version = IntegerField()
    ladder = TextField()
    note = TextField(default="")
    published_at = TextField()
    published_by = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    published_by_id: int

    class Meta:
        table_name = "ladder_version"
        indexes = ((("group", "version"), True),)


class WarningRule(Table):
    """A rule that a message names beside its first one."""

    id = AutoField()
    warning = ForeignKeyField(
        MemberWarning, backref="more_rules", on_delete="RESTRICT", index=False
    )
    warning_id: int
    rule = ForeignKeyField(Rule, on_delete="RESTRICT")
    rule_id: int
    position = IntegerField()

    class Meta:
        table_name = "warning_rule"
        indexes = ((("warning", "rule"), True),)


class Template(Table):
    """A wording of one's own; with a key it stands in for the one of the program."""

    id = AutoField()
    key = TextField(default="")
    group = ForeignKeyField(Group, null=True, on_delete="RESTRICT")
    group_id: int | None
    kind = TextField()
    language = TextField()
    tone = TextField()
    term = TextField(null=True)
    variant = TextField(null=True)
    name = TextField()
    body = TextField()
    hidden = BooleanField(default=False)
    created_at = TextField()
    changed_at = TextField()

    class Meta:
        table_name = "template"


class RulesTold(Table):
    """That a member was told of a version of the rules, or said that they read it."""

    id = AutoField()
    rulebook = ForeignKeyField(Rulebook, on_delete="RESTRICT", index=False)
    rulebook_id: int
    membership = ForeignKeyField(Membership, on_delete="RESTRICT", index=False)
    membership_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    at = TextField()
    state = TextField()
    channel = TextField()
    template = TextField(null=True)  # of the announcement

    class Meta:
        table_name = "rules_told"
        indexes = ((("membership", "id"), False), (("rulebook", "membership"), False))


class CaseEntry(Table):
    """How operators work on a case: a note, who took it, what belongs to it, how it was closed."""

    id = AutoField()
    case = ForeignKeyField(Case, backref="entries", on_delete="RESTRICT", index=False)
    case_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    kind = TextField()
    text = TextField(default="")
    owner = ForeignKeyField(Operator, null=True, backref="+", on_delete="RESTRICT", index=False)
    owner_id: int | None
    other_case = ForeignKeyField(Case, null=True, backref="+", on_delete="RESTRICT")
    other_case_id: int | None
    facts = TextField(null=True)  # of a correction: JSON of what was said before and since

    class Meta:
        table_name = "case_entry"
        indexes = ((("case", "id"), False),)


class Recognition(Table):
    """What a member did well, to be remembered before anybody warns them."""

    id = AutoField()
    membership = ForeignKeyField(Membership, on_delete="RESTRICT")
    membership_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    happened_on = TextField()
    text = TextField()

    class Meta:
        table_name = "recognition"
