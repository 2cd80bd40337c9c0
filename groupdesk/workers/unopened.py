# SPDX-License-Identifier: MIT
"""Which files are kept beside the screenshots without ever being opened: voice, video, chats."""

import codecs
from pathlib import PurePosixPath

from groupdesk.domain.errors import FileRefusedError
from groupdesk.workers.outside import Kind

MAX_UNOPENED_BYTES = 100_000_000
"""Largest file that is kept unopened; a few minutes of video."""

# What chats consist of besides pictures: kept as it is, without a question.
_TAKEN = frozenset({"file_is_recording", "file_is_pdf", "file_is_archive", "file_is_web_page"})
# What somebody may have meant as a screenshot: named with the reason, and kept if they say so.
_ON_REQUEST = frozenset(
    {
        *("image_gif", "image_other_format", "heic", "svg", "not_an_image"),
        *("image_broken", "image_truncated", "image_animated", "image_too_large_pixels"),
        *("file_is_document", "file_is_workbook", "file_is_text_document"),
        "file_is_presentation",
    }
)
_PICTURE_ENDINGS = frozenset(
    {
        *(".png", ".jpg", ".jpeg", ".jfif", ".webp", ".gif", ".bmp", ".tif", ".tiff"),
        *(".heic", ".heif", ".avif", ".svg"),
    }
)
_MEDIA_TYPES = {
    "PDF": "application/pdf",
    "ZIP": "application/zip",
    "RAR": "application/vnd.rar",
    "7z": "application/x-7z-compressed",
    "gzip": "application/gzip",
    "Matroska": "video/x-matroska",
    "AVI": "video/x-msvideo",
    "MP4": "video/mp4",
    "M4A": "audio/mp4",
    "MP3": "audio/mpeg",
    "AAC": "audio/aac",
    "FLAC": "audio/flac",
    "Ogg": "audio/ogg",
    "AMR": "audio/amr",
    "SILK": "audio/x-silk",
    "WAVE": "audio/x-wav",
    "HTML": "text/html",
    "GIF": "image/gif",
    "BMP": "image/bmp",
    "TIFF": "image/tiff",
    "HEIC": "image/heic",
    "AVIF": "image/avif",
    "SVG": "image/svg+xml",
}
_UNKNOWN = "application/octet-stream"
_PLAIN = "text/plain"
_CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\r\f")


def is_taken(kind: Kind, head: bytes, name: str) -> bool:
    """Say whether a file of this kind is kept unopened without a question.

    One whose name says that it is a picture never is: somebody expects to see it.
    """
    if PurePosixPath(name.lower()).suffix in _PICTURE_ENDINGS:
        return False
    return kind.refusal in _TAKEN or (kind.refusal == "not_an_image" and is_text(head))


def may_be_kept(refusal: FileRefusedError) -> bool:
    """Say whether a file that was refused as a screenshot can be kept as a file on request.

    Only for what is certain: a picture that merely took too long may be one the next time.
    """
    return refusal.code in _ON_REQUEST | _TAKEN


def media_type_of(kind: Kind, head: bytes) -> str:
    """Return the media type under which a file is kept; an unknown one is only bytes."""
    if kind.image:
        return f"image/{kind.image.lower()}"
    known = _MEDIA_TYPES.get(kind.type_name)
    if known is None and kind.refusal == "not_an_image" and is_text(head):
        return _PLAIN
    return known or _UNKNOWN


def is_text(head: bytes) -> bool:
    """Say whether a file that begins with `head` is plain text in UTF-8, UTF-16 or GB 18030."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    if not _CONTROLS.isdisjoint(head):
        return False
    return any(_decodes(head, encoding) for encoding in ("utf-8", "gb18030"))


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)  # the head may end inside a letter
    except UnicodeDecodeError:
        return False
    return True
