# SPDX-License-Identifier: MIT
"""Today tells those who share the work of open cases that nobody looks after."""

from uuid import uuid4

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator
from groupdesk.ui.pages.cases_page import CasesPage
from groupdesk.ui.pages.today_page import TodayPage
from groupdesk.ui.session import Session
from tests.ui.acting import page, send_warning


def test_it_is_there_where_two_can_work_and_leads_to_the_cases(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    send_warning(desk, detail)
    today = page(session, "today", TodayPage)
    assert today._nobodys.isHidden(), "who works alone knows"
    add_operator(desk.ledger, uuid4(), "Arun", OperatorRole.MODERATOR)
    today.reload()
    assert today._nobodys.isVisible()
    today._nobodys.link.click()
    cases = session.workbench.page
    assert isinstance(cases, CasesPage)
    assert cases.model.rowCount() == 1
    assert cases.which().group_id is None, "of all groups"
    session.context.acts.trigger("case.claim")
    page(session, "today", TodayPage)
    assert today._nobodys.isHidden()
