# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot

from groupdesk.ui.tour.player import Player, Script, TourError, Wait


def _play(qtbot: QtBot, script: Script) -> object:
    player = Player(script)
    with qtbot.waitSignal(player.ended) as ended:
        player.play()
    return ended.args[0]


def test_a_step_comes_when_what_it_waits_for_is_there(qtbot: QtBot) -> None:
    seen: list[str] = []
    looks = iter([False, False, True])

    def script() -> Script:
        seen.append("first")
        yield Wait("third look", lambda: next(looks))
        seen.append("second")

    assert _play(qtbot, script()) is None
    assert seen == ["first", "second"]
    assert not list(looks)


def test_what_never_comes_is_named(qtbot: QtBot) -> None:
    def script() -> Script:
        yield Wait("a dialog", lambda: False, seconds=0.05)

    error = _play(qtbot, script())
    assert isinstance(error, TourError)
    assert str(error) == "a dialog"


def test_a_mistake_in_a_step_ends_the_script(qtbot: QtBot) -> None:
    def script() -> Script:
        yield Wait("nothing", lambda: True)
        raise KeyError("a button that is gone")

    assert isinstance(_play(qtbot, script()), KeyError)


def test_a_failure_from_elsewhere_ends_the_script_once(qtbot: QtBot) -> None:
    ends: list[object] = []
    steps: list[str] = []

    def script() -> Script:
        yield Wait("for ever", lambda: False)
        steps.append("too late")

    player = Player(script())
    player.ended.connect(ends.append)
    player.looked.connect(lambda: player.fail(TourError("a bug")))
    with qtbot.waitSignal(player.ended):
        player.play()
    player.fail(TourError("another"))
    assert [str(end) for end in ends] == ["a bug"]
    assert steps == []
