# SPDX-License-Identifier: MIT
"""A rulebook between two versions, and the form in which it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from groupdesk.domain.enums import Severity
from groupdesk.domain.rule_changes import TEXTS
from groupdesk.domain.rulebook import RuleDraft

DRAFT_KIND: Final = "rulebook"
"""What such drafts are called among the drafts of a group."""


@dataclass(frozen=True, slots=True)
class RulebookDraft:
    """Rules, the version that they started from (0 for none), and the note for the next one."""

    rules: tuple[RuleDraft, ...]
    based_on: int = 0
    note: str = ""

    def to_payload(self) -> dict[str, object]:
        """Return the draft as JSON values."""
        return {
            "based_on": self.based_on,
            "note": self.note,
            "rules": [
                {
                    "code": rule.code,
                    "severity": rule.severity.value,
                    **{field: dict(getattr(rule, field)) for field in TEXTS.values()},
                }
                for rule in self.rules
            ],
        }

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> "RulebookDraft":
        """Read a draft. Raises KeyError, TypeError, ValueError or AttributeError for others."""
        rules = tuple(
            RuleDraft(
                str(row["code"]),
                Severity(row["severity"]),
                *(
                    {str(language): str(text) for language, text in row[field].items()}
                    for field in TEXTS.values()
                ),
            )
            for row in payload["rules"]
        )
        return cls(rules, int(payload["based_on"]), str(payload.get("note", "")))
