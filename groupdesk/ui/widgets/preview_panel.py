# SPDX-License-Identifier: MIT
"""A message as its reader will see it, and what is not filled in yet."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.templates import Filled
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.message_preview import MessagePreview


class PreviewPanel(QWidget):
    """The bubble on top, what is missing at the foot."""

    def __init__(
        self, translations: Translations, reader: str, sender: str, parent: QWidget | None = None
    ) -> None:
        """Show messages from `sender` to `reader`."""
        super().__init__(parent)
        self._translations = translations
        self._reader, self._sender = reader, sender
        self._filled = Filled("")
        self._as = ElidedLabel(role="secondary", parent=self)
        self.message = MessagePreview(sender, "", self)
        self._foot = label(role="secondary", parent=self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addWidget(self._as)
        column.addWidget(self.message)
        column.addStretch(1)
        column.addWidget(self._foot)
        self._translate()

    @property
    def foot(self) -> str:
        """What is said about placeholders."""
        return self._foot.text()

    def show_filled(self, filled: Filled) -> None:
        """Show a message with its gaps marked."""
        self._filled = filled
        self.message.set_message(self._sender, filled.text, filled.gaps)
        self.message.setVisible(bool(filled.text.strip()))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._as.setText(self.tr("As {0} will read it").format(self._reader))
        self._say()

    def _say(self) -> None:
        words, filled = self._translations.words, self._filled
        if not filled.text.strip():
            text = ""
        elif filled.complete:
            text = words("courtesy.placeholders.ok")
        else:
            names = [words(f"placeholder.{name}") for name in filled.missing]
            text = self.tr("Not filled in: {0}").format(
                self.tr(", ").join([*names, *filled.unknown])
            )
        self._foot.setText(text)
        restyle(self._foot, "tone", "" if filled.complete else "warning")
