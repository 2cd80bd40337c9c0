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

    STARTED = "started"
    ADDED = "added"
    """Members were put on it by hand."""
    PAUSED = "paused"
    RESUMED = "resumed"
    LOOKED_AGAIN = "looked_again"
    """After an import, say: who is new to it, who has become active, who has left."""
    FINISHED = "finished"
    NOTE = "note"


class ReviewState(StrEnum):
    """Whether a review goes on."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


class ReviewLeftOut(StrEnum):
    """Why a review does not look at a member; of several reasons the first one is told."""

    BOT = "bot"
    OWN_ACCOUNT = "own_account"
    """The operator at the desk."""
    OWNER_OR_ADMIN = "owner_or_admin"
    PROTECTED = "protected"
    TO_REMOVE = "to_remove"
    """A removal holds, or waits for approval."""
    LEAVING = "leaving"
    """They asked to leave, and that is open."""
    IN_REVIEW = "in_review"
    """Another review is at them."""
    KEY_CUSTOMER = "key_customer"
    NEW = "new"
    UNKNOWN = "unknown"
    """Nobody knows when they were last active: that is never taken for silence."""
    OUTDATED = "outdated"
    """They had been silent, but not for that long, when their group's list was read last."""
    MESSAGES_UNKNOWN = "messages_unknown"
    """Nobody knows whether they ever wrote."""


class ReviewStage(StrEnum):
    """Where a member stands in a review, and so what is to be done next."""

    TO_DECIDE = "to_decide"
    TO_SEND = "to_send"
    """A message was decided on and is not written yet."""
    PREPARED = "prepared"
    """It was written and copied; nobody has said yet that it was sent."""
    WAITING = "waiting"
    """It was sent, and the waiting days are not over."""
    NEXT_STEP = "next_step"
    """They are over: the next step may be taken."""
    TO_REMOVE = "to_remove"
    """Removal was decided on here and is not recorded yet."""
    REMOVAL = "removal"
    """A removal was recorded, or waits for approval."""
    KEPT = "kept"
    GONE = "gone"
    """They left, or an import that brought them was undone."""


class ReviewChange(StrEnum):
    """What is another now than when the member was picked out."""

    ACTIVE_AGAIN = "active_again"
    LEFT = "left"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"
    """The import that brought them was undone."""
    RETURNED = "returned"
    """They are in the group again, in a stay that is not on the list."""
    RENAMED = "renamed"
    PROTECTED = "protected"
    KEY_CUSTOMER = "key_customer"
    ROLE = "role"
    """They are an owner or admin by now."""
    LEAVING = "leaving"
    """They asked to leave."""
    GROUP_ARCHIVED = "group_archived"


class ReviewSkipped(StrEnum):
    """Why a decision about many leaves a member alone."""

    SAME = "same"
    """That was decided before, and no message or removal since calls for it anew."""
    GONE = "gone"
    REMOVAL = "removal"
    PROTECTED = "protected"
    OWNER = "owner"
    LEAVING = "leaving"
    """They asked to leave: nobody asks them whether they stay, or removes them."""
    GROUP_ARCHIVED = "group_archived"
    NOTHING = "nothing"
    """There is no decision to take back."""
    PREPARED = "prepared"
    """A message to them is written; first somebody says whether it was sent."""


class GroupNoteKind(StrEnum):
    """Why a group is there, in the words of the day on which somebody said it."""

    OPENED = "opened"
    JOINED = "joined"
    KEPT = "kept"
    """It was looked at in the clean-up and stays."""
    MUTED = "muted"
    """Its notifications are off, and why."""


class GroupConcern(StrEnum):
    """Why a group stands in the clean-up."""

    QUIET = "quiet"
    """Of all members it is known, and nothing happened for long."""
    UNKNOWN = "unknown"
    """Nothing is known of late; that is not the same as unused."""
    EMPTY = "empty"
    NO_OWNER = "no_owner"
    NO_PURPOSE = "no_purpose"
    NO_WHY = "no_why"
    """Nobody wrote down why it is there."""
