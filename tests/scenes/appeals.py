# SPDX-License-Identifier: MIT
"""Objections: the list, one of them, the dialogs around it, and what is said where none is."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.appeal_records import (
    Answer,
    AppealRecord,
    AppealRequest,
    DecisionRequest,
    EntryRequest,
)
from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome, NoticeState
from groupdesk.domain.enums import Channel, OperatorRole, SubjectKind
from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import OperatorRecord, TimelineEntry
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator
from groupdesk.ui.appeal_acts import can_object
from groupdesk.ui.appeal_words import questions_for
from groupdesk.ui.dialogs.appeal_choice_dialog import AppealChoiceDialog
from groupdesk.ui.dialogs.appeal_decision_dialog import AppealDecisionDialog
from groupdesk.ui.dialogs.appeal_dialog import AppealDialog
from groupdesk.ui.dialogs.appeal_entry_dialog import AppealEntryDialog
from groupdesk.ui.dialogs.appeal_letter_dialog import AppealLetterDialog
from groupdesk.ui.dialogs.letter_print_dialog import LetterPrintDialog
from groupdesk.ui.dialogs.member_choice_dialog import MemberChoiceDialog
from groupdesk.ui.dialogs.process_dialog import ProcessDialog
from groupdesk.ui.dialogs.rejoin_dialog import StaysAwayDialog
from groupdesk.ui.pages.requests_page import RequestsPage
from groupdesk.ui.widgets.appeal_list import AppealList
from tests.scenes import Stage, scene

_OF_THE_SAMPLE = 2
"""How many there are already; none of them against what Mei decided."""
_WORDS = {
    "en": (
        "I did post the link, because two members had asked for it. I took it down at once.",
        "Could you send us the messages in which you were asked for the link?",
        "Here they are. Both asked in the group, around nine in the evening.",
        "Two members had indeed asked for the link in public, and it was gone within the hour.",
        "I was on a plane when the notice came.",
        "The second message of that evening is the one to look at.",
        "An",
    ),
    "zh": (
        "链接确实是我发的，不过是因为前一天晚上有两位群友问我要。您提醒以后我马上就撤回了。我在群里三年了，希望能继续留下。",
        "能把群友向您要链接的聊天记录发给我们吗？",
        "都在这里了，两位都是晚上九点左右在群里问的。",
        "确有两位群友公开询问该链接，且链接在一小时内已撤回。",
        "通知发来时我正在飞机上。",
        "请重点看当晚的第二条消息。",
        "安然",
    ),
}


def _write(stage: Stage, work: Callable[[], int]) -> int:
    """Write in the thread that may; return what `work` does."""
    found: list[int] = []
    failed: list[Exception] = []
    stage.context.runner.run(stage.session, work, found.append, failed.append)
    stage.idle(stage.session)
    if failed:
        raise failed[0]
    return found[0]


@contextmanager
def _another(desk: Desk, name: str) -> Iterator[None]:
    """Let somebody else sit at the desk: who decided first cannot decide again."""
    before = desk.ledger.operator
    row = desk.ledger.database.execute_sql(
        "SELECT id FROM operator WHERE name = ?", (name,)
    ).fetchone()
    admin = OperatorRole.ADMIN
    ident = row[0] if row else add_operator(desk.ledger, uuid.uuid4(), name, admin).subject_id
    desk.ledger.operator = OperatorRecord(ident, name, admin)
    try:
        yield
    finally:
        desk.ledger.operator = before


def _decisions(desk: Desk, kind: str) -> list[TimelineEntry]:
    """Return what one can object to and nobody has yet, the newest first."""
    with desk.ledger.reading():
        cases = [
            number
            for (number,) in desk.ledger.database.execute_sql(
                "SELECT id FROM case_file ORDER BY id DESC"
            )
        ]
    found = []
    for number in cases:
        for entry in desk.timeline.of_case(number):
            if entry.kind == kind and can_object(entry):
                target = desk.appeals.target(SubjectKind(kind), entry.id)
                if not (target.refusal or target.open_appeal or target.decided_appeals):
                    found.append(entry)
        if len(found) > 3:
            return found
    return found


def _object(desk: Desk, words: Sequence[str], entry: TimelineEntry, days: int = 1) -> int:
    kind = SubjectKind(entry.kind)
    target = desk.appeals.target(kind, entry.id)
    received = min(
        desk.clock() - timedelta(minutes=1), from_text(target.decided_at) + timedelta(days=days)
    )
    asked = questions_for(target, target.language)
    answers = tuple(
        Answer(question, answer)
        for question, answer in zip(asked, (words[5], "", words[2]), strict=False)
    )
    pictures = desk.evidence.earlier(target.membership_id)[:2]
    return desk.appeals.record(
        AppealRequest(
            uuid.uuid4(),
            kind,
            entry.id,
            to_text(received),
            AppealChannel.PRIVATE,
            words[0],
            answers,
            tuple(EvidenceUse(one.id, one.caption) for one in pictures),
            late_reason=words[4],
        )
    ).subject_id


def _appeals(stage: Stage) -> tuple[AppealRecord, AppealRecord]:
    """Return an open objection with a dialogue, and one that was decided."""
    desk = stage.context.desk
    known = desk.appeal_list.of_target
    rows = [
        row
        for kind in ("removal", "warning")
        for (target,) in desk.ledger.database.execute_sql(
            "SELECT target_id FROM appeal WHERE target_kind = ? ORDER BY id", (kind,)
        )
        for row in known(SubjectKind(kind), target)
        if row.id > _OF_THE_SAMPLE
    ]
    if not rows:
        _write(stage, partial(_play, desk, stage.language))
        return _appeals(stage)
    first, second = rows[0].id, next(row.id for row in rows if row.decided_at)
    return desk.appeals.get(first), desk.appeals.get(second)


def _play(desk: Desk, language: str) -> int:
    """Let three members object; about one of them somebody else decides."""
    words = _WORDS[language]
    removed, warned = _decisions(desk, "removal"), _decisions(desk, "warning")
    first = _object(desk, words, removed[0])
    for kind, text in ((AppealEntryKind.QUESTION, words[1]), (AppealEntryKind.ANSWER, words[2])):
        desk.appeals.add(EntryRequest(uuid.uuid4(), first, kind, text, to_text(desk.clock())))
    second = _object(desk, words, warned[0])
    _object(desk, words, warned[1], days=0)
    _lift(desk, words, second, letter=words[3], letter_language=language)
    moment = to_text(desk.clock())
    return desk.notices.record(
        uuid.uuid4(), SubjectKind.APPEAL, second, NoticeState.SENT, moment, Channel.PRIVATE
    ).subject_id


def _lift(desk: Desk, words: Sequence[str], appeal: int, **more: str) -> int:
    with _another(desk, words[6]):
        request = DecisionRequest(uuid.uuid4(), appeal, AppealOutcome.LIFTED, words[3], **more)  # type: ignore[arg-type]
        return desk.appeals.decide(request).subject_id


def _list(stage: Stage) -> AppealList:
    _appeals(stage)
    page = stage.page("requests")
    assert isinstance(page, RequestsPage)
    page.show_kind(SubjectKind.APPEAL)
    page.reload()
    stage.idle(stage.session)
    front = page.front
    assert isinstance(front, AppealList)
    return front


def _open(stage: Stage, dialog: QDialog) -> QDialog:
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("requests")
def requests(stage: Stage) -> QWidget:
    first, _second = _appeals(stage)
    page = _list(stage)
    page.show_one(first.row.id)
    page._split.back()
    stage.idle(stage.session)
    return stage.session.window


@scene("requests-detail")
def requests_detail(stage: Stage) -> QWidget:
    _first, second = _appeals(stage)
    page = _list(stage)
    page.show_one(second.row.id)
    stage.idle(stage.session)
    return stage.session.window


@scene("requests-empty")
def requests_empty(stage: Stage) -> QWidget:
    session = stage.empty()
    session.workbench.show_page("requests")
    stage.idle(session)
    return session.window


@scene("appeal-record")
def appeal_record(stage: Stage) -> QWidget:
    target = _decisions(stage.context.desk, "removal")[-1]
    known = stage.context.desk.appeals.target(SubjectKind.REMOVAL, target.id)
    dialog = AppealDialog(stage.context, known, stage.session.window)
    dialog.statement.set_text(_WORDS[stage.language][0])
    return _open(stage, dialog)


@scene("appeal-error")
def appeal_error(stage: Stage) -> QWidget:
    target = _decisions(stage.context.desk, "warning")[-1]
    known = stage.context.desk.appeals.target(SubjectKind.WARNING, target.id)
    dialog = AppealDialog(stage.context, known, stage.session.window)
    dialog.statement.set_text(_WORDS[stage.language][0])
    _open(stage, dialog)
    dialog._failed(StorageError("disk_full"))
    return dialog


@scene("appeal-add")
def appeal_add(stage: Stage) -> QWidget:
    first, _second = _appeals(stage)
    dialog = AppealEntryDialog(stage.context, first, stage.session.window)
    dialog.text.set_text(_WORDS[stage.language][1])
    return _open(stage, dialog)


@scene("appeal-decide")
def appeal_decide(stage: Stage) -> QWidget:
    first, _second = _appeals(stage)
    first = replace(first, own_part=None)  # as whoever may decide sees it
    dialog = AppealDecisionDialog(stage.context, first, stage.session.window)
    dialog.outcomes.button(AppealOutcome.LIFTED.value).click()
    dialog.reason.set_text(_WORDS[stage.language][3])
    return _open(stage, dialog)


@scene("appeal-decide-own")
def appeal_decide_own(stage: Stage) -> QWidget:
    first, _second = _appeals(stage)
    dialog = AppealDecisionDialog(stage.context, first, stage.session.window)
    reduced = AppealOutcome.REDUCED
    if reduced in first.outcomes:
        dialog.outcomes.button(reduced.value).click()
    return _open(stage, dialog)


@scene("appeal-letter")
def appeal_letter(stage: Stage) -> QWidget:
    _first, second = _appeals(stage)
    return _open(stage, AppealLetterDialog(stage.context, second, stage.session.window))


@scene("appeal-letter-print")
def appeal_letter_print(stage: Stage) -> QWidget:
    _first, second = _appeals(stage)
    dialog = LetterPrintDialog(stage.context, second.row, stage.session.window)
    _open(stage, dialog)
    loop = QEventLoop()  # the page is drawn a moment after it came
    QTimer.singleShot(150, loop.quit)
    loop.exec()
    return dialog


@scene("appeal-choice")
def appeal_choice(stage: Stage) -> QWidget:
    found = _decisions(stage.context.desk, "warning")
    dialog = AppealChoiceDialog(stage.context, found, "Li Wei", stage.session.window)
    return _open(stage, dialog)


@scene("appeal-who")
def appeal_who(stage: Stage) -> QWidget:
    dialog = MemberChoiceDialog(stage.context, None, stage.session.window, objects=True)
    return _open(stage, dialog)


@scene("group-process")
def group_process(stage: Stage) -> QWidget:
    return _open(stage, ProcessDialog(stage.context, stage.group(), stage.session.window))


@scene("appeal-today")
def appeal_today(stage: Stage) -> QWidget:
    _appeals(stage)
    stage.page("today").reload()
    stage.idle(stage.session)
    return stage.session.window


@scene("rejoin-gives-up")
def rejoin_gives_up(stage: Stage) -> QWidget:
    desk, words = stage.context.desk, _WORDS[stage.language]
    if not desk.rejoins.open():
        gone = next(
            entry
            for entry in reversed(_decisions(desk, "removal"))
            if desk.appeals.target(SubjectKind.REMOVAL, entry.id).carried_out
        )
        _write(stage, lambda: _lift(desk, words, _object(desk, words, gone)))
    task = desk.rejoins.open()[0]
    return _open(stage, StaysAwayDialog(stage.context, task, stage.session.window))
