# SPDX-License-Identifier: MIT
"""What a machine read in a picture, beside that picture: said to be so, to be copied."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action
from groupdesk.domain.machine_text import MachineText
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea

_WIDTH = 280


class PictureText(QWidget):
    """Reads nothing itself; without the extra and without a text there is nothing to show."""

    def __init__(
        self,
        context: UiContext,
        say: Callable[[str, ToneName], object],
        parent: QWidget | None = None,
    ) -> None:
        """Tell through `say` how copying went."""
        super().__init__(parent)
        self._context = context
        self._say = say
        self._evidence_id = 0
        self._read: MachineText | None = None
        self._head = label(role="section", parent=self)
        self._note = label(role="secondary", parent=self, wrap=True)
        self.text = TextArea(12, self)
        self.text.setReadOnly(True)
        self.copy_button = button("", icon_name="copy", parent=self)
        self.copy_button.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        for part in (self._head, self._note):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)

    @property
    def known(self) -> bool:
        """Whether there is anything to say about the picture that is shown."""
        return self._read is not None

    def show_of(self, evidence_id: int) -> None:
        """Take the text of a picture; a redacted copy has one of its own."""
        self._evidence_id = evidence_id
        self._read = self._context.desk.evidence_texts.of(evidence_id)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        read = self._read
        text = "" if read is None else read.text
        self._head.setText(self.tr("Read by machine"))
        self.text.setAccessibleName(self.tr("Text read by machine"))
        self.copy_button.setText(self.tr("Copy the text"))
        self._note.setText("" if read is None else self._about(read))
        self.text.setPlainText(text)
        self.text.setVisible(bool(text))
        self.copy_button.setVisible(bool(text))

    def _about(self, read: MachineText) -> str:
        if read.problem:
            return self._context.translations.words(f"machine_text.{read.problem}")
        if not read.text:
            return self.tr("No text was found in this picture.")
        return self.tr(
            "It may hold mistakes: what counts is the picture."
            " Searches find it; no report shows it."
        )

    def _copy(self) -> None:
        """Copy the text; that something of the evidence leaves is told in the log."""
        context, evidence_id, operation = self._context, self._evidence_id, uuid4()
        text = self.text.toPlainText()

        def work() -> Receipt | None:
            if context.desk.ledger.refusal:
                return None
            return context.desk.custody.note(operation, Action.EVIDENCE_COPY, evidence_id)

        def copied(receipt: Receipt | None) -> None:
            QGuiApplication.clipboard().setText(text)
            if receipt is not None:
                context.done(receipt)
            self._say(self.tr("The text was copied. A machine read it: compare it first."), "ok")

        def failed(error: Exception) -> None:
            self._say(context.error_text(error), "danger")

        context.runner.run(self, work, copied, failed)
