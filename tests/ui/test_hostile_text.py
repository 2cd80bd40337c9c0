# SPDX-License-Identifier: MIT
"""What members wrote is shown as it is everywhere in the window: nothing is read as markup."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex
from PySide6.QtGui import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import FairItem, Language, Platform, Severity, SubjectKind
from groupdesk.domain.machine_text import MachineText
from groupdesk.domain.records import GroupFields, MemberFilter
from groupdesk.domain.removal_records import ApprovalRow
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.appeal_decision_dialog import AppealDecisionDialog
from groupdesk.ui.dialogs.appeal_dialog import AppealDialog
from groupdesk.ui.dialogs.approval_dialog import ApprovalDialog
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.dialogs.redact_dialog import RedactDialog
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.session import Session
from groupdesk.ui.talk_acts import TalkActs
from tests.costs import not_for_ever
from tests.helpers import give_pin, removal, rule_id, screenshot, talk, warning
from tests.services.appeal_cases import objected
from tests.services.two_operators import ask_always
from tests.ui.desks import Clock, add_member, small_desk

NAME = '<b>R&D</b><img src="file:///etc/x.png">&amp;<a href="http://x">y</a>'
# QTextDocument lays this out for a minute and more.
BOMB = "<table><tr><td>" * 20 + "x" + "</td></tr></table>" * 20


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    opened = small_desk(tmp_path, clock)
    fields = GroupFields(NAME, Platform.WECOM, Language.EN, owner_name=NAME)
    group = opened.groups.create(uuid4(), fields).subject_id
    clock.forward(minutes=-30)
    rule = RuleDraft("<i>&1", Severity.MINOR, {"en": NAME, "zh": NAME}, {"en": NAME + BOMB})
    opened.rules.publish(uuid4(), group, (rule,))
    clock.forward(minutes=30)
    code = rule_id(opened, group, "<i>&1")
    for name in (NAME, NAME + "2", BOMB[:199]):
        member = add_member(opened, group, name).row.id
        picture = screenshot(opened)
        use = EvidenceUse(picture.id, NAME, NAME + BOMB, NAME)
        warning(opened, member, code, 1, sent_at=to_text(clock()), evidence=(use,))
        warning(opened, member, code, 2, evidence=(use,))
        talk(opened, member, problem=NAME, agreement=BOMB)
    opened.removals.decide(
        removal(
            opened,
            member,
            code,
            reason=NAME + BOMB,
            comment=NAME,
            notice=NAME,
            overrides=dict.fromkeys(FairItem, NAME),
            evidence=(use,),
        )
    )
    objected(opened, 1, statement=NAME + BOMB)
    said = MachineText(picture.id, f"{NAME}\n{BOMB}", NAME, "", picture.added_at)
    opened.evidence_texts.store([said])
    yield opened
    opened.close()


def _markup(text: str) -> bool:
    """Say whether Qt would read what somebody wrote as markup."""
    written = any(tag in text for tag in ("<b>", "<i>", "<table", "<img", "<a "))
    return written and Qt.mightBeRichText(text)


def _mnemonic(text: str) -> bool:
    return re.search("R&(?!&)", text) is not None


def misread(root: QWidget) -> set[str]:
    """Return where in a window something written by a member is not shown as it is."""
    found = set()
    for widget in (root, *root.findChildren(QWidget)):
        where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        if _markup(widget.toolTip()):
            found.add(f"{where}: tooltip")
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            found |= {f"{where}: label"} if _markup(widget.text()) else set()
        if isinstance(widget, QAbstractButton) and _mnemonic(widget.text()):
            found.add(f"{where}: mnemonic")
        if isinstance(widget, QTextEdit) and widget.acceptRichText() and not widget.isReadOnly():
            found.add(f"{where}: takes rich text")
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found |= {f"{where}: tooltip of an item" for tip in _tips(widget) if _markup(tip)}
        for action in widget.actions():
            if _markup(action.toolTip()) or _mnemonic(action.text()):
                found.add(f"{where}: action {action.text()}")
    return found


def _tips(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for row in range(min(model.rowCount(root), 20)):
        for column in range(columns):
            yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def quickly(work: Callable[[], object]) -> None:
    with not_for_ever():
        work()
        QApplication.processEvents()


def test_every_page_and_row(session: Session) -> None:
    window, bench, desk = session.window, session.workbench, session.desk
    group = next(found for found in desk.groups.all() if found.name == NAME)
    wrong: dict[str, set[str]] = {}
    for key in list(bench._factories):
        bench.show_page(key)
        quickly(lambda: bench.show_group(group.id))
        bench.show_page(key)
        assert bench.page is not None
        for view in bench.page.findChildren(QAbstractItemView):
            model = view.model()
            if not view.isVisible() or model is None:
                continue
            for row in range(min(3, model.rowCount(QModelIndex()))):
                quickly(partial(view.setCurrentIndex, model.index(row, 0)))
                wrong[f"{key}, row {row}"] = misread(window)
        quickly(window.grab)
        wrong[key] = misread(window)
    assert {key: found for key, found in wrong.items() if found} == {}


def _waiting(desk: Desk, group: int) -> tuple[ApprovalRow, ...]:
    """Ask for the approval of a removal."""
    give_pin(desk)
    ask_always(desk, group)
    member, rule = add_member(desk, group, NAME + "3").row.id, rule_id(desk, group, "<i>&1")
    told = removal(desk, member, rule, reason=NAME + BOMB, comment=NAME, notice=NAME)
    desk.removals.decide(told)
    return desk.approvals.waiting()


@pytest.mark.parametrize(
    "act",
    [
        "warn",
        "talk",
        "remove",
        "edit_member",
        "edit_group",
        "carry_out",
        "import_members",
        "open_case",
        "choose_member",
        "plan_talk",
        "recognise",
        "picture",
        "redact",
        "object",
        "decide_appeal",
        "approve",
    ],
)
def test_every_dialog(qtbot: QtBot, session: Session, tmp_path: Path, act: str) -> None:
    desk = session.desk
    group = next(found for found in desk.groups.all() if found.name == NAME)
    detail = desk.members.detail(desk.members.ids(MemberFilter(group.id))[0])
    acts = MemberActs(session.context, session.window)
    table = tmp_path / "<b>list&.csv"
    table.write_text(f"name,<b>R&D,x\n<b>R&D</b>,{BOMB},y\n", encoding="utf-8")
    opens: dict[str, Callable[[], object]] = {
        "edit_group": lambda: acts.edit_group(group),
        "carry_out": lambda: acts.carry_out(1),
        "choose_member": lambda: acts.choose_member(group, acts.open_case),
        "import_members": lambda: acts.import_members(group, (table,)),
        "picture": lambda: PictureDialog(
            session.context, desk.evidence.earlier(detail.row.id), 0, session.window
        ).open(),
        "redact": lambda: RedactDialog(
            session.context, desk.evidence.earlier(detail.row.id)[0], session.window
        ).open(),
        "object": lambda: AppealDialog(
            session.context, desk.appeals.target(SubjectKind.REMOVAL, 1), session.window
        ).open(),
        "decide_appeal": lambda: AppealDecisionDialog(
            session.context, desk.appeals.get(1), session.window
        ).open(),
        "approve": lambda: ApprovalDialog(
            session.context, _waiting(desk, group.id), session.window
        ).open(),
        "recognise": lambda: TalkActs(session.context, session.window).recognise(detail),
    }
    quickly(opens.get(act, lambda: getattr(acts, act)(detail)))
    dialogs = [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, QDialog) and window.isVisible()
    ]
    assert dialogs
    for dialog in dialogs:
        quickly(dialog.grab)
        assert misread(dialog) == set()
        dialog.done(0)
