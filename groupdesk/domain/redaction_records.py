# SPDX-License-Identifier: MIT
"""What is asked for when a redacted copy is made, and what is known of one."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from groupdesk.domain.redaction import Mark, Size

MOST_NOTE: Final = 500
"""Characters of the note on a copy."""


@dataclass(frozen=True, slots=True)
class RedactionRequest:
    """A copy of a picture with these marks; `note` says what was hidden and why, in print too."""

    operation: UUID
    evidence_id: int
    marks: tuple[Mark, ...]
    note: str = ""
    draft_id: int | None = None


@dataclass(frozen=True, slots=True)
class RedactionRecord:
    """A redacted copy: both pictures with their SHA-256, who made it when, and how."""

    id: int
    original_id: int
    original_sha256: str
    copy_id: int
    copy_sha256: str
    operator: str
    at: str
    marks: tuple[Mark, ...]
    picture: Size
    note: str = ""
