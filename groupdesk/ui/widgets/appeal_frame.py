# SPDX-License-Identifier: MIT
"""What the windows about an appeal share: the words about it."""

from groupdesk.ui.appeal_words import AppealWords
from groupdesk.ui.widgets.act_frame import ActFrame


class AppealFrame(ActFrame):
    """Stays open with what was written until it is recorded."""

    def spoken(self) -> AppealWords:
        """Return the words about appeals, of this moment."""
        context = self.context
        return AppealWords(context.translations.words, context.dates, context.desk.clock())
