# SPDX-License-Identifier: MIT
"""The closed lists around appeals. What is stored of them never changes."""

from enum import StrEnum


class AppealChannel(StrEnum):
    """By which way a member's objection came in. Stored."""

    PRIVATE = "private"
    GROUP = "group"
    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in_person"
    THIRD_PARTY = "third_party"
    """Somebody else passed it on."""
    OTHER = "other"


class AppealState(StrEnum):
    """Where an appeal stands. Worked out from its entries and its decision, never stored."""

    OPEN = "open"
    WITHDRAWN = "withdrawn"
    KEPT = "kept"
    REDUCED = "reduced"
    LIFTED = "lifted"


class FirstPart(StrEnum):
    """What somebody had to do with the first decision, so that another one decides now."""

    DECIDED = "decided"
    APPROVED = "approved"
    WROTE = "wrote"


class HeardBy(StrEnum):
    """How the day is known on which the window to object began."""

    NOTICE = "notice"
    MESSAGE = "message"
    NOT_DELIVERED = "not_delivered"
    """The notice did not arrive: no window runs."""
    DECISION = "decision"
    """Nothing says that the member was told: the day of the decision."""
