# SPDX-License-Identifier: MIT
"""Every act of the window, for a viewer and a moderator: what is not theirs is grey, with words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.roles import may
from groupdesk.services.desk import Desk
from groupdesk.ui.act_looks import LOOKS
from groupdesk.ui.dialogs.ladder_dialog import LadderDialog
from groupdesk.ui.dialogs.told_dialog import ToldDialog
from groupdesk.ui.session import Session
from groupdesk.ui.translations import LanguageCode
from tests.ui.acting import dialog, lower, send_warning

OPEN_TO_ALL = {
    *(act_id for act_id in LOOKS if act_id.startswith("page.")),
    *("group.open", "group.lists", "person.open", "member.find", "member.filter"),
    *("member.columns", "rules.copy", "rules.compare", "template.export"),
    *("report.case", "report.group", "audit.verify", "backup.make"),
    *("operator.switch", "operator.lock", "operator.pin"),
    *("window.find", "window.full", "app.quit", "workspace.leave_sample"),
    *("group.process", "group.leaving", "ladder.edit"),  # open, to be read
    *("rules.announce", "rules.told"),
    *("group.clean_up", "report.exits", "handover.book", "handover.print"),
    *("template.insert", "template.discard"),  # of what is being written
}
"""Acts that ask for no role. A new act belongs here, or names what it needs in the registry."""


def test_each_act_names_what_it_asks_for() -> None:
    assert {act_id for act_id, look in LOOKS.items() if look.needs is None} == OPEN_TO_ALL


@pytest.mark.parametrize(
    ("language", "only"), [("en", "Only an owner"), ("zh", "只有负责人")], ids=["en", "zh"]
)
def test_what_is_not_theirs_is_grey_on_every_page_and_says_who_may(
    session: Session, desk: Desk, detail: MemberDetail, language: LanguageCode, only: str
) -> None:
    send_warning(desk, detail)
    session.context.translations.set_language(language)
    acts = session.context.acts
    for role in (OperatorRole.MODERATOR, OperatorRole.VIEWER):
        lower(desk, session, role)
        for page in (key for key in LOOKS if key.startswith("page.")):
            acts.trigger(page)
            for act_id, look in LOOKS.items():
                action = acts.action(act_id)
                if look.needs is None or may(role, look.needs):
                    assert only not in action.statusTip(), act_id
                    continue
                assert not action.isEnabled(), (role, page, act_id)
                assert action.statusTip().startswith(only), (role, page, act_id)
                assert action.toolTip().endswith(action.statusTip()), (role, page, act_id)


def test_a_viewer_reads_the_ladder_and_copies_it_nowhere(session: Session, desk: Desk) -> None:
    lower(desk, session, OperatorRole.VIEWER)
    session.context.acts.trigger("ladder.edit")
    reading = dialog(LadderDialog)
    assert not reading.copy.isEnabled()
    assert "Only an owner or admin can publish ladders" in reading.copy.accessibleDescription()
    assert reading._missing_label.text() == "", "nothing is asked of somebody who only reads"
    reading.done(0)


def test_a_viewer_is_told_why_nobody_is_recorded_as_told(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    lower(desk, session, OperatorRole.VIEWER)
    session.context.acts.trigger("page.rules")
    session.context.acts.trigger("rules.told")
    QApplication.processEvents()
    reading = dialog(ToldDialog)
    for made in (reading.main_button, reading.acknowledged_button, reading.back_button):
        assert not made.isEnabled()
        assert "can record who was told" in made.accessibleDescription()
        assert "can record who was told" in made.toolTip()
    qtbot.keyClick(reading, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert reading.isVisible()
    reading.done(0)
