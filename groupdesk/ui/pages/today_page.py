# SPDX-License-Identifier: MIT
"""What a person has to do now: messages to confirm, removals to carry out, talks to follow up."""

import uuid
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.decision_enums import ReturnChoice
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Topic
from groupdesk.domain.group_size import Room
from groupdesk.domain.person_records import ReturnAlert
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.text import visible
from groupdesk.ui.appeal_todo import ICONS as APPEAL_ICONS
from groupdesk.ui.appeal_todo import AppealTodo
from groupdesk.ui.context import UiContext
from groupdesk.ui.group_words import room_text, room_tone
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.page import Page
from groupdesk.ui.person_words import PersonWords
from groupdesk.ui.refusals import refuse, todo_refusal
from groupdesk.ui.removal_todo import RemovalTodo
from groupdesk.ui.talk_todo import TalkTodo
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.lately_panel import LatelyPanel, clear
from groupdesk.ui.widgets.new_rules_banner import NewRulesBanner
from groupdesk.ui.widgets.nobodys_cases import NobodysCases
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.section_label import SectionLabel

_DRAFTED = ("warning", "talk", "removal", "removals", "case")
_ICONS: dict[str, tuple[str, ToneName]] = {
    "returned": ("ban", "danger"),
    "to_remove": ("user-minus", "danger"),
    "confirm_sent": ("send", "accent"),
    "not_delivered": ("circle-x", "danger"),
    "carry_out": ("user-minus", "danger"),
    "term_over": ("user-check", "accent"),
    "approve": ("user-check", "danger"),
    "declined": ("circle-x", "danger"),
    "plan": ("calendar-clock", "accent"),
    "follow_up": ("messages-square", "accent"),
    "try_again": ("messages-square", "accent"),
    **{f"draft_{kind}": ("pencil", "muted") for kind in _DRAFTED},
    **APPEAL_ICONS,
}


