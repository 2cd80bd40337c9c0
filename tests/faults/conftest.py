# SPDX-License-Identifier: MIT
"""Fault tests write and sync a great deal: where there is a disk in memory, they use it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def quick_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder that is emptied after the module, in memory where there is room."""
    free = shutil.disk_usage(_MEMORY).free if os.access(_MEMORY, os.W_OK) else 0
    if free < 500_000_000:
        yield tmp_path_factory.mktemp("faults")
        return
    with tempfile.TemporaryDirectory(prefix="groupdesk-tests-", dir=_MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def out(quick_disk: Path) -> Iterator[Path]:
    """Return a folder that is emptied after the test."""
    with tempfile.TemporaryDirectory(dir=quick_disk) as folder:
        yield Path(folder)
