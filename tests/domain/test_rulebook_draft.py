# SPDX-License-Identifier: MIT
"""The stored form of a draft of rules."""

import json
from typing import Any

import pytest

from groupdesk.domain.enums import Severity
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_draft import RulebookDraft

RULE = RuleDraft("R1", Severity.SERIOUS, {"en": "T"}, {"zh": "文"}, {"en": "H"}, {}, {"en": "C"})


def test_what_is_kept_comes_back() -> None:
    draft = RulebookDraft((RULE, RuleDraft("", Severity.MINOR, {}, {})), 3, "Why\0")
    payload = json.loads(json.dumps(draft.to_payload()))
    assert RulebookDraft.from_payload(payload) == draft


@pytest.mark.parametrize(
    "payload",
    [{}, {"rules": [{"code": "R1"}], "based_on": 1}, {"rules": 3}, {"rules": [], "based_on": "x"}],
)
def test_anything_else_is_refused(payload: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        RulebookDraft.from_payload(payload)
