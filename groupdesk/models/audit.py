# SPDX-License-Identifier: MIT
"""The append-only log: entries, their payloads, and the operations that were carried out."""

from peewee import AutoField, BlobField, ForeignKeyField, IntegerField, TextField

from groupdesk.models.base import Table


class AuditEntry(Table):
    """One line of the log. Its hash commits to all its fields and to the payloads' digests."""

    seq = IntegerField(primary_key=True)
    at = TextField()
    offset = TextField()
    operator_id = IntegerField()
    operator_name = TextField()
    action = TextField()
    subject_kind = TextField()
    subject_id = IntegerField()
    group_id = IntegerField(null=True)
    branch = IntegerField()
    operation = TextField()
    digests = BlobField()  # 32 bytes for each payload, in order; they outlive an erased payload
    previous = BlobField()
    hash = BlobField()

    class Meta:
        table_name = "audit_entry"
        indexes = ((("action", "seq"), False), (("group_id", "seq"), False))


class AuditPayload(Table):
    """What an entry says of one person (or of none): salted, so that it can be erased."""

    id = AutoField()
    seq = ForeignKeyField(AuditEntry, column_name="seq", on_delete="RESTRICT", index=False)
    seq_id: int
    position = IntegerField()
    person_id = IntegerField(null=True)
    salt = BlobField()
    body = BlobField()  # canonical JSON

    class Meta:
        table_name = "audit_payload"
        indexes = ((("seq", "position"), True), (("person_id",), False))


class Operation(Table):
    """A command that was carried out, by the UUID that its dialog made."""

    id = TextField(primary_key=True)
    seq = ForeignKeyField(AuditEntry, column_name="seq", on_delete="RESTRICT", index=False)
    seq_id: int
    subject_id = IntegerField()

    class Meta:
        table_name = "operation"
