# SPDX-License-Identifier: MIT
"""Under the canvas: undo and redo, zoom, and what the picture was before the marks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.redact_canvas import RedactCanvas


class RedactBar(QWidget):
    """Acts on a canvas and follows it."""

    def __init__(self, canvas: RedactCanvas, parent: QWidget | None = None) -> None:
        """Belong to `canvas`."""
        super().__init__(parent)
        self._canvas = canvas
        self.undo = icon_button("undo-2", "", self)
        self.redo = icon_button("redo-2", "", self)
        self.before = button("", icon_name="eye", parent=self)
        self.before.setCheckable(True)
        self._out = icon_button("zoom-out", "", self)
        self._zoom = button("", "ghost", parent=self)
        self._in = icon_button("zoom-in", "", self)
        self._fit = icon_button("maximize", "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_xs"))
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch()
        for part in (self.before, self._out, self._zoom, self._in, self._fit):
            row.addWidget(part)
        for sign, act in (
            (self.undo, canvas.undo),
            (self.redo, canvas.redo),
            (self._out, canvas.farther),
            (self._in, canvas.nearer),
            (self._fit, canvas.fit),
            (self._zoom, canvas.full_size),
        ):
            sign.clicked.connect(lambda _on=False, do=act: do())
        for sign in (self.undo, self.redo, self.before, self._out, self._zoom, self._in, self._fit):
            sign.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the canvas
        self.before.toggled.connect(canvas.show_before)
        canvas.zoomed.connect(self._show_zoom)
        canvas.changed.connect(self.follow)
        self.translate()
        self.follow()

    def follow(self) -> None:
        """Show what can be undone and what is shown."""
        self.undo.setEnabled(bool(self._canvas.edits.past))
        self.redo.setEnabled(bool(self._canvas.edits.future))
        self.before.setChecked(self._canvas.shows_before)

    def translate(self) -> None:
        """Say all in the window's language."""
        name_button(self.undo, self.tr("Undo (Ctrl+Z)"))
        name_button(self.redo, self.tr("Redo (Ctrl+Shift+Z)"))
        name_button(self._out, self.tr("Smaller (-)"))
        name_button(self._in, self.tr("Larger (+)"))
        name_button(self._fit, self.tr("Fit to the window (Ctrl+0)"))
        self._zoom.setToolTip(self.tr("Full size (Ctrl+1)"))
        self.before.setText(self.tr("Original"))
        self.before.setToolTip(self.tr("Show the original without the marks (O)"))
        self._show_zoom()

    def _show_zoom(self) -> None:
        self._zoom.setText(self.tr("{0} %").format(round(self._canvas.zoom * 100)))
