# SPDX-License-Identifier: MIT
"""What an objection is about, beside the form that records or decides it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.appeal_records import AppealRecord, AppealTarget
from groupdesk.domain.records import TimelineEntry
from groupdesk.ui.appeal_words import AppealWords
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.timeline_words import TimelineWords
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.timeline_card import TimelineCard


class FirstDecision(QWidget):
    """The decision that a member objects to: with its reason and screenshots, by whom, since when.

    With `appeal` also what the member said.
    """

    def __init__(
        self,
        context: UiContext,
        target: AppealTarget,
        parent: QWidget | None = None,
        *,
        appeal: AppealRecord | None = None,
    ) -> None:
        """Show `target`."""
        super().__init__(parent)
        self._context, self._target, self._appeal = context, target, appeal
        self._entry = entry_of(context, target)
        self._head = SectionLabel(parent=self)
        self._card = TimelineCard(context.thumbnails, self, with_menu=False)
        self.facts = FactList(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        for part in (self._head, self._card, self.facts):
            column.addWidget(part)
        self._card.setVisible(self._entry is not None)
        self._card.picture_requested.connect(self._open_picture)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        context, target = self._context, self._target
        now = context.desk.clock()
        words = context.translations.words
        said = AppealWords(words, context.dates, now)
        self._head.setText(self.tr("What it is about"))
        if self._entry is not None:
            self._card.show_entry(self._entry, TimelineWords(words, context.dates, now))
        facts = [
            (self.tr("Decided by"), target.decided_by),
            (self.tr("Approved by"), target.approved_by),
            (self.tr("Member knows of it"), said.heard(target)),
            (
                self.tr("Objections until"),
                said.day(target.last_day) if target.last_day else self.tr("at any time"),
            ),
            (self.tr("Answer within"), self.tr("%n day(s)", "", target.answer_days)),
        ]
        if self._appeal is not None:
            facts.append((self.tr("Answer by"), said.day(self._appeal.row.answer_by)))
        self.facts.set_facts(facts)

    def _open_picture(self, entry: TimelineEntry, at: int) -> None:
        from groupdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415

        PictureDialog(self._context, entry.evidence, at, self.window()).open()


def entry_of(context: UiContext, target: AppealTarget) -> TimelineEntry | None:
    """Return the entry of the timeline that somebody objects to."""
    return next(
        (
            entry
            for entry in context.desk.timeline.of_case(target.case_number)
            if entry.kind == target.kind.value and entry.id == target.id
        ),
        None,
    )
