# SPDX-License-Identifier: MIT
"""The frame of dialogs that show pages: the very pages that are saved or printed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.text import visible
from groupdesk.services.reports.printing import Printed
from groupdesk.ui.context import UiContext
from groupdesk.ui.file_names import file_name
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.pdf_preview import PdfPreview


class PrintFrame(DialogFrame):
    """Saving or printing writes it into the log first, and the preview stays open.

    A dialog hands its pages to `make`, offers its choices beside them in `side`, and says in
    `title` how the file is called.
    """

    def __init__(
        self, context: UiContext, title: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        """Show no pages yet; `title` is asked for the name of the file, without its ending."""
        super().__init__(parent)
        self._context = context
        self._title_of_file = title
        self._printed: Printed | None = None
        self._asked = 0
        self.preview = PdfPreview(self)
        self.form.addWidget(self.preview, 1)
        self.print_button = button("", icon_name="printer", parent=self)
        self._close = self.add_cancel(closes=True)
        self.add_right(self.print_button)
        self._say_acts()
        self.main_requested.connect(self._choose_file)
        self.print_button.clicked.connect(self._choose_printer)

    @property
    def printed(self) -> Printed | None:
        """The pages in the preview, None while they are being made."""
        return self._printed

    def save_to(self, path: Path) -> None:
        """Write the print into the log and the pages to `path`; an old file goes only then."""
        printed, reports = self._printed, self._context.desk.reports
        if printed is not None:
            self._run(lambda: reports.save(printed, path), lambda done: self._on_saved(done, path))

    def make(self, work: Callable[[], Printed]) -> None:
        """Have pages laid out beside the window; those that were asked for before are dropped."""
        self._asked += 1
        asked = self._asked
        self._printed = None
        self.say_pages()

        def show(printed: Printed) -> None:
            if asked == self._asked:
                self._printed = printed
                self.preview.set_pdf(printed.pdf)
                self.banner.dismiss()
                self.say_pages()

        def fail(error: Exception) -> None:
            if asked == self._asked:
                self.show_error(error)

        self._context.runner.run(self, work, show, fail, pool="files")

    def say_pages(self) -> None:
        """Say how many pages there are, or that they are being made."""
        printed = self._printed
        self.set_missing([] if printed is not None else [self.tr("the finished pages")])
        self.print_button.setEnabled(printed is not None and not self.busy)
        if printed is None:
            self.set_hint(self.tr("Laying out…"))
            return
        # not `tr`: it looks a plural up under the name of the dialog's own class alone
        words, count = self._context.translations.words, self.preview.page_count
        pages = words("report_preview.pages", count=count)
        self.set_hint(f"{pages} · {len(printed.pdf) // 1024} KB")

    def show_error(self, error: Exception) -> None:
        """Say what went wrong with the pages, with the file, or with the printer."""
        self.set_busy(False)
        self.say_pages()
        if self._printed is None:
            self.set_hint("")
        if isinstance(error, OSError) or getattr(error, "code", "") == "file_not_written":
            text = self.tr("The file could not be written there. Choose another folder.")
        else:
            text = self._context.error_text(error)
        self.banner.show_message(text, "danger")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_acts()
            self.say_pages()

    def _say_acts(self) -> None:
        self.print_button.setText(self.tr("Print…"))
        self.set_main(self.tr("Save PDF…"), "download")

    # ---- leaving the house

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

    def _file_name(self) -> str:
        return file_name(self._title_of_file(), "pdf")

    def _choose_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # 20 ms

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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

        self._context.runner.run(self, work, succeed, self.show_error)

    def _on_saved(self, printed: Printed, path: Path) -> None:
        text = self.tr("Saved as {0}, and written into the log.")
        if not printed.logged:
            text = self.tr(
                "Saved as {0}. Nothing can be written to this workspace now: it was not logged."
            )
        self._tell(text.format(visible(str(path))), printed, path.parent)

    def _on_printed(self, taken: bool, printed: Printed) -> None:  # noqa: FBT001  # an answer
        if taken:
            self._tell(self.tr("Printed, and written into the log."), printed)
            return
        text = self.tr("The printer did not take the pages. Save the PDF and print it from there.")
        self.banner.show_message(text, "danger")

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
            self.banner.show_message(text.format(visible(str(folder))), "warning")
