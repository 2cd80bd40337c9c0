# SPDX-License-Identifier: MIT
"""The steps by which a person carries a removal out on the platform.

Each code has words for the platforms that name their own way, and for all others
(`platform_step.<platform>.<code>`); GroupDesk never does the steps itself.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final

from groupdesk.domain.enums import Ground, Platform, Term
from groupdesk.domain.removal_states import TermChange

PREPARE: Final = "prepare"
FIND_MEMBER: Final = "find_member"
REMOVE: Final = "remove"
CHECK_GONE: Final = "check_gone"
CLOSE_WAYS_BACK: Final = "close_ways_back"
OTHER_LISTS: Final = "other_lists"
SEND_NOTICE: Final = "send_notice"
OPEN_WAYS_BACK: Final = "open_ways_back"
"""For whom an appeal lets come back at once, after the ways back were closed."""

STEPS: Final = (
    PREPARE,
    FIND_MEMBER,
    REMOVE,
    CHECK_GONE,
    CLOSE_WAYS_BACK,
    OTHER_LISTS,
    SEND_NOTICE,
    OPEN_WAYS_BACK,
)
"""All there are, in the order in which they are done."""
TAKE_BACK_SECONDS: Final = 60
"""How long whoever ticked a step may take the tick back without saying why."""

_OF_A_CHAT = frozenset({Ground.BREACH, Ground.COMPROMISED})
_IN_THE_GROUP = frozenset({PREPARE, FIND_MEMBER, REMOVE, CHECK_GONE})
_KEEPS_OUT = frozenset({Term.UNTIL, Term.FOR_GOOD})
_OF_TERMS = {CLOSE_WAYS_BACK: _KEEPS_OUT, OTHER_LISTS: frozenset({Term.FOR_GOOD})}
_WITHOUT_OWN_WORDS = frozenset(
    {
        *(Platform.MATRIX, Platform.ZULIP, Platform.MATTERMOST, Platform.DISCOURSE),
        Platform.GOOGLE_GROUPS,
    }
)
# Where removing somebody who must not come back is done in another way than letting them go.
_KEEPING_OUT_DIFFERS = frozenset(
    {Platform.WECOM, Platform.TELEGRAM, Platform.DISCORD, Platform.SLACK, Platform.QQ}
)
_OWN_PREPARING = frozenset({Platform.DISCORD, Platform.TELEGRAM})


class StepResult(StrEnum):
    """What became of a step; the values are those of the events of its task."""

    DONE = "done"
    COULD_NOT = "could_not"
    """Somebody tried; the step stays open."""
    NOT_NEEDED = "not_needed"


class StepWhy(StrEnum):
    """Why the program itself says that a step is not needed; words under `step_why.…`. Stored."""

    TERM_SHORTENED = "term_shortened"
    TERM_OVER = "term_over"
    """The last day has passed, and the member may come back."""
    LETTER_INSTEAD = "letter_instead"
    """The letter about an appeal says what holds now, the notice what held before."""


def steps_for(
    ground: Ground,
    term: Term,
    *,
    with_notice: bool,
    removed_before: bool = False,
    left: bool = False,
) -> tuple[str, ...]:
    """Return the codes of the steps in order.

    What was said in the chat is looked after where the removal is about it, and while there is
    time; ways back are closed where the member may not come back at once. Somebody who had
    `left` needs no removing, and without a notice there is none to send.
    """
    wanted = {FIND_MEMBER, REMOVE, CHECK_GONE}
    if ground in _OF_A_CHAT and not removed_before:
        wanted.add(PREPARE)
    if left:
        wanted -= _IN_THE_GROUP
    wanted |= {code for code, terms in _OF_TERMS.items() if term in terms}
    if with_notice:
        wanted.add(SEND_NOTICE)
    return tuple(code for code in STEPS if code in wanted)


def outlived(term: Term) -> frozenset[str]:
    """Return the steps that belong to longer terms only, once a removal has this one."""
    return frozenset(code for code, terms in _OF_TERMS.items() if term not in terms)


def keeps_out(platform: str, term: Term, done: Collection[str]) -> bool:
    """Say whether steps that were done under a term keep somebody from coming back by themselves.

    That is what `OPEN_WAYS_BACK` undoes: ways that were closed, or a ban of the platform.
    """
    banned = REMOVE in done and platform in _KEEPING_OUT_DIFFERS
    return term in _KEEPS_OUT and (CLOSE_WAYS_BACK in done or banned)


def term_then(decided: Term, changes: Iterable[TermChange], at: str) -> Term:
    """Return the term that held at a stored moment; of now for an empty one."""
    held = (change.term for change in changes if not at or change.at <= at)
    return (decided, *held)[-1]


def step_words(platform: str, code: str, term: Term | None = None) -> str:
    """Return the key of a step's words on the platform; many share the words of `other`.

    Several platforms remove somebody who may come back in another way than for a `term` that
    keeps them out.
    """
    own = Platform.OTHER if platform in _WITHOUT_OWN_WORDS else platform
    if code in {OTHER_LISTS, OPEN_WAYS_BACK} or (code == PREPARE and own not in _OWN_PREPARING):
        own = Platform.OTHER
    if code == REMOVE and term in _KEEPS_OUT and own in _KEEPING_OUT_DIFFERS:
        code = "remove_keep_out"
    return f"platform_step.{own}.{code}"
