# SPDX-License-Identifier: MIT
"""People over several groups: two entries linked, two that may be one, one on the blocklist."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from groupdesk.domain.person_records import JoinAnswer
from groupdesk.domain.records import MemberFields
from groupdesk.services.sample.stage import Stage


def put_persons(stage: Stage, persons: Mapping[str, Any]) -> None:
    """Put adding, linking and blocking on the programme."""
    for added in persons["added"]:
        stage.add(stage.at(added["ago"], 10.2), partial(_add, stage, added))
    for link in persons["link"]:
        stage.add(stage.at(link["ago"], 15.4), partial(_link, stage, link))
    for block in persons["block"]:
        stage.add(stage.at(block["ago"], 17.1), partial(_block, stage, block))


def _add(stage: Stage, added: Mapping[str, Any]) -> None:
    fields = MemberFields(**added["fields"])
    receipt = stage.owner.members.add(
        stage.operation(),
        stage.group_ids[added["group"]],
        fields,
        JoinAnswer(fits_purpose=True, belongs=True),
    )
    stage.members[added["group"], fields.name] = receipt.subject_id


def _link(stage: Stage, link: Mapping[str, Any]) -> None:
    desk = stage.owner
    joining, stands = (_person(stage, link[key]) for key in ("entry", "same_as"))
    desk.persons.link(stage.operation(), joining, stands, link["reason"])


def _block(stage: Stage, block: Mapping[str, Any]) -> None:
    desk = stage.owner
    person = _person(stage, block)
    case = desk.cases.rows(person_id=person, limit=1)[0].number
    desk.blocklist.block(stage.operation(), person, block["reason"], case)


def _person(stage: Stage, named: Mapping[str, Any]) -> int:
    member = stage.members[named["group"], named["member"]]
    return stage.owner.members.row(member).person_id
