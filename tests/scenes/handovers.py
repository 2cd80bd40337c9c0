# SPDX-License-Identifier: MIT
"""Handovers: the list, the book, what goes over, its paper, and what is said where none is."""

import uuid
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from groupdesk.domain.enums import MemberRole, OperatorRole, SubjectKind
from groupdesk.domain.handover_enums import HandoverSide
from groupdesk.domain.handover_records import (
    EntryInput,
    HandoverFilter,
    HandoverRecord,
    HandoverRequest,
    Party,
    SignRequest,
)
from groupdesk.domain.leaving_enums import HandoverEntryKind
from groupdesk.domain.records import MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator
from groupdesk.ui.dialogs.handover_begin_dialog import HandoverBeginDialog
from groupdesk.ui.dialogs.handover_dialog import HandoverDialog
from groupdesk.ui.dialogs.handover_move_dialog import HandoverMoveDialog
from groupdesk.ui.dialogs.handover_print_dialog import HandoverPrintDialog
from groupdesk.ui.dialogs.handover_reason_dialogs import CallOffDialog, PaperDialog, StrikeDialog
from groupdesk.ui.pages.requests_page import RequestsPage
from tests.scenes import Stage, scene

_WORDS: dict[str, Sequence[str]] = {
    "en": (
        "An takes over while I am on parental leave, from 1 December to the end of May.",
        "The revised price list goes to the three largest customers on the first of each month.",
        "Support at the vendor answers faster under extension 204.",
        "The onboarding slides lie in the shared folder “Customer groups”, version 7.",
        "The promise of free training ended in October.",
        "Free training for new members until further notice.",
        "Ann has left the company and cannot sign.",
        "An",
    ),
    "zh": (
        "我12月1日至明年5月底休产假，期间由安然接手。",
        "每月1日把最新价目表发给三家最大的客户。",
        "厂家技术支持拨分机204，回复更快。",
        "新成员入群的介绍课件在共享文件夹“客户群”里，第7版。",
        "免费培训的承诺到10月为止。",
        "新成员免费培训，长期有效。",
        "安然已离职，无法签字。",
        "安然",
    ),
}
_ENTRIES = (
    (HandoverEntryKind.PROMISE, 1),
    (HandoverEntryKind.CONTACT, 2),
    (HandoverEntryKind.FILE, 3),
    (HandoverEntryKind.PROMISE, 5),
)


def _write(stage: Stage, work: Callable[[], object]) -> None:
    """Write in the thread that may."""
    failed: list[Exception] = []
    stage.context.runner.run(stage.session, work, lambda _done: None, failed.append)
    stage.idle(stage.session)
    if failed:
        raise failed[0]


def _handover(stage: Stage) -> HandoverRecord:
    """Return a handover of the sample's first group that is filled in and signed by the giver."""
    handovers = stage.context.desk.leaving.handovers
    rows = handovers.rows(HandoverFilter())
    if not rows:
        _write(stage, partial(_play, stage.context.desk, stage.group().id, stage.language))
        rows = handovers.rows(HandoverFilter())
    return handovers.get(rows[0].id)


def _play(desk: Desk, group: int, language: str) -> None:
    words, me = _WORDS[language], desk.operator
    taker = add_operator(desk.ledger, uuid.uuid4(), words[7], OperatorRole.ADMIN).subject_id
    found = desk.groups.get(group)
    for number, row in enumerate(desk.cases.rows(group_id=group)):
        if number < 3 and not row.owner_id and not row.closed_at:
            desk.case_acts.claim(uuid.uuid4(), row.number)
    handovers = desk.leaving.handovers
    ident = handovers.open(
        HandoverRequest(
            uuid.uuid4(),
            Party(operator_id=me.id),
            Party(operator_id=taker),
            found.id,
            note=words[0],
        )
    ).subject_id
    for kind, at in _ENTRIES:
        handovers.add(EntryInput(uuid.uuid4(), ident, kind, words[at]))
    last = handovers.get(ident).entries[-1].id
    handovers.add(EntryInput(uuid.uuid4(), ident, HandoverEntryKind.STRUCK, words[4], last))
    record = handovers.get(ident)
    handovers.sign(SignRequest(uuid.uuid4(), ident, HandoverSide.GIVER, record.digest))
    whole = HandoverRequest(uuid.uuid4(), Party(name=words[7] + " B"), Party(operator_id=me.id))
    gone = handovers.open(whole).subject_id
    handovers.call_off(uuid.uuid4(), gone, words[6])


