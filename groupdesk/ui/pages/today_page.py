# SPDX-License-Identifier: MIT
"""What a person has to do now: late, today, within a week, later; each can be done from here."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.due import NOW, Section, TodoRecord, section_of
from groupdesk.domain.enums import Action, Topic
from groupdesk.domain.group_size import Room
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.roles import may
from groupdesk.domain.told_records import Unannounced
from groupdesk.ui.context import UiContext
from groupdesk.ui.due.presenters import Presenters
from groupdesk.ui.due.putting_off import PuttingOff, tomorrow
from groupdesk.ui.group_words import room_text, room_tone
from groupdesk.ui.pages.page import Page
from groupdesk.ui.refusals import why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.due_card import CardText, DueCard
from groupdesk.ui.widgets.due_list import DueList, Part
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.lately_panel import Happened, LatelyPanel
from groupdesk.ui.widgets.new_rules_banner import NewRulesBanner
from groupdesk.ui.widgets.nobodys_cases import NobodysCases
from groupdesk.ui.widgets.page_head import PageHead

_MINE, _ALL = "mine", "all"
_MARK, _DO = Action.TASK_MARK, Action.TASK_DONE
_Made = tuple[Hashable, Callable[[], Card]]


class _Read(NamedTuple):
    """What is read beside the window."""

    lines: tuple[TodoRecord, ...] = ()
    groups: tuple[GroupRecord, ...] = ()
    shared: bool = False
    """Whether several people work here."""
    nobodys: int = 0
    new_rules: tuple[Unannounced, ...] = ()
    happened: Happened | None = None


_NOTHING: Final = _Read()


class TodayPage(Page):
    """One list in sections; what belongs to others stands apart, where one asks for it."""

    topics = frozenset(Topic)
    of_group = False

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._read: _Read = _NOTHING
        self._asked = 0
        self._wants_focus = False
        self._presenters = Presenters(context, self)
        self._putting_off = PuttingOff(context, self)
        self._head = PageHead(parent=self)
        self.whose = ChipRow("", parent=self)
        self.whose.chosen.connect(lambda _key: self._show())
        self._empty = EmptyState("circle-check", self)
        self._empty.hide()  # nothing is known yet
        self._empty.acted.connect(lambda: context.acts.trigger("group.create"))
        self.list = DueList(self)
        self.list.more_asked.connect(self._show)
        edge = theme.size("space_l")
        left = QVBoxLayout()
        left.setContentsMargins(edge, edge, edge, 0)
        left.setSpacing(theme.size("space_m"))
        self._new_rules = NewRulesBanner(context, self)
        self._nobodys = NobodysCases(context, self)
        left.addWidget(self._head)
        above = QHBoxLayout()
        above.addWidget(self.whose, 1)
        above.addWidget(self._nobodys)
        left.addLayout(above)
        left.addWidget(self._new_rules)
        left.addWidget(self.list, 1)
        left.addWidget(self._empty, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        self._side = LatelyPanel(context, self)
        row.addWidget(self._side)

    @property
    def whole(self) -> bool:
        return self.list.whole

    def reload(self) -> None:
        """Read beside the window; what was read for an earlier call is not shown any more."""
        self._asked += 1
        asked = self._asked

        def done(found: _Read) -> None:
            if asked == self._asked:
                self._read = found
                self._new_rules.show_found(found.new_rules)
                self._nobodys.show_count(found.nobodys)
                if found.happened is not None:
                    self._side.show_happened(found.happened)
                self._show()

        self.context.runner.run(self, self._reading(), done, self._on_failed, pool="read")

    def _reading(self) -> Callable[[], _Read]:
        desk, aside = self.context.desk, self._side_fits()
        new_rules, side = self._new_rules.read, self._side.read

        def read() -> _Read:
            shared = len(desk.case_acts.operators()) > 1
            return _Read(
                desk.todo.lines(),
                desk.groups.all(),
                shared,
                desk.cases.nobodys() if shared else 0,
                new_rules(),
                side() if aside else None,
            )

        return read

    def _show(self) -> None:
        """Show what was read last."""
        lines, groups = self._read.lines, self._read.groups
        desk = self.context.desk
        today, me = desk.clock().date(), desk.operator.id
        found: dict[Section, list[TodoRecord]] = {section: [] for section in Section}
        for line in lines:
            found[section_of(line, today, me)].append(line)
        full = [group for group in groups if group.room is not Room.PLENTY]
        self._say_head(found, today)
        self._show_whose(len(found[Section.OTHERS]))
        if self.whose.current != _ALL:
            found[Section.OTHERS] = []
        parts = [self._part(section, lines) for section, lines in found.items()]
        sizes = Part("size", self.tr("Size limit"), len(full), lambda at: self._size_card(full[at]))
        self.list.show_parts([*parts, sizes])
        anything = bool(self.list.cards)
        self.list.setVisible(anything)
        self._empty.setVisible(not anything)
        self._say_empty(begun=bool(groups))
        if self._wants_focus:
            self.take_focus()

    def take_focus(self) -> None:
        self._wants_focus = not self._asked or self._read is _NOTHING
        if not self.list.focus_on(0) and not self._empty.button.isHidden():
            self._empty.button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._putting_off.take_back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self._side_fits()
        if fits and self._side.isHidden() and self._asked:
            self.reload()  # while there was no room for it, nothing was read for it
        self._side.setVisible(fits)

    def _side_fits(self) -> bool:
        return self.width() >= current_theme().size("narrow")

    def _on_failed(self, error: Exception) -> None:
        self.context.notify(self.context.error_text(error), "danger")

    # ---- what it says

    def _say_head(self, found: dict[Section, list[TodoRecord]], today: date) -> None:
        text = self.context.dates.weekday(today)
        count = sum(len(found[section]) for section in NOW)
        if count and may(self.context.desk.operator.role, _DO):
            text += " · " + self.tr("%n thing(s) need you", "", count)
        elif count:
            text += " · " + self.tr("%n thing(s) wait", "", count)
        elif any(found.values()):
            text += " · " + self.tr("nothing needs you now")
        if late := len(found[Section.LATE]):
            text += self.tr(", %n of them late", "", late)
        self._head.set_texts(self.tr("Today"), text)

    def _show_whose(self, others: int) -> None:
        """Offer the choice to those who share the work."""
        shared = others > 0 or self._read.shared
        self.whose.setAccessibleName(self.tr("Whose"))
        self.whose.set_chips(
            [Chip(_MINE, self.tr("Mine and anybody's")), Chip(_ALL, self.tr("Everybody's"))]
        )
        self.whose.setVisible(shared)

    def _say_empty(self, *, begun: bool) -> None:
        if begun:
            self._empty.set_texts(
                self.tr("Nothing waits"),
                self.tr(
                    "Messages to confirm, talks to follow up, removals to carry out, requests and"
                    " reviews stand here from the day on which they are due."
                ),
            )
        else:
            self._empty.set_texts(
                self.tr("Begin with a group"),
                self.tr("A group holds its members, its rules and what was done."),
                self.context.acts.action("group.create").text(),
            )

    # ---- sections and cards

    def _part(self, section: Section, lines: Sequence[TodoRecord]) -> Part:
        heads = {
            Section.LATE: self.tr("Late"),
            Section.TODAY: self.tr("Today"),
            Section.WEEK: self.tr("Within a week"),
            Section.LATER: self.tr("Later"),
            Section.OTHERS: self.tr("Of others"),
        }
        acts = []
        if section is Section.LATE and len(lines) > 1 and not why_not(self.context, _MARK):
            text = self.tr("Put all of it off until tomorrow")
            acts = [(text, partial(self._put_off_all, lines))]
        return Part(
            section.value, heads[section], len(lines), lambda at: self._card(lines[at]), acts
        )

    def _put_off_all(self, lines: Sequence[TodoRecord]) -> None:
        self._putting_off.put_off(lines, tomorrow(self.context))

    def _card(self, item: TodoRecord) -> _Made:
        """Return what a card depends on, and who makes it."""
        desk = self.context.desk
        now, refusal = desk.clock(), desk.ledger.refusal
        language, role = self.context.translations.language, desk.operator.role
        said = (item, now.date(), now.utcoffset(), language, refusal, role)
        return said, partial(self._make_card, item)

    def _make_card(self, item: TodoRecord) -> Card:
        presenter = self._presenters.of(item.kind)
        look = self._presenters.look(item.kind)
        title, below = presenter.words(item)
        tip, go = presenter.opens(item)
        due, late = self._due(item)
        text = CardText(
            icon=look.icon,
            tone=look.tone,
            title=title,
            below="\n".join([below, *self._notes(item)]),
            due=due,
            pill="danger" if late else None,
            tip=tip,
            refused=why_not(self.context, look.needs),
            put_off="" if why_not(self.context, _MARK) else self.tr("Put off (S)"),
        )
        buttons = [] if self.context.desk.ledger.refusal else presenter.buttons(item)
        own, put_off = presenter.is_own(item), self._putting_off
        acts = [(tip, go), *([] if text.refused else buttons)]
        card = DueCard(text, buttons, self.list.widget())
        card.clicked.connect(go)
        card.walked.connect(partial(self.list.walk, card))
        card.put_off_asked.connect(lambda place: put_off.popup(put_off.menu(item, own=own), place))
        card.menu_asked.connect(
            lambda place: put_off.popup(put_off.menu(item, acts, own=own), place)
        )
        return card

    def _notes(self, item: TodoRecord) -> list[str]:
        """Return who put it off, and who is to do it."""
        said = []
        if item.put_off:
            today = self.context.desk.clock().date()
            day = self.context.dates.day(date.fromisoformat(item.put_off), today)
            said.append(self.tr("Put off until {0} by {1}").format(day, item.put_off_by))
        if item.owner:
            mine = item.owner_id == self.context.desk.operator.id
            said.append(self.tr("Yours") if mine else self.tr("For {0}").format(item.owner))
        return [" · ".join(said)] if said else []

    def _due(self, item: TodoRecord) -> tuple[str, bool]:
        """Return when it is due in words, and whether that has passed."""
        now = self.context.desk.clock()
        today = now.date()
        if item.late_on:
            began = from_text(item.since).astimezone(now.tzinfo).date()
            waits = (today - began).days
            said = self.tr("Waits for %n day(s)", "", waits) if waits > 0 else ""
            return said, item.late_on <= today.isoformat()
        if not item.due_on:
            return "", False
        due = date.fromisoformat(item.due_on)
        days = (today - due).days
        if days > 0:
            return self.tr("%n day(s) late", "", days), True
        return self.context.dates.relative_day(due, today), False

    def _size_card(self, group: GroupRecord) -> _Made:
        text = CardText(
            icon="users",
            tone=room_tone(group),
            title=group.name,
            below=self.tr("{0} of %n member(s)", "", group.size_limit or 0).format(group.members),
            due=room_text(self.context.translations.words, group),
            pill=room_tone(group),
            tip=self.tr("Open the members of the group"),
        )

        def make() -> Card:
            card = DueCard(text, (), self.list.widget())
            card.clicked.connect(partial(self.context.go_to, group.id, 0))
            card.walked.connect(partial(self.list.walk, card))
            return card

        return (group.id, text), make
