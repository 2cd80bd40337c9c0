# SPDX-License-Identifier: MIT
"""New screenshots are read beside the window: where wanted, said while it lasts, in portions."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import EvidenceSource, Topic
from groupdesk.domain.errors import StorageError, WorkStoppedError
from groupdesk.domain.machine_text import ReadingState
from groupdesk.domain.records import EvidenceRecord, MemberDetail, MemberFilter
from groupdesk.services import evidence_text
from groupdesk.services.evidence_text import AT_ONCE
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import ChildJobs, ImmediateJobs
from groupdesk.ui.picture_reader import PictureReader
from groupdesk.ui.widgets.status_line import StatusLine
from groupdesk.workers import ocr_client
from tests.helpers import screenshot, talk
from tests.workers.test_ocr_client import chat

MORE = AT_ONCE + 2


class Status(StatusLine):
    """Remembers what was said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def show_work(self, text: str) -> None:
        self.said.append(text)
        super().show_work(text)


with_extra = pytest.mark.skipif(not ocr_client.engine(), reason="the extra `ocr` is not installed")


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


def _taken(context: UiContext, path: Path) -> EvidenceRecord:
    return context.desk.evidence.take_files([path], EvidenceSource.FILE).kept[0]


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


@with_extra
def test_what_was_being_read_when_the_window_closed_is_read_another_time(
    context: UiContext, detail: MemberDetail, status: Status, qtbot: QtBot, tmp_path: Path
) -> None:
    tall, short = (_taken(context, chat(tmp_path / f"{n}.png", n)) for n in (12, 1))
    talk(context.desk, detail.row.id, evidence=(EvidenceUse(tall.id), EvidenceUse(short.id)))
    jobs = ChildJobs(context.desk.workspace.folder, anchor_folder=tmp_path)
    reader = PictureReader(replace(context, jobs=jobs), status, context.events)
    reader.begin()
    half = "Reading the text in screenshots: 1 of 2"
    qtbot.waitUntil(lambda: status.work_text == half)
    jobs.stop()
    delete(jobs)
    assert context.desk.evidence_texts.state() == ReadingState(0, 2, 0)


@with_extra
def test_what_is_read_is_found(
    context: UiContext, detail: MemberDetail, status: Status, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = _taken(context, chat(tmp_path / "chat.png"))
    talk(context.desk, detail.row.id, evidence=(EvidenceUse(picture.id),))
    jobs = ChildJobs(context.desk.workspace.folder, anchor_folder=tmp_path)
    reader = PictureReader(replace(context, jobs=jobs), status, context.events)
    reader.begin()
    texts = context.desk.evidence_texts
    qtbot.waitUntil(lambda: texts.state().read == 1)
    for words in ("dealer_8812", "第三次发广告", "低价出售"):
        assert len(context.desk.members.ids(MemberFilter(text=words))) == 1
    jobs.stop()
    delete(jobs)
