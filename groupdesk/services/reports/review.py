# SPDX-License-Identifier: MIT
"""The paper of a review: why and by what it looked, who was left out, what was decided by whom."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from groupdesk.domain.enums import Edition
from groupdesk.domain.report_records import Stamp
from groupdesk.domain.report_review import ReviewContent, ReviewedMember
from groupdesk.domain.review_enums import (
    ReviewChange,
    ReviewChoice,
    ReviewCriterion,
    ReviewEntryKind,
    ReviewState,
)
from groupdesk.domain.review_records import SETTLED
from groupdesk.services.reports.masking import Masker, handout_review
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.paper_stamp import qr_svg, signature_tree, stamp_tree
from groupdesk.services.reports.printable import Tree
from groupdesk.services.reports.render import Paper, render
from groupdesk.words import Words

# One table for thousands of rows takes far more memory than many of this length.
_ROWS_IN_ONE_TABLE: Final = 200
_COLUMNS = ("member", "why", "last_active", "decision", "by")


def review_pdf(
    content: ReviewContent, stamp: Stamp, edition: Edition, paper: Paper = "a4"
) -> bytes:
    """Return the paper as PDF/A-3a, in `stamp.language`; the handout names no member.

    Raises GroupDeskError("report_failed").
    """
    words = Words(stamp.language)
    dates = PaperDates(words, stamp.printed_at)
    stamp = replace(stamp, edition=edition)
    if edition is Edition.HANDOUT:
        stamp = replace(stamp, printed_by=Masker(content.masked, words).text(stamp.printed_by))
        content = handout_review(content, words)
    tree: dict[str, Tree] = {
        **stamp_tree(stamp, words, dates),
        **_head(content, words, dates),
        "numbers": _numbers(content, words),
        "asked": _asked(content, words),
        "groups": _groups(content, words),
        "left_out": _left_out(content, words),
        "stages": _stages(content, words),
        "turns": _turns(content, words, dates),
        "members": _members(content, words, dates),
        "signatures": signature_tree(content.signatures, words),
    }
    return render(
        "review",
        tree,
        words=words,
        created=stamp.printed_at,
        raw={"qr": qr_svg(stamp)},
        paper=paper,
    )


def _head(content: ReviewContent, words: Words, dates: PaperDates) -> dict[str, Tree]:
    started, last = content.turns[0], content.turns[-1]
    ended = next((t for t in content.turns if t.kind is ReviewEntryKind.FINISHED), None)
    until = ended or last
    one = content.groups[0] if len(content.groups) == 1 else ""
    return {
        "subject": words("report.review.title_plain"),
        "head_left": words("report.review.head", app=words("report.app")),
        "head_right": one or content.name,
        "title": content.name,
        "subtitle": words("report.dot").join(
            (
                one or words("report.review.groups_count", count=len(content.groups)),
                words("report.review.begun", date=dates.day(started.at), who=started.operator),
                words("report.review.ended", date=dates.day(until.at), who=until.operator)
                if ended
                else words(f"review_state.{content.state}"),
            )
        ),
        "note": content.note,
    }


def _numbers(content: ReviewContent, words: Words) -> Tree:
    picked = content.picked
    tiles = {
        "looked_at": picked.members,
        "picked": picked.picked,
        "left_out_tile": picked.members - picked.picked - picked.fits_none,
        "fits_none": picked.fits_none,
    }
    return {
        "title": words("report.review.numbers"),
        "tiles": [[str(number), words(f"report.review.{name}")] for name, number in tiles.items()],
    }


def _asked(content: ReviewContent, words: Words) -> Tree:
    """Return criteria and plan, a line each."""
    asked, plan = content.criteria, content.plan
    lines = [
        words(f"report.review.by_{one.value}", days=asked.inactive_days)
        for one in ReviewCriterion
        if one in asked.pick or one in content.picked.why
    ]
    if asked.newer_days:
        lines.append(words("report.review.newer", days=asked.newer_days))
    lines.append(words(f"report.review.key_{'in' if asked.key_customers else 'out'}"))
    lines.append(words("report.review.unknown_out"))
    lines += [
        words(
            f"report.review.step_{choice.value}{'' if plan.wait(choice) else '_only'}",
            days=plan.wait(choice),
        )
        for choice in plan.steps
        if choice is not ReviewChoice.REMOVE
    ]
    return {"title": words("report.review.asked"), "lines": list(lines)}


def _groups(content: ReviewContent, words: Words) -> Tree:
    """Return what each group gave, where there are several."""
    found = content.picked.groups
    return {
        "title": words("report.review.groups"),
        "heads": [words(f"report.review.{name}") for name in ("group", "looked_at", "picked")],
        "rows": [[one.group_name, str(one.looked_at), str(one.picked)] for one in found]
        if len(found) > 1
        else [],
    }


def _left_out(content: ReviewContent, words: Words) -> Tree:
    counts = content.picked.left_out
    return {
        "title": words("report.review.left_out"),
        "none": words("report.review.nobody_left_out"),
        "rows": _counted(counts, "review_left_out", words),
    }


def _stages(content: ReviewContent, words: Words) -> Tree:
    return {
        "title": words("report.review.result"),
        "rows": _counted(dict(content.stages), "review_stage", words),
    }


def _counted(counts: Mapping[Any, int], prefix: str, words: Words) -> Tree:
    return [[words(f"{prefix}.{kind}"), str(count)] for kind, count in counts.items() if count]


def _turns(content: ReviewContent, words: Words, dates: PaperDates) -> Tree:
    return {
        "title": words("report.review.course"),
        "lines": [
            {
                "when": dates.moment(turn.at),
                "what": words("report.review.turn", what=words(f"review_entry_kind.{turn.kind}"),
                              who=turn.operator),
                "text": turn.text,
            }
            for turn in content.turns
        ],
    }  # fmt: skip


def _members(content: ReviewContent, words: Words, dates: PaperDates) -> Tree:
    several = len(content.groups) > 1
    over = content.state is ReviewState.FINISHED
    rows: list[Tree] = [
        list(_cells(one, words, dates, several=several, over=over)) for one in content.members
    ]
    more = content.not_shown
    return {
        "title": words("report.review.members", count=len(content.members) + more),
        "heads": [words(f"report.review.{name}") for name in _COLUMNS],
        "tables": [
            rows[start : start + _ROWS_IN_ONE_TABLE]
            for start in range(0, len(rows), _ROWS_IN_ONE_TABLE)
        ],
        "more": words("report.review.not_shown", count=more) if more else "",
    }


def _cells(
    one: ReviewedMember, words: Words, dates: PaperDates, *, several: bool, over: bool
) -> Iterable[Tree]:
    comma = words("report.comma")
    yield [one.name, one.group_name if several else ""]
    yield comma.join(words(f"review_criterion.{why}") for why in one.why)
    yield dates.short_day(one.last_active) if one.last_active else words("report.review.unknown")
    facts = [
        words(f"report.review.{name}", date=dates.short_day(at))
        for name, at in (("reminded", one.reminded_at), ("noticed", one.noticed_at))
        if at
    ]
    facts += [
        words("report.review.active_since", date=dates.short_day(one.active_since))
        if change is ReviewChange.ACTIVE_AGAIN and one.active_since
        else words(f"review_change.{change}")
        for change in one.changes
    ]
    if one.case_number:
        facts.append(words("report.review.case", number=one.case_number))
    stage = words(f"review_stage.{one.stage}")
    if over and one.stage not in SETTLED:
        stage = words("report.review.unsettled", what=stage)
    yield [stage, one.reason, comma.join(facts)]
    yield [one.decided_by, dates.short_day(one.decided_at)] if one.decided_at else ["", ""]
