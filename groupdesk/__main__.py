# SPDX-License-Identifier: MIT
"""The way in: the window, or a command. Commands never load Qt, nor the window argparse."""

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
    from groupdesk.app import run_window  # noqa: PLC0415  # see above

    return run_window(folder, demo=demo)


if __name__ == "__main__":
    sys.exit(main())
