# SPDX-License-Identifier: MIT
"""Says in words where a request to come back stands, what is known, and what its letters name."""

from collections.abc import Iterable
from datetime import date

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Language
from groupdesk.domain.leaving_enums import RejoinEntryKind, RejoinState
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.rejoin_records import (
    EarlierAppeal,
    EarlierRejoin,
    EarlierRemoval,
    EarlierStay,
    RejoinEntryRecord,
    RejoinKnown,
    RejoinRow,
    TrialFacts,
)
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.ui.context import UiContext
from groupdesk.ui.dates import Dates
from groupdesk.ui.spoken_days import SpokenDays
from groupdesk.ui.standing_words import step_name
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.words import Words

_TONES: dict[RejoinState, ToneName] = {
    RejoinState.OPEN: "accent",
    RejoinState.LATER: "muted",
    RejoinState.APPROVED: "accent",
    RejoinState.DECLINED: "muted",
    RejoinState.WITHDRAWN: "muted",
    RejoinState.ON_TRIAL: "accent",
    RejoinState.BACK: "ok",
    RejoinState.TRIAL_ENDED: "warning",
    RejoinState.GONE: "muted",
}


class RejoinWords(SpokenDays):
    """The words of one language at one moment."""

    def state(self, row: RejoinRow) -> tuple[str, ToneName]:
        """Return where a request stands, and its tone; red for what is late."""
        late = self.days_late(row)
        if late > 0:
            key = "trial" if row.state is RejoinState.ON_TRIAL else "answer"
            return self._words(f"rejoin_late.{key}", days=late), "danger"
        return self._words(f"rejoin_state.{row.state.value}"), _TONES[row.state]

    def days_late(self, row: RejoinRow) -> int:
        """Return how many days ago something was to be done; below 1: not yet, or nothing."""
        due = self._due(row)
        return (self._now.date() - date.fromisoformat(due)).days if due else 0

    def next_day(self, row: RejoinRow) -> str:
        """Return the day that comes next for a line of the list, as it is said."""
        return self.day(self._due(row)) or "–"

    def next(self, row: RejoinRow) -> str:
        """Return what is to be done next about a request, in one sentence."""
        if row.archived:
            return self._words("rejoin_next.archived")
        day, key = self.day(self._due(row)), row.state.value
        if row.state is RejoinState.LATER and self.days_late(row) >= 0:
            key = "later_over"
        return self._words(f"rejoin_next.{key}", date=day, name=row.name, group=row.group_name)

    def entry(self, entry: RejoinEntryRecord) -> str:
        """Return what an entry of the history is, with the day that belongs to it."""
        said = [self._words(f"rejoin_entry_kind.{entry.kind.value}")]
        if entry.kind is RejoinEntryKind.LATER:
            said.append(self._words("timeline.line.rejoin_after", text=self.day(entry.until)))
        elif entry.until:
            said.append(self._words("timeline.line.rejoin_trial", text=self.day(entry.until)))
        if entry.trial_days:
            said.append(self._words("rejoin_trial.of", days=entry.trial_days))
        if entry.snapshot_id:
            said.append(self._words("rejoin_trial.by_list"))
        if not entry.holds:
            said.append(self._words("exit_told.taken_back"))
        return " · ".join(said)

    def resting(self, items: Iterable[TodoRecord]) -> str:
        """Return what of somebody's leaving is not asked about any more, and where it stays."""
        told = {item.kind: item.of - item.done for item in items}
        things = [self._words(f"rejoin_rests.{kind}", count=left) for kind, left in told.items()]
        return self._words(
            "rejoin_rests.told", things=self._words("rejoin_rests.comma").join(things)
        )

    # ---- what is known

    def stay(self, one: EarlierStay) -> str:
        """Return a stay: since when, until when, how it ended."""
        began, ended = self.day_of(one.joined_at), self.day_of(one.ended_at)
        span = f"{began or '…'} – {ended}" if ended else began
        how = self._words(f"departure_how.{one.how}") if one.how else ""
        return " · ".join(filter(None, (span, how)))

    def removal(self, one: EarlierRemoval) -> str:
        """Return a removal: when, why, what became of it, where it was elsewhere."""
        parts = (
            self.day_of(one.decided_at),
            self._words(f"ground.{one.ground.value}"),
            self._words(f"removal_state.{one.state.value}"),
            self._words("timeline.until", date=self.day(one.until)) if one.until else "",
            self._words("timeline.case", number=one.case_number),
            one.group_name,
        )
        return " · ".join(filter(None, parts))

    def appeal(self, one: EarlierAppeal) -> str:
        """Return an objection: when, and how it ended."""
        state = self._words(f"appeal_state.{one.state.value}")
        case = self._words("timeline.case", number=one.case_number)
        return f"{self.day_of(one.received_at)} · {state} · {case}"

    def rejoin(self, one: EarlierRejoin) -> str:
        """Return an earlier request to come back: when, and what became of it."""
        state = self._words(f"rejoin_state.{one.state.value}")
        return " · ".join(filter(None, (self.day_of(one.asked_at), state, one.text)))

    def standing(self, known: RejoinKnown) -> str:
        """Return where they stand in the group, and what still counts until when."""
        step = step_name(self._words, known.ladder, known.standing)
        until = self.day_of(known.breaches_until)
        if not until:
            return step
        return f"{step} · {self._words('timeline.counts_until', date=until)}"

    def trial(self, facts: TrialFacts) -> tuple[str, ...]:
        """Return what happened since somebody came back, one line each."""
        words = self._words
        wrote = (
            words("rejoin_trial.messages_unknown")
            if facts.messages is None
            else words("rejoin_trial.messages", count=facts.messages)
        )
        active = self.day_of(facts.last_active)
        return tuple(
            filter(
                None,
                (
                    words("rejoin_trial.since", date=self.day_of(facts.since)),
                    wrote,
                    words("rejoin_trial.active", date=active) if active else "",
                    words("rejoin_trial.warnings", count=facts.warnings)
                    if facts.warnings
                    else words("rejoin_trial.no_warnings"),
                    words("rejoin_trial.talks", count=facts.talks) if facts.talks else "",
                    *(words("rejoin_trial.case", number=number) for number in facts.open_cases),
                ),
            )
        )

    def _due(self, row: RejoinRow) -> str:
        if row.state is RejoinState.OPEN:
            return row.answer_by
        waits = row.state in {RejoinState.LATER, RejoinState.ON_TRIAL}
        return row.until if waits else ""


