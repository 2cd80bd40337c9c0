# SPDX-License-Identifier: MIT
"""What belongs to a decision that stands: approval, notice, appeal; redacted copies; PINs."""

from peewee import AutoField, ForeignKeyField, IntegerField, TextField

from groupdesk.models.base import Table
from groupdesk.models.evidence import Evidence
from groupdesk.models.moderation import Case, Removal
from groupdesk.models.operators import Operator
from groupdesk.models.people import Membership, Person


class OperatorPin(Table):
    """The PIN with which an operator signs in, as a salted hash; empty where it was taken away."""

    operator = ForeignKeyField(Operator, primary_key=True, on_delete="RESTRICT")
    operator_id: int
    hash = TextField()
    set_at = TextField()

    class Meta:
        table_name = "operator_pin"


class OperatorPerson(Table):
    """That an entry of the register is an operator; register data, may be changed."""

    id = AutoField()
    operator = ForeignKeyField(Operator, on_delete="RESTRICT")
    operator_id: int
    person = ForeignKeyField(Person, unique=True, on_delete="RESTRICT")
    person_id: int

    class Meta:
        table_name = "operator_person"


class PinAttempt(Table):
    """Wrong PINs in a row; not an act, and gone with the first right one."""

    operator = ForeignKeyField(Operator, primary_key=True, on_delete="CASCADE")
    operator_id: int
    failures = IntegerField()
    last_at = TextField()

    class Meta:
        table_name = "pin_attempt"


class RemovalApproval(Table):
    """Another operator's yes to a removal that waited for it."""

    id = AutoField()
    removal = ForeignKeyField(Removal, unique=True, on_delete="RESTRICT")
    removal_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    at = TextField()
    note = TextField(default="")
    pin_set_at = TextField(null=True)  # where the PIN is younger than the request

    class Meta:
        table_name = "removal_approval"


class RemovalTerm(Table):
    """A shorter term than the one decided first; the last row of a removal holds."""

    id = AutoField()
    removal = ForeignKeyField(Removal, on_delete="RESTRICT", index=False)
    removal_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    at = TextField()
    term = TextField()
    until = TextField(null=True)
    reason = TextField()

    class Meta:
        table_name = "removal_term"
        indexes = ((("removal", "id"), False),)


class Appeal(Table):
    """A member's objection to a removal or a warning."""

    id = AutoField()
    target_kind = TextField()
    target_id = IntegerField()
    case = ForeignKeyField(Case, on_delete="RESTRICT")
    case_id: int
    membership = ForeignKeyField(Membership, on_delete="RESTRICT")
    membership_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    received_at = TextField()
    channel = TextField()
    statement = TextField()
    answers = TextField()  # JSON: the group's own questions with the answers
    answer_by = TextField()  # a local day
    late_reason = TextField(default="")  # why it is heard although it came after the window
    again_reason = TextField(default="")  # why it is heard although one was decided before

    class Meta:
        table_name = "appeal"
        indexes = ((("target_kind", "target_id"), False),)


class AppealEntry(Table):
    """What was asked and answered about an appeal, and its withdrawal."""

    id = AutoField()
    appeal = ForeignKeyField(Appeal, backref="entries", on_delete="RESTRICT", index=False)
    appeal_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    at = TextField()
    kind = TextField()
    text = TextField()

    class Meta:
        table_name = "appeal_entry"
        indexes = ((("appeal", "id"), False),)


class AppealDecision(Table):
    """How an appeal ended; what it lifts or shortens is a record of its own."""

    id = AutoField()
    appeal = ForeignKeyField(Appeal, unique=True, on_delete="RESTRICT")
    appeal_id: int
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    at = TextField()
    outcome = TextField()
    reason = TextField()
    override_reason = TextField(default="")  # why whoever decided first decides again
    letter = TextField(default="")
    letter_language = TextField(default="")

    class Meta:
        table_name = "appeal_decision"


class NoticeEvent(Table):
    """What became of the notice of a removal or the letter about an appeal."""

    id = AutoField()
    target_kind = TextField()
    target_id = IntegerField()
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    recorded_at = TextField()
    at = TextField()
    state = TextField()
    channel = TextField()
    note = TextField(default="")

    class Meta:
        table_name = "notice_event"
        indexes = ((("target_kind", "target_id", "id"), False),)


class Redaction(Table):
    """That one picture is the redacted copy of another; both stay, and both hashes."""

    id = AutoField()
    original = ForeignKeyField(Evidence, backref="redactions", on_delete="RESTRICT", index=False)
    original_id: int
    copy = ForeignKeyField(Evidence, backref="+", on_delete="RESTRICT")
    copy_id: int
    original_sha256 = TextField()
    copy_sha256 = TextField()
    operator = ForeignKeyField(Operator, on_delete="RESTRICT", index=False)
    operator_id: int
    at = TextField()
    marks = TextField()  # JSON: where what was drawn, never what is under it
    note = TextField(null=True)  # what was hidden and why, in words

    class Meta:
        table_name = "redaction"
        indexes = ((("original", "id"), False),)


class EvidenceText(Table):
    """What a machine read in a picture."""

    evidence = ForeignKeyField(Evidence, primary_key=True, on_delete="RESTRICT")
    evidence_id: int
    text = TextField()
    words = TextField()  # of the version that made the index; see services/evidence_search.py
    engine = TextField()
    problem = TextField(default="")  # the code of what kept it from being read
    read_at = TextField()

    class Meta:
        table_name = "evidence_text"
