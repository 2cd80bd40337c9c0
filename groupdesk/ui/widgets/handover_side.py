# SPDX-License-Identifier: MIT
"""What stands beside a handover book: who signed, what is missing, what will go over."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action
from groupdesk.domain.handover_enums import BookPart, HandoverSide, HandoverState, MoveKind
from groupdesk.domain.handover_records import HandoverRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.handover_words import HandoverWords
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import Button, button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.check_list import CheckItem, CheckList
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class HandoverSidePanel(QWidget):
    """Signing here is one's own; what somebody signed on paper is recorded by a colleague."""

    sign_requested = Signal(HandoverSide)
    paper_requested = Signal(HandoverSide)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self._state = SectionLabel(parent=self)
        self.missing = CheckList(parent=self)
        self._moves_head = SectionLabel(parent=self)
        self._moves = label(role="secondary", parent=self, wrap=True)
        self.sign_buttons: dict[HandoverSide, Button] = {}
        self.paper_buttons: dict[HandoverSide, Button] = {}
        self._signs: dict[HandoverSide, tuple[SectionLabel, QLabel]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        for side in HandoverSide:
            column.addWidget(self._build_side(side))
        for part in (self._state, self.missing, self._moves_head, self._moves):
            column.addWidget(part)
        column.addStretch(1)

    def show_record(self, record: HandoverRecord) -> None:
        """Show who signed and what is missing."""
        said = HandoverWords.of(self._context)
        for side in HandoverSide:
            self._show_side(side, record, said)
        items = list(self._missing(record, said))
        self._state.setText(self.tr("Still missing") if not record.row.over else self.tr("State"))
        self.missing.set_items(items)
        counts = Counter(item.kind for item in record.moves if item.held is None)
        words = self._context.translations.words
        self._moves_head.setText(
            self.tr("Went to {0}").format(record.row.taker.name)
            if record.row.state is HandoverState.MOVED
            else self.tr("Will go to {0}").format(record.row.taker.name)
        )
        told = [
            self.tr("{0}: {1}").format(words(f"move_kind.{kind.value}"), counts[kind])
            for kind in MoveKind
            if counts[kind]
        ]
        staying = sum(item.held is not None for item in record.moves)
        if staying and not record.row.over:
            told.append(self.tr("%n thing(s) stay: see the list before handing over", "", staying))
        nothing = self.tr("Nothing: the records name nothing to move")
        if record.moves or record.row.over:  # what could go was left where it is
            nothing = self.tr("Nothing")
        self._moves.setText("\n".join(told) or nothing)
        called_off = record.row.state is HandoverState.CALLED_OFF
        self._moves_head.setVisible(not called_off)
        self._moves.setVisible(not called_off)

    # ---- inside

    def _build_side(self, side: HandoverSide) -> Card:
        card = Card("panel", self)
        head = SectionLabel(parent=card)
        told = label(parent=card, wrap=True)
        acts = QWidget(card)
        flow = FlowLayout(acts, current_theme().size("space_s"))
        sign = self.sign_buttons[side] = button("", icon_name="pen-line", parent=acts)
        paper = self.paper_buttons[side] = button("", icon_name="file-check", parent=acts)
        sign.clicked.connect(lambda: self.sign_requested.emit(side))
        paper.clicked.connect(lambda: self.paper_requested.emit(side))
        flow.addWidget(sign)
        flow.addWidget(paper)
        for part in (head, told, acts):
            card.body.addWidget(part)
        self._signs[side] = (head, told)
        return card

    def _show_side(self, side: HandoverSide, record: HandoverRecord, said: HandoverWords) -> None:
        words = self._context.translations.words
        head, told = self._signs[side]
        row = record.row
        party = row.giver if side is HandoverSide.GIVER else row.taker
        head.setText(words(f"handover_side.{side.value}"))
        signature = record.signature(side)
        name = party.name
        if signature is None:
            text = self.tr("{0} has not signed.").format(name)
        elif signature.on_paper:
            text = self.tr("{0} signed on paper, {1}; recorded by {2}.").format(
                name, said.moment(signature.at), signature.operator
            )
        else:
            text = self.tr("{0} signed here, {1}.").format(name, said.moment(signature.at))
        if signature is not None and not signature.counts:
            more = self.tr("{0} It was an earlier version of the book.")
            if not row.over:
                more = self.tr("{0} It was an earlier version of the book: please sign again.")
            text = more.format(text)
        elif signature is not None and not signature.current and not row.over:
            text = self.tr("{0} The records changed since.").format(text)
        if signature is not None and signature.unprinted:
            more = self.tr("{0} The book had not been printed; what was signed: {1}")
            text = more.format(text, signature.unprinted)
        told.setText(text)
        mine = party.operator_id == self._context.desk.operator.id
        again = signature is not None
        sign, paper = self.sign_buttons[side], self.paper_buttons[side]
        sign.setText(self.tr("Sign again") if again else self.tr("Sign"))
        paper.setText(self.tr("Signed again on paper…") if again else self.tr("Signed on paper…"))
        for made, offered in ((sign, mine), (paper, not mine)):
            made.setVisible(offered and not row.over)
            made.setAccessibleName(f"{made.text()} ({visible(name)})")
            refuse(made, why_not(self._context, Action.HANDOVER_SIGN))

    def _missing(self, record: HandoverRecord, said: HandoverWords) -> Iterator[CheckItem]:
        """Yield what is done, and what is missing before the open items go over."""
        row = record.row
        if row.state is HandoverState.CALLED_OFF:
            why = next((one.text for one in reversed(record.entries)), "")
            yield CheckItem("over", self.tr("Called off: {0}").format(why), "open")
            return
        if row.state is HandoverState.MOVED:
            when = said.moment(row.ended_at)
            yield CheckItem("over", self.tr("Handed over {0}").format(when), "done")
            if record.override:
                text = self.tr("Not signed by both: {0}").format(record.override)
                yield CheckItem("override", text, "advice")
            return
        for side, name in (
            (HandoverSide.GIVER, row.giver.name),
            (HandoverSide.TAKER, row.taker.name),
        ):
            one = record.signature(side)
            if one is not None and not one.counts:
                text = self.tr("{0} signed something else: both sign the same book")
                yield CheckItem(f"sign_{side.value}", text.format(name), "missing")
                continue
            text = self.tr("The signature of {0}") if one is None else self.tr("{0} signed")
            yield CheckItem(
                f"sign_{side.value}", text.format(name), "open" if one is None else "done"
            )
        yield from self._advice(record, said)

    def _advice(self, record: HandoverRecord, said: HandoverWords) -> Iterator[CheckItem]:
        """Yield what is worth a look before it goes over."""
        row, book = record.row, record.book
        if record.taker_gone:
            text = self.tr("{0} no longer works here or has left: call this off and begin again")
            yield CheckItem("taker", text.format(row.taker.name), "missing")
        if record.unsure:
            yield CheckItem("namesakes", said.namesakes(record), "advice")
        if record.giver_only_owner:
            yield CheckItem("owner", said.only_owner(record), "advice")
        for group in book.groups:
            if not group.purpose:
                text = self.tr("The purpose of {0} is not written down").format(group.name)
                yield CheckItem(f"purpose_{group.id}", text, "advice")
        nobody = sum(not line.by for line in book.lines(BookPart.CASES))
        if nobody:
            text = self.tr("%n open case(s) that nobody looks after", "", nobody)
            yield CheckItem("nobody", text, "advice")
        if not book.lines(BookPart.ENTRIES):
            text = self.tr("Nothing written in by hand: promises, contacts, files?")
            yield CheckItem("entries", text, "open")
        for change in record.changes:
            text = self.tr("Changed since it was signed: {0}").format(said.change(change))
            yield CheckItem(f"changed_{change.part or ''}", text, "advice")
