# SPDX-License-Identifier: MIT
"""Title, subtitle, acts."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.labels import plain_tooltip
from groupdesk.ui.widgets.page_head import PageHead


def test_texts_and_acts(qtbot: QtBot) -> None:
    head = PageHead("Aurora customers")
    qtbot.addWidget(head)
    act = button("Import…")
    head.add_button(act)
    head.resize(500, 60)
    head.show()
    assert [each.text() for each in head.findChildren(QLabel) if each.isVisible()] == [
        "Aurora customers"
    ]
    assert act.geometry().right() == head.rect().right()
    head.set_texts("Today", "Saturday 21 November")
    assert [each.text() for each in head.findChildren(QLabel) if each.isVisible()] == [
        "Today",
        "Saturday 21 November",
    ]


def test_of_a_long_name_both_ends_are_seen_and_the_tooltip_has_it_whole(qtbot: QtBot) -> None:
    name = "Aurora customers of the southern region, batteries and charging, group 12"
    head = PageHead(name)
    qtbot.addWidget(head)
    head.resize(300, 60)
    head.show()
    title = head.findChildren(ElidedLabel)[0]
    assert title.shown.startswith("Aurora")
    assert title.shown.endswith("12")
    assert "…" in title.shown
    assert title.toolTip() == plain_tooltip(name)


def test_a_title_stays_in_sight_when_its_acts_need_the_room(qtbot: QtBot) -> None:
    head = PageHead("Requests", "Members who want to leave")
    qtbot.addWidget(head)
    acts = [button(text) for text in ("Why people leave…", "How members leave…", "Wants to leave…")]
    for act in acts:
        head.add_button(act)
    head.resize(900, 60)
    head.show()
    title = head.findChildren(ElidedLabel)[0]
    assert acts[-1].geometry().right() == head.rect().right()
    head.resize(sum(act.sizeHint().width() for act in acts) + 40, head.height())
    qtbot.waitUntil(lambda: acts[0].y() > title.y() + title.height())
    assert title.shown == "Requests"
    assert acts[0].x() == 0
    head.resize(900, 60)
    qtbot.waitUntil(lambda: acts[-1].geometry().right() == head.rect().right())
