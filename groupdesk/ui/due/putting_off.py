# SPDX-License-Identifier: MIT
"""Puts things off, brings them back, gives them to somebody: the menus, and the way back."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.domain.putting_off import passes_last_day, usual_days
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.due.presenter import Act, Buttons
from groupdesk.ui.refusals import refuse, why_not

_UNDO_SECONDS = 12
_TOLD_SECONDS = 6


class PuttingOff(QObject):
    """What Today offers beside the acts of each thing itself."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open menus and the calendar over `parent`'s window."""
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._last: tuple[Sequence[TodoRecord], int] | None = None
        """What the last step was about, as it was before; nothing once something else was done."""
        context.events.acted.connect(self._forget)

    def menu(
        self, item: TodoRecord, acts: Sequence[tuple[str, Act]] = (), *, own: bool = False
    ) -> QMenu:
        """Return a menu of days, of colleagues unless it is `own`, below the acts of the thing."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        refused = why_not(self._context, Action.TASK_MARK)
        for text, act in acts:
            menu.addAction(visible(text)).triggered.connect(lambda _on=False, act=act: act())
        if acts:
            menu.addSeparator()
        offered: Buttons = [
            (self._day_text(key, day, item), partial(self.put_off, (item,), day, said=True))
            for key, day in usual_days(self._today()).items()
        ]
        offered.append((self.tr("&Another day…"), partial(self._ask, item)))
        if item.put_off:
            offered.append((self.tr("&Back now"), partial(self.bring_back, (item,))))
        for text, act in offered:
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, act=act: act())
            refuse(action, refused)
        if not own:
            self._add_colleagues(menu, item, refused)
        return menu

    def popup(self, menu: QMenu, place: QPoint) -> None:
        """Show a menu with its first line chosen, so that Enter takes it."""
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])

    def put_off(self, items: Sequence[TodoRecord], until: date, *, said: bool = False) -> None:
        """Let them rest until a day; `said` that this is past the last day of some of them.

        Without that, such things stay where they are, and that is told.
        """
        stay = [] if said else [item for item in items if passes_last_day(item, until)]
        rest = [item for item in items if item not in stay]
        if not rest:
            self._context.notify(
                self.tr("Nothing was put off: somebody waits for an answer to each of them."),
                "warning",
            )
            return
        when = self._context.dates.relative_day(until, self._today())
        text = self.tr("Put off: %n thing(s), back {0}.", "", len(rest)).format(when)
        if len(rest) == 1:
            text = self.tr("Put off; back {0}.").format(when)
        if stay:
            text += " " + self.tr("%n stay(s): somebody waits for an answer.", "", len(stay))
        service = self._context.desk.todo.marks
        self._run(rest, lambda op: service.put_off(op, rest, until, past_last_day=said), text)

    def bring_back(self, items: Sequence[TodoRecord]) -> None:
        """Let them stand where their own day puts them."""
        service = self._context.desk.todo.marks
        self._run(items, lambda op: service.bring_back(op, items), self.tr("Back on the list."))

    def assign(self, items: Sequence[TodoRecord], operator_id: int, name: str) -> None:
        """Give them to an operator; 0 for anybody."""
        service = self._context.desk.todo.marks
        text = self.tr("Now for {0} to do.").format(visible(name))
        if not operator_id:
            text = self.tr("Now for anybody to do.")
        elif operator_id == self._context.desk.operator.id:
            text = self.tr("Now yours to do.")
        self._run(items, lambda op: service.assign(op, items, operator_id), text)

    def take_back(self) -> None:
        """Take the last step back, where nothing else was done since."""
        if self._last:
            self._undo(*self._last)

    # ---- inside

    def _add_colleagues(self, menu: QMenu, item: TodoRecord, refused: str) -> None:
        seats = self._context.desk.case_acts.operators()
        if len(seats) < 2:  # nobody to give it to
            return
        menu.addSeparator()
        sub = menu.addMenu(self.tr("&Give to"))
        me = self._context.desk.operator.id
        for ident, name in ((0, self.tr("Anybody")), *((one.id, one.name) for one in seats)):
            shown = visible(name).replace("&", "&&")
            action = sub.addAction(self.tr("{0} (you)").format(shown) if ident == me else shown)
            action.setCheckable(True)
            action.setChecked(item.owner_id == ident)
            action.triggered.connect(partial(self._give, item, ident, name))
            refuse(action, refused)

    def _give(self, item: TodoRecord, operator_id: int, name: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 — a slot
        if operator_id != item.owner_id:
            self.assign((item,), operator_id, name)

    def _day_text(self, key: str, day: date, item: TodoRecord) -> str:
        names = {
            "tomorrow": self.tr("&Tomorrow"),
            "monday": self.tr("&Monday"),
            "week": self.tr("In a &week"),
        }
        text = f"{names[key]}  ({self._context.dates.day(day, self._today())})"
        if passes_last_day(item, day):
            last = self._context.dates.day(date.fromisoformat(item.due_on), self._today())
            text += "  " + self.tr("past the last day, {0}").format(last)
        return text

    def _ask(self, item: TodoRecord) -> None:
        from groupdesk.ui.dialogs.put_off_dialog import PutOffDialog  # noqa: PLC0415  # seldom

        dialog = PutOffDialog(self._context, item, self._parent.window())
        dialog.chosen.connect(
            lambda text: self.put_off((item,), date.fromisoformat(text), said=True)
        )
        dialog.open()

    def _run(
        self,
        items: Sequence[TodoRecord],
        work: Callable[[uuid.UUID], Receipt],
        text: str,
    ) -> None:
        operation = uuid.uuid4()

        def done(receipt: Receipt) -> None:
            self._context.done(receipt)
            self._last = items, receipt.seq
            self._context.notify(
                text,
                action_text=self.tr("Undo"),
                action=partial(self._undo, items, receipt.seq),
                seconds=_UNDO_SECONDS,
            )

        self._context.runner.run(self, lambda: work(operation), done, self._failed)

    def _undo(self, items: Sequence[TodoRecord], seq: int) -> None:
        service, operation = self._context.desk.todo.marks, uuid.uuid4()
        before = [replace(item) for item in items]

        def done(receipt: Receipt) -> None:
            self._context.done(receipt)
            self._context.notify(self.tr("Taken back."), seconds=_TOLD_SECONDS)

        self._forget()
        self._context.runner.run(
            self, lambda: service.restore(operation, before, seq), done, self._failed
        )

    def _forget(self) -> None:
        self._last = None

    def _failed(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")

    def _today(self) -> date:
        return self._context.desk.clock().date()


def tomorrow(context: UiContext) -> date:
    """Return the day after this one."""
    return context.desk.clock().date() + timedelta(days=1)
