# SPDX-License-Identifier: MIT
"""Pages of a PDF as pictures."""

from pathlib import Path

import pytest

from groupdesk.domain.enums import Edition
from groupdesk.services.reports.case_file import case_file_pdf
from groupdesk.services.reports.pages import PdfPages, page_count, page_image
from tests.services.reports import papers


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder: Path = tmp_path_factory.mktemp("evidence")
    return case_file_pdf(papers.case(folder), papers.stamp(), Edition.FILE)


def test_size_and_pixels(pdf: bytes) -> None:
    image = page_image(pdf, 0, 72)
    assert (image.width, image.height) == pytest.approx((595, 842), abs=1)
    assert len(image.pixels) == image.stride * image.height
    pixels = {image.pixels[at : at + 3] for at in range(0, len(image.pixels), 4)}
    assert b"\xff\xff\xff" in pixels
    assert len(pixels) > 20  # something is written on it


def test_counting_and_bounds(pdf: bytes) -> None:
    count = page_count(pdf)
    with PdfPages(pdf) as pages:
        assert len(pages) == count
        with pytest.raises(IndexError):
            pages.image(count, 72)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        page_count(b"hello")


def test_a_closed_pdf_keeps_its_sizes_and_draws_no_more(pdf: bytes) -> None:
    pages = PdfPages(pdf)
    pages.close()
    pages.close()
    assert pages.size(0) == pytest.approx((595, 842), abs=1)
    with pytest.raises(ValueError, match="closed"):
        pages.image(0, 72)
