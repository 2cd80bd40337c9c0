# SPDX-License-Identifier: MIT
"""Gathers one case from the records into the content of its case file."""

from dataclasses import replace
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from groupdesk.domain.act_order import act_place
from groupdesk.domain.case_enums import NoticedHow
from groupdesk.domain.clock import to_text, zone_on_paper
from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import (
    JoinedHow,
    Language,
    MemberRole,
    Platform,
    Severity,
    StepKind,
    WarningState,
)
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import TimelineEntry
from groupdesk.domain.removal_states import NEVER_HELD, RemovalState
from groupdesk.domain.report_records import (
    ActKind,
    CaseFileContent,
    MemberCard,
    Removal,
    ReversedBy,
    RuleOfTheDay,
    SignatureLine,
    SignatureRole,
    TimelineAct,
)
from groupdesk.domain.talk_enums import NotHeld
from groupdesk.domain.talk_records import PARTS
from groupdesk.domain.told_records import RulesKnown
from groupdesk.models import stored
from groupdesk.models.moderation import Case
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services.appeal_entries import APPEAL
from groupdesk.services.case_entries import KIND
from groupdesk.services.case_rules import rule_of_case
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Ledger
from groupdesk.services.removals import Removals
from groupdesk.services.reports.gather_appeals import appeal_on_paper
from groupdesk.services.reports.gather_evidence import evidence_items
from groupdesk.services.reports.gather_names import masked_names, texts_of
from groupdesk.services.reports.gather_removal import removal_on_paper
from groupdesk.services.reports.gather_work import case_notes, work_acts
from groupdesk.services.reports.names_then import names_then
from groupdesk.services.rule_codes import rule_history, same_rule
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.timeline import Timeline
from groupdesk.services.told_entries import rules_known
from groupdesk.words import Words

_TOLD = frozenset({"warning", "talk", "removal"})
"""What of a member's timeline stands in a case file: acts, not plans or recognition."""
_KINDS = {
    StepKind.REMINDER: ActKind.REMINDER,
    StepKind.WARNING: ActKind.WARNING,
    StepKind.FINAL_WARNING: ActKind.FINAL_WARNING,
}


def case_file_content(
    ledger: Ledger, evidence: Evidences, number: int, language: Language, *, notes: bool = False
) -> CaseFileContent:
    """Return what the records say of a case, with the earlier acts that counted then.

    With `notes` also what the operators said to one another.

    Raises StateChangedError("case_gone") when there is no such case.
    """
    with ledger.reading():
        case = Case.get_or_none(Case.id == number)
        if case is None:
            raise StateChangedError("case_gone", number=number)
        content = _CaseGatherer(ledger, evidence, case, language).content()
        return replace(content, notes=case_notes(ledger, number)) if notes else content


