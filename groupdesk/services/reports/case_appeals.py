# SPDX-License-Identifier: MIT
"""The objections in a case file: what the member said, what was asked, how it was decided."""

from groupdesk.domain.appeal_papers import AppealDecided, AppealOnPaper
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.reports.printable import Tree
from groupdesk.words import Words


def appeals_tree(appeals: tuple[AppealOnPaper, ...], words: Words, dates: PaperDates) -> Tree:
    """Return the section of the objections; without lines there is none."""
    return {
        "title": words("report.section.appeals"),
        "lines": [_appeal(appeal, words, dates) for appeal in appeals],
    }


def _appeal(appeal: AppealOnPaper, words: Words, dates: PaperDates) -> Tree:
    about = f"step_kind.{appeal.step_kind}" if appeal.step_kind else "appeal_target.removal"
    heard: list[Tree] = [_window(appeal, words, dates)]
    heard += [
        words(f"timeline.line.appeal_{name}", text=text)
        for name, text in (("late", appeal.late_reason), ("again", appeal.again_reason))
        if text
    ]
    return {
        "head": words(
            "report.appeal.head",
            about=words(about),
            date=dates.moment(appeal.received_at),
            channel=words(f"appeal_channel.{appeal.channel}"),
            who=appeal.recorded_by,
        ),
        "statement": appeal.statement,
        "heard": heard,
        "answers": [
            list[Tree]((question, answer or words("report.appeal.no_answer")))
            for question, answer in appeal.answers
        ],
        "turns": [
            list[Tree](
                (
                    dates.moment(turn.at),
                    words(f"appeal_entry_kind.{turn.kind}"),
                    turn.text,
                    turn.operator,
                )
            )
            for turn in appeal.turns
        ],
        "open": ""
        if appeal.decided or any(turn.kind == "withdrawn" for turn in appeal.turns)
        else words("timeline.appeal_answer_by", date=dates.day(appeal.answer_by)),
        "decided": None if appeal.decided is None else _decided(appeal.decided, words, dates),
    }


def _window(appeal: AppealOnPaper, words: Words, dates: PaperDates) -> str:
    heard = words(f"appeal_heard.{appeal.heard_by}", date=dates.day(appeal.heard_on))
    if appeal.last_day is None:
        return words("appeal_window.any_time", heard=heard)
    return words("appeal_window.day", heard=heard, date=dates.day(appeal.last_day))


def _decided(decided: AppealDecided, words: Words, dates: PaperDates) -> Tree:
    outcome = words(f"appeal_outcome.{decided.outcome}")
    if decided.until is not None:
        until = words("timeline.appeal_until", date=dates.day(decided.until))
        outcome = words("report.dot").join((outcome, until))
    state = words("report.appeal.letter_not_sent")
    if decided.letter_state is not None and decided.letter_at is not None:
        state = words(
            "report.appeal.letter",
            state=words(f"notice_state.{decided.letter_state}"),
            date=dates.moment(decided.letter_at),
        )
    return {
        "head": words(
            "report.appeal.decided", outcome=outcome, date=dates.moment(decided.at), who=decided.by
        ),
        "reason": decided.reason,
        "override": words("report.appeal.override", text=decided.override_reason)
        if decided.override_reason
        else "",
        "letter": decided.letter,
        "letter_title": words("report.appeal.letter_title"),
        "letter_state": state,
    }
