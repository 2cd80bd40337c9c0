# SPDX-License-Identifier: MIT
"""Groups are put away, with the reason for it and, if wanted, a folder of all that was kept."""

import uuid
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.errors import CancelledError
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.text import visible
from groupdesk.domain.upkeep_records import ArchiveRequest, GroupsArchived, GroupUse
from groupdesk.services.group_archive import archives_of
from groupdesk.ui.context import UiContext
from groupdesk.ui.group_acts import restore_group
from groupdesk.ui.item_delegates import CellDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.text_area import TextArea

_ROWS_SHOWN = 4


class ArchiveDialog(DialogFrame):
    """Says what archiving means and what would rest with it, and asks for the reason."""

    def __init__(
        self,
        context: UiContext,
        groups: Sequence[GroupRecord],
        parent: QWidget | None = None,
        *,
        papers: bool = False,
    ) -> None:
        """Ask why `groups` are archived; `papers` begins with a folder of all that was kept."""
        super().__init__(parent, side=False)
        self._context = context
        self._groups = tuple(groups)
        self._operation = uuid.uuid4()
        self._running: JobHandle | None = None
        self.place: Path | None = None
        ids = [group.id for group in self._groups]
        self._uses = context.desk.upkeep.clean_up.of(ids)
        self._meaning = label(parent=self, wrap=True)
        self._rests = label(role="muted", parent=self, wrap=True)
        self._undone = label(role="error", parent=self, wrap=True)
        self.model: RecordModel[GroupUse] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table, "text"))
        self.reason = TextArea(3 if self._several else 5, self)
        self.field = FormField("", self.reason, self)
        self.papers = QCheckBox(self)
        self.papers.setChecked(papers)
        self.folder_button = button("", icon_name="folder-open", parent=self)
        self._folder = ElidedLabel(parent=self)
        self._build()
        self.cancel = self.add_cancel()
        self._say()
        self.reason.textChanged.connect(self._check)
        self.papers.toggled.connect(self._check)
        self.folder_button.clicked.connect(self._choose_folder)
        self.main_requested.connect(self._save)
        self.resize(*((720, 680) if self._several else (560, 520)))
        self.reason.setFocus()
        self.ask_before_leaving(lambda: self.reason.text)

    def choose_place(self, folder: str) -> None:
        """Take `folder` as the place in which the papers get a folder for each group."""
        self.place = Path(folder)
        self._check()

    def reject(self) -> None:
        """Stop what goes on, or else leave."""
        if self._running is not None:
            self.cancel.setEnabled(False)
            self._running.cancel()
            return
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    @property
    def _several(self) -> bool:
        return len(self._groups) > 1

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addWidget(self.papers, 1)
        row.addWidget(self.folder_button)
        self.table.setMinimumHeight(
            (min(len(self._groups), _ROWS_SHOWN) + 1) * theme.size("row") + 4
        )
        self.table.setVisible(self._several)
        for part in (self._meaning, self.table, self._rests, self._undone):
            self.form.addWidget(part, int(part is self.table))
        self.form.addWidget(self.field, 1)
        self.form.addLayout(row)
        self.form.addWidget(self._folder)

    def _say(self) -> None:
        count = len(self._groups)
        members = sum(group.members for group in self._groups)
        one = self.tr("Archive {0}").format(visible(self._groups[0].name))
        self.set_head(
            self.tr("Archive %n group(s)", "", count) if self._several else one,
            self.tr("%n member(s)", "", members),
            sign="archive",
        )
        meaning = self.tr(
            "The group leaves the list of groups. Its members, cases and reports can still be"
            " looked at and printed, but nothing can be written in it until it is restored."
            " Nothing changes on the platform, and no member is told."
        )
        if self._several:
            meaning = self.tr(
                "The groups leave the list of groups. Their members, cases and reports can still"
                " be looked at and printed, but nothing can be written in them until they are"
                " restored. Nothing changes on the platform, and no member is told."
            )
        self._meaning.setText(meaning)
        self._say_rests()
        self.field.set_caption(self.tr("&Reason"))
        self.field.set_hint(self.tr("It stands in the log, and on the page of the group."))
        self.papers.setText(self.tr("&Save all that was kept in a folder, in the same step"))
        self.papers.setToolTip(
            self.tr("Members, cases, rules, the audit as PDF, and a list of fingerprints.")
        )
        self.folder_button.setText(self.tr("C&hoose the place…"))
        archive = self.tr("Archive group")
        self.set_main(
            self.tr("Archive %n group(s)", "", count) if self._several else archive, "archive"
        )
        self._check()

    def _say_rests(self) -> None:
        rests = []
        if cases := sum(use.open_cases for use in self._uses):
            rests.append(self.tr("%n open case(s)", "", cases))
        if tasks := sum(use.waits for use in self._uses):
            rests.append(self.tr("%n thing(s) still to do", "", tasks))
        joined = self.tr(" and ").join(rests)
        self._rests.setText(self.tr("Until then this rests: {0}.").format(joined))
        self._rests.setVisible(bool(rests))
        undone = sum(use.to_carry_out for use in self._uses)
        self._undone.setText(
            self.tr(
                "%n removal(s) decided and not carried out: the member is still there on the"
                " platform. Better carry it out first.",
                "",
                undone,
            )
        )
        self._undone.setVisible(undone > 0)
        heads = (
            self.tr("Group"), self.tr("Members"), self.tr("Open cases"), self.tr("To do"),
            self.tr("Not carried out"),
        )  # fmt: skip
        self.model.show_records(heads, self._uses)
        self.table.setAccessibleName(self.tr("What would rest"))
        wide = current_theme().size("row")
        for column, rows in enumerate((6, 2, 3, 2, 3)):
            self.table.setColumnWidth(column, rows * wide)
        self.table.horizontalHeader().setStretchLastSection(True)

    def _cells(self, use: GroupUse) -> tuple[Cell, ...]:
        counts = (use.members, use.open_cases, use.waits)
        undone: Cell = (str(use.to_carry_out), "danger") if use.to_carry_out else "–"
        return (use.name, *(f"{n:,}" if n else "–" for n in counts), undone)

    def _check(self) -> None:
        self.field.clear_error()
        wanted = self.papers.isChecked()
        self.folder_button.setEnabled(wanted and not self.busy)
        where = str(self.place) if self.place is not None else ""
        self._folder.setText(visible(where))
        self._folder.setVisible(wanted and self.place is not None)
        missing = [] if self.reason.text.strip() else [self.tr("a reason")]
        if wanted and self.place is None:
            missing.append(self.tr("a place for the folder"))
        self.set_missing(missing)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the folder is made"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.fileSelected.connect(self.choose_place)
        dialog.open()

    # ---- archiving

    def _save(self) -> None:
        request = ArchiveRequest(
            self._operation,
            tuple(group.id for group in self._groups),
            self.reason.text,
            self.place if self.papers.isChecked() else None,
            Language(self._context.translations.language),
        )
        self.banner.dismiss()
        self.set_busy(True)
        if request.place is None:
            archives = archives_of(self._context.desk)
            self._context.runner.run(
                self, lambda: archives.archive(request), self._on_saved, self._on_failed
            )
            return
        self.cancel.setEnabled(True)  # it stops what goes on
        running = self._context.jobs.run(
            self,
            "groups.archive",
            {"request": request},
            lambda _stage, done, whole: self.show_progress(done, whole),
            self._on_saved,
            self._on_failed,
        )
        self._running = running if self.busy else None

    def _on_saved(self, found: GroupsArchived) -> None:
        self._rest()
        for one in found.done:
            self._context.done(one.receipt)
        if found.failed:
            self._go_on(found)
            return
        self._tell(found)
        self.accept()

    def _go_on(self, found: GroupsArchived) -> None:
        """Keep those that were not archived, with the reason: one may try them again."""
        done = {one.id for one in found.done}
        told = [
            f"{visible(name)}: {self._context.error_text(error)}" for name, error in found.failed
        ]
        text = self.tr("%n group(s) archived.", "", len(found.done)) + " " + " ".join(told)
        self.banner.show_message(text, "danger")
        self._groups = tuple(group for group in self._groups if group.id not in done)
        self._uses = tuple(use for use in self._uses if use.id not in done)
        self._operation = uuid.uuid4()
        self._say()

    def _tell(self, found: GroupsArchived) -> None:
        context, count = self._context, len(found.done)
        text = self.tr("{0} is archived.").format(visible(found.done[0].name))
        if count > 1:
            text = self.tr("%n group(s) archived.", "", count)
        folder = found.done[0].folder
        if folder is not None:
            context.notify(
                text,
                seconds=15,
                action_text=self.tr("Open folder"),
                action=partial(_show, context, folder if count == 1 else folder.parent),
            )
        elif count == 1:
            group = self._groups[0]
            context.notify(
                text,
                seconds=12,
                action_text=self.tr("Undo"),
                action=lambda: restore_group(context, context.events, group),
            )
        else:
            context.notify(text, seconds=12)

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, CancelledError):
            self.banner.show_message(self._context.error_text(error), "muted")
            return
        text = self._context.error_text(error)
        self.show_failure(error, text, {"reason": self.field})

    def _rest(self) -> None:
        self._running = None
        self.set_busy(False)
        self.set_hint("")
        self._check()


def _show(context: UiContext, folder: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        context.notify(visible(str(folder)), "warning")
