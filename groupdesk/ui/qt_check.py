# SPDX-License-Identifier: MIT
"""Looks, before Qt is loaded, whether it can be and whether there is a screen for it."""

import importlib
import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

PACKAGES = (
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "libx11-6",
    "libx11-xcb1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
)
"""Debian's packages of the libraries that Qt's own files name (`readelf -d`, PySide6 6.11)."""

# What no window can be without; QtNetwork is loaded after the first paint, and may be missing.
_MODULES = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether a window could be seen; a platform that somebody chose is taken at its word."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen:
        return chosen not in {"offscreen", "minimal"}
    if not sys.platform.startswith("linux"):
        return True
    display = environment.get("DISPLAY")
    return bool(environment.get("WAYLAND_DISPLAY") or (display and _answers(display)))


def missing_library(environment: Mapping[str, str] = os.environ) -> str:
    """Return the first system library that Qt misses, "" when it has all it needs.

    Raises ImportError when PySide6 itself is not there or not whole.
    """
    for name in _MODULES:
        try:
            importlib.import_module(name)
        except ImportError as error:
            library = _library(str(error))
            if not library:
                raise
            return library
    return _missing_for_platform(environment) if sys.platform.startswith("linux") else ""


def _answers(display: str) -> bool:
    """Say whether the X server is there: Qt aborts the program when it is not."""
    import ctypes  # noqa: PLC0415  # for this question only

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the library is missing, and that is said elsewhere
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    answered: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answered


def _missing_for_platform(environment: Mapping[str, str]) -> str:
    """Load the plugins that Qt would try: it aborts the program when none of them can be."""
    from PySide6.QtCore import QLibrary  # noqa: PLC0415  # found by now, see missing_library

    problem = ""
    for name in _platforms(environment):
        plugin = _plugin_folder() / f"libq{name}.so"
        if not plugin.exists():
            continue  # somebody's own platform: Qt will say what is the matter
        library = QLibrary(str(plugin))
        if library.load():
            return ""
        problem = problem or _library(library.errorString())
    return problem


def _platforms(environment: Mapping[str, str]) -> list[str]:
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [part.partition(":")[0] for part in chosen.split(";")]
    wayland = ["wayland"] if environment.get("WAYLAND_DISPLAY") else []
    return [*wayland, "xcb"] if environment.get("DISPLAY") else wayland or ["offscreen"]


def _plugin_folder() -> Path:
    spec = find_spec("PySide6")
    folders = spec.submodule_search_locations if spec else None
    return Path(next(iter(folders or ()), "")) / "Qt" / "plugins" / "platforms"


def _library(problem: str) -> str:
    """Return the library in "libEGL.so.1: cannot open shared object file: …", else ""."""
    before, found, _rest = problem.partition(": cannot open shared object file")
    name = before.rpartition(" ")[2]  # Qt says first which of its plugins wanted it
    return name if found and ".so" in name else ""
