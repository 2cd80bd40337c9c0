# SPDX-License-Identifier: MIT
"""Somebody who asks to come in and whom the register seems not to know."""

from dataclasses import replace

from groupdesk.domain.records import MemberFields
from groupdesk.domain.rejoin_records import Newcomer, RejoinRequestInput
from groupdesk.models.people import Account, Group
from groupdesk.services.member_fields import checked_name
from groupdesk.services.member_fields import said as member_said


def checked_newcomer(request: RejoinRequestInput) -> MemberFields | None:
    """Return what is said of a newcomer, None for somebody of the register.

    Raises ValidationError for a missing name.
    """
    if request.person_id:
        return None
    who = request.newcomer or Newcomer("")
    fields = MemberFields(
        name=who.name, external_id=who.external_id, phone=who.phone, email=who.email
    )
    return replace(fields, name=checked_name(fields))


def has_account(group: Group, newcomer: MemberFields) -> bool:
    """Say whether the register knows who has the id that somebody gave."""
    ident = newcomer.external_id.strip()
    own = (Account.platform == group.platform) & (Account.external_id == ident)
    return bool(ident) and Account.get_or_none(own) is not None


def register_said(newcomer: MemberFields) -> dict[str, object]:
    """Return what the register learns of somebody, as the log says it."""
    told = member_said(newcomer)
    return {key: told[key] for key in ("external_id", "phone", "email") if key in told}
