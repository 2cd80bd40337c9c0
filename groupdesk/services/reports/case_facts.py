# SPDX-License-Identifier: MIT
"""The top of a case file: title, facts, what happened, the rule of that day, the reasons."""

from collections.abc import Iterator
from datetime import date

from groupdesk.domain.act_records import Incident
from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import JoinedHow, Term
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.report_records import CaseFileContent, Removal
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.printable import Tree
from groupdesk.words import Words


def facts_tree(content: CaseFileContent, words: Words, dates: PaperDates) -> dict[str, Tree]:
    """Return what the first page begins with."""
    removal = content.removal
    title = "report.case.title_case" if removal is None else "report.case.title_removal"
    if removal is not None and removal.asked:
        title = "report.case.title_asked"
    title_text = words(title, name=content.member.name, number=content.case_number)
    return {
        "subject": words("report.case.subject", number=content.case_number),
        "head_left": words("report.case_head", app=words("report.app"), number=content.case_number),
        "head_right": content.group_name,
        "title": title_text,
        "subtitle": _subtitle(content, words, dates),
        "facts": _facts(content, words, dates),
        "observed": {
            "title": words("report.section.observed"),
            "text": content.description,
            "quoted_title": words("report.section.quoted"),
            "quoted": content.quoted_text,
        },
        "rule": _rule(content, words, dates),
        "reason": _section(words, "reason", removal.reason_told if removal else ""),
        "internal_comment": {
            "title": words("report.section.internal"),
            "note": words("report.section.internal_note"),
            "text": removal.internal_comment if removal else "",
        },
    }


def outcome(removal: Removal, words: Words, dates: PaperDates) -> str:
    """Return what was decided, "Removed until 21 May 2027" for instance."""
    if removal.state is RemovalState.WAITING:
        return words("report.case.waiting_outcome", date=dates.short_day(removal.decided_at))
    if removal.reversed_by is not None:
        kind = removal.reversed_by.kind
        key = "reversed" if kind is ReversalKind.LIFTED else kind
        return words(
            f"report.case.{key}_outcome",
            date=dates.short_day(removal.reversed_by.at),
            who=removal.reversed_by.operator,
        )
    text = _term(removal.term, removal.until, words, dates)
    for shorter in removal.shortened:
        text = words(
            "report.case.shortened",
            first=text,
            now=_term(shorter.term, shorter.until, words, dates),
            date=dates.short_day(shorter.at),
            who=shorter.by,
        )
    if removal.all_groups:
        text += words("report.comma") + words("report.case.all_groups")
    return text


def _term(term: Term, until: date | None, words: Words, dates: PaperDates) -> str:
    if term is Term.UNTIL and until is not None:
        return words("report.case.removed_until", date=dates.day(until))
    if term is Term.FOR_GOOD:
        return words("report.case.removed_for_good")
    return words("report.case.removed_may_return")


def _section(words: Words, name: str, text: str) -> dict[str, Tree]:
    return {"title": words(f"report.section.{name}"), "text": text}


def _subtitle(content: CaseFileContent, words: Words, dates: PaperDates) -> str:
    platform = words(f"platform.{content.platform}")
    removal = content.removal
    if removal is None:
        parts = [words("report.case.in_group", group=content.group_name, platform=platform)]
        if content.opened_at is not None:
            parts.append(
                words(
                    "report.case.opened",
                    date=dates.day(content.opened_at),
                    who=content.opened_by,
                )
            )
        return words("report.dot").join(parts)
    group = words("report.case.from_group", group=content.group_name, platform=platform)
    decided = words(
        f"report.case.{'asked' if removal.asked else 'decided'}",
        date=dates.day(removal.decided_at),
        who=removal.decided_by,
    )
    if removal.approvals:
        names = words("report.and").join(approval.operator for approval in removal.approvals)
        decided += words("report.comma") + words("report.case.approved", who=names)
    return group + words("report.dot") + decided


