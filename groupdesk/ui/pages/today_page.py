# SPDX-License-Identifier: MIT
"""What a person has to do now: messages to confirm, removals to carry out, talks to follow up."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.act_records import AuditFilter, TodoRecord
from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.enums import Topic
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.section_label import SectionLabel

_ICONS = {
    "confirm_sent": ("send", "accent"),
    "carry_out": ("user-minus", "danger"),
    "follow_up": ("messages-square", "accent"),
}
_LATELY = 8


class TodayPage(Page):
    """One list, the late ones first; each line can be done from here."""

    topics = frozenset(Topic)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._acts = MemberActs(context, self)
        self._head = PageHead(parent=self)
        self._empty = EmptyState("circle-check", self)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.size("space_s"))
        inner = QWidget(self)
        inner.setProperty("surface", "clear")
        inner.setLayout(self._column)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self._list = area
        left = QVBoxLayout()
        left.setSpacing(theme.size("space_m"))
        left.addWidget(self._head)
        left.addWidget(self._list, 1)
        left.addWidget(self._empty, 1)
        side = QFrame(self)
        side.setFixedWidth(theme.size("side_width") + theme.size("space_xl"))
        self._side = side
        self._lately = QVBoxLayout(side)
        self._lately.setSpacing(theme.size("space_s"))
        row = QHBoxLayout(self)
        edge = theme.size("space_l")
        row.setContentsMargins(edge, edge, edge, 0)
        row.setSpacing(edge)
        row.addLayout(left, 1)
        row.addWidget(side)

    def reload(self) -> None:
        items = self.context.desk.todo.all()
        today = self.context.desk.clock().date()
        late = [item for item in items if item.due_on and item.due_on < today.isoformat()]
        later = [item for item in items if item.due_on > today.isoformat()]
        now = [item for item in items if item not in late and item not in later]
        text = self.context.dates.full_day(today)
        if items:
            text += " · " + self.tr("%n thing(s) need you", "", len(late) + len(now))
        self._head.set_texts(self.tr("Today"), text)
        self._clear(self._column)
        for head, part in (
            (self.tr("Late"), late),
            (self.tr("Today"), now),
            (self.tr("Later"), later),
        ):
            if part:
                self._column.addWidget(SectionLabel(f"{head}  {len(part)}"))
                for item in part:
                    self._column.addWidget(self._line(item))
        self._column.addStretch(1)
        self._list.setVisible(bool(items))
        self._empty.setVisible(not items)
        self._say_empty()
        self._show_lately()

    def activate(self) -> None:
        writable = not self.context.desk.workspace.database.read_only
        self.context.acts.bind("group.create", self._acts.create_group, enabled=writable)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self._side.setVisible(self.width() > 3 * current_theme().size("side_width"))

    def _say_empty(self) -> None:
        if self.context.desk.groups.all():
            self._empty.set_texts(
                self.tr("Nothing waits"),
                self.tr("Messages to confirm, removals to carry out and talks to follow up"),
            )
            return
        self._empty.set_texts(
            self.tr("Begin with a group"),
            self.tr("A group holds its members, its rules and what was done."),
            self.context.acts.action("group.create").text(),
        )
        self._empty.acted.connect(self._create_group, Qt.ConnectionType.UniqueConnection)

    def _create_group(self) -> None:
        self.context.acts.trigger("group.create")

    # ---- lines

    def _line(self, item: TodoRecord) -> Card:
        theme = current_theme()
        card = Card(parent=self)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addWidget(IconLabel(*_ICONS[item.kind], parent=card))
        words = QVBoxLayout()
        words.setSpacing(2)
        title, below = self._words(item)
        words.addWidget(label(title, "strong", card, wrap=True))
        words.addWidget(label(below, "secondary", card, wrap=True))
        row.addLayout(words, 1)
        due = self._due(item)
        if due:
            row.addWidget(Pill(due[0], "danger" if due[1] else "muted", card))
        for text, act in self._buttons(item):
            made = button(text, parent=card)
            made.clicked.connect(act)
            made.setAccessibleName(f"{text}: {title}")
            row.addWidget(made)
        card.body.addLayout(row)
        return card

    def _words(self, item: TodoRecord) -> tuple[str, str]:
        dates, now = self.context.dates, self.context.desk.clock()
        since = dates.moment(from_text(item.since), now)
        if item.kind == "confirm_sent":
            return (
                self.tr("Was the message to {0} sent?").format(item.member_name),
                self.tr("Copied {0}; it does not count before that · {1}").format(
                    since, item.group_name
                ),
            )
        if item.kind == "carry_out":
            return (
                self.tr("Carry out the removal of {0}").format(item.member_name),
                self.tr("Decided {0} · {1} of {2} steps done · {3}").format(
                    since, item.done, item.of, item.group_name
                ),
            )
        return (
            self.tr("Follow up the talk with {0}").format(item.member_name),
            self.tr("Talked {0} · {1}").format(since, item.group_name),
        )

    def _due(self, item: TodoRecord) -> tuple[str, bool] | None:
        if not item.due_on:
            return None
        today = self.context.desk.clock().date()
        due = from_text(f"{item.due_on}T00:00:00.000Z").date()
        days = (today - due).days
        if days > 0:
            return self.tr("%n day(s) late", "", days), True
        return self.context.dates.relative_day(due, today), False

    def _buttons(self, item: TodoRecord) -> list[tuple[str, Callable[[], object]]]:
        if self.context.desk.workspace.database.read_only:
            return []
        desk = self.context.desk
        if item.kind == "confirm_sent":
            return [
                (
                    self.tr("Sent"),
                    partial(
                        self._run, lambda op: desk.warnings.mark_sent(op, item.id, self._now())
                    ),
                ),
                (
                    self.tr("Not sent"),
                    partial(self._run, lambda op: desk.warnings.mark_not_sent(op, item.id)),
                ),
            ]
        if item.kind == "carry_out":
            return [(self.tr("Open steps"), partial(self._acts.carry_out, item.id))]
        return [
            (self.tr("Log talk"), partial(self._talk, item.membership_id)),
            (
                self.tr("Done"),
                partial(self._run, lambda op: desk.todo.follow_up_done(op, item.id)),
            ),
        ]

    def _now(self) -> str:
        return to_text(self.context.desk.clock())

    def _talk(self, membership_id: int) -> None:
        self._acts.talk(self.context.desk.members.detail(membership_id))

    def _run(self, work: Callable[[uuid.UUID], Receipt], *_: object) -> None:
        operation = uuid.uuid4()
        self.context.runner.run(
            self,
            lambda: work(operation),
            self.context.done,
            lambda error: self.context.notify(self.context.error_text(error), "danger"),
        )

    # ---- what happened lately

    def _show_lately(self) -> None:
        self._clear(self._lately)
        self._lately.addWidget(SectionLabel(self.tr("Lately")))
        words, dates = self.context.translations.words, self.context.dates
        now = self.context.desk.clock()
        for row in self.context.desk.audit.rows(AuditFilter(), limit=_LATELY):
            act = words(f"action.{row.action.value}")
            text = f"{act}: {row.subject}" if row.subject else act
            self._lately.addWidget(label(text, wrap=True))
            moment = dates.moment(from_text(row.at), now)
            self._lately.addWidget(label(f"{moment} · {row.operator}", "secondary"))
        self._lately.addStretch(1)

    @staticmethod
    def _clear(layout: QVBoxLayout) -> None:
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
