# SPDX-License-Identifier: MIT
"""What is known of one piece of evidence: who it is from, when it was taken, what it says."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.clock import Clock
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.narrowing_row import NarrowingRow
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

_BESIDE_FROM = 430
_MOST_ORIGIN = 200


class EvidenceDetails(QFrame):
    """A small form under the tiles, about the one that was chosen last."""

    edited = Signal()
    """Something was written; `values` tells what."""
    closed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        """Start empty; times are those of `clock`'s zone."""
        super().__init__(parent)
        self.setProperty("surface", "card")
        theme = current_theme()
        self._name = ""
        self._title = ElidedLabel(role="secondary", parent=self)
        self._close = icon_button("x", "", self)
        self._close.clicked.connect(self.closed)
        self.origin = QLineEdit(self)
        self.origin.setMaxLength(_MOST_ORIGIN)
        self.taken = TimeChoice(clock, parent=self)
        self.quoted = TextArea(2, self)
        self._origin_field = FormField("", self.origin, self)
        self._quoted_field = FormField("", self.quoted, self)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        row = NarrowingRow(_BESIDE_FROM, self)
        row.row.addWidget(self._origin_field, 1)
        row.row.addWidget(self.taken, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("space_s"),) * 4)
        column.setSpacing(theme.size("space_s"))
        column.addLayout(head)
        column.addWidget(row)
        column.addWidget(self._quoted_field)
        self.origin.textEdited.connect(lambda _text: self.edited.emit())
        self.taken.changed.connect(self.edited)
        self.quoted.textChanged.connect(self.edited)
        self._translate()

    @property
    def values(self) -> tuple[str, str, str]:
        """Where it is from, the stored moment, and the quoted text."""
        return self.origin.text().strip(), self.taken.moment(), self.quoted.text.strip()

    def show_use(self, name: str, use: EvidenceUse) -> None:
        """Show what is said of the piece of evidence called `name`."""
        self._name = name
        with QSignalBlocker(self):
            self.origin.setText(use.origin)
            self.taken.set_moment(use.taken_at)
            self.quoted.set_text(use.quoted_text)
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._title.setText(self.tr("About “{0}”").format(self._name))
        self.setAccessibleName(self.tr("About “{0}”").format(self._name))
        self._origin_field.set_caption(self.tr("Source"))
        self.origin.setPlaceholderText(self.tr("Who sent it, or where it was seen"))
        self.taken.set_caption(self.tr("Taken at"))
        self._quoted_field.set_caption(self.tr("What it says, word for word"))
        name_button(self._close, self.tr("Close"))
