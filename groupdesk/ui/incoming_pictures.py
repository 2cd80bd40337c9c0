# SPDX-License-Identifier: MIT
"""What a clipboard or a drag brings: files, a picture, or neither; decided without decoding."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

_RAW = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


@dataclass(frozen=True, slots=True)
class Incoming:
    """Local files, or one picture; `from_web` is an address that GroupDesk does not load."""

    paths: tuple[Path, ...] = ()
    raw: bytes = b""
    ending: str = "png"
    image: QImage | None = None
    from_web: bool = False

    def __bool__(self) -> bool:
        """Say whether there is anything to take in or to talk about."""
        return bool(self.paths or self.raw or self.image is not None or self.from_web)

    def encoded(self) -> bytes:
        """Return the picture as it came, or a bitmap as PNG. Takes long: call it in a worker."""
        return self.raw or (b"" if self.image is None else _png(self.image))


def read_mime(mime: QMimeData | None) -> Incoming:
    """Return what pictures `mime` holds. Files come first: they keep their own bytes and names.

    Bytes in a known format are taken as they are and never decoded in this process.
    """
    if mime is None:
        return Incoming()
    urls = mime.urls()
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if paths:
        return Incoming(paths=paths)
    for form, ending in _RAW.items():
        if mime.hasFormat(form) and (raw := bytes(mime.data(form).data())):
            return Incoming(raw=raw, ending=ending)
    if mime.hasImage():
        image = QImage(mime.imageData())
        if not image.isNull():
            return Incoming(image=image)
    return Incoming(from_web=any(url.scheme() in {"http", "https"} for url in urls))


def offers_pictures(mime: QMimeData | None) -> bool:
    """Say whether a drag may be dropped; asked on each move, so nothing is fetched."""
    if mime is None:
        return False
    if mime.hasImage() or any(mime.hasFormat(form) for form in _RAW):
        return True
    return any(url.isLocalFile() or url.scheme() in {"http", "https"} for url in mime.urls())


def holds_text(mime: QMimeData | None) -> bool:
    """Say whether there is text to paste.

    File managers put the paths of copied files beside the files as text; nobody wants those.
    """
    if mime is None or not (mime.hasFormat("text/plain") or mime.hasHtml()):
        return False
    text = mime.text().strip()
    if not text:
        return False
    urls = mime.urls()
    local = {url.toLocalFile() for url in urls} | {url.toString() for url in urls}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return not urls or not all(line in local for line in lines)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # takes no bytes, whatever the stub says
    buffer.close()
    return bytes(data.data())
