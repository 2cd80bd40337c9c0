# SPDX-License-Identifier: MIT
"""A screenshot in large: fits the window first, then as near as one likes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.clock import from_text
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import label

_WIDTH = 4_000
_NEAREST, _FARTHEST, _STEP = 8.0, 0.02, 1.25


class PictureDialog(QDialog):
    """Plus and minus zoom, 0 fits, 1 shows full size; the arrow keys go to the other pictures."""

    def __init__(
        self,
        context: UiContext,
        records: Sequence[EvidenceRecord],
        at: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Show number `at` of `records`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._context = context
        self._records = tuple(records)
        self._at = at
        self._title = ElidedLabel(role="section", parent=self)
        self._facts = label(role="secondary", parent=self, wrap=True, selectable=True)
        self.view = _PictureView(self)
        self._build()
        self._translate()
        self._show(at)

    @property
    def record(self) -> EvidenceRecord:
        """The picture that is shown."""
        return self._records[self._at]

    def sizeHint(self) -> QSize:
        return self.screen().availableSize() * 0.8

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Plus: self.view.nearer,
            Qt.Key.Key_Equal: self.view.nearer,
            Qt.Key.Key_Minus: self.view.farther,
            Qt.Key.Key_0: self.view.fit,
            Qt.Key.Key_1: self.view.full_size,
            Qt.Key.Key_Left: lambda: self._show(self._at - 1),
            Qt.Key.Key_Right: lambda: self._show(self._at + 1),
            Qt.Key.Key_PageUp: lambda: self._show(self._at - 1),
            Qt.Key.Key_PageDown: lambda: self._show(self._at + 1),
        }
        act = keys.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._say()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self._back = icon_button("chevron-left", "", self)
        self._on = icon_button("chevron-right", "", self)
        self._out = icon_button("zoom-out", "", self)
        self._in = icon_button("zoom-in", "", self)
        self._fit = icon_button("maximize", "", self)
        self._close = button("", "default", parent=self)
        for sign, act in (
            (self._back, lambda: self._show(self._at - 1)),
            (self._on, lambda: self._show(self._at + 1)),
            (self._out, self.view.farther),
            (self._in, self.view.nearer),
            (self._fit, self.view.fit),
            (self._close, self.reject),
        ):
            sign.clicked.connect(act)
        for sign in (self._back, self._on):
            sign.setVisible(len(self._records) > 1)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_s"))
        head.addWidget(self._title, 1)
        for sign in (self._back, self._on, self._out, self._in, self._fit, self._close):
            head.addWidget(sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("space_l"),) * 4)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._facts)

    def _translate(self) -> None:
        name_button(self._back, self.tr("Previous screenshot (Left)"))
        name_button(self._on, self.tr("Next screenshot (Right)"))
        name_button(self._out, self.tr("Smaller (-)"))
        name_button(self._in, self.tr("Larger (+)"))
        name_button(self._fit, self.tr("Fit to the window (0)"))
        self._close.setText(self.tr("Close"))
        self.view.setAccessibleName(self.tr("Screenshot"))

    def _show(self, at: int) -> None:
        if not 0 <= at < len(self._records):
            return
        self._at = at
        self._say()
        self._back.setEnabled(at > 0)
        self._on.setEnabled(at < len(self._records) - 1)
        record = self.record

        def show(picture: QPixmap) -> None:
            if self.record is record:
                self.view.show_picture(picture)
                if picture.isNull():
                    self._facts.setText(
                        self.tr(
                            "The file of this screenshot cannot be shown. Verify the workspace."
                        )
                    )

        self._context.thumbnails.load(self, record.sha256, show, width=_WIDTH)

    def _say(self) -> None:
        record = self.record
        now = self._context.desk.clock()
        title = record.caption or record.file_name
        if len(self._records) > 1:
            title = self.tr("{0} · {1} of {2}").format(title, self._at + 1, len(self._records))
        self._title.setText(title)
        self.setWindowTitle(visible(record.caption or record.file_name))
        self._facts.setText(
            self.tr("{0} · {1} × {2} pixels · added {3}\nSHA-256 {4}").format(
                record.file_name,
                record.width,
                record.height,
                self._context.dates.full(from_text(record.added_at), now),
                record.sha256,
            )
        )


class _PictureView(QGraphicsView):
    """Paints what is in sight of a picture, however tall it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.scene().addItem(self._item)
        self._fits = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setBackgroundBrush(current_theme().color("side"))

    def show_picture(self, picture: QPixmap) -> None:
        """Show another picture, as large as fits."""
        self._item.setPixmap(picture)
        self.scene().setSceneRect(self._item.boundingRect())
        self.fit()

    @property
    def zoom(self) -> float:
        """How large the picture is shown, 1.0 for full size."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show the whole width, and the whole height unless that makes the picture tiny."""
        self._fits = True
        self.resetTransform()
        picture = self._item.pixmap()
        if picture.isNull():
            return
        room = self.viewport().size()
        by_width = min(1.0, room.width() / picture.width())
        whole = min(by_width, room.height() / picture.height())
        # A chat scrolled over many screens is read from its top, not looked at as a hair.
        self._scale_to(whole if whole > by_width / 4 else by_width)
        self.verticalScrollBar().setValue(0)

    def full_size(self) -> None:
        """Show each pixel as a pixel."""
        self._fits = False
        self._scale_to(1.0)

    def nearer(self) -> None:
        """Show it larger."""
        self._fits = False
        self._scale_to(min(_NEAREST, self.zoom * _STEP))

    def farther(self) -> None:
        """Show it smaller."""
        self._fits = False
        self._scale_to(max(_FARTHEST, self.zoom / _STEP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.nearer if event.angleDelta().y() > 0 else self.farther)()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the dialog knows the other keys

    def _scale_to(self, factor: float) -> None:
        self.resetTransform()
        self.scale(factor, factor)
