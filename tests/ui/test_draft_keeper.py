# SPDX-License-Identifier: MIT
"""Drafts while the disk is slow, full or fine: nothing written twice, nothing lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import EvidenceSource, Topic
from groupdesk.domain.errors import StorageError
from groupdesk.services.desk import Desk
from groupdesk.ui import draft_keeper
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper
from tests.ui.desks import Notices, png


class Composer(QObject):
    """Has one field and a keeper, as a composer has."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.text = ""
        self.uses: tuple[EvidenceUse, ...] = ()
        self.left = 0
        self.errors: list[Exception] = []
        self.keeper = DraftKeeper(context, "removal", 1, self.contents, self)
        self.keeper.load()
        self.keeper.begin()

    def contents(self) -> Contents:
        return {"text": self.text}, self.uses

    def leave(self) -> None:
        self.keeper.leave(self._leave, self.errors.append)

    def discard(self) -> None:
        self.keeper.discard("Discarded.", "Undo", self._leave, self.errors.append)

    def _leave(self) -> None:
        self.left += 1


class Slow:
    """Lets a test say when a piece of work is done."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def run(
        self,
        owner: QObject,
        work: Callable[[], object],
        on_success: Callable[..., object],
        on_failure: Callable[[Exception], object],
    ) -> None:
        self.waiting.append(lambda: on_success(work()))

    def finish(self) -> None:
        self.waiting.pop(0)()


def kept(desk: Desk) -> object:
    draft = desk.drafts.load("removal", membership_id=1)
    return None if draft is None else draft.payload["text"]


def full(*_args: object, **_more: object) -> None:
    raise StorageError("disk_full")


def test_leaving_keeps_what_is_new_and_only_that(context: UiContext, desk: Desk) -> None:
    composer = Composer(context)
    composer.leave()
    assert (composer.left, kept(desk)) == (1, None)
    composer.text = "three links"
    composer.leave()
    assert (composer.left, kept(desk)) == (2, "three links")
    seen: list[str] = []
    composer.keeper.kept.connect(seen.append)
    composer.leave()
    assert composer.left == 3
    assert seen == [], "nothing new was written again"


def test_it_is_kept_by_itself_after_a_pause(
    qtbot: QtBot, context: UiContext, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_keeper, "AFTER_MILLISECONDS", 1)
    composer = Composer(context)
    topics: list[frozenset[Topic]] = []
    context.events.changed.connect(topics.append)
    composer.text = "three links"
    with qtbot.waitSignal(composer.keeper.kept) as signal:
        composer.keeper.touch()
    assert signal.args == ["2026-11-21T07:42:00.000Z"]
    assert kept(desk) == "three links"
    assert topics == [], "the pages are behind the composer, and loading them holds the window"
    composer.leave()
    assert topics == [frozenset({Topic.DRAFTS})]


def test_a_disk_that_is_full_while_one_writes_interrupts_nobody(
    context: UiContext, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    composer = Composer(context)
    composer.text = "three links"
    with monkeypatch.context() as patched:
        patched.setattr(desk.drafts, "save", full)
        composer.keeper._keep_quietly()
        composer.leave()
        assert composer.left == 0
        assert [error.code for error in composer.errors] == ["disk_full"]  # type: ignore[attr-defined]
    composer.leave()
    assert (composer.left, kept(desk)) == (1, "three links")


def test_an_act_waits_for_the_draft_that_is_being_written(context: UiContext, desk: Desk) -> None:
    composer = Composer(context)
    slow = Slow()
    object.__setattr__(context, "runner", slow)
    composer.text = "three links"
    composer.keeper._keep_quietly()
    ids: list[int | None] = []
    composer.keeper.settle(lambda: ids.append(composer.keeper.draft_id))
    assert ids == [], "the draft has no number yet, and the act could not drop it"
    slow.finish()
    draft = desk.drafts.load("removal", membership_id=1)
    assert draft is not None
    assert ids == [draft.id]


def test_what_was_typed_while_it_was_written_is_kept_on_leaving(
    context: UiContext, desk: Desk
) -> None:
    composer = Composer(context)
    slow = Slow()
    object.__setattr__(context, "runner", slow)
    composer.text = "three"
    composer.keeper._keep_quietly()
    composer.text = "three links"
    composer.leave()
    slow.finish()
    assert composer.left == 0
    slow.finish()
    assert (composer.left, kept(desk)) == (1, "three links")


def test_undo_brings_text_and_screenshots_back(
    context: UiContext, desk: Desk, notices: Notices
) -> None:
    picture = desk.evidence.take_bytes(png(), "chat.png", EvidenceSource.PASTE)
    composer = Composer(context)
    composer.text = "three links"
    composer.uses = (EvidenceUse(picture.id, "the first one"),)
    composer.leave()
    composer.discard()
    assert kept(desk) is None
    assert notices.texts == ["Discarded."]
    notices.action()
    draft = desk.drafts.load("removal", membership_id=1)
    assert draft is not None
    assert [(e.id, e.caption) for e in draft.evidence] == [(picture.id, "the first one")]


def test_nothing_discarded_offers_no_undo(context: UiContext, desk: Desk, notices: Notices) -> None:
    composer = Composer(context)
    composer.discard()
    assert composer.left == 1
    assert notices.texts == []
