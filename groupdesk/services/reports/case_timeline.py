# SPDX-License-Identifier: MIT
"""The acts of a case in the order in which they happened, earlier ones that count included."""

from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.report_records import ActKind, CaseFileContent, ReversedBy, TimelineAct
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.printable import Tree
from groupdesk.words import Words

_REVERSED = {ReversalKind.LIFTED: "reversed"}
"""Whose words have another name than the kind itself."""

_ASKED = frozenset({ReversalKind.DECLINED, ReversalKind.WITHDRAWN})


def timeline_tree(content: CaseFileContent, words: Words, dates: PaperDates) -> dict[str, Tree]:
    """Return the section of acts; before a removal it is called "What was tried before"."""
    name = "timeline" if content.removal is None else "tried"
    return {
        "timeline": {
            "title": words(f"report.section.{name}"),
            "nothing": words("report.act.nothing") if content.removal else words("report.none"),
            "internal": words("report.act.internal"),
            "reply": words("report.act.reply"),
            "quoted": words("report.act.quoted"),
            "acts": [_act(act, content.case_number, words, dates) for act in content.timeline],
        }
    }


def reversal_text(reversal: ReversedBy | None, words: Words, dates: PaperDates) -> str:
    """Return "Lifted on … by …: …", "Pardoned on …" or so, empty where nothing was reversed."""
    if reversal is None:
        return ""
    key = _REVERSED.get(reversal.kind, reversal.kind)
    return words(
        f"report.act.{key}" if reversal.reason else f"report.act_plain.{key}",
        date=dates.short_day(reversal.at),
        who=reversal.operator,
        reason=reversal.reason,
    )


def _act(act: TimelineAct, case_number: int, words: Words, dates: PaperDates) -> Tree:
    kind = words(f"act_kind.{act.kind}")
    if act.ordinal is not None and act.kind in {ActKind.REMINDER, ActKind.WARNING}:
        kind = words("standing.numbered", step=kind, number=act.ordinal)
    if act.kind is ActKind.REMOVAL and act.reversed_by and act.reversed_by.kind in _ASKED:
        kind = words("report.act.asked")
    return {
        "when": dates.moment(act.at),
        "kind": kind,
        "how": _how(act, words),
        "facts": _facts(act, case_number, words, dates),
        "quoted": act.incident.quoted_text if act.incident else "",
        "text": act.text,
        "message": act.message,
        "reply": act.reply,
        "internal": act.internal,
        "operator": act.operator,
        "reversed": reversal_text(act.reversed_by, words, dates),
        "struck": act.reversed_by is not None and not act.reversed_by.pardoned,
    }


def _how(act: TimelineAct, words: Words) -> str:
    parts = [
        words(f"report.act.{value}") for value in (act.channel, act.state) if value is not None
    ]
    # A talk is private by its name; saying so twice helps nobody.
    if act.kind in {ActKind.TALK, ActKind.TALK_OFFERED} and parts[:1] == [
        words("report.act.private")
    ]:
        parts = parts[1:]
    return words("report.comma").join(parts)


def _happened(act: TimelineAct, words: Words, dates: PaperDates) -> list[Tree]:
    said_at = act.incident.said_at if act.incident else ""
    moment = dates.moment(from_text(said_at)) if said_at else ""
    return [words("report.act.happened", moment=moment)] if moment else []


def _facts(act: TimelineAct, case_number: int, words: Words, dates: PaperDates) -> list[Tree]:
    facts: list[Tree] = []
    if act.case_number != case_number:
        facts.append(words("report.act.earlier", number=act.case_number))
    if act.more_rule_codes:
        codes = words("ladder.comma").join((act.rule_code, *act.more_rule_codes))
        facts.append(words("report.act.rules", codes=codes))
    elif act.rule_code:
        facts.append(words("report.act.rule", code=act.rule_code))
    facts += _happened(act, words, dates)
    if act.counts_until is not None:
        key = "counted_until" if act.counts_until < dates.printed_on else "counts_until"
        facts.append(words(f"report.act.{key}", date=dates.short_day(act.counts_until)))
    if act.ladder_version is not None:
        key = "ladder" if act.ladder_version else "first_ladder"
        facts.append(words(f"report.act.{key}", version=act.ladder_version))
    if act.not_held is not None:
        facts.append(words(f"not_held.{act.not_held}"))
    if act.follow_up_done_on is not None:
        done = words("report.act.follow_up_done", date=dates.short_day(act.follow_up_done_on))
        facts.append(done)
        if act.follow_up_kept is not None:
            facts.append(words(f"followed_up.{act.follow_up_kept}"))
    elif act.follow_up_on is not None:
        facts.append(words("report.act.follow_up", date=dates.short_day(act.follow_up_on)))
    return facts
