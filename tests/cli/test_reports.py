# SPDX-License-Identifier: MIT
import json
from datetime import date, datetime, timedelta
from pathlib import Path

from groupdesk.app import build
from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action
from groupdesk.services.reports.pages import PdfPages
from tests.cli.conftest import Call


def text_of(path: Path) -> str:
    with PdfPages(path.read_bytes()) as pages:
        return "\n".join(pages.text(index) for index in range(len(pages)))


def case_of(folder: Path, member: str) -> int:
    desk = build(folder)
    try:
        return next(row.number for row in desk.cases.rows() if row.member_name == member)
    finally:
        desk.close()


def test_the_file_copy_of_a_removal_tells_all(call: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "case.pdf"
    number = case_of(sample, "Viktor Horvat")
    told = call("report", "case", number, "--workspace", sample, "--out", out)
    assert told.code == 0
    text = text_of(out)
    assert "Removal of Viktor Horvat" in text
    assert "she is fine and wants to stay" in text
    assert "breach number 4" in text
    assert "Agreed: Will not comment on persons any more." in text
    assert out.read_bytes().startswith(b"%PDF")
    desk = build(sample)
    try:
        printed = desk.audit.rows(AuditFilter(action=Action.REPORT_PRINT))
        assert [row.subject for row in printed] == ["case.pdf"], "as the file is called"
        assert desk.verifier.run().sound
    finally:
        desk.close()


def test_the_handout_keeps_what_is_internal_and_masks_the_others(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "case.pdf"
    number = case_of(sample, "Viktor Horvat")
    command = ("report", "case", number, "--handout", "--workspace", sample, "--out", out)
    assert call(*command).code == 0
    text = text_of(out)
    assert "Removal of Viktor Horvat" in text
    assert "she is fine" not in text
    assert "Mei" in text  # who decided is no secret


def test_a_handout_with_a_screenshot_that_is_not_redacted_warns(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    bare = case_of(sample, "Viktor Horvat")
    command = ("report", "case", bare, "--workspace", sample, "--out", tmp_path / "case.pdf")
    handout = call(*command, "--handout", "--json")
    assert "no redacted copy" in handout.complaints
    told = json.loads(handout.out)
    assert (told["edition"], told["unredacted"] > 0) == ("handout", True)
    internal = call(*command)
    assert internal.complaints == ""
    assert "Printed to" in internal.out


def test_a_group_audit_counts_what_was_done(call: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "audit.pdf"
    today = date.today()  # noqa: DTZ011  # the desk's own day
    period = ("--from", today - timedelta(days=365), "--to", today)
    told = call(
        "report", "group", "极光客户交流群", *period, "--workspace", sample, "--out", out,
        lang="zh_CN.UTF-8",
    )  # fmt: skip
    assert told.code == 0
    text = text_of(out)
    assert "冯雪" in text
    assert "公众号确有价格调整预告" in text  # the lifted warning, with its reason


def test_a_period_that_ends_before_it_begins_is_refused(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "audit.pdf"
    period = ("--from", "2026-02-01", "--to", "2026-01-01")
    told = call("report", "group", "Aurora customers", *period, "--workspace", sample, "--out", out)
    assert told.code == 1
    assert "ends before it begins" in told.complaints
    assert not out.exists()


def test_paper_that_cannot_be_written_is_not_logged(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    before = json.loads(call("verify", "--workspace", sample, "--json").out)["entries"]
    out = tmp_path / "no such folder" / "case.pdf"
    told = call("report", "case", 1, "--workspace", sample, "--out", out)
    assert told.code == 1
    assert "could not be written" in told.complaints
    after = json.loads(call("verify", "--workspace", sample, "--json").out)["entries"]
    assert after == before


def test_why_people_left_is_printed_for_a_group_or_for_all(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    until = datetime.now().astimezone().date()
    days = ("--from", f"{until - timedelta(days=360)}", "--to", f"{until}")
    command = ("report", "exits", *days, "--workspace", sample, "--language", "en", "--out")
    assert call(*command, tmp_path / "all.pdf").code == 0
    one = call(*command, tmp_path / "one.pdf", "--group", "Aurora customers")
    assert one.code == 0
    assert "Aurora customers" in text_of(tmp_path / "one.pdf")
    assert "New job or new tasks" in text_of(tmp_path / "all.pdf")
    unknown = call(*command, tmp_path / "no.pdf", "--group", "Aurora customer")
    assert unknown.code == 1
