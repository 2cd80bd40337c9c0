# SPDX-License-Identifier: MIT
"""Where the program's own files and the person's files are."""

from pathlib import Path

import platformdirs

APP_NAME = "GroupDesk"


def resources() -> Path:
    """Return the folder of resources, in a checkout as in an installed wheel."""
    packaged = Path(__file__).parent / "resources"
    if packaged.is_dir():
        return packaged
    return Path(__file__).parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one resource, `resource("words", "en.toml")` for instance."""
    return resources().joinpath(*parts)


def default_workspace() -> Path:
    """Return the folder of the person's own workspace."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "workspace"


def sample_workspace() -> Path:
    """Return the folder of the sample workspace, apart from the person's own."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "sample"


def settings_file() -> Path:
    """Return the file of the person's settings."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.toml"


def log_folder() -> Path:
    """Return the folder of the program's log files."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))
