# SPDX-License-Identifier: MIT
"""What is said beside a removal of somebody who was taken out of the group before."""

from collections.abc import Iterable
from datetime import timedelta

from groupdesk.domain.clock import from_text
from groupdesk.domain.records import MemberDetail
from groupdesk.ui.context import UiContext
from groupdesk.words import length_in_words


def removed_before(context: UiContext, moment: str, details: Iterable[MemberDetail]) -> str:
    """Return order and gap of a removal on the platform at `moment` and the decision of now.

    Of members who by the records joined on a later day the last one is named: that day may be
    the one on which they were entered here, so it is no error. Empty for no moment, and for one
    that has not come: the field says that itself.
    """
    words = context.translations.words
    if not moment:
        return ""
    gap = context.desk.clock() - from_text(moment)
    if gap < timedelta():
        return ""
    if gap < timedelta(minutes=1):
        return words("removed_already.same")
    said = words("removed_already.before", gap=length_in_words(words, gap))
    now = context.desk.clock()
    last = max(details, key=lambda one: one.joined_at)
    if not last.joined_at:
        return said
    joined = from_text(last.joined_at).astimezone(now.tzinfo).date()
    if from_text(moment).astimezone(now.tzinfo).date() >= joined:
        return said
    day = context.dates.day(joined, now.date())
    return f"{said} {words('removed_already.not_joined', name=last.row.name, date=day)}"
