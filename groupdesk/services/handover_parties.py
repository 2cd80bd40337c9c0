# SPDX-License-Identifier: MIT
"""Who the sides of a handover are: the same human as operator, as member, by name."""

from dataclasses import dataclass

from groupdesk.domain.enums import Action, MemberRole, MembershipState, OperatorRole
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.handover_records import Party
from groupdesk.domain.roles import may
from groupdesk.domain.search_tokens import fold
from groupdesk.domain.text import clean_line, require_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.decisions import OperatorPerson
from groupdesk.models.leaving import Handover
from groupdesk.models.operators import Operator
from groupdesk.models.people import Membership
from groupdesk.services.groups import MAX_NAME
from groupdesk.services.same_person import among, entries_of


@dataclass(frozen=True, slots=True)
class Who:
    """A side, as far as the register knows them. `names` are folded, for comparing."""

    name: str
    operator_id: int
    persons: tuple[int, ...]
    names: frozenset[str]
    works_here: bool
    """Whether they can look after cases at this desk."""
    gone: bool
    """Whether they work here no longer, or have left the group that they were chosen in."""

    def is_called(self, name: str) -> bool:
        """Say whether a name that somebody wrote down is one of theirs."""
        return bool(name.strip()) and fold(clean_line(name)) in self.names

    def same_as(self, other: "Who") -> bool:
        """Say whether both are one human, as far as can be known."""
        if self.operator_id and self.operator_id == other.operator_id:
            return True
        if set(self.persons) & set(other.persons):
            return True
        unknown = not (self.operator_id or self.persons) or not (other.operator_id or other.persons)
        return unknown and bool(self.names & other.names)


def giver_of(row: Handover) -> Party:
    """Return who hands over."""
    return Party(row.giver_operator_id or 0, row.giver_id or 0, row.giver_name)


def taker_of(row: Handover) -> Party:
    """Return who takes over."""
    return Party(row.taker_operator_id or 0, row.taker_id or 0, row.taker_name)


def who_is(database: WorkspaceDatabase, field: str, party: Party) -> Who:
    """Return who a side is; a member who is an operator, too, is one human.

    Raises ValidationError(field, "handover_name_missing") where nobody is named, and
    StateChangedError("member_gone") for a member or operator who is not there.
    """
    name = clean_line(party.name)
    operator_id, persons = party.operator_id, set[int]()
    gone = False
    if party.membership_id:
        stay = Membership.get_or_none(Membership.id == party.membership_id)
        if stay is None:
            raise StateChangedError("member_gone")
        gone = stay.state != MembershipState.ACTIVE.value
        name = name or stay.name
        persons |= set(entries_of(database, stay.person_id))
        linked = OperatorPerson.get_or_none(OperatorPerson.person.in_(sorted(persons)))
        operator_id = operator_id or (linked.operator_id if linked is not None else 0)
    operator = Operator.get_or_none(Operator.id == operator_id) if operator_id else None
    if operator_id and operator is None:
        raise StateChangedError("member_gone")
    if operator is not None:
        name = name or operator.name
        for link in OperatorPerson.select().where(OperatorPerson.operator == operator.id):
            persons |= set(entries_of(database, link.person_id))
        gone = gone or (not party.membership_id and not operator.active)
    name = require_text(field, name, limit=MAX_NAME, code="handover_name_missing")
    called = {name, operator.name if operator is not None else ""}
    called |= _names_of(database, persons)
    return Who(
        name=name,
        operator_id=operator_id,
        persons=tuple(sorted(persons)),
        names=frozenset(fold(clean_line(one)) for one in called if one.strip()),
        works_here=operator is not None and _works(operator),
        gone=gone,
    )


def operator_of(database: WorkspaceDatabase, membership_id: int) -> int:
    """Return the operator whom a member is, 0 for none; the caller reads.

    Who said so at the desk is known. Else whoever leads a group is taken for the one operator of
    that name, but for one who said which other entry of the group is theirs.
    """
    stay = Membership.get_or_none(Membership.id == membership_id)
    if stay is None:
        return 0
    own = OperatorPerson.person.in_(entries_of(database, stay.person_id))
    linked = OperatorPerson.get_or_none(own)
    if linked is not None:
        return int(linked.operator_id)
    if stay.role not in {MemberRole.OWNER.value, MemberRole.ADMIN.value}:
        return 0
    called = [
        operator
        for operator in Operator.select().where(Operator.active)
        if fold(clean_line(operator.name)) == fold(clean_line(stay.name))
    ]
    if len(called) != 1:
        return 0
    (operator,) = called
    here = Membership.select(Membership.person).where(Membership.group == stay.group_id)
    links = OperatorPerson.select().where(OperatorPerson.operator == operator.id)
    return 0 if links.where(OperatorPerson.person.in_(here)).exists() else int(operator.id)


def require_two(giver: Who, taker: Who) -> None:
    """Raise ValidationError("taker") for one human on both sides, or one who is not there."""
    if giver.same_as(taker):
        raise ValidationError("taker", "handover_self", name=taker.name)
    if taker.gone:
        raise ValidationError("taker", "handover_taker_gone", name=taker.name)


def _works(operator: Operator) -> bool:
    role = stored.one_of(OperatorRole, operator.role)
    return bool(operator.active) and may(role, Action.CASE_CLAIM)


def _names_of(database: WorkspaceDatabase, persons: set[int]) -> set[str]:
    rows = database.execute_sql(
        "SELECT name, nickname FROM membership WHERE state <> 'withdrawn'"
        f" AND person_id IN {among(sorted(persons))}"
    )
    return {str(name) for row in rows for name in row if name}
