# SPDX-License-Identifier: MIT
"""Jobs whose machinery comes with the first one."""

from typing import Any

from PySide6.QtCore import QObject

from groupdesk.services.desk import Desk
from groupdesk.ui.jobs import ImmediateJobs, Jobs
from groupdesk.ui.late_jobs import LateJobs


def test_the_first_job_makes_them_once(desk: Desk) -> None:
    made: list[Jobs] = []

    def make() -> Jobs:
        made.append(ImmediateJobs(desk))
        return made[-1]

    late = LateJobs(make)
    late.stop()
    assert made == []
    verdicts: list[Any] = []
    for _time in (1, 2):
        late.run(QObject(), "verify", {}, lambda *_: None, verdicts.append, verdicts.append)
    assert len(made) == 1
    assert [verdict.entries for verdict in verdicts] == [desk.ledger.head()[0]] * 2
