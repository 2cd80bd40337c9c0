# SPDX-License-Identifier: MIT
"""Where a live workspace may lie: a local folder. SQLite's locks fail on shared ones."""

from pathlib import Path

from groupdesk.domain.errors import StorageError

_NETWORK_SYSTEMS = ("nfs", "cifs", "smb", "fuse.sshfs", "fuse.rclone", "davfs", "afs", "ceph")
_SYNC_FOLDERS = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud drive",
    "mobile documents",
    "nutstore",
    "坚果云",
    "baidunetdiskworkspace",
    "百度网盘同步空间",
    "wps云盘",
    "nextcloud",
    "syncthing",
)


def refuse_shared_place(folder: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """Raise StorageError for a folder on a network file system or inside a known sync folder.

    Network file systems are recognised where the system lists its mounts (Linux) and by a
    Windows network path; elsewhere only sync folders are recognised, by name.
    """
    resolved = folder.resolve()
    for part in resolved.parts:
        if part.casefold().startswith(_SYNC_FOLDERS):
            raise StorageError("sync_folder", folder=part)
    if str(resolved).startswith("\\\\") or _file_system(resolved, mounts).startswith(
        _NETWORK_SYSTEMS
    ):
        raise StorageError("network_folder", path=str(folder))


def _file_system(folder: Path, mounts: Path) -> str:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, system = -1, ""
    for line in lines:
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) > best:
            best, system = len(point.parts), fields[2]
    return system
