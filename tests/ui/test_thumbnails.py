# SPDX-License-Identifier: MIT
"""Pictures come from our own copies; what is gone shows as empty."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from groupdesk.domain.enums import EvidenceSource
from groupdesk.services.desk import Desk
from groupdesk.ui.tasks import ImmediateRunner
from groupdesk.ui.thumbnails import Thumbnails
from tests.ui.desks import png


def test_a_picture_is_loaded_once_and_at_the_width_that_is_asked_for(desk: Desk) -> None:
    record = desk.evidence.take_bytes(png(width=600, height=900), "chat.png", EvidenceSource.PASTE)
    thumbnails = Thumbnails(lambda: desk.evidence.store, ImmediateRunner())
    owner, shown = QObject(), list[QPixmap]()
    for width in (0, 0, 300):
        thumbnails.load(owner, record.sha256, shown.append, width)
    small, again, wide = shown
    assert not small.isNull()
    assert small.cacheKey() == again.cacheKey()
    assert wide.width() == 300
    assert wide.height() == 450


def test_a_file_that_is_gone_shows_as_empty(desk: Desk) -> None:
    thumbnails = Thumbnails(lambda: desk.evidence.store, ImmediateRunner())
    shown: list[QPixmap] = []
    thumbnails.load(QObject(), "0" * 64, shown.append)
    assert [pixmap.isNull() for pixmap in shown] == [True]
