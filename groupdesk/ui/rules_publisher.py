# SPDX-License-Identifier: MIT
"""Publishes a draft of rules: at once the first time, else through the dialog."""

import uuid

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.services.starter_rules import starter_sets
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.publish_dialog import PublishDialog
from groupdesk.ui.dialogs.rebase_dialog import RebaseDialog
from groupdesk.ui.rules_draft import RulesDraft


class RulesPublisher(QObject):
    """Starter rules that nobody changed need no second look; all else is shown first."""

    refused = Signal(object)
    """A ValidationError of `rule_problems`."""
    busy_changed = Signal()

    def __init__(self, context: UiContext, page: QWidget) -> None:
        """Open dialogs over `page`."""
        super().__init__(page)
        self._context = context
        self._page = page
        self.busy = False

    def at_once(self, draft: RulesDraft) -> bool:
        """Say whether publishing asks for nothing more."""
        return not draft.newest and any(draft.rules == one.rules for one in starter_sets())

    def publish(self, group: GroupRecord, draft: RulesDraft) -> None:
        """Publish the draft as the next version, or ask for a look at what changed."""
        draft.ask()
        if draft.problems:
            self.refused.emit(draft.problems[0])
        elif self.at_once(draft):
            draft.settle(lambda: self._publish_now(group, draft))
        else:
            draft.settle(lambda: self._open(group, draft))

    def rebase(self, group: GroupRecord, draft: RulesDraft) -> None:
        """Show what somebody else published and put the draft on top of it."""
        draft.refresh()
        if not draft.overtaken:
            return
        dialog = RebaseDialog(self._context, group.name, draft, self._page)
        dialog.chosen.connect(draft.rebase)
        dialog.open()

    def _publish_now(self, group: GroupRecord, draft: RulesDraft) -> None:
        operation, rules = uuid.uuid4(), self._context.desk.rules
        self._set_busy(busy=True)

        def done(receipt: Receipt) -> None:
            self._set_busy(busy=False)
            self._on_published(group, draft, receipt)

        def failed(error: Exception) -> None:
            self._set_busy(busy=False)
            draft.keep_on()
            self._context.notify(self._context.error_text(error), "danger")

        self._context.runner.run(
            self,
            lambda: rules.publish(
                operation, group.id, draft.rules, based_on=0, draft_id=draft.draft_id
            ),
            done,
            failed,
        )

    def _open(self, group: GroupRecord, draft: RulesDraft) -> None:
        dialog = PublishDialog(
            self._context,
            group,
            draft.rules,
            based_on=draft.based_on,
            draft_id=draft.draft_id,
            note=draft.note,
            parent=self._page,
        )

        def left() -> None:
            draft.set_note(dialog.note.text())

        dialog.rejected.connect(left)
        dialog.refused.connect(self.refused)
        dialog.rebase_asked.connect(lambda: self.rebase(group, draft))
        dialog.published.connect(lambda receipt: self._on_published(group, draft, receipt))
        dialog.open()

    def _on_published(self, group: GroupRecord, draft: RulesDraft, receipt: Receipt) -> None:
        draft.refresh(again=True)
        self._context.done(receipt)
        self._context.notify(
            self.tr(
                "Version {0} of the rules is published. GroupDesk tells nobody: post the rules in"
                " the group yourself."
            ).format(draft.newest),
            action_text=self._context.acts.action("rules.announce").text(),
            action=lambda: self._announce(group),
        )

    def _announce(self, group: GroupRecord) -> None:
        from groupdesk.ui.dialogs.announce_dialog import AnnounceDialog  # noqa: PLC0415  # seldom

        AnnounceDialog(self._context, group, self._page.window()).open()

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
