# SPDX-License-Identifier: MIT
"""Publishes a draft of rules: at once the first time, else through the dialog."""

import uuid

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.rulebook import validate_rules
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.publish_dialog import PublishDialog
from groupdesk.ui.rules_copy import copy_rules
from groupdesk.ui.rules_draft import RulesDraft


class RulesPublisher(QObject):
    """Starter rules that nobody changed need no second look; all else is listed first."""

    refused = Signal(object)
    """A ValidationError of `validate_rules`."""
    busy_changed = Signal()

    def __init__(self, context: UiContext, page: QWidget) -> None:
        """Open dialogs over `page`."""
        super().__init__(page)
        self._context = context
        self._page = page
        self._starters = starter_rules()
        self.busy = False

    def at_once(self, draft: RulesDraft) -> bool:
        """Say whether publishing asks for nothing more."""
        return not draft.newest and draft.rules == self._starters

    def publish(self, group: GroupRecord, draft: RulesDraft) -> None:
        """Publish the draft as the next version, or ask for a look at what changed."""
        try:
            validate_rules(draft.rules)
        except ValidationError as error:
            self.refused.emit(error)
            return
        if self.at_once(draft):
            draft.settle(lambda: self._publish_now(group, draft))
        else:
            draft.settle(lambda: self._open(group, draft))

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
            action_text=self._context.acts.action("rules.copy").text(),
            action=lambda: copy_rules(self._context, group, draft.versions[0]),
        )

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
