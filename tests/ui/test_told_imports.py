# SPDX-License-Identifier: MIT
"""What is said after a list was taken in."""

from dataclasses import replace

import pytest

from groupdesk.domain.review_records import ReviewTouched
from groupdesk.services.desk import Desk
from groupdesk.services.review_imports import ReviewImports
from groupdesk.ui.context import UiContext
from groupdesk.ui.group_acts import tell_imported
from tests.ui.desks import Notices


def test_a_list_that_changed_members_of_a_review_leads_to_it(
    context: UiContext, desk: Desk, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[int] = []
    found = (ReviewTouched(4, "Spring", 2),)
    monkeypatch.setattr(ReviewImports, "touched", lambda _self, snapshot: found[: snapshot == 7])
    context = replace(context, go_to_review=went.append)
    group = desk.groups.all()[0]
    tell_imported(context, group, None, "Compared.", 7)
    assert notices.texts[-1] == "Compared. This concerns 2 members of the review “Spring”."
    notices.action()
    assert went == [4]
    tell_imported(context, group, None, "Compared.", 6)
    assert notices.texts[-1] == "Compared."
