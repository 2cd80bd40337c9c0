# SPDX-License-Identifier: MIT
"""The columns of the member list: which are shown, in what order; by keys as by mouse."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label

_KEY = Qt.ItemDataRole.UserRole


class ColumnsDialog(DialogFrame):
    """Nothing changes in the list before the main act."""

    chosen = Signal(tuple)
    """The names of the columns to show, in their order."""

    def __init__(
        self,
        texts: Mapping[str, str],
        shown: Sequence[str],
        usual: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Offer the columns that `texts` names; `shown` are ticked and come first."""
        super().__init__(parent, side=False)
        self._texts = texts
        self._usual = tuple(usual)
        self.columns = QListWidget(self)
        self.columns.setProperty("framed", True)  # noqa: FBT003 - Qt's signature
        self.columns.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.columns.setMinimumHeight(current_theme().size("side_width"))
        self._about = label(role="muted", parent=self, wrap=True)
        self.up = button("", icon_name="arrow-up", parent=self)
        self.down = button("", icon_name="arrow-down", parent=self)
        self.usual = button("", parent=self)
        self._build()
        self.show_columns(shown)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.usual.clicked.connect(lambda: self.show_columns(self._usual))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self._move(by))
        self.columns.currentRowChanged.connect(self._follow)
        self.main_requested.connect(self._on_main_act)
        self._say()
        self.resize(480, 520)
        self.columns.setFocus()

    def ticked(self) -> tuple[str, ...]:
        """Return the names of the columns that are ticked, in their order."""
        items = [self.columns.item(at) for at in range(self.columns.count())]
        return tuple(i.data(_KEY) for i in items if i.checkState() is Qt.CheckState.Checked)

    def show_columns(self, shown: Sequence[str]) -> None:
        """Tick these and put them first, in this order."""
        self.columns.clear()
        for name in (*shown, *(one for one in self._texts if one not in shown)):
            item = QListWidgetItem(self._texts[name], self.columns)
            item.setData(_KEY, name)
            ticked = name in shown
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        self.columns.setCurrentRow(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- inside

    def _build(self) -> None:
        gap = current_theme().size("space_m")
        moves = QVBoxLayout()
        moves.setSpacing(current_theme().size("space_s"))
        for made in (self.up, self.down):
            moves.addWidget(made)
        moves.addStretch(1)
        moves.addWidget(self.usual)
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addWidget(self.columns, 1)
        row.addLayout(moves)
        self.form.addWidget(self._about)
        self.form.addLayout(row, 1)
        self.add_cancel()

    def _say(self) -> None:
        self.set_head(self.tr("Columns of the list"), sign="columns-3")
        self._about.setText(
            self.tr("What is ticked is shown, in this order, after the member's name.")
        )
        self.columns.setAccessibleName(self.tr("Columns"))
        self.up.setText(self.tr("Move up"))
        self.up.setToolTip("Alt+↑")
        self.down.setText(self.tr("Move down"))
        self.down.setToolTip("Alt+↓")
        self.usual.setText(self.tr("Usual columns"))
        self.set_main(self.tr("Show these columns"))
        self._follow(self.columns.currentRow())

    def _move(self, by: int) -> None:
        at = self.columns.currentRow()
        if at < 0 or not 0 <= at + by < self.columns.count():
            return
        item = self.columns.takeItem(at)
        self.columns.insertItem(at + by, item)
        self.columns.setCurrentRow(at + by)

    def _follow(self, at: int) -> None:
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < self.columns.count() - 1)

    def _on_main_act(self) -> None:
        self.chosen.emit(self.ticked())
        self.accept()
