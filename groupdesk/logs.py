# SPDX-License-Identifier: MIT
"""The program's own log: what went wrong, without any member's data.

Tracebacks name files and lines; messages of exceptions may quote what a member wrote, so they are
left out.
"""

import logging
import traceback
from pathlib import Path

LOGGER = "groupdesk"
FILE_NAME = "groupdesk.log"


class PrivateFormatter(logging.Formatter):
    """Formats a traceback without the exceptions' messages and without local values."""

    def formatException(self, ei: object) -> str:  # noqa: N802  # logging's own name
        """Return where the exception arose and its class, nothing of what it says."""
        error = ei[1] if isinstance(ei, tuple) else None
        return "" if error is None else where(error)


def where(error: BaseException) -> str:
    """Return the class of an error and the places it came through, without its message."""
    lines = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join([type(error).__name__, *lines])


class _LogFile(logging.Handler):
    """Three files of 500 KB, opened with the first record: most starts have nothing to write.

    logging.handlers loads sockets and pickle, which no start should wait for.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; without a disk, to nowhere."""
        if self._file is None:
            self._file = self._open()
        self._file.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415  # see the class

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file: logging.Handler = RotatingFileHandler(
                self._folder / FILE_NAME, maxBytes=500_000, backupCount=2, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()
        file.setFormatter(self.formatter)
        return file


def start(folder: Path) -> logging.Logger:
    """Log to a file in `folder` (three of 500 KB are kept); without a disk, to nowhere."""
    logger = logging.getLogger(LOGGER)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    for earlier in [known for known in logger.handlers if known.get_name() == LOGGER]:
        logger.removeHandler(earlier)
        earlier.close()
    handler = _LogFile(folder)
    handler.set_name(LOGGER)
    handler.setFormatter(PrivateFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    return logger
