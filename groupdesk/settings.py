# SPDX-License-Identifier: MIT
"""The person's settings, in a TOML file that is replaced as a whole."""

import contextlib
import os
import tempfile
import tomllib
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

_MOST = 32_767  # the largest window, in pixels; no id of a group or an operator comes near

_CHOICES: dict[str, list[object]] = {
    "language": ["system", "en", "zh"],
    "scheme": ["system", "light", "dark"],
    "paper": ["a4", "us-letter"],
    "lock_after": [0, 1, 5, 15, 30, 60],
    "notice_what": ["due", "late"],
}


@dataclass
class Settings:
    """What the person chose; every value has a type that TOML keeps."""

    language: str = "system"
    scheme: str = "system"
    workspace: str = ""
    operators: dict[str, int] = field(default_factory=dict)
    """Who worked last in which workspace, by its folder."""
    lock_after: int = 0
    """After how many minutes without a key or the mouse the window locks; 0: never."""
    paper: str = "a4"
    read_pictures: bool = True
    """Whether the text in screenshots is read, where the extra for it is installed."""
    notices: bool = False
    """Whether the desktop tells of what is due."""
    notice_what: str = "due"
    notice_quiet_from: str = "18:00"
    notice_quiet_to: str = "08:00"
    notice_quiet_weekends: bool = True
    notice_names: bool = False
    """Whether such a notification names members; others may read the screen."""
    last_group: int = 0
    navigation_width: int = 216
    detail_width: int = 520
    window_width: int = 1280
    window_height: int = 800
    maximized: bool = False
    picture_width: int = 0
    """How large evidence in large was when it was closed; 0: nearly as the screen."""
    picture_height: int = 0
    member_columns: str = ""  # see ui/item_models/member_columns.py
    member_details: bool = False

    def operator_in(self, folder: Path) -> int:
        """Return the id of who worked last in the workspace there, 0 when that is not known."""
        return self.operators.get(str(folder.absolute()), 0)

    def choose_operator(self, folder: Path, operator_id: int) -> None:
        """Remember who works in the workspace there."""
        self.operators[str(folder.absolute())] = operator_id


class SettingsFile:
    """Reads and writes the settings."""

    def __init__(self, path: Path) -> None:
        """Use the file at `path`; it need not exist."""
        self.path = path
        self.values = self._read()

    def save(self) -> bool:
        """Write the settings; say whether the disk took them. Settings are never worth a stop."""
        import tomli_w  # noqa: PLC0415  # a start reads only

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=".settings-")
            try:
                with os.fdopen(handle, "wb") as stream:
                    tomli_w.dump(asdict(self.values), stream)
                Path(name).replace(self.path)
            except BaseException:
                with contextlib.suppress(OSError):
                    Path(name).unlink()
                raise
        except OSError:
            return False
        return True

    def _read(self) -> Settings:
        settings = Settings()
        try:
            stored = tomllib.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return settings  # none yet, or unreadable: the defaults are a fair start
        for entry in fields(Settings):
            value = stored.get(entry.name)
            if type(value) is int and not 0 <= value <= _MOST:
                continue
            if value not in _CHOICES.get(entry.name, [value]):
                continue
            if type(value) is dict:
                value = {key: one for key, one in value.items() if _is_id(one)}
            if type(value) is type(getattr(settings, entry.name)):
                setattr(settings, entry.name, value)
        return settings


def _is_id(value: object) -> bool:
    return type(value) is int and 0 <= value <= _MOST