class _CaseGatherer:
    """Reads one case; the connection is open while it works."""

    def __init__(self, ledger: Ledger, evidence: Evidences, case: Case, language: Language) -> None:
        self._ledger = ledger
        self._evidence = evidence
        self._case = case
        self._words = Words(language)
        self._zone = zone_on_paper(ledger.clock())
        self._season = ledger.clock().tzinfo  # what counts to a day's end may end in another one
        self._stay: Membership = case.membership
        timeline = Timeline(ledger).of_member(self._stay.id)
        entries = [entry for entry in timeline if entry.kind in _TOLD]
        about_it = [one for one in timeline if one.case_number == case.id]
        self._opened = [one for one in about_it if one.kind == KIND]
        self._objections = [one for one in about_it if one.kind == APPEAL]
        self._own = [entry for entry in entries if entry.case_number == case.id]
        self._earlier = [entry for entry in entries if entry.case_number != case.id]
        about = rule_of_case(case, rule_history(case.group_id))
        self._same_rules = same_rule(case.group_id, about.id) if about else []

    def content(self) -> CaseFileContent:
        """Return the whole case."""
        case, stay = self._case, self._stay
        removal = self._removal()
        acts = self._acts(removal)
        rule = self._rule()
        content = CaseFileContent(
            case_number=case.id,
            group_name=stay.group.name,
            platform=stored.one_of(Platform, stay.group.platform),
            member=self._member(),
            rule=rule,
            rules_known=self._rules_known(),
            breach_number=self._breaches(removal) if rule else None,
            noticed_how=stored.one_of(NoticedHow, case.noticed_how),
            happened_at=_moment(case.happened_at),
            happened_assumed=case.happened_assumed,
            description=case.description or "",
            quoted_text=case.quoted_text,
            opened_at=_moment(case.opened_at),
            opened_by=case.opened_by.name,
            closed_at=_moment(case.closed_at),
            removal=self._decision(removal),
            timeline=acts,
            evidence=evidence_items(
                self._ledger,
                self._evidence,
                self._words,
                (*self._opened, *self._own, *self._objections),
            ),
            appeals=tuple(appeal_on_paper(self._ledger, one.id) for one in self._objections),
        )
        content = names_then(self._ledger.database).in_record(content)
        content = replace(content, signatures=_signatures(content, self._ledger.operator.name))
        names = masked_names(self._ledger.database, stay.person_id, "\n".join(texts_of(content)))
        return replace(content, masked=names)

    def _member(self) -> MemberCard:
        stay = self._stay
        account = stay.account
        return MemberCard(
            name=stay.name,
            platform_id=(account.external_id or account.handle) if account else "",
            group_nickname=stay.nickname,
            role=stored.one_of(MemberRole, stay.role),
            joined_on=self._day(stay.joined_at),
            joined_how=stored.one_of(JoinedHow, stay.joined_how),
            invited_by=stay.invited_by,
        )

    def _happened(self) -> str:
        """Return when that happened which the rules are held against: what led to a removal."""
        removal = self._removal()
        own = removal.incident.said_at if removal and removal.incident else ""
        return own or str(self._case.happened_at or self._case.opened_at)

    def _rule(self) -> RuleOfTheDay | None:
        """Return the rule as it read on the day; the act's own citation where it came later."""
        moment = self._happened()
        known = [rule for rule in self._same_rules if rule.published_at <= moment]
        then = known[-1] if known else next(iter(self._same_rules), None)
        if then is None:
            return None
        row = Rule.get_by_id(then.id)
        return RuleOfTheDay(
            code=then.code,
            title=self._in_language(then.titles) or then.code,
            text=self._in_language(stored.texts(row.texts)),
            severity=stored.one_of(Severity, row.severity),
            version=stored.number(then.version, 1),
            published_at=stored.moment(then.published_at),
        )

    def _rules_known(self) -> RulesKnown | None:
        """Return what the member had been told of the rules when it happened."""
        database, moment = self._ledger.database, self._happened()
        persons = among(entries_of(database, self._stay.person_id))
        return rules_known(database, persons, self._case.group_id, moment)

    def _in_language(self, texts: dict[str, str]) -> str:
        return texts.get(self._words.language) or next(filter(None, texts.values()), "")

    def _removal(self) -> TimelineEntry | None:
        """Return the removal in force, or the newest one where all were lifted."""
        decided = [entry for entry in self._own if entry.kind == "removal"]
        in_force = (entry for entry in decided if entry.state == RemovalState.HOLDING)
        return next(in_force, decided[0] if decided else None)

    def _reference(self, removal: TimelineEntry | None) -> str:
        """Return the moment at which "what counts" is asked: the decision, or the last act."""
        if removal is not None:
            return removal.at
        return max((entry.at for entry in self._own), default=str(self._case.opened_at))

    def _breaches(self, removal: TimelineEntry | None) -> int:
        moment = self._reference(removal)
        messages = sum(
            self._is_about(entry) and _counted(entry, moment)
            for entry in (*self._own, *self._earlier)
        )
        return messages + (removal is not None and removal.state not in NEVER_HELD)

    def _is_about(self, entry: TimelineEntry) -> bool:
        """Say whether an act cites the rule of the case, whichever code it had then."""
        cited = {(entry.rule_code, entry.rule_version)}
        cited |= {(rule.code, rule.version) for rule in entry.more_rules}
        return any((rule.code, rule.version) in cited for rule in self._same_rules)

    def _acts(self, removal: TimelineEntry | None) -> tuple[TimelineAct, ...]:
        moment = self._reference(removal)
        chosen = [entry for entry in self._own if entry is not removal]
        chosen += [
            entry
            for entry in self._earlier
            if _counted(entry, moment)
            or (removal is not None and entry.kind == "talk" and entry.at <= moment)
        ]
        acts = [(entry.place, self._act(entry)) for entry in chosen]
        for turn in work_acts(self._ledger, self._words, self._case.id):
            at = to_text(turn.at)
            acts.append((act_place(turn.kind, at, at), turn))
        return tuple(act for _, act in sorted(acts, key=itemgetter(0)))

    def _act(self, entry: TimelineEntry) -> TimelineAct:
        labelled = dict(entry.lines)
        common: dict[str, Any] = {
            "at": stored.moment(entry.at),
            "operator": entry.operator,
            "case_number": entry.case_number,
            "channel": entry.channel,
            "rule_code": entry.rule_code,
            "more_rule_codes": tuple(rule.code for rule in entry.more_rules),
            "reversed_by": _reversed(entry),
            "incident": entry.incident,
        }
        if entry.kind == "talk":
            said = (
                self._words(f"report_talk.{part}", text=labelled[part])
                for part in (*PARTS, "took_part")
                if part in labelled
            )
            later = entry.follow_up
            return TimelineAct(
                ActKind.TALK_OFFERED if entry.state else ActKind.TALK,
                **common,
                text="\n".join(said),
                internal=later.result if later else "",
                follow_up_on=stored.day(entry.until) if entry.until else None,
                follow_up_done_on=self._day(later.done_at) if later else None,
                follow_up_kept=later.kept if later else None,
                not_held=stored.one_of(NotHeld, entry.state) if entry.state else None,
            )
        if entry.kind == "removal":
            return TimelineAct(
                ActKind.REMOVAL,
                **common,
                message=entry.text,
                internal=labelled.get("comment", ""),
            )
        internal = [labelled.get(key, "") for key in ("channel_reason", "not_delivered")]
        if review := labelled.get("review"):
            internal.insert(0, self._words("timeline.line.review", text=review))
        sent = entry.state in {WarningState.SENT, WarningState.ACKNOWLEDGED}
        kind = _KINDS[stored.one_of(StepKind, entry.step_kind)]
        friendly = entry.position == 0
        if friendly:
            kind = ActKind.LAST_NOTICE if entry.last_notice else ActKind.FRIENDLY_REMINDER
        return TimelineAct(
            kind,
            **common,
            ordinal=entry.number if entry.numbered else None,
            message=entry.text,
            internal="\n".join(filter(None, internal)),
            state=stored.one_of(WarningState, entry.state),
            counts_until=stored.moment(entry.until).astimezone(self._season).date()
            if sent and not entry.reversed_at and not friendly
            else None,
            ladder_version=entry.ladder_version,
            reply=entry.reply,
        )

    def _decision(self, entry: TimelineEntry | None) -> Removal | None:
        if entry is None:
            return None
        record = Removals(self._ledger, self._evidence).get(entry.id)
        return replace(
            removal_on_paper(self._ledger, record, self._words),
            reversed_by=_reversed(entry),
            incident=entry.incident,
        )

    def _day(self, text: str | None) -> date | None:
        return stored.moment(text).astimezone(self._zone).date() if text else None


