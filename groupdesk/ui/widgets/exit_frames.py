# SPDX-License-Identifier: MIT
"""What the windows about leaving share: their words."""

from groupdesk.ui.exit_words import ExitWords, spoken
from groupdesk.ui.widgets.act_draft_frame import ActDraftFrame
from groupdesk.ui.widgets.act_frame import ActFrame


class ExitFrame(ActFrame):
    """Stays open with what was written until it is recorded."""

    def spoken(self) -> ExitWords:
        """Return the words about leaving, of this moment."""
        return spoken(self.context)


class ExitDraftFrame(ActDraftFrame):
    """Keeps what was written as a draft of the member until it is recorded."""

    def spoken(self) -> ExitWords:
        """Return the words about leaving, of this moment."""
        return spoken(self.context)
