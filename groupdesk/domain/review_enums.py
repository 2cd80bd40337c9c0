# SPDX-License-Identifier: MIT
"""The closed lists around reviews of groups and clean-up. Stored, so never changed."""

from enum import StrEnum


class ReviewCriterion(StrEnum):
    """Why a review picks a member out."""

    INACTIVE = "inactive"
    NEVER_SPOKE = "never_spoke"
    OFF_PURPOSE = "off_purpose"
    """Somebody marked them by hand: whether they belong cannot be worked out."""
    OVER_SIZE = "over_size"
    """The group is over its size limit; the longest silent are picked."""


class ReviewChoice(StrEnum):
    """What is decided about a member in a review; the last decision holds."""

    KEEP = "keep"
    REMIND = "remind"
    LAST_NOTICE = "last_notice"
    REMOVE = "remove"
    UNDECIDED = "undecided"
    """A decision was taken back."""


class ReviewEntryKind(StrEnum):
    """What becomes of a review."""

    PAUSED = "paused"
    RESUMED = "resumed"
    LOOKED_AGAIN = "looked_again"
    """After an import, say: who is new to it, who has become active, who has left."""
    FINISHED = "finished"
    NOTE = "note"


class GroupNoteKind(StrEnum):
    """Why a group is there, in the words of the day on which somebody said it."""

    OPENED = "opened"
    JOINED = "joined"
    KEPT = "kept"
    """It was looked at in the clean-up and stays."""
    MUTED = "muted"
    """Its notifications are off, and why."""
