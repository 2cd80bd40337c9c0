# SPDX-License-Identifier: MIT
"""A backup becomes a workspace of its own, in a new folder; the open one stays as it is."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from groupdesk.domain.act_records import BackupRecord, RestoredRecord
from groupdesk.domain.clock import from_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label


class RestoreDialog(DialogFrame):
    """Asks for a backup and a new folder; then it says where the workspace is, and opens it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Offer the automatic backups of the open workspace, and any other file."""
        super().__init__(parent, side=False)
        self._context = context
        self._known = context.desk.backups.all()
        self._elsewhere: list[str] = []
        self._made: RestoredRecord | None = None
        self._backup_row, self._folder_row = QWidget(self), QWidget(self)
        self.backup: ChoiceBox[str] = ChoiceBox(self._backup_row)
        self.folder = QLineEdit(str(self._free_folder()), self._folder_row)
        self.other_button = button("", icon_name="folder-open", parent=self._backup_row)
        self.browse_button = button("", icon_name="folder-open", parent=self._folder_row)
        self.backup_field = FormField("", self._backup_row, self)
        self.folder_field = FormField("", self._folder_row, self)
        self.told = label(parent=self, wrap=True, selectable=True)
        self.told.hide()
        self._build()
        self.add_cancel()
        self._say()
        self.backup.chosen.connect(self._check)
        self.folder.textChanged.connect(self._check)
        self.other_button.clicked.connect(self._choose_backup)
        self.browse_button.clicked.connect(self._choose_folder)
        self.main_requested.connect(self._on_main_act)
        self.resize(640, 400)
        self.backup.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def take_backup(self, path: str) -> None:
        """Offer a backup from elsewhere, and choose it."""
        if path not in self._elsewhere:
            self._elsewhere.append(path)
        self._say()
        self.backup.choose(path)
        self._check()

    # ---- building

    def _build(self) -> None:
        for row, parts in (
            (self._backup_row, (self.backup, self.other_button)),
            (self._folder_row, (self.folder, self.browse_button)),
        ):
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(parts[0], 1)
            line.addWidget(parts[1])
            row.setFocusProxy(parts[0])
        for part in (self.backup_field, self.folder_field, self.told):
            self.form.addWidget(part)
        self.form.addStretch(1)

    def _free_folder(self) -> Path:
        """Return a folder beside the open workspace that does not exist yet."""
        beside = Path(self._context.desk.workspace.folder)
        day = self._context.desk.clock().date().isoformat()
        tried, number = beside.with_name(f"{beside.name}-{day}"), 1
        while tried.exists():
            number += 1
            tried = beside.with_name(f"{beside.name}-{day}-{number}")
        return tried

    def _say(self) -> None:
        if self._made is not None:
            self._say_made(self._made)
            return
        self.set_head(
            self.tr("Open a backup"),
            self.tr("It becomes a workspace of its own. This one stays as it is."),
            sign="database-backup",
        )
        self.backup_field.set_caption(self.tr("&Backup"))
        self.folder_field.set_caption(self.tr("&New folder"))
        self.folder_field.set_hint(
            self.tr("New or empty, on this computer. Nothing is ever overwritten.")
        )
        self.backup.setAccessibleName(self.tr("Backup"))
        self.folder.setAccessibleName(self.tr("New folder"))
        self.other_button.setText(self.tr("Another backup…"))
        self.browse_button.setText(self.tr("Choose…"))
        self.backup.set_choices(
            [(self._name_of(found), found.path) for found in self._known]
            + [(path, path) for path in self._elsewhere]
        )
        self.set_main(self.tr("Restore"), "database-backup")
        self._check()

    def _name_of(self, found: BackupRecord) -> str:
        dates, now = self._context.dates, self._context.desk.clock()
        entries = self.tr("%n entries", "", found.seq)
        return f"{dates.moment(from_text(found.made_at), now)} · {entries}"

    def _say_made(self, made: RestoredRecord) -> None:
        for field in (self.backup_field, self.folder_field):
            field.hide()
        self.set_head(
            self.tr("The backup is a workspace again"),
            self.tr("It goes up to entry {0} of the log.").format(made.entries),
            sign="folder-check",
        )
        parts = [self.tr("It lies in {0}.").format(made.folder)]
        if made.screenshots_missing:
            parts.append(
                self.tr(
                    "%n screenshot(s) that records refer to were not beside the backup. Everything"
                    " else is there.",
                    "",
                    made.screenshots_missing,
                )
            )
        parts.append(
            self.tr(
                "Once you open it, GroupDesk starts with it from then on. The workspace of before"
                " stays where it is: {0}."
            ).format(self._context.desk.workspace.folder)
        )
        self.told.setText("\n\n".join(parts))
        self.told.show()
        self._closes = True  # there is nothing left to cancel
        self.set_main(self.tr("Open it now"), "folder-open")
        self.set_missing([])

    # ---- slots

    def _check(self) -> None:
        self.backup_field.clear_error()
        self.folder_field.clear_error()
        missing = []
        if not self.backup.count():
            missing.append(self.tr("a backup"))
        if not self.folder.text().strip():
            missing.append(self.tr("a folder"))
        self.set_missing(missing)

    def _choose_backup(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Backups of GroupDesk (*.db)"))
        dialog.fileSelected.connect(self.take_backup)
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("New folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _on_main_act(self) -> None:
        if self._made is None:
            self._restore()
        else:
            self._open(self._made)

    def _restore(self) -> None:
        folder = str(Path(self.folder.text().strip()).expanduser().absolute())
        args = {"backup": self.backup.value, "folder": folder}
        self.set_busy(True)
        self._context.jobs.run(
            self, "restore", args, lambda *_: None, self._on_made, self._on_failed
        )

    def _on_made(self, made: RestoredRecord) -> None:
        self.set_busy(False)
        self._made = made
        self.banner.hide()
        self._say()
        self.main_button.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        code = getattr(error, "code", "")
        if code in {"restore_none", "restore_bad", "restore_changed", "workspace_newer"}:
            self.backup_field.set_error(text)
            self.backup.setFocus()
        elif code in {"restore_occupied", "sync_folder", "network_folder", "cannot_create"}:
            self.folder_field.set_error(text)
            self.folder.setFocus()
        else:
            self.banner.show_message(text, "danger")

    def _open(self, made: RestoredRecord) -> None:
        self._context.settings.values.workspace = made.folder
        self._context.settings.save()
        self.accept()
        # the same way as out of the sample: to the workspace that the settings name
        self._context.acts.trigger("workspace.leave_sample")
