# SPDX-License-Identifier: MIT
"""What happened of late, beside what is due."""

from pathlib import Path
from uuid import uuid4

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.lately_panel import Happened, LatelyPanel
from tests.helpers import make_member
from tests.ui.acting import talk
from tests.ui.helpers import show_active


def test_nothing_is_cut_off_without_a_sign(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    make_member(desk, 1, "慈溪市新城大道店采购部负责人王小明的同事李雷和韩梅梅")
    make_member(desk, 1, "Bartholomäus-Wolfeschlegelsteinhausen")
    made = desk.backups.make(uuid4())
    panel = LatelyPanel(context)
    panel.show_happened(Happened(panel.read().tally, desk.audit.rows(AuditFilter(), limit=8)))
    show_active(qtbot, panel)
    shown = [one for one in panel.findChildren(QLabel) if one.isVisible() and one.text()]
    (name,) = [one for one in shown if one.text() == Path(made.path).name]
    assert name.toolTip() == Path(made.path).name
    assert any("韩梅梅" in one.text() and not isinstance(one, ElidedLabel) for one in shown)
    for one in shown:
        chinese = "王" in one.text()  # which goes on in the next line wherever one ends
        words = [] if chinese or isinstance(one, ElidedLabel) else one.text().split()
        measure = QFontMetrics(one.font())
        assert [w for w in words if measure.horizontalAdvance(w) > one.width()] == []
    panel.deleteLater()


def test_the_same_thing_several_times_is_one_line(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    for _ in range(3):
        talk(desk, detail)
    panel = LatelyPanel(context)
    panel.reload()
    show_active(qtbot, panel)
    shown = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    (line,) = [text for text in shown if "王小明" in text and "talk" in text.lower()]
    assert shown[shown.index(line) + 1].endswith(" · Mei · 3 times")
    panel.deleteLater()
