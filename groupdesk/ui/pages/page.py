# SPDX-License-Identifier: MIT
"""What the window asks of each of its pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import SubjectKind, Topic
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.ui.context import UiContext

if TYPE_CHECKING:
    from groupdesk.domain.case_records import CaseFilter

ALL_GROUPS = -1
"""In place of a group's number: the members of all groups in use."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is at work: what comes back in a window that opens anew."""

    page: str = ""
    group_id: int = 0
    everywhere: bool = False
    """Whether the list of members is that of all groups."""
    which: MemberFilter | None = None
    """Whom the list of members shows."""
    cases: "CaseFilter | None" = None
    """Which cases the list of cases shows."""
    chosen: int = 0
    """The membership, case or request in front on that page; 0 for none."""
    requests: SubjectKind | None = None
    """Which kind of requests the list of requests shows."""


class Page(QWidget):
    """A page of the window. It loads when it is shown and when what it shows has changed."""

    filter_shown = Signal(object)
    """The MemberFilter that a list of members shows now."""

    topics: frozenset[Topic] = frozenset()
    """What the page shows; it reloads when one of these changed."""
    of_group = True
    """Whether the page is about one group; else choosing a group leads to its members."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(parent)
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = context
        self.group_id = 0

    @property
    def whole(self) -> bool:
        """Whether all that was read is in its place; a long page comes piece by piece."""
        return True

    def show_group(self, group_id: int) -> None:
        """Show this group (0 when there is none yet) and load."""
        self.group_id = group_id
        self.reload()

    def reload(self) -> None:
        """Read again what the page shows, keeping selection and scroll position."""

    def show_member(self, membership_id: int) -> None:
        """Go to a member, where the page shows any."""

    def show_filter(self, which: MemberFilter) -> None:
        """Show whom a filter finds, where the page is a list of members; its group stays."""

    def show_cases(self, which: "CaseFilter") -> None:
        """Show which cases a filter finds, where the page is a list of cases."""

    def show_request(self, kind: SubjectKind, request_id: int) -> None:
        """Show a request, where the page is a list of them."""

    def show_review(self, review_id: int) -> None:
        """Show a review, where the page is a list of them."""

    def place(self) -> Place:
        """Return who or what is chosen here."""
        return Place()

    def come_back(self, place: Place) -> None:
        """Choose what was chosen at a place, and nothing where that is not to be found here."""

    def activate(self) -> None:
        """Take over the acts that this page offers; it was just brought to the front."""

    def take_focus(self) -> None:
        """Take the keyboard where the page is best begun."""

    def leave(self) -> None:
        """Another page comes to the front, or the window closes: keep drafts and settings.

        The window lets go of the page's acts.
        """
