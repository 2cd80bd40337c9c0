# SPDX-License-Identifier: MIT
"""A report before it leaves the house: the file of a case, or the audit of a group."""

from datetime import date

from PySide6.QtCore import QDate, QEvent
from PySide6.QtWidgets import QCheckBox, QDateEdit, QWidget

from groupdesk.domain.enums import Edition, Language
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import GroupRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.print_frame import PrintFrame
from groupdesk.ui.widgets.section_label import SectionLabel


class ReportDialog(PrintFrame):
    """Offers who reads it, in which language, and for an audit which days."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None = None,
        *,
        number: int = 0,
        group: GroupRecord | None = None,
    ) -> None:
        """Show the file of case `number`, or the audit of `group`."""
        super().__init__(context, self._title_of_report, parent)
        self._number = number
        self._group = group
        self.edition = ChipRow("", parent=self)
        self._reader_head = SectionLabel(parent=self)
        self._edition_text = label(role="muted", parent=self, wrap=True)
        self.unredacted = label(role="error", parent=self, wrap=True)
        self._stamp = label(role="muted", parent=self, wrap=True, selectable=True)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.paper: ChoiceBox[str] = ChoiceBox(self)
        today = context.desk.clock().date()
        self.since = QDateEdit(QDate(today.year, today.month, 1).addMonths(-11), self)
        self.until = QDateEdit(QDate(today.year, today.month, today.day), self)
        self._fields = {
            "since": FormField("", self.since, self),
            "until": FormField("", self.until, self),
            "language": FormField("", self.language, self),
            "paper": FormField("", self.paper, self),
        }
        self.notes = QCheckBox(self)  # of the operators, among themselves
        self._build()
        self._say()
        self._choose_defaults()
        self._connect()
        self.resize(1080, 760)
        self._make()

    @classmethod
    def for_case(
        cls, context: UiContext, number: int, parent: QWidget | None = None
    ) -> "ReportDialog":
        """Return the dialog for a case file."""
        return cls(context, parent, number=number)

    @classmethod
    def for_group(
        cls, context: UiContext, group: GroupRecord, parent: QWidget | None = None
    ) -> "ReportDialog":
        """Return the dialog for the audit of a group."""
        return cls(context, parent, group=group)

    # ---- building

    def _build(self) -> None:
        for field in (self.since, self.until):
            field.setCalendarPopup(True)
        for part in (self._reader_head, self.edition, self._edition_text, self.unredacted):
            self.side.addWidget(part)
        self.side.addWidget(self.notes)
        self._noted = self._group is None and bool(
            self._context.desk.case_entries.notes(self._number)
        )
        dates = ("since", "until") if self._group is not None else ()
        for key in (*dates, "language", "paper"):
            self.side.addWidget(self._fields[key])
        for key in {"since", "until"}.difference(dates):
            self._fields[key].hide()
        self.side.addWidget(self._stamp)
        self.side.addStretch(1)

    def _say(self) -> None:
        words = self._context.translations.words
        if self._group is None:
            case = self._context.desk.cases.get(self._number)
            self.set_head(
                self.tr("Case file {0}").format(self._number),
                f"{case.member_name} · {case.group_name}",
                name=case.member_name,
            )
        else:
            self.set_head(
                self.tr("Group audit: {0}").format(self._group.name),
                self.tr("What was done, by whom and on which rule, for a period"),
                sign="chart-column",
            )
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
        for key, caption in (
            ("since", self.tr("&From")),
            ("until", self.tr("&To")),
            ("language", self.tr("&Language of the report")),
            ("paper", self.tr("&Paper")),
        ):
            self._fields[key].set_caption(caption)
        for field in (self.since, self.until):
            field.setDisplayFormat(self.tr("d MMM yyyy"))
        self.notes.setText(self.tr("Print the &operators’ notes, too"))
        self._say_edition()

    def _choose_defaults(self) -> None:
        desk = self._context.desk
        group = self._group or desk.groups.get(desk.cases.get(self._number).group_id)
        self.language.choose(group.language)
        if self._context.settings.values.paper == "us-letter":
            self.paper.choose("us-letter")

    def _connect(self) -> None:
        self.edition.chosen.connect(lambda _key: self._make())
        for field in (self.language, self.paper):
            field.chosen.connect(self._make)
        self.notes.toggled.connect(lambda _on: self._make())
        for day in (self.since, self.until):
            day.dateChanged.connect(self._make)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- making

    def _make(self) -> None:
        reports, group = self._context.desk.reports, self._group
        edition = Edition(self.edition.current)
        language, paper = self.language.value, self.paper.value
        self._say_edition()
        if group is None:
            number, notes = self._number, self.notes.isChecked()
            self.make(
                lambda: reports.preview_case_file(number, edition, language, paper, notes=notes)
            )
            return
        group_id, since, until = group.id, _day(self.since), _day(self.until)
        self.make(
            lambda: reports.preview_group_audit(
                group_id, since, until, language, paper, edition=edition
            )
        )

    def say_pages(self) -> None:
        super().say_pages()
        printed = self.printed
        bare = printed.unredacted if printed is not None else 0
        self.unredacted.setVisible(bare > 0)
        if bare:
            words = self._context.translations.words
            self.unredacted.setText(words("report_preview.unredacted", count=bare))
        if printed is None:
            return
        for key in ("since", "until"):
            self._fields[key].clear_error()
        head = " ".join(printed.head[at : at + 4] for at in range(0, 32, 4))
        self._stamp.setText(
            self.tr("Each page carries log entry {0} and its fingerprint {1} …").format(
                printed.seq, head
            )
        )

    def show_error(self, error: Exception) -> None:
        if isinstance(error, ValidationError) and error.field == "until":
            self.set_hint("")
            self._fields["until"].set_error(self._context.error_text(error), focus=False)
        else:
            super().show_error(error)

    def _say_edition(self) -> None:
        if self.edition.current == Edition.FILE.value:
            text = self.tr(
                "Internal. The original screenshots are embedded, the internal comment is printed."
            )
        else:
            text = self.tr(
                "For the member or somebody outside: no originals inside, other people's names,"
                " file names and captions masked. Names inside the screenshots stay visible: look"
                " at the pages before you hand them out."
            )
        self._edition_text.setText(text)
        self.notes.setVisible(self._noted and self.edition.current == Edition.FILE.value)

    def _title_of_report(self) -> str:
        """Return a name to begin with, which says in the window's words what the report is."""
        edition = {
            Edition.FILE.value: self.tr("file copy"),
            Edition.HANDOUT.value: self.tr("handout"),
        }[self.edition.current]
        if self._group is None:
            case = self._context.desk.cases.get(self._number)
            return self.tr("{0} case {1} {2}").format(case.group_name, self._number, edition)
        days = [_day(field).isoformat() for field in (self.since, self.until)]
        return self.tr("{0} group audit {1} to {2} {3}").format(self._group.name, *days, edition)


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