class TodayPage(Page):
    """One list, the late ones first; each line can be done from here."""

    topics = frozenset(Topic)
    of_group = False

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._acts = MemberActs(context, self)
        self._talks = TalkTodo(context, self)
        self._removals = RemovalTodo(context, self._acts, self)
        self._appeals = AppealTodo(context, self)
        self._head = PageHead(parent=self)
        self._empty = EmptyState("circle-check", self)
        self._empty.acted.connect(lambda: context.acts.trigger("group.create"))
        self._cards: list[Card] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_l"))
        self._column.setSpacing(theme.size("space_s"))
        inner = QWidget(self)
        inner.setProperty("surface", "clear")
        inner.setLayout(self._column)
        self._list = QScrollArea(self)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWidget(inner)
        edge = theme.size("space_l")
        left = QVBoxLayout()
        left.setContentsMargins(edge, edge, edge, 0)
        left.setSpacing(theme.size("space_m"))
        self._new_rules = NewRulesBanner(context, self)
        self._nobodys = NobodysCases(context, self)
        left.addWidget(self._head)
        left.addWidget(self._nobodys)
        left.addWidget(self._new_rules)
        left.addWidget(self._list, 1)
        left.addWidget(self._empty, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        self._side = LatelyPanel(context, self)
        row.addWidget(self._side)

    def reload(self) -> None:
        drafts = self.context.desk.todo.drafts()
        items = [
            one
            for one in self.context.desk.todo.lines()
            if one.kind in _ICONS and one not in drafts
        ]
        groups = self.context.desk.groups.all()
        full = [group for group in groups if group.room is not Room.PLENTY]
        today = self.context.desk.clock().date()
        late = [item for item in items if item.due_on and item.due_on < today.isoformat()]
        later = [item for item in items if item.due_on > today.isoformat()]
        now = [item for item in items if item not in late and item not in later]
        parts = [self.context.dates.weekday(today)]
        if items or drafts:
            parts.append(self.tr("%n thing(s) need you", "", len(items) + len(drafts)))
        text = " · ".join(parts)
        if late:
            text += self.tr(", %n of them late", "", len(late))
        self._head.set_texts(self.tr("Today"), text)
        focused = self.window().focusWidget()  # of this window, also while a dialog is in front
        places = (at for at, one in enumerate(self._cards) if focused and one.isAncestorOf(focused))
        place, scrolled = next(places, -1), self._list.verticalScrollBar().value()
        self._cards.clear()
        clear(self._column)
        for head, part in (
            (self.tr("Late"), late),
            (self.tr("Today"), now),
            (self.tr("Drafts"), drafts),
            (self.tr("Later"), later),
        ):
            self._show_part(head, [self._line(item) for item in part])
        self._show_part(self.tr("Size limit"), [self._size_line(group) for group in full])
        self._column.addStretch(1)
        self._list.setVisible(bool(items or drafts or full))
        self._empty.setVisible(not (items or drafts or full))
        self._say_empty(begun=bool(groups))
        self._new_rules.reload()
        self._nobodys.reload()
        self._side.reload()
        self._column.activate()
        self._list.verticalScrollBar().setValue(scrolled)
        if place >= 0:
            self._focus_line(place)

    def take_focus(self) -> None:
        self._focus_line(0)

    def _focus_line(self, place: int) -> None:
        made = [card.findChild(QPushButton) for card in self._cards[: place + 1]]
        if made and made[-1] is not None:
            made[-1].setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.ensureWidgetVisible(made[-1])
        elif not self._empty.button.isHidden():
            self._empty.button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= current_theme().size("narrow"))

    def _say_empty(self, *, begun: bool) -> None:
        if begun:
            self._empty.set_texts(
                self.tr("Nothing waits"),
                self.tr("Messages to confirm, removals to carry out and talks to follow up"),
            )
        else:
            self._empty.set_texts(
                self.tr("Begin with a group"),
                self.tr("A group holds its members, its rules and what was done."),
                self.context.acts.action("group.create").text(),
            )

    # ---- lines

    def _show_part(self, head: str, cards: Sequence[Card]) -> None:
        if not cards:
            return
        if self._column.count():
            self._column.addSpacing(current_theme().size("space_s"))
        self._column.addWidget(SectionLabel(f"{head}  {len(cards)}"))
        for card in cards:
            self._cards.append(card)
            self._column.addWidget(card)
            card.show()  # at once, so that it can take the keyboard

    def _card(
        self, sign: tuple[str, ToneName], title: str, below: str, tooltip: str
    ) -> tuple[Card, QHBoxLayout]:
        theme = current_theme()
        card = Card(parent=self._list.widget(), clickable=True)
        card.setAccessibleName(visible(title))
        card.setToolTip(tooltip)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addWidget(IconLabel(*sign, parent=card))
        words = QVBoxLayout()
        words.setSpacing(2)
        for text, role in ((title, "strong"), (below, "secondary")):
            shown = label(text, role, card, wrap=True)  # type: ignore[arg-type]  # both are roles
            shown.setMinimumHeight(theme.line("body"))
            words.addWidget(shown)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card, row

    def _size_line(self, group: GroupRecord) -> Card:
        below = self.tr("{0} of %n member(s)", "", group.size_limit or 0).format(group.members)
        tip = self.tr("Open the members of the group")
        card, row = self._card(("users", room_tone(group)), group.name, below, tip)
        card.clicked.connect(partial(self.context.go_to, group.id, 0))
        row.addWidget(
            Pill(room_text(self.context.translations.words, group), room_tone(group), card)
        )
        return card

    def _line(self, item: TodoRecord) -> Card:
        title, below = self._words(item)
        refused = todo_refusal(self.context, item.kind)
        drafts = item.kind.startswith("draft_") and not refused
        tip = self.tr("Open the draft") if drafts else self.tr("Open the member")
        go: Callable[[], object] = partial(self.context.go_to, item.group_id, item.membership_id)
        if item.kind in APPEAL_ICONS:
            tip, go = self._appeals.opens(item)
        card, row = self._card(_ICONS[item.kind], title, below, tip)
        card.clicked.connect(partial(self._open_draft, item) if drafts else go)
        text, days = self._due(item)
        if days > 0:
            row.addWidget(Pill(text, "danger", card))
        elif text:
            row.addWidget(label(text, "muted", card))
        for text, act in self._buttons(item):
            made = button(text, parent=card)
            made.clicked.connect(lambda _checked=False, act=act: act())
            made.setAccessibleName(visible(f"{text}: {title}"))
            refuse(made, refused)
            row.addWidget(made)
        return card

    def _words(self, item: TodoRecord) -> tuple[str, str]:
        dates, now = self.context.dates, self.context.desk.clock()
        if item.alert is not None:
            title = self.tr("{0} is back: may they stay?")
            if item.alert.to_remove:
                title = self.tr("{0} is back and is to be removed")
            if not item.alert.is_back:
                title = self.tr("{0} is on the blocklist and in {1}: may they stay?")
                if item.alert.to_remove:
                    title = self.tr("{0} is on the blocklist and is to be removed from {1}")
            below = f"{PersonWords(self.context).alert(item.alert)} · {item.group_name}"
            return title.format(item.member_name, item.group_name), below
        since = dates.moment(from_text(item.since), now)
        if item.kind == "confirm_sent":
            return (
                self.tr("Was the message to {0} sent?").format(item.member_name),
                self.tr("Copied {0}; it counts once it is sent · {1}").format(
                    since, item.group_name
                ),
            )
        if item.kind == "not_delivered":
            below = self.tr("Noted {0}; it does not count · {1}").format(since, item.group_name)
            if item.draft_at:
                kept = dates.moment(from_text(item.draft_at), now)
                below = self.tr("Another one is begun, draft kept {0} · {1}")
                below = below.format(kept, item.group_name)
            return self.tr("The message to {0} did not arrive").format(item.member_name), below
        if item.kind.startswith("draft_") and item.kind != "draft_removals":
            titles = {
                "draft_warning": self.tr("Finish the message to {0}"),
                "draft_talk": self.tr("Finish the note of the talk with {0}"),
                "draft_removal": self.tr("Finish the removal of {0}"),
                "draft_case": self.tr("Finish the new case about {0}"),
            }
            return (
                titles[item.kind].format(item.member_name),
                self.tr("Draft kept {0} · {1}").format(since, item.group_name),
            )
        if item.kind in APPEAL_ICONS:
            return self._appeals.words(item)
        return self._removals.words(item) or self._talks.words(item)

    def _due(self, item: TodoRecord) -> tuple[str, int]:
        """Return when an item is due in words, and by how many days it is late."""
        if not item.due_on:
            return "", 0
        today = self.context.desk.clock().date()
        due = date.fromisoformat(item.due_on)
        days = (today - due).days
        if days > 0:
            return self.tr("%n day(s) late", "", days), days
        return self.context.dates.relative_day(due, today), days

    def _buttons(self, item: TodoRecord) -> list[tuple[str, Callable[[], object]]]:
        if self.context.desk.ledger.refusal:
            return []
        desk = self.context.desk
        if item.alert is not None:
            return self._return_buttons(item.alert)
        if item.kind == "confirm_sent":
            sent, not_sent = desk.warnings.mark_sent, desk.warnings.mark_not_sent
            return [
                (
                    self.tr("Sent now"),
                    partial(
                        self._run,
                        lambda op: sent(op, item.id, to_text(desk.clock())),
                        self.tr("Recorded as sent; it counts from now on."),
                    ),
                ),
                (self.tr("Sent earlier…"), partial(self._ask_when, item)),
                (
                    self.tr("Not sent"),
                    partial(
                        self._run,
                        lambda op: not_sent(op, item.id),
                        self.tr("Recorded as not sent; it does not count."),
                    ),
                ),
            ]
        if item.kind in APPEAL_ICONS:
            return self._appeals.buttons(item)
        again = partial(self._acts.try_message_again, item.membership_id, item.id)
        only: dict[str, tuple[str, Callable[[], object]]] = {
            "not_delivered": (
                self.tr("Go on…") if item.draft_at else self.tr("Try again…"),
                again,
            ),
            "draft": (self.tr("Go on…"), partial(self._open_draft, item)),
        }
        one = only.get("draft" if item.kind.startswith("draft_") else item.kind)
        if one:
            return [one]
        return self._removals.buttons(item) or self._talks.buttons(item)

    def _return_buttons(self, alert: ReturnAlert) -> list[tuple[str, Callable[[], object]]]:
        decide = self.context.desk.returns.decide
        member, to_remove = alert.membership_id, ReturnChoice.TO_REMOVE
        person = (self.tr("Person…"), partial(self._acts.open_person, alert.earlier_id))
        let_in = (self.tr("Let stay…"), partial(self._acts.let_in, alert))
        if alert.to_remove:
            return [(self.tr("Remove…"), partial(self._remove, member)), let_in, person]
        decided = (
            self.tr("To be removed"),
            partial(
                self._run,
                lambda op: decide(op, member, to_remove),
                self.tr("Noted. Remove them with a reason and a screenshot."),
            ),
        )
        return [let_in, decided, person]

    def _open_draft(self, item: TodoRecord) -> None:
        open_one = {
            "draft_warning": self._acts.warn,
            "draft_talk": self._acts.talk,
            "draft_removal": self._acts.remove,
            "draft_removals": self._acts.go_on_removing,
            "draft_case": self._acts.open_case,
        }[item.kind]
        open_one(self.context.desk.members.detail(item.membership_id))

    def _remove(self, membership_id: int) -> None:
        self._acts.remove(self.context.desk.members.detail(membership_id))

    def _ask_when(self, item: TodoRecord) -> None:
        from groupdesk.ui.dialogs.outcome_dialogs import SentEarlierDialog  # noqa: PLC0415

        title = f"{item.member_name} · {item.group_name}"
        SentEarlierDialog(self.context, item.id, title, item.since, self.window()).open()

    def _run(self, work: Callable[[uuid.UUID], Receipt], said: str) -> None:
        operation = uuid.uuid4()

        def done(receipt: Receipt) -> None:
            self.context.done(receipt)
            self.context.notify(said, seconds=6)

        self.context.runner.run(
            self,
            lambda: work(operation),
            done,
            lambda error: self.context.notify(self.context.error_text(error), "danger"),
        )
