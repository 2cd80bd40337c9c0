# SPDX-License-Identifier: MIT
"""The acts that tell a group of its rules, and the line that says who knows of them."""

from PySide6.QtWidgets import QWidget

from groupdesk.domain.records import GroupRecord
from groupdesk.domain.told_records import ToldWhich
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.told_line import ToldLine


class Announcing:
    """What the rules page hands over; it says which group and which version are in front."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        """Open dialogs over `page`."""
        self._context = context
        self._page = page
        self._group: GroupRecord | None = None
        self._version = 0
        self.line = ToldLine(context, context.acts.button("rules.told", parent=page), page)

    def bind(self) -> None:
        """Take over the acts; the page was brought to the front."""
        self._context.acts.bind("rules.announce", self.announce)
        self._context.acts.bind("rules.told", self.show_told)
        self._enable()

    def show_group(self, group: GroupRecord | None, version: int) -> None:
        """Follow the page to a group and a version of its rules; 0 is the one in force."""
        self._group, self._version = group, version
        self.line.show_group(group.id if group else 0, group.rules_version if group else 0)
        self._enable()

    def announce(self) -> None:
        """Tell the group of the version in front."""
        from groupdesk.ui.dialogs.announce_dialog import AnnounceDialog  # noqa: PLC0415  # seldom

        if self._group is not None:
            AnnounceDialog(
                self._context, self._group, self._page.window(), version=self._version
            ).open()

    def show_told(self) -> None:
        """Show who was told, those first who were not."""
        from groupdesk.ui.dialogs.told_dialog import ToldDialog  # noqa: PLC0415  # as above

        if self._group is not None:
            which = ToldWhich.UNTOLD
            window = self._page.window()
            ToldDialog(
                self._context, self._group, window, version=self._version, which=which
            ).open()

    def _enable(self) -> None:
        published = self._group is not None and self._group.rules_version > 0
        for act in ("rules.announce", "rules.told"):
            self._context.acts.enable(act, published)
