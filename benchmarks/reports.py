# SPDX-License-Identifier: MIT
"""Reports: a case file with three screenshots, a group audit with many acts."""

import json
import resource
import subprocess
import sys
import uuid
from datetime import date, timedelta
from pathlib import Path

from benchmarks.figure import Figure, median, seconds
from benchmarks.ground import Ground
from groupdesk.app import build
from groupdesk.domain.act_records import (
    EvidenceUse,
    RemovalRequest,
    TalkRequest,
    WarningRequest,
)
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import (
    Channel,
    Edition,
    EvidenceSource,
    Language,
    Term,
)
from groupdesk.domain.enums import (
    Ground as RemovalGround,
)
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from groupdesk.services.sample.screenshots import ChatLine, draw_chat

SIZE = 1_000
_MB = 1_000_000


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure a case file, and a group audit with `size` acts in a process of its own."""
    desk = ground.empty("case-file")
    number = _case_with_pictures(desk)

    def case_file() -> None:
        desk.reports.preview_case_file(number, Edition.FILE, Language.ZH)

    found = [Figure("case file with three screenshots", median(case_file), "s", limit=0.5)]
    crowd = ground.empty(f"acts-{size}")
    _many_acts(crowd, size)
    crowd.close()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reports", str(crowd.workspace.folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    found.append(Figure(f"group audit with {size:,} acts", told["seconds"], "s", limit=2))
    found.append(Figure("memory of that audit, peak", told["peak"], "MB", limit=500))
    return found


def _case_with_pictures(desk: Desk) -> int:
    member = desk.members.add(uuid.uuid4(), 1, MemberFields("李伟", external_id="wm1")).subject_id
    pictures = []
    for number in range(3):
        lines = [ChatLine("李伟", f"第 {number + 1} 条推广链接 shop.example/{number}" * 3)] * 6
        png = draw_chat("客户群（486）", lines, f"21:1{number}", desktop=False)
        kept = desk.evidence.take_bytes(png, f"{number}.png", EvidenceSource.PASTE)
        pictures.append(EvidenceUse(kept.id, f"图 {number + 1}"))
    book = desk.rules.current(1)
    assert book is not None
    rule = next(rule for rule in book.rules if rule.code == "R4")
    request = RemovalRequest(
        uuid.uuid4(),
        member,
        RemovalGround.BREACH,
        rule.id,
        "连续发布他人信息，多次沟通无效。" * 5,
        Term.FOR_GOOD,
        tuple(pictures),
        notice="您好，感谢您的支持。" * 10,
    )
    removal = desk.removals.decide(request).subject_id
    return desk.removals.get(removal).case_number


def _many_acts(desk: Desk, size: int) -> None:
    book = desk.rules.current(1)
    assert book is not None
    members = [
        desk.members.add(uuid.uuid4(), 1, MemberFields(f"成员 {number}")).subject_id
        for number in range(max(1, size // 20))
    ]
    now = to_text(desk.clock())
    for number in range(size):
        member = members[number % len(members)]
        rule = book.rules[number % len(book.rules)].id
        if number % 3:
            desk.warnings.record_sent(
                WarningRequest(
                    uuid.uuid4(), member, rule, 1 + number % 4, Channel.PRIVATE, Language.ZH,
                    "您好，请留意群规。",
                ),
                now,
            )  # fmt: skip
        else:
            talk = TalkRequest(uuid.uuid4(), member, now, Channel.PHONE, problem="x", rule_id=rule)
            desk.talks.record(talk)


def _audit_in_child(folder: str) -> None:
    desk = build(Path(folder), anchor_folder=Path(folder))
    until = date.today()  # noqa: DTZ011  # the local day
    since = until - timedelta(days=300)

    def audit() -> None:
        desk.reports.preview_group_audit(1, since, until, Language.ZH)

    taken = seconds(audit)
    peak = _peak() / _MB
    desk.close()
    print(json.dumps({"seconds": taken, "peak": peak}))


def _peak() -> float:
    """Return the largest memory this process ever had, in bytes.

    Linux tells it of this program alone; what getrusage says starts with the parent's peak.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024.0


if __name__ == "__main__":
    _audit_in_child(sys.argv[1])
