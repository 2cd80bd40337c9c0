# SPDX-License-Identifier: MIT
"""Messages that were copied, and such as did not arrive, on Today."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.ui.context import UiContext
from groupdesk.ui.due.presenter import Act, Buttons, DueLook, DuePresenter
from groupdesk.ui.member_acts import MemberActs


class MessageTodo(DuePresenter):
    """Asks whether messages were sent; those of a review that were written at once together."""

    LOOKS: ClassVar = {
        "confirm_sent": DueLook("send", "accent", Action.WARNING_SEND),
        "not_delivered": DueLook("circle-x", "danger", Action.WARNING_PREPARE),
    }

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(context, parent)
        self._acts = MemberActs(context, parent)

    def words(self, item: TodoRecord) -> tuple[str, str]:
        since = self.since(item)
        if item.kind == "not_delivered":
            below = self.tr("Noted {0}; it does not count · {1}").format(since, item.group_name)
            if item.draft_at:
                dates, now = self.context.dates, self.context.desk.clock()
                kept = dates.moment(from_text(item.draft_at), now)
                below = self.tr("Another one is begun, draft kept {0} · {1}")
                below = below.format(kept, item.group_name)
            return self.tr("The message to {0} did not arrive").format(item.member_name), below
        below = self.tr("Copied {0}; it counts once it is sent · {1}")
        if item.friendly:
            below = self.tr("Copied {0}; a friendly reminder that does not count · {1}")
        title = self.tr("Was the message to {0} sent?")
        if item.members > 1:
            others = self.tr("%n other(s)", "", item.members - 1)
            title = self.tr("Were the messages to {0} and {1} sent?")
            return title.format(item.member_name, others), below.format(since, item.group_name)
        return title.format(item.member_name), below.format(since, item.group_name)

    def opens(self, item: TodoRecord) -> tuple[str, Act]:
        if item.members > 1:
            return self.tr("Open the review"), partial(self.context.go_to_review, item.part_of)
        return super().opens(item)

    def buttons(self, item: TodoRecord) -> Buttons:
        if item.kind == "not_delivered":
            text = self.tr("Go on…") if item.draft_at else self.tr("Try again…")
            return [(text, partial(self._acts.try_message_again, item.membership_id, item.id))]
        if item.members > 1:
            return [(self.tr("Open"), self.opens(item)[1])]
        sent = self.tr("Recorded as sent; it counts from now on.")
        not_sent = self.tr("Recorded as not sent; it does not count.")
        if item.friendly:
            sent = self.tr("Recorded as sent; it does not count.")
        desk = self.context.desk
        return [
            (
                self.tr("Sent now"),
                partial(
                    self.run,
                    lambda op: desk.warnings.mark_sent(op, item.id, to_text(desk.clock())),
                    sent,
                ),
            ),
            (self.tr("Sent earlier…"), partial(self._ask_when, item)),
            (
                self.tr("Not sent"),
                partial(self.run, lambda op: desk.warnings.mark_not_sent(op, item.id), not_sent),
            ),
        ]

    def _ask_when(self, item: TodoRecord) -> None:
        from groupdesk.ui.dialogs.outcome_dialogs import SentEarlierDialog  # noqa: PLC0415

        title = f"{item.member_name} · {item.group_name}"
        window = self.around.window()
        SentEarlierDialog(self.context, item.id, title, item.since, window).open()
