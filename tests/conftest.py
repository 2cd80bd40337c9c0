# SPDX-License-Identifier: MIT
"""What all tests share: no screen is needed, and the language does not depend on the machine."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from groupdesk.ui import qt_check
from groupdesk.words import Words

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("QT_IMAGEIO_MAXALLOC", None)

# The same examples each time, on any machine, however slow: a run tells what was changed.
# `--hypothesis-profile=default` looks for further ones.
settings.load_profile("ci")

# The tests' folders lie in memory where there is room: on a disk each commit waits for it.
_MEMORY = Path("/dev/shm")
if (
    os.access(_MEMORY, os.W_OK)
    and shutil.disk_usage(_MEMORY).free > 2_000_000_000
    and not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC  # the wheel's environment lies there, too
):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Say in one sentence which system library Qt misses, before anything asks Qt for it."""
    if missing := qt_check.missing_library():
        packages = " ".join(qt_check.PACKAGES)
        sentence = Words("en")("start.qt_library", library=missing, packages=packages)
        pytest.exit(sentence, returncode=1)


_EVERY = 20  # tests between two collections: each takes some 30 ms with Qt loaded
_ended = 0


def pytest_sessionstart() -> None:
    """Collect garbage between tests only: in a worker's thread it would destroy widgets there."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Leave out of it what stays to the end: the modules and the tests themselves."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Collect in the main thread, now and then, what the tests so far have left behind."""
    global _ended  # noqa: PLW0603  # a hook of pytest has no object to keep it in
    gc.disable()  # a test of what turns it off and on left it on
    yield
    _ended += 1
    if _ended % _EVERY == 0:
        gc.collect()
        gc.freeze()  # what is still there stays: looking at all of it again took 40 s of a run
