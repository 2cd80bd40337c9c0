# SPDX-License-Identifier: MIT
"""What the courtesy check says of a message: what could be better first, then what is good."""

from collections.abc import Sequence, Set

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.courtesy import HARMFUL, CourtesyCode, CourtesyReport, Finding, check
from groupdesk.domain.enums import Language
from groupdesk.domain.text import is_blank
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.check_list import CheckItem, CheckList
from groupdesk.ui.widgets.courtesy_advice import CourtesyAdvice
from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.ui.widgets.section_label import SectionLabel

_ELSEWHERE = {CourtesyCode.PLACEHOLDERS}  # the preview marks them where they stand


class CourtesyPanel(Card):
    """Advises and never blocks; empty messages have nothing to say about.

    `looked` says that a message was looked at.
    """

    looked = Signal()

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        """Start without a message."""
        super().__init__("panel", parent)
        self._translations = translations
        self._report: CourtesyReport | None = None
        self._left_out: Set[CourtesyCode] = _ELSEWHERE
        self._head = SectionLabel(parent=self)
        self.advice = CourtesyAdvice(translations, self)
        self.nothing = CheckList(parent=self)
        self.praise = (CheckList(parent=self), CheckList(parent=self))
        self.body.addWidget(self._head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.advice)
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_m"))
        for part in self.praise:
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self._translate()

    @property
    def report(self) -> CourtesyReport | None:
        """What was found, None for an empty message."""
        return self._report

    @property
    def problems(self) -> Sequence[Finding]:
        """What could be better and is said here, harsh things first."""
        found = self._report.problems if self._report is not None else ()
        return [one for one in found if one.code not in self._left_out]

    @property
    def harsh(self) -> bool:
        """Whether any of it is harsh, not only missing."""
        return any(one.code in HARMFUL for one in self.problems)

    @property
    def unfilled(self) -> bool:
        """Whether placeholders are wrong or not filled in; the preview shows where."""
        return self._report is not None and not self._report.of(CourtesyCode.PLACEHOLDERS).ok

    def attach(self, editor: MessageEditor) -> None:
        """Mark words in `editor` and offer to put them better there."""
        self.advice.attach(editor)

    def look_at(
        self,
        text: str,
        language: Language,
        rule_names: Sequence[str],
        left_out: Set[CourtesyCode] = frozenset(),
    ) -> None:
        """Check `text`; `rule_names` are code and titles that count as naming the rule.

        Without any, it is not missed that none is named. `left_out` is not asked for at all.
        """
        blank = is_blank(text)
        unnamed = set() if rule_names else {CourtesyCode.NAMES_RULE}
        self._left_out = _ELSEWHERE | unnamed | left_out
        self._report = None if blank else check(text, language, rule_names=rule_names)
        self._show()
        self.looked.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._show()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._head.setText(self.tr("Courtesy check"))

    def _show(self) -> None:
        report = self._report
        if report is None:
            nothing = self.tr("Write a message or choose a template first.")
            self.nothing.set_items([CheckItem("empty", nothing, "open")])
            self._praise([])
            self.advice.show_findings(None, ())
            return
        self.nothing.set_items([])
        self.advice.show_findings(report, self.problems)
        words = self._translations.words
        values = {"length": report.length, "limit": report.limit}
        good = [
            CheckItem(code.value, words(report.of(code).words, **values), "done")
            for code in report.praises
        ]
        if all(report.of(code).ok for code in HARMFUL - _ELSEWHERE):
            harmless = self.tr("No insults, threats, shouting or mockery found")
            if report.read < report.length:
                harmless = self.tr(
                    "None found in the first {0} characters: insults, threats, mockery"
                )
                harmless = harmless.format(f"{report.read:,}")
            good.append(CheckItem("harmless", harmless, "done"))
        self._praise(good)

    def _praise(self, good: Sequence[CheckItem]) -> None:
        half = (len(good) + 1) // 2
        self.nothing.setVisible(self._report is None)
        for part, items in zip(self.praise, (good[:half], good[half:]), strict=True):
            part.set_items(items)
            part.setVisible(bool(items))
