# SPDX-License-Identifier: MIT
"""The preview: scrolling, zooming, and only what is in view is drawn."""

from collections.abc import Iterator

import pytest
import typst
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.services.reports import pages as pages_module
from groupdesk.services.reports.pages import PageImage, PdfPages
from groupdesk.ui.widgets.pdf_preview import PdfPreview

LAYOUT = b"""
#set page(paper: "a4", fill: rgb("#3366cc"))
#for number in range(30) { page[#number] }
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return bytes(typst.compile(LAYOUT, format="pdf"))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    indexes: list[int] = []
    image = PdfPages.image

    def counted(pages: PdfPages, index: int, dpi: float) -> PageImage:
        indexes.append(index)
        return image(pages, index, dpi)

    monkeypatch.setattr(pages_module.PdfPages, "image", counted)
    return indexes


@pytest.fixture
def preview(qtbot: QtBot, pdf: bytes, drawn: list[int]) -> Iterator[PdfPreview]:
    widget = PdfPreview()
    qtbot.addWidget(widget)
    widget.resize(600, 700)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_pdf(pdf)
    yield widget
    widget.clear()


def middle_is_blue(preview: PdfPreview) -> bool:
    picture = preview.viewport().grab().toImage()
    return picture.pixelColor(picture.rect().center()).name() == "#3366cc"


def test_it_shows_the_first_page_as_wide_as_the_view(
    qtbot: QtBot, preview: PdfPreview, drawn: list[int]
) -> None:
    qtbot.waitUntil(lambda: middle_is_blue(preview))
    assert preview.page_count == 30
    assert preview.current_page == 0
    assert preview.horizontalScrollBar().maximum() == 0
    assert set(drawn) <= {0, 1}


def test_jumping_draws_the_pages_there_and_none_between(
    qtbot: QtBot, preview: PdfPreview, drawn: list[int]
) -> None:
    qtbot.waitUntil(lambda: middle_is_blue(preview))
    with qtbot.waitSignal(preview.page_changed) as changed:
        preview.go_to_page(20)
    assert changed.args == [20]
    qtbot.waitUntil(lambda: 20 in drawn and middle_is_blue(preview))
    assert set(drawn) <= {0, 1, 20, 21}


def test_keys_scroll_and_zoom(qtbot: QtBot, preview: PdfPreview) -> None:
    fitted = preview.zoom
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert preview.current_page == 29
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert preview.current_page == 0
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.verticalScrollBar().value() > 500
    qtbot.keyClick(preview, Qt.Key.Key_Plus, control)
    assert preview.zoom == pytest.approx(fitted * 1.2)
    assert preview.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(preview, Qt.Key.Key_Minus, control)
    qtbot.keyClick(preview, Qt.Key.Key_Minus, control)
    assert preview.zoom == pytest.approx(fitted / 1.2)
    qtbot.keyClick(preview, Qt.Key.Key_0, control)
    assert preview.zoom == pytest.approx(fitted)


def test_control_and_wheel_zoom_and_keep_the_page(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.go_to_page(10)
    before = preview.zoom
    place = QPointF(200, 200)
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(preview.viewport(), event)
    assert preview.zoom > before
    assert preview.current_page == 10


def test_a_wider_view_fits_again_until_one_zooms(qtbot: QtBot, preview: PdfPreview) -> None:
    narrow = preview.zoom
    preview.resize(900, 700)
    qtbot.waitUntil(lambda: preview.zoom > narrow)
    preview.set_zoom(0.5)
    preview.resize(700, 700)
    QApplication.processEvents()
    assert preview.zoom == 0.5


def test_no_pdf_is_refused_and_the_shown_one_stays(preview: PdfPreview) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        preview.set_pdf(b"no")
    assert preview.page_count == 30


def test_another_pdf_begins_at_its_first_page(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.go_to_page(25)
    preview.set_pdf(bytes(typst.compile(b"#page[only]", format="pdf")))
    assert preview.page_count == 1
    assert preview.current_page == 0
    preview.clear()
    assert preview.page_count == 0
