# SPDX-License-Identifier: MIT
"""Lists of cases: the first rows, all numbers in each order, filters with their counts."""

import random
import uuid
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from benchmarks.figure import Figure, median
from benchmarks.ground import Ground, read_result, rows
from groupdesk.domain.case_enums import CaseOwner, CaseState
from groupdesk.domain.case_records import CaseFilter
from groupdesk.domain.clock import system_clock, to_text
from groupdesk.services.case_query import SORTS
from groupdesk.services.desk import Desk

SIZE = 50_000
_PAGE = 128
_FRAME_MS = 16
_WAIT_MS = 400
_COUNT_MS = 500  # seven numbers on the chips, all for what is asked


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure on a group of half as many members as there are cases."""
    desk = ground.empty(f"cases-{size}")
    preview = desk.imports.preview(read_result(rows(max(size // 2, 10))), 1)
    desk.imports.apply(uuid.uuid4(), preview)
    _fill(desk, size)
    cases = desk.cases
    rules = cases.rules(1)[0].ids
    asked = {
        "open": CaseFilter(1, CaseState.OPEN),
        "nobody’s": CaseFilter(owner=CaseOwner.NOBODY),
        "waiting": CaseFilter(waiting=True),
        "with screenshots": CaseFilter(evidence=True),
        "of a rule": CaseFilter(rules=rules),
        "found by name": CaseFilter(text="wang"),
        "found by quoted text": CaseFilter(text="限时优惠"),
    }
    page = list(cases.ids(CaseFilter())[:_PAGE])

    def figure(name: str, work: Callable[[], object], limit: float) -> Figure:
        return Figure(name, median(work, 3) * 1000, "ms", limit=limit)

    with desk.ledger.reading():
        found = [figure("a page of cases", partial(cases.of_numbers, page), _FRAME_MS)]
        for sort in SORTS:
            name = f"{size:,} cases by {sort}"
            found.append(figure(name, partial(cases.ids, CaseFilter(), sort), _WAIT_MS))
        for name, which in asked.items():
            found.append(figure(f"cases {name}", partial(cases.ids, which), _WAIT_MS))
        counted = partial(cases.chip_counts, asked["open"])
        found.append(figure("counts beside open cases", counted, _COUNT_MS))
        found.append(figure("rules of all cases", partial(cases.rules, None), _WAIT_MS))
        found.append(figure("one case", partial(_one, desk, page[0]), _FRAME_MS))
    return found


def _one(desk: Desk, number: int) -> None:
    desk.cases.get(number)
    desk.cases.facts(number)
    desk.timeline.of_case(number)
    desk.case_entries.notes(number)
    desk.case_relations.of_case(number)


def _fill(desk: Desk, size: int) -> None:
    """Write cases with two messages each, some with a screenshot, some still to be sent."""
    rng, now = random.Random(7), system_clock()
    database = desk.workspace.database
    with desk.ledger.reading():
        persons = database.execute_sql("SELECT id, person_id FROM membership").fetchall()
    book = desk.rules.current(1)
    assert book is not None
    tables: dict[str, list[dict[str, object]]] = {
        name: [] for name in ("case_file", "member_warning", "warning_event", "evidence_link")
    }
    for number in range(1, size + 1):
        (member, person), rule = rng.choice(persons), rng.choice(book.rules)
        at = to_text(now - timedelta(minutes=(size - number) * 10))
        is_open, shown = rng.random() < 0.1, rng.random() < 0.4
        tables["case_file"].append(
            {
                "id": number, "group_id": 1, "person_id": person, "membership_id": member,
                "rule_code": rule.code, "rule_id": rule.id, "opened_at": at, "opened_by_id": 1,
                "state": "open" if is_open else "closed", "outcome": "" if is_open else "Settled.",
                "closed_at": None if is_open else at, "happened_assumed": 0,
                "noticed_how": "seen", "owner_id": 1 if rng.random() < 0.3 else None,
                "quoted_text": "限时优惠 50%" if number % 10 == 0 else "请看我的新店" * 5,
            }
        )  # fmt: skip
        for ident in (2 * number - 1, 2 * number):
            prepared = is_open and rng.random() < 0.1
            tables["member_warning"].append(
                {
                    "id": ident, "case_id": number, "membership_id": member, "operator_id": 1,
                    "rule_id": rule.id, "step": 1, "step_kind": "reminder", "counts_days": 90,
                    "channel": "private", "channel_reason": "", "language": "zh", "template": "",
                    "message": "您好" * 60, "prepared_at": at,
                }
            )  # fmt: skip
            tables["warning_event"].append(
                {
                    "warning_id": ident, "operator_id": 1, "recorded_at": at, "note": "",
                    "state": "prepared" if prepared else "sent", "at": at,
                    "counts_until": None if prepared else at,
                }
            )  # fmt: skip
            if shown:
                tables["evidence_link"].append(
                    {
                        "evidence_id": 1, "sha256": "0" * 64, "subject_kind": "warning",
                        "subject_id": ident, "membership_id": member, "position": 1,
                        "caption": "", "linked_at": at,
                    }
                )  # fmt: skip
    with desk.ledger.writing():
        database.execute_sql(
            "INSERT INTO evidence (id, sha256, media_type, size, width, height, file_name, source,"
            " added_at) VALUES (1, ?, 'image/png', 1, 1, 1, 'a.png', 'sample', ?)",
            ("0" * 64, to_text(now)),
        )
        for table, found in tables.items():
            names = list(found[0]) if found else []
            database.connection().executemany(
                f"INSERT INTO {table} ({', '.join(names)})"
                f" VALUES ({', '.join(f':{name}' for name in names)})",
                found,
            )
        database.execute_sql(
            "UPDATE membership SET waiting = 1 WHERE id IN (SELECT w.membership_id"
            " FROM member_warning w JOIN warning_event e ON e.warning_id = w.id"
            " WHERE e.state = 'prepared')"
        )
