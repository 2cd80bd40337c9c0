# SPDX-License-Identifier: MIT
"""One window per workspace: a lock file, and a way to bring the first window to the front."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

LOCK_NAME = "window.lock"
_WAIT_MILLISECONDS = 1000


class SingleWindow(QObject):
    """Holds a workspace for one window. SQLite's own locks stay the guarantee for the data."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Prepare for the workspace in `folder`."""
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self._servers: list[QLocalServer] = []

    def take(self) -> bool:
        """Say whether this is the first window. Empty and garbage lock files are cleared away.

        A folder that cannot be written, or lies on a full disk, needs no lock: it is opened for
        reading only.
        """
        if self._lock.tryLock(0):
            return True
        if self._lock.error() in {
            QLockFile.LockError.PermissionError,
            QLockFile.LockError.UnknownError,  # Qt's word for a full disk
        }:
            return True
        return self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def release(self) -> None:
        """Let another window have the workspace."""
        for server in self._servers:
            server.close()
        self._servers.clear()
        self._lock.unlock()

    def show_first(self) -> bool:
        """Ask the first window to come to the front; say whether it was reached."""
        try:
            from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  # 10 ms, rarely needed
        except ImportError:  # a system library is missing that only networks need
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._name())
        reached = bool(socket.waitForConnected(_WAIT_MILLISECONDS))
        socket.abort()
        return reached

    def listen(self, on_asked: Callable[[], object]) -> None:
        """Call `on_asked` when a second start asks for this window, where the system lets it."""
        try:
            from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  # after the first paint
        except ImportError:
            return
        name = self._name()
        QLocalServer.removeServer(name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

        def answer() -> None:
            connection = server.nextPendingConnection()
            if connection is not None:
                connection.deleteLater()
            on_asked()

        server.newConnection.connect(answer)
        server.listen(name)
        self._servers.append(server)

    def _name(self) -> str:
        """Return what the first window listens to."""
        import hashlib  # noqa: PLC0415  # 3 ms, after the first paint

        return f"groupdesk-{hashlib.sha256(str(self._folder.resolve()).encode()).hexdigest()[:16]}"