def _page(stage: Stage) -> RequestsPage:
    _handover(stage)
    page = stage.page("requests")
    assert isinstance(page, RequestsPage)
    page.show_kind(SubjectKind.HANDOVER)
    stage.idle(stage.session)
    return page


@scene("handovers")
def handovers(stage: Stage) -> QWidget:
    page = _page(stage)
    page.front.show_one(_handover(stage).row.id)
    stage.idle(stage.session)
    return stage.session.window


@scene("handovers-list")
def handovers_list(stage: Stage) -> QWidget:
    _page(stage)
    stage.idle(stage.session)
    return stage.session.window


@scene("handovers-empty")
def handovers_empty(stage: Stage) -> QWidget:
    session = stage.empty()
    session.workbench.show_page("requests")
    stage.idle(session)
    page = session.workbench.page
    assert isinstance(page, RequestsPage)
    page.show_kind(SubjectKind.HANDOVER)
    stage.idle(session)
    return session.window


@scene("handover-begin")
def handover_begin(stage: Stage) -> QWidget:
    dialog = HandoverBeginDialog(
        stage.context, lambda _ident: None, stage.session.window, group=stage.group()
    )
    dialog.taker.edit.setText(_WORDS[stage.language][7])
    dialog.open()
    return stage.dialog(HandoverBeginDialog)


@scene("handover-begin-member")
def handover_begin_member(stage: Stage) -> QWidget:
    """Whoever hands over leads a group and works at the desk."""
    desk = stage.context.desk
    names = {one.name for one in desk.operators.all() if one.active}
    seat = next(
        row
        for group in desk.groups.all()
        for row in desk.members.rows(list(desk.members.ids(MemberFilter(group.id))))
        if row.name in names and row.role in {MemberRole.OWNER, MemberRole.ADMIN}
    )
    giver = Party(membership_id=seat.id, name=seat.name)
    dialog = HandoverBeginDialog(
        stage.context, lambda _ident: None, stage.session.window, giver=giver
    )
    dialog.open()
    return stage.dialog(HandoverBeginDialog)


@scene("handover-book")
def handover_book(stage: Stage) -> QWidget:
    HandoverDialog(stage.context, _handover(stage), stage.session.window).open()
    return stage.dialog(HandoverDialog)


@scene("handover-book-again")
def handover_book_again(stage: Stage) -> QWidget:
    """Something was written in between the two signatures."""
    row, handovers = _handover(stage).row, stage.context.desk.leaving.handovers
    what = _WORDS[stage.language][3]

    def play() -> None:
        handovers.add(EntryInput(uuid.uuid4(), row.id, HandoverEntryKind.FILE, what))
        side, digest = HandoverSide.TAKER, handovers.get(row.id).digest
        handovers.sign(
            SignRequest(uuid.uuid4(), row.id, side, digest, on_paper=True, unprinted=what)
        )

    if not row.taker_signed:
        _write(stage, play)
    HandoverDialog(stage.context, handovers.get(row.id), stage.session.window).open()
    return stage.dialog(HandoverDialog)


@scene("handover-book-end")
def handover_book_end(stage: Stage) -> QWidget:
    """The end of the book."""
    HandoverDialog(stage.context, _handover(stage), stage.session.window).open()
    dialog = stage.dialog(HandoverDialog)
    for area in dialog.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    stage.idle(stage.session)
    return dialog


@scene("handover-move")
def handover_move(stage: Stage) -> QWidget:
    HandoverMoveDialog(stage.context, _handover(stage), stage.session.window).open()
    return stage.dialog(HandoverMoveDialog)


@scene("handover-print")
def handover_print(stage: Stage) -> QWidget:
    HandoverPrintDialog(stage.context, _handover(stage).row, stage.session.window).open()
    stage.dialog(HandoverPrintDialog)
    loop = QEventLoop()  # the pages are drawn a moment after they came
    QTimer.singleShot(150, loop.quit)
    loop.exec()
    return stage.dialog(HandoverPrintDialog)


@scene("handover-call-off")
def handover_call_off(stage: Stage) -> QWidget:
    CallOffDialog(stage.context, _handover(stage), stage.session.window).open()
    return stage.dialog(CallOffDialog)


@scene("handover-paper")
def handover_paper(stage: Stage) -> QWidget:
    PaperDialog(stage.context, _WORDS[stage.language][7], "", stage.session.window).open()
    return stage.dialog(PaperDialog)


@scene("handover-strike")
def handover_strike(stage: Stage) -> QWidget:
    record = _handover(stage)
    entry = next(one for one in record.entries if one.text and not one.struck)
    StrikeDialog(stage.context, record.row.id, entry, stage.session.window).open()
    return stage.dialog(StrikeDialog)
