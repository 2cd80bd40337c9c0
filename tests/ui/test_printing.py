# SPDX-License-Identifier: MIT
"""Printing the pages of a PDF: the paper is the file."""

from pathlib import Path

import pytest
import typst
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from groupdesk.services.reports.pages import PdfPages
from groupdesk.ui.printing import pages_to_print, print_pdf

LAYOUT = b"""
#set page(paper: "a4", fill: rgb("#3366cc"))
#page[1]
#page(flipped: true)[2]
#page[3]
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return bytes(typst.compile(LAYOUT, format="pdf"))


def printer(path: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setPageSize(QPageSize(size))
    made.setResolution(72)
    return made


def test_all_pages_come_out_turned_as_they_are(qtbot: QtBot, pdf: bytes, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    to = printer(tmp_path / "out.pdf")
    assert print_pdf(pdf, to, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    with PdfPages((tmp_path / "out.pdf").read_bytes()) as pages:
        sizes = [pages.size(index) for index in range(len(pages))]
        assert [width > height for width, height in sizes] == [False, True, False]
        assert sizes[0] == pytest.approx((595, 842), abs=2)
        image = pages.image(1, 72)
    middle = image.height // 2 * image.stride + image.width // 2 * 4
    assert list(image.pixels[middle : middle + 3]) == pytest.approx([0xCC, 0x66, 0x33], abs=8)
    assert list(image.pixels[:3]) == pytest.approx([0xCC, 0x66, 0x33], abs=8)  # up to the corner


def test_other_paper_holds_the_whole_page(qtbot: QtBot, pdf: bytes, tmp_path: Path) -> None:
    assert print_pdf(pdf, printer(tmp_path / "out.pdf", QPageSize.PageSizeId.A5))
    with PdfPages((tmp_path / "out.pdf").read_bytes()) as pages:
        assert pages.size(0) == pytest.approx((420, 595), abs=2)
        image = pages.image(0, 72)
    blue = sum(
        image.pixels[row * image.stride + column * 4] > 0xB0
        and image.pixels[row * image.stride + column * 4 + 2] < 0x60
        for row in range(0, image.height, 10)
        for column in range(0, image.width, 10)
    )
    assert blue > 0.95 * (image.height // 10) * (image.width // 10)


def test_chosen_pages_only(qtbot: QtBot, pdf: bytes, tmp_path: Path) -> None:
    to = printer(tmp_path / "out.pdf")
    to.setPrintRange(QPrinter.PrintRange.PageRange)
    to.setFromTo(2, 3)
    assert pages_to_print(to, 3) == [1, 2]
    to.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_to_print(to, 3) == [2, 1]
    assert print_pdf(pdf, to)
    with PdfPages((tmp_path / "out.pdf").read_bytes()) as pages:
        assert len(pages) == 2


def test_cancelling_stops_before_the_next_page(qtbot: QtBot, pdf: bytes, tmp_path: Path) -> None:
    told: list[int] = []
    stopped = print_pdf(
        pdf,
        printer(tmp_path / "out.pdf"),
        progress=lambda done, _total: told.append(done),
        cancelled=lambda: bool(told),
    )
    assert not stopped
    assert told == [1]


def test_orientation_of_the_printer_follows_the_page(
    qtbot: QtBot, pdf: bytes, tmp_path: Path
) -> None:
    to = printer(tmp_path / "out.pdf")
    to.setPageOrientation(QPageLayout.Orientation.Landscape)
    assert print_pdf(pdf, to)
    with PdfPages((tmp_path / "out.pdf").read_bytes()) as pages:
        width, height = pages.size(0)
        assert width < height