def _signatures(content: CaseFileContent, printed_by: str) -> tuple[SignatureLine, ...]:
    """Return who signs: who decided, who said yes to it, who decided on appeals, the member."""
    removal = content.removal
    deciders = dict.fromkeys(one.decided.by for one in content.appeals if one.decided)
    appeals = tuple(SignatureLine(SignatureRole.APPEAL, name) for name in deciders)
    if removal is None:
        return (SignatureLine(SignatureRole.PRINTED, printed_by), *appeals)
    return (
        SignatureLine(
            SignatureRole.ASKED if removal.asked else SignatureRole.DECIDED, removal.decided_by
        ),
        *(SignatureLine(SignatureRole.APPROVED, one.operator) for one in removal.approvals),
        *appeals,
        SignatureLine(SignatureRole.RECEIVED),
    )


def _counted(entry: TimelineEntry, moment: str) -> bool:
    """Say whether a message counted at `moment`: sent by then, not lapsed, lifted or pardoned."""
    return (
        entry.kind == "warning"
        and entry.state in {WarningState.SENT, WarningState.ACKNOWLEDGED}
        and entry.at <= moment < entry.until
        and not (entry.reversed_at and entry.reversed_at <= moment)
    )


def _reversed(entry: TimelineEntry) -> ReversedBy | None:
    if not entry.reversed_at:
        return None
    at = stored.moment(entry.reversed_at)
    kind = entry.reversal or ReversalKind.LIFTED
    return ReversedBy(at, entry.reversed_by, entry.reversal_reason, kind)


def _moment(text: str | None) -> datetime | None:
    return stored.moment(text) if text else None
