# SPDX-License-Identifier: MIT
"""What a check of a workspace finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What verify found: a code with words, where, and the entry that says so."""

    code: str
    subject: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on a workspace."""

    entries: int
    head: str
    branch: int
    rows: int
    evidence: int
    checked_at: str
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Say whether nothing was found."""
        return not self.findings
