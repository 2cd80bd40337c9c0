# SPDX-License-Identifier: MIT
"""A list and what is chosen in it: side by side, or one in place of the other."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button


class ListDetail(QSplitter):
    """Where there is no room for both, `open_detail` shows the detail with a way back.

    Back is a button, Esc and Alt+Left.
    """

    returned = Signal()
    """The list took its place again."""

    def __init__(
        self,
        listed: QWidget,
        detail: QWidget,
        detail_width: int,
        parent: QWidget | None = None,
        *,
        roomy_width: int = 0,
    ) -> None:
        """Show `listed` and, `detail_width` pixels wide at first, `detail`.

        It is `roomy_width` wide where that leaves the list as much as both need at least.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        theme = current_theme()
        edge = theme.size("space_l")
        self._list = listed
        self._right = QWidget(self)
        self._back = button("", "ghost", "arrow-left", self._right)
        self._back.clicked.connect(self.back)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._way = QWidget(self._right)
        head = QVBoxLayout(self._way)
        head.setContentsMargins(edge - theme.size("pad"), theme.size("space_s"), edge, 0)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._way)
        column.addWidget(detail, 1)
        self.addWidget(listed)
        self.addWidget(self._right)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._detail_width = detail_width
        self._roomy_width = roomy_width
        self._opened = self._wide = False
        self._needed = True
        self._placed = False
        self._keys = [
            QShortcut(QKeySequence(keys), self._right, self.back)
            for keys in (Qt.Key.Key_Escape, "Alt+Left")
        ]
        for keys in self._keys:
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._translate()
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one of the two only."""
        return self.width() < current_theme().size("narrow")

    @property
    def detail_width(self) -> int:
        """How wide the detail is beside the list, to be remembered."""
        return self._detail_width if self._alone() else self._right.width()

    def open_detail(self) -> None:
        """Show the detail, in place of the list where there is no room for both."""
        self._opened = True
        self._arrange()

    def open_alone(self) -> None:
        """Show the detail in place of the list although there is room for both, until `back`."""
        self._wide = True
        self.open_detail()

    def back(self) -> None:
        """Show the list again."""
        if self._opened:
            self._placed = self._placed and not self._wide  # it had all the room: place it anew
            self._opened = self._wide = False
            self._arrange()
            self.returned.emit()

    def need_detail(self, *, needed: bool) -> None:
        """Say whether there is anything to show; while there is not, the list has all the room."""
        if needed != self._needed:
            self._needed = needed
            self._opened = self._wide = False
            self._arrange()

    # ---- Qt

    def sizeHint(self) -> QSize:
        width = current_theme().size("narrow")
        return QSize(width, width // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- inside

    def _translate(self) -> None:
        self._back.setText(self.tr("Back to the list"))
        self._back.setToolTip(self.tr("Back to the list (Esc)"))

    def _alone(self) -> bool:
        return self._list.isHidden() or self._right.isHidden()

    def _arrange(self) -> None:
        narrow = self.is_narrow or self._wide
        if not narrow:
            self._opened = False
        elif not self._alone() and self._placed:
            self._detail_width = self._right.width()
        self._right.setVisible(self._needed and (not narrow or self._opened))
        self._list.setVisible(not narrow or not self._opened)
        self._way.setVisible(narrow)
        for keys in self._keys:
            keys.setEnabled(narrow and self._opened)
        if not narrow and self._needed and not self._placed:
            self._placed = True
            if self.width() - self._roomy_width >= current_theme().size("narrow"):
                self._detail_width = max(self._detail_width, self._roomy_width)
            self.setSizes([max(1, self.width() - self._detail_width), self._detail_width])
