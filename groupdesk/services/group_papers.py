# SPDX-License-Identifier: MIT
"""What goes into the folder of an archived group beside its members and its audit."""

from collections.abc import Iterable
from datetime import datetime

from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.clock import from_text
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.upkeep_records import GroupNoteRecord
from groupdesk.models import stored
from groupdesk.services.group_notes import notes_of
from groupdesk.services.ledger import Ledger
from groupdesk.services.people_files import csv_file, rules_file, text_file
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words

_CASES = """
SELECT c.id, c.opened_at, m.name, c.rule_code, coalesce(r.titles, '{}'), c.state,
    coalesce(c.closed_at, ''), coalesce(o.name, '')
FROM case_file c JOIN membership m ON m.id = c.membership_id LEFT JOIN rule r ON r.id = c.rule_id
LEFT JOIN operator o ON o.id = c.owner_id WHERE c.group_id = ? ORDER BY c.id
"""
_COLUMNS = ("number", "opened", "member", "rule", "state", "closed", "owner")


class GroupPapers:
    """The files about one group; the caller reads."""

    def __init__(self, ledger: Ledger, group: GroupRecord, words: Words, now: datetime) -> None:
        """Write about `group` in the language of `words`, as of `now`."""
        self._ledger = ledger
        self._group = group
        self._words = words
        self._dates = PaperDates(words, now)

    def files(self) -> dict[str, bytes]:
        """Return rules, cases and notes by the names of their files; what is empty is left out."""
        made = {
            "rules": rules_file(self._ledger, self._group.id, self._words),
            "cases": self._cases(),
            "why": self._why(),
        }
        return {self._words(f"group_file.{key}"): file for key, file in made.items() if file}

    def readme(self, reason: str, names: Iterable[str]) -> bytes:
        """Return what the folder is, what is in it, and how to see that nothing was changed."""
        words, group, dates = self._words, self._group, self._dates
        facts = [
            words("group_file.title", group=group.name),
            words(
                "group_file.made",
                date=dates.day(dates.printed_on),
                name=self._ledger.operator.name,
            ),
            words("group_file.platform", name=words(f"platform.{group.platform.value}")),
            words("group_file.reason", text=reason),
        ]
        facts += self._told(group, "purpose", "belongs", "owner_name")
        lines = "\n".join(f"- {name}" for name in names)
        inside = words("group_file.inside") + "\n" + lines
        return text_file(["\n".join(facts), inside, words("group_file.check")])

    def _cases(self) -> bytes:
        words = self._words
        rows = []
        for (
            number,
            opened,
            member,
            code,
            titles,
            state,
            closed,
            owner,
        ) in self._ledger.database.execute_sql(_CASES, (self._group.id,)):
            known = stored.texts(titles)
            title = known.get(words.language) or next(iter(known.values()), "")
            how = words(f"case_state.{stored.one_of(CaseState, state).value}")
            days = [self._day(opened), self._day(closed)]
            rows.append([number, days[0], member, f"{code} {title}".strip(), how, days[1], owner])
        return csv_file([words(f"group_column.{name}") for name in _COLUMNS], rows)

    def _why(self) -> bytes:
        words, parts = self._words, []
        for note in reversed(notes_of(self._ledger.database, [self._group.id])):
            at = self._dates.moment(from_text(note.at))
            head = words(f"group_note_kind.{note.kind.value}")
            told = [f"{at}  {head} ({note.operator})"]
            told += self._told(note, "purpose", "belongs", "why_now")
            parts.append("\n".join([*told, *([note.text] if note.text else [])]))
        return text_file(parts) if parts else b""

    def _told(self, record: GroupRecord | GroupNoteRecord, *keys: str) -> list[str]:
        known = [(key, str(getattr(record, key))) for key in keys]
        return [self._words(f"group_file.{key}", text=text) for key, text in known if text]

    def _day(self, text: object) -> str:
        moment = stored.known_moment(text)
        return self._dates.numeric(from_text(moment)) if moment else ""
