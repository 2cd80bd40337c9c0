# SPDX-License-Identifier: MIT
"""How much was done of late that still holds, counted from the records and not from the log."""

from datetime import datetime, time, timedelta
from typing import Final

from groupdesk.domain.act_records import Tally
from groupdesk.domain.clock import to_text
from groupdesk.services.ledger import Ledger
from groupdesk.services.removal_state import holds_sql

_LIFTED: Final = "coalesce(v.kind, 'lifted') = 'lifted'"
# rows are written in the order of `recorded_at`: what is older is not looked at
_NEWER: Final = (
    "{0}.id > coalesce((SELECT o.id FROM {1} o WHERE o.recorded_at < ?1 ORDER BY o.id DESC LIMIT 1)"
    ", 0) AND {0}.{2} >= ?1"
)
_SQL = f"""
SELECT
    (SELECT count(*) FROM talk t
        WHERE {_NEWER.format("t", "talk", "happened_at")} AND t.not_held IS NULL),
    (SELECT count(*) FROM warning_event e
        WHERE {_NEWER.format("e", "warning_event", "at")} AND e.state = 'sent'
        AND NOT EXISTS (SELECT 1 FROM warning_event n
            WHERE n.warning_id = e.warning_id AND n.id > e.id AND n.state = 'not_delivered')
        AND NOT EXISTS (SELECT 1 FROM reversal v WHERE v.target_kind = 'warning'
            AND v.target_id = e.warning_id AND {_LIFTED})),
    (SELECT count(*) FROM removal r LEFT JOIN removal_approval p ON p.removal_id = r.id
        WHERE coalesce(p.at, r.decided_at) >= ?1 AND {holds_sql("r")}),
    (SELECT count(*) FROM reversal v WHERE v.at >= ?1 AND {_LIFTED}
        AND v.target_kind IN ('warning', 'removal')),
    (SELECT count(DISTINCT e.exit_id) FROM exit_entry e WHERE e.kind = 'left' AND e.at >= ?1
        AND NOT EXISTS (SELECT 1 FROM exit_entry n
            WHERE n.exit_id = e.exit_id AND n.kind = 'mistaken')),
    (SELECT count(DISTINCT e.rejoin_id) FROM rejoin_entry e
        WHERE e.kind = 'came_back' AND e.at >= ?1)
"""


class Tallies:
    """Counts over all groups."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`."""
        self._ledger = ledger

    def lately(self, days: int) -> Tally:
        """Return what was done since the local midnight `days` days ago and still holds."""
        now = self._ledger.clock()
        midnight = datetime.combine(now.date() - timedelta(days=days), time(), now.tzinfo)
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(_SQL, (to_text(midnight),)).fetchone()
        return Tally(*map(int, row))
