# SPDX-License-Identifier: MIT
"""What a check of a workspace finds, and in which order and words it is told."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """What verify found: a code with words, where, and the entry that says so.

    `subject` is a row as the log names it ("removal:12") or the fingerprint of a file. What a
    person knows the row by stands in the other fields, as far as it can still be read: they only
    say the same once more.
    """

    code: str
    subject: str = ""
    seq: int = 0
    member: str = field(default="", compare=False)
    case: int = field(default=0, compare=False)
    name: str = field(default="", compare=False)

    def in_words(self, words: Callable[..., str]) -> str:
        """Return the finding as a person reads it; `words` has `finding` and `finding_row`."""
        table, colon, number = self.subject.partition(":")
        values = asdict(self) | {"number": number}
        if colon:
            known = "known" if self.name or (self.member and self._needs_no_case(table)) else "row"
            values["subject"] = words(f"finding_{known}.{table}", **values)
        return words(f"finding.{self.code}", **values)

    def _needs_no_case(self, table: str) -> bool:
        return bool(self.case) or table in WITHOUT_CASE


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


WITHOUT_CASE = frozenset(
    {
        "membership",
        "person",
        "person_link",
        "person_apart",
        "block_entry",
        "return_decision",
        "import_change",
        "departure",
        "recognition",
        "rules_told",
        "task_event",
        *("exit_request", "exit_entry", "exit_told", "rejoin_request", "rejoin_entry"),
        *("review_row", "review_decision"),
    }
)
"""Tables whose rows a member's name alone tells apart."""
_TELLING = (
    "log_cut_off",
    "log_rewritten",
    "damaged",
    "entry_changed",
    "chain_broken",
    "log_gap",
    "payload_changed",
    "payload_missing",
    "row_changed",
    "row_missing",
    "row_not_in_log",
    "link_changed",
)


def serious(findings: Iterable[Finding]) -> list[Finding]:
    """Return what stops all writing: a clock that went back is worth a note only.

    The cause comes before what follows from it: an entry that was changed breaks the chain after
    it, and a log that was cut off no longer knows the rows of its end.
    """
    places = {code: place for place, code in enumerate(_TELLING)}
    found = [finding for finding in findings if finding.code != "clock_went_back"]
    return sorted(found, key=lambda finding: places.get(finding.code, len(places)))
