# SPDX-License-Identifier: MIT
"""Proposes to announce a version of the rules that nobody was told of yet."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.text import visible
from groupdesk.domain.told_records import Unannounced
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.banner import Banner

_FRESH = timedelta(days=14)


class NewRulesBanner(Banner):
    """Speaks of the newest such version of the last two weeks, until it is told or closed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start hidden; `reload` looks."""
        super().__init__(parent)
        self._context = context
        self._said: Unannounced | None = None
        self._waved_off: set[int] = set()
        self.closed.connect(self._on_closed)

    def read(self) -> tuple[Unannounced, ...]:
        """Return the versions that nobody was told of; may be called beside the window."""
        desk = self._context.desk
        return desk.announcements.unannounced(desk.clock() - _FRESH)

    def reload(self) -> None:
        """Look which version nobody was told of."""
        self.show_found(self.read())

    def show_found(self, found: Sequence[Unannounced]) -> None:
        """Speak of the newest of these versions that was not closed before."""
        desk = self._context.desk
        first = next((one for one in found if one.rulebook_id not in self._waved_off), None)
        if first == self._said and first is not None and self.text:
            return
        self._said = None
        if first is None:
            self.dismiss()
            return
        dates, now = self._context.dates, desk.clock()
        day = dates.day(from_text(first.published_at).astimezone(now.tzinfo).date(), now.date())
        self.show_message(
            self.tr(
                "Version {0} of the rules of {1} was published on {2}, and nobody is on record as"
                " told."
            ).format(first.version, visible(first.group_name), day),
            "accent",
            action_text=self.tr("Announce…"),
            action=partial(self._announce, first),
        )
        self._said = first

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._said is not None:
            self._said = None
            self.reload()

    def _on_closed(self) -> None:
        if self._said is not None:
            self._waved_off.add(self._said.rulebook_id)
            self._said = None

    def _announce(self, of: Unannounced) -> None:
        from groupdesk.ui.dialogs.announce_dialog import AnnounceDialog  # noqa: PLC0415  # seldom

        group = self._context.desk.groups.get(of.group_id)
        AnnounceDialog(self._context, group, self.window(), version=of.version).open()
