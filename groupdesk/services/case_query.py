# SPDX-License-Identifier: MIT
"""The SQL of case lists: one row, what a filter asks, and the order in which cases stand."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import CaseOwner, CaseState
from groupdesk.domain.case_records import CaseFilter
from groupdesk.models import stored
from groupdesk.services import evidence_search, search
from groupdesk.services.removal_state import holds_sql, waits_sql
from groupdesk.services.same_person import among

_AT = {"talk": "recorded_at", "member_warning": "prepared_at", "removal": "decided_at"}
_ACTS = " UNION ALL ".join(f"SELECT case_id, {at} AS at FROM {table}" for table, at in _AT.items())


def _last(table: str) -> str:
    return f"coalesce((SELECT max(a.{_AT[table]}) FROM {table} a WHERE a.case_id = c.id), '')"


def _pictures(table: str) -> str:
    return (
        f"(SELECT count(*) FROM {table} a CROSS JOIN evidence_link l"
        f" ON l.subject_kind = '{table.removeprefix('member_')}' AND l.subject_id = a.id"
        " WHERE a.case_id = c.id)"
    )


RULE = """coalesce(c.rule_id, (SELECT r.id FROM rule r JOIN rulebook b ON b.id = r.rulebook_id
    WHERE c.rule_code <> '' AND b.group_id = c.group_id AND r.code = c.rule_code
        AND b.published_at <= c.opened_at ORDER BY b.version DESC LIMIT 1))"""
"""The rule of a case, as it read then; in older ones what had its code that day."""
# Who left and came back has another stay: a case shows the newest, whichever it began in.
_STAY = """(SELECT max(x.id) FROM membership x
    WHERE x.person_id = c.person_id AND x.group_id = c.group_id)"""
_ASKED = "SELECT 1 FROM removal q WHERE q.case_id = c.id AND " + waits_sql("q")
_LIFTED = "EXISTS (SELECT 1 FROM reversal v WHERE v.target_kind = 'removal' AND v.target_id = {0})"
WAITING = f"""c.id IN (
    SELECT t.case_id FROM task t WHERE t.done_at IS NULL AND t.case_id IS NOT NULL
        AND (t.removal_id IS NULL OR NOT {_LIFTED.format("t.removal_id")})
    UNION ALL SELECT q.case_id FROM removal q WHERE {waits_sql("q")}
    UNION ALL
    SELECT w.case_id FROM membership m
    CROSS JOIN case_file k ON k.person_id = m.person_id AND k.group_id = m.group_id
    CROSS JOIN member_warning w ON w.case_id = k.id
    WHERE m.waiting > 0 AND 'prepared' = (SELECT e.state FROM warning_event e
        WHERE e.warning_id = w.id ORDER BY e.id DESC LIMIT 1))"""
"""A message to confirm, a follow-up, a removal to approve or to carry out."""
WITH_EVIDENCE = """c.id IN (
    SELECT l.subject_id FROM evidence_link l WHERE l.subject_kind = 'case'
    UNION ALL SELECT w.case_id FROM evidence_link l CROSS JOIN member_warning w
        ON w.id = l.subject_id WHERE l.subject_kind = 'warning'
    UNION ALL SELECT k.case_id FROM evidence_link l CROSS JOIN talk k
        ON k.id = l.subject_id WHERE l.subject_kind = 'talk'
    UNION ALL SELECT x.case_id FROM evidence_link l CROSS JOIN removal x
        ON x.id = l.subject_id WHERE l.subject_kind = 'removal')"""
ROW_SQL = f"""
SELECT c.id, c.group_id, g.name, m.id, m.name, c.rule_code, coalesce(r.titles, '{{}}'),
    c.state, c.outcome, c.opened_at, coalesce(c.closed_at, ''),
    {" + ".join(f"(SELECT count(*) FROM {table} a WHERE a.case_id = c.id)" for table in _AT)},
    max({", ".join(_last(table) for table in _AT)}),
    {" + ".join(map(_pictures, _AT))} + (SELECT count(*) FROM evidence_link l
        WHERE l.subject_kind = 'case' AND l.subject_id = c.id),
    EXISTS (SELECT 1 FROM removal x WHERE x.case_id = c.id AND {holds_sql("x")}
        AND NOT EXISTS (SELECT 1 FROM task t
            WHERE t.removal_id = x.id AND t.kind = 'removal_step' AND t.done_at IS NULL)),
    coalesce(c.owner_id, 0), coalesce(o.name, ''),
    EXISTS (SELECT 1 FROM task t WHERE t.case_id = c.id AND t.done_at IS NULL
        AND (t.removal_id IS NULL OR NOT {_LIFTED.format("t.removal_id")}))
    OR EXISTS ({_ASKED})
    OR EXISTS (SELECT 1 FROM member_warning w WHERE w.case_id = c.id AND 'prepared' = (
        SELECT e.state FROM warning_event e WHERE e.warning_id = w.id ORDER BY e.id DESC LIMIT 1))
