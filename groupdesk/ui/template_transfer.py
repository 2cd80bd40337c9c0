# SPDX-License-Identifier: MIT
"""Templates to and from files: which file, and what was done with it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from groupdesk.domain.records import GroupRecord
from groupdesk.domain.template_exchange import FoundTemplate
from groupdesk.domain.templates import MessageTemplate
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.template_import_dialog import TemplateImportDialog


class TemplateTransfer(QObject):
    """Asks for a file and reads or writes it beside the window."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        """Work for one page."""
        super().__init__(parent)
        self._context = context

    def take_in(self, front: GroupRecord | None, window: QWidget) -> None:
        """Ask for a file, and show what it would change."""
        dialog = self._file_dialog(self.tr("Import templates"), window)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.open_file(Path(path), front, window))
        dialog.open()

    def open_file(self, path: Path, front: GroupRecord | None, window: QWidget) -> None:
        """Show what a file would change, once it is read; or say why it cannot be read."""
        files = self._context.desk.template_files

        def show(found: tuple[FoundTemplate, ...]) -> None:
            TemplateImportDialog(self._context, path, found, front, window).open()

        self._context.runner.run(
            self, lambda: files.preview(path), show, self._say_failure, pool="files"
        )

    def write_out(
        self, templates: Sequence[MessageTemplate], window: QWidget, left_out: int = 0
    ) -> None:
        """Ask for a file, and write these templates into it, but not `left_out` others."""
        dialog = self._file_dialog(self.tr("Export templates"), window)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        day = self._context.desk.clock().date().isoformat()
        dialog.selectFile(f"groupdesk-templates-{day}.toml")
        dialog.fileSelected.connect(lambda path: self.write_file(Path(path), templates, left_out))
        dialog.open()

    def write_file(
        self, path: Path, templates: Sequence[MessageTemplate], left_out: int = 0
    ) -> None:
        """Write these templates; that a file of that name is replaced was agreed to."""
        files = self._context.desk.template_files

        def done(count: int) -> None:
            text = self.tr("%n template(s) written to {0}.", "", count).format(path.name)
            if left_out:
                others = self.tr("%n other(s), not shown in the list, left out.", "", left_out)
                text = self.tr("{0} {1}").format(text, others)
            self._context.notify(text, "ok", seconds=12)

        self._context.runner.run(
            self,
            lambda: files.export(path, templates, overwrite=True),
            done,
            self._say_failure,
            pool="files",
        )

    def _file_dialog(self, title: str, window: QWidget) -> QFileDialog:
        dialog = QFileDialog(window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Templates ({0})").format("*.toml"))
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        return dialog

    def _say_failure(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")
