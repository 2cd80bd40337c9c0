# SPDX-License-Identifier: MIT
"""Groups, persons, their accounts and their stays in groups."""

from peewee import AutoField, BooleanField, ForeignKeyField, IntegerField, TextField

from groupdesk.models.base import Table


class Group(Table):
    """A customer group on one platform."""

    id = AutoField()
    name = TextField()
    platform = TextField()
    external_id = TextField(null=True)
    language = TextField()
    purpose = TextField(default="")
    belongs = TextField(default="")
    size_limit = IntegerField(null=True)
    owner_name = TextField(default="")
    ladder = TextField()  # JSON of domain.ladder.Ladder
    created_at = TextField()
    archived_at = TextField(null=True)
    archive_reason = TextField(default="")
    policy = TextField(null=True)
    process = TextField(null=True)  # JSON: who approves, how one objects; empty: the usual way
    leaving = TextField(null=True)  # JSON: how members leave and come back; empty: the usual way

    class Meta:
        table_name = "customer_group"
        indexes = ((("platform", "external_id"), True),)


class Person(Table):
    """A human being, over all accounts and groups."""

    id = AutoField()
    name = TextField()
    language = TextField(default="")
    company = TextField(default="")
    phone = TextField(default="")
    email = TextField(default="")
    tags = TextField(default="[]")  # JSON list of text
    note = TextField(default="")
    key_customer = BooleanField(default=False)
    protected = BooleanField(default=False)
    created_at = TextField()
    same_as = ForeignKeyField("self", null=True, on_delete="RESTRICT", index=False)
    same_as_id: int | None
    account_owner = TextField(null=True)  # who of ours looks after them, by name

    class Meta:
        table_name = "person"


class Account(Table):
    """A person's identity on one platform; no external id when the platform gives none."""

    id = AutoField()
    person = ForeignKeyField(Person, backref="accounts", on_delete="RESTRICT")
    person_id: int
    platform = TextField()
    external_id = TextField(null=True)
    handle = TextField(default="")

    class Meta:
        table_name = "account"
        indexes = ((("platform", "external_id"), True),)


class Snapshot(Table):
    """One imported member list."""

    id = AutoField()
    group = ForeignKeyField(Group, on_delete="RESTRICT")
    group_id: int
    taken_at = TextField()
    file_name = TextField()
    sha256 = TextField()
    format = TextField()
    encoding = TextField()
    counts = TextField()  # JSON: new, changed, unchanged, rejected

    class Meta:
        table_name = "snapshot"


class Membership(Table):
    """One stay of a person in a group.

    The columns from `standing_step` on are cached: the acts rewrite them in their own
    transaction, and they are no part of the row digest.
    """

    id = AutoField()
    group = ForeignKeyField(Group, backref="memberships", on_delete="RESTRICT", index=False)
    group_id: int
    person = ForeignKeyField(Person, backref="memberships", on_delete="RESTRICT")
    person_id: int
    account = ForeignKeyField(Account, null=True, on_delete="RESTRICT")
    account_id: int | None
    name = TextField()  # as this group's list shows it
    nickname = TextField(default="")
    role = TextField()
    is_bot = BooleanField(default=False)
    joined_at = TextField(null=True)
    joined_how = TextField()
    invited_by = TextField(default="")
    last_active = TextField(null=True)  # NULL is unknown, never inactive
    message_count = IntegerField(null=True)
    state = TextField()
    ended_at = TextField(null=True)
    snapshot = ForeignKeyField(Snapshot, null=True, on_delete="RESTRICT", index=False)
    snapshot_id: int | None
    standing_step = IntegerField(default=0)  # 0 is good standing, n is the ladder's n-th step
    standing_until = TextField(null=True)
    standing_next = TextField(null=True)  # when the cached standing has to be worked out again
    waiting = IntegerField(default=0)  # prepared messages that nobody said were sent
    case_count = IntegerField(default=0)
    sort_key = TextField(default="")

    class Meta:
        table_name = "membership"
        indexes = (
            (("group", "state", "sort_key", "id"), False),
            (("group", "state", "standing_step"), False),
            (("group", "state", "last_active"), False),
            (("standing_next",), False),
        )


class SearchText(Table):
    """The exact text that stands in the search index for a membership, so that it can go."""

    membership = ForeignKeyField(Membership, primary_key=True, on_delete="RESTRICT")
    membership_id: int
    tokens = TextField()

    class Meta:
        table_name = "search_text"
