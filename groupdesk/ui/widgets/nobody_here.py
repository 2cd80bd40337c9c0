# SPDX-License-Identifier: MIT
"""What stands in place of a list of members that has no rows, and what to do about it."""

from typing import Literal

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.ui.widgets.empty_state import EmptyState

Why = Literal["no_group", "nobody_fits", "only_former", "all_left", "nobody_yet"]


class NobodyHere(EmptyState):
    """Says why nobody is shown; the page answers `acted` by `why`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a group."""
        super().__init__("users", parent)
        self.why: Why = "no_group"
        self._former = 0
        self.show_why(self.why)

    def show_why(self, why: Why, former: int = 0) -> None:
        """Say it, and offer the act that helps; `former` members fit where it is "only_former"."""
        self.why, self._former = why, former
        texts = {
            "no_group": (
                self.tr("No group yet"),
                self.tr("A group holds its members, its rules and what was done."),
                self.tr("New group…"),
            ),
            "nobody_fits": (
                self.tr("No matches"),
                self.tr("No member fits the search and the filter."),
                self.tr("Show all"),
            ),
            "only_former": (
                self.tr("Nobody who is in the group now fits"),
                self.tr("%n among former members", "", former),
                self.tr("Show former members"),
            ),
            "all_left": (
                self.tr("Nobody is in the group now"),
                self.tr("Those who left or were removed stay on record under “Former”."),
                self.tr("Show former members"),
            ),
            "nobody_yet": (
                self.tr("Nobody in the list yet"),
                self.tr(
                    "Import a list that your platform exports, paste names, or add one member"
                    " by name."
                ),
                self.tr("Import or paste names…"),
            ),
        }
        self.set_texts(*texts[why])

    def show_nobody_fits(self, former: int) -> None:
        """Say that a search found nobody, but maybe some `former` members."""
        self.show_why("only_former" if former else "nobody_fits", former)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_why(self.why, self._former)
        super().changeEvent(event)
