# SPDX-License-Identifier: MIT
"""The closed lists around leaving, coming back and handing over. Stored, so never changed."""

from enum import StrEnum


class ExitReason(StrEnum):
    """Why a member wants to leave; what they said stands beside it in their words."""

    JOB_CHANGED = "job_changed"
    NO_LONGER_NEEDED = "no_longer_needed"
    BETTER_CHANNEL = "better_channel"
    TOO_BUSY = "too_busy"
    """Too many messages, or not about what they came for."""
    OTHER = "other"
    NOT_SAID = "not_said"


class ExitEntryKind(StrEnum):
    """What becomes of a request to leave; of the answers the last one holds."""

    APPROVED = "approved"
    ASKED_TO_STAY = "asked_to_stay"
    """Until a named replacement has taken over, and at most through a day."""
    WITHDRAWN = "withdrawn"
    """The member stays after all."""
    NOTE = "note"
    """Among operators; the member does not see it."""
    LEFT = "left"
    """They have left on the platform."""
    MISTAKEN = "mistaken"
    """It was recorded by mistake, of another member, say."""
    CORRECTED = "corrected"
    """Why they want to leave was recorded wrongly, and is put right."""


class ExitState(StrEnum):
    """Where a request to leave stands. Worked out from its entries and the stay, never stored."""

    OPEN = "open"
    APPROVED = "approved"
    STAYING = "staying"
    """They were asked to stay for now."""
    WITHDRAWN = "withdrawn"
    MISTAKEN = "mistaken"
    LEFT = "left"
    ENDED = "ended"
    """The stay ended otherwise: they were removed, or nobody said that they left by own wish."""


class ExitChip(StrEnum):
    """Which requests to leave a list shows, by what they wait for."""

    TO_ANSWER = "to_answer"
    STAYING = "staying"
    LEAVING = "leaving"
    """Agreed; they are still there."""
    AFTER = "after"
    """They left, and something is still to be done."""
    OVER = "over"


class ExitConcern(StrEnum):
    """Why a customer stands among those to tell when somebody leaves."""

    KEY = "key"
    ACCOUNT = "account"
    """The one who leaves looks after them."""
    TOLD = "told"
    """Neither any more, but something was recorded about telling them."""
    MOVED = "moved"
    """It concerned them once; somebody else looks after them by now."""


class ExitAdvice(StrEnum):
    """What to try when messages of a group still come, in the order in which one tries it."""

    LEAVE_AGAIN = "leave_again"
    RESTART = "restart"
    SUPPORT = "support"


class ExitItem(StrEnum):
    """What is to be done before and after somebody leaves, in the order in which one does it."""

    COLLEAGUES_TOLD = "colleagues_told"
    CONTACT_NAMED = "contact_named"
    CUSTOMERS_TOLD = "customers_told"
    FILES_SAVED = "files_saved"
    CONTACTS_SAVED = "contacts_saved"
    CONFIDENTIALITY = "confidentiality"
    OWNER_NAMED = "owner_named"
    """Only where the group would have no owner afterwards."""
    LEFT_PLATFORM = "left_platform"
    NOTIFICATIONS = "notifications"
    """Asked some days later whether messages of the group still come."""


class CustomerTold(StrEnum):
    """Whether a customer knows who looks after them from now on; the last record holds."""

    PREPARED = "prepared"
    """The letter was copied; nobody has said yet that it was sent."""
    TOLD = "told"
    COULD_NOT = "could_not"
    NOT_NEEDED = "not_needed"


class RejoinEntryKind(StrEnum):
    """What becomes of a request to come back; of the answers the last one holds."""

    APPROVED = "approved"
    LATER = "later"
    """Not before a day: a time to let things cool down."""
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    NOTE = "note"
    CAME_BACK = "came_back"
    TRIAL_PASSED = "trial_passed"
    TRIAL_LONGER = "trial_longer"
    TRIAL_ENDED = "trial_ended"
    """It did not work out; what follows is a decision of its own."""
    OVERRIDE_READ = "override_read"
    """Somebody who may lift decisions read why one was passed over; it decides nothing."""


class RejoinState(StrEnum):
    """Where a request to come back stands. Worked out from its entries, never stored."""

    OPEN = "open"
    LATER = "later"
    APPROVED = "approved"
    """They may come back and are not there yet."""
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ON_TRIAL = "on_trial"
    BACK = "back"
    """In the group again, without a trial or after it."""
    TRIAL_ENDED = "trial_ended"
    GONE = "gone"
    """They were in the group again and are no longer; the trial was not over."""


class RejoinChip(StrEnum):
    """Which requests to come back a list shows, by what they wait for."""

    TO_ANSWER = "to_answer"
    LATER = "later"
    COMING = "coming"
    TRIAL = "trial"
    OVER = "over"


class HandoverEntryKind(StrEnum):
    """What stands in a handover book beyond the records, and what became of it."""

    PROMISE = "promise"
    CONTACT = "contact"
    FILE = "file"
    NOTE = "note"
    STRUCK = "struck"
    """Takes one of the above back, with a reason."""
    GIVER_SIGNED = "giver_signed"
    TAKER_SIGNED = "taker_signed"
    MOVED = "moved"
    """The open items were handed over."""
    CALLED_OFF = "called_off"
