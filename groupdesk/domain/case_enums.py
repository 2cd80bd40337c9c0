# SPDX-License-Identifier: MIT
"""The closed lists around cases and what is told to members. Stored, so never changed."""

from enum import StrEnum


class CaseState(StrEnum):
    """Whether a case is being worked on."""

    OPEN = "open"
    CLOSED = "closed"


class CaseEntryKind(StrEnum):
    """How operators work on a case together."""

    NOTE = "note"
    CLAIMED = "claimed"
    RELEASED = "released"
    HANDED_OVER = "handed_over"
    RELATED = "related"
    UNRELATED = "unrelated"
    OPENED = "opened"
    """By hand; a case that opened with its first act has no such entry."""
    CORRECTED = "corrected"
    CLOSED = "closed"
    REOPENED = "reopened"
    MOVED_AWAY = "moved_away"
    """An act that stands in another case since; that one says "moved here"."""
    MOVED_HERE = "moved_here"
    MISTAKEN = "mistaken"
    """It was about the wrong person; another case goes on."""


class CaseOwner(StrEnum):
    """Whose cases a list shows."""

    MINE = "mine"
    NOBODY = "nobody"
    SOMEBODY = "somebody"


class RelatedHow(StrEnum):
    """Why two cases belong together."""

    BY_HAND = "by_hand"
    SAME_PERSON = "same_person"
    SAME_RULE = "same_rule"


class CaseOutcome(StrEnum):
    """How cases usually end; what is recorded are words."""

    REMINDED = "reminded"
    WARNED = "warned"
    TALKED = "talked"
    REMOVED = "removed"
    LEFT = "left"
    UNFOUNDED = "unfounded"
    OUR_MISTAKE = "our_mistake"


class ToldState(StrEnum):
    """What is known of a member and a version of the rules; the last record holds."""

    TOLD = "told"
    ACKNOWLEDGED = "acknowledged"
    WITHDRAWN = "withdrawn"


class NoticedHow(StrEnum):
    """How a breach came to the operator's eyes; unknown until somebody says it."""

    UNKNOWN = "unknown"
    SEEN = "seen"
    MEMBER = "member"
    OPERATOR = "operator"
    OTHER = "other"
