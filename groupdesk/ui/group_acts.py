# SPDX-License-Identifier: MIT
"""What can be done with the group in front, whichever page shows it."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.review_enums import GroupNoteKind
from groupdesk.domain.review_records import ReviewTouched
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs


class GroupActs(QObject):
    """Keeps the acts on groups in step with the group in front."""

    def __init__(
        self, context: UiContext, open_page: Callable[[], object], parent: QWidget
    ) -> None:
        """Bind the acts for good; `open_page` brings the group's page to the front."""
        super().__init__(parent)
        self._context = context
        self._widget = parent
        self._dialogs = MemberActs(context, parent)
        self._group: GroupRecord | None = None
        for act_id, handler in (
            ("group.open", open_page),
            ("group.edit", self._edit),
            ("group.lists", self._lists),
            ("group.process", self._edit_process),
            ("group.leaving", self._edit_leaving),
            ("group.note", self._note),
            ("ladder.edit", self._edit_ladder),
            ("group.archive", self._archive),
            ("group.restore", self._restore),
        ):
            context.acts.bind(act_id, handler, enabled=False, lasting=True)
        context.acts.bind("group.clean_up", self._clean_up, lasting=True)
        context.acts.bind("report.exits", self._show_exits, lasting=True)
        context.acts.bind("handover.open", self._hand_over, lasting=True)
        context.acts.bind("rejoin.record", self._ask_back, lasting=True)

    def follow(self, group: GroupRecord | None) -> None:
        """Take the group in front, anew after each change of it or of the language."""
        self._group = group
        acts, words = self._context.acts, self._context.translations.words
        archived = group is not None and group.archived_at is not None
        acts.refuse_in_group(words("refusal.archived") if archived else "")
        for act_id in (
            *("group.open", "group.edit", "group.lists", "ladder.edit"),
            *("group.process", "group.leaving"),
        ):
            acts.enable(act_id, group is not None)
        for act_id in ("group.archive", "group.note"):
            acts.enable(act_id, group is not None and not archived)
        acts.enable("group.restore", archived)

    def menu(self) -> QMenu:
        """Return the menu of the group in front."""
        archived = self._group is not None and self._group.archived_at is not None
        turn = "group.restore" if archived else "group.archive"
        menu = self._context.acts.menu(
            (
                *("group.open", "group.edit", "group.process", "group.leaving"),
                *("group.lists", "group.note"),
                *("handover.open", "", turn, "group.clean_up"),
            ),
            self._widget,
        )
        menu.setToolTipsVisible(True)
        return menu

    def _edit(self) -> None:
        if self._group is not None:
            self._dialogs.edit_group(self._group)

    def _lists(self) -> None:
        if self._group is not None:
            self._dialogs.show_lists(self._group)

    def _edit_process(self) -> None:
        from groupdesk.ui.appeal_acts import AppealActs  # noqa: PLC0415  # seldom needed

        if self._group is not None:
            AppealActs(self._context, self._widget).edit_process(self._group)

    def _edit_leaving(self) -> None:
        from groupdesk.ui.exit_acts import ExitActs  # noqa: PLC0415  # seldom needed

        if self._group is not None:
            ExitActs(self._context, self._widget).edit_way(self._group)

    def _note(self) -> None:
        from groupdesk.ui.dialogs.group_note_dialog import GroupNoteDialog  # noqa: PLC0415

        if self._group is not None:
            kind = GroupNoteKind.JOINED
            GroupNoteDialog(self._context, [self._group], kind, self._widget.window()).open()

    def _hand_over(self) -> None:
        from groupdesk.ui.handover_acts import HandoverActs  # noqa: PLC0415

        archived = self._group is not None and self._group.archived_at is not None
        HandoverActs(self._context, self._widget).begin(None if archived else self._group)

    def _ask_back(self) -> None:
        archived = self._group is not None and self._group.archived_at is not None
        group = 0 if self._group is None or archived else self._group.id
        self._dialogs.ask_back(group)

    def _clean_up(self) -> None:
        from groupdesk.ui.dialogs.clean_up_dialog import CleanUpDialog  # noqa: PLC0415

        CleanUpDialog(self._context, self._widget.window()).open()

    def _show_exits(self) -> None:
        from groupdesk.ui.dialogs.exit_statistics_dialog import (  # noqa: PLC0415
            ExitStatisticsDialog,
        )

        group = self._group.id if self._group is not None else 0
        ExitStatisticsDialog(self._context, group, self._widget.window()).open()

    def _edit_ladder(self) -> None:
        if self._group is not None:
            self._dialogs.edit_ladder(self._group)

    def _archive(self) -> None:
        if self._group is not None:
            self._dialogs.archive_group(self._group)

    def _restore(self) -> None:
        if self._group is not None:
            restore_group(self._context, self, self._group)


def restore_group(context: UiContext, owner: QObject, group: GroupRecord) -> None:
    """Take an archived group back into use, and say so or why not, on the window's banner."""
    operation, groups = uuid.uuid4(), context.desk.groups

    def done(receipt: Receipt) -> None:
        context.done(receipt)
        words = context.translations.words
        text = words("group_act.restored", name=group.name)
        waiting = sum(item.group_id == group.id for item in context.desk.todo.all())
        if waiting:
            text += words("group_act.waits_again", count=waiting)
        context.notify(text, seconds=8)

    context.runner.run(
        owner,
        lambda: groups.restore(operation, group.id),
        done,
        lambda error: context.notify(context.error_text(error), "danger"),
    )


def tell_imported(
    context: UiContext, group: GroupRecord, window: QWidget | None, text: str, snapshot_id: int
) -> None:
    """Say what a list changed; where that is about members of a review, lead to it."""
    words = context.translations.words

    def show(found: tuple[ReviewTouched, ...]) -> None:
        if not found:
            tell_let_in(context, group, window, text, seconds=0)
            return
        said = (words("review_say.touched", name=one.name, count=one.members) for one in found)
        context.notify(
            " ".join((text, *said)),
            action_text=words("review_say.open"),
            action=partial(context.go_to_review, found[0].review_id),
        )

    def fail(_error: Exception) -> None:
        tell_let_in(context, group, window, text, seconds=0)

    imports = context.desk.upkeep.review_imports
    context.runner.run(
        context.events, lambda: imports.touched(snapshot_id), show, fail, pool="files"
    )


def tell_let_in(
    context: UiContext, group: GroupRecord, window: QWidget | None, text: str, seconds: int = 6
) -> None:
    """Say who was let in, and offer to write down why where one of us is and nobody did."""
    names = context.desk.upkeep.group_notes.ours_without_why(group.id)
    if not names or context.desk.ledger.refusal:
        context.notify(text, seconds=seconds)
        return
    words = context.translations.words

    def ask() -> None:
        from groupdesk.ui.dialogs.group_note_dialog import GroupNoteDialog  # noqa: PLC0415

        GroupNoteDialog(context, [group], GroupNoteKind.JOINED, window).open()

    name = words("report.comma").join(names)
    context.notify(
        f"{text} {words('group_act.one_of_us', name=name)}",
        seconds=20,
        action_text=words("group_act.write_why"),
        action=ask,
    )
