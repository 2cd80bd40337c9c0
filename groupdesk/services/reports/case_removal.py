# SPDX-License-Identifier: MIT
"""The decision part of a case file: fair process, notice, approval, and how it was carried out."""

from datetime import timedelta

from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import FairItem
from groupdesk.domain.removal_states import RemovalConcern, RemovalState
from groupdesk.domain.report_records import (
    Approval,
    CarriedStep,
    CaseFileContent,
    FairLine,
    Removal,
)
from groupdesk.services.reports.case_timeline import reversal_text
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.printable import Tree
from groupdesk.words import Words

_ONE_BY_NATURE = {FairItem.RULE_PUBLISHED, FairItem.ANSWERED, FairItem.REASON}


def removal_tree(content: CaseFileContent, words: Words, dates: PaperDates) -> dict[str, Tree]:
    """Return the sections of a removal; nothing where the case has none."""
    removal = content.removal
    if removal is None:
        return {"removal": None}
    waits = removal.state is RemovalState.WAITING
    return {
        "removal": {
            "reversed": reversal_text(removal.reversed_by, words, dates),
            "fair": {
                "title": words("report.section.fair"),
                "yes": words("report.fair.met_mark"),
                "no": words("report.fair.unmet_mark"),
                "lines": [_fair_line(line, words, dates) for line in removal.fair_process],
            },
            "notice": _notice(removal, words, dates),
            "steps": _steps(removal, words, dates),
            "approvals": {
                "title": words("report.section.approvals"),
                "none": words(f"report.approval.{'waiting' if waits else 'none'}"),
                "lines": [
                    {
                        "line": _approval(approval, words, dates),
                        "comment": approval.comment,
                    }
                    for approval in removal.approvals
                ],
            },
        }
    }


def _approval(approval: Approval, words: Words, dates: PaperDates) -> str:
    said = {"who": approval.operator, "date": dates.moment(approval.at)}
    if approval.pin_set_at is None:
        return words("report.approval.line", **said)
    return words("report.approval.pin_later", **said, pin=dates.moment(approval.pin_set_at))


def _fair_line(line: FairLine, words: Words, dates: PaperDates) -> Tree:
    found = ""
    if line.met and line.item is FairItem.EVIDENCE and line.count:
        found = words("report.fair.pictures", count=line.count)
    elif line.met and line.last_at is not None:
        date = dates.short_day(line.last_at)
        if line.item in _ONE_BY_NATURE or line.count == 0:
            found = words("report.fair.on", date=date)
        elif line.count == 1:
            found = words("report.fair.once", date=date)
        else:
            found = words("report.fair.times", count=line.count, date=date)
    elif not line.met and line.count and line.last_at is not None:
        key = "offered" if line.item is FairItem.TALKED else "past"
        found = words(f"report.fair.{key}", date=dates.short_day(line.last_at))
    override = ""
    if not line.met and line.override_reason:
        key = "report.fair.override_by" if line.override_by else "report.fair.override"
        override = words(key, reason=line.override_reason, who=line.override_by)
    elif not line.met:
        override = words("report.fair.missing")
    item = f"fair_item.{line.item}"
    if line.item is FairItem.REMINDED and line.met and not line.count:
        item = "fair_counted.reminded.none"  # no reminder was given; say so as the screen does
    return {
        "met": line.met,
        "text": words(item),
        "found": found,
        "override": override,
    }


def _notice(removal: Removal, words: Words, dates: PaperDates) -> Tree:
    channel = removal.notice_channel
    if removal.notice_sent_at is None or removal.notice_state is NoticeState.NOT_SENT:
        state = words("report.notice.not_sent")
    else:
        key = removal.notice_state if channel else "sent_plain"
        state = words(
            f"report.notice.{key}",
            date=dates.moment(removal.notice_sent_at),
            channel=words(f"report.act.{channel}") if channel else "",
        )
        if removal.notice_note and removal.notice_state is NoticeState.NOT_DELIVERED:
            state += words("report.colon") + removal.notice_note
    return {"title": words("report.section.notice"), "text": removal.notice, "state": state}


def _steps(removal: Removal, words: Words, dates: PaperDates) -> Tree:
    said = [
        words(f"report.meant.{concern}")
        for concern in removal.sure
        if concern is not RemovalConcern.LEFT  # which is said with its date
    ]
    if removal.left_at is not None:
        said.append(words("report.steps.left_before", left=dates.moment(removal.left_at)))
    if removal.removed_at is not None:
        gap = removal.decided_at - removal.removed_at
        if abs(gap) < timedelta(minutes=1):
            key = "report.steps.removed_same"
        elif gap > timedelta():
            key = "report.steps.removed_before"
        else:
            key = "report.steps.removed_after"
        said.append(words(key, removed=dates.moment(removal.removed_at), gap=dates.gap(gap)))
    for approval in removal.approvals:
        after = approval.at - (removal.removed_at or approval.at)
        if after > timedelta():
            said.append(words("report.steps.approved_after", gap=dates.gap(after)))
    for one in removal.let_back:
        key = "let_back" if one.comment else "let_back_plain"
        told = {"date": dates.moment(one.at), "who": one.operator, "reason": one.comment}
        said.append(words(f"report.steps.{key}", **told))
    return {
        "title": words("report.section.carried_out"),
        "order": "\n".join(said),
        "heads": [words(f"report.steps.{name}") for name in ("step", "when", "who", "result")],
        "done": words("report.steps.done"),
        "open": words("report.steps.open"),
        "lines": [_step(step, words, dates) for step in removal.steps],
    }


def _step(step: CarriedStep, words: Words, dates: PaperDates) -> Tree:
    """Return a step: whether it was done, and each try in vain with time, name and reason."""
    result = step.result
    if step.not_needed:
        idle = words("step_state.not_needed")
        result = words("report.colon").join(filter(None, (idle, result)))
    tries: list[Tree] = []
    for one in step.tries:
        key = "again" if one.again else "tried"
        key = key if one.why else f"{key}_plain"
        said = {"date": dates.moment(one.at), "who": one.by, "why": one.why}
        tries.append(words(f"report.steps.{key}", **said))
    return {
        "mark": "none" if step.done_at is None else "idle" if step.not_needed else "done",
        "text": step.text,
        "when": dates.moment(step.done_at) if step.done_at else words("report.steps.open"),
        "who": step.done_by,
        "result": result,
        "tries": tries,
    }
