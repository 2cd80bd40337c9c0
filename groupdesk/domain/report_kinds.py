# SPDX-License-Identifier: MIT
"""The closed lists of the reports: what a line is about, who signs."""

from enum import StrEnum


class ActKind(StrEnum):
    """What a line of a report's timeline is about; words under `act_kind.…`."""

    CASE_OPENED = "case_opened"
    REMINDER = "reminder"
    FRIENDLY_REMINDER = "friendly_reminder"
    """One that does not count."""
    LAST_NOTICE = "last_notice"
    """That of a review, before a removal; it does not count."""
    TALK = "talk"
    TALK_OFFERED = "talk_offered"
    """One that did not take place."""
    WARNING = "warning"
    FINAL_WARNING = "final_warning"
    REMOVAL = "removal"
    REVERSAL = "reversal"
    PARDON = "pardon"
    CASE_CLOSED = "case_closed"
    CASE_REOPENED = "case_reopened"
    CASE_CORRECTED = "case_corrected"


class SignatureRole(StrEnum):
    """Who signs on a line at the end of a report; words under `signature.…`."""

    ASKED = "asked"
    """Who asked for a removal that nobody approved, or not yet."""
    DECIDED = "decided"
    APPROVED = "approved"
    APPEAL = "appeal"
    """Who decided on an appeal."""
    RECEIVED = "received"
    HANDED_OVER = "handed_over"
    TOOK_OVER = "took_over"
    PRINTED = "printed"


class PeriodUnit(StrEnum):
    """What one bar of an audit's chart stands for."""

    WEEK = "week"
    MONTH = "month"
