# SPDX-License-Identifier: MIT
"""The command line: the same services, without a window.

Exit codes: 0 done, 1 refused or something was found, 2 wrong use.
"""

import logging
import os
import sys
from collections.abc import Sequence
from datetime import datetime

from groupdesk import logs, paths
from groupdesk.cli.console import Console, person_language
from groupdesk.cli.parser import WrongUseError, build_parser
from groupdesk.domain.errors import GroupDeskError
from groupdesk.settings import SettingsFile

REFUSED, WRONG_USE, STOPPED = 1, 2, 130


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return the exit code; expected errors are one sentence each."""
    # Warnings are for the log; without a place for them Python writes them to the terminal.
    logging.getLogger(logs.LOGGER).addHandler(logging.NullHandler())
    settings = SettingsFile(paths.settings_file()).values
    console = Console(person_language(settings.language), settings)
    try:
        code = _run(arguments, console)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has enough. Python must not complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return STOPPED
    return code


def _run(arguments: Sequence[str], console: Console) -> int:
    try:
        chosen = build_parser(console.words).parse_args(arguments)
    except WrongUseError as error:
        console.complain(str(error))
        return WRONG_USE
    console.as_json = getattr(chosen, "json", False)
    try:
        return int(chosen.command(console, chosen))
    except GroupDeskError as error:
        console.error(error)
        return REFUSED
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception:  # noqa: BLE001  # our bug: one sentence here, the traceback in the log
        logs.start(paths.log_folder()).exception(
            "a command failed at %s", datetime.now().astimezone()
        )
        console.complain(console.words("cli.bug", path=paths.log_folder()))
        return REFUSED
