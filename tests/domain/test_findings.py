# SPDX-License-Identifier: MIT
"""The verdict on a workspace."""

from groupdesk.domain.findings import Finding, Verification


def test_one_finding_makes_a_workspace_unsound() -> None:
    clean = Verification(1, "", 1, 0, 0, "", ())
    assert clean.sound
    assert not Verification(1, "", 1, 0, 0, "", (Finding("row_changed", "removal:1"),)).sound
