# SPDX-License-Identifier: MIT
"""What each role may do."""

import pytest

from groupdesk.domain.enums import Action, OperatorRole
from groupdesk.domain.roles import may, of_archived

RANKS = [OperatorRole.VIEWER, OperatorRole.MODERATOR, OperatorRole.ADMIN, OperatorRole.OWNER]


@pytest.mark.parametrize("action", Action)
def test_a_higher_role_may_all_that_a_lower_one_may(action: Action) -> None:
    allowed = [may(role, action) for role in RANKS]
    assert allowed == sorted(allowed)
    assert allowed[-1]


def test_a_viewer_changes_no_member() -> None:
    viewer = {action for action in Action if may(OperatorRole.VIEWER, action)}
    assert viewer == {
        Action.WORKSPACE_MIGRATE,
        Action.WORKSPACE_RESTORE,
        Action.REPORT_PRINT,
        Action.EVIDENCE_VIEW,
        Action.EVIDENCE_COPY,
        Action.EVIDENCE_SAVE_COPY,
        Action.OPERATOR_PIN,
        Action.OPERATOR_SIGN_IN,
        Action.OPERATOR_REFUSED,
        Action.OPERATOR_RECOVER,
        Action.OPERATOR_RECOVER_SEEN,
        Action.REMOVAL_LAPSE,
        Action.BACKUP_MAKE,
        Action.WARNING_LAPSE,
        Action.DENIED,
    }


def test_a_moderator_neither_lifts_decisions_nor_publishes_rules() -> None:
    for action in (Action.REVERSAL_RECORD, Action.RULES_PUBLISH, Action.GROUP_CREATE):
        assert not may(OperatorRole.MODERATOR, action)
    assert may(OperatorRole.MODERATOR, Action.REMOVAL_DECIDE)


def test_an_archived_group_can_be_printed_copied_exported_and_restored() -> None:
    assert {action for action in Action if of_archived(action)} == {
        Action.GROUP_ARCHIVE,
        Action.GROUP_RESTORE,
        Action.REPORT_PRINT,
        Action.EVIDENCE_VIEW,
        Action.EVIDENCE_COPY,
        Action.EVIDENCE_SAVE_COPY,
        Action.MEMBER_EXPORT,
        Action.EXIT_SAVE,
        Action.EXIT_NUMBERS,
    }
