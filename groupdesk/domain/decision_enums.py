# SPDX-License-Identifier: MIT
"""The closed lists around approval, appeals, returns and evidence. Stored, so never changed."""

from enum import StrEnum


class ApprovalNeed(StrEnum):
    """Which removals of a group another operator has to approve."""

    NEVER = "never"
    FOR_GOOD = "for_good"
    ALWAYS = "always"


class AppealOutcome(StrEnum):
    """How an appeal ends."""

    KEPT = "kept"
    REDUCED = "reduced"
    LIFTED = "lifted"


class AppealEntryKind(StrEnum):
    """What is said about an appeal before it is decided."""

    QUESTION = "question"
    ANSWER = "answer"
    NOTE = "note"
    """Among operators; the member does not see it."""
    WITHDRAWN = "withdrawn"
    """The member no longer objects; the last entry."""


class NoticeState(StrEnum):
    """What became of a notice or a letter; the last record holds."""

    SENT = "sent"
    NOT_DELIVERED = "not_delivered"
    ACKNOWLEDGED = "acknowledged"
    NOT_SENT = "not_sent"
    """It was recorded as sent by mistake."""


class EvidenceKind(StrEnum):
    """What a piece of evidence is; only a picture counts as the screenshot."""

    PICTURE = "picture"
    FILE = "file"
    """Kept unopened: voice, video, a document, a forwarded chat."""


class ReversalKind(StrEnum):
    """Why an act no longer counts, or never did."""

    LIFTED = "lifted"
    """It was wrong, or an appeal was upheld."""
    PARDONED = "pardoned"
    """It was right and is let go."""
    CANCELLED = "cancelled"
    """Taken back within a minute by whoever recorded it, before anything was done."""
    DECLINED = "declined"
    """Another operator said no to what waited for approval."""
    WITHDRAWN = "withdrawn"
    """Whoever asked for approval took the request back."""


class BlockState(StrEnum):
    """What an entry of the blocklist says of a person."""

    BLOCKED = "blocked"
    LIFTED = "lifted"


class ReturnChoice(StrEnum):
    """What becomes of somebody who is back after a block or a removal."""

    LET_IN = "let_in"
    TO_REMOVE = "to_remove"
