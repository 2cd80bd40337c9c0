# SPDX-License-Identifier: MIT
"""The fair-process list beside a removal: what the records say, and why one goes on without."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.enums import FairItem, Ground, Severity
from groupdesk.domain.fairness import NEVER_OVERRIDDEN, FairLine, FairState, unanswered
from groupdesk.domain.told_records import RulesKnown
from groupdesk.ui.context import UiContext
from groupdesk.ui.fair_words import FairWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.check_list import CheckItem, CheckList, CheckState
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class FairPanel(QWidget):
    """Shows the lines that a ground asks for; the others are left out, with a word on why."""

    answered = Signal()
    """An override reason was typed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without lines."""
        super().__init__(parent)
        self._context = context
        self._lines: tuple[FairLine, ...] = ()
        self._note_key = ""
        self._rule_open = False
        self._breach_at = ""
        self._head = SectionLabel(parent=self)
        self._note = label(role="secondary", parent=self, wrap=True)
        self.list = CheckList(parent=self)
        self._foot = label(role="secondary", parent=self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        self._known: RulesKnown | None = None
        self._known_line = label(role="secondary", parent=self, wrap=True)
        self._approval = label(role="secondary", parent=self, wrap=True)
        self._approval.hide()
        parts = (self._head, self._note, self.list, self._known_line, self._approval, self._foot)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.list.answered.connect(lambda _key, _text: self.answered.emit())
        self._translate()

    @property
    def overrides(self) -> dict[FairItem, str]:
        """The override reasons of the lines that ask for one."""
        return {FairItem(key): text for key, text in self.list.answers().items() if text}

    @property
    def waiting(self) -> tuple[FairItem, ...]:
        """The lines that still ask for an override reason."""
        return tuple(item for item in unanswered(self._asking()) if item not in NEVER_OVERRIDDEN)

    @property
    def skips(self) -> bool:
        """Whether the removal goes on without something that can be overridden."""
        return any(
            line.state is FairState.MISSING and line.item not in NEVER_OVERRIDDEN
            for line in self._asking()
        )

    def restore(self, overrides: dict[str, str]) -> None:
        """Put override reasons back, from a draft."""
        self.list.set_answers(overrides)

    def show_lines(
        self,
        lines: Sequence[FairLine],
        ground: Ground,
        severity: Severity | None,
        breach_at: str = "",
    ) -> None:
        """Show what was found; what was typed under a line stays while it still asks.

        `breach_at` is when it happened, as far as that is said: a talk may have been before.
        """
        self._breach_at = breach_at
        self._lines = tuple(lines)
        self._note_key = _note_key(ground, severity)
        self._rule_open = ground is Ground.BREACH and severity is None
        self._show()

    def show_known(self, known: RulesKnown | None) -> None:
        """Show which version of the rules the member had been told of, if that is on record."""
        self._known = known
        self._show()

    def show_approval(self, *, asks: bool) -> None:
        """Say whether the removal will wait for another operator."""
        self._approval.setVisible(asks)

    @property
    def known(self) -> str:
        """What is said of that, empty where nothing is."""
        return self._known_line.text()

    def show_error(self, item: FairItem) -> None:
        """Go to the field of a line that still needs a reason."""
        self.list.field(item.value).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._show()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._head.setText(self.tr("Before you remove"))
        self._approval.setText(
            self.tr(
                "This group asks for a second person: another operator says yes or no, on this desk"
                " with their own PIN. Until then nothing is carried out."
            )
        )
        self._foot.setText(
            self.tr(
                "What you write here is printed in the case file. Reason and screenshot are always"
                " needed."
            )
        )

    def _show(self) -> None:
        words = self._context.translations.words
        wanted = [line for line in self._lines if line.state is not FairState.NOT_NEEDED]
        waiting = unanswered(self._asking())
        self.list.set_items([self._item(line, waiting=line.item in waiting) for line in wanted])
        self._note.setText(words(self._note_key) if self._note_key else "")
        self._note.setVisible(bool(self._note_key))
        self._foot.setVisible(self.skips)
        known = self._known
        key = "acknowledged" if known is not None and known.acknowledged else "told"
        said = (
            ""
            if known is None
            else words(
                f"fair_rule_known.{key}", version=known.version, date=self._said.day(known.at)
            )
        )
        self._known_line.setText(said)
        self._known_line.setVisible(bool(said))

    def _asking(self) -> tuple[FairLine, ...]:
        """Return the lines that ask something; of a rule not chosen yet nothing is known."""
        lines = self._lines
        return tuple(
            line for line in lines if not (self._rule_open and line.item is FairItem.RULE_PUBLISHED)
        )

    def _item(self, line: FairLine, *, waiting: bool) -> CheckItem:
        words = self._context.translations.words
        if self._rule_open and line.item is FairItem.RULE_PUBLISHED:
            return CheckItem(line.item.value, words("fair_note.rule_open"), "open")
        if line.state is FairState.MET:
            return CheckItem(line.item.value, self._said.found(line), "done")
        required = line.item in NEVER_OVERRIDDEN
        state: CheckState = "open" if required else "missing" if waiting else "advice"
        prompt = "" if required else words(f"fair_prompt.{line.item.value}")
        return CheckItem(line.item.value, self._said.missing(line), state, prompt)

    @property
    def _said(self) -> FairWords:
        return FairWords(self._context, self._breach_at)


def _note_key(ground: Ground, severity: Severity | None) -> str:
    if ground is Ground.COMPROMISED:
        return "fair_note.compromised"
    if ground is not Ground.BREACH:
        return "fair_note.no_breach"
    return "fair_note.zero_tolerance" if severity is Severity.ZERO_TOLERANCE else ""
