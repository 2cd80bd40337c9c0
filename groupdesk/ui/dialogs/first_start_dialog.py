# SPDX-License-Identifier: MIT
"""The first start: look at the sample, or make an empty workspace."""

import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from groupdesk import paths
from groupdesk.domain.clock import system_clock
from groupdesk.domain.enums import Language
from groupdesk.domain.errors import GroupDeskError, StorageError, ValidationError
from groupdesk.services import first_look, workspace
from groupdesk.settings import SettingsFile
from groupdesk.ui.tasks import TaskRunner
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label
from groupdesk.words import Words

Problem = Callable[[Words], str]
"""What is wrong, in the words of the language in front."""


class FirstStartDialog(DialogFrame):
    """Two ways in, side by side; nothing is made before one of them is chosen."""

    ready = Signal(str)
    """The folder of a workspace that can be opened."""

    def __init__(
        self,
        translations: Translations,
        settings: SettingsFile,
        problem: Problem | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer both; `problem` says why the last workspace was not opened."""
        super().__init__(parent, side=False)
        self._translations = translations
        self._settings = settings
        self._runner = TaskRunner(self)
        self.operator = QLineEdit(self)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.language.set_choices([("English", Language.EN), ("简体中文", Language.ZH)])
        self.language.choose(Language(translations.language))
        self._folder_row = QWidget(self)
        self.folder = QLineEdit(str(paths.default_workspace()), self._folder_row)
        self._browse = button("", icon_name="folder-open", parent=self)
        self._sample_text = label(wrap=True, parent=self)
        self.sample_button = button("", icon_name="users", parent=self)
        self.open_button = self.add_left(button("", icon_name="folder-open", parent=self))
        self.backup_button = self.add_left(button("", icon_name="database-backup", parent=self))
        self._sample_head = label(role="section", parent=self)
        self._empty_head = label(role="section", parent=self)
        self.fields = {
            "operator_name": FormField("", self.operator, self),
            "language": FormField("", self.language, self),
            "folder": FormField("", self._folder_row, self),
        }
        self._build()
        self._say()
        self._problem: Problem | None = None
        if problem is not None:
            self._tell(problem)
        self._connect()
        self.act_on_enter(self.operator)
        self._check()
        self.resize(840, 560 if problem else 480)
        self.operator.setFocus()

    def _tell(self, problem: Problem) -> None:
        """Say on top what is wrong; it is said again in the language that is chosen then."""
        self._problem = problem
        self.banner.show_message(problem(self._translations.words), "danger")

    def make_sample(self) -> None:
        """Make the sample workspace, unless there is one, and open it."""
        folder = paths.sample_workspace()
        if first_look.exists(folder):
            self._done(folder)
            return
        language = Language(self._translations.language)

        def work() -> Path:
            unfinished = folder.with_name(f"{folder.name}-{uuid.uuid4().hex[:8]}")
            # In a process of its own: seconds of Python would keep this window from painting.
            command = [sys.executable, "-m", "groupdesk", "init", str(unfinished)]
            options = ["--operator", "Mei", "--language", language.value, "--sample"]
            ended = subprocess.run([*command, *options], capture_output=True, check=False)  # noqa: S603
            if ended.returncode != 0:
                shutil.rmtree(unfinished, ignore_errors=True)
                raise StorageError("sample_failed")
            unfinished.replace(folder)
            return folder

        self.banner.show_message(self.tr("Making the sample: this takes some seconds…"), "accent")
        self._run(work)

    def done(self, result: int) -> None:
        """End the threads with the dialog."""
        self._runner.shut_down()
        super().done(result)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- building

    def _build(self) -> None:
        row = QHBoxLayout(self._folder_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder, 1)
        row.addWidget(self._browse)
        self.fields["folder"].head.setBuddy(self.folder)
        sample, empty = Card(parent=self), Card(parent=self)
        sample.body.addWidget(IconLabel("compass", "accent", "icon_large", sample))
        sample.body.addWidget(self._sample_head)
        sample.body.addWidget(self._sample_text)
        sample.body.addStretch(1)
        sample.body.addWidget(self.sample_button)
        empty.body.addWidget(IconLabel("pencil-line", "accent", "icon_large", empty))
        empty.body.addWidget(self._empty_head)
        for field in self.fields.values():
            empty.body.addWidget(field)
        empty.body.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(sample, 2)
        row.addWidget(empty, 3)
        self.form.addLayout(row, 1)

    def _connect(self) -> None:
        self.operator.textChanged.connect(self._check)
        self.folder.textChanged.connect(self._check)
        self.language.chosen.connect(self._on_language)
        self.sample_button.clicked.connect(self.make_sample)
        self._browse.clicked.connect(self._choose_folder)
        self.open_button.clicked.connect(self._open_other)
        self.backup_button.clicked.connect(self._choose_backup)
        self.main_requested.connect(self._make_empty)

    def _say(self) -> None:
        self.set_head(
            self.tr("Welcome to GroupDesk"),
            self.tr("Everything stays on this computer. Nothing is sent anywhere."),
            sign="four-people",
        )
        self._sample_head.setText(self.tr("Look around first"))
        self._sample_text.setText(
            self.tr(
                "The sample workspace has four groups, some 600 members and a year of cases, all"
                " invented. Try everything; your own work begins in a folder of its own."
            )
        )
        self.sample_button.setText(self.tr("Open the sample workspace"))
        self._empty_head.setText(self.tr("Start your own"))
        self.fields["operator_name"].set_caption(self.tr("&Your name, as the records show it"))
        self.fields["language"].set_caption(self.tr("&Language"))
        self.fields["folder"].set_caption(self.tr("&Folder of the workspace"))
        self.folder.setAccessibleName(self.fields["folder"].field.accessibleName())
        self._browse.setText(self.tr("Choose…"))
        self.open_button.setText(self.tr("Open another workspace…"))
        self.backup_button.setText(self.tr("Open a backup…"))
        self.backup_button.setToolTip(
            self.tr("It becomes a workspace of its own, in a new folder. Nothing is overwritten.")
        )
        self.set_main(self.tr("Make an empty workspace"))
        self._check()

    # ---- slots

    def _check(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        missing = []
        if not self.operator.text().strip():
            missing.append(self.tr("your name"))
        if not self.folder.text().strip():
            missing.append(self.tr("a folder"))
        self.set_missing(missing)

    def _on_language(self) -> None:
        language = self.language.value
        self._settings.values.language = language.value
        self._translations.set_language(language.value)
        self._say()  # at once; Qt tells of it a moment later
        if self._problem is not None and self.banner.text:
            self._tell(self._problem)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the workspace"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _open_other(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a workspace"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._try_other)
        dialog.open()

    def _try_other(self, chosen: str) -> None:
        folder = Path(chosen)
        if first_look.exists(folder):
            self._done(folder)
            return
        self._tell(lambda words: words("error.workspace_missing", path=chosen))

    def _choose_backup(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Backups of GroupDesk (*.db)"))
        folder = Path(self._settings.values.workspace or paths.default_workspace()) / "backups"
        if folder.is_dir():
            dialog.setDirectory(str(folder))
        dialog.fileSelected.connect(self._restore)
        dialog.open()

    def _restore(self, backup: str) -> None:
        """Make a workspace of a backup, in a folder beside the usual one that nobody has yet."""
        usual = paths.default_workspace()
        day = system_clock().date().isoformat()
        names = (f"{usual.name}-{day}{'' if n == 1 else f'-{n}'}" for n in count(1))
        folder = next(free for name in names if not (free := usual.with_name(name)).exists())

        def work() -> Path:
            from groupdesk.services.restore import restore  # noqa: PLC0415  # seldom needed

            restore(Path(backup), folder, system_clock)
            return folder

        self.set_hint(self.tr("Checking the backup and copying its screenshots…"))
        self._run(work)

    def _make_empty(self) -> None:
        folder = Path(self.folder.text().strip()).expanduser()
        name, language = self.operator.text(), self.language.value

        def work() -> Path:
            workspace.create_workspace(folder, name, language, system_clock)
            return folder

        self._run(work)

    def _run(self, work: Callable[[], Path]) -> None:
        self.set_busy(True)
        self._runner.run(self, work, self._done, self._failed)

    def _done(self, folder: Path) -> None:
        self.set_busy(False)
        self._settings.save()
        self.ready.emit(str(folder))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.set_busy(False)
        if not isinstance(error, GroupDeskError):
            self._tell(lambda words: words("error.unexpected"))
            raise error
        code, values = error.code, error.values

        def told(words: Words) -> str:
            return words(f"error.{code}", **values)

        if isinstance(error, ValidationError) and error.field in self.fields:
            self.fields[error.field].set_error(told(self._translations.words))
        else:
            self._tell(told)
