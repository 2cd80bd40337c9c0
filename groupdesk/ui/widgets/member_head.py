# SPDX-License-Identifier: MIT
"""The head of the members page: a group with its room and rules, or all of them together."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.group_size import Room
from groupdesk.domain.records import GroupRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.page_head import PageHead


class MemberHead(PageHead):
    """Says whose members are listed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a group."""
        super().__init__(parent=parent)
        self._context = context

    def show_groups(self, groups: Sequence[GroupRecord]) -> None:
        """Say that all of them are listed, or that there is none yet."""
        self.set_notice("", "muted")
        if not groups:
            self.set_texts(self.tr("Members"))
            return
        there = self.tr("%n member(s)", "", sum(group.members for group in groups))
        number = self.tr("%n group(s)", "", len(groups))
        self.set_texts(self.tr("All groups"), f"{number} · {there}")

    def show_group(self, group: GroupRecord) -> None:
        """Say which group it is, how full, and since when its rules hold."""
        words, dates = self._context.translations.words, self._context.dates
        members = self.tr("%n member(s)", "", group.members)
        if group.size_limit:
            members = self.tr("{0} of %n member(s)", "", group.size_limit).format(group.members)
        rules = self.tr("no rules published yet")
        if group.rules_version:
            now, published = self._context.desk.clock(), from_text(group.rules_published_at)
            day = dates.day(published.astimezone(now.tzinfo).date(), now.date())
            rules = self.tr("rules v{0} published {1}").format(group.rules_version, day)
        platform = words(f"platform.{group.platform.value}")
        self.set_texts(group.name, f"{platform} · {members} · {rules}")
        self._show_room(group)

    def _show_room(self, group: GroupRecord) -> None:
        if group.room is Room.PLENTY:
            self.set_notice("", "muted")
            return
        from groupdesk.ui.group_words import room_text, room_tone  # noqa: PLC0415  # seldom full

        self.set_notice(room_text(self._context.translations.words, group), room_tone(group))
