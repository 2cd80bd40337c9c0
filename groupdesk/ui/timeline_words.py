# SPDX-License-Identifier: MIT
"""Says in words what an entry of the timeline is."""

from datetime import date, datetime

from groupdesk.domain.act_records import Incident
from groupdesk.domain.case_enums import CaseEntryKind
from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import Channel, StepKind, WarningState
from groupdesk.domain.records import TimelineEntry
from groupdesk.domain.removal_states import RemovalState
from groupdesk.ui import case_words
from groupdesk.ui.dates import Dates
from groupdesk.ui.talk_words import TalkWords
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.words import Words

_ICONS: dict[str, tuple[str, ToneName]] = {
    StepKind.REMINDER: ("bell", "warning"),
    StepKind.WARNING: ("circle-alert", "warning"),
    StepKind.FINAL_WARNING: ("circle-alert", "danger"),
    "talk": ("messages-square", "accent"),
    "plan": ("calendar-clock", "accent"),
    "recognition": ("award", "ok"),
    "removal": ("user-minus", "danger"),
    "departure": ("log-out", "muted"),
    "rules": ("megaphone", "muted"),
    "appeal": ("scale", "accent"),
    "appeal_decision": ("scale", "muted"),
    "exit": ("log-out", "accent"),
    "exit_answer": ("log-out", "muted"),
    "exit_told": ("users", "muted"),
    "rejoin": ("log-in", "accent"),
    "rejoin_answer": ("log-in", "muted"),
}
APPEALS = ("appeal", "appeal_decision")
"""What a timeline calls an objection, and how it ended."""
_WITHOUT_ABOUT = frozenset({"exit_answer", "exit_told", "rejoin", "rejoin_answer"})
_DAYS = frozenset({"moved_from", "exit_until", "rejoin_after", "rejoin_trial"})
_OPEN_STATES = (WarningState.PREPARED, WarningState.NOT_SENT, WarningState.NOT_DELIVERED)
_ASKED = (RemovalState.WAITING, RemovalState.DECLINED, RemovalState.WITHDRAWN)