def _facts(content: CaseFileContent, words: Words, dates: PaperDates) -> list[Tree]:
    member = content.member
    removal = content.removal
    who = member.name
    if member.platform_id:
        who += words("report.dot") + member.platform_id
    if member.group_nickname and member.group_nickname != member.name:
        who += words("report.dot") + words("report.case.nickname", name=member.group_nickname)
    facts = [("member", who), ("member_since", _since(content, words, dates))]
    if removal is not None and content.rule is None:
        facts.append(("ground", words(f"ground.{removal.ground}")))
    if content.rule is not None:
        rule = content.rule
        facts.append(
            (
                "rule_broken",
                words(
                    "report.case.rule_short",
                    code=rule.code,
                    title=rule.title,
                    version=rule.version,
                    date=dates.short_day(rule.published_at),
                ),
            )
        )
        known = content.rules_known
        if known is not None:
            key = "known_acknowledged" if known.acknowledged else "known_told"
            day = dates.short_day(from_text(known.at))
            told = words(f"report.case.{key}", version=known.version, date=day)
            facts.append(("rules_known", told))
        severity = words(f"severity.{rule.severity}")
        facts.append(("severity", severity + _breach(content.breach_number, words)))
    facts += _happened(content, words, dates)
    noticed = words(f"noticed_how.{content.noticed_how}")
    if content.noticed_at is not None:
        noticed += words("report.comma") + dates.moment(content.noticed_at)
    facts.append(("noticed", noticed))
    if removal is not None:
        facts.append(("outcome", outcome(removal, words, dates)))
    facts.append(("state", _state(content, words, dates)))
    return [[words(f"report.case.{name}"), text] for name, text in facts]


def _happened(
    content: CaseFileContent, words: Words, dates: PaperDates
) -> Iterator[tuple[str, str]]:
    if content.happened_at is not None:
        happened = dates.moment(content.happened_at)
        if content.happened_assumed:
            happened = words("report.case.happened_assumed", moment=happened)
        yield "happened", happened
    if content.removal is not None and content.removal.incident is not None:
        yield "led_to", _led_to(content.removal.incident, words, dates)


def _led_to(incident: Incident, words: Words, dates: PaperDates) -> str:
    quoted = words("timeline.quote", text=incident.quoted_text) if incident.quoted_text else ""
    when = dates.moment(from_text(incident.said_at)) if incident.said_at else ""
    return words("report.dot").join(filter(None, (when, quoted)))


def _state(content: CaseFileContent, words: Words, dates: PaperDates) -> str:
    if content.closed_at is not None:
        return words("report.case.closed_on", date=dates.short_day(content.closed_at))
    if content.removal is not None and content.removal.carried_out:
        return words("case_state.carried_out")
    return words("report.case.open")


def _since(content: CaseFileContent, words: Words, dates: PaperDates) -> str:
    member = content.member
    parts = [dates.day(member.joined_on) if member.joined_on else words("report.unknown")]
    if member.invited_by:
        parts.append(words("report.case.invited_by", who=member.invited_by))
    elif member.joined_how is not JoinedHow.UNKNOWN:
        parts.append(words(f"report.case.joined_{member.joined_how}"))
    return words("report.comma").join(parts)


def _breach(number: int | None, words: Words) -> str:
    if number is None or number < 2:
        return ""
    key = f"report.case.breach_{number}" if number <= 3 else "report.case.breach_n"
    return words("report.comma") + words(key, number=number)


def _rule(content: CaseFileContent, words: Words, dates: PaperDates) -> Tree:
    rule = content.rule
    if rule is None:
        return None
    return {
        "title": words("report.section.rule"),
        "head": f"{rule.code} {rule.title}",
        "text": rule.text,
        "version": words(
            "report.rule.version",
            version=rule.version,
            date=dates.day(rule.published_at),
            severity=words(f"severity.{rule.severity}"),
        ),
    }
