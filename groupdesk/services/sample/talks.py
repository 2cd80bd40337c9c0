# SPDX-License-Identifier: MIT
"""The sample's talks: held, planned, offered in vain, followed up; and what members did well."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from groupdesk.domain.act_records import TalkRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel
from groupdesk.domain.talk_enums import Kept, NotHeld
from groupdesk.domain.talk_records import PARTS, PlanRequest
from groupdesk.services.desk import Desk
from groupdesk.services.sample.acts import Play
from groupdesk.services.sample.stage import Stage

KINDS: Final = frozenset({"talk", "plan", "recognition"})


def put_talk(stage: Stage, play: Play, about: Mapping[str, Any], moment: datetime) -> None:
    """Put a talk, a plan or recognition on the programme."""
    desk = stage.desks[about["by"]]
    act = {"talk": _talk, "plan": _plan, "recognition": _recognise}[about["do"]]
    stage.add(moment, partial(act, play, desk, about))
    if about.get("done"):
        later = moment + timedelta(days=int(about["follow_up"]), hours=1)
        kept = Kept(about.get("kept", Kept.KEPT))
        stage.add(later, partial(_follow_up, play, desk, kept, about["done"]))


def _talk(play: Play, desk: Desk, act: Mapping[str, Any]) -> None:
    now = play.stage.clock()
    due = ""
    if act.get("follow_up"):
        due = (now.date() + timedelta(days=int(act["follow_up"]))).isoformat()
    desk.talks.record(
        TalkRequest(
            operation=play.stage.operation(),
            membership_id=play.membership,
            happened_at=to_text(now - timedelta(minutes=25)),
            channel=Channel(act.get("channel", "private")),
            follow_up_on=due,
            rule_id=play.rule_id(),
            took_part=act.get("took_part", ""),
            not_held=NotHeld(act["not_held"]) if "not_held" in act else None,
            **{part: act.get(part, "") for part in PARTS},
        )
    )


def _plan(play: Play, desk: Desk, act: Mapping[str, Any]) -> None:
    day = play.stage.clock().date() + timedelta(days=int(act["days"]))
    plan = PlanRequest(
        operation=play.stage.operation(),
        membership_id=play.membership,
        due_on=day.isoformat(),
        due_time=act["time"],
        channel=Channel(act.get("channel", "private")),
        rule_id=play.rule_id(),
        **{part: act.get(part, "") for part in PARTS},
    )
    desk.talk_plans.plan(plan)


def _follow_up(play: Play, desk: Desk, kept: Kept, result: str) -> None:
    """Say what became of the last talk's agreement."""
    for task in desk.todo.all(play.membership):
        if task.kind == "follow_up":
            desk.follow_ups.done(play.stage.operation(), task.id, kept, result)
            return


def _recognise(play: Play, desk: Desk, act: Mapping[str, Any]) -> None:
    recognition = desk.recognition.record(play.stage.operation(), play.membership, act["text"])
    if act.get("taken_back"):
        desk.recognition.take_back(
            play.stage.operation(), recognition.subject_id, act["taken_back"]
        )
