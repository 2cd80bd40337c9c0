# SPDX-License-Identifier: MIT
"""The sample's removals that a second person answered, its objections, its redacted copy."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.appeal_records import Answer, AppealRequest, DecisionRequest, EntryRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import (
    AppealEntryKind,
    AppealOutcome,
    ApprovalNeed,
    NoticeState,
)
from groupdesk.domain.enums import Channel, Language, SubjectKind
from groupdesk.domain.pin import SAMPLE_PIN, Cost
from groupdesk.domain.process import Process
from groupdesk.domain.redaction import Area, Box, Point, Text
from groupdesk.domain.redaction_records import RedactionRequest
from groupdesk.services.desk import Desk
from groupdesk.services.operators import Operators
from groupdesk.services.sample.acts import Play
from groupdesk.services.sample.stage import Picture, Stage

_COST = Cost(2**10, 8, 1)  # everybody knows it: there is nothing to guess
_PINS_SET = 235
_ENTRIES = {
    "ask": AppealEntryKind.QUESTION,
    "reply": AppealEntryKind.ANSWER,
    "remark": AppealEntryKind.NOTE,
}
KINDS: Final = frozenset({"object", "rule_on", "redact", *_ENTRIES})


def put_pins(stage: Stage) -> None:
    """Put on the programme that all but the owner choose a PIN.

    The owner's desk opens first: nobody is asked for a PIN before they could read it.
    """
    for desk in list(stage.desks.values())[1:]:
        stage.add(stage.at(_PINS_SET, 9.4), partial(_set_pin, stage, desk))


def put_processes(stage: Stage, processes: Iterable[Mapping[str, Any]]) -> None:
    """Put on the programme how groups decide about removals."""
    for about in processes:
        stage.add(stage.at(about["ago"], 10.8), partial(_save_process, stage, about))


def put_answer(stage: Stage, play: Play, about: Mapping[str, Any], moment: datetime) -> float:
    """Put another operator's answer to a request on the programme; return after how many hours.

    0 where nobody was asked.
    """
    for kind, answer in (("approved", _approve), ("declined", _decline)):
        said = about.get(kind)
        if said:
            later = moment + timedelta(hours=said["after"])
            stage.add(later, partial(answer, play, stage.desks[said["by"]], said))
            return float(said["after"])
    return 0.0


def put_dispute(
    stage: Stage, play: Play, about: Mapping[str, Any], moment: datetime, picture: Picture | None
) -> None:
    """Put an objection, what was said about it, its decision, or a redacted copy on."""
    kind = about["do"]
    act = {"object": _object, "rule_on": _rule_on, "redact": _redact}.get(kind, _add_entry)
    stage.add(moment, partial(act, play, stage.desks[about["by"]], about, picture))
    if about.get("letter_sent"):
        sent = moment + timedelta(minutes=12)
        stage.add(sent, partial(_send_letter, play, stage.desks[about["by"]]))


def _set_pin(stage: Stage, desk: Desk) -> None:
    Operators(desk.ledger, _COST).set_pin(stage.operation(), SAMPLE_PIN)


def _save_process(stage: Stage, about: Mapping[str, Any]) -> None:
    process = Process(
        approval=ApprovalNeed(about["approval"]),
        appeal_days=about["appeal_days"],
        answer_days=about["answer_days"],
        questions={Language(key): tuple(said) for key, said in about["questions"].items()},
        data_note={Language(key): said for key, said in about["data_note"].items()},
    )
    stage.owner.processes.save(stage.operation(), stage.group_ids[about["group"]], process)


def _approve(play: Play, desk: Desk, said: Mapping[str, Any]) -> None:
    desk.operators.sign_in(desk.operator.id, SAMPLE_PIN)
    _, removal = play.last_act
    desk.approvals.approve(play.stage.operation(), [removal], said["note"])


def _decline(play: Play, desk: Desk, said: Mapping[str, Any]) -> None:
    desk.operators.sign_in(desk.operator.id, SAMPLE_PIN)
    _, removal = play.last_act
    desk.approvals.decline(play.stage.operation(), [removal], said["reason"])


def _object(play: Play, desk: Desk, about: Mapping[str, Any], picture: Picture | None) -> None:
    group = play.stage.group_ids[play.group]
    asked = desk.processes.of(group).questions[play.language]
    receipt = desk.appeals.record(
        AppealRequest(
            operation=play.stage.operation(),
            target_kind=play.last_act[0],
            target_id=play.last_act[1],
            received_at=_a_little_before(play),
            channel=AppealChannel(about["channel"]),
            statement=about["statement"],
            answers=tuple(map(Answer, asked, about["answers"])),
            evidence=play.shown(picture),
        )
    )
    play.appeal = receipt.subject_id


def _add_entry(play: Play, desk: Desk, about: Mapping[str, Any], picture: Picture | None) -> None:
    desk.appeals.add(
        EntryRequest(
            play.stage.operation(),
            play.appeal,
            _ENTRIES[about["do"]],
            about["text"],
            _a_little_before(play),
            play.shown(picture),
        )
    )


def _rule_on(play: Play, desk: Desk, about: Mapping[str, Any], _picture: Picture | None) -> None:
    desk.appeals.decide(
        DecisionRequest(
            play.stage.operation(),
            play.appeal,
            AppealOutcome(about["decision"]),
            about["reason"],
            letter=about["letter"].strip(),
            letter_language=play.language.value,
        )
    )


def _send_letter(play: Play, desk: Desk) -> None:
    desk.notices.record(
        play.stage.operation(),
        SubjectKind.APPEAL,
        play.appeal,
        NoticeState.SENT,
        to_text(play.stage.clock()),
        Channel.PRIVATE,
    )


def _redact(play: Play, desk: Desk, about: Mapping[str, Any], _picture: Picture | None) -> None:
    """Paint over what a screenshot tells of somebody else."""
    boxes = [Box(Area(*area)) for area in about["boxes"]]
    x, y, size = about["label_at"]
    label = Text(Point(x, y), about["label"], size)
    desk.redactions.save(
        RedactionRequest(play.stage.operation(), play.last_evidence, (*boxes, label), about["note"])
    )


def _a_little_before(play: Play) -> str:
    return to_text(play.stage.clock() - timedelta(minutes=9))
