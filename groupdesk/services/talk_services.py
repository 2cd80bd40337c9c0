# SPDX-License-Identifier: MIT
"""The part of a desk that is about talking with members: talks, what was agreed, recognition."""

from functools import cached_property
from typing import TYPE_CHECKING

from groupdesk.services.ledger import Ledger

if TYPE_CHECKING:
    from groupdesk.services.evidence import Evidences
    from groupdesk.services.follow_ups import FollowUps
    from groupdesk.services.recognition import Recognitions
    from groupdesk.services.talk_plans import TalkPlans
    from groupdesk.services.talks import Talks


class TalkServices:
    """Made when they are first asked for, as all services of a desk."""

    ledger: Ledger

    @property
    def evidence(self) -> "Evidences":
        """The screenshots, which a desk has."""
        raise NotImplementedError

    @cached_property
    def talks(self) -> "Talks":
        """Private talks."""
        from groupdesk.services.talks import Talks  # noqa: PLC0415

        return Talks(self.ledger, self.evidence)

    @cached_property
    def talk_plans(self) -> "TalkPlans":
        """Talks that are planned."""
        from groupdesk.services.talk_plans import TalkPlans  # noqa: PLC0415

        return TalkPlans(self.ledger)

    @cached_property
    def follow_ups(self) -> "FollowUps":
        """Whether what was agreed is kept."""
        from groupdesk.services.follow_ups import FollowUps  # noqa: PLC0415

        return FollowUps(self.ledger)

    @cached_property
    def recognition(self) -> "Recognitions":
        """What members did well."""
        from groupdesk.services.recognition import Recognitions  # noqa: PLC0415

        return Recognitions(self.ledger)
