# SPDX-License-Identifier: MIT
"""How the sample's operators work on cases together: claims, notes, corrections, relations."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from groupdesk.domain.act_records import Incident
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.case_records import CaseRequest
from groupdesk.services.desk import Desk
from groupdesk.services.sample.stage import Stage


def put_casework(stage: Stage, entries: Mapping[str, Any]) -> None:
    """Put work on cases on the programme."""
    for entry in entries["entry"]:
        act = _ACTS[entry["do"]]
        stage.add(
            stage.at(entry["ago"], entry["hour"]),
            partial(act, stage, stage.desks[entry["by"]], entry),
        )


def _open(stage: Stage, desk: Desk, entry: Mapping[str, Any]) -> None:
    book = stage.book(entry["group"])
    rule = next(rule for rule in book.rules if rule.code == entry["rule"]) if book else None
    desk.case_acts.open(
        CaseRequest(
            stage.operation(),
            stage.members[entry["group"], entry["member"]],
            rule.id if rule else None,
            entry["text"],
            Incident("", NoticedHow(entry["noticed"]), entry.get("quoted", "")),
        )
    )


def _claim(stage: Stage, desk: Desk, entry: Mapping[str, Any]) -> None:
    desk.case_acts.claim(stage.operation(), _number(stage, entry))


def _hand_over(stage: Stage, desk: Desk, entry: Mapping[str, Any]) -> None:
    to = next(one.id for one in desk.case_acts.operators() if one.name == entry["to"])
    number = _number(stage, entry)
    owner = desk.cases.get(number).owner_id
    desk.case_acts.hand_over(stage.operation(), number, to, entry["text"], from_=owner)


def _note(stage: Stage, desk: Desk, entry: Mapping[str, Any]) -> None:
    desk.case_acts.note(stage.operation(), _number(stage, entry), entry["text"])


def _correct(stage: Stage, desk: Desk, entry: Mapping[str, Any]) -> None:
    number = _number(stage, entry)
    seen = {"quoted_text": desk.cases.incident(number).quoted_text}
    now = {"quoted_text": entry["quoted"]}
    desk.case_acts.correct(stage.operation(), number, seen, now, entry["text"])


def _relate(stage: Stage, desk: Desk, entry: Mapping[str, Any]) -> None:
    other = {"member": entry["other_member"], "rule": entry["other_rule"]}
    numbers = _number(stage, entry), _number(stage, {**entry, **other})
    desk.case_acts.relate(stage.operation(), *numbers, entry["text"])


def _close(stage: Stage, desk: Desk, entry: Mapping[str, Any]) -> None:
    desk.cases.close(stage.operation(), _number(stage, entry), entry["text"])


def _reopen(stage: Stage, desk: Desk, entry: Mapping[str, Any]) -> None:
    desk.cases.reopen(stage.operation(), _number(stage, entry), entry["text"])


def _number(stage: Stage, entry: Mapping[str, Any]) -> int:
    """Return the newest case of a member for a rule."""
    rows = stage.owner.cases.rows(membership_id=stage.members[entry["group"], entry["member"]])
    return next(row.number for row in rows if row.rule_code == entry["rule"])


_ACTS = {
    "open": _open,
    "claim": _claim,
    "hand_over": _hand_over,
    "note": _note,
    "correct": _correct,
    "relate": _relate,
    "close": _close,
    "reopen": _reopen,
}
