# SPDX-License-Identifier: MIT
"""The closed lists around templates. Values are stored and written to files: they never change."""

from enum import StrEnum


class TemplateVariant(StrEnum):
    """Which answer a template gives, or which announcement it is."""

    APPROVED = "approved"
    STAY = "stay"
    WITHDRAWN = "withdrawn"
    WELCOME = "welcome"
    NOT_YET = "not_yet"
    DECLINED = "declined"
    KEPT = "kept"
    REDUCED = "reduced"
    LIFTED = "lifted"
    CHANGES = "changes"


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
