# SPDX-License-Identifier: MIT
"""Why people left, as it is printed: for ourselves, or to hand out."""

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Edition, Language
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.print_frame import PrintFrame
from groupdesk.ui.widgets.section_label import SectionLabel


class ExitReportDialog(PrintFrame):
    """Offers who reads it, in which language, on which paper."""

    def __init__(
        self,
        context: UiContext,
        group_id: int,
        where: str,
        period: tuple[date, date],
        parent: QWidget | None = None,
    ) -> None:
        """Show the exits of a group, or of all for 0, called `where`, in `period`."""
        super().__init__(context, self._name_of_file, parent)
        self._group_id, self._where, self._period = group_id, where, period
        self._reader_head = SectionLabel(parent=self)
        self.edition = ChipRow("", parent=self)
        self._edition_text = label(role="muted", parent=self, wrap=True)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.paper: ChoiceBox[str] = ChoiceBox(self)
        self._fields = {
            "language": FormField("", self.language, self),
            "paper": FormField("", self.paper, self),
        }
        for part in (self._reader_head, self.edition, self._edition_text, *self._fields.values()):
            self.side.addWidget(part)
        self.side.addStretch(1)
        self._say()
        self.language.choose(Language(context.translations.language))
        if context.settings.values.paper == "us-letter":
            self.paper.choose("us-letter")
        self.edition.chosen.connect(lambda _key: self._make())
        for field in (self.language, self.paper):
            field.chosen.connect(self._make)
        self.resize(1080, 760)
        self._make()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(self._name(), self._days(), sign="door-open")
        self._reader_head.setText(self.tr("Who reads it"))
        self.edition.setAccessibleName(self.tr("Edition"))
        self.edition.set_chips(
            [
                Chip(Edition.FILE.value, self.tr("File copy")),
                Chip(Edition.HANDOUT.value, self.tr("Handout")),
            ]
        )
        self.language.set_choices([(words(f"language.{one.value}"), one) for one in Language])
        self.paper.set_choices([("A4", "a4"), (self.tr("US Letter"), "us-letter")])
        self._fields["language"].set_caption(self.tr("&Language of the report"))
        self._fields["paper"].set_caption(self.tr("&Paper"))
        self._say_edition()

    def _say_edition(self) -> None:
        text = self.tr("Internal. All numbers as they are.")
        if self.edition.current == Edition.HANDOUT.value:
            text = self.tr(
                "For outside: what is about fewer than 3 people is told together with others, so"
                " that nobody can be guessed from a number."
            )
        self._edition_text.setText(text)

    def _make(self) -> None:
        reports, edition = self._context.desk.reports, Edition(self.edition.current)
        language, paper = self.language.value, self.paper.value
        self._say_edition()
        group_id, (since, until) = self._group_id, self._period
        self.make(
            lambda: reports.preview_exits(group_id, since, until, language, paper, edition=edition)
        )

    def _days(self) -> str:
        dates = self._context.dates
        return self.tr("{0} to {1}").format(*(dates.full_day(day) for day in self._period))

    def _name(self) -> str:
        return self.tr("Why people leave: {0}").format(self._where)

    def _name_of_file(self) -> str:
        days = [day.isoformat() for day in self._period]
        return self.tr("{0} {1} to {2}").format(self._name().replace(":", ""), *days)
