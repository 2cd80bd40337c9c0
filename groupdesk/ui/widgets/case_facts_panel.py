# SPDX-License-Identifier: MIT
"""What happened in a case, as it says now, with all screenshots of its acts."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.case_records import CaseFacts
from groupdesk.domain.clock import from_text
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.text import visible
from groupdesk.ui.case_words import fact_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.evidence_thumbnail import EvidenceThumbnail
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class CaseFactsPanel(QScrollArea):
    """Facts one under the other, each under its name; a correction is an entry of its own."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a case."""
        super().__init__(parent)
        self._context = context
        self._row: CaseRow | None = None
        self._facts: CaseFacts | None = None
        self._pictures: tuple[EvidenceRecord, ...] = ()
        theme = current_theme()
        inner = QWidget()
        inner.setProperty("surface", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_m"))
        self._column.setSpacing(theme.size("space_xs"))
        self._lines = [
            (SectionLabel(parent=inner), label(parent=inner, wrap=True, selectable=True))
            for _fact in range(6)
        ]
        for head, value in self._lines:
            value.setContentsMargins(0, 0, 0, theme.size("space_s"))
            self._column.addWidget(head)
            self._column.addWidget(value)
        acts = QHBoxLayout()
        acts.setSpacing(theme.size("space_s"))
        acts.addWidget(context.acts.button("case.correct", parent=inner))
        self._wrong_person = context.acts.button("case.wrong_person", parent=inner)
        acts.addWidget(self._wrong_person)
        acts.addStretch(1)
        self._column.addSpacing(theme.size("space_s"))
        self._column.addLayout(acts)
        self._column.addSpacing(theme.size("space_m"))
        self._shots = SectionLabel(parent=inner)
        self._column.addWidget(self._shots)
        self._strip = QWidget(inner)
        self._flow = FlowLayout(self._strip, theme.size("space_s"))
        self._column.addWidget(self._strip)
        self._column.addStretch(1)
        self.thumbnails: list[EvidenceThumbnail] = []
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._say()

    def show_case(
        self, row: CaseRow, facts: CaseFacts, pictures: tuple[EvidenceRecord, ...]
    ) -> None:
        """Show what a case says, and the screenshots of all its acts, each once."""
        self._row, self._facts = row, facts
        self._wrong_person.setVisible(row.state is CaseState.OPEN and not row.acts)
        if pictures != self._pictures:
            self._pictures = pictures
            self._show_pictures()
        self._say()

    @property
    def facts(self) -> dict[str, str]:
        """What is shown, by name."""
        return {
            head.accessibleName(): value.text()
            for head, value in self._lines
            if not value.isHidden()
        }

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- inside

    def _say(self) -> None:
        self.setAccessibleName(self.tr("What happened"))
        count = len(self._pictures)
        self._shots.setText(self.tr("%n piece(s) of evidence in this case", "", count))
        self._shots.setVisible(bool(count))
        self._strip.setVisible(bool(count))
        said = self._texts()
        for at, (head, value) in enumerate(self._lines):
            name, text = said[at] if at < len(said) else ("", "")
            head.setText(name)
            value.setText(text)
            value.setAccessibleName(visible(f"{name}: {text}"))
            head.setVisible(bool(text))
            value.setVisible(bool(text))

    def _texts(self) -> list[tuple[str, str]]:
        row, facts = self._row, self._facts
        if row is None or facts is None:
            return []
        words, dates = self._context.translations.words, self._context.dates
        now, incident = self._context.desk.clock(), facts.incident
        unknown = self.tr("Nobody has said so yet.")
        happened = fact_text(words, dates, now, "happened_at", incident.happened_at)
        if happened and incident.happened_assumed:
            happened = self.tr("{0} (assumed: when the message was written)").format(happened)
        opened = dates.moment(from_text(row.opened_at), now)
        by = self.tr("{0}, by {1}, with the first act")
        if facts.by_hand:
            by = self.tr("{0}, by {1}")
        quoted = self.tr("“{0}”").format(incident.quoted_text) if incident.quoted_text else ""
        noticed = fact_text(words, dates, now, "noticed_how", incident.noticed_how.value)
        return [
            (words("case_fact.description"), facts.description),
            (words("case_fact.happened_at"), happened or unknown),
            (words("case_fact.noticed_how"), noticed or unknown),
            (words("case_fact.quoted_text"), quoted),
            (self.tr("Opened"), by.format(opened, facts.opened_by)),
            (self.tr("Outcome"), row.outcome),
        ]

    def _show_pictures(self) -> None:
        for old in self.thumbnails:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.thumbnails = []
        for at, record in enumerate(self._pictures):
            made = EvidenceThumbnail(self._context.thumbnails, record, self._strip)
            made.opened.connect(lambda at=at: self._open(at))
            self._flow.addWidget(made)
            made.show()
            self.thumbnails.append(made)

    def _open(self, at: int) -> None:
        from groupdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415

        PictureDialog(self._context, self._pictures, at, self.window()).open()
