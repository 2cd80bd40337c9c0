# SPDX-License-Identifier: MIT
"""All presenters. One for a new kind of thing to do is a line in `PRESENTERS`."""

from typing import Final

from PySide6.QtWidgets import QWidget

from groupdesk.ui.context import UiContext
from groupdesk.ui.due.appeals import AppealTodo
from groupdesk.ui.due.drafts import DraftTodo
from groupdesk.ui.due.exits import ExitTodo
from groupdesk.ui.due.handovers import HandoverTodo
from groupdesk.ui.due.lapses import LapseTodo
from groupdesk.ui.due.messages import MessageTodo
from groupdesk.ui.due.presenter import DueLook, DuePresenter
from groupdesk.ui.due.rejoins import RejoinTodo
from groupdesk.ui.due.removals import RemovalTodo
from groupdesk.ui.due.returns import ReturnTodo
from groupdesk.ui.due.reviews import ReviewTodo
from groupdesk.ui.due.talks import TalkTodo

PRESENTERS: Final[tuple[type[DuePresenter], ...]] = (
    AppealTodo,
    ReturnTodo,
    RemovalTodo,
    MessageTodo,
    TalkTodo,
    LapseTodo,
    ExitTodo,
    RejoinTodo,
    ReviewTodo,
    HandoverTodo,
    DraftTodo,
)


class Presenters:
    """Finds who speaks for a thing to do."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Make them all; their dialogs open over `parent`'s window."""
        made = [one(context, parent) for one in PRESENTERS]
        self._of = {kind: one for one in made for kind in one.LOOKS}

    def of(self, kind: str) -> DuePresenter:
        """Return the presenter of a kind. Raises KeyError for one that nobody speaks for."""
        return self._of[kind]

    def look(self, kind: str) -> DueLook:
        """Return the look of a kind."""
        return self._of[kind].LOOKS[kind]
