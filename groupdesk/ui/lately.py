# SPDX-License-Identifier: MIT
"""Which pages, groups and members were in front in this session, the last one first."""

from enum import Enum

from groupdesk.ui.pages.page import Place

_MOST = 40


class Went(Enum):
    """Where somebody went."""

    PAGE = "page"
    GROUP = "group"
    MEMBER = "member"


Step = tuple[Went, str | int]
"""A kind and its page's key, or the id of a group or of a membership."""


class Lately:
    """Held in memory only: who sits down at this desk next begins without it."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._steps: list[Step] = []

    @property
    def steps(self) -> tuple[Step, ...]:
        """Where somebody was, the last first, each once."""
        return tuple(self._steps)

    def note(self, kind: Went, key: str | int) -> None:
        """Remember that this was in front just now."""
        step = (kind, key)
        if step in self._steps:
            self._steps.remove(step)
        self._steps.insert(0, step)
        del self._steps[_MOST:]

    def note_place(self, place: Place) -> None:
        """Remember the page that was in front, its group, and the member chosen there."""
        if not place.page:
            return
        if place.group_id > 0 and not place.everywhere:
            self.note(Went.GROUP, place.group_id)
        self.note(Went.PAGE, place.page)
        if place.page == "members" and place.chosen:
            self.note(Went.MEMBER, place.chosen)
