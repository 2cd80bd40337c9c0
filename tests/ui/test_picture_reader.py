# SPDX-License-Identifier: MIT
"""New screenshots are read beside the window: where wanted, said while it lasts, in portions."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import StorageError, WorkStoppedError
from groupdesk.domain.machine_text import ReadingState
from groupdesk.domain.records import MemberDetail
from groupdesk.services import evidence_text
from groupdesk.services.evidence_text import AT_ONCE
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import ImmediateJobs
from groupdesk.ui.picture_reader import PictureReader
from groupdesk.ui.widgets.status_line import StatusLine
from groupdesk.workers import ocr_client
from tests.helpers import screenshot, talk

MORE = AT_ONCE + 2


class Status(StatusLine):
    """Remembers what was said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def show_work(self, text: str) -> None:
        self.said.append(text)
        super().show_work(text)


@pytest.fixture
def status(qtbot: QtBot) -> Status:
    made = Status()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def reader(context: UiContext, status: Status, monkeypatch: pytest.MonkeyPatch) -> PictureReader:
    monkeypatch.setattr(evidence_text, "engine", lambda: "reader 1")
    monkeypatch.setattr(ocr_client, "_MODULE", "tests.workers.bad_readers")
    with_jobs = replace(context, jobs=ImmediateJobs(context.desk))
    return PictureReader(with_jobs, status, context.events)


def use(context: UiContext, detail: MemberDetail, count: int) -> None:
    """Record a talk that so many screenshots belong to."""
    uses = tuple(EvidenceUse(screenshot(context.desk, shade).id) for shade in range(count))
    talk(context.desk, detail.row.id, evidence=uses)


def test_what_waits_is_read_in_portions_and_said(
    context: UiContext, detail: MemberDetail, status: Status, reader: PictureReader
) -> None:
    use(context, detail, MORE)
    heard: list[frozenset[Topic]] = []
    context.events.changed.connect(heard.append)
    reader.begin()
    assert context.desk.evidence_texts.state() == ReadingState(MORE, MORE, 0)
    assert status.said[0] == f"Reading the text in screenshots: 0 of {MORE}"
    assert f"Reading the text in screenshots: {AT_ONCE + 1} of {MORE}" in status.said
    assert status.work_text == ""
    assert heard == [frozenset({Topic.EVIDENCE})] * 2


def test_an_act_is_followed_by_reading_and_a_switch_by_none(
    context: UiContext,
    detail: MemberDetail,
    status: Status,
    reader: PictureReader,
    qtbot: QtBot,
) -> None:
    context.settings.values.read_pictures = False
    use(context, detail, 1)
    reader.begin()
    context.events.publish({Topic.CASES})
    assert not reader._timer.isActive()
    assert context.desk.evidence_texts.state() == ReadingState(0, 1, 0)
    context.settings.values.read_pictures = True
    context.events.publish({Topic.EVIDENCE})
    assert reader._timer.isActive(), "a moment later, not in the act's way"
    reader._timer.timeout.emit()
    assert context.desk.evidence_texts.state() == ReadingState(1, 1, 0)


@pytest.mark.parametrize("error", [WorkStoppedError("work_stopped"), StorageError("disk_full")])
def test_a_failure_stays_quiet_until_the_next_act(
    context: UiContext,
    detail: MemberDetail,
    status: Status,
    reader: PictureReader,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    use(context, detail, 1)

    def fail(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(context.desk.evidence_texts, "store", fail)
        reader.begin()
    assert status.work_text == ""
    reader.look()
    assert context.desk.evidence_texts.state() == ReadingState(1, 1, 0)


def test_without_the_extra_nothing_is_begun(
    context: UiContext,
    detail: MemberDetail,
    status: Status,
    reader: PictureReader,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(evidence_text, "engine", lambda: "")
    use(context, detail, 1)
    reader.begin()
    context.events.publish({Topic.EVIDENCE})
    assert not reader._timer.isActive()
    assert {*status.said} <= {""}
