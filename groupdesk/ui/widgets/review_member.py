# SPDX-License-Identifier: MIT
"""One member of a review: what was known when they were picked, what is known now, what to do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.enums import WarningState
from groupdesk.domain.review_enums import ReviewChange, ReviewChoice, ReviewStage
from groupdesk.domain.review_records import ReviewRowRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.review_words import ReviewWords, change_tone
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label, plain_tooltip
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.review_table import LETTERS

LOOKS = {
    ReviewChoice.KEEP: "check",
    ReviewChoice.REMIND: "message-square-text",
    ReviewChoice.LAST_NOTICE: "circle-alert",
    ReviewChoice.REMOVE: "user-minus",
    ReviewChoice.UNDECIDED: "undo-2",
}
"""The icon of each decision."""
_COMPARED = 4


class ReviewMember(QWidget):
    """Then and now side by side, so that nobody is asked about what is over."""

    decided = Signal(ReviewChoice)
    """A decision about the member was asked for."""
    opened = Signal()
    """The member themselves are to be shown."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Show nobody."""
        super().__init__(parent)
        self._context = context
        self._row: ReviewRowRecord | None = None
        self._refusal = ""
        self._over = False
        self.name = label(role="section", parent=self, wrap=True)
        self._group = label(role="muted", parent=self, wrap=True)
        self._sign = Avatar("", "avatar_head", self)
        self.stage = Pill("", "muted", self)
        self.banner = Banner(self, closable=False)
        self.buttons: dict[ReviewChoice, QPushButton] = {
            choice: button("", icon_name=look, parent=self) for choice, look in LOOKS.items()
        }
        self.open_button = button("", "link", parent=self)
        self.compared: list[tuple[QLabel, QLabel, QLabel]] = []
        self.facts = FactList(self)
        self._build()
        for choice, made in self.buttons.items():
            made.clicked.connect(lambda _on=False, one=choice: self.decided.emit(one))
        self.open_button.clicked.connect(self.opened)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._say()

    @property
    def row(self) -> ReviewRowRecord | None:
        """Who is shown."""
        return self._row

    def show_row(self, row: ReviewRowRecord | None, *, refusal: str, over: bool = False) -> None:
        """Show a member, or nobody; with a `refusal` nothing can be decided, it says why.

        In a review that is `over` nothing comes next.
        """
        self._row, self._refusal, self._over = row, refusal, over
        self._say()

    def offer_acts(self, *, offered: bool) -> None:
        """Offer decisions about this member; while several are chosen, they would be mistaken."""
        self._acts.setVisible(offered)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        inner = QWidget()
        inner.setProperty("surface", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(*(theme.size("space_l"),) * 4)
        column.setSpacing(theme.size("space_m"))
        words = QVBoxLayout()
        words.addWidget(self.name)
        words.addWidget(self._group)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_m"))
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.stage, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.banner)
        self._acts = QWidget(inner)
        row = FlowLayout(self._acts)
        for made in self.buttons.values():
            row.addWidget(made)
        column.addWidget(self._acts)
        column.addWidget(self._comparison())
        column.addWidget(self.facts)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _comparison(self) -> Card:
        card = Card("panel", self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_theme().size("space_m"))
        grid.setVerticalSpacing(current_theme().size("space_xs"))
        self._heads = (
            label(parent=card),
            label(role="muted", parent=card, wrap=True),
            label(role="muted", parent=card, wrap=True),
        )
        for at, head in enumerate(self._heads):
            grid.addWidget(head, 0, at)
            grid.setColumnStretch(at, 1)
        for line in range(1, _COMPARED + 1):
            cells = (
                label(role="muted", parent=card),
                label(parent=card, wrap=True, selectable=True),
                label(role="strong", parent=card, wrap=True, selectable=True),
            )
            for at, cell in enumerate(cells):
                grid.addWidget(cell, line, at, Qt.AlignmentFlag.AlignTop)
            self.compared.append(cells)
        card.body.addLayout(grid)
        return card

    # ---- words

    def _say(self) -> None:
        words = self._context.translations.words
        keys = {choice: letter.upper() for letter, choice in LETTERS.items()}
        for choice, made in self.buttons.items():
            why_not = self._why_not(choice)
            made.setText(words(f"review_act.{choice.value}"))
            made.setToolTip(plain_tooltip(why_not or f"{made.text()} ({keys[choice]})"))
            made.setAccessibleDescription(why_not)
            made.setEnabled(self._row is not None and not why_not)
        self.open_button.setText(self.tr("Show this member"))
        self.setAccessibleName(self.tr("The member in front"))
        row = self._row
        self.setVisible(row is not None)
        if row is not None:
            self._show(row, ReviewWords.of(self._context))

    def _why_not(self, choice: ReviewChoice) -> str:
        """Return why this cannot be decided about the member in front, empty where it can."""
        row = self._row
        if row is None or self._refusal:
            return self._refusal
        said = ReviewWords.of(self._context)
        if row.stage in {ReviewStage.GONE, ReviewStage.REMOVAL}:
            return said.changes(row) or said.stage(row)[0]
        if choice is ReviewChoice.UNDECIDED is row.choice:
            return self._context.translations.words("review_choice.undecided")
        return ""

    def _show(self, row: ReviewRowRecord, said: ReviewWords) -> None:
        words = self._context.translations.words
        self._sign.set_name(row.name)
        self.name.setText(row.name)
        why = words("review_say.picked_as", why=said.why(row))
        self._group.setText(f"{row.group_name} · {why}")
        self.stage.show_word(*said.stage(row))
        if row.changes:
            self.banner.show_message(said.changes(row), change_tone(row))
        else:
            self.banner.dismiss()
        self._heads[1].setText(self.tr("When picked, {0}").format(said.day_of(row.picked_at)))
        self._heads[2].setText(self.tr("Now"))
        gone = {ReviewChange.LEFT, ReviewChange.REMOVED, ReviewChange.WITHDRAWN} & set(row.changes)
        here = words(f"review_change.{min(gone)}") if gone else self.tr("in the group")
        then, now = said.active(row.last_active_then), said.active(row.last_active)
        lines = (
            (self.tr("Name"), row.name_then, row.name),
            (self.tr("Last active"), then, now),
            (self.tr("Messages"), said.messages(row.messages_then), said.messages(row.messages)),
            (self.tr("In the group"), self.tr("in the group"), here),
        )
        for cells, texts in zip(self.compared, lines, strict=True):
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)
            name, then, now = texts
            cells[1].setAccessibleName(visible(f"{name}, {self._heads[1].text()}: {then}"))
            cells[2].setAccessibleName(visible(f"{name}, {self._heads[2].text()}: {now}"))
        marks = [
            text
            for text, holds in (
                (self.tr("Key customer"), row.key_customer),
                (self.tr("Protected"), row.protected),
            )
            if holds
        ]
        nothing = words("review_choice.undecided")
        state = row.message_state
        message = words(f"warning_state.{state.value}") if state is not None else ""
        if state is WarningState.SENT:
            message = words("review_say.sent_on", day=said.day_of(row.sent_at))
        self.facts.set_facts(
            [
                (self.tr("Decision"), said.decided(row) or nothing),
                (self.tr("Reason"), row.reason),
                (self.tr("What comes next"), "" if self._over else said.coming(row)),
                (self.tr("Last message"), message),
                (self.tr("Reminder sent"), said.day_of(row.reminded_at)),
                (self.tr("Last notice sent"), said.day_of(row.noticed_at)),
                (self.tr("Joined"), said.day_of(row.joined_at)),
                (self.tr("Marks"), self.tr(", ").join(marks)),
            ]
        )
