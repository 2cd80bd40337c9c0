# SPDX-License-Identifier: MIT
"""What a request for approval is about, line by line, and how it stands by now."""

from datetime import date

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Term
from groupdesk.domain.removal_records import ApprovalRow
from groupdesk.ui.context import UiContext


class ApprovalFacts:
    """Speaks the window's language of now."""

    def __init__(self, context: UiContext) -> None:
        """Take words, dates and the desk's clock from `context`."""
        self._words = context.translations.words
        self._dates = context.dates
        self._now = context.desk.clock()

    def lines(self, row: ApprovalRow) -> list[tuple[str, str]]:
        """Return names and values; what there is nothing of has no value."""
        removal, words = row.removal, self._words
        title = row.rule_titles.get(words.language) or next(iter(row.rule_titles.values()), "")
        meant = (words(f"removal_concern.{one.value}") for one in sorted(removal.sure))
        facts = {
            "member": removal.member_name,
            "group": row.group_name,
            "case": str(removal.case_number),
            "ground": words(f"ground.{removal.ground.value}"),
            "rule": f"{removal.rule_code} {title}".strip(),
            "how_long": self.term(row),
            "happened": self.moment(row.happened_at),
            "already": self.moment(removal.already_removed_at),
            "left": self.moment(removal.left_at),
            "sure": " ".join(meant),
        }
        return [(words(f"approval_fact.{name}"), value) for name, value in facts.items()]

    def term(self, row: ApprovalRow) -> str:
        """Return for how long the removal would hold, with its last day."""
        removal = row.removal
        said = self._words(f"term.{removal.term.value}")
        if removal.term is Term.UNTIL and removal.until:
            day = self._dates.day(date.fromisoformat(removal.until), self._now.date())
            said = self._words("approval_fact.until", date=day)
        return self._words("approval_fact.blocked", term=said) if removal.blocks else said

    def moment(self, stored: str) -> str:
        """Return a stored moment as people say it, nothing for none."""
        return self._dates.moment(from_text(stored), self._now) if stored else ""

    def in_list(self, row: ApprovalRow) -> str:
        """Return the line by which one of several is chosen: who, where, and what is in the way."""
        parts = [row.removal.member_name, row.group_name]
        if row.not_mine or row.refusal:
            parts.append(self._words("approval_fact.refused"))
        elif row.worse:
            parts.append(self._words("approval_fact.worse"))
        return " · ".join(parts)
