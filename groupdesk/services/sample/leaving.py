# SPDX-License-Identifier: MIT
"""The sample's members who asked to leave, and those who asked to come back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, Language, SubjectKind, TemplateKind
from groupdesk.domain.exit_records import (
    ExitAnswer,
    ExitLeft,
    ExitRequestInput,
    TellCustomers,
    ToldCustomer,
)
from groupdesk.domain.leaving_enums import (
    CustomerTold,
    ExitEntryKind,
    ExitReason,
    RejoinEntryKind,
)
from groupdesk.domain.member_filter import Conditions, MemberFilter
from groupdesk.domain.rejoin_records import RejoinAnswer, RejoinRequestInput, TrialOutcome
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.templates import fill
from groupdesk.services.desk import Desk
from groupdesk.services.sample.acts import day_text
from groupdesk.services.sample.stage import Stage
from groupdesk.words import Words

_ANSWERS: Final = {
    "agree": (ExitEntryKind.APPROVED, TemplateVariant.APPROVED),
    "stay": (ExitEntryKind.ASKED_TO_STAY, TemplateVariant.STAY),
    "withdraw": (ExitEntryKind.WITHDRAWN, TemplateVariant.WITHDRAWN),
}
_REJOINS: Final = {
    "welcome": (RejoinEntryKind.APPROVED, TemplateVariant.WELCOME),
    "not_yet": (RejoinEntryKind.LATER, TemplateVariant.NOT_YET),
    "decline": (RejoinEntryKind.DECLINED, TemplateVariant.DECLINED),
}
_CHECKS: Final = {"stopped": TaskState.DONE, "still_come": TaskState.COULD_NOT}


@dataclass
class Leaver:
    """One member and what became of their wish so far."""

    stage: Stage
    group: str
    member: str
    stay: int = 0
    exit: int = 0
    rejoin: int = 0
    successor: str = ""
    until: date | None = None

    @property
    def language(self) -> Language:
        """The language of the group."""
        return Language(self.stage.groups[self.group]["language"])

    def now(self) -> str:
        """Return the moment of the play as stored text."""
        return to_text(self.stage.clock())

    def day(self, ahead: int) -> date:
        """Return the day so many days after the day on which the sample is made."""
        return (self.stage.today + timedelta(days=ahead)).date()

    def letter(
        self, desk: Desk, kind: TemplateKind, variant: TemplateVariant, reason: str = ""
    ) -> str:
        """Return a letter as the program writes it."""
        about, words = self.stage.groups[self.group], Words(self.language.value)
        until = day_text(self.until, self.language, self.stage.clock()) if self.until else ""
        values = {
            "member_name": self.member,
            "group_name": about["name"],
            "manager_name": desk.operator.name,
            "helper_contact": about["helper"],
            "successor_name": self.successor,
            "until_date": until,
            "leave_date": until,
            "leave_note": words("leave_note.on", date=until),
            "handover_note": words("handover_note.to", name=self.successor)
            if self.successor
            else words("handover_note.nothing"),
            "reason": reason,
        }
        return fill(desk.templates.default(kind, self.language, variant=variant).body, values).text


def named_in(data: Mapping[str, Any], key: str) -> dict[str, float]:
    """Return who of a group leaves or takes over, and how many days ago their story begins."""
    found = {
        one["member"]: max(float(act["ago"]) for act in one["act"])
        for one in data["leaver"]
        if one["group"] == key
    }
    return found | {
        one["member"]: float(one["ago"]) for one in data["taking_over"] if one["group"] == key
    }


def let_leave(stage: Stage, data: Mapping[str, Any]) -> None:
    """Take those out of later lists who left, until they were back."""
    for one in data["leaver"]:
        left = next((float(act["ago"]) for act in one["act"] if act["do"] == "left"), None)
        back = next((float(act["ago"]) for act in one["act"] if act["do"] == "back"), None)
        members = stage.casts[one["group"]].members
        member = replace(members[one["member"]], left=left, back=back)
        if back is not None:
            member = replace(member, last_active=back / 3)
        row = member.row._replace(company=one.get("company", member.row.company), note="", tags=())
        members[one["member"]] = replace(member, row=row)


def put_leaving(stage: Stage, data: Mapping[str, Any]) -> None:
    """Put on the programme who looks after whom, who left and who came back."""
    for account in data["account"]:
        stage.add(stage.at(account["ago"], 11.2), partial(_look_after, stage, account))
    for one in data["leaver"]:
        leaver = Leaver(stage, one["group"], one["member"])
        for act in one["act"]:
            desk = stage.desks[act.get("by", one["by"])]
            moment = stage.at(act["ago"], act.get("hour", 10.6))
            stage.add(moment, partial(_ACTS[act["do"]], leaver, desk, act))
            if act.get("sent"):
                kind = SubjectKind.REJOIN if act["do"] in _REJOINS else SubjectKind.EXIT
                stage.add(moment + timedelta(minutes=6), partial(_send, leaver, desk, kind))


def _look_after(stage: Stage, account: Mapping[str, Any]) -> None:
    """Write down who of ours looks after the key customers of a group."""
    desk = stage.owner
    keys = MemberFilter(stage.group_ids[account["group"]], conditions=Conditions(key_customer=True))
    for ident in list(desk.members.ids(keys))[: account["customers"]]:
        fields = desk.members.detail(ident).fields
        desk.members.edit(stage.operation(), ident, replace(fields, account_owner=account["owner"]))


def _ask(leaver: Leaver, desk: Desk, act: Mapping[str, Any]) -> None:
    leaver.stay = leaver.stage.members[leaver.group, leaver.member]
    wish = leaver.day(act["wish_in"]).isoformat() if "wish_in" in act else ""
    request = ExitRequestInput(
        leaver.stage.operation(),
        (leaver.stay,),
        to_text(leaver.stage.clock() - timedelta(minutes=14)),
        AppealChannel(act.get("channel", "private")),
        ExitReason(act["because"]),
        act.get("said", ""),
        wish,
    )
    leaver.exit = desk.leaving.exits.record(request).subject_id


def _answer(leaver: Leaver, desk: Desk, act: Mapping[str, Any]) -> None:
    kind, variant = _ANSWERS[act["do"]]
    leaver.successor = act.get("successor", leaver.successor)
    if "until_in" in act:
        leaver.until = leaver.day(act["until_in"])
    members = leaver.stage.members
    answer = ExitAnswer(
        leaver.stage.operation(),
        (leaver.exit,),
        kind,
        act.get("said", ""),
        until=leaver.until.isoformat() if leaver.until else "",
        replacement_name=leaver.successor,
        replacement_id=members.get((leaver.group, leaver.successor), 0),
        letter=leaver.letter(desk, TemplateKind.EXIT_ANSWER, variant),
        letter_language=leaver.language.value,
    )
    if kind is ExitEntryKind.WITHDRAWN:
        answer = replace(answer, until="", replacement_name="", replacement_id=0)
    desk.leaving.exits.answer(answer)


def _send(leaver: Leaver, desk: Desk, kind: SubjectKind) -> None:
    target = leaver.exit if kind is SubjectKind.EXIT else leaver.rejoin
    desk.notices.record(
        leaver.stage.operation(),
        kind,
        target,
        NoticeState.SENT,
        leaver.now(),
        Channel.PRIVATE,
    )


def _tick(leaver: Leaver, desk: Desk, act: Mapping[str, Any]) -> None:
    """Tick the checklist but for the lines that are left open."""
    items = desk.leaving.exits.get(leaver.exit).items
    open_ones = [one for one in items if one.task_id and not one.done_at]
    chosen = [one.task_id for one in open_ones if one.code not in act.get("open", ())]
    if chosen:  # of a member like any other nothing is ticked by hand
        desk.leaving.exit_items.tick(leaver.stage.operation(), leaver.exit, chosen)


def _tell(leaver: Leaver, desk: Desk, act: Mapping[str, Any]) -> None:
    """Tell all customers but some at the end of the list who looks after them now."""
    found = [one for one in desk.leaving.exits.get(leaver.exit).customers if one.waits]
    chosen = found[: len(found) - act.get("later", 0)]
    if chosen:
        desk.leaving.exit_customers.tell(
            TellCustomers(
                leaver.stage.operation(),
                leaver.exit,
                tuple(ToldCustomer(one.membership_id) for one in chosen),
                CustomerTold.TOLD,
                leaver.now(),
                contact=leaver.successor,
            )
        )


def _left(leaver: Leaver, desk: Desk, _act: Mapping[str, Any]) -> None:
    at = leaver.now()
    desk.leaving.exits.left(ExitLeft(leaver.stage.operation(), (leaver.exit,), at))


def _check(leaver: Leaver, desk: Desk, act: Mapping[str, Any]) -> None:
    result, text = _CHECKS[act["result"]], act.get("said", "")
    desk.leaving.exit_items.check(leaver.stage.operation(), leaver.exit, result, text)


def _want_back(leaver: Leaver, desk: Desk, act: Mapping[str, Any]) -> None:
    request = RejoinRequestInput(
        leaver.stage.operation(),
        leaver.stage.group_ids[leaver.group],
        to_text(leaver.stage.clock() - timedelta(minutes=25)),
        AppealChannel(act.get("channel", "private")),
        person_id=desk.members.row(leaver.stay).person_id,
        reason=act["said"],
    )
    leaver.rejoin = desk.leaving.rejoin_requests.record(request).subject_id


def _answer_return(leaver: Leaver, desk: Desk, act: Mapping[str, Any]) -> None:
    kind, variant = _REJOINS[act["do"]]
    leaver.until = leaver.day(act["until_in"]) if "until_in" in act else None
    text = act.get("said", "")
    desk.leaving.rejoin_requests.answer(
        RejoinAnswer(
            leaver.stage.operation(),
            leaver.rejoin,
            kind,
            text,
            until=leaver.until.isoformat() if leaver.until else "",
            trial_days=act.get("trial_days", 0),
            letter=leaver.letter(desk, TemplateKind.REJOIN_ANSWER, variant, text),
            letter_language=leaver.language.value,
        )
    )


def _back(leaver: Leaver, desk: Desk, _act: Mapping[str, Any]) -> None:
    stay = desk.leaving.rejoin_requests.take_in(leaver.stage.operation(), leaver.rejoin)
    leaver.stage.members[leaver.group, leaver.member] = stay.subject_id


def _pass_trial(leaver: Leaver, desk: Desk, act: Mapping[str, Any]) -> None:
    desk.leaving.rejoin_requests.trial(
        TrialOutcome(
            leaver.stage.operation(), leaver.rejoin, RejoinEntryKind.TRIAL_PASSED, act["said"]
        )
    )


_ACTS: Final = {
    "ask": _ask,
    "agree": _answer,
    "stay": _answer,
    "withdraw": _answer,
    "tick": _tick,
    "tell": _tell,
    "left": _left,
    "check": _check,
    "want_back": _want_back,
    "welcome": _answer_return,
    "not_yet": _answer_return,
    "decline": _answer_return,
    "back": _back,
    "pass": _pass_trial,
}
