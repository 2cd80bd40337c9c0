# SPDX-License-Identifier: MIT
"""Screenshots, where they are used, and the drafts that hold on to them."""

from peewee import AutoField, CompositeKey, ForeignKeyField, IntegerField, TextField

from groupdesk.models.base import Table
from groupdesk.models.operators import Operator
from groupdesk.models.people import Group, Membership


class Evidence(Table):
    """A picture kept under its SHA-256; the bytes lie in the evidence folder."""

    id = AutoField()
    sha256 = TextField(unique=True)
    media_type = TextField()
    size = IntegerField()
    width = IntegerField()
    height = IntegerField()
    file_name = TextField()
    source = TextField()
    added_at = TextField()
    taken_at = TextField(null=True)
    kind = TextField(null=True)  # "file": kept unopened, no screenshot; empty: a picture

    class Meta:
        table_name = "evidence"


class EvidenceLink(Table):
    """One use of a picture by one act; never changed."""

    id = AutoField()
    evidence = ForeignKeyField(Evidence, on_delete="RESTRICT")
    evidence_id: int
    sha256 = TextField()  # again, so that the link's own digest vouches for the bytes
    subject_kind = TextField()
    subject_id = IntegerField()
    membership = ForeignKeyField(Membership, on_delete="RESTRICT")
    membership_id: int
    position = IntegerField()
    caption = TextField(default="")
    linked_at = TextField()
    quoted_text = TextField(null=True)
    origin = TextField(null=True)  # who it came from, in words
    taken_at = TextField(null=True)

    class Meta:
        table_name = "evidence_link"
        indexes = ((("subject_kind", "subject_id", "position"), False),)


class Draft(Table):
    """Unfinished work of an operator. The one thing outside the log: nothing was done yet."""

    id = AutoField()
    kind = TextField()
    group = ForeignKeyField(Group, null=True, on_delete="RESTRICT")
    group_id: int | None
    membership = ForeignKeyField(Membership, null=True, on_delete="RESTRICT")
    membership_id: int | None
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    payload = TextField()  # JSON of the dialog's fields
    saved_at = TextField()

    class Meta:
        table_name = "draft"
        indexes = ((("kind", "group", "membership", "operator"), False),)


class DraftEvidence(Table):
    """A picture that a draft holds on to."""

    draft = ForeignKeyField(Draft, backref="evidence", on_delete="CASCADE", index=False)
    draft_id: int
    evidence = ForeignKeyField(Evidence, on_delete="RESTRICT")
    evidence_id: int
    position = IntegerField()
    caption = TextField(default="")
    quoted_text = TextField(null=True)
    origin = TextField(null=True)
    taken_at = TextField(null=True)

    class Meta:
        table_name = "draft_evidence"
        primary_key = CompositeKey("draft", "evidence")
