# SPDX-License-Identifier: MIT
"""What each presenter of things to do answers: sign, words, where a click leads, buttons."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme_tokens import ToneName

Act = Callable[[], object]
Buttons = list[tuple[str, Act]]
_TOLD_SECONDS = 6


class DueLook(NamedTuple):
    """The sign of a kind, and which right its buttons ask for."""

    icon: str
    tone: ToneName
    needs: Action = Action.TASK_DONE


class DuePresenter(QObject):
    """Speaks for some kinds of `TodoRecord`."""

    LOOKS: ClassVar[dict[str, DueLook]] = {}
    """The kinds, each with its look."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(parent)
        self.context = context
        self.around = parent

    def words(self, item: TodoRecord) -> tuple[str, str]:
        """Return the title, and what stands below it."""
        raise NotImplementedError

    def opens(self, item: TodoRecord) -> tuple[str, Act]:
        """Return what a click on the line does, and how that is said."""
        go = partial(self.context.go_to, item.group_id, item.membership_id)
        return self.tr("Open the member"), go

    def buttons(self, _item: TodoRecord) -> Buttons:
        """Return what can be done, the likely one first."""
        return []

    def is_own(self, _item: TodoRecord) -> bool:
        """Say whether it can only ever be done by the operator at the desk."""
        return False

    # ---- for those who speak

    def since(self, item: TodoRecord) -> str:
        """Return since when it waits, in words."""
        return self.context.dates.moment(from_text(item.since), self.context.desk.clock())

    def run(self, work: Callable[[uuid.UUID], Receipt], said: str) -> None:
        """Record something at once, and say so."""
        operation = uuid.uuid4()

        def done(receipt: Receipt) -> None:
            self.context.done(receipt)
            self.context.notify(said, seconds=_TOLD_SECONDS)

        self.context.runner.run(
            self,
            lambda: work(operation),
            done,
            lambda error: self.context.notify(self.context.error_text(error), "danger"),
        )
