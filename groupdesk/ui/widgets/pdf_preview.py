# SPDX-License-Identifier: MIT
"""Shows a PDF as it will be printed: pages below each other, only those in view are drawn."""

from collections import OrderedDict, deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from groupdesk.services.reports.pages import PdfPages
from groupdesk.ui.printing import to_qimage
from groupdesk.ui.theme import current_theme

_GAP = 16  # around and between pages
_SMALLEST = 0.25
_LARGEST = 4.0
_STEP = 1.2
_KEPT = 10  # pages kept drawn
_SCREEN_DPI = 96.0
_COLLECT_EVERY = 10  # milliseconds, only while pages are being drawn


class PdfPreview(QAbstractScrollArea):
    """Scrolls and zooms a PDF.

    Ctrl+wheel, Ctrl+plus and Ctrl+minus zoom, Ctrl+0 fits the width; arrows, Page Up, Page Down,
    Home and End scroll.
    """

    page_changed = Signal(int)
    """The page in the middle of the view, from 0."""
    zoom_changed = Signal(float)
    """How large pages are shown, 1.0 is the size on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._zoom = 1.0
        self._fits_width = True
        self._current = -1
        self._images: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._drawer = _Drawer()
        self._collector = QTimer(self)
        self._collector.setInterval(_COLLECT_EVERY)
        self._collector.timeout.connect(self._take_drawn)
        self.destroyed.connect(self._drawer.close)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._translate()

    @property
    def zoom(self) -> float:
        """How large pages are shown, 1.0 is the size on paper."""
        return self._zoom

    @property
    def current_page(self) -> int:
        """The page in the middle of the view, from 0; -1 while there is none."""
        return self._current

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return 0 if self._pages is None else len(self._pages)

    def set_pdf(self, pdf: bytes) -> None:
        """Show the PDF from its first page, as wide as the view. Raises ValueError for no PDF."""
        pages = PdfPages(pdf)
        self.clear()
        self._pages = pages
        self._fits_width = True
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._on_scrolled()

    def clear(self) -> None:
        """Show nothing."""
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self._images.clear()
        self._drawer.forget()
        self._current = -1
        self._lay_out()

    def go_to_page(self, index: int) -> None:
        """Scroll so that page `index`, from 0, begins at the top."""
        if 0 <= index < self.page_count:
            self.verticalScrollBar().setValue(self._page_rect(index).top() - _GAP)

    def zoom_in(self) -> None:
        """Show pages a step larger."""
        self.set_zoom(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """Show pages a step smaller."""
        self.set_zoom(self._zoom / _STEP)

    def set_zoom(self, zoom: float) -> None:
        """Show pages at `zoom` times their size on paper; what is in the middle stays there."""
        self._fits_width = False
        self._apply_zoom(zoom)

    def fit_width(self) -> None:
        """Show pages as wide as the view, now and after resizing."""
        self._fits_width = True
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(640, 800)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            acts = {
                Qt.Key.Key_Plus: self.zoom_in,
                Qt.Key.Key_Equal: self.zoom_in,
                Qt.Key.Key_Minus: self.zoom_out,
                Qt.Key.Key_0: self.fit_width,
            }
        else:
            acts = {
                Qt.Key.Key_Home: lambda: bar.setValue(bar.minimum()),
                Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
            return
        act()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), theme.color("side"))
        painter.setPen(QPen(theme.color("line_strong"), 1))
        for index in self._visible_pages():
            place = self._page_rect(index).translated(self._offset())
            painter.fillRect(place, Qt.GlobalColor.white)
            drawn = self._images.get(index)
            if drawn is not None:
                painter.drawImage(QRectF(place), drawn[1])
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()
        self._ask_for_visible()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Print preview"))
        self.setAccessibleDescription(
            self.tr("Ctrl with plus and minus zooms, Ctrl+0 fits the width")
        )

    def _page_size(self, index: int) -> QSize:
        assert self._pages is not None  # noqa: S101  # callers have a page
        width, height = self._pages.size(index)
        scale = self._zoom * _SCREEN_DPI / 72.0
        return QSize(round(width * scale), round(height * scale))

    def _page_rect(self, index: int) -> QRect:
        """Return where a page lies on the long strip of all pages."""
        top = _GAP + sum(self._page_size(at).height() + _GAP for at in range(index))
        size = self._page_size(index)
        left = max(_GAP, (self.viewport().width() - size.width()) // 2)
        return QRect(QPoint(left, top), size)

    def _offset(self) -> QPoint:
        return QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _visible_pages(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        visible = []
        at = _GAP
        for index in range(self.page_count):
            height = self._page_size(index).height()
            if at < bottom and at + height > top:
                visible.append(index)
            at += height + _GAP
            if at >= bottom:
                break
        return visible

    def _lay_out(self) -> None:
        if self._fits_width and self.page_count:
            assert self._pages is not None  # noqa: S101  # there are pages
            widest = max(self._pages.size(index)[0] for index in range(self.page_count))
            room = max(1, self.viewport().width() - 2 * _GAP)
            self._apply_zoom(room / (widest * _SCREEN_DPI / 72.0))
        else:
            self._set_ranges()

    def _apply_zoom(self, zoom: float) -> None:
        zoom = min(_LARGEST, max(_SMALLEST, zoom))
        bar = self.verticalScrollBar()
        half = self.viewport().height() / 2
        middle = (bar.value() + half) / max(1, bar.maximum() + 2 * half)
        changed = abs(zoom - self._zoom) > 0.0005
        if changed:
            self._zoom = zoom
        self._set_ranges()
        if changed:
            bar.setValue(round(middle * (bar.maximum() + 2 * half) - half))
            self.zoom_changed.emit(zoom)

    def _set_ranges(self) -> None:
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        sizes = [self._page_size(index) for index in range(self.page_count)]
        height = sum(size.height() + _GAP for size in sizes) + _GAP
        width = max((size.width() for size in sizes), default=0) + 2 * _GAP
        view = self.viewport().size()
        vertical.setPageStep(view.height())
        vertical.setSingleStep(48)
        vertical.setRange(0, max(0, height - view.height()))
        horizontal.setPageStep(view.width())
        horizontal.setSingleStep(48)
        horizontal.setRange(0, max(0, width - view.width()))
        self.viewport().update()

    def _ask_for_visible(self) -> None:
        """Have the pages in view drawn in a thread at the present zoom, where they are not yet."""
        pages = self._pages
        if pages is None:
            return
        dpi = self._zoom * _SCREEN_DPI * self.devicePixelRatioF()
        visible = self._visible_pages()
        self._drawer.keep_only(visible, dpi)
        for index in visible:
            drawn = self._images.get(index)
            if drawn is None or drawn[0] != dpi:
                self._drawer.ask(pages, index, dpi)
        if not self._drawer.idle:
            self._collector.start()

    def _take_drawn(self) -> None:
        for index, dpi, image in self._drawer.taken():
            self._images[index] = (dpi, image)
            self._images.move_to_end(index)
            while len(self._images) > _KEPT:
                self._images.popitem(last=False)
            self.viewport().update()
        if self._drawer.idle:
            self._collector.stop()

    def _on_scrolled(self) -> None:
        self.viewport().update()
        if not self.page_count:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        visible = self._visible_pages()
        inside = [index for index in visible if self._page_rect(index).top() <= middle]
        current = inside[-1] if inside else (visible[0] if visible else 0)
        if current != self._current:
            self._current = current
            self.page_changed.emit(current)


class _Drawer:
    """Draws pages in a thread of its own; it knows no widget, so a widget may go at any time."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "pdf-preview")
        self._wanted: dict[tuple[int, float], PdfPages] = {}
        self._drawn: deque[tuple[PdfPages, int, float, QImage | None]] = deque()

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way."""
        return not self._wanted

    def ask(self, pages: PdfPages, index: int, dpi: float) -> None:
        """Have a page drawn, unless it is being drawn already."""
        if (index, dpi) not in self._wanted:
            self._wanted[index, dpi] = pages
            self._thread.submit(self._draw, pages, index, dpi)

    def keep_only(self, indexes: list[int], dpi: float) -> None:
        """Forget what was asked for and is not in view any more."""
        for key in [key for key in self._wanted if key[0] not in indexes or key[1] != dpi]:
            del self._wanted[key]

    def forget(self) -> None:
        """Forget all that was asked for."""
        self._wanted.clear()

    def taken(self) -> Iterator[tuple[int, float, QImage]]:
        """Give out the pages drawn meanwhile that are still wanted."""
        while self._drawn:
            pages, index, dpi, image = self._drawn.popleft()
            if self._wanted.get((index, dpi)) is pages:
                del self._wanted[index, dpi]
                if image is not None:
                    yield index, dpi, image

    def close(self) -> None:
        """End the thread after the page it is at."""
        self._wanted.clear()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _draw(self, pages: PdfPages, index: int, dpi: float) -> None:
        if self._wanted.get((index, dpi)) is not pages:
            return
        try:
            image = to_qimage(pages.image(index, dpi))
        except ValueError:  # closed meanwhile
            image = None
        self._drawn.append((pages, index, dpi, image))
