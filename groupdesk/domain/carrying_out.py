# SPDX-License-Identifier: MIT
"""The steps by which a person carries a removal out on the platform.

Each code has words for each platform (`platform_step.<platform>.<code>`); GroupDesk never does
the steps itself.
"""

FIND_MEMBER = "find_member"
REMOVE = "remove"
CHECK_GONE = "check_gone"
SEND_NOTICE = "send_notice"

STEPS = (FIND_MEMBER, REMOVE, CHECK_GONE, SEND_NOTICE)


def steps_for(*, with_notice: bool) -> tuple[str, ...]:
    """Return the codes of the steps in order; without a notice there is none to send."""
    return STEPS if with_notice else STEPS[:-1]
