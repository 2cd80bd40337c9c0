# SPDX-License-Identifier: MIT
"""What a member who leaves passes on: in which language, with our notes or not, and where to."""

from pathlib import Path
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label

_OPEN_SECONDS = 30
_Asked = tuple[str, Language, bool]


class ExitFolderDialog(DialogFrame):
    """Without our notes, unless somebody ticks them; it stays open where nothing was saved."""

    def __init__(
        self, context: UiContext, record: ExitRecord, parent: QWidget | None = None
    ) -> None:
        """Ask about the folder of `record`, in the member's language at first."""
        super().__init__(parent, side=False)
        self.context, self.exit = context, record
        self._operations: dict[_Asked, UUID] = {}
        self._about = label(parent=self, wrap=True)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.language_field = FormField("", self.language, self)
        self.notes = QCheckBox(self)
        self._who = label(role="secondary", parent=self, wrap=True)
        for part in (self._about, self.language_field, self.notes, self._who):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_cancel()
        self._translate_dialog()
        self.language.choose(record.language)
        self.notes.toggled.connect(lambda _on: self._say_who())
        self.main_requested.connect(self._choose_place)
        self.resize(520, 380)
        self.main_button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def save_to(self, place: Path) -> None:
        """Save the folder in `place`, and offer to open it."""
        asked = (str(place), self.language.value, self.notes.isChecked())
        operation = self._operations.setdefault(asked, uuid4())
        folders, ident = self.context.desk.leaving.exit_folder, self.exit.row.id
        _place, language, notes = asked
        self.banner.dismiss()
        self.set_busy(True)
        self.context.runner.run(
            self,
            lambda: folders.save(operation, ident, place, language, notes=notes),
            self._on_saved,
            self._on_failed,
        )

    # ---- words

    def _translate_dialog(self) -> None:
        row, words = self.exit.row, self.context.translations.words
        title = self.tr("What {0} passes on").format(row.member_name)
        self.set_head(title, row.group_name, sign="folder-down")
        self._about.setText(
            self.tr(
                "One folder with the customers, the contacts in the group, what was agreed in"
                " talks, the rules and the checklist. It is made for {0} and for whoever takes"
                " over."
            ).format(row.member_name)
        )
        self.language_field.set_caption(self.tr("&Language"))
        self.language.set_choices([(words(f"language.{one.value}"), one) for one in Language])
        self.notes.setText(self.tr("With our internal &notes"))
        self.set_main(self.tr("Choose place and save…"), "folder-down")
        self._say_who()

    def _say_who(self) -> None:
        who = self.tr("Notes about people, and what talks were about, stay with us.")
        if self.notes.isChecked():
            who = self.tr(
                "The notes lie in a file of their own. Only those who look after this group may"
                " read it; take it out before {0} gets the folder. The log says that they are in"
                " it."
            ).format(self.exit.row.member_name)
        self._who.setText(who)
        self.notes.setAccessibleDescription(visible(who))

    # ---- saving

    def _choose_place(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to save the folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda place: self.save_to(Path(place)))
        dialog.open()

    def _on_saved(self, folder: Path) -> None:
        self.set_busy(False)
        self.accept()
        words = self.context.translations.words
        self.context.notify(
            words("exit_told.saved", name=folder.name),
            "ok",
            action_text=self.tr("Open folder"),
            action=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
            seconds=_OPEN_SECONDS,
        )

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self.context.error_text(error))
