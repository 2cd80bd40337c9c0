# SPDX-License-Identifier: MIT
"""Puts the pages of a finished PDF on a printer: the paper is the file, page for page."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from groupdesk.services.reports.pages import PageImage, PdfPages

_HIGHEST_DPI = 300
_SAME_SIZE = 3.0  # points; Letter and A4 differ by more


def to_qimage(image: PageImage) -> QImage:
    """Return a page's pixels as a picture of its own memory."""
    view = QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB32)
    return view.copy()


def pages_to_print(printer: QPrinter, count: int) -> list[int]:
    """Return the indexes of the pages the person chose, in the order in which they come out."""
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        chosen = [index for index in range(count) if ranges.isEmpty() or ranges.contains(index + 1)]
    else:
        chosen = list(range(count))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    if printer.supportsMultipleCopies() or printer.copyCount() <= 1:
        return chosen
    if printer.collateCopies():
        return chosen * printer.copyCount()
    return [index for index in chosen for _copy in range(printer.copyCount())]


def print_pdf(
    pdf: bytes,
    printer: QPrinter,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> bool:
    """Print the chosen pages; return False when it was cancelled or the printer refused.

    Each page keeps its size on paper of its own size and is shrunk to fit on other paper; the
    paper turns with the page. `progress` is told how many pages of how many are done. Raises
    ValueError for bytes that are no PDF.
    """
    with PdfPages(pdf) as pages:
        order = pages_to_print(printer, len(pages))
        printer.setFullPage(True)
        painter = QPainter()
        try:
            for done, index in enumerate(order):
                if cancelled():
                    printer.abort()
                    return False
                width, height = pages.size(index)
                _turn(printer, landscape=width > height)
                if not (painter.begin(printer) if done == 0 else printer.newPage()):
                    return False
                dpi = min(printer.resolution(), _HIGHEST_DPI)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                place = _place(printer, QSizeF(width, height))
                painter.drawImage(place, to_qimage(pages.image(index, dpi)))
                progress(done + 1, len(order))
            return not order or painter.end()
        finally:
            # A painter that outlives its printer crashes the program.
            if painter.isActive():
                painter.end()


def _turn(printer: QPrinter, *, landscape: bool) -> None:
    wanted = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    if printer.pageLayout().orientation() is not wanted:
        printer.setPageOrientation(wanted)


def _place(printer: QPrinter, page: QSizeF) -> QRectF:
    """Return where a page of `page` points goes on the paper, in the printer's dots."""
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point).size()
    scale = min(paper.width() / page.width(), paper.height() / page.height())
    same = (
        abs(paper.width() - page.width()) < _SAME_SIZE
        and abs(paper.height() - page.height()) < _SAME_SIZE
    )
    if same or scale > 1.0:
        scale = 1.0
    dots = printer.resolution() / 72.0
    width = page.width() * scale
    height = page.height() * scale
    left = (paper.width() - width) / 2
    top = (paper.height() - height) / 2
    return QRectF(left * dots, top * dots, width * dots, height * dots)
