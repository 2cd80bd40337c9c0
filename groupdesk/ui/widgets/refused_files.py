# SPDX-License-Identifier: MIT
"""Files that were not taken in, each with its reason; it goes away by a click."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label, restyle

_MOST_LINES = 6


class RefusedFiles(QFrame):
    """Hidden until something was refused; what may be kept as a file all the same is offered."""

    keep_requested = Signal()
    """Keep unopened what can be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        theme = current_theme()
        self._reasons: tuple[str, ...] = ()
        restyle(self, "banner", "warning")
        self._head = label(wrap=True, selectable=True, parent=self)
        self._keepable = 0
        self._keep = button("", "link", parent=self)
        self._keep.clicked.connect(self.keep_requested)
        self._close = icon_button("x", "", self)
        self._close.clicked.connect(self.hide)
        self._lines = label(wrap=True, selectable=True)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setProperty("surface", "clear")
        QVBoxLayout(inner).addWidget(self._lines)
        self._list = QScrollArea(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setWidgetResizable(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWidget(inner)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_s"))
        head.addWidget(IconLabel("triangle-alert", "warning", parent=self))
        head.addWidget(self._head, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.size("space_m"), 2, theme.size("space_xs"), 2)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._list)
        column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeading)
        self._translate()
        self.hide()

    @property
    def reasons(self) -> tuple[str, ...]:
        """What is shown, one sentence for each file; empty while hidden."""
        return () if self.isHidden() else self._reasons

    def show_refused(self, reasons: Sequence[str], keepable: int = 0) -> None:
        """Show these sentences in place of earlier ones; none hides the list.

        `keepable` of the files could be kept unopened.
        """
        self._reasons, self._keepable = tuple(reasons), keepable
        many = len(reasons) > 1
        self._lines.setText("\n".join(reasons) if many else "")
        lines = 1 + min(len(reasons), _MOST_LINES)
        self._list.setFixedHeight(lines * current_theme().line("body"))
        self._list.setVisible(many)
        self._translate()
        self.setVisible(bool(reasons))
        if reasons:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        count = len(self._reasons)
        text = self._reasons[0] if count == 1 else ""
        if count > 1:
            text = self.tr("%n files were not taken in:", "", count)
        self._head.setText(text)
        self._keep.setText(
            self.tr("Keep as a file beside the screenshots, unopened")
            if self._keepable == 1
            else self.tr(
                "Keep %n of them as files beside the screenshots, unopened", "", self._keepable
            )
        )
        self._keep.setVisible(self._keepable > 0)
        self.setAccessibleName(visible(text))
        self._list.setAccessibleName(visible(text))
        name_button(self._close, self.tr("Close this message"))
