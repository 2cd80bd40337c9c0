# SPDX-License-Identifier: MIT
"""The steps by which a person carries a removal out on the platform.

Each code has words for the platforms that name their own way, and for all others
(`platform_step.<platform>.<code>`); GroupDesk never does the steps itself.
"""

from groupdesk.domain.enums import Platform

FIND_MEMBER = "find_member"
REMOVE = "remove"
CHECK_GONE = "check_gone"
SEND_NOTICE = "send_notice"

_WITHOUT_OWN_WORDS = frozenset(
    {
        *(Platform.MATRIX, Platform.ZULIP, Platform.MATTERMOST, Platform.DISCOURSE),
        Platform.GOOGLE_GROUPS,
    }
)

STEPS = (FIND_MEMBER, REMOVE, CHECK_GONE, SEND_NOTICE)


def steps_for(*, with_notice: bool) -> tuple[str, ...]:
    """Return the codes of the steps in order; without a notice there is none to send."""
    return STEPS if with_notice else STEPS[:-1]


def step_words(platform: str, code: str) -> str:
    """Return the key of a step's words on the platform; many share the words of `other`."""
    own = Platform.OTHER if platform in _WITHOUT_OWN_WORDS else platform
    return f"platform_step.{own}.{code}"
