# SPDX-License-Identifier: MIT
"""What a ladder means in words, what is wrong with it, and whom it concerns."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from groupdesk.domain.enums import Severity
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.ladder_checks import LadderProblem
from groupdesk.domain.ladder_records import LadderImpact
from groupdesk.ui.ladder_words import problem_text, severity_lines
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.check_list import CheckItem, CheckList
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class LadderPanel(QWidget):
    """Stands beside the steps and follows them."""

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._translations = translations
        self._shown: tuple[Ladder, Sequence[LadderProblem]] | None = None
        self._impact: LadderImpact | None = None
        self._problem_head = SectionLabel(parent=self)
        self.problems = CheckList(parent=self)
        self.lines: dict[Severity, QLabel] = {}
        self._heads: dict[Severity, SectionLabel] = {}
        self._member_head = SectionLabel(parent=self)
        self.members = label(role="body", parent=self, wrap=True)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_xs"))
        column.addWidget(self._problem_head)
        column.addWidget(self.problems)
        for severity in Severity:
            self._heads[severity] = SectionLabel(parent=self)
            self.lines[severity] = label(role="body", parent=self, wrap=True, selectable=True)
            column.addSpacing(theme.size("space_s"))
            column.addWidget(self._heads[severity])
            column.addWidget(self.lines[severity])
        column.addSpacing(theme.size("space_s"))
        column.addWidget(self._member_head)
        column.addWidget(self.members)
        column.addStretch(1)
        self._say()

    def show_ladder(self, ladder: Ladder, problems: Sequence[LadderProblem]) -> None:
        """Show what a ladder means, and what is to be said of it."""
        self._shown = ladder, problems
        self._say()

    def show_impact(self, impact: LadderImpact | None) -> None:
        """Say whom it concerns; nothing while that is not known."""
        self._impact = impact
        self._say()

    @property
    def text(self) -> str:
        """What the ladder means, as it is shown."""
        return "\n".join(part.text() for part in self.lines.values())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        words = self._translations.words
        self._member_head.setText(self.tr("Members today"))
        for severity, head in self._heads.items():
            head.setText(words(f"severity.{severity.value}"))
        if self._shown is not None:
            ladder, problems = self._shown
            items = [
                CheckItem(
                    f"{problem.code}.{problem.position}.{problem.severity or ''}",
                    problem_text(words, ladder, problem),
                    "missing" if problem.blocks else "advice",
                )
                for problem in problems
            ]
            self.problems.set_items(items)
            blocks = any(problem.blocks for problem in problems)
            said = self.tr("Before it can be published") if blocks else self.tr("To think about")
            self._problem_head.setText(said)
            self._problem_head.setVisible(bool(items))
            self.problems.setVisible(bool(items))
            for severity, lines in self.lines.items():
                lines.setText("\n".join(severity_lines(words, ladder, severity)))
        self.members.setText(self._said_of_members())
        self._member_head.setVisible(bool(self.members.text()))

    def _said_of_members(self) -> str:
        impact = self._impact
        if impact is None:
            return ""
        if not impact.standing:
            return self.tr("Nobody stands on a step, so it concerns new messages only.")
        said = self.tr(
            "%n member(s) stand on a step. Their warnings keep what they were given.",
            "",
            impact.standing,
        )
        if impact.moved:
            said += " " + self.tr(
                "For %n of them this ladder has no such step: they are shown at a milder one, or"
                " at none.",
                "",
                impact.moved,
            )
        return said
