# SPDX-License-Identifier: MIT
"""Which cases belong together: said by hand, the same person, the same rule of late."""

from datetime import timedelta

from groupdesk.domain.case_enums import RelatedHow
from groupdesk.domain.case_records import RelatedCase
from groupdesk.domain.clock import to_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.moderation import Case
from groupdesk.services import case_query, casework
from groupdesk.services.case_rules import all_versions
from groupdesk.services.ledger import Ledger
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.standings import NOT_MISTAKEN

LATELY_DAYS = 30
MOST_BY_PERSON = 50
MOST_BY_RULE = 10

# Each pair's last word, from whichever of the two it was said.
_BY_HAND = """
SELECT other, kind, text, name, at FROM (
    SELECT CASE WHEN e.case_id = ?1 THEN e.other_case_id ELSE e.case_id END AS other,
        e.kind AS kind, e.text AS text, o.name AS name, e.recorded_at AS at, e.id AS id
    FROM case_entry e JOIN operator o ON o.id = e.operator_id
    WHERE e.kind IN ('related', 'unrelated') AND (e.case_id = ?1 OR e.other_case_id = ?1)
    ORDER BY e.id
)
"""


def related_by_hand(database: WorkspaceDatabase, number: int) -> dict[int, tuple[str, str, str]]:
    """Return the cases that somebody put together with this one: reason, who, when."""
    found: dict[int, tuple[str, str, str]] = {}
    for other, kind, text, name, at in database.execute_sql(_BY_HAND, (number,)):
        beside = stored.number(other)
        if kind == "related":
            found[beside] = (str(text), str(name), stored.moment_text(at))
        else:
            found.pop(beside, None)
    return found


class CaseRelations:
    """Finds what belongs to a case."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def of_case(self, number: int, language: str = "en") -> tuple[RelatedCase, ...]:
        """Return the cases that belong to one, each once, the newest of each kind first.

        First those put together by hand; then those of the person under all entries and in all
        groups; then those of others on the same rule in the group, opened at most LATELY_DAYS
        before or after. Raises StateChangedError("case_gone").
        """
        with self._ledger.reading():
            database = self._ledger.database
            case = casework.case_of(number)
            by_hand = related_by_hand(database, number)
            persons = among(entries_of(database, case.person_id))
            others = [
                *((other, RelatedHow.BY_HAND) for other in sorted(by_hand, reverse=True)),
                *(
                    (int(other), RelatedHow.SAME_PERSON)
                    for (other,) in database.execute_sql(
                        f"SELECT c.id FROM case_file c WHERE c.person_id IN {persons}"
                        f" AND c.id <> ? AND {NOT_MISTAKEN} ORDER BY c.id DESC LIMIT ?",
                        (number, MOST_BY_PERSON),
                    )
                ),
                *((other, RelatedHow.SAME_RULE) for other in self._same_rule(case, persons)),
            ]
            first: dict[int, RelatedHow] = {}
            for other, how in others:
                first.setdefault(other, how)
            rows = {
                row[0]: case_query.row(row, language)
                for row in database.execute_sql(
                    f"{case_query.ROW_SQL} WHERE c.id IN {among(first)}"
                )
            }
        return tuple(
            RelatedCase(rows[other], how, *by_hand.get(other, ("", "", "")))
            for other, how in first.items()
            if other in rows  # a record that was edited may name what is not there
        )

    def _same_rule(self, case: Case, persons: str) -> list[int]:
        database, number = self._ledger.database, case.id
        about = database.execute_sql(
            f"SELECT {case_query.RULE} FROM case_file c WHERE c.id = ?", (number,)
        ).fetchone()[0]
        if about is None:
            return []
        opened, days = stored.moment(case.opened_at), timedelta(days=LATELY_DAYS)
        rows = database.execute_sql(
            "SELECT c.id FROM case_file c WHERE c.group_id = ? AND c.opened_at BETWEEN ? AND ?"
            f" AND {case_query.RULE} IN {among(all_versions([about]))}"
            f" AND c.person_id NOT IN {persons} ORDER BY c.id DESC LIMIT ?",
            (
                case.group_id,
                *(to_text(opened - days), to_text(opened + days)),
                MOST_BY_RULE,
            ),
        )
        return [int(found) for (found,) in rows]