FROM case_file c
JOIN customer_group g ON g.id = c.group_id
JOIN membership m ON m.id = {_STAY}
LEFT JOIN operator o ON o.id = c.owner_id
LEFT JOIN rule r ON r.id = {RULE}
"""
_LAST = """LEFT JOIN (
    SELECT case_id, max(at) AS at FROM ({0}) GROUP BY case_id) last ON last.case_id = c.id"""
# R2 stands before R10
_CODE = "CASE WHEN c.rule_code <> '' THEN printf('%02d', length(c.rule_code)) || c.rule_code END"
SORTS: dict[str, tuple[str, str, str]] = {
    "number": ("c.id", "", ""),
    "member": (f"(SELECT m.sort_key FROM membership m WHERE m.id = {_STAY})", "", ""),
    "rule": (_CODE, "NULLS LAST", ""),
    "owner": ("o.name", "NULLS LAST", "LEFT JOIN operator o ON o.id = c.owner_id"),
    "state": ("c.state = 'closed'", "", ""),
    "last_act": ("coalesce(last.at, c.opened_at)", "", _LAST.format(_ACTS)),
}
"""By the columns of the list: expression, where the unknown stands, and what must be joined."""
_LIKE = "LIKE ? ESCAPE '\\'"
_QUOTED, _DESCRIBED = f"c.quoted_text {_LIKE}", f"c.description {_LIKE}"
_RULED = f"""(c.rule_code {_LIKE} OR {RULE} IN (
    SELECT r.id FROM rule r, json_each(r.titles) t WHERE t.value {_LIKE}))"""
_NUMBER = re.compile(r"#?\s*([0-9]{1,15})")


class Where(NamedTuple):
    """A condition on `case_file c`, and its values."""

    sql: str
    values: list[object]


def number_in(text: str) -> int:
    """Return the case number that a search asks for, "84" or "#84"; 0 where it is none."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else 0


def where(
    which: CaseFilter,
    rules: Sequence[int],
    operator_id: int,
    opened_before: str,
    *,
    chips: bool = True,
) -> Where:
    """Return what `which` asks; without `chips` leaving out what the chips choose.

    `rules` are those of the filter in all their versions, `opened_before` is the moment that
    `which.older_days` means.
    """
    parts: list[str] = ["1"]
    values: list[object] = []
    if which.group_id is not None:
        parts.append("c.group_id = ?")
        values.append(which.group_id)
    if which.rules is not None:
        parts.append(f"{RULE} IN {among(rules)}" if which.rules else "c.rule_code = ''")
    if which.older_days:
        parts.append("c.opened_at <= ?")
        values.append(opened_before)
    if which.text.strip():
        sql, asked = _text(which.text)
        parts.append(sql)
        values += asked
    if chips:
        _add_chips(which, operator_id, parts, values)
    return Where(" AND ".join(parts), values)


def _add_chips(which: CaseFilter, operator_id: int, parts: list[str], values: list[object]) -> None:
    if which.state is not None:
        parts.append("c.state = ?")
        values.append(which.state.value)
    if which.owner is CaseOwner.MINE:
        parts.append("c.owner_id = ?")
        values.append(operator_id)
    elif which.owner is not None:
        parts.append(f"c.owner_id IS {'NOT ' if which.owner is CaseOwner.SOMEBODY else ''}NULL")
    if which.waiting:
        parts.append(WAITING)
    if which.evidence:
        parts.append(WITH_EVIDENCE)


def order(sort: str, number: int) -> tuple[str, str]:
    """Return what stands behind ORDER BY, and the join that it needs.

    A "-" in front of the name of a column turns the order round; the case of `number`, where a
    search asks for one, comes first. Raises KeyError for a name that is none of SORTS.
    """
    expression, unknown, join = SORTS[sort.removeprefix("-")]
    way = "DESC" if sort.startswith("-") else "ASC"
    first = f"c.id = {number} DESC, " if number else ""
    return f"{first}{expression} {way} {unknown}, c.id DESC", join


def row(found: tuple[Any, ...], language: str) -> CaseRow:
    """Return the record of a row of ROW_SQL, with the rule's title in a language."""
    titles = stored.texts(found[6])
    number, group_id, group, membership_id, member, code = found[:6]
    state, outcome, opened_at, closed_at, acts, last_act, evidence, carried_out = found[7:15]
    return CaseRow(
        number=number,
        group_id=group_id,
        group_name=group,
        membership_id=membership_id,
        member_name=member,
        rule_code=code,
        rule_title=titles.get(language) or next(iter(titles.values()), ""),
        state=stored.one_of(CaseState, state),
        outcome=outcome,
        opened_at=stored.moment_text(opened_at),
        closed_at=stored.known_moment(closed_at),
        acts=acts,
        last_act=stored.known_moment(last_act),
        evidence=evidence,
        carried_out=bool(carried_out),
        owner_id=found[15],
        owner=found[16],
        waiting=bool(found[17]),
    )


def _text(text: str) -> Where:
    """Look for a text in number, member, rule, what was said, and what screenshots show."""
    number, said = number_in(text), text.strip()
    if said.startswith("#") and number:
        return Where("c.id = ?", [number])
    like = "%" + re.sub(r"([\\%_])", r"\\\1", said) + "%"
    parts = [_QUOTED, _DESCRIBED, _RULED]
    values: list[object] = [like] * 4
    if number:
        parts.append("c.id = ?")
        values.append(number)
    members = search.matching_ids_sql(said)
    if members is not None:
        parts.append(
            "(c.person_id, c.group_id) IN (SELECT membership.person_id, membership.group_id"
            f" FROM membership WHERE {members[0]})"
        )
        values += members[1]
    pictures = evidence_search.pictures_sql(said)
    if pictures is not None:
        parts.append(evidence_search.CASES.format(pictures[0]))
        values += pictures[1]
    return Where(f"({' OR '.join(parts)})", values)
