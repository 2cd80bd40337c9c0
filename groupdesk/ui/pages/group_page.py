# SPDX-License-Identifier: MIT
"""All that is said of a group: what it is for, its policy, its size, its ladder and its numbers."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Topic
from groupdesk.domain.group_size import Room
from groupdesk.domain.records import GroupFigures, GroupRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.group_words import room_text, room_tone
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.page import Page
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.group_notes_card import GroupNotesCard
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.ladder_card import LadderCard
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.size_bar import SizeBar

_WIDEST = 1080
_SIDE = 300
_TEXTS = ("purpose", "belongs", "policy")
_TURNS = ("group.archive", "group.restore")


class GroupPage(Page):
    """Shows one group; it is edited, archived and restored by the acts in the head."""

    topics = frozenset({Topic.GROUPS, Topic.MEMBERS, Topic.RULES, Topic.CASES})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        acts = context.acts
        self.head = PageHead(parent=self)
        self.edit_button = acts.button("group.edit", parent=self)
        self._turns = {act: acts.button(act, parent=self) for act in _TURNS}
        self.import_button = acts.button("member.import", parent=self)
        self.lists_button = acts.button("group.lists", parent=self)
        for made in (
            self.lists_button, self.import_button, self.edit_button, *self._turns.values()
        ):  # fmt: skip
            self.head.add_button(made)
        self._sections = {key: SectionLabel(parent=self) for key in _TEXTS}
        self.texts = {key: label(parent=self, wrap=True, selectable=True) for key in _TEXTS}
        self._size_head = SectionLabel(parent=self)
        self.size_text = label(role="section", parent=self, wrap=True)
        self._bar = SizeBar(self)
        self.room = label(role="secondary", parent=self, wrap=True)
        self._numbers_head = SectionLabel(parent=self)
        self.numbers = FactList(self)
        self._facts_head = SectionLabel(parent=self)
        self.facts = FactList(self)
        self._process_head = SectionLabel(parent=self)
        self.process = FactList(self)
        self.ladder = LadderCard(self, context.acts.button("ladder.edit", "link"))
        self.notes = GroupNotesCard(context, context.acts.button("group.note", "link"), self)
        self.links = {key: button("", "link", parent=self) for key in ("members", "cases", "rules")}
        self.empty = EmptyState("users", self)
        self._build()
        for key, link in self.links.items():
            link.clicked.connect(lambda _checked=False, key=key: acts.trigger(f"page.{key}"))
        self.empty.acted.connect(lambda: acts.trigger("group.create"))

    # ---- Page

    def reload(self) -> None:
        desk = self.context.desk
        self._area.setVisible(bool(self.group_id))
        self.empty.setVisible(not self.group_id)
        if not self.group_id:
            self._say_empty()
            return
        group = desk.groups.get(self.group_id)
        self._say(group, desk.groups.figures(self.group_id))

    def activate(self) -> None:
        writable = not self.context.desk.workspace.database.read_only
        self.context.acts.bind(
            "member.import", self._import, enabled=writable and bool(self.group_id)
        )

    def take_focus(self) -> None:
        for made in (self.edit_button, *self._turns.values(), self.links["members"]):
            if made.isEnabled() and not made.isHidden():
                made.setFocus()
                return

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current_theme().size("narrow")
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)
        self._side.setMaximumWidth(_WIDEST if narrow else _SIDE)

    def _import(self) -> None:
        if self.group_id:
            group = self.context.desk.groups.get(self.group_id)
            MemberActs(self.context, self).import_members(group)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        gap = theme.size("space_l")
        inner = QWidget(self)
        inner.setProperty("surface", "clear")
        inner.setMaximumWidth(_WIDEST)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 0, 0, gap)
        self._columns.setSpacing(gap)
        left = QVBoxLayout()
        left.setSpacing(gap)
        left.addWidget(self._build_texts())
        left.addWidget(self.notes)
        left.addWidget(self.ladder)
        left.addStretch(1)
        self._columns.addLayout(left, 1)
        self._side = self._build_side()
        self._columns.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, 0)
        column.setSpacing(gap)
        column.addWidget(self.head)
        column.addWidget(self._area, 1)
        column.addWidget(self.empty, 1)

    def _build_texts(self) -> Card:
        card = Card(parent=self)
        for key in _TEXTS:
            if key != _TEXTS[0]:
                card.body.addSpacing(current_theme().size("space_s"))
            self._sections[key].setBuddy(self.texts[key])
            card.body.addWidget(self._sections[key])
            card.body.addWidget(self.texts[key])
        return card

    def _build_side(self) -> QWidget:
        side = QWidget(self)
        size, numbers, facts, process = (Card(parent=side) for _card in range(4))
        for part in (self._size_head, self.size_text, self._bar, self.room):
            size.body.addWidget(part)
        numbers.body.addWidget(self._numbers_head)
        numbers.body.addWidget(self.numbers)
        numbers.body.addLayout(self._row("members", "cases"))
        facts.body.addWidget(self._facts_head)
        facts.body.addWidget(self.facts)
        facts.body.addLayout(self._row("rules"))
        process.body.addWidget(self._process_head)
        process.body.addWidget(self.process)
        process.body.addWidget(
            self.context.acts.button("group.process", "link", process),
            0,
            Qt.AlignmentFlag.AlignLeading,
        )
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_l"))
        for card in (size, numbers, process, facts):
            column.addWidget(card)
        return side

    def _row(self, *keys: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_m"))
        for key in keys:
            row.addWidget(self.links[key])
        row.addStretch(1)
        return row

    # ---- what is said

    def _say_empty(self) -> None:
        self.head.set_texts(self.tr("About the group"))
        self.head.set_notice("", "muted")
        self._show_turns(archived=False)
        self.empty.set_texts(
            self.tr("Begin with a group"),
            self.tr("A group holds its members, its rules and what was done."),
            self.context.acts.action("group.create").text(),
        )

    def _say(self, group: GroupRecord, figures: GroupFigures) -> None:
        words = self.context.translations.words
        self.head.set_texts(group.name, words(f"platform.{group.platform.value}"))
        archived = group.archived_at is not None
        if archived:
            self.head.set_notice(self.tr("Archived"), "warning")
        else:
            self.head.set_notice(room_text(words, group), room_tone(group))
        self._show_turns(archived=archived)
        self._say_texts(group)
        self._say_size(group)
        self._say_numbers(group, figures)
        self._say_facts(group, figures)
        self._say_process(group)
        self.notes.show_notes(self.context.desk.upkeep.group_notes.of_group(group.id))
        self.ladder.show_ladder(words, group.ladder)

    def _show_turns(self, *, archived: bool) -> None:
        self._turns["group.archive"].setVisible(not archived)
        self._turns["group.restore"].setVisible(archived)

    def _say_texts(self, group: GroupRecord) -> None:
        heads = {
            "purpose": self.tr("Purpose"),
            "belongs": self.tr("Who belongs"),
            "policy": self.tr("Policy"),
        }
        nothing = self.tr("Nothing is written here yet.")
        for key, shown in self.texts.items():
            text = str(getattr(group, key))
            self._sections[key].setText(heads[key])
            shown.setText(text or nothing)
            restyle(shown, "role", "body" if text else "muted")

    def _say_size(self, group: GroupRecord) -> None:
        limit = group.size_limit
        self._size_head.setText(self.tr("Size"))
        members = self.tr("%n member(s)", "", group.members)
        self._bar.setVisible(limit is not None)
        left = room_text(self.context.translations.words, group)
        if limit is None:
            left = self.tr("This group has no size limit.")
        else:
            members = self.tr("{0} of %n member(s)", "", limit).format(group.members)
            near = group.room is not Room.PLENTY
            self._bar.set_share(group.members / limit, room_tone(group) if near else "accent")
            left = left or self.tr("%n place(s) left", "", limit - group.members)
        self.size_text.setText(members)
        self.room.setText(left)

    def _say_numbers(self, group: GroupRecord, figures: GroupFigures) -> None:
        counts = self.context.desk.members.counts(group.id)
        self._numbers_head.setText(self.tr("Numbers"))
        self.numbers.set_facts(
            [
                (self.tr("Members"), str(group.members)),
                (self.tr("Warned"), str(counts["warned"])),
                (self.tr("Former"), str(counts["former"])),
                (self.tr("Bots"), str(figures.bots)),
                (self.tr("Open cases"), str(figures.open_cases)),
            ]
        )
        self.links["members"].setText(self.tr("Open the members"))
        self.links["cases"].setText(self.tr("Open the cases"))

    def _say_facts(self, group: GroupRecord, figures: GroupFigures) -> None:
        words = self.context.translations.words
        rules = self.tr("not published yet")
        if group.rules_version:
            day = self._day(group.rules_published_at)
            rules = self.tr("version {0}, {1}").format(group.rules_version, day)
        last = self.tr("none imported yet")
        if figures.last_list_at:
            last = f"{figures.last_list}\n{self._day(figures.last_list_at)}"
        self._facts_head.setText(self.tr("Particulars"))
        self.facts.set_facts(
            [
                (self.tr("Owner"), group.owner_name),
                (self.tr("Language"), words(f"language.{group.language.value}")),
                (self.tr("Platform"), words(f"platform.{group.platform.value}")),
                (self.tr("Platform ID"), group.external_id),
                (self.tr("Rules"), rules),
                (self.tr("Last list"), last),
            ]
        )
        self.links["rules"].setText(self.tr("Open the rules"))

    def _say_process(self, group: GroupRecord) -> None:
        words, process = self.context.translations.words, self.context.desk.processes.of(group.id)
        days = process.appeal_days
        self._process_head.setText(self.tr("Decisions"))
        self.process.set_facts(
            [
                (self.tr("Second person"), words(f"approval_need.{process.approval.value}")),
                (
                    self.tr("Objections"),
                    self.tr("within %n day(s)", "", days) if days else self.tr("at any time"),
                ),
                (self.tr("Answer"), self.tr("within %n day(s)", "", process.answer_days)),
            ]
        )

    def _day(self, stored: str) -> str:
        now = self.context.desk.clock()
        day = from_text(stored).astimezone(now.tzinfo).date()
        return self.context.dates.day(day, now.date())
