# SPDX-License-Identifier: MIT
"""A tall picture is read in pieces; the child that reads can reach nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from groupdesk.workers import ocr
from tests.workers.test_ocr_client import chat


def test_tall_picture_is_cut_between_its_lines(tmp_path: Path) -> None:
    with Image.open(chat(tmp_path / "tall.png", 10)) as image:
        pieces = list(ocr.strips(image))
        assert sum(piece.height for piece in pieces) == image.height > 2 * ocr.STRIP
        assert all(piece.height <= ocr.STRIP for piece in pieces)
        for piece in pieces[:-1]:  # nothing is cut through: the edge has one colour
            edge = piece.crop((0, piece.height - 1, piece.width, piece.height))
            assert len(edge.getcolors() or ()) == 1


def test_photograph_without_a_gap_is_cut_all_the_same() -> None:
    noise = Image.frombytes("L", (40, 4000), os.urandom(160_000)).convert("RGB")
    assert [piece.height for piece in ocr.strips(noise)] == [ocr.STRIP, ocr.STRIP, 800]


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://example.org')",
        "import subprocess; subprocess.run(['true'])",
    ],
)
def test_the_child_opens_no_connection_and_starts_nothing(attempt: str) -> None:
    hook = "from groupdesk.workers.ocr import _stay_here; sys.addaudithook(_stay_here)"
    code = f"import sys; {hook}; {attempt}"
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1
    assert "has no place here" in answer.stderr
