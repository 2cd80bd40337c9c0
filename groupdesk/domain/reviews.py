# SPDX-License-Identifier: MIT
"""Whom a review picks out of groups and whom it leaves out; in which steps it goes, and when.

What is not known is never taken for silence. Nothing here reads a clock.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.enums import Ground, MemberRole
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.review_enums import ReviewChoice, ReviewCriterion, ReviewLeftOut

MAX_DAYS: Final = 3_650
MAX_WAIT: Final = 365
MAX_AHEAD: Final = 365
"""So many days from now the messages may begin at most."""
MAX_PER_DAY: Final = 10_000
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class ReviewCriteria:
    """Whom a review picks out; a member who fits one criterion is picked.

    `newer_days` leaves out who joined within so many days, 0 nobody.
    """

    pick: frozenset[ReviewCriterion] = frozenset({ReviewCriterion.INACTIVE})
    inactive_days: int = 90
    newer_days: int = 30
    key_customers: bool = False
    """Whether key customers are looked at like others."""

    def checked(self) -> "ReviewCriteria":
        """Return these. Raises ValidationError for none, or days out of range."""
        if not self.pick:
            raise ValidationError("pick", "review_no_criterion")
        for name, days, least in (
            ("inactive_days", self.inactive_days, 1),
            ("newer_days", self.newer_days, 0),
        ):
            if not least <= days <= MAX_DAYS:
                raise ValidationError(name, "days_out_of_range", least=least, most=MAX_DAYS)
        return self

    def to_json(self) -> dict[str, object]:
        """Return what is stored of them."""
        return {
            "pick": sorted(one.value for one in self.pick),
            "inactive_days": self.inactive_days,
            "newer_days": self.newer_days,
            "key_customers": self.key_customers,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, object]) -> "ReviewCriteria":
        """Return stored ones. Raises ValueError, KeyError, TypeError or ValidationError."""
        pick = value["pick"]
        if not isinstance(pick, list):
            raise TypeError("no criteria")
        return cls(
            frozenset(ReviewCriterion(one) for one in pick),
            _number(value["inactive_days"]),
            _number(value["newer_days"]),
            bool(value["key_customers"]),
        ).checked()


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """What follows what: remind, last notice, remove. Days are waited from the day of sending."""

    remind: bool = True
    remind_wait: int = 14
    last_notice: bool = True
    notice_wait: int = 7
    per_day: int = 40
    """How many messages are put on one working day."""

    def checked(self) -> "ReviewPlan":
        """Return this. Raises ValidationError for days or a number out of range."""
        for name, value, least, most in (
            ("remind_wait", self.remind_wait, 0, MAX_WAIT),
            ("notice_wait", self.notice_wait, 0, MAX_WAIT),
            ("per_day", self.per_day, 1, MAX_PER_DAY),
        ):
            if not least <= value <= most:
                raise ValidationError(name, "days_out_of_range", least=least, most=most)
        return self

    @property
    def steps(self) -> tuple[ReviewChoice, ...]:
        """The steps in their order; removal is always the last."""
        wanted = (
            (ReviewChoice.REMIND, self.remind),
            (ReviewChoice.LAST_NOTICE, self.last_notice),
            (ReviewChoice.REMOVE, True),
        )
        return tuple(choice for choice, there in wanted if there)

    def wait(self, choice: ReviewChoice) -> int:
        """Return for how many days one waits after a message of this kind was sent."""
        return {
            ReviewChoice.REMIND: self.remind_wait,
            ReviewChoice.LAST_NOTICE: self.notice_wait,
        }.get(choice, 0)

    def next_after(self, choice: ReviewChoice | None) -> ReviewChoice:
        """Return the step after what was sent last, the first one after nothing."""
        order = (ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE, ReviewChoice.REMOVE)
        place = order.index(choice) if choice in order[:2] else -1
        return next(step for step in self.steps if order.index(step) > place)

    def early(self, choice: ReviewChoice, sent: ReviewChoice | None, *, over: bool) -> bool:
        """Say whether a step comes before its turn.

        `sent` is the message that was sent last, `over` whether its waiting days have passed.
        """
        order = (ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE, ReviewChoice.REMOVE)
        if choice not in order or choice is self.steps[0]:
            return False
        if sent is None:
            return True
        due = self.next_after(sent)
        after = order.index(choice) - order.index(due)
        return after > 0 or (after == 0 and not over)

    def to_json(self) -> dict[str, object]:
        """Return what is stored of it."""
        return {
            "remind": self.remind,
            "remind_wait": self.remind_wait,
            "last_notice": self.last_notice,
            "notice_wait": self.notice_wait,
            "per_day": self.per_day,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, object]) -> "ReviewPlan":
        """Return a stored one. Raises ValueError, KeyError, TypeError or ValidationError."""
        return cls(
            bool(value["remind"]),
            _number(value["remind_wait"]),
            bool(value["last_notice"]),
            _number(value["notice_wait"]),
            _number(value["per_day"]),
        ).checked()


class Candidate(NamedTuple):
    """A member of today as the records know them; moments are stored texts, "" is unknown.

    Marks are those of the person over all linked entries.
    """

    id: int
    group_id: int
    last_active: str
    messages: int | None
    joined_at: str
    known_since: str
    """When the records first knew of the person: they joined then or before."""
    role: str
    bot: bool
    own: bool
    protected: bool
    key_customer: bool
    leaving: bool
    to_remove: bool
    in_review: bool
    known_to: str = ""
    """Until when the group's activity is known; empty where it is kept up by hand."""


