# SPDX-License-Identifier: MIT
"""The choice of an encoding in an import's preview."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from groupdesk.domain.import_preview import ImportSummary
from groupdesk.domain.import_records import ImportFormat
from groupdesk.services.imports.detect import ENCODINGS
from groupdesk.ui.dialogs.import_texts import ImportTexts


class EncodingChoice(QComboBox):
    """Shows in which encoding a list was read, and takes another one."""

    chosen = Signal(str)

    def __init__(self, texts: ImportTexts, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._texts = texts
        self._code = ""
        self.activated.connect(self._on_activated)
        self._translate()

    def show_of(self, summary: ImportSummary) -> None:
        """Show the encoding of a list; workbooks and pasted text have none to choose."""
        pasted = summary.format is ImportFormat.PASTED
        self._code = "" if pasted else summary.encoding
        self._fill()

    @property
    def wanted(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self._code)

    def set_texts(self, texts: ImportTexts) -> None:
        """Write in another language."""
        self._texts = texts
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.clear()
        for code in dict.fromkeys((*ENCODINGS, self._code)) if self._code else ():
            self.addItem(self._texts.encoding(code), code)
        self.setCurrentIndex(self.findData(self._code))

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Encoding"))
        self.setToolTip(self.tr("Encoding of the list: choose another if names look wrong"))

    def _on_activated(self) -> None:
        code = str(self.currentData())
        if code != self._code:
            self.chosen.emit(code)