class TimelineWords:
    """The words of one language at one moment."""

    def __init__(self, words: Words, dates: Dates, now: datetime) -> None:
        """Speak with `words` and `dates`; `now` says what is today and what still counts."""
        self._words = words
        self._dates = dates
        self._now = now
        self._talks = TalkWords(words, dates, now)

    def icon(self, entry: TimelineEntry) -> tuple[str, ToneName]:
        """Return the drawing of an entry and its tone; what does not count is quiet."""
        if entry.kind == case_words.ENTRY:
            return case_words.entry_icon(entry)
        name, tone = _ICONS.get(entry.step_kind or entry.kind, ("circle", "muted"))
        vain = entry.kind == "talk" and bool(entry.state)
        lapsed = entry.kind == "warning" and bool(entry.until) and not self._counts(entry)
        waits = entry.kind == "removal" and entry.state == RemovalState.WAITING
        over = entry.reversed_at or entry.state in _OPEN_STATES or vain or lapsed or waits
        return name, "muted" if over else tone

    def step(self, entry: TimelineEntry) -> str:
        """Return the step of a warning, "Warning 2" where the ladder has several."""
        if entry.kind == "warning" and entry.position == 0:
            return self._words("timeline.last_notice" if entry.last_notice else "timeline.friendly")
        name = self._words(f"step_kind.{entry.step_kind}")
        if not entry.numbered:
            return name
        return self._words("standing.numbered", step=name, number=entry.number)

    def title(self, entry: TimelineEntry) -> str:
        """Return what was done: "Warning 2 sent privately"."""
        if entry.kind == case_words.ENTRY:
            return case_words.entry_title(self._words, entry)
        channel = (entry.channel or Channel.PRIVATE).value
        if entry.kind == "plan" and not entry.reversed_at:
            when = self._talks.when(entry.until, entry.due_time)
            return self._words("timeline.planned", date=when)
        if entry.kind == "rules":
            return self._words(f"timeline.rules.{entry.state}", version=entry.rule_version)
        if entry.kind in APPEALS:
            which = entry.ground if entry.kind == "appeal" else entry.state
            return self._words(f"timeline.{entry.kind}.{which}")
        vain = f"timeline.no_talk_{entry.state}"
        plain = {
            "talk": vain if entry.state else f"timeline.title.talk_{channel}",
            "plan": "timeline.planned_off",
            "recognition": "timeline.recognition",
            "removal": f"timeline.title.removal{'_asked' if entry.state in _ASKED else ''}",
            "departure": f"departure_how.{entry.state}",
            "exit": "timeline.exit",
            "exit_answer": f"timeline.exit_answer.{entry.state}",
            "exit_told": f"timeline.exit_told.{entry.state}",
            "rejoin": "timeline.rejoin",
            "rejoin_answer": f"rejoin_entry_kind.{entry.state}",
        }
        if entry.kind in plain:
            return self._words(plain[entry.kind])
        key = entry.state if entry.state in _OPEN_STATES else channel
        return self._words(f"timeline.title.{key}", step=self.step(entry))

    def about(self, entry: TimelineEntry) -> str:
        """Return what it was about: the rule, the ground, or what a talk was for."""
        if entry.kind in {"talk", "plan"}:
            return " ".join(entry.text.split())
        worked = entry.kind == case_words.ENTRY and entry.state != CaseEntryKind.OPENED
        if worked or entry.kind in {"recognition", *_WITHOUT_ABOUT}:
            return ""
        if entry.kind in {"departure", *APPEALS, case_words.ENTRY}:
            return (
                self._words("timeline.case", number=entry.case_number) if entry.case_number else ""
            )
        codes = {
            "rules": f"told_channel.{(entry.channel or Channel.PRIVATE).value}",
            "exit": f"exit_reason.{entry.state}",
        }
        if entry.kind in codes:
            return self._words(codes[entry.kind])
        rule = self.rule(entry)
        if entry.kind == "removal" and not rule:
            return self._words(f"ground.{entry.ground}")
        return rule

    def rule(self, entry: TimelineEntry) -> str:
        """Return code and title of each rule as it read that day, empty without one."""
        if not entry.rule_code:
            return ""
        cited = [(entry.rule_code, entry.rule_titles)]
        cited += [(rule.code, rule.titles) for rule in entry.more_rules]
        return " · ".join(self._titled(code, titles) for code, titles in cited)

    def _titled(self, code: str, titles: dict[str, str]) -> str:
        title = titles.get(self._words.language) or next(filter(None, titles.values()), "")
        return f"{code} {title}".strip()

    def by(self, entry: TimelineEntry) -> str:
        """Return when and by whom; of a plan, since when it is planned."""
        moment = entry.recorded_at if entry.kind == "plan" else entry.at
        when = self._dates.moment(from_text(moment), self._now)
        if entry.kind == "recognition":
            when = self._talks.day(entry.until)
        said = self._words("timeline.by", when=when, operator=entry.operator)
        return f"{said} · {entry.elsewhere}" if entry.elsewhere else said

    def when_in_full(self, entry: TimelineEntry) -> str:
        """Return the whole date with weekday, time and zone."""
        return self._dates.full(from_text(entry.at), self._now)

    def quoted(self, entry: TimelineEntry) -> str:
        """Return the message to the member, or the reason for a removal, in quotes."""
        if entry.kind in {"talk", "plan"} or not entry.text:
            return ""
        if entry.kind == "recognition":
            return entry.text
        return self._words("timeline.quote", text=entry.text)

    def lines(self, entry: TimelineEntry) -> tuple[str, ...]:
        """Return what else is to be said, one sentence each."""
        if entry.kind == case_words.ENTRY:
            return tuple(case_words.entry_lines(self._words, self._dates, self._now, entry))
        said = [self._incident(entry.incident)] if entry.incident else []
        for key, text in entry.lines:
            if entry.kind in {"talk", "plan"} and text == entry.text:
                continue  # it stands in the title's line
            shown = self._moment(text) if key in {"already_removed_at", "left_at"} else text
            shown = self._talks.day(text) if key in _DAYS else shown
            shown = self._words(f"{key}.{text}") if key == "exit_reason" else shown
            line = "plan_line" if entry.kind == "plan" else "line"
            said.append(self._words(f"timeline.{line}.{key}", text=shown))
        counted = entry.kind == "warning" and entry.until and entry.state not in _OPEN_STATES
        if counted and not entry.reversed_at:
            never = entry.position == 0
            key = "timeline.no_count_notice" if entry.last_notice else "timeline.no_count"
            said.append(self._words(key) if never else self._counting(entry))
        if entry.kind == "warning" and entry.state == WarningState.ACKNOWLEDGED:
            day = self._day(from_text(entry.state_at).astimezone(self._now.tzinfo).date())
            said.append(self._words("timeline.acknowledged", date=day))
        if entry.reply:
            said.append(self._words("timeline.answer", text=entry.reply))
        if entry.follow_up is not None:
            said.append(self._talks.follow_up(entry.follow_up))
        if entry.kind == "removal":
            said += self._removal(entry)
        if entry.kind in APPEALS:
            said += self._appeal(entry)
        return tuple(said)

    def lifted(self, entry: TimelineEntry) -> str:
        """Return who lifted, pardoned or declined it and why, empty where nobody did."""
        if not entry.reversed_at:
            return ""
        own = {"departure": "corrected", "plan": "called_off", "recognition": "taken_back"}
        key = own.get(entry.kind) or (entry.reversal or ReversalKind.LIFTED).value
        return self._words(
            f"timeline.{key}",
            date=self._moment(entry.reversed_at),
            operator=entry.reversed_by,
            reason=entry.reversal_reason,
        )

    def _counts(self, entry: TimelineEntry) -> bool:
        return from_text(entry.until) > self._now

    def _counting(self, entry: TimelineEntry) -> str:
        until = from_text(entry.until)
        day = self._day(until.astimezone(self._now.tzinfo).date())
        key = "counts_until" if self._counts(entry) else "counted_until"
        return self._words(f"timeline.{key}", date=day)

    def _incident(self, incident: Incident) -> str:
        if incident.happened_assumed or not incident.happened_at:
            return self._words("timeline.incident.quoted", text=incident.quoted_text)
        key = "dated_quoted" if incident.quoted_text else "dated"
        when = self._moment(incident.happened_at)
        return self._words(f"timeline.incident.{key}", date=when, text=incident.quoted_text)

    def _removal(self, entry: TimelineEntry) -> list[str]:
        said = []
        if entry.state == RemovalState.WAITING:
            said.append(self._words("timeline.waiting"))
        if entry.approval is not None:
            by, at, note = entry.approval
            key = "timeline.approved_note" if note else "timeline.approved"
            said.append(self._words(key, operator=by, date=self._moment(at), note=note))
        if entry.term:
            said.append(self._term(entry))
        if entry.first_term is not None:
            first = self._dated("term_decided", entry.first_term.value, entry.first_until)
            said.append(first)
        if entry.steps and not entry.reversed_at:
            said += self._steps(entry)
        return said

    def _term(self, entry: TimelineEntry) -> str:
        """Return for how long the member is removed; what never took effect removed nobody."""
        if entry.state in _ASKED:
            return self._dated("term_asked", entry.term, entry.until)
        if entry.state != RemovalState.HOLDING:
            return self._dated("term_decided", entry.term, entry.until)
        if entry.until:
            return self._words("timeline.until", date=self._date(entry.until))
        return self._words(f"term.{entry.term}")

    def _dated(self, area: str, term: str, until: str) -> str:
        day = self._date(until) if until else ""
        return self._words(f"timeline.{area}.{term}", date=day)

    def _steps(self, entry: TimelineEntry) -> list[str]:
        done = entry.steps_done - entry.steps_not_needed
        key = "timeline.carried_out" if entry.steps_done == entry.steps else "timeline.steps"
        line = self._words(key, done=done, of=entry.steps)
        if entry.steps_not_needed:
            line += self._words("timeline.steps_not_needed", count=entry.steps_not_needed)
        if entry.tried is None:
            return [line]
        tried = self._words(
            "timeline.tried",
            step=self._words(f"step_title.{entry.tried.code}"),
            date=self._moment(entry.tried.at),
            operator=entry.tried.operator,
            why=entry.tried.why,
        )
        return [line, tried]

    def _appeal(self, entry: TimelineEntry) -> list[str]:
        if entry.kind == "appeal_decision":
            day = self._day(date.fromisoformat(entry.until)) if entry.until else ""
            shorter = "timeline.appeal_until" if entry.until else f"term.{entry.term}"
            return [self._words(shorter, date=day)] if entry.term else []
        if entry.state != "open":
            return []
        due = date.fromisoformat(entry.until)
        late = due < self._now.date()
        key = "timeline.appeal_no_answer" if late else "timeline.appeal_answer_by"
        return [self._words(key, date=self._day(due))]

    def _moment(self, text: str) -> str:
        return self._dates.moment(from_text(text), self._now)

    def _date(self, text: str) -> str:
        return self._day(date.fromisoformat(text))

    def _day(self, day: date) -> str:
        return self._dates.day(day, self._now.date())
