# SPDX-License-Identifier: MIT
"""The poster of a group's rules before it is printed: the very pages that are saved."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from groupdesk.domain.enums import Language, Topic
from groupdesk.domain.records import GroupRecord, RulebookRecord
from groupdesk.domain.text import visible
from groupdesk.services.reports.printing import Printed
from groupdesk.ui.context import UiContext
from groupdesk.ui.file_names import file_name
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.pdf_preview import PdfPreview


class PosterDialog(DialogFrame):
    """Shows a poster; saving or printing writes it into the log first."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        book: RulebookRecord,
        languages: Sequence[Language],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with `languages`, on the paper that the settings name."""
        super().__init__(parent)
        self._context = context
        self._group = group
        self._book = book
        self._printed: Printed | None = None
        self._asked = 0
        self.preview = PdfPreview(self)
        self.form.addWidget(self.preview, 1)
        self.language: ChoiceBox[tuple[Language, ...]] = ChoiceBox(self)
        self.paper: ChoiceBox[str] = ChoiceBox(self)
        self._fields = {
            "language": FormField("", self.language, self),
            "paper": FormField("", self.paper, self),
        }
        self._about = label(role="secondary", parent=self, wrap=True)
        for part in (*self._fields.values(), self._about):
            self.side.addWidget(part)
        self.side.addStretch(1)
        self.print_button = button("", icon_name="printer", parent=self)
        self.add_cancel(closes=True)
        self.add_right(self.print_button)
        self._say()
        self.language.choose(tuple(languages))
        if context.settings.values.paper == "us-letter":
            self.paper.choose("us-letter")
        for field in (self.language, self.paper):
            field.chosen.connect(self._make)
        self.main_requested.connect(self._choose_file)
        self.print_button.clicked.connect(self._choose_printer)
        self.resize(1000, 780)
        self._make()

    @property
    def printed(self) -> Printed | None:
        """The poster in the preview, None while it is being made."""
        return self._printed

    def save_to(self, path: Path) -> None:
        """Write the print into the log and the poster to `path`; an old file goes only then."""
        printed, reports = self._printed, self._context.desk.reports
        if printed is not None:
            self._run(lambda: reports.save(printed, path), lambda done: self._on_saved(done, path))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- building

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Poster of the rules: {0}").format(self._group.name),
            self.tr("Version {0} in large type, to hang up or hand out").format(self._book.version),
            sign="image",
        )
        both = tuple(sorted(Language, key=lambda one: one is not self._group.language))
        one_each = [(words(f"language.{one.value}"), (one,)) for one in both]
        self.language.set_choices([*one_each, (self.tr("Both, side by side"), both)])
        self.paper.set_choices([("A4", "a4"), (self.tr("US Letter"), "us-letter"), ("A3", "a3")])
        self._fields["language"].set_caption(self.tr("&Language"))
        self._fields["paper"].set_caption(self.tr("&Paper"))
        self._about.setText(
            self.tr(
                "The poster names the group, the version with its date, the rules and whom to ask."
                " Nothing internal is on it. Saving and printing are written into the log."
            )
        )
        self.print_button.setText(self.tr("Print…"))
        self.set_main(self.tr("Save PDF…"), "download")
        self._say_pages()

    def _say_pages(self) -> None:
        ready = self._printed is not None
        self.set_missing([] if ready else [self.tr("the finished pages")])
        self.print_button.setEnabled(ready and not self.busy)
        pages = self.tr("%n page(s)", "", self.preview.page_count)
        self.set_hint(pages if ready else self.tr("Laying out…"))

    # ---- making

    def _make(self) -> None:
        self._asked += 1
        asked, reports = self._asked, self._context.desk.reports
        languages, paper, book = self.language.value, self.paper.value, self._book.id
        self._printed = None
        self._say_pages()

        def show(printed: Printed) -> None:
            if asked == self._asked:
                self._printed = printed
                self.preview.set_pdf(printed.pdf)
                self._say_pages()

        def fail(error: Exception) -> None:
            if asked == self._asked:
                self._on_failed(error)

        self._context.runner.run(
            self, lambda: reports.preview_poster(book, languages, paper), show, fail, pool="files"
        )

    # ---- leaving the house

    def _file_name(self) -> str:
        words = self._context.translations.words
        title = words("poster.file", group=self._group.name, version=self._book.version)
        return file_name(title, "pdf")

    def _choose_file(self) -> None:
        places = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(places) or str(Path.home())
        dialog = QFileDialog(self, self.tr("Save PDF"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._file_name())
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()

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
        self._tell(text.format(visible(str(path))), printed)

    def _on_printed(self, taken: bool, printed: Printed) -> None:  # noqa: FBT001  # an answer
        if taken:
            self._tell(self.tr("Printed, and written into the log."), printed)
            return
        text = self.tr("The printer did not take the pages. Save the PDF and print it from there.")
        self.banner.show_message(text, "danger")

    def _tell(self, text: str, printed: Printed) -> None:
        if not printed.anchored:
            text += " " + self._context.translations.words("error.anchor_not_written")
        self.banner.show_message(text, "ok" if printed.anchored else "warning")

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self._say_pages()
        self.banner.show_message(self._context.error_text(error), "danger")
