"""One window to a library: a second start raises the window that is there."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1000
RAISE, DONE = b"raise\n", b"done\n"


class RunningWindow(QObject):
    """Listens for a second start with the same library."""

    raised = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = _name(library)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _on_ready(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket) and socket.canReadLine():
            if bytes(socket.readLine().data()) == RAISE:
                self.raised.emit()
            socket.write(DONE)
            socket.flush()


def raise_running(library: Path) -> bool:
    """Ask the window that has this library open to come to the front; whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(_name(library))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(RAISE)
    socket.flush()
    answered = socket.waitForReadyRead(WAIT_MS) and bytes(socket.readLine().data()) == DONE
    socket.disconnectFromServer()
    return answered


def _name(library: Path) -> str:
    """Return a name that is short enough for every system; the server is the user's own."""
    place = str(library.absolute().resolve())
    return "second-story-" + hashlib.sha256(place.encode()).hexdigest()[:24]
