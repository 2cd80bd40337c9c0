# SPDX-License-Identifier: MIT
"""The sample's rules as they were told: to all when they came out, in private to who came later."""

import random
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel
from groupdesk.domain.told_records import TellRequest, ToldMember, ToldWhich, by_which
from groupdesk.services.desk import Desk
from groupdesk.services.sample.stage import DRAWN, Stage, seeded_uuid

_BY = {"wecom": 1, "wechat": 1}  # which of the staff tells a group in its language
_ENGLISH = 2
_ANSWERED = 0.35  # how many write back that they read the rules
_WELCOMED = (40, 16, 4, 1)  # days ago, on which newcomers were written to
_REACHED = 0.8


def put_told(stage: Stage, versions: Sequence[Mapping[str, Any]]) -> None:
    """Put on the programme who was told of the two newest versions of each group, and when."""
    of_group: dict[str, list[float]] = {}
    for version in versions:
        of_group.setdefault(version["group"], []).append(version["ago"])
    for key, moments in of_group.items():
        numbered = list(enumerate(moments, 1))[-2:]
        for number, ago in numbered:
            told = stage.at(ago, 10.5) + timedelta(minutes=20)
            stage.add(told, partial(_tell, stage, key, number))
            answered = stage.at(ago - 1, 17)
            stage.add(answered, partial(_acknowledge, stage, key, number))
        for ago in _WELCOMED:
            newest = [number for number, published in numbered if published > ago + 2]
            if newest:
                welcomed = stage.at(ago, 16.2)
                stage.add(welcomed, partial(_welcome, stage, key, newest[-1]))


def _tell(stage: Stage, key: str, number: int) -> None:
    ids = [one.membership_id for one in _members(stage, key, number, ToldWhich.UNTOLD)]
    _record(stage, key, number, ids, Channel.GROUP)


def _welcome(stage: Stage, key: str, number: int) -> None:
    """Write to most of those whom the announcement missed: not all lists are of the same day."""
    ago = (stage.today - stage.clock.now).days
    rng = random.Random(f"{DRAWN}/{ago}/{key}/{number}")  # noqa: S311  # a story
    found = _members(stage, key, number, ToldWhich.UNTOLD)
    late = stage.clock.now > stage.at(2, 0)  # the newest ones still wait for their welcome
    ids = [
        one.membership_id
        for one in found
        if rng.random() < _REACHED and not (late and one.joined_since)
    ]
    _record(stage, key, number, ids, Channel.PRIVATE)


def _acknowledge(stage: Stage, key: str, number: int) -> None:
    rng = random.Random(f"{DRAWN}/{key}/{number}/told")  # noqa: S311  # a story
    told = _members(stage, key, number, ToldWhich.TOLD)
    ids = [one.membership_id for one in told if rng.random() < _ANSWERED]
    if ids:
        _desk(stage, key).announcements.acknowledge(
            _request(stage, key, number, ids, Channel.GROUP)
        )


def _record(stage: Stage, key: str, number: int, ids: list[int], channel: Channel) -> None:
    if ids:
        _desk(stage, key).announcements.tell(_request(stage, key, number, ids, channel))


def _request(stage: Stage, key: str, number: int, ids: list[int], channel: Channel) -> TellRequest:
    at = to_text(stage.clock.now)
    rng = random.Random(f"{at}/{key}/{number}/{len(ids)}")  # noqa: S311  # no draw of the others'
    return TellRequest(seeded_uuid(rng), _book(stage, key, number), tuple(ids), at, channel)


def _members(stage: Stage, key: str, number: int, which: ToldWhich) -> list[ToldMember]:
    found = _desk(stage, key).announcements.members(_book(stage, key, number))
    return by_which(found)[which]


def _book(stage: Stage, key: str, number: int) -> int:
    books = stage.owner.rules.versions(stage.group_ids[key])
    return next(book.id for book in books if book.version == number)


def _desk(stage: Stage, key: str) -> Desk:
    return list(stage.desks.values())[_BY.get(key, _ENGLISH)]
