# SPDX-License-Identifier: MIT
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groupdesk.ui.application import Application
from groupdesk.ui.tour.hands import Hands
from groupdesk.ui.tour.player import Player, TourError, Wait
from tests.ui.helpers import show_active

R = TypeVar("R")


class _NothingOpen:
    session = None


@pytest.fixture
def hands() -> Hands:
    """Return hands for a program with nothing open yet."""
    return Hands(cast(Application, _NothingOpen()))


def play(qtbot: QtBot, steps: Generator[Wait, None, R]) -> None:
    player = Player(steps)  # type: ignore[arg-type]  # what it returns is not asked for
    with qtbot.waitSignal(player.ended) as ended:
        player.play()
    assert ended.args[0] is None


def test_any_text_is_typed_where_it_belongs(qtbot: QtBot, hands: Hands) -> None:
    line, area = QLineEdit(), QPlainTextEdit()
    for widget in (line, area):
        qtbot.addWidget(widget)
        show_active(qtbot, widget)
        hands.write(widget, "王小明 & Zoë")
    assert line.text() == area.toPlainText() == "王小明 & Zoë"


def test_what_cannot_be_clicked_stops_the_tour(qtbot: QtBot, hands: Hands) -> None:
    button = QPushButton("Record removal")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.show()
    with pytest.raises(TourError, match="Record removal"):
        hands.click(button)
    button.setEnabled(True)
    with qtbot.waitSignal(button.clicked):
        hands.click(button)


def test_an_entry_is_reached_by_the_arrow_keys_or_not_at_all(qtbot: QtBot, hands: Hands) -> None:
    combo = QComboBox()
    combo.addItems(["Reminder", "Warning"])
    qtbot.addWidget(combo)
    show_active(qtbot, combo)
    hands.choose(combo, 1)
    assert combo.currentText() == "Warning"
    with pytest.raises(TourError):
        hands.choose(combo, 2)


class _Picky(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.names: list[str] = []

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(all(url.fileName().endswith(".png") for url in event.mimeData().urls()))

    def dropEvent(self, event: QDropEvent) -> None:
        self.names += [url.fileName() for url in event.mimeData().urls()]
        event.accept()


def test_files_are_dropped_and_a_refusal_is_noticed(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    widget = _Picky()
    qtbot.addWidget(widget)
    hands.drop(widget, [tmp_path / "chat.png"])
    assert widget.names == ["chat.png"]
    with pytest.raises(TourError, match=r"virus\.exe"):
        hands.drop(widget, [tmp_path / "virus.exe"])


def test_a_file_is_saved_under_the_name_that_was_typed(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.fileSelected) as chosen:
        play(qtbot, hands.save_as(tmp_path / "case.pdf"))
    assert Path(chosen.args[0]) == tmp_path / "case.pdf"


def test_without_a_window_there_is_nothing_to_work(hands: Hands) -> None:
    with pytest.raises(TourError):
        _ = hands.window


class _Busy:
    """A program in which something is at work until that is taken away."""

    def __init__(self) -> None:
        self.session = self.context = self.runner = self.workbench = self.page = self
        self.idle = self.whole = True


def test_a_rest_ends_some_looks_after_the_last_work() -> None:
    program = _Busy()
    rested = next(Hands(cast(Application, program)).rest()).seen
    looks = 0
    while not rested():
        looks += 1
    assert looks > 1
    program.idle = False
    assert not rested()
    program.idle, program.whole = True, False  # read, and not all of it is in its place
    assert not any(rested() for _ in range(3 * looks))
    program.whole = True
    assert [rested() for _ in range(looks + 1)] == [False] * looks + [True]
