# SPDX-License-Identifier: MIT
"""The way in: the window, or a command. Commands never load Qt, nor the window argparse."""

import gc
import os
import sys
from pathlib import Path


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    arguments = sys.argv[1:]
    wanted = _window_options(arguments)
    if wanted is not None:
        return _show(*wanted)
    from groupdesk.cli import run  # noqa: PLC0415  # the window does without

    return run(arguments)


def window() -> int:
    """Show the window, whatever else the command line says; for shortcuts."""
    folder, demo = _window_options(sys.argv[1:]) or (None, False)
    return _show(folder, demo)


def _window_options(arguments: list[str]) -> tuple[Path | None, bool] | None:
    """Return folder and demo of a call that asks for the window; None for anything else."""
    folder: Path | None = None
    demo = False
    rest = list(arguments)
    while rest:
        option = rest.pop(0)
        name, given, value = option.partition("=")
        if option == "--demo":
            demo = True
        elif name == "--workspace" and (given or rest):
            folder = Path(value if given else rest.pop(0))
        else:
            return None
    return folder, demo


def _show(folder: Path | None, demo: bool) -> int:  # noqa: FBT001  # as the command line has it
    gc.disable()  # loading leaves next to no garbage (5 % faster); ui/garbage.py collects later
    from groupdesk.app import run_window  # noqa: PLC0415  # commands need no window
    from groupdesk.ui import qt_check  # noqa: PLC0415

    library = qt_check.missing_library()
    if library or not qt_check.has_screen():
        chosen = bool(os.environ.get("QT_QPA_PLATFORM"))  # somebody wants a window nobody sees
        if library or demo or not chosen:
            return _without_window(library, demo=demo)
    return run_window(folder, demo=demo)


def _without_window(library: str, *, demo: bool) -> int:
    """Say why no window can be shown; a demo does its work off screen then."""
    from groupdesk import paths  # noqa: PLC0415  # all of it is seldom needed
    from groupdesk.app import run_tour  # noqa: PLC0415
    from groupdesk.cli.console import Console, person_language  # noqa: PLC0415
    from groupdesk.settings import SettingsFile  # noqa: PLC0415
    from groupdesk.ui.qt_check import PACKAGES  # noqa: PLC0415

    settings = SettingsFile(paths.settings_file()).values
    console = Console(person_language(settings.language), settings)
    words = console.words
    if library:
        packages = " ".join(PACKAGES)
        console.complain(words("start.qt_library", library=library, packages=packages))
        return 1
    if not demo:
        console.complain(words("start.no_window"))
        return 1
    return run_tour(words, console.say)


if __name__ == "__main__":
    sys.exit(main())
