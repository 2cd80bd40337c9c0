# SPDX-License-Identifier: MIT
"""Who wants to come back: the list, one of them, and the dialogs around it."""

import uuid
from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.leaving_enums import RejoinEntryKind, RejoinState
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.rejoin_records import Newcomer, RejoinAnswer, RejoinFilter, RejoinRequestInput
from groupdesk.ui.dialogs.letter_dialog import LetterDialog
from groupdesk.ui.dialogs.rejoin_answer_dialog import RejoinAnswerDialog
from groupdesk.ui.dialogs.rejoin_note_dialog import RejoinNoteDialog
from groupdesk.ui.dialogs.rejoin_request_dialog import RejoinRequestDialog
from groupdesk.ui.dialogs.rejoin_trial_dialog import RejoinTrialDialog
from groupdesk.ui.rejoin_acts import letter_of
from tests.scenes import Stage, scene

_WORDS = {
    "en": (
        "I have read the rules again and will not post offers any more. May I come back?",
        "Chen Yu",
        "A month to let things cool down.",
        "We are sorry, it is still too early.",
    ),
    "zh": (
        "群规我重新看过了，以后不会再发广告。可以让我回群吗？",
        "陈雨",
        "先冷静一个月，再一起看看。",
        "很抱歉，目前还稍早了一些。",
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


def _ask(stage: Stage, group_id: int, who: int | Newcomer) -> int:
    desk, words = stage.context.desk, _WORDS[stage.language]
    request = RejoinRequestInput(
        operation=uuid.uuid4(),
        group_id=group_id,
        asked_at=to_text(desk.clock()),
        channel=AppealChannel.PRIVATE,
        person_id=who if isinstance(who, int) else 0,
        newcomer=None if isinstance(who, int) else who,
        reason=words[0],
    )
    return _write(stage, lambda: desk.leaving.rejoin_requests.record(request).subject_id)


def _answer(stage: Stage, ident: int, kind: RejoinEntryKind, **more: object) -> None:
    desk = stage.context.desk
    request = RejoinAnswer(uuid.uuid4(), ident, kind, **more)  # type: ignore[arg-type]
    _write(stage, lambda: desk.leaving.rejoin_requests.answer(request).subject_id)


def _removed(stage: Stage) -> tuple[int, int]:
    """Return group and person of somebody whose removal holds."""
    desk = stage.context.desk
    for ident in desk.members.ids(MemberFilter(None, "former")):
        row = desk.members.row(ident)
        known = desk.leaving.rejoin_requests.known(row.group_id, row.person_id)
        group = desk.groups.get(row.group_id)
        if known.held and not group.archived_at:
            return row.group_id, row.person_id
    raise AssertionError("nobody of the sample is removed")


def _asked(stage: Stage) -> int:
    """Return a request of somebody whose removal holds, which waits for its answer."""
    desk = stage.context.desk
    for row in desk.leaving.rejoin_list.rows(RejoinFilter()):
        if row.state is RejoinState.OPEN and row.membership_id:
            return row.id
    return _ask(stage, *_removed(stage))


def _on_trial(stage: Stage) -> int:
    desk = stage.context.desk
    for row in desk.leaving.rejoin_list.rows(RejoinFilter()):
        if row.state is RejoinState.ON_TRIAL:
            return row.id
    ident = _ask(stage, stage.group().id, Newcomer(_WORDS[stage.language][1]))
    _answer(stage, ident, RejoinEntryKind.APPROVED, trial_days=30)
    requests = desk.leaving.rejoin_requests
    _write(stage, lambda: requests.take_in(uuid.uuid4(), ident).subject_id)
    return ident


def _open(stage: Stage, dialog: QDialog) -> QWidget:
    dialog.open()
    stage.idle(stage.session)
    return dialog


def _page(stage: Stage, ident: int) -> QWidget:
    stage.page("requests")
    stage.context.go_to_request(SubjectKind.REJOIN, ident)
    stage.idle(stage.session)
    return stage.session.window


@scene("rejoins")
def rejoins(stage: Stage) -> QWidget:
    _on_trial(stage)
    return _page(stage, _asked(stage))


@scene("rejoins-trial")
def rejoins_trial(stage: Stage) -> QWidget:
    return _page(stage, _on_trial(stage))


@scene("rejoin-request")
def rejoin_request(stage: Stage) -> QWidget:
    group, person = _removed(stage)
    dialog = RejoinRequestDialog(
        stage.context,
        stage.context.desk.groups.all(),
        stage.session.window,
        group_id=group,
        person_id=person,
    )
    dialog.reason.set_text(_WORDS[stage.language][0])
    return _open(stage, dialog)


@scene("rejoin-request-who")
def rejoin_request_who(stage: Stage) -> QWidget:
    groups = stage.context.desk.groups.all()
    dialog = RejoinRequestDialog(stage.context, groups, stage.session.window)
    person = stage.context.desk.persons.get(_removed(stage)[1])
    dialog.name.setText(person.name[:1])
    dialog.name.textEdited.emit(dialog.name.text())
    dialog.look_up()
    return _open(stage, dialog)


@scene("rejoin-answer")
def rejoin_answer(stage: Stage) -> QWidget:
    record = stage.context.desk.leaving.rejoin_requests.get(_asked(stage))
    return _open(stage, RejoinAnswerDialog(stage.context, record, stage.session.window))


@scene("rejoin-answer-later")
def rejoin_answer_later(stage: Stage) -> QWidget:
    record = stage.context.desk.leaving.rejoin_requests.get(_asked(stage))
    dialog = RejoinAnswerDialog(stage.context, record, stage.session.window)
    dialog.answers.button(RejoinEntryKind.LATER.value).click()
    dialog.reason.set_text(_WORDS[stage.language][2])
    return _open(stage, dialog)


@scene("rejoin-trial")
def rejoin_trial(stage: Stage) -> QWidget:
    record = stage.context.desk.leaving.rejoin_requests.get(_on_trial(stage))
    return _open(stage, RejoinTrialDialog(stage.context, record, stage.session.window))


@scene("rejoin-note")
def rejoin_note(stage: Stage) -> QWidget:
    row = stage.context.desk.leaving.rejoin_requests.get(_asked(stage)).row
    return _open(stage, RejoinNoteDialog(stage.context, row, stage.session.window))


@scene("rejoin-letter")
def rejoin_letter(stage: Stage) -> QWidget:
    ident = _ask(stage, stage.group().id, Newcomer("Zoe"))
    letter = {"letter": _WORDS[stage.language][3], "letter_language": stage.language}
    _answer(stage, ident, RejoinEntryKind.DECLINED, text="…", **letter)
    record = stage.context.desk.leaving.rejoin_requests.get(ident)
    return _open(stage, LetterDialog(stage.context, letter_of(record), stage.session.window))
