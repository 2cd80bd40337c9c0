# SPDX-License-Identifier: MIT
"""One person over all groups: accounts, stays, contact data, links, blocklist, one timeline."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action, MembershipState, Topic
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.person_records import PersonEntry, PersonLinkRecord, PersonRecord, PersonStay
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.person_words import PersonWords
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.timeline_view import TimelineView

_TOPICS = frozenset({Topic.MEMBERS, Topic.CASES, Topic.TASKS, Topic.GROUPS})


class PersonDialog(DialogFrame):
    """Reads again whatever is recorded meanwhile; a group leads to the member there."""

    def __init__(self, context: UiContext, person_id: int, parent: QWidget | None = None) -> None:
        """Show the person whom the entry `person_id` belongs to."""
        super().__init__(parent, side=True)
        self._context = context
        self._person_id = person_id
        self.person: PersonRecord | None = None
        self._acts = MemberActs(context, self)
        self._marks = QHBoxLayout()
        self._marks.setSpacing(current_theme().size("space_s"))
        self.form.addLayout(self._marks)
        self.stays_head = SectionLabel(parent=self)
        self.form.addWidget(self.stays_head)
        self._stays = QVBoxLayout()
        self.form.addLayout(self._stays)
        self._entries_head = SectionLabel(parent=self)
        self.form.addWidget(self._entries_head)
        self._entries = QVBoxLayout()
        self.form.addLayout(self._entries)
        self._blocks_head = SectionLabel(parent=self)
        self.form.addWidget(self._blocks_head)
        self._blocks = label(parent=self, wrap=True, selectable=True)
        self.form.addWidget(self._blocks)
        self.form.addStretch(1)
        for column in (self._stays, self._entries):
            column.setSpacing(current_theme().size("space_s"))
        self._timeline_head = SectionLabel(parent=self)
        self.timeline = TimelineView(context, self._acts, self)
        self._timeline_head.setBuddy(self.timeline)
        self.side.addWidget(self._timeline_head)
        self.side.addWidget(self.timeline, 1)
        self.link_button = self.add_left(button("", "default", "link", self))
        self.link_button.clicked.connect(self._link)
        self.block_button = self.add_left(button("", "default", "ban", self))
        self.block_button.clicked.connect(self._block)
        self.back_button = self.add_left(button("", "default", "log-in", self))
        self.back_button.clicked.connect(lambda: self._acts.ask_back(0, self._person_id))
        self.main_requested.connect(self.accept)
        context.events.changed.connect(self._on_changed)
        self.reload()
        wanted = QSize(980, 680)
        if parent is not None and parent.window().isVisible():
            wanted = wanted.boundedTo(parent.window().size())
        self.resize(wanted)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()

    def reload(self) -> None:
        """Read the person again."""
        try:
            self.person = self._context.desk.persons.get(self._person_id)
            entries = self._context.desk.timeline.of_person(self._person_id)
        except GroupDeskError as error:
            self.banner.show_message(self._context.error_text(error), "danger")
            return
        self._say(self.person)
        self.timeline.set_entries(entries, keep_position=True)

    # ---- what is said

    def _say(self, person: PersonRecord) -> None:
        active = [stay for stay in person.stays if stay.state is MembershipState.ACTIVE]
        parts = []
        if person.also_known_as:
            names = self.tr(", ").join(person.also_known_as)
            parts.append(self.tr("also known as {0}").format(names))
        parts.append(self.tr("in %n group(s)", "", len(active)))
        if len(person.entries) > 1:
            parts.append(self.tr("%n linked entries", "", len(person.entries)))
        if person.cases:
            parts.append(self.tr("%n case(s)", "", person.cases))
        self.set_head(person.name, " · ".join(parts), name=person.name)
        self.set_main(self.tr("Close"))
        self.link_button.setText(self.tr("Same person as…"))
        refuse(self.link_button, why_not(self._context, Action.PERSON_LINK))
        self.back_button.setText(self._context.acts.action("rejoin.record").text())
        refuse(self.back_button, why_not(self._context, Action.REJOIN_RECORD))
        blocked = person.blocked is not None
        self.block_button.setText(
            self.tr("Take off the blocklist…") if blocked else self.tr("Put on the blocklist…")
        )
        self.block_button.setVisible(blocked or not person.protected)
        turn = Action.BLOCK_LIFT if blocked else Action.BLOCK_ADD
        refuse(self.block_button, why_not(self._context, turn))
        self._timeline_head.setText(self.tr("Timeline over all groups"))
        self._say_marks(person)
        self._say_stays(person)
        self._say_entries(person)
        words = PersonWords(self._context)
        self._blocks_head.setText(self.tr("Blocklist"))
        self._blocks.setText("\n".join(words.block(block) for block in person.blocks))
        for part in (self._blocks_head, self._blocks):
            part.setVisible(bool(person.blocks))

    def _say_marks(self, person: PersonRecord) -> None:
        _clear(self._marks)
        marks = (
            (person.blocked is not None, self.tr("On the blocklist"), "danger"),
            (person.key_customer, self.tr("Key customer"), "accent"),
            (person.protected, self.tr("Protected: cannot be removed"), "ok"),
        )
        for shown, text, tone in marks:
            if shown:
                pill = Pill(text, tone, self)  # type: ignore[arg-type]  # a ToneName
                self._marks.addWidget(pill)
                pill.show()
        self._marks.addStretch(1)

    def _say_stays(self, person: PersonRecord) -> None:
        self.stays_head.setText(self.tr("Groups"))
        _clear(self._stays)
        for stay in person.stays:
            card = self._stay_card(stay, person)
            self._stays.addWidget(card)
            card.show()  # at once, so that it can take the keyboard

    def _stay_card(self, stay: PersonStay, person: PersonRecord) -> Card:
        words = PersonWords(self._context)
        card = Card(parent=self, clickable=True)
        text, tone = words.standing(stay)
        card.setAccessibleName(visible(f"{stay.group_name}, {text}"))
        card.setToolTip(self.tr("Open the member"))
        card.clicked.connect(partial(self._go_to, stay))
        names = [stay.name] if stay.name != person.name else []
        names += [stay.nickname] if stay.nickname not in {"", stay.name} else []
        if stay.joined_at:
            names.append(self.tr("joined {0}").format(words.day(stay.joined_at)))
        if stay.ended_at:
            names.append(self.tr("ended {0}").format(words.day(stay.ended_at)))
        if stay.cases:
            names.append(self.tr("%n case(s)", "", stay.cases))
        row = QHBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(stay.group_name, "strong", card, wrap=True))
        column.addWidget(label(" · ".join(names), "secondary", card, wrap=True))
        row.addLayout(column, 1)
        row.addWidget(Pill(text, tone, card), 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
        return card

    def _say_entries(self, person: PersonRecord) -> None:
        several = len(person.entries) > 1
        self._entries_head.setText(
            self.tr("Linked entries") if several else self.tr("Contact data")
        )
        _clear(self._entries)
        links = {link.entry_id: link for link in person.links}
        for entry in person.entries:
            card = self._entry_card(person, entry, links.get(entry.id))
            self._entries.addWidget(card)
            card.show()

    def _entry_card(
        self, person: PersonRecord, entry: PersonEntry, link: PersonLinkRecord | None
    ) -> Card:
        words = PersonWords(self._context)
        card = Card("panel", self)
        if len(person.entries) > 1:
            card.body.addWidget(label(entry.name, "strong", card, wrap=True))
        facts = FactList(card)
        accounts = [words.account(one) for one in person.accounts if one.entry_id == entry.id]
        language = self._context.translations.words
        facts.set_facts(
            [
                (self.tr("Accounts"), "\n".join(accounts)),
                (self.tr("Company"), entry.company),
                (self.tr("Phone"), entry.phone),
                (self.tr("E-mail"), entry.email),
                (
                    self.tr("Language"),
                    language(f"language.{entry.language}") if entry.language else "",
                ),
                (self.tr("Tags"), language("person_line.comma").join(entry.tags)),
                (self.tr("Note"), entry.note),
            ]
        )
        card.body.addWidget(facts)
        if link is not None:
            card.body.addWidget(
                label(
                    self.tr("Linked with {0} by {1} on {2}: {3}").format(
                        link.same_as_name, link.operator, words.day(link.at), link.reason
                    ),
                    "secondary",
                    card,
                    wrap=True,
                )
            )
            undo = button(self.tr("Undo link…"), "default", "unlink", card)
            undo.setAccessibleName(visible(self.tr("Undo the link of {0}").format(link.name)))
            undo.clicked.connect(partial(self._undo, link))
            refuse(undo, why_not(self._context, Action.PERSON_UNLINK))
            card.body.addWidget(undo, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    # ---- acts

    def _go_to(self, stay: PersonStay) -> None:
        self.accept()
        self._context.go_to(stay.group_id, stay.membership_id)

    def _link(self) -> None:
        from groupdesk.ui.dialogs.link_dialog import LinkDialog  # noqa: PLC0415

        if self.person is not None:
            LinkDialog(self._context, self.person.id, None, self).open()

    def _undo(self, link: PersonLinkRecord) -> None:
        from groupdesk.ui.dialogs.reason_dialog import UnlinkDialog  # noqa: PLC0415

        UnlinkDialog(self._context, link, self).open()

    def _block(self) -> None:
        from groupdesk.ui.dialogs.reason_dialog import (  # noqa: PLC0415
            BlockDialog,
            LiftBlockDialog,
        )

        if self.person is None:
            return
        if self.person.blocked is None:
            BlockDialog(self._context, self.person, self).open()
        else:
            LiftBlockDialog(self._context, self.person, self).open()

    def _on_changed(self, topics: object) -> None:
        if isinstance(topics, frozenset) and topics & _TOPICS:
            self.reload()
            if self.focusWidget() is None:  # it was on something that is gone
                self.main_button.setFocus()


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
