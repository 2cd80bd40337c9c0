# SPDX-License-Identifier: MIT
import hashlib
import json
import os
import time
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Edition, Language
from groupdesk.domain.errors import StorageError
from groupdesk.services.desk import Desk
from groupdesk.services.reports.pages import PdfPages
from tests.helpers import MovableClock, rule_id, warning


def test_a_print_carries_the_head_before_it_and_is_in_the_log(
    desk: Desk, clock: MovableClock, group: int, member: int
) -> None:
    warning(desk, member, rule_id(desk, group), 1, sent_at=clock.text)
    seq, head = desk.ledger.head()
    printed = desk.reports.case_file(1, Edition.HANDOUT, Language.EN)
    assert printed.logged
    assert (printed.seq, printed.head) == (seq, head.hex())
    with PdfPages(printed.pdf) as pages:
        assert f"Log entry {seq}" in pages.text(0)
    (entry,) = desk.audit.rows(AuditFilter(action=Action.REPORT_PRINT))
    assert entry.seq == seq + 1
    said = desk.audit.detail(entry.seq).changes[0][1]
    assert said["sha256"] == hashlib.sha256(printed.pdf).hexdigest()
    assert said["edition"] == "handout"
    assert desk.anchor_file is not None
    anchors = desk.anchor_file.read_text(encoding="utf-8").splitlines()
    assert json.loads(anchors[-1])["seq"] == seq + 1
    assert desk.verifier.run().sound


def test_a_preview_is_not_a_print(desk: Desk, clock: MovableClock, group: int, member: int) -> None:
    warning(desk, member, rule_id(desk, group), 1, sent_at=clock.text)
    before = desk.ledger.head()
    preview = desk.reports.preview_case_file(1, Edition.FILE, Language.ZH)
    assert not preview.logged
    assert desk.ledger.head() == before


@pytest.mark.parametrize("reason", ["read only", "stopped"])
def test_where_nothing_can_be_written_it_prints_and_says_so(
    desk: Desk, clock: MovableClock, group: int, member: int, reason: str
) -> None:
    warning(desk, member, rule_id(desk, group), 1, sent_at=clock.text)
    if reason == "stopped":
        desk.ledger.stopped = "row_changed"
    else:
        desk.ledger.database.read_only = True
    printed = desk.reports.case_file(1, Edition.FILE, Language.EN)
    assert not printed.logged
    with PdfPages(printed.pdf) as pages:
        assert "Not logged: nothing could be written" in pages.text(0)


def test_an_anchor_that_cannot_be_written_is_said_and_does_not_withhold_the_paper(
    desk: Desk, clock: MovableClock, group: int, member: int, tmp_path: Path
) -> None:
    warning(desk, member, rule_id(desk, group), 1, sent_at=clock.text)
    assert desk.anchor_file is not None
    desk.anchor_file.parent.mkdir(exist_ok=True)
    desk.anchor_file.unlink(missing_ok=True)
    desk.anchor_file.mkdir()
    preview = desk.reports.preview_case_file(1, Edition.FILE, Language.EN)
    printed = desk.reports.save(preview, tmp_path / "case.pdf")
    assert (printed.logged, printed.anchored) == (True, False)
    assert (tmp_path / "case.pdf").read_bytes() == printed.pdf


@pytest.mark.skipif(os.name != "posix", reason="pipes are POSIX")
@pytest.mark.parametrize("place", ["folder", "pipe", "missing/case.pdf"])
def test_only_a_file_is_replaced_by_the_paper(
    desk: Desk, clock: MovableClock, group: int, member: int, tmp_path: Path, place: str
) -> None:
    """A device is overwritten where the person may: `--out /dev/null` must not do harm."""
    warning(desk, member, rule_id(desk, group), 1, sent_at=clock.text)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    preview = desk.reports.preview_case_file(1, Edition.FILE, Language.EN)
    before = desk.ledger.head()
    with pytest.raises(StorageError, match="file_not_written"):
        desk.reports.save(preview, tmp_path / place)
    assert desk.ledger.head() == before
    assert not (tmp_path / "pipe").is_file()
    assert not list(tmp_path.glob(".groupdesk-*"))


def test_what_a_killed_print_left_goes_with_the_next_one(
    desk: Desk, clock: MovableClock, group: int, member: int, tmp_path: Path
) -> None:
    warning(desk, member, rule_id(desk, group), 1, sent_at=clock.text)
    left = tmp_path / ".groupdesk-k1lled.pdf"
    left.write_bytes(b"%PDF")
    yesterday = time.time() - 90_000
    os.utime(left, (yesterday, yesterday))
    being_written = tmp_path / ".groupdesk-new.pdf"
    being_written.write_bytes(b"%PDF")
    printed = desk.reports.preview_case_file(1, Edition.FILE, Language.EN)
    desk.reports.save(printed, tmp_path / "case.pdf")
    assert not left.exists()
    assert being_written.exists()


def test_the_log_keeps_the_name_that_the_file_has(
    desk: Desk, clock: MovableClock, group: int, member: int, tmp_path: Path
) -> None:
    warning(desk, member, rule_id(desk, group), 1, sent_at=clock.text)
    preview = desk.reports.preview_case_file(1, Edition.FILE, Language.EN)
    desk.reports.save(preview, tmp_path / "Aurora 个案1.pdf")
    assert desk.audit.rows(AuditFilter(), limit=1)[0].subject == "Aurora 个案1.pdf"
