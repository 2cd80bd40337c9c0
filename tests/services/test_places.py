# SPDX-License-Identifier: MIT
"""Where a live workspace may lie."""

from pathlib import Path

import pytest

from groupdesk.domain.errors import StorageError
from groupdesk.services.places import refuse_shared_place
from tests.helpers import clear_error

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home/team nfs4 rw 0 0
//nas/share /media/my\\040share cifs rw 0 0
short
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS)
    return path


@pytest.mark.parametrize(
    "folder",
    [
        "/home/mei/Dropbox/desk",
        "/home/mei/OneDrive - Aurora/desk",
        "/home/mei/坚果云/desk",
        "/home/mei/WPS云盘/desk",
    ],
)
def test_a_synchronised_folder_is_refused_by_name(folder: str, mounts: Path) -> None:
    with pytest.raises(StorageError, match="sync_folder") as caught:
        refuse_shared_place(Path(folder), mounts)
    clear_error(caught.value)


@pytest.mark.parametrize("folder", ["/home/team/desk", "/media/my share/a/b"])
def test_a_network_folder_is_refused(folder: str, mounts: Path) -> None:
    with pytest.raises(StorageError, match="network_folder") as caught:
        refuse_shared_place(Path(folder), mounts)
    clear_error(caught.value)


@pytest.mark.parametrize("folder", ["/home/mei/desk", "/home/teamwork", "/srv/box"])
def test_a_folder_of_ones_own_is_fine(folder: str, mounts: Path) -> None:
    refuse_shared_place(Path(folder), mounts)
    refuse_shared_place(Path(folder), mounts.with_name("absent"))
