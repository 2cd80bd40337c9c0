# SPDX-License-Identifier: MIT
"""The audit of a group for a period: what was done, by whom, on which rule, what was overturned."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from groupdesk.domain.enums import Edition
from groupdesk.domain.removal_states import NEVER_HELD
from groupdesk.domain.report_records import (
    ActKind,
    AuditAct,
    GroupAuditContent,
    KindCount,
    PeriodUnit,
    PublishedVersion,
    Stamp,
)
from groupdesk.services.reports.masking import Masker, handout_audit
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.paper_stamp import qr_svg, signature_tree, stamp_tree
from groupdesk.services.reports.printable import Tree
from groupdesk.services.reports.render import Paper, render
from groupdesk.words import Words

# The order of the ladder, mildest first; cases opened and closed are no acts towards a member.
CHARTED = (
    ActKind.REMINDER,
    ActKind.TALK,
    ActKind.WARNING,
    ActKind.FINAL_WARNING,
    ActKind.REMOVAL,
    ActKind.REVERSAL,
)
# One table for thousands of acts takes far more memory than many of this length.
_ROWS_IN_ONE_TABLE = 200


def group_audit_pdf(
    content: GroupAuditContent, stamp: Stamp, edition: Edition, paper: Paper = "a4"
) -> bytes:
    """Return the group audit as PDF/A-3a, in `stamp.language`; the handout names no member.

    Raises GroupDeskError("report_failed").
    """
    words = Words(stamp.language)
    dates = PaperDates(words, stamp.printed_at)
    stamp = replace(stamp, edition=edition)
    if edition is Edition.HANDOUT:
        stamp = replace(stamp, printed_by=Masker(content.masked, words).text(stamp.printed_by))
        content = handout_audit(content, words)
    tree: dict[str, Tree] = {
        **stamp_tree(stamp, words, dates),
        **_head(content, words, dates),
        "chart": _chart(content, words, dates),
        "flow": _flow(content, words),
        "per_rule": _count_table(
            words("report.audit.per_rule"),
            words("report.audit.rule"),
            [(f"{line.code} {line.title}".strip(), line.counts) for line in content.per_rule],
            words,
        ),
        "per_operator": _count_table(
            words("report.audit.per_operator"),
            words("report.audit.operator"),
            [(line.operator, line.counts) for line in content.per_operator],
            words,
        ),
        "overturned": _overturned(content, words, dates, pardoned=False),
        "pardons": _overturned(content, words, dates, pardoned=True),
        "versions": _versions(content, words, dates),
        "acts": _acts(content.acts, words, dates),
        "signatures": signature_tree(content.signatures, words),
    }
    return render(
        "group_audit",
        tree,
        words=words,
        created=stamp.printed_at,
        raw={"qr": qr_svg(stamp)},
        paper=paper,
    )


def _head(content: GroupAuditContent, words: Words, dates: PaperDates) -> dict[str, Tree]:
    counts = _by_kind(content.totals)
    return {
        "subject": words("report.audit.title_plain"),
        "head_left": words("report.audit_head", app=words("report.app")),
        "head_right": content.group_name,
        "title": words("report.audit.title", group=content.group_name),
        "subtitle": words(
            "report.audit.subtitle",
            first=dates.day(content.first_day),
            last=dates.day(content.last_day),
            platform=words(f"platform.{content.platform}"),
        ),
        "summary": {
            "title": words("report.audit.summary"),
            "tiles": [[str(counts.get(kind, 0)), words(f"acts.{kind}")] for kind in CHARTED],
        },
    }


def _chart(content: GroupAuditContent, words: Words, dates: PaperDates) -> Tree:
    month = content.unit is PeriodUnit.MONTH
    bars: list[Tree] = []
    for period in content.series:
        counts = _by_kind(period.counts)
        bars.append(
            {
                "label": dates.tick(period.start, month=month),
                "full": dates.month(period.start) if month else dates.short_day(period.start),
                "counts": [counts.get(kind, 0) for kind in CHARTED],
            }
        )
    return {
        "title": words(f"report.audit.chart_{content.unit}"),
        "alt": words("report.chart_alt"),
        "period": words("report.audit.period"),
        "kinds": [words(f"acts.{kind}") for kind in CHARTED],
        "total": words("report.audit.total"),
        "bars": bars,
    }


def _flow(content: GroupAuditContent, words: Words) -> Tree:
    flow = content.flow
    numbers = {
        "at_start": str(flow.at_start),
        "joined": f"+{flow.joined}" if flow.joined else "0",
        "left": f"−{flow.left}" if flow.left else "0",
        "removed": f"−{flow.removed}" if flow.removed else "0",
        "at_end": str(flow.at_end),
    }
    return {
        "title": words("report.audit.flow"),
        "tiles": [[number, words(f"report.audit.{name}")] for name, number in numbers.items()],
    }


def _count_table(
    title: str, first: str, lines: Sequence[tuple[str, tuple[KindCount, ...]]], words: Words
) -> Tree:
    rows: list[Tree] = []
    for name, kind_counts in lines:
        counts = _by_kind(kind_counts)
        rows.append([name, *(str(counts.get(kind) or "–") for kind in CHARTED)])
    return {
        "title": title,
        "heads": [first, *(words(f"acts.{kind}") for kind in CHARTED)],
        "rows": rows,
    }


def _overturned(
    content: GroupAuditContent, words: Words, dates: PaperDates, *, pardoned: bool
) -> Tree:
    """Return the decisions that were wrong, or the warnings that were right and let go."""
    names = ("case", "member", "decided", "pardoned" if pardoned else "reversed", "reason")
    return {
        "title": words(f"report.audit.{'pardons' if pardoned else 'overturned'}"),
        "none": words("report.audit.no_overturned"),
        "heads": [words(f"report.audit.{name}") for name in names],
        "rows": [
            [
                str(line.case_number),
                line.member,
                words(f"act_kind.{line.kind}"),
                words("report.comma").join((dates.short_day(line.decided_at), line.decided_by)),
                words("report.comma").join(
                    (dates.short_day(line.reversed_by.at), line.reversed_by.operator)
                ),
                line.reversed_by.reason,
            ]
            for line in content.overturned
            if line.reversed_by.pardoned is pardoned
        ],
    }


def _versions(content: GroupAuditContent, words: Words, dates: PaperDates) -> Tree:
    return {
        "title": words("report.audit.versions"),
        "none": words("report.audit.no_versions"),
        "lines": [_version(version, words, dates) for version in content.versions],
    }


def _version(version: PublishedVersion, words: Words, dates: PaperDates) -> Tree:
    line = words(
        "report.audit.version_line",
        date=dates.day(version.published_at),
        who=version.published_by,
    )
    if version.ladder:
        name = words("report.audit.ladder_version", version=version.version)
        return {"name": name, "line": line, "note": version.note}
    rules = words("report.audit.rules", count=version.rules)
    return {
        "name": words("report.audit.version", version=version.version),
        "line": words("report.dot").join((line, rules)),
        "note": version.note,
    }


def _acts(acts: tuple[AuditAct, ...], words: Words, dates: PaperDates) -> Tree:
    """Return the list of acts, a part for each month, long months in several tables."""
    names = ("when", "case", "act", "member", "rule", "operator")
    parts: list[Tree] = []
    for _month, group in groupby(acts, key=lambda act: dates.numeric(act.at)[:7]):
        month = list(group)
        title = words("report.audit.acts_in", month=dates.month(month[0].at), count=len(month))
        rows = list(_act_rows(month, words, dates))
        parts.append(
            {
                "title": title,
                "tables": [
                    list(rows[start : start + _ROWS_IN_ONE_TABLE])
                    for start in range(0, len(rows), _ROWS_IN_ONE_TABLE)
                ],
            }
        )
    return {
        "title": words("report.audit.acts"),
        "none": words("report.audit.no_acts"),
        "heads": [words(f"report.audit.{name}") for name in names],
        "parts": parts,
    }


def _act_rows(acts: Iterable[AuditAct], words: Words, dates: PaperDates) -> Iterable[Tree]:
    for act in acts:
        kind = words(f"act_kind.{act.kind}")
        detail = ""
        if act.ground is not None and not act.rule_code:
            detail = words(f"ground.{act.ground}")
        elif act.state is not None:
            detail = words(f"report.act.{act.state}")
        if detail:
            kind += words("report.comma") + detail
        yield [
            dates.numeric(act.at),
            str(act.case_number),
            kind,
            act.member,
            words("ladder.comma").join((act.rule_code, *act.more_rule_codes)),
            act.operator,
            act.reversed,
            _mark(act, words),
        ]


def _mark(act: AuditAct, words: Words) -> str:
    if act.pardoned:
        return words("report.audit.pardoned_mark")
    if act.removal in NEVER_HELD:
        return words(f"report.audit.{act.removal}_mark")
    return words("report.audit.lifted") if act.reversed else ""


def _by_kind(counts: Iterable[KindCount]) -> dict[ActKind, int]:
    """Return the counts by kind; a friendly reminder is one of the reminders."""
    found = {count.kind: count.count for count in counts}
    friendly = found.get(ActKind.FRIENDLY_REMINDER, 0)
    if friendly:
        found[ActKind.REMINDER] = found.get(ActKind.REMINDER, 0) + friendly
    return found
