# SPDX-License-Identifier: MIT
"""Which role an act asks for, and what may still be done about an archived group."""

from groupdesk.domain.enums import Action, OperatorRole

_RANK = {
    OperatorRole.VIEWER: 0,
    OperatorRole.MODERATOR: 1,
    OperatorRole.ADMIN: 2,
    OperatorRole.OWNER: 3,
}
_NEEDED = {
    Action.WORKSPACE_CREATE: OperatorRole.OWNER,
    Action.WORKSPACE_MIGRATE: OperatorRole.VIEWER,  # done by the program before anybody works
    Action.WORKSPACE_RESTORE: OperatorRole.VIEWER,  # as making one: it overwrites nothing
    Action.OPERATOR_CREATE: OperatorRole.OWNER,
    Action.OPERATOR_EDIT: OperatorRole.OWNER,
    Action.OPERATOR_PIN: OperatorRole.VIEWER,  # one's own; that of others asks for the owner
    Action.OPERATOR_SIGN_IN: OperatorRole.VIEWER,
    Action.OPERATOR_REFUSED: OperatorRole.VIEWER,
    Action.OPERATOR_RECOVER: OperatorRole.VIEWER,  # nobody's: done at the computer, by its owner
    Action.OPERATOR_RECOVER_SEEN: OperatorRole.VIEWER,
    Action.GROUP_CREATE: OperatorRole.ADMIN,
    Action.GROUP_EDIT: OperatorRole.ADMIN,
    Action.GROUP_PROCESS: OperatorRole.ADMIN,
    Action.GROUP_LEAVING: OperatorRole.ADMIN,
    Action.GROUP_ARCHIVE: OperatorRole.ADMIN,
    Action.GROUP_RESTORE: OperatorRole.ADMIN,
    Action.RULES_PUBLISH: OperatorRole.ADMIN,
    Action.LADDER_PUBLISH: OperatorRole.ADMIN,
    Action.TEMPLATE_SAVE: OperatorRole.ADMIN,
    Action.TEMPLATE_RESET: OperatorRole.ADMIN,
    Action.TEMPLATE_HIDE: OperatorRole.ADMIN,
    Action.TEMPLATE_IMPORT: OperatorRole.ADMIN,
    Action.WARNING_LAPSE: OperatorRole.VIEWER,  # written down by the program, whoever is there
    Action.WARNING_PARDON: OperatorRole.ADMIN,
    Action.REMOVAL_APPROVE: OperatorRole.ADMIN,
    Action.REMOVAL_DECLINE: OperatorRole.ADMIN,
    Action.REMOVAL_LAPSE: OperatorRole.VIEWER,  # written down by the program
    Action.APPEAL_DECIDE: OperatorRole.ADMIN,
    Action.REVERSAL_RECORD: OperatorRole.ADMIN,
    Action.BLOCK_LIFT: OperatorRole.ADMIN,
    Action.REJOIN_CONFIRM: OperatorRole.ADMIN,
    Action.REPORT_PRINT: OperatorRole.VIEWER,
    Action.EVIDENCE_VIEW: OperatorRole.VIEWER,
    Action.EVIDENCE_COPY: OperatorRole.VIEWER,
    Action.EVIDENCE_SAVE_COPY: OperatorRole.VIEWER,
    Action.BACKUP_MAKE: OperatorRole.VIEWER,
    Action.DENIED: OperatorRole.VIEWER,
}
# Archiving says by itself when it was done before; copies and prints change nothing in the group.
_OF_ARCHIVED = frozenset(
    {
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
)


def least(action: Action) -> OperatorRole:
    """Return the lowest role that allows an act; what is not named asks for a moderator."""
    return _NEEDED.get(action, OperatorRole.MODERATOR)


def may(role: OperatorRole, action: Action) -> bool:
    """Say whether a role allows an act."""
    return _RANK[role] >= _RANK[least(action)]


def of_archived(action: Action) -> bool:
    """Say whether an act may be done about a group that is archived."""
    return action in _OF_ARCHIVED
