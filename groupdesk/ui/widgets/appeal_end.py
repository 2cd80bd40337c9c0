# SPDX-License-Identifier: MIT
"""How an appeal ended: outcome, reason, who decided, the letter and what became of it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.appeal_records import AppealRecord
from groupdesk.ui.appeal_words import AppealWords
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.message_preview import MessagePreview
from groupdesk.ui.widgets.section_label import SectionLabel


class AppealEnd(Card):
    """Hidden while the appeal is open."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent=parent)
        self._context = context
        self._appeal: AppealRecord | None = None
        self._head = SectionLabel(parent=self)
        self.outcome = label(role="section", parent=self, wrap=True)
        self.reason = label(parent=self, wrap=True, selectable=True)
        self.facts = FactList(self)
        self._letter_head = SectionLabel(parent=self)
        self.letter = MessagePreview(parent=self)
        for part in (
            *(self._head, self.outcome, self.reason, self.facts),
            *(self._letter_head, self.letter),
        ):
            self.body.addWidget(part)
        self.hide()

    def show_appeal(self, appeal: AppealRecord) -> None:
        """Show how `appeal` ended, if it did."""
        self._appeal = appeal
        self.setVisible(appeal.decision is not None)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        appeal = self._appeal
        decision = appeal.decision if appeal is not None else None
        if appeal is None or decision is None:
            return
        context = self._context
        words = context.translations.words
        said = AppealWords(words, context.dates, context.desk.clock())
        self._head.setText(self.tr("Decision on the appeal"))
        self.outcome.setText(words(f"appeal_outcome.{decision.outcome.value}"))
        self.reason.setText(decision.reason)
        facts = [
            (self.tr("Decided by"), decision.operator),
            (self.tr("Decided"), said.moment(decision.at)),
            (self.tr("From now on"), said.term(decision.term, decision.until)),
            (self.tr("Why the same person"), decision.override_reason),
        ]
        if decision.letter:
            last = appeal.deliveries[-1] if appeal.deliveries else None
            state = words(f"notice_state.{last.state.value}") if last else self.tr("not sent yet")
            when = said.moment(last.at) if last is not None else ""
            facts.append((self.tr("Letter"), ", ".join(filter(None, (state, when)))))
            facts.append((self.tr("Note on the letter"), last.note if last is not None else ""))
        self.facts.set_facts(facts)
        self._letter_head.setText(self.tr("Letter"))
        self._letter_head.setVisible(bool(decision.letter))
        self.letter.setVisible(bool(decision.letter))
        self.letter.set_message(decision.operator, decision.letter)
