# SPDX-License-Identifier: MIT
"""Drawings come out of the package's archive as zipfile would read them."""

import importlib.util
import random
import zipfile
from pathlib import Path

import pytest

from groupdesk.ui.lucide_svg import icon_svg


def test_drawings_are_those_of_the_archive() -> None:
    spec = importlib.util.find_spec("lucide")
    assert spec is not None
    assert spec.origin is not None
    with zipfile.ZipFile(Path(spec.origin).with_name("lucide.zip")) as archive:
        names = random.Random(1).sample(archive.namelist(), 40)
        # names that are the end of other names
        for name in [*names, "x.svg", "check.svg", "user.svg", "a-arrow-down.svg"]:
            plain = archive.read(name).replace(b"currentColor", b"#123456")
            assert icon_svg(name.removesuffix(".svg"), "#123456", stroke=2) == plain


def test_own_drawings_come_first() -> None:
    assert b"#123456" in icon_svg("four-people", "#123456")


@pytest.mark.parametrize("name", ["", "no-such-icon", "hous", "ouse"])
def test_an_unknown_name_is_an_error(name: str) -> None:
    with pytest.raises(KeyError):
        icon_svg(name, "#123456")
