# SPDX-License-Identifier: MIT
"""Cases that belong to the one in front, and why."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import CaseState, RelatedHow
from groupdesk.domain.case_records import RelatedCase
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.section_label import SectionLabel


class CaseRelated(QScrollArea):
    """One card for each case; a click goes to it, those put together by hand can be taken apart."""

    case_requested = Signal(int)
    apart_requested = Signal(object)
    """A RelatedCase that does not belong here after all."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a case."""
        super().__init__(parent)
        self._context = context
        self._related: tuple[RelatedCase, ...] = ()
        self.cards: list[Card] = []
        theme = current_theme()
        inner = QWidget()
        inner.setProperty("surface", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_m"))
        column.setSpacing(theme.size("space_s"))
        acts = QHBoxLayout()
        acts.addWidget(context.acts.button("case.relate", parent=inner))
        acts.addStretch(1)
        column.addLayout(acts)
        self._none = label(role="muted", parent=inner, wrap=True)
        column.addWidget(self._none)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.size("space_s"))
        column.addLayout(self._list)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._say()

    def show_related(self, related: tuple[RelatedCase, ...]) -> None:
        """Show these cases."""
        if related != self._related:
            self._related = related
            self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- inside

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Related cases"))
        self._none.setText(
            self.tr(
                "No other case of this person, none on the same rule about the same time, and"
                " none put together with it by hand."
            )
        )
        self._none.setVisible(not self._related)
        self.cards.clear()
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        words = self._context.translations.words
        last: RelatedHow | None = None
        for one in self._related:
            if one.how is not last:
                last = one.how
                self._list.addWidget(SectionLabel(words(f"related_how.{last}"), self.widget()))
            card = self._card(one)
            self.cards.append(card)
            self._list.addWidget(card)

    def _card(self, one: RelatedCase) -> Card:
        theme = current_theme()
        words, row = self._context.translations.words, one.row
        card = Card(parent=self.widget(), clickable=True)
        card.clicked.connect(partial(self.case_requested.emit, row.number))
        title = self.tr("Case {0}: {1}").format(row.number, row.member_name)
        card.setAccessibleName(visible(title))
        card.setToolTip(self.tr("Go to this case"))
        top = QHBoxLayout()
        top.setSpacing(theme.size("space_s"))
        top.addWidget(label(title, "strong", card, wrap=True), 1)
        tone: ToneName = "accent" if row.state is CaseState.OPEN else "muted"
        top.addWidget(Pill(words(row.state_word), tone, card), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(top)
        for text in self._lines(one, row):
            card.body.addWidget(label(text, "secondary", card, wrap=True))
        if one.how is RelatedHow.BY_HAND:
            apart = button(self.tr("Take apart…"), "link", parent=card)
            apart.setAccessibleName(visible(self.tr("Take apart: {0}").format(title)))
            refused = why_not(self._context, Action.CASE_UNRELATE)
            refused = refused or self._context.acts.group_refusal
            apart.setEnabled(not refused)
            apart.setToolTip(refused)
            apart.clicked.connect(partial(self.apart_requested.emit, one))
            card.body.addWidget(apart, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _lines(self, one: RelatedCase, row: CaseRow) -> list[str]:
        dates, now = self._context.dates, self._context.desk.clock()
        opened = dates.moment(from_text(row.opened_at), now)
        about = f"{row.rule_code} {row.rule_title}".strip()
        lines = [" · ".join(filter(None, (about, row.group_name, opened)))]
        if one.reason:
            lines.append(self.tr("“{0}” ({1})").format(one.reason, one.operator))
        elif row.outcome:
            lines.append(self.tr("Outcome: {0}").format(row.outcome))
        return lines
