# SPDX-License-Identifier: MIT
"""What happened: the facts that a case began with, and those that each later act tells.

See docs/decisions/24-joining-a-case.md.
"""

from dataclasses import replace
from typing import Any

from groupdesk.domain.act_records import Incident
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.text import optional_text
from groupdesk.models import stored
from groupdesk.models.moderation import Case, MemberWarning, Removal

APART_SQL = """a.happened_at, a.happened_assumed, a.noticed_how, a.quoted_text,
    a.incident_of, c.happened_at, c.happened_assumed, c.quoted_text"""
"""The columns that `told_apart` reads, of an act `a` in the case `c`."""


def incident_of_case(case: Case) -> Incident:
    """Return the facts of a case."""
    return _incident(case.happened_at, case.happened_assumed, case.noticed_how, case.quoted_text)


def incident_of_act(act: MemberWarning | Removal) -> Incident:
    """Return what an act was about: its case's facts where they are the same, as they read now."""
    own = _incident(act.happened_at, act.happened_assumed, act.noticed_how, act.quoted_text)
    if act.incident_of != act.case_id and (act.noticed_how is not None or own.anything_said):
        return own
    return incident_of_case(act.case)  # acts from before it was kept with them, too


def told_apart(case_number: int, columns: tuple[Any, ...]) -> Incident | None:
    """Return what an act tells of its own, None where it is what its case says."""
    *own, whose, happened, assumed, quoted = columns
    incident = _incident(*own)
    if whose == case_number or not (incident.said_at or incident.quoted_text):
        return None
    known = Incident(stored.known_moment(happened), quoted_text=quoted, happened_assumed=assumed)
    return None if _agrees(incident, known) else incident


def columns_of(case: Case, incident: Incident) -> dict[str, object]:
    """Return what an act in this case keeps of its incident, once the case took what it takes."""
    known = incident_of_case(case)
    quoted = optional_text("quoted_text", incident.quoted_text)
    told = replace(incident, quoted_text=quoted)
    same = told == known or (told.anything_said and _agrees(told, known))
    return {
        "happened_at": incident.happened_at or None,
        "happened_assumed": bool(incident.happened_at) and incident.happened_assumed,
        "noticed_how": incident.noticed_how.value,
        "quoted_text": quoted or None,
        "incident_of": case.id if same else None,
    }


def _agrees(told: Incident, known: Incident) -> bool:
    """Say whether what is told of when and what stands in what is known."""
    when = told.said_at
    return (not when or when == known.said_at) and (
        not told.quoted_text or told.quoted_text == known.quoted_text
    )


def _incident(happened: object, assumed: object, noticed: object, quoted: object) -> Incident:
    return Incident(
        stored.known_moment(happened),
        NoticedHow.UNKNOWN if noticed is None else stored.one_of(NoticedHow, noticed),
        str(quoted or ""),
        bool(assumed),
    )
