# SPDX-License-Identifier: MIT
"""The head of the members page."""

from groupdesk.domain.records import MemberDetail
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.member_head import MemberHead


def test_rules_are_published_on_the_day_it_was_here(
    context: UiContext, detail: MemberDetail
) -> None:
    head = MemberHead(context)
    head.show_group(detail.group._replace(rules_published_at="2026-11-19T16:30:00.000Z"))
    assert "published 20 Nov" in head._subtitle.text(), "it was half past midnight"
    head.deleteLater()
