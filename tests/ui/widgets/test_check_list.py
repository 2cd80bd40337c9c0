# SPDX-License-Identifier: MIT
"""Lines of the fair-process and courtesy lists, with reasons for what is missing."""

from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.check_list import CheckItem, CheckList
from tests.ui.helpers import show_active

DONE = CheckItem("published", "Rule was published", "done")
ASKS = CheckItem("final", "No final warning", "missing", "To go on without it, say why:")
OPEN = CheckItem("second", "Second manager agrees", "open")


def test_reasons_are_collected_and_told(qtbot: QtBot) -> None:
    lines = CheckList([DONE, ASKS, OPEN])
    qtbot.addWidget(lines)
    lines.show()
    told: list[tuple[str, str]] = []
    lines.answered.connect(lambda key, text: told.append((key, text)))
    qtbot.keyClicks(lines.field("final"), "now ")
    assert lines.answers() == {"final": "now"}
    assert told[-1] == ("final", "now")
    assert lines.field("published").isHidden()


def test_what_was_typed_stays_while_the_line_asks(qtbot: QtBot) -> None:
    lines = CheckList([DONE, ASKS])
    qtbot.addWidget(lines)
    show_active(qtbot, lines)
    field = lines.field("final")
    field.setFocus()
    qtbot.keyClicks(field, "repeated within a day")
    lines.set_items([OPEN, ASKS, DONE])
    assert lines.field("final") is field
    assert field.hasFocus()
    assert lines.answers() == {"final": "repeated within a day"}
    order = sorted(("second", "final", "published"), key=lambda key: lines._rows[key].y())
    lines.layout().activate()  # type: ignore[union-attr]
    order = sorted(order, key=lambda key: lines._rows[key].y())
    assert order == ["second", "final", "published"]


def test_a_line_that_asks_no_more_has_no_answer(qtbot: QtBot) -> None:
    lines = CheckList([ASKS])
    qtbot.addWidget(lines)
    lines.set_answers({"final": "because", "unknown": "x"})
    lines.set_items([CheckItem("final", "Final warning sent", "done")])
    assert lines.answers() == {}
    lines.set_items([DONE])
    assert "final" not in lines._rows


def test_screen_readers_hear_the_state(qtbot: QtBot) -> None:
    lines = CheckList([DONE, ASKS, OPEN])
    qtbot.addWidget(lines)
    names = [lines._rows[key]._text.accessibleName() for key in ("published", "final", "second")]
    assert names == [
        "Done: Rule was published",
        "Missing: No final warning",
        "Open: Second manager agrees",
    ]
    assert "say why" in lines.field("final").accessibleName()
