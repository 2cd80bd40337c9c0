# SPDX-License-Identifier: MIT
"""What is known of a piece of evidence beside the piece itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EvidencePlace:
    """A case in which a piece of evidence is used, and whom that act is about."""

    case_number: int
    member: str
    person_id: int
    group_id: int
