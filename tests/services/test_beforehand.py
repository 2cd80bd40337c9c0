# SPDX-License-Identifier: MIT
"""What was read before the lock holds only as long as nobody wrote."""

import uuid
from pathlib import Path

from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.services.beforehand import Beforehand
from groupdesk.services.ledger import Entry
from tests.helpers import MovableClock, make_group, make_member, ready_desk


def test_what_somebody_wrote_in_between_is_read_again(tmp_path: Path) -> None:
    desk = ready_desk(tmp_path, MovableClock())
    group = make_group(desk, rules=False)
    read = lambda _now: desk.members.counts(group)["all"]  # noqa: E731  # what is read
    before = Beforehand(desk.ledger, read)
    make_member(desk, group)
    found = []

    def work(entry: Entry) -> None:
        found.append(before.value(entry))
        entry.about(SubjectKind.GROUP, group)

    desk.ledger.run_long(uuid.uuid4(), Action.BACKUP_MAKE, work, before.again)
    assert found == [1]  # and the 0 of before was never used
    desk.close()


def test_under_the_lock_it_is_read_where_nobody_is_given_way(tmp_path: Path) -> None:
    desk = ready_desk(tmp_path, MovableClock())
    group = make_group(desk, rules=False)
    before = Beforehand(desk.ledger, lambda _now: desk.members.counts(group)["all"])
    make_member(desk, group)
    entry = Entry(desk.clock(), desk.operator)
    with desk.ledger.writing():
        assert before.value(entry) == 1
    desk.close()
