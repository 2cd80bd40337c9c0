# SPDX-License-Identifier: MIT
"""What a file of templates would change, before anything is changed."""

import uuid
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from groupdesk.domain.enums import TemplateKind
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.template_enums import TemplateFound
from groupdesk.domain.template_exchange import FoundTemplate
from groupdesk.domain.templates import fill
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.template_words import readable
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.marked_text import MarkedText
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.section_label import SectionLabel

_TONES: dict[TemplateFound, ToneName] = {
    TemplateFound.NEW: "ok",
    TemplateFound.CHANGED: "warning",
    TemplateFound.SAME: "muted",
    TemplateFound.REFUSED: "danger",
}
_ORDER = tuple(_TONES)
_WIDTHS = {1: 140, 2: 130}


class TemplateImportDialog(DialogFrame):
    """Lists new, changed, unchanged and refused templates; takes the first two in together."""

    def __init__(
        self,
        context: UiContext,
        path: Path,
        found: tuple[FoundTemplate, ...],
        front: GroupRecord | None,
        parent: QWidget | None = None,
    ) -> None:
        """Show what `found` in the file at `path` would change, for all groups at first."""
        super().__init__(parent)
        self._context = context
        self._path = path
        self._found = found
        self._front = front
        self._operation = uuid.uuid4()
        self.group: ChoiceBox[int | None] = ChoiceBox(self)
        self.field = FormField("", self.group, self)
        self.model: RecordModel[FoundTemplate] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, CellDelegate(self.table, "text"))
        self.table.setItemDelegateForColumn(2, PillDelegate(self.table))
        self._reason = label(parent=self, wrap=True)
        restyle(self._reason, "tone", "danger")
        self._heads = (SectionLabel(parent=self), SectionLabel(parent=self))
        self.texts = (MarkedText(self), MarkedText(self))
        self.form.addWidget(self.field)
        self.form.addWidget(self.table, 1)
        self.side.addWidget(self._reason)
        for head, text in zip(self._heads, self.texts, strict=True):
            self.side.addWidget(head)
            self.side.addWidget(text)
        self.side.addStretch(1)
        self.add_cancel()
        self._say()
        self._show()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_one())
        self.group.chosen.connect(self._look_again)
        self.main_requested.connect(self._take_in)
        self.resize(900, 600)
        self.table.setFocus()

    @property
    def wanted(self) -> int:
        """How many templates would be taken in."""
        return sum(one.state in {TemplateFound.NEW, TemplateFound.CHANGED} for one in self._found)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()

    # ---- showing

    def _say(self) -> None:
        self.field.set_caption(self.tr("&For"))
        groups: list[tuple[str, int | None]] = [(self.tr("All groups"), None)]
        if self._front is not None:
            groups.append((self._front.name, self._front.id))
        self.group.set_choices(groups)
        self.table.setAccessibleName(self.tr("Templates in the file"))
        for head, text, said in zip(
            self._heads,
            self.texts,
            (self.tr("In the file"), self.tr("Until now")),
            strict=True,
        ):
            head.setText(said)
            text.setAccessibleName(said)

    def _show(self) -> None:
        heads = (self.tr("Template"), self.tr("Kind"), "")
        shown = sorted(self._found, key=lambda one: _ORDER.index(one.state))
        self.model.show_records(heads, shown)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, width in _WIDTHS.items():
            self.table.setColumnWidth(number, width)
        self.table.selectRow(0)
        counts = [
            self.tr("{0} {1}").format(self._word(state), count)
            for state in _ORDER
            if (count := sum(one.state is state for one in self._found))
        ]
        subtitle = self.tr(" · ").join([self._path.name, *counts])
        self.set_head(self.tr("Import templates"), subtitle, sign="message-square-text")
        self.set_main(self.tr("Take in %n template(s)", "", self.wanted), "check")
        self.set_missing([] if self.wanted else [self.tr("a template that is new or changed")])
        self._show_one()

    def _show_one(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < self.model.rowCount():
            return
        one = self.model.record(row)
        reason = self._context.error_text(one.refusal) if one.refusal is not None else ""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        before = one.before if one.state is TemplateFound.CHANGED else None
        bodies = (one.fields.body if one.fields else "", before.body if before else "")
        words = self._context.translations.words
        for head, text, body in zip(self._heads, self.texts, bodies, strict=True):
            text.set_text(*readable(words, fill(body, {})))
            head.setVisible(bool(body))
            text.setVisible(bool(body))

    def _cells(self, one: FoundTemplate) -> list[Cell]:
        kind: TemplateKind | None = one.fields.kind if one.fields else None
        words = self._context.translations.words
        return [
            one.name or self.tr("Without a name"),
            words(f"template_kind.{kind}") if kind else "–",
            (self._word(one.state), _TONES[one.state]),
        ]

    def _word(self, state: TemplateFound) -> str:
        return self._context.translations.words(f"template_found.{state}")

    # ---- acting

    def _look_again(self) -> None:
        files, path, group_id = self._context.desk.template_files, self._path, self.group.value
        self.set_busy(True)

        def show(found: tuple[FoundTemplate, ...]) -> None:
            self.set_busy(False)
            self._found = found
            self._show()

        self._context.runner.run(
            self, lambda: files.preview(path, group_id), show, self._on_failed, pool="files"
        )

    def _take_in(self) -> None:
        files, operation = self._context.desk.template_files, self._operation
        path, found = self._path, self._found
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: files.take_in(operation, path, found),
            self._on_taken,
            self._on_failed,
        )

    def _on_taken(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        text = self.tr("%n template(s) taken in.", "", self.wanted)
        self._context.notify(text, "ok", seconds=12)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error))
