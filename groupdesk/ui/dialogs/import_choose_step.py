# SPDX-License-Identifier: MIT
"""The first step of an import: drop a list, browse for one, or paste names."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.text_area import TextArea


def local_files(mime: QMimeData | None) -> tuple[Path, ...]:
    """Return the files that a drag or the clipboard brings."""
    urls = [] if mime is None else mime.urls()
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())


class _NamesArea(TextArea):
    """Takes names as text; a file that is pasted into it is a list of its own."""

    files_came = Signal(list)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(local_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = local_files(source)
        if paths:
            self.files_came.emit(list(paths))
        else:
            super().insertFromMimeData(source)


class _DropArea(QFrame):
    """Takes one file: dropped, or asked for by click, Enter or Space."""

    files_came = Signal(list)
    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "drop")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme = current_theme()
        self.text = label(parent=self)
        self.hint = label(role="secondary", wrap=True, parent=self)
        self.browse = button("", "link", parent=self)
        self.browse.clicked.connect(self.asked)
        line = QHBoxLayout()
        line.setSpacing(theme.size("space_xs"))
        line.addStretch()
        line.addWidget(self.text)
        line.addWidget(self.browse)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("space_xl"),) * 4)
        column.setSpacing(theme.size("space_s"))
        column.addStretch()
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel("upload", "accent", "icon_head", self), 0, centre)
        column.addLayout(line)
        column.addWidget(self.hint)
        self.hint.setAlignment(centre)
        column.addStretch()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            restyle(self, "over", value=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, "over", value=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, "over", value=False)
        paths = local_files(event.mimeData())
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.files_came.emit(list(paths))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.asked.emit()
            return
        super().keyPressEvent(event)


class ChooseStep(QWidget):
    """Asks for the list."""

    files_chosen = Signal(list)
    """Paths of files that were dropped, pasted or browsed for."""
    text_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.area = _DropArea(self)
        self.names = _NamesArea(6, self)
        self._field = FormField("", self.names, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_l"))
        column.addWidget(self.area, 1)
        column.addWidget(self._field, 1)
        self.area.files_came.connect(self.files_chosen)
        self.names.files_came.connect(self.files_chosen)
        self.area.asked.connect(self.browse)
        self.names.textChanged.connect(self.text_changed)
        self.setFocusProxy(self.area)
        self._translate()

    @property
    def text(self) -> str:
        """What was pasted or typed."""
        return self.names.text

    def paste(self, mime: QMimeData | None) -> None:
        """Take what the clipboard holds: a file, or names."""
        paths: Sequence[Path] = local_files(mime)
        if paths:
            self.files_chosen.emit(list(paths))
        elif mime is not None and mime.hasText():
            self.names.insertPlainText(mime.text())
            self.names.setFocus()

    def browse(self) -> None:
        """Ask for a file in the system's own dialog."""
        dialog = QFileDialog(self, self.tr("Choose a member list"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Member lists (*.csv *.tsv *.txt *.xlsx *.xls *.json *.jsonl *.vcf)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(lambda name: self.files_chosen.emit([Path(name)]))
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.area.text.setText(self.tr("Drop a member list here, or"))
        self.area.browse.setText(self.tr("&browse…"))
        self.area.hint.setText(
            self.tr(
                "CSV, XLSX, JSON or vCard as the platform exports it. You see what would change"
                " before anything is written, and the file stays as it is."
            )
        )
        self.area.setAccessibleName(self.tr("Choose a member list"))
        self._field.set_caption(self.tr("Or &paste names or a table"))
        self._field.set_hint(
            self.tr("One name on each line, or a table: cells of a spreadsheet, CSV or Markdown.")
        )
