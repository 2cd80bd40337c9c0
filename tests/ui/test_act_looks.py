# SPDX-License-Identifier: MIT
"""Each act says what it asks for, or is named here as one that everybody may do."""

import pytest

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.roles import may
from groupdesk.ui.act_looks import LOOKS, WRITES, WRITES_IN_GROUP
from groupdesk.words import Words

# What only shows something, keeps a draft, copies, prints, or is about the program itself.
EVERYBODYS = {
    *(act_id for act_id in LOOKS if act_id.startswith("page.")),
    *("group.open", "group.lists", "group.process", "group.leaving", "ladder.edit"),
    *("group.clean_up", "report.exits", "handover.book", "handover.print"),
    *("member.find", "member.filter", "member.columns", "person.open"),
    *("rules.copy", "rules.compare", "rules.announce", "rules.told"),
    *("template.insert", "template.discard", "template.export"),
    *("report.case", "report.group", "audit.verify", "backup.make"),
    *("operator.switch", "operator.lock", "operator.pin"),
    *("workspace.leave_sample", "window.find", "window.full", "app.quit"),
}


def test_an_act_that_is_not_everybodys_names_what_it_asks_for() -> None:
    silent = {act_id for act_id, look in LOOKS.items() if look.needs is None}
    assert silent - EVERYBODYS == set(), "say in LOOKS what it leads to (needs=Action.…)"
    assert EVERYBODYS - silent == set()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_there_are_words_for_what_somebody_may_not_do(language: str) -> None:
    words = Words(language)
    asked = {look.needs for look in LOOKS.values() if look.needs is not None}
    denied = {action for action in asked if not may(OperatorRole.VIEWER, action)}
    missing = {action for action in denied if f"denied_act.{action.value}" not in words}
    assert missing == set()


def test_what_is_written_in_a_group_is_written() -> None:
    assert WRITES_IN_GROUP < WRITES < set(LOOKS)
