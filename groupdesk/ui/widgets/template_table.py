# SPDX-License-Identifier: MIT
"""The list of templates: name, kind, tone, what is special about it, how often it was used."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from groupdesk.domain.templates import FRAMES
from groupdesk.ui.item_delegates import CellDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.template_filter import ListedTemplate
from groupdesk.ui.template_words import kind_text, mark_of
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.record_table import RecordTable

_WIDTHS = {1: 128, 2: 68, 3: 104, 4: 52}


class TemplateTable(RecordTable):
    """Shows templates that it is given, in their order."""

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._translations = translations
        self._used: Mapping[str, int] = {}
        self._groups: Mapping[int, str] = {}
        self.records: RecordModel[ListedTemplate] = RecordModel(self._cells, self)
        self.setModel(self.records)
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(0, CellDelegate(self, "text"))
        self.setItemDelegateForColumn(3, PillDelegate(self))
        self._translate()

    @property
    def key(self) -> str:
        """The id of the template in front, or the key of a new one; empty for none."""
        row = self.currentIndex().row()
        return self.records.record(row).template.id if 0 <= row < self.records.rowCount() else ""

    @property
    def keys(self) -> list[str]:
        """The ids of all templates shown."""
        return [listed.template.id for listed in self.records.records]

    def show_templates(
        self,
        listed: Sequence[ListedTemplate],
        used: Mapping[str, int],
        groups: Mapping[int, str],
        wanted: str,
    ) -> None:
        """Show these, `wanted` in front, or the first one.

        `used` counts by id; `groups` are names by id.
        """
        self._used, self._groups = used, groups
        heads = (self.tr("Template"), self.tr("Kind"), self.tr("Tone"), "", self.tr("Used"))
        self.records.show_records(heads, listed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, width in _WIDTHS.items():
            self.setColumnWidth(number, width)
        if listed:
            keys = self.keys
            self.selectRow(keys.index(wanted) if wanted in keys else 0)

    def show_changed(self, listed: ListedTemplate) -> None:
        """Show the template in front as it is written now."""
        self.records.replace_record(self.currentIndex().row(), listed)

    def group_name(self, group_id: int | None) -> str:
        """Return the name of a template's group; empty for all groups."""
        if group_id is None:
            return ""
        return self._groups.get(group_id, "") or self.tr("An archived group")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Templates"))

    def _cells(self, listed: ListedTemplate) -> list[Cell]:
        words, template = self._translations.words, listed.template
        used = self._used.get(template.id, 0)
        mark: Cell = mark_of(words, template, self.group_name(template.group_id))
        if listed.unsaved:
            mark = (words("template_mark.unsaved"), "warning")
        name = template.name.strip() or self.tr("New template")
        tone = "" if template.kind in FRAMES else words(f"tone.{template.tone}")
        return [name, kind_text(words, template), tone, mark, f"{used:,}" if used else ""]