class Picked(NamedTuple):
    """A member who was picked out, with all criteria that they fit."""

    id: int
    why: tuple[ReviewCriterion, ...]


@dataclass(frozen=True, slots=True)
class Picking:
    """What a look at groups gave; each member is picked, left out or fits no criterion."""

    picked: tuple[Picked, ...]
    left_out: Mapping[ReviewLeftOut, int] = field(hash=False)
    looked_at: int = 0
    reasons: Mapping[int, ReviewLeftOut] = field(default_factory=dict, hash=False)
    """Why each one who was left out was, by the id of the stay."""

    @property
    def fits_none(self) -> int:
        """How many were looked at and fit no criterion."""
        return self.looked_at - len(self.picked) - sum(self.left_out.values())


def pick(
    candidates: Sequence[Candidate],
    criteria: ReviewCriteria,
    limits: Mapping[int, int | None],
    now: datetime,
    by_hand: frozenset[int] = frozenset(),
) -> Picking:
    """Pick out of the members of groups who fits the criteria.

    `limits` has the size limit of each group by its id. Over a limit the longest silent are
    picked, as many as are beyond it, and never one of whom nobody knows how long they have been
    silent. `by_hand` are those whom somebody marked as off purpose: of them activity and joining
    ask nothing, all else holds for them too.
    """
    silence = _Silence(criteria.inactive_days, now)
    judged, unsure, reasons = _to_judge(candidates, criteria, now, by_hand)
    over = _over_size(candidates, judged, limits, unsure) if _OVER in criteria.pick else {}
    picked = []
    for one in judged:
        why = _fits(one, criteria, silence) if one.id not in unsure else []
        if one.id in over.get(one.group_id, ()):
            why.append(_OVER)
        if one.id in by_hand:
            why.append(ReviewCriterion.OFF_PURPOSE)
        if why:
            picked.append(Picked(one.id, tuple(why)))
        elif one.id in unsure:
            reasons[one.id] = ReviewLeftOut.UNKNOWN
        elif unknown := _unknown(one, criteria, silence, exceeded=one.group_id in over):
            reasons[one.id] = unknown
    left_out = Counter(reasons.values())
    return Picking(tuple(picked), dict(left_out), len(candidates), reasons)


_OVER = ReviewCriterion.OVER_SIZE


class _Silence:
    """Who was silent for so many days, as far as the activity in their group is known."""

    def __init__(self, days: int, now: datetime) -> None:
        self._now, self._days = to_text(now), timedelta(days=days)
        self._by: dict[str, str] = {}

    def _since(self, known_to: str) -> str:
        if known_to not in self._by:
            self._by[known_to] = to_text(from_text(known_to) - self._days)
        return self._by[known_to]

    def holds(self, one: Candidate) -> bool:
        """Say whether they were."""
        known_to = min(one.known_to or self._now, self._now)
        return bool(one.last_active) and one.last_active <= self._since(known_to)

    def outdated(self, one: Candidate) -> bool:
        """Say whether they were silent for that long only if nothing came after the last list."""
        silent = bool(one.last_active) and one.last_active <= self._since(self._now)
        return silent and not self.holds(one)


def _to_judge(
    candidates: Sequence[Candidate],
    criteria: ReviewCriteria,
    now: datetime,
    by_hand: frozenset[int],
) -> tuple[list[Candidate], set[int], dict[int, ReviewLeftOut]]:
    """Return whom the criteria are asked of, who of these may be new, and why others are not."""
    joined_by = to_text(now - timedelta(days=criteria.newer_days)) if criteria.newer_days else ""
    reasons: dict[int, ReviewLeftOut] = {}
    judged: list[Candidate] = []
    unsure: set[int] = set()
    for one in candidates:
        reason = _untouched(one, criteria)
        new = reason is None and joined_by and one.id not in by_hand and _newer(one, joined_by)
        if new is None:
            unsure.add(one.id)
        elif new:
            reason = ReviewLeftOut.NEW
        if reason is None:
            judged.append(one)
        else:
            reasons[one.id] = reason
    return judged, unsure, reasons


