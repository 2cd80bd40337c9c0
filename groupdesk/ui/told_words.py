# SPDX-License-Identifier: MIT
"""How many members know of a version of the rules, in a line."""

from groupdesk.domain.told_records import VersionTold
from groupdesk.words import Words


def told_summary(told: VersionTold, words: Words) -> str:
    """Return "Version 4: 212 told, 180 acknowledged, 9 joined since"; what is none is left out."""
    if not told.members:
        return words("told_summary.empty", version=told.version)
    if not told.told:
        return words("told_summary.nobody", version=told.version, count=told.members)
    said = [
        words("told_summary.told", count=told.told),
        words("told_summary.acknowledged", count=told.acknowledged),
    ]
    if told.joined_since:
        said.append(words("told_summary.joined_since", count=told.joined_since))
    if told.untold > told.joined_since:
        said.append(words("told_summary.untold", count=told.untold - told.joined_since))
    listed = words("told_summary.comma").join(said)
    return words("told_summary.line", version=told.version, list=listed)
