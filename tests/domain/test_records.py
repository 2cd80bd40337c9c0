# SPDX-License-Identifier: MIT
"""Records that do more than hold values."""

import pytest

from groupdesk.domain.enums import Severity
from groupdesk.domain.records import RuleRecord


def test_a_rule_reads_in_the_other_language_where_one_is_missing() -> None:
    rule = RuleRecord(1, "R1", Severity.MINOR, {"zh": "不跑题"}, {"en": "Only orders."}, {}, {}, {})
    assert rule.title("en") == "不跑题"
    assert rule.text("zh") == "Only orders."
    assert RuleRecord(1, "R1", Severity.MINOR, {}, {}, {}, {}, {}).title("en") == "R1"


def test_records_do_not_change() -> None:
    rule = RuleRecord(1, "R1", Severity.MINOR, {}, {}, {}, {}, {})
    with pytest.raises(AttributeError):
        rule.code = "R2"  # type: ignore[misc]  # that is the point