def _untouched(one: Candidate, criteria: ReviewCriteria) -> ReviewLeftOut | None:
    """Return why a review never looks at a member, whatever is known of their activity."""
    checks = (
        (ReviewLeftOut.BOT, one.bot),
        (ReviewLeftOut.OWN_ACCOUNT, one.own),
        (ReviewLeftOut.OWNER_OR_ADMIN, one.role != MemberRole.MEMBER.value),
        (ReviewLeftOut.PROTECTED, one.protected),
        (ReviewLeftOut.TO_REMOVE, one.to_remove),
        (ReviewLeftOut.LEAVING, one.leaving),
        (ReviewLeftOut.IN_REVIEW, one.in_review),
        (ReviewLeftOut.KEY_CUSTOMER, one.key_customer and not criteria.key_customers),
    )
    return next((reason for reason, holds in checks if holds), None)


def _newer(one: Candidate, joined_by: str) -> bool | None:
    """Say whether a member joined after a moment; None where nobody can tell.

    Who was active, or known of, by then had joined by then.
    """
    if one.joined_at:
        return one.joined_at > joined_by
    seen = [moment for moment in (one.last_active, one.known_since) if moment]
    return False if seen and min(seen) <= joined_by else None


def _fits(one: Candidate, criteria: ReviewCriteria, silence: _Silence) -> list[ReviewCriterion]:
    why = []
    if ReviewCriterion.INACTIVE in criteria.pick and silence.holds(one):
        why.append(ReviewCriterion.INACTIVE)
    if ReviewCriterion.NEVER_SPOKE in criteria.pick and one.messages == 0:
        why.append(ReviewCriterion.NEVER_SPOKE)
    return why


def _unknown(
    one: Candidate, criteria: ReviewCriteria, silence: _Silence, *, exceeded: bool
) -> ReviewLeftOut | None:
    """Return why a member fits no criterion only as far as anybody knows, None for others."""
    inactive = ReviewCriterion.INACTIVE in criteria.pick
    if (inactive or exceeded) and not one.last_active:
        return ReviewLeftOut.UNKNOWN
    if inactive and silence.outdated(one):
        return ReviewLeftOut.OUTDATED
    if ReviewCriterion.NEVER_SPOKE in criteria.pick and one.messages is None:
        return ReviewLeftOut.MESSAGES_UNKNOWN
    return None


def _over_size(
    candidates: Iterable[Candidate],
    judged: Iterable[Candidate],
    limits: Mapping[int, int | None],
    unsure: set[int],
) -> dict[int, frozenset[int]]:
    """Return the longest silent of each group beyond its limit; a group below it is not there.

    Bots are no members; who is about to go anyway makes room already.
    """
    staying = Counter(
        one.group_id for one in candidates if not (one.bot or one.to_remove or one.leaving)
    )
    beyond = {
        group: staying[group] - limit
        for group, limit in limits.items()
        if limit is not None and staying[group] > limit
    }
    silent: dict[int, list[tuple[str, int]]] = {group: [] for group in beyond}
    for one in judged:
        if one.group_id in silent and one.last_active and one.id not in unsure:
            silent[one.group_id].append((one.last_active, one.id))
    return {
        group: frozenset(ident for _, ident in sorted(found)[: beyond[group]])
        for group, found in silent.items()
    }


def working_days(
    first: date, per_day: int, taken: Mapping[date, int], *, meant: bool = False
) -> Iterator[date]:
    """Yield a day for each message, `per_day` on a day from `first` on; `taken` are there already.

    Monday to Friday: nobody here knows of holidays, or of weekends that are worked instead. A
    first day that is `meant` is taken whichever it is.
    """
    day = first
    while True:
        if day.weekday() < _SATURDAY or (meant and day == first):
            for _ in range(per_day - taken.get(day, 0)):
                yield day
        day += timedelta(days=1)


def ground_of(why: Iterable[ReviewCriterion]) -> Ground:
    """Return on which ground a member is removed who was picked by these criteria."""
    found = set(why)
    if ReviewCriterion.OFF_PURPOSE in found:
        return Ground.OFF_PURPOSE
    silent = found & {ReviewCriterion.INACTIVE, ReviewCriterion.NEVER_SPOKE}
    return Ground.INACTIVE if silent else Ground.SIZE_LIMIT


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no number")
    return value
