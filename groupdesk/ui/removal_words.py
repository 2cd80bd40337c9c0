# SPDX-License-Identifier: MIT
"""What is said beside a removal of somebody who was taken out of the group before."""

from datetime import timedelta

from groupdesk.domain.clock import from_text
from groupdesk.ui.context import UiContext
from groupdesk.words import length_in_words


def removed_before(context: UiContext, moment: str) -> str:
    """Return order and gap of a removal on the platform at `moment` and the decision of now.

    Empty for no moment, and for one that has not come: the field says that itself.
    """
    words = context.translations.words
    if not moment:
        return ""
    gap = context.desk.clock() - from_text(moment)
    if gap < timedelta():
        return ""
    if gap < timedelta(minutes=1):
        return words("removed_already.same")
    return words("removed_already.before", gap=length_in_words(words, gap))
