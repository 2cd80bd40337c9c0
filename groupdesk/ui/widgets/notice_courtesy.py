# SPDX-License-Identifier: MIT
"""What the courtesy check says of a removal notice: one line of praise, then advice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.courtesy import CourtesyCode, CourtesyReport, check
from groupdesk.domain.courtesy_offers import OFFERED
from groupdesk.domain.enums import Language
from groupdesk.domain.text import is_blank
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.courtesy_advice import CourtesyAdvice
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.message_editor import MessageEditor

_PRAISED = (
    CourtesyCode.NAMES_RULE,
    CourtesyCode.NAMES_BEHAVIOUR,
    CourtesyCode.SAYS_WHO_HELPS,
    CourtesyCode.GREETING_OR_THANKS,
)

_OF_GOING_ON = {CourtesyCode.NO_INSULT, CourtesyCode.NO_THREAT, CourtesyCode.NO_SARCASM}


class NoticeCourtesy(QWidget):
    """Advises and never blocks."""

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        """Start without a text."""
        super().__init__(parent)
        theme = current_theme()
        self._translations = translations
        self._conduct = True
        self._icon = IconLabel("smile", "ok", parent=self)
        self._line = label(role="secondary", parent=self, wrap=True)
        self._advice = CourtesyAdvice(translations, self)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_s"))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_xs"))
        column.addLayout(row)
        column.addWidget(self._advice)

    def attach(self, editor: MessageEditor, filled: Callable[[str], str]) -> None:
        """Mark words in `editor` and offer to put them better there, `filled` in.

        What is worded for a warning speaks of how to go on: here such words are only left out.
        """
        self._advice.attach(editor, filled, OFFERED - _OF_GOING_ON)

    @property
    def line(self) -> str:
        """What the line says."""
        return self._line.text()

    def look_at(
        self,
        text: str,
        language: Language,
        *,
        breach: bool,
        rule_names: Sequence[str],
        reason: str,
        pending: Sequence[str],
        conduct: bool = True,
    ) -> None:
        """Say what is good and what could be better.

        `pending` are the placeholders that the form fills in while one writes. Without `conduct`
        the text is not about what anybody did.
        """
        self._conduct = conduct
        if is_blank(text):
            self._advice.show_findings(None, ())
            told = self.tr("Without a letter nobody is told.")
            told = self.tr("Without a notice the member is not told why.") if conduct else told
            self._say("info", "muted", told)
            return
        report = check(text, language, rule_names=rule_names)
        explained = not is_blank(reason) and reason.strip() in text
        left_out = {CourtesyCode.SUGGESTS_BETTER}  # it is too late for that
        left_out |= set() if breach else {CourtesyCode.NAMES_RULE}
        left_out |= {CourtesyCode.NAMES_BEHAVIOUR} if explained or not conduct else set()
        left_out |= {CourtesyCode.PLACEHOLDERS} if pending else set()
        self._praise(report, explained=explained, breach=breach, pending=pending)
        problems = [finding for finding in report.problems if finding.code not in left_out]
        self._advice.show_findings(report, problems)

    def _praise(
        self, report: CourtesyReport, *, explained: bool, breach: bool, pending: Sequence[str]
    ) -> None:
        words = self._translations.words
        if pending:
            names = self.tr(", ").join(words(f"placeholder.{name}") for name in pending)
            self._say("pencil", "muted", self.tr("Filled in while you write: {0}").format(names))
            return
        good = set(report.praises) | ({CourtesyCode.NAMES_BEHAVIOUR} if explained else set())
        good -= set() if breach else {CourtesyCode.NAMES_RULE}
        good -= set() if self._conduct else {CourtesyCode.NAMES_BEHAVIOUR}
        praised = [words(f"notice_praise.{code.value}") for code in _PRAISED if code in good]
        line = self.tr(", ").join(praised)
        self._say("smile", "ok", f"{line[:1].upper()}{line[1:]}")

    def _say(self, icon_name: str, tone: ToneName, text: str) -> None:
        self._icon.set_icon(icon_name, tone)
        self._line.setText(text)
        self._icon.setVisible(bool(text))
        self._line.setVisible(bool(text))
