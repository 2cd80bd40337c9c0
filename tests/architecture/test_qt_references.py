# SPDX-License-Identifier: MIT
"""The Qt binding in use must not lose references to None and True.

PySide6 6.12.0 on Python 3.10 and 3.11 loses one with every void call and every signal, and the
interpreter aborts in the end; this guards the version that the project asks for.
"""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel


class Sender(QObject):
    """Sends a flag."""

    sent = Signal(bool)


@pytest.mark.usefixtures("qapp")
def test_a_hundred_calls_lose_no_reference() -> None:
    assert QApplication.instance() is not None
    label, sender, heard = QLabel(), Sender(), [0]

    def hear(flag: bool) -> None:
        heard[0] += flag

    sender.sent.connect(hear)
    label.setText("warm")
    sender.sent.emit(True)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(100):
        label.setEnabled(True)
        label.setText("again")
        label.isEnabled()
        sender.sent.emit(True)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert heard == [101]
    assert max(abs(now - then) for now, then in zip(after, before, strict=True)) < 20
    label.deleteLater()
