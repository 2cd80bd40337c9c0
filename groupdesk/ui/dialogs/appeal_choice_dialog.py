# SPDX-License-Identifier: MIT
"""Which decision a member objects to, where there are several."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from groupdesk.domain.records import TimelineEntry
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.timeline_words import TimelineWords
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField


class AppealChoiceDialog(DialogFrame):
    """A list of decisions, the newest first; Enter or a double click goes on."""

    chosen = Signal(object)
    """The entry of the timeline."""

    def __init__(
        self,
        context: UiContext,
        entries: Sequence[TimelineEntry],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Offer `entries`, decisions about the member `name`."""
        super().__init__(parent, side=False)
        self.context, self._entries, self._name = context, tuple(entries), name
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.field = FormField("", self.list, self)
        self.form.addWidget(self.field, 1)
        for _entry in self._entries:
            self.list.addItem(QListWidgetItem())
        self.add_cancel()
        self._translate_dialog()
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._go_on())
        self.main_requested.connect(self._go_on)
        self.list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def _translate_dialog(self) -> None:
        context = self.context
        words = TimelineWords(context.translations.words, context.dates, context.desk.clock())
        self.set_head(
            self.tr("Objection of {0}").format(self._name),
            self.tr("To which decision?"),
            name=self._name,
        )
        self.field.set_caption(self.tr("&Decisions"))
        for at, entry in enumerate(self._entries):
            parts = (words.title(entry), words.about(entry), words.by(entry))
            self.list.item(at).setText(visible(" · ".join(filter(None, parts))))
        self.set_main(self.tr("Go on"), "arrow-right")

    def _go_on(self) -> None:
        at = self.list.currentRow()
        if at >= 0:
            self.accept()
            self.chosen.emit(self._entries[at])
