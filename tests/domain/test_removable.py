# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest

from groupdesk.domain.enums import Language, MemberRole, MembershipState, Platform
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.records import GroupRecord, MemberDetail, MemberFields, MemberRow
from groupdesk.domain.removable import why_not_removable
from groupdesk.words import Words

ROW = MemberRow(
    1, 1, 1, "李伟", "", MemberRole.MEMBER, False, MembershipState.ACTIVE, 0, "", "", 0, 0
)
GROUP = GroupRecord(
    1, "Aurora", Platform.WECOM, Language.EN, "", "", None, "", DEFAULT_LADDER, 1, 0, "", None
)
DETAIL = MemberDetail(ROW, GROUP, MemberFields("李伟"), "", "", "", "", None, (), 0, 1, (), 0)


WITHDRAWN, REMOVED, LEFT = (
    DETAIL._replace(row=ROW._replace(state=state))
    for state in (MembershipState.WITHDRAWN, MembershipState.REMOVED, MembershipState.LEFT)
)


def test_an_ordinary_member_can_be_removed() -> None:
    assert why_not_removable(DETAIL) == ""


@pytest.mark.parametrize("detail", [REMOVED, LEFT])
def test_who_is_gone_without_a_removal_can_have_one_for_the_record(detail: MemberDetail) -> None:
    owner = detail.row._replace(role=MemberRole.OWNER)
    assert why_not_removable(detail._replace(row=owner)) == ""


@pytest.mark.parametrize(
    ("detail", "code"),
    [
        (WITHDRAWN, "member_not_active"),
        (REMOVED._replace(removal_in_force=True), "member_not_active"),
        (LEFT._replace(removal_in_force=True), "removal_holds"),
        (DETAIL._replace(removal_waiting=7), "removal_waiting"),
        (DETAIL._replace(fields=replace(DETAIL.fields, protected=True)), "person_protected"),
        (DETAIL._replace(row=ROW._replace(role=MemberRole.OWNER)), "group_owner"),
        (DETAIL._replace(removal_pending=7), "removal_pending"),
    ],
)
def test_who_cannot_be_removed_is_said_in_both_languages(detail: MemberDetail, code: str) -> None:
    assert why_not_removable(detail) == code
    for language in ("en", "zh"):
        assert "李伟" in Words(language)(f"error.{code}", name="李伟")
