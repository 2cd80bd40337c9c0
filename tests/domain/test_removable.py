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


def test_an_ordinary_member_can_be_removed() -> None:
    assert why_not_removable(DETAIL) == ""


@pytest.mark.parametrize(
    ("detail", "code"),
    [
        (DETAIL._replace(row=ROW._replace(state=MembershipState.LEFT)), "member_not_active"),
        (DETAIL._replace(fields=replace(DETAIL.fields, protected=True)), "person_protected"),
        (DETAIL._replace(row=ROW._replace(role=MemberRole.OWNER)), "group_owner"),
        (DETAIL._replace(removal_pending=7), "removal_pending"),
    ],
)
def test_who_cannot_be_removed_is_said_in_both_languages(detail: MemberDetail, code: str) -> None:
    assert why_not_removable(detail) == code
    for language in ("en", "zh"):
        assert "李伟" in Words(language)(f"error.{code}", name="李伟")
