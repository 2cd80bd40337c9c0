# SPDX-License-Identifier: MIT
"""Members are written to a file: which, in what format, under which headings, with what columns."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.enums import Language
from groupdesk.domain.errors import CancelledError
from groupdesk.domain.export_columns import ALWAYS, COLUMNS, DEFAULT_COLUMNS
from groupdesk.domain.export_records import (
    ExportDone,
    ExportFormat,
    ExportRequest,
    ExportScope,
)
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField

_KEY = Qt.ItemDataRole.UserRole
_OF_LIST = {
    "joined": ("joined_at",),
    "messages": ("message_count",),
    "standing": ("standing", "standing_number", "standing_until"),
}


@dataclass(frozen=True, slots=True)
class OnScreen:
    """What the page shows that an export is asked from; `group` is None for all groups."""

    which: MemberFilter
    sort: str
    shown: int
    chosen: tuple[int, ...]
    columns: tuple[str, ...]
    group: GroupRecord | None


class ExportDialog(DialogFrame):
    """Asks what to write and where; the file is written beside the window."""

    def __init__(self, context: UiContext, source: OnScreen, parent: QWidget | None = None) -> None:
        """Offer what `source` shows; who is chosen comes first where several are."""
        super().__init__(parent, side=False)
        self._context = context
        self._source = source
        self._operation = uuid.uuid4()
        self._running: JobHandle | None = None
        self.scope: ChoiceBox[ExportScope] = ChoiceBox(self)
        self.format: ChoiceBox[ExportFormat] = ChoiceBox(self)
        self.header: ChoiceBox[Language] = ChoiceBox(self)
        self.columns = QListWidget(self)
        self.all_button, self.shown_button = button("", parent=self), button("", parent=self)
        self.fields = {
            "scope": FormField("", self.scope, self),
            "format": FormField("", self.format, self),
            "header": FormField("", self.header, self),
            "columns": FormField("", self.columns, self),
        }
        self._build()
        self.cancel = self.add_cancel()
        self._fill_columns()
        self._say()
        self.scope.choose(ExportScope.CHOSEN if len(source.chosen) > 1 else ExportScope.SHOWN)
        self.header.choose(Language(context.translations.words.language))
        self.format.chosen.connect(self._show_header)
        self.columns.itemChanged.connect(self._say_columns)
        self.all_button.clicked.connect(lambda: self._tick(DEFAULT_COLUMNS))
        self.shown_button.clicked.connect(lambda: self._tick(_on_screen(source.columns)))
        self.main_requested.connect(self._choose_file)
        self.resize(600, 560)
        self.scope.setFocus()

    def request(self, path: Path) -> ExportRequest:
        """Return what the form asks for; a file of that name was agreed to be replaced."""
        source = self._source
        return ExportRequest(
            operation=self._operation,
            path=path,
            format=self.format.value,
            scope=self.scope.value,
            header=self.header.value,
            columns=self.ticked(),
            which=source.which,
            sort=source.sort,
            ids=source.chosen if self.scope.value is ExportScope.CHOSEN else (),
            group_id=source.group.id if source.group is not None else None,
            overwrite=True,
        )

    def ticked(self) -> tuple[str, ...]:
        """Return the columns that are ticked."""
        items = map(self.columns.item, range(self.columns.count()))
        return tuple(i.data(_KEY) for i in items if i.checkState() is Qt.CheckState.Checked)

    def save_to(self, path: str) -> None:
        """Write the file, under the ending of its format."""
        wanted = Path(path)
        ending = f".{self.format.value}"
        if wanted.suffix.casefold() != ending:
            wanted = wanted.with_name(wanted.name + ending)
        self.banner.dismiss()
        self.set_busy(True)
        self.cancel.setEnabled(True)  # it stops what goes on
        running = self._context.jobs.run(
            self,
            "export",
            {"request": self.request(wanted)},
            self._on_progress,
            self._on_done,
            self._on_failed,
        )
        self._running = running if self.busy else None

    def reject(self) -> None:
        """Stop what is being written, or else leave."""
        if self._running is not None:
            self.cancel.setEnabled(False)
            self._running.cancel()
        else:
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- building

    def _build(self) -> None:
        gap = current_theme().size("space_m")
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addWidget(self.fields["format"], 3)
        row.addWidget(self.fields["header"], 2)
        ticks = QVBoxLayout()
        ticks.setSpacing(current_theme().size("space_s"))
        ticks.addStretch(1)
        for made in (self.all_button, self.shown_button):
            ticks.addWidget(made)
        ticks.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(gap)
        below.addWidget(self.fields["columns"], 1)
        below.addLayout(ticks)
        self.form.addWidget(self.fields["scope"])
        self.form.addLayout(row)
        self.form.addLayout(below, 1)
        self.columns.setMinimumHeight(current_theme().size("side_width") // 2)

    def _fill_columns(self) -> None:
        for column in COLUMNS:
            item = QListWidgetItem(self.columns)
            item.setData(_KEY, column.key)
            item.setCheckState(Qt.CheckState.Checked)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            if column.key not in ALWAYS:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags)
        self.columns.setCurrentRow(0)

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Export members"),
            self.tr("The file will hold personal data. The audit log notes who made it."),
            sign="download",
        )
        self.fields["scope"].set_caption(self.tr("&Which members"))
        self.fields["format"].set_caption(self.tr("&Format"))
        self.fields["header"].set_caption(self.tr("&Headings in"))
        self.fields["columns"].set_caption(self.tr("&Columns"))
        self.all_button.setText(self.tr("&All"))
        self.shown_button.setText(self.tr("As on &screen"))
        self.scope.set_choices(self._scopes())
        self.format.set_choices([(words(f"export_format.{one}"), one) for one in ExportFormat])
        self.header.set_choices([(words(f"language.{one.value}"), one) for one in Language])
        language = Language(words.language)
        for at, column in enumerate(COLUMNS):
            self.columns.item(at).setText(column.heading(language))
        self.set_main(self.tr("Choose the file…"), "download")
        self._say_columns()
        self._show_header()

    def _scopes(self) -> list[tuple[str, ExportScope]]:
        source = self._source
        found = [
            (self.tr("On screen, in this order (%n)", "", source.shown), ExportScope.SHOWN),
        ]
        if source.chosen:
            text = self.tr("The chosen ones (%n)", "", len(source.chosen))
            found.append((text, ExportScope.CHOSEN))
        if source.group is not None:
            text = self.tr("All of {0}, former ones too").format(source.group.name)
            found.append((text, ExportScope.GROUP))
        found.append((self.tr("All groups, former members too"), ExportScope.ALL))
        return found

    def _say_columns(self) -> None:
        count = len(self.ticked())
        self.fields["columns"].set_hint(
            self.tr("%n column(s). The number and the name are always there.", "", count)
        )

    def _show_header(self) -> None:
        """JSON is the same in each language."""
        self.fields["header"].setEnabled(self.format.value is not ExportFormat.JSON)

    def _tick(self, keys: tuple[str, ...]) -> None:
        wanted = {*keys, *ALWAYS}
        for at in range(self.columns.count()):
            item = self.columns.item(at)
            on = item.data(_KEY) in wanted
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    # ---- writing

    def _choose_file(self) -> None:
        words = self._context.translations.words
        wanted = self.format.value
        dialog = QFileDialog(self, self.tr("Export members"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(wanted.value)
        dialog.setNameFilter(f"{words(f'export_kind.{wanted}')} (*.{wanted})")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.selectFile(f"{self._file_name()}.{wanted}")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _file_name(self) -> str:
        """Return a name to begin with; no character of a group's name leads anywhere."""
        day = self._context.desk.clock().date().isoformat()
        group = self._source.group
        if group is None or self.scope.value is ExportScope.ALL:
            return f"groupdesk-{day}"
        safe = "".join(c if c.isalnum() else "-" for c in visible(group.name))[:60].strip("-")
        return f"{safe or 'groupdesk'}-{day}"

    def _on_progress(self, _stage: str, done: int, total: int) -> None:
        self.set_hint(self.tr("{0} of {1}").format(f"{done:,}", f"{total:,}"))

    def _on_done(self, done: ExportDone) -> None:
        self._rest()
        if done.receipt is not None:
            self._context.done(done.receipt)
        text = self.tr("%n member(s) exported to {0}.", "", done.rows).format(
            visible(done.path.name)
        )
        if done.receipt is None:
            text += " " + self.tr("The workspace cannot be written, so the log does not say it.")
        self._context.notify(
            text,
            "ok" if done.receipt is not None else "warning",
            action_text=self.tr("Open folder"),
            action=_opener(self._context, done.path),
            seconds=15,
        )
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        self._operation = uuid.uuid4()
        quiet = isinstance(error, CancelledError)
        self.banner.show_message(self._context.error_text(error), "muted" if quiet else "danger")

    def _rest(self) -> None:
        self._running = None
        self.set_busy(False)
        self.set_hint("")


def _on_screen(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys for the columns of the list, by their names there."""
    return tuple(key for name in columns for key in _OF_LIST.get(name, (name,)))


def _opener(context: UiContext, path: Path) -> Callable[[], object]:
    """Return what shows the folder, or says where it is: the dialog is gone by then."""

    def show() -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            context.notify(str(path), "warning")

    return show
