# SPDX-License-Identifier: MIT
"""What Today says of a planned talk or a follow-up, and what can be done with it there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.clock import from_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.talk_acts import TalkActs

Buttons = list[tuple[str, Callable[[], object]]]


class TalkTodo(QObject):
    """Words and buttons of the lines "plan", "follow_up" and "try_again"."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(parent)
        self._context = context
        self._acts = TalkActs(context, parent)

    def words(self, item: TodoRecord) -> tuple[str, str]:
        """Return the title, and what stands below it."""
        dates, now = self._context.dates, self._context.desk.clock()
        since = dates.moment(from_text(item.since), now)
        about = " ".join(item.about.split())
        if item.kind == "plan":
            title = self.tr("Talk with {0}")
            if item.due_time:
                title = self.tr("Talk with {0} at {1}")
            below = self.tr("Planned {0} · {1}").format(since, item.group_name)
            title = title.format(item.member_name, item.due_time)
        elif item.kind == "try_again":
            title = self.tr("Ask {0} for a talk again").format(item.member_name)
            below = self.tr("Offered in vain, noted {0} · {1}").format(since, item.group_name)
        else:
            title = self.tr("Follow up the talk with {0}").format(item.member_name)
            below = self.tr("Talked {0} · {1}").format(since, item.group_name)
            about = self.tr("Agreed: {0}").format(about) if about else ""
        return title, f"{below}\n{_short(about)}" if about else below

    def buttons(self, item: TodoRecord) -> Buttons:
        """Return what can be done, the likely one first."""
        if item.kind == "plan":
            return [
                (self.tr("Open talk…"), partial(self._acts.hold, item.id)),
                (self.tr("Another day…"), partial(self._acts.move_plan, item.id)),
                (self.tr("Call off…"), partial(self._acts.call_off, item.id)),
            ]
        return [
            (self.tr("Result…"), partial(self._acts.follow_up, item.id)),
            (self.tr("Another day…"), partial(self._acts.move_follow_up, item.id)),
        ]


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:89].rstrip()}…"
