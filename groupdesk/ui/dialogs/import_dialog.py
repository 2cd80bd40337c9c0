# SPDX-License-Identifier: MIT
"""Importing a member list: choose it, say what its columns hold, look at the changes, import."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import CancelledError, StateChangedError, WorkStoppedError
from groupdesk.domain.import_preview import ImportSummary, LineKind, PreviewLine
from groupdesk.domain.import_records import NeedsGroup, NeedsMapping
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.text import visible
from groupdesk.services.imports.read import ReadOptions
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.import_choose_step import ChooseStep, local_files
from groupdesk.ui.dialogs.import_encoding import EncodingChoice
from groupdesk.ui.dialogs.import_group_step import GroupStep
from groupdesk.ui.dialogs.import_mapping_step import MappingStep
from groupdesk.ui.dialogs.import_preview_step import PreviewStep
from groupdesk.ui.dialogs.import_texts import ImportTexts
from groupdesk.ui.group_acts import tell_imported
from groupdesk.ui.item_models.import_lines import PAGE
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame


class ImportDialog(DialogFrame):
    """Three steps in one dialog. The list stays in a process of its own; see `ui/jobs.py`."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        paths: Sequence[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Import into `group`; with `paths`, the first of them is read at once."""
        super().__init__(parent, side=False)
        self._context = context
        self._group = group
        self._session = context.jobs.session(self)
        self._running: JobHandle | None = None
        self._source: dict[str, Any] = {}
        self._options = ReadOptions()
        self._ask_mapping = False
        self._options_before: ReadOptions | None = None
        self._needs: NeedsMapping | None = None
        self._summary: ImportSummary | None = None
        self._operation = uuid.uuid4()
        self.choose = ChooseStep(self)
        self.groups = GroupStep(context.translations.words, self)
        self.mapping = MappingStep(self._texts(), self)
        self.preview = PreviewStep(self._texts(), self._ask_lines, self)
        self.steps = QStackedWidget(self)
        for step in (self.choose, self.groups, self.mapping, self.preview):
            self.steps.addWidget(step)
        self.form.addWidget(self.steps, 1)
        self.back = self.add_left(button("", icon_name="arrow-left", parent=self))
        self.columns = self.add_left(button("", parent=self))
        self.encoding = self.add_left(EncodingChoice(self._texts(), self))
        self.cancel = self.add_cancel()
        self._connect()
        self.setAcceptDrops(True)
        self._show_step(self.choose)
        self.resize(960, 700)
        if paths:
            self.take_files(paths)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read the first of these files."""
        if self.busy or not paths:
            return
        self.banner.dismiss()
        if len(paths) > 1:
            self.banner.show_message(
                self.tr("One list at a time: this is “{0}”. Import the others afterwards.").format(
                    visible(paths[0].name)
                ),
                "warning",
            )
        self._begin({"path": str(paths[0])}, keep_banner=len(paths) > 1)

    # ---- Qt

    def reject(self) -> None:
        """Leave; while work goes on, stop it first."""
        if self.busy:
            self._stop()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.busy and local_files(event.mimeData()):
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = local_files(event.mimeData())
        if paths:
            event.accept()
            self.take_files(paths)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.groups.set_words(self._context.translations.words)
            self.mapping.set_texts(self._texts())
            self.encoding.set_texts(self._texts())
            self.preview.set_texts(self._texts())
            self._show_head()

    # ---- building

    def _connect(self) -> None:
        self.choose.files_chosen.connect(self.take_files)
        self.choose.text_changed.connect(self._show_main)
        self.groups.changed.connect(self._show_main)
        self.groups.opened.connect(self._on_main)
        self.mapping.changed.connect(self._show_main)
        self.mapping.reread.connect(self._on_reread)
        self.preview.decided.connect(self._show_main)
        self.main_requested.connect(self._on_main)
        self.back.clicked.connect(self._on_back)
        self.columns.clicked.connect(self._on_columns)
        self.encoding.chosen.connect(self._on_encoding)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._on_paste)

    def _texts(self) -> ImportTexts:
        context = self._context
        return ImportTexts(context.translations.words, context.dates, context.desk.clock())

    def _show_step(self, step: QWidget) -> None:
        self.steps.setCurrentWidget(step)
        self.back.setVisible(step is not self.choose)
        self.columns.setVisible(
            step is self.preview and self._summary is not None and self._summary.mapping is not None
        )
        self.encoding.setVisible(step is self.preview and self.encoding.wanted)
        self._show_head()
        if step is self.preview:
            self.preview.table.setFocus()
        elif step is self.groups:
            self.groups.setFocus()
        elif step is self.mapping:
            self.mapping.combos[0].setFocus()
        else:
            self.choose.setFocus()

    def _show_head(self) -> None:
        title = self.tr("Import into {0}").format(visible(self._group.name))
        words = self._context.translations.words
        said = ""
        if self.steps.currentWidget() is self.preview and self._summary is not None:
            summary = self._summary
            parts = [visible(summary.file_name), words(f"import_format.{summary.format.value}")]
            if summary.encoding and not self.encoding.wanted:
                parts.append(words(f"encoding.{summary.encoding}"))
            said = " · ".join(filter(None, parts))
        elif self.steps.currentWidget() is self.mapping and self._needs is not None:
            said = visible(self._needs.file_name)
        elif self.steps.currentWidget() is self.groups:
            said = visible(self.groups.file_name)
        else:
            said = self.tr("You see what would change before anything is written.")
        self.set_head(title, said, sign="upload")
        self.back.setText(self.tr("&Back"))
        self.columns.setText(self.tr("&Columns…"))
        self._show_main()

    def _show_main(self) -> None:
        step = self.steps.currentWidget()
        if step is not self.preview and not self.busy:
            self.set_hint("")
        if step is self.choose:
            self.set_main(self.tr("Show preview"), "eye")
            self.set_missing([] if self.choose.text.strip() else [self.tr("a list")])
        elif step is self.groups:
            self.set_main(self.tr("Show preview"), "eye")
            self.set_missing([] if self.groups.place is not None else [self.tr("a group")])
        elif step is self.mapping:
            self.set_main(self.tr("Show preview"), "eye")
            self.set_missing(self.mapping.missing())
        else:
            new, changed, left = self.preview.taken()
            if self.preview.decisions.compare:
                text = self._compared_text(new, changed, left)
            elif new and changed:
                text = self.tr("Import {0} new, update {1}").format(f"{new:,}", f"{changed:,}")
            elif changed:
                text = self.tr("Update {0}").format(f"{changed:,}")
            elif new:
                text = self.tr("Import {0} new").format(f"{new:,}")
            else:
                text = self.tr("Import")
            self.set_main(text, "upload")
            self._hint_at_undecided()
            self.set_missing(self.preview.missing())

    def _compared_text(self, new: int, changed: int, left: int) -> str:
        parts = (
            (new, self.tr("{0} joined")),
            (left, self.tr("{0} left")),
            (changed, self.tr("{0} changed")),
        )
        said = [text.format(f"{count:,}") for count, text in parts if count]
        return self.tr("Record {0}").format(self.tr(", ").join(said)) if said else self.tr("Record")

    def _hint_at_undecided(self) -> None:
        if self._summary is None or self.busy:
            return
        open_ones = self._summary.counts.conflict - len(self.preview.decisions.choices)
        self.set_hint(
            self.tr("%n row(s) to decide are left out", "", open_ones) if open_ones else ""
        )

    # ---- reading

    def _begin(self, source: dict[str, Any], *, keep_banner: bool = False) -> None:
        self._source, self._options, self._ask_mapping = source, ReadOptions(), False
        self._read(keep_banner=keep_banner)

    def _read(self, *, keep_banner: bool = False) -> None:
        if not keep_banner:
            self.banner.dismiss()
        args = {
            **self._source,
            "group_id": self._group.id,
            "options": self._options,
            "ask": self._ask_mapping,
        }
        self._work("import.open", args, self._on_read, self._on_not_read)

    def _on_read(self, answer: ImportSummary | NeedsMapping | NeedsGroup) -> None:
        self._rest()
        if isinstance(answer, NeedsGroup):
            self.groups.show_groups(answer, self._group.name)
            self._show_step(self.groups)
            return
        if isinstance(answer, NeedsMapping):
            self._needs = answer
            self.mapping.show_table(answer)
            self._show_step(self.mapping)
            return
        self._summary = answer
        self._options_before = None
        self.encoding.show_of(answer)
        self._operation = uuid.uuid4()
        self.preview.show_summary(answer)
        self._show_step(self.preview)

    def _on_not_read(self, error: Exception) -> None:
        self._rest()
        self._say(error)
        if self._options_before is not None:  # as it was before another encoding was tried
            self._options, self._options_before = self._options_before, None
            self._read(keep_banner=True)
            return
        if self.steps.currentWidget() is self.mapping and self._needs is not None:
            self.mapping.show_table(self._needs)  # the file could not be read that way
        self._show_main()

    def _ask_lines(
        self, kind: LineKind, start: int, came: Callable[[tuple[PreviewLine, ...]], object]
    ) -> None:
        args = {"kind": kind, "start": start, "limit": PAGE}
        self._session.run("import.lines", args, _ignore, came, self._say)

    # ---- taking in

    def _apply(self) -> None:
        self.banner.dismiss()
        args = {"operation": self._operation, "take": self.preview.decisions.take()}
        self._work("import.apply", args, self._on_applied, self._on_not_applied)

    def _on_applied(self, receipt: Receipt) -> None:
        self._rest()
        self._context.done(receipt)
        self._finish(receipt.subject_id)

    def _finish(self, snapshot_id: int = 0) -> None:
        new, changed, left = self.preview.taken()
        text = self.tr("Imported into {0}: {1} new, {2} updated.")
        if self.preview.decisions.compare:
            text = self.tr("Compared with {0}: {1} joined, {2} changed, {3} left.")
        counts = (f"{count:,}" for count in (new, changed, left))
        told = text.format(visible(self._group.name), *counts)
        tell_imported(self._context, self._group, self.parentWidget(), told, snapshot_id)
        self._context.go_to(self._group.id, 0)  # the keyboard goes to the list, too
        self.accept()

    def _on_not_applied(self, error: Exception) -> None:
        self._rest()
        if self._context.desk.ledger.was_saved(self._operation):
            # the answer was lost on its way, what it would have said was not
            self._context.events.publish(_TOPICS)
            self._finish()
            return
        self._say(error)
        if isinstance(error, StateChangedError | WorkStoppedError):
            self._read(keep_banner=True)
        elif not isinstance(error, CancelledError):
            self._operation = uuid.uuid4()

    # ---- work

    def _work(
        self,
        name: str,
        args: dict[str, Any],
        on_success: Callable[[Any], object],
        on_failure: Callable[[Exception], object],
    ) -> None:
        self.set_busy(True)
        self.cancel.setEnabled(True)  # it stops what goes on
        running = self._session.run(name, args, self._on_progress, on_success, on_failure)
        self._running = running if self.busy else None

    def _on_progress(self, stage: str, done: int, total: int) -> None:
        self.set_hint(self._texts().stage(stage, done, total))

    def _rest(self) -> None:
        self._running = None
        self.set_busy(False)
        self.set_hint("")

    def _stop(self) -> None:
        if self._running is not None:
            self.cancel.setEnabled(False)
            self._running.cancel()

    def _say(self, error: Exception) -> None:
        quiet = isinstance(error, CancelledError)
        self.banner.show_message(self._context.error_text(error), "muted" if quiet else "danger")

    # ---- slots

    def _on_main(self) -> None:
        step = self.steps.currentWidget()
        if step is self.choose:
            self._begin({"text": self.choose.text, "name": self.tr("Pasted list")})
        elif step is self.groups:
            self._options = replace(self._options, group=self.groups.place)
            self._read()
        elif step is self.mapping:
            mapping = self.mapping.mapping
            self._options = replace(self._options, mapping=mapping)
            self._read()
        else:
            self._apply()

    def _on_back(self) -> None:
        self.banner.dismiss()
        of_several = self.steps.currentWidget() is self.preview and self._options.group is not None
        self._show_step(self.groups if of_several else self.choose)

    def _on_columns(self) -> None:
        mapping = self._summary.mapping if self._summary else None
        if mapping is None:
            return
        self._options = ReadOptions(
            encoding=mapping.encoding or None,
            delimiter=mapping.delimiter or None,
            sheet=mapping.sheet or None,
        )
        self._ask_mapping = True
        self._read()

    def _on_encoding(self, code: str) -> None:
        self._options_before = self._options
        mapping = self._options.mapping
        self._options = replace(
            self._options,
            encoding=code,
            mapping=None if mapping is None else replace(mapping, encoding=code),
        )
        self._ask_mapping = False
        self._read()

    def _on_reread(self, options: ReadOptions) -> None:
        self._options, self._ask_mapping = options, True
        self._read()

    def _on_paste(self) -> None:
        if self.steps.currentWidget() is self.choose and not self.busy:
            self.choose.paste(QGuiApplication.clipboard().mimeData())


_TOPICS = frozenset({Topic.MEMBERS, Topic.GROUPS, Topic.AUDIT})


def _ignore(_stage: str, _done: int, _total: int) -> None:
    """Say nothing: a page comes at once."""
