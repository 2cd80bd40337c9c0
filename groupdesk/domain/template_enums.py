# SPDX-License-Identifier: MIT
"""The closed lists around templates. Values are stored and written to files: they never change."""

from enum import StrEnum


class TemplateVariant(StrEnum):
    """Which answer a template gives, which announcement it is, or why a review asks."""

    APPROVED = "approved"
    STAY = "stay"
    WITHDRAWN = "withdrawn"
    WELCOME = "welcome"
    TRIAL = "trial"
    """Welcome back, on trial at first."""
    NOT_YET = "not_yet"
    DECLINED = "declined"
    PASSED = "passed"
    """The trial is over, and went well."""
    LONGER = "longer"
    """The trial goes on."""
    ENDED = "ended"
    """The trial is over, and did not work out."""
    KEPT = "kept"
    REDUCED = "reduced"
    LIFTED = "lifted"
    CHANGES = "changes"
    INACTIVE = "inactive"
    OFF_PURPOSE = "off_purpose"
    OVER_SIZE = "over_size"


class TemplateOrigin(StrEnum):
    """Whose wording a template is."""

    BUILT_IN = "built_in"
    CHANGED = "changed"
    """One that comes with the program, in words of one's own."""
    OWN = "own"


class TemplateFound(StrEnum):
    """What taking in a template of a file would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"