def spoken(context: UiContext) -> RejoinWords:
    """Return the words about coming back, of this moment."""
    return RejoinWords(context.translations.words, context.dates, context.desk.clock())


_VARIANTS: dict[RejoinEntryKind, TemplateVariant] = {
    RejoinEntryKind.LATER: TemplateVariant.NOT_YET,
    RejoinEntryKind.DECLINED: TemplateVariant.DECLINED,
    RejoinEntryKind.TRIAL_PASSED: TemplateVariant.PASSED,
    RejoinEntryKind.TRIAL_LONGER: TemplateVariant.LONGER,
    RejoinEntryKind.TRIAL_ENDED: TemplateVariant.ENDED,
}


def variant_of(kind: RejoinEntryKind, trial_days: int = 0) -> TemplateVariant:
    """Return which letter gives an answer, or says how a trial went."""
    if kind in _VARIANTS:
        return _VARIANTS[kind]
    return TemplateVariant.TRIAL if trial_days else TemplateVariant.WELCOME


def letter_values(
    name: str,
    group: GroupRecord,
    manager: str,
    language: Language,
    *,
    reason: str,
    until: str,
    trial_days: int,
) -> dict[str, str]:
    """Return the values of a letter about coming back, in its language; `until` is a local day."""
    day = Dates(language.value).full_day(date.fromisoformat(until)) if until else ""
    length = Words(language)("rejoin_trial.length", days=trial_days) if trial_days else ""
    return {
        "member_name": name,
        "group_name": group.name,
        "manager_name": manager,
        "helper_contact": group.owner_name if group.owner_name != manager else "",
        "reason": reason.strip(),
        "until_date": day,
        "trial_days": length,
    }
