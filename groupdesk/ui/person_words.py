# SPDX-License-Identifier: MIT
"""Says in words what is known of a person: by what, since when, and what is held against them."""

from datetime import datetime

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import MembershipState
from groupdesk.domain.person_records import (
    BlockRecord,
    Concern,
    DuplicatePair,
    JoinFinding,
    Match,
    PersonAccount,
    PersonStay,
    ReturnAlert,
)
from groupdesk.ui.context import UiContext
from groupdesk.ui.standing_words import step_name, tone_of
from groupdesk.ui.theme_tokens import ToneName

_TONES: dict[Concern, ToneName] = {
    Concern.BLOCKED: "danger",
    Concern.REMOVED: "danger",
    Concern.REMOVED_ELSEWHERE: "warning",
    Concern.REMOVAL_LIFTED: "warning",
    Concern.REMOVAL_OVER: "warning",
    Concern.LEFT: "accent",
    Concern.IN_GROUP: "warning",
    Concern.KNOWN: "muted",
}


class PersonWords:
    """The words of one window, in its language."""

    def __init__(self, context: UiContext) -> None:
        """Speak as `context` does."""
        self._words = context.translations.words
        self._dates = context.dates
        self._now: datetime = context.desk.clock()

    def alert(self, alert: ReturnAlert) -> str:
        """Return who it is, why they are named, and by what they are known again."""
        return self._words(
            f"returned.{alert.concern.value}",
            reason=alert.reason,
            date=self.day(alert.at),
            match=self._match(alert.match, alert.earlier_name),
        )

    def finding(self, finding: JoinFinding) -> tuple[str, str, ToneName]:
        """Return what was found, more about it, and its tone."""
        day = self.day(finding.at) if finding.at else ""
        title = self._words(f"concern.{finding.concern.value}", group=finding.group_name, date=day)
        parts = [self._match(finding.match, finding.name)]
        if day and finding.concern is not Concern.REMOVAL_LIFTED:  # its title names the day
            parts.append(day)
        if finding.times > 1:
            parts.append(self._words("concern_more.left_times", count=finding.times))
        if finding.exit_reason is not None:
            parts.append(self._words(f"exit_reason.{finding.exit_reason.value}"))
        if finding.reason:
            parts.append(finding.reason)
        return title, " · ".join(parts), _TONES[finding.concern]

    def why(self, pair: DuplicatePair) -> tuple[str, ...]:
        """Return why two entries may be one, the surest first."""
        return tuple(self._words(f"likeness.{why.value}", said=said) for why, said in pair.why)

    def account(self, account: PersonAccount) -> str:
        """Return an account: platform, username, id."""
        platform = self._words(f"platform.{account.platform.value}")
        said = dict.fromkeys(filter(None, (account.handle, account.external_id)))
        return f"{platform} {' · '.join(said)}".strip()

    def standing(self, stay: PersonStay) -> tuple[str, ToneName]:
        """Return the pill of a stay: how it ended, or where the person stands."""
        if stay.state is not MembershipState.ACTIVE:
            return self._words(f"membership_state.{stay.state.value}"), "muted"
        return (
            step_name(self._words, stay.ladder, stay.standing),
            tone_of(stay.ladder, stay.standing),
        )

    def block(self, block: BlockRecord) -> str:
        """Return one line of the blocklist: when, by whom, why."""
        return self._words(
            "person_line.block",
            state=self._words(f"block_state.{block.state.value}"),
            reason=block.reason,
            day=self.day(block.at),
            operator=block.operator,
        )

    def day(self, text: str) -> str:
        """Return a stored moment as a day."""
        moment = from_text(text).astimezone(self._now.tzinfo)
        return self._dates.day(moment.date(), self._now.date())

    def _match(self, match: Match, name: str) -> str:
        return self._words("known_by", name=name, match=self._words(f"match.{match.value}"))
