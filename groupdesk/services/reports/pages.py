# SPDX-License-Identifier: MIT
"""The pages of a PDF as pictures: what is previewed and printed is the very file that is filed."""

import threading
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import pypdfium2

_POINTS_PER_INCH = 72.0
_pdfium: Any = pypdfium2  # it has no types
# pdfium is not made for several threads at once.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: rows of `stride` bytes, each pixel blue, green, red, unused."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PdfPages:
    """An open PDF; close it, or use it in a `with`. May be used from any thread."""

    def __init__(self, pdf: bytes) -> None:
        """Open the PDF. Raises ValueError for anything that is not one."""
        with _one_at_a_time:
            try:
                self._document = _pdfium.PdfDocument(pdf)
            except _pdfium.PdfiumError as error:
                raise ValueError("not a PDF") from error
            self._sizes: list[tuple[float, float]] = [
                self._document.get_page_size(index) for index in range(len(self._document))
            ]

    def __len__(self) -> int:
        """Return the number of pages."""
        return len(self._sizes)

    def size(self, index: int) -> tuple[float, float]:
        """Return width and height of a page in points (1/72 inch). Raises IndexError."""
        return self._sizes[index]

    def image(self, index: int, dpi: float) -> PageImage:
        """Return a page at `dpi` dots per inch, on white.

        Raises IndexError, or ValueError when it was closed.
        """
        self.size(index)
        with _one_at_a_time:
            if self._document is None:
                raise ValueError("the PDF was closed")
            page = self._document[index]
            bitmap = page.render(scale=dpi / _POINTS_PER_INCH, prefer_bgrx=True)
            image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        return image

    def text(self, index: int) -> str:
        """Return the text of a page, in reading order, for screen readers. Raises IndexError."""
        self.size(index)
        with _one_at_a_time:
            if self._document is None:
                raise ValueError("the PDF was closed")
            page = self._document[index]
            text_page = page.get_textpage()
            text = str(text_page.get_text_bounded())
            text_page.close()
            page.close()
        return text

    def close(self) -> None:
        """Give the memory back; the sizes stay known."""
        with _one_at_a_time, suppress(AttributeError):
            self._document.close()
            self._document = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def page_count(pdf: bytes) -> int:
    """Return the number of pages. Raises ValueError for anything that is not a PDF."""
    with PdfPages(pdf) as pages:
        return len(pages)


def page_image(pdf: bytes, index: int, dpi: float) -> PageImage:
    """Return one page as pixels; to show several, keep a `PdfPages` open instead."""
    with PdfPages(pdf) as pages:
        return pages.image(index, dpi)
