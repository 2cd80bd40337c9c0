# SPDX-License-Identifier: MIT
"""A report before it leaves the house: the very pages that are saved or printed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QFileDialog, QWidget

from groupdesk.domain.enums import Edition, Language, Topic
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import GroupRecord
from groupdesk.services.reports.printing import Printed
from groupdesk.ui.context import UiContext
from groupdesk.ui.file_names import file_name
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pdf_preview import PdfPreview
from groupdesk.ui.widgets.section_label import SectionLabel

Make = Callable[[Edition, Language, str], Printed]


class ReportDialog(DialogFrame):
    """Shows a report; saving or printing writes it into the log first."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None = None,
        *,
        number: int = 0,
        group: GroupRecord | None = None,
    ) -> None:
        """Show the file of case `number`, or the audit of `group`."""
        super().__init__(parent)
        self._context = context
        self._number = number
        self._group = group
        self._printed: Printed | None = None
        self._asked = 0
        self.preview = PdfPreview(self)
        self.form.addWidget(self.preview, 1)
        self.edition = ChipRow("", parent=self)
        self._reader_head = SectionLabel(parent=self)
        self._edition_text = label(role="muted", parent=self, wrap=True)
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
        self.print_button = button("", icon_name="printer", parent=self)
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

    @property
    def printed(self) -> Printed | None:
        """The report in the preview, None while it is being made."""
        return self._printed

    def save_to(self, path: Path) -> None:
        """Write the print into the log and the report to `path`; an old file goes only then."""
        printed, reports = self._printed, self._context.desk.reports
        if printed is None:
            return

        def work() -> Printed:
            return reports.save(printed, path)

        self._run(work, lambda done: self._on_saved(done, path))

    # ---- building

    def _build(self) -> None:
        for field in (self.since, self.until):
            field.setCalendarPopup(True)
        for part in (self._reader_head, self.edition, self._edition_text):
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
        self._close = self.add_cancel(closes=True)
        self.add_right(self.print_button)

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
        self.print_button.setText(self.tr("Print…"))
        self.set_main(self.tr("Save PDF…"), "download")
        self._say_edition()
        self._say_pages()

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
        self.main_requested.connect(self._choose_file)
        self.print_button.clicked.connect(self._choose_printer)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- making

    def _make(self) -> None:
        self._asked += 1
        asked = self._asked
        edition = Edition(self.edition.current)
        language, paper = self.language.value, self.paper.value
        with_notes = self.notes.isChecked()
        make = partial(self._make_case, with_notes) if self._group is None else self._make_audit()
        self._printed = None
        self._say_edition()
        self._say_pages()

        def show(printed: Printed) -> None:
            if asked == self._asked:
                self._show(printed)

        def fail(error: Exception) -> None:
            if asked == self._asked:
                self._on_failed(error)

        self._context.runner.run(
            self, lambda: make(edition, language, paper), show, fail, pool="files"
        )

    def _make_case(
        self,
        with_notes: bool,  # noqa: FBT001 - given by `_make`, in the window's thread
        edition: Edition,
        language: Language,
        paper: str,
    ) -> Printed:
        reports = self._context.desk.reports
        return reports.preview_case_file(self._number, edition, language, paper, notes=with_notes)

    def _make_audit(self) -> Make:
        reports, group = self._context.desk.reports, self._group
        group_id = 0 if group is None else group.id
        since, until = _day(self.since), _day(self.until)

        def make(edition: Edition, language: Language, paper: str) -> Printed:
            return reports.preview_group_audit(
                group_id, since, until, language, paper, edition=edition
            )

        return make

    def _show(self, printed: Printed) -> None:
        self._printed = printed
        self.preview.set_pdf(printed.pdf)
        self.banner.dismiss()
        for key in ("since", "until"):
            self._fields[key].clear_error()
        self._say_pages()

    def _say_pages(self) -> None:
        printed = self._printed
        self.set_missing([] if printed is not None else [self.tr("the finished pages")])
        self.print_button.setEnabled(printed is not None and not self.busy)
        if printed is None:
            self.set_hint(self.tr("Laying out…"))
            return
        pages = self.tr("%n page(s)", "", self.preview.page_count)
        self.set_hint(f"{pages} · {len(printed.pdf) // 1024} KB")
        head = " ".join(printed.head[at : at + 4] for at in range(0, 32, 4))
        self._stamp.setText(
            self.tr("Each page carries log entry {0} and its fingerprint {1} …").format(
                printed.seq, head
            )
        )

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

    # ---- leaving the house

    def _choose_file(self) -> None:
        if self._printed is None:
            return
        places = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(places) or str(Path.home()))
        dialog = QFileDialog(self, self.tr("Save PDF"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._file_name())
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()

    def _file_name(self) -> str:
        """Return a name to begin with, which says in the window's words what the report is."""
        edition = {
            Edition.FILE.value: self.tr("file copy"),
            Edition.HANDOUT.value: self.tr("handout"),
        }[self.edition.current]
        if self._group is None:
            case = self._context.desk.cases.get(self._number)
            name = self.tr("{0} case {1} {2}").format(case.group_name, self._number, edition)
        else:
            days = [_day(field).isoformat() for field in (self.since, self.until)]
            name = self.tr("{0} group audit {1} to {2} {3}").format(
                self._group.name, *days, edition
            )
        return file_name(name, "pdf")

    def _choose_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # 20 ms

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self.preview.page_count))
        dialog.accepted.connect(lambda: self._print(printer))
        QDialog.open(dialog)  # its own open() wants a slot by name

    def _print(self, printer: object) -> None:
        from groupdesk.ui.printing import print_pdf  # noqa: PLC0415  # as above

        printed, reports = self._printed, self._context.desk.reports
        if printed is None:
            return
        named = replace(printed, name=self._file_name())

        def work() -> tuple[bool, Printed]:
            done = reports.record(named)
            return print_pdf(done.pdf, printer), done  # type: ignore[arg-type]  # a QPrinter

        self._run(work, lambda told: self._on_printed(*told))

    def _run(self, work: Callable[[], object], on_success: Callable[..., object]) -> None:
        self.set_busy(True)

        def succeed(result: object) -> None:
            self.set_busy(False)
            self._context.events.publish({Topic.AUDIT})
            on_success(result)

        self._context.runner.run(self, work, succeed, self._on_failed)

    def _on_saved(self, printed: Printed, path: Path) -> None:
        text = self.tr("Saved as {0}, and written into the log.")
        if not printed.logged:
            text = self.tr(
                "Saved as {0}. Nothing can be written to this workspace now: it was not logged."
            )
        self._tell(text.format(path), printed, path.parent)

    def _on_printed(self, taken: bool, printed: Printed) -> None:  # noqa: FBT001  # an answer
        if taken:
            self._tell(self.tr("Printed, and written into the log."), printed)
        else:
            self.banner.show_message(
                self.tr(
                    "The printer did not take the pages. Save the PDF and print it from there."
                ),
                "danger",
            )

    def _tell(self, text: str, printed: Printed, folder: Path | None = None) -> None:
        """Say here what was done: the preview stays, for another edition or the printer."""
        if not printed.anchored:
            text += " " + self._context.translations.words("error.anchor_not_written")
        self.banner.show_message(
            text,
            "ok" if printed.anchored else "warning",
            action_text=self.tr("Open folder"),
            action=None if folder is None else partial(self._open_folder, folder),
        )
        self._close.setFocus()

    def _open_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            text = self.tr("This system opens no folders from here. The file is in {0}.")
            self.banner.show_message(text.format(folder), "warning")

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        if self._printed is None:
            self.set_hint("")
        if isinstance(error, OSError) or getattr(error, "code", "") == "file_not_written":
            self.banner.show_message(
                self.tr("The file could not be written there. Choose another folder."), "danger"
            )
            return
        text = self._context.error_text(error)
        if isinstance(error, ValidationError) and error.field == "until":
            self._fields["until"].set_error(text, focus=False)
        else:
            self.banner.show_message(text, "danger")


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
