# SPDX-License-Identifier: MIT
"""The log holds no member's data."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from groupdesk import logs


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    known = logging.getLogger(logs.LOGGER)
    before, propagate, level = list(known.handlers), known.propagate, known.level
    yield known
    for handler in set(known.handlers) - set(before):
        known.removeHandler(handler)
        handler.close()
    known.propagate = propagate
    known.setLevel(level)


def fail(secret: str) -> None:
    raise ValueError(f"the member wrote {secret}")


def test_a_traceback_says_where_and_never_what(tmp_path: Path, logger: logging.Logger) -> None:
    assert logs.start(tmp_path / "logs") is logger
    try:
        fail("my phone is 138")
    except ValueError:
        logger.exception("saving failed")
    text = (tmp_path / "logs" / "groupdesk.log").read_text()
    assert "saving failed" in text
    assert "ValueError" in text
    assert "in fail" in text
    assert "138" not in text
    assert "wrote" not in text


def test_without_a_disk_the_program_goes_on(tmp_path: Path, logger: logging.Logger) -> None:
    (tmp_path / "file").write_text("mine")
    logs.start(tmp_path / "file").error("nobody hears it")
    assert (tmp_path / "file").read_text() == "mine"


def test_starting_twice_logs_once(tmp_path: Path, logger: logging.Logger) -> None:
    logs.start(tmp_path)
    logs.start(tmp_path).info("once")
    assert (tmp_path / "groupdesk.log").read_text().count("once") == 1
