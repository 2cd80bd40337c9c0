# SPDX-License-Identifier: MIT
"""Plays one act of a case through the services, as an operator would record it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from groupdesk.domain.act_records import (
    EvidenceUse,
    Incident,
    RemovalRequest,
    WarningRequest,
)
from groupdesk.domain.carrying_out import StepResult
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import (
    Channel,
    FairItem,
    Ground,
    Language,
    Severity,
    StepKind,
    SubjectKind,
    TemplateKind,
    Term,
    Tone,
)
from groupdesk.domain.fairness import FairState
from groupdesk.domain.ladder import counts_until
from groupdesk.domain.records import RuleRecord
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.domain.rule_lists import gravest, name_all, numbered, say_many
from groupdesk.domain.template_enums import TemplateOrigin
from groupdesk.domain.templates import MessageTemplate, fill
from groupdesk.services.desk import Desk
from groupdesk.services.sample.stage import Picture, Stage
from groupdesk.words import Words

_MONTHS = "January February March April May June July August September October November December"
_STEPS = {
    "reminder": StepKind.REMINDER,
    "warning": StepKind.WARNING,
    "final_warning": StepKind.FINAL_WARNING,
}
_TONES = (Tone.FRIENDLY, Tone.FRIENDLY, Tone.FRIENDLY, Tone.SHORT, Tone.FIRM)


@dataclass
class Play:
    """One case while it is being played: who, which rule, what was done so far."""

    stage: Stage
    group: str
    member: str
    rule: str
    noticed: NoticedHow = NoticedHow.SEEN
    quoted: str = ""
    ground: Ground = Ground.BREACH
    happened: datetime | None = None
    warnings: int = 0
    last_message: int = 0
    last_act: tuple[SubjectKind, int] = (SubjectKind.WARNING, 0)
    last_evidence: int = 0
    appeal: int = 0
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        """Speak the language of the group."""
        self.words = Words(self.language)

    @property
    def language(self) -> Language:
        """The language of the group."""
        return Language(self.stage.groups[self.group]["language"])

    @property
    def membership(self) -> int:
        """The member's present stay."""
        return self.stage.members[self.group, self.member]

    def message(self, desk: Desk, act: Mapping[str, Any], picture: Picture | None) -> None:
        """Record a reminder or a warning in the state that the act names."""
        kind = _STEPS[act["do"]]
        ladder = desk.groups.get(self.stage.group_ids[self.group]).ladder
        positions = ladder.positions(kind)
        position = positions[min(self.warnings, len(positions) - 1)]
        if kind is StepKind.WARNING:
            self.warnings += 1
        rule = self._rule()
        further = self._further(act.get("also", ()))
        template = self._template(desk, kind) if "message" not in act else None
        request = WarningRequest(
            operation=self.stage.operation(),
            membership_id=self.membership,
            rule_id=rule.id if rule else None,
            more_rule_ids=tuple(one.id for one in further),
            position=position,
            channel=Channel(act.get("channel", "private")),
            language=self.language,
            message=(
                self._written(desk, template.body, kind, position, rule, further)
                if template is not None
                else act["message"]
            ),
            channel_reason=act.get("channel_reason", ""),
            template=template.id if template is not None else "",
            incident=self._incident(),
            evidence=self.shown(picture),
        )
        state = act.get("state", "sent")
        if state in {"prepared", "not_sent"}:
            receipt = desk.warnings.prepare(request)
        else:
            receipt = desk.warnings.record_sent(request, to_text(self.stage.clock()))
        self.last_message = receipt.subject_id
        self.last_act = (SubjectKind.WARNING, receipt.subject_id)
        note = act.get("note", "")
        if state == "not_sent":
            desk.warnings.mark_not_sent(self.stage.operation(), receipt.subject_id, note)
        if state == "not_delivered":
            desk.warnings.mark_not_delivered(self.stage.operation(), receipt.subject_id, note)

    def answer(self, desk: Desk, warning: int, reply: str) -> None:
        """Record the member's answer to a message."""
        desk.warnings.acknowledge(self.stage.operation(), warning, reply)

    def rule_id(self) -> int | None:
        """Return the rule of the case in its present version; None for a case without one."""
        rule = self._rule()
        return rule.id if rule else None

    def remove(self, desk: Desk, act: Mapping[str, Any], picture: Picture) -> int:
        """Record the decision to remove; return the removal."""
        today = self.stage.clock().date()
        term = Term(act["term"])
        until = today + timedelta(days=int(act["days"])) if term is Term.UNTIL else None
        rule = self._rule()
        wording = desk.templates.default(
            TemplateKind.REMOVAL_NOTICE, self.language, rule=rule is not None
        )
        request = RemovalRequest(
            operation=self.stage.operation(),
            membership_id=self.membership,
            ground=self.ground,
            rule_id=rule.id if rule else None,
            reason=act["reason"],
            term=term,
            evidence=self.shown(picture),
            comment=act.get("comment", ""),
            until=until.isoformat() if until else "",
            notice=self._notice(desk, wording, rule, act["reason"], term, until),
            template=wording.id,
            notice_language=self.language.value,
            overrides=_overrides(act),
            incident=self._incident(),
        )
        missing = [
            line.item
            for line in desk.removals.fair_process(request)
            if line.state is FairState.MISSING and not line.override
        ]
        if missing:
            raise ValueError(f"the story of {self.member} lacks {missing}")
        receipt = desk.removals.decide(request)
        self.last_act = (SubjectKind.REMOVAL, receipt.subject_id)
        return receipt.subject_id

    def remove_everywhere(
        self, desk: Desk, act: Mapping[str, Any], picture: Picture
    ) -> tuple[int, ...]:
        """Record that the person is removed from all their groups; return the removals."""
        kind = TemplateKind.REMOVAL_NOTICE
        wording = desk.templates.default(kind, self.language, rule=False)
        reason, term = act["reason"], Term(act["term"])
        stays = desk.removal_batches.everywhere(self.membership)
        if len(stays) != len(act["groups"]):
            raise ValueError(f"{self.member} is in {len(stays)} groups")
        receipt = desk.removal_batches.decide(
            BatchRequest(
                operation=self.stage.operation(),
                members=tuple(map(BatchMember, stays)),
                ground=self.ground,
                reason=reason,
                term=term,
                evidence=self.shown(picture),
                comment=act["comment"],
                notices={self.language: self._notice(desk, wording, None, reason, term, None)},
                overrides=_overrides(act),
                template=wording.id,
            )
        )
        self.last_act = (SubjectKind.REMOVAL, receipt.subject_id)
        return desk.carrying_out.of_batch(desk.removals.get(receipt.subject_id))

    def tick(self, desk: Desk, removal: int, failing: Mapping[str, str]) -> None:
        """Tick the next open step of a removal; none where all are done.

        `failing` names a step that could not be done, and why.
        """
        for step in desk.carrying_out.steps(removal):
            if not step.done_at and not step.turns:
                failed = step.code == failing.get("step")
                result = StepResult.COULD_NOT if failed else StepResult.DONE
                why = failing["why"] if failed else ""
                desk.carrying_out.tick(self.stage.operation(), step, result, text=why)
                return

    def lift(self, desk: Desk, reason: str) -> None:
        """Lift the last warning or removal."""
        desk.reversals.record(self.stage.operation(), *self.last_act, reason)

    def pardon(self, desk: Desk, reason: str) -> None:
        """Pardon the last warning."""
        desk.reversals.pardon(self.stage.operation(), self.last_message, reason)

    def close(self, desk: Desk, outcome: str) -> None:
        """Close the case."""
        number = self.stage.case_number(self.group, self.member, self.rule)
        desk.cases.close(self.stage.operation(), number, outcome)

    def _rule(self) -> RuleRecord | None:
        if not self.rule:
            return None
        book = self.stage.book(self.group)
        return next(rule for rule in book.rules if rule.code == self.rule) if book else None

    def _further(self, codes: Sequence[str]) -> list[RuleRecord]:
        """Return the rules that a message names beside that of the case."""
        book = self.stage.book(self.group)
        return [rule for rule in book.rules if rule.code in codes] if book else []

    def _incident(self) -> Incident:
        happened = to_text(self.happened) if self.happened else ""
        return Incident(happened, self.noticed, self.quoted)

    def shown(self, picture: Picture | None) -> tuple[EvidenceUse, ...]:
        """Return a picture, if there is one, as an act shows it."""
        if picture is None:
            return ()
        self.last_evidence = self.stage.take(picture).id
        return (EvidenceUse(self.last_evidence, picture.caption),)

    def _values(self, desk: Desk, rule: RuleRecord | None) -> dict[str, str]:
        group = self.stage.groups[self.group]
        happened = self.happened or self.stage.clock()
        values = {
            "member_name": self.member,
            "group_name": group["name"],
            "incident_date": self._day(happened.date()),
            "manager_name": desk.operator.name,
            "helper_contact": group["helper"],
        }
        if rule is not None:
            values |= self._of_rule(rule)
        return values

    def _of_rule(self, rule: RuleRecord) -> dict[str, str]:
        return {
            "rule_code": rule.code,
            "rule_title": rule.title(self.language),
            "rule_text": rule.text(self.language),
            "rule_hint": rule.hints.get(self.language, ""),
        }

    def _template(self, desk: Desk, kind: StepKind) -> MessageTemplate:
        """Return one that came with the program, in a tone that chance picks."""
        found = desk.templates.for_kind(TemplateKind(kind.value), self.language)
        tone = self.stage.rng.choice(_TONES)
        built_in = (one for one in found if one.origin is TemplateOrigin.BUILT_IN)
        return next(one for one in built_in if one.tone is tone)

    def _written(
        self,
        desk: Desk,
        body: str,
        kind: StepKind,
        position: int,
        rule: RuleRecord | None,
        further: Sequence[RuleRecord],
    ) -> str:
        ladder = desk.groups.get(self.stage.group_ids[self.group]).ladder
        step = self.words(f"step_kind.{kind}")
        if ladder.repeats(kind):
            number = ladder.number(position)
            step = self.words("standing.numbered", step=step, number=number)
        rules = [rule, *further] if rule else []
        severity = gravest(one.severity for one in rules) or Severity.MINOR
        until = counts_until(ladder, position, self.stage.clock(), severity).date()
        values = self._values(desk, rule) | {
            "step_name": step,
            "counts_until": self._day(until),
            "reminder_note": self.words("reminder_note.counts", date=self._day(until)),
        }
        if further:
            values |= numbered([self._of_rule(one) for one in rules], self.language)
            body = name_all(say_many(body, self.language), len(rules), self.language)
        return fill(body, values).text

    def _notice(
        self,
        desk: Desk,
        wording: MessageTemplate,
        rule: RuleRecord | None,
        reason: str,
        term: Term,
        until: date | None,
    ) -> str:
        until_date = self._day(until) if until else ""
        process = desk.processes.of(self.stage.group_ids[self.group])
        values = self._values(desk, rule) | {
            "reason": reason,
            "return_note": self.words(f"return_note.{term}", until_date=until_date),
            "data_note": process.data_note.get(self.language) or self.words("data_note.own"),
            "appeal_until": self.words("appeal_until.days", days=process.appeal_days),
        }
        return fill(wording.body, values).text

    def _day(self, day: date) -> str:
        return day_text(day, self.language, self.stage.clock())


def day_text(day: date, language: Language, now: datetime) -> str:
    """Return a day as people write it, with the year where it is another one."""
    other_year = day.year != now.year
    if language is Language.ZH:
        return f"{f'{day.year}年' if other_year else ''}{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS.split()[day.month - 1]}{f' {day.year}' if other_year else ''}"


def _overrides(act: Mapping[str, Any]) -> dict[FairItem, str]:
    """Return why a removal goes on although something is missing."""
    return {
        FairItem(key.removeprefix("override_")): text
        for key, text in act.items()
        if key.startswith("override_")
    }
