# SPDX-License-Identifier: MIT
"""Files that no record names any more, as those of dropped drafts: set aside, deleted a month on.

Each step is one rename or one unlink: whenever the program ends, a file lies in one of its places.
"""

import contextlib
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

UNTOUCHED: Final = timedelta(days=7)
"""A file that came in, or came in again, this lately may belong to an act that is being written."""
KEPT_ASIDE: Final = timedelta(days=30)
"""How long what was set aside can be brought back."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Swept:
    """The SHA-256 of files that went somewhere; false where none did."""

    set_aside: tuple[str, ...] = ()
    brought_back: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything was done."""
        return bool(self.set_aside or self.brought_back or self.deleted)


def sweep(folder: Path, referenced: Collection[str], now: datetime) -> Swept:
    """Sweep the workspace in `folder`; the SHA-256 in `referenced` are those that records name.

    Raises OSError.
    """
    brought_back, deleted = [], []
    for path in _files(folder / "set_aside"):
        if path.name in referenced and bring_back(folder, path.name):
            brought_back.append(path.name)
        elif _untouched(path, KEPT_ASIDE, now):
            path.unlink()
            deleted.append(path.name)
    set_aside = [
        path.name
        for path in _files(folder / "evidence")
        if path.name not in referenced
        and _untouched(path, UNTOUCHED, now)
        and _set_aside(path, folder, now)
    ]
    return Swept(tuple(set_aside), tuple(brought_back), tuple(deleted))


def bring_back(folder: Path, sha256: str) -> bool:
    """Put a file that was set aside in its place again; say whether there was one.

    One that has come in anew meanwhile stays. Raises OSError.
    """
    aside, place = _place(folder / "set_aside", sha256), _place(folder / "evidence", sha256)
    if place.exists() or not aside.exists():
        return False
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.utime(aside)  # first: else the next sweep might take it at once
    aside.rename(place)
    return True


def _set_aside(path: Path, folder: Path, now: datetime) -> bool:
    aside = _place(folder / "set_aside", path.name)
    aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.replace(aside)
    if not _untouched(aside, UNTOUCHED, now):  # it came in again between the look and the move
        aside.replace(path)
        return False
    os.utime(aside, (now.timestamp(),) * 2)
    for copy in (folder / "derived" / path.name[:2]).glob(f"{path.name}.*"):
        copy.unlink(missing_ok=True)
    return True


def _files(root: Path) -> Iterator[Path]:
    with contextlib.suppress(FileNotFoundError):
        for part in sorted(root.iterdir()):
            if part.is_dir():
                yield from (path for path in sorted(part.iterdir()) if _is_file(path))


def _is_file(path: Path) -> bool:
    return _SHA256.fullmatch(path.name) is not None and path.is_file() and not path.is_symlink()


def _untouched(path: Path, lately: timedelta, now: datetime) -> bool:
    try:
        return path.stat().st_mtime < (now - lately).timestamp()
    except FileNotFoundError:
        return False


def _place(root: Path, sha256: str) -> Path:
    return root / sha256[:2] / sha256
