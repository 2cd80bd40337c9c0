# SPDX-License-Identifier: MIT
"""The cases of a person so far, beside the form that opens another one."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.clock import from_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pill import Pill

_MOST = 20


class OpenCasesPanel(QWidget):
    """Names the person's cases, and says which one takes what follows."""

    def __init__(self, context: UiContext, person_id: int, parent: QWidget | None = None) -> None:
        """Read the cases of all entries of the person."""
        super().__init__(parent)
        self._context = context
        self._person_id = person_id
        self.rows: tuple[CaseRow, ...] = ()
        self._said = label(parent=self, wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(current_theme().size("space_s"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addWidget(self._said)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.reload()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    def reload(self) -> None:
        """Read the cases again."""
        language = self._context.translations.language
        self.rows = self._context.desk.cases.rows(
            person_id=self._person_id, language=language, limit=_MOST
        )
        self._said.setText(
            self.tr(
                "What you record later joins the open case about its rule, else one that names no"
                " rule yet."
            )
            if self.rows
            else self.tr("No case so far. This will be the first one.")
        )
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in self.rows:
            self._cards.addWidget(self._card(row))

    def _card(self, row: CaseRow) -> Card:
        words, dates = self._context.translations.words, self._context.dates
        card = Card(parent=self)
        top = QHBoxLayout()
        title = self.tr("Case {0}").format(row.number)
        top.addWidget(label(title, "strong", card), 1)
        tone: ToneName = "accent" if row.state is CaseState.OPEN else "muted"
        top.addWidget(Pill(words(row.state_word), tone, card))
        card.body.addLayout(top)
        opened = dates.moment(from_text(row.opened_at), self._context.desk.clock())
        about = f"{row.rule_code} {row.rule_title}".strip()
        card.body.addWidget(
            label(
                " · ".join(filter(None, (about, row.group_name, opened))),
                "secondary",
                card,
                wrap=True,
            )
        )
        return card
