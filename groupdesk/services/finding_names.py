# SPDX-License-Identifier: MIT
"""What a person knows a row by: the member, the case, a name. For telling what verify found.

What the log says of the row comes first: a row that was edited may name somebody else by now.
"""

import json
from dataclasses import replace

from groupdesk.domain.findings import Finding
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.person_names import name_sql

_OF_ACT = "SELECT m.name, t.case_id, '' FROM {0} t JOIN membership m ON m.id = t.membership_id"
_QUERIES = {
    "workspace_value": "SELECT '', 0, t.key FROM workspace_value t",
    "operator": "SELECT '', 0, t.name FROM operator t",
    "customer_group": "SELECT '', 0, t.name FROM customer_group t",
    "membership": "SELECT t.name, 0, '' FROM membership t",
    "rulebook": ("SELECT '', 0, g.name FROM rulebook t JOIN customer_group g ON g.id = t.group_id"),
    "ladder_version": (
        "SELECT '', 0, g.name FROM ladder_version t JOIN customer_group g ON g.id = t.group_id"
    ),
    "rule": "SELECT '', 0, t.code FROM rule t",
    "case_file": (
        "SELECT m.name, t.id, '' FROM case_file t JOIN membership m ON m.id = t.membership_id"
    ),
    "talk": _OF_ACT.format("talk"),
    "member_warning": _OF_ACT.format("member_warning"),
    "removal": _OF_ACT.format("removal"),
    "warning_event": (
        "SELECT m.name, w.case_id, '' FROM warning_event t"
        " JOIN member_warning w ON w.id = t.warning_id JOIN membership m ON m.id = w.membership_id"
    ),
    "warning_rule": (
        "SELECT m.name, w.case_id, '' FROM warning_rule t"
        " JOIN member_warning w ON w.id = t.warning_id JOIN membership m ON m.id = w.membership_id"
    ),
    "reversal": (
        "SELECT m.name, a.case_id, '' FROM reversal t JOIN ("
        " SELECT 'warning' kind, id, case_id, membership_id FROM member_warning"
        " UNION ALL SELECT 'removal', id, case_id, membership_id FROM removal"
        " UNION ALL SELECT 'recognition', id, 0, membership_id FROM recognition"
        ") a ON a.kind = t.target_kind AND a.id = t.target_id"
        " JOIN membership m ON m.id = a.membership_id"
    ),
    "evidence_link": (
        "SELECT m.name, coalesce(w.case_id, k.case_id, r.case_id, c.id, a.case_id, 0), ''"
        " FROM evidence_link t"
        " JOIN membership m ON m.id = t.membership_id"
        " LEFT JOIN member_warning w ON t.subject_kind = 'warning' AND w.id = t.subject_id"
        " LEFT JOIN talk k ON t.subject_kind = 'talk' AND k.id = t.subject_id"
        " LEFT JOIN removal r ON t.subject_kind = 'removal' AND r.id = t.subject_id"
        " LEFT JOIN case_file c ON t.subject_kind = 'case' AND c.id = t.subject_id"
        " LEFT JOIN appeal a ON t.subject_kind = 'appeal' AND a.id = t.subject_id"
    ),
}
_QUERIES["recognition"] = _OF_ACT.format("recognition").replace("t.case_id", "0")
_QUERIES["task_event"] = (
    "SELECT m.name, coalesce(k.case_id, 0), '' FROM task_event t JOIN task k ON k.id = t.task_id"
    " JOIN membership m ON m.id = k.membership_id"
)
_QUERIES["import_change"] = _OF_ACT.format("import_change").replace("t.case_id", "0")
_QUERIES["departure"] = _OF_ACT.format("departure").replace("t.case_id", "coalesce(t.case_id, 0)")
_QUERIES["import_undo"] = (
    "SELECT '', 0, s.file_name FROM import_undo t JOIN snapshot s ON s.id = t.snapshot_id"
)
_QUERIES["case_entry"] = (
    "SELECT m.name, t.case_id, '' FROM case_entry t JOIN case_file c ON c.id = t.case_id"
    " JOIN membership m ON m.id = c.membership_id"
)
_QUERIES["rules_told"] = _OF_ACT.format("rules_told").replace("t.case_id", "0")
for _table, _target in (
    ("removal_approval", "removal"),
    ("removal_term", "removal"),
    ("appeal_entry", "appeal"),
    ("appeal_decision", "appeal"),
):
    _QUERIES[_table] = (
        f"SELECT m.name, a.case_id, '' FROM {_table} t JOIN {_target} a ON a.id = t.{_target}_id"
        " JOIN membership m ON m.id = a.membership_id"
    )
_QUERIES["appeal"] = _OF_ACT.format("appeal")
_QUERIES["notice_event"] = (
    "SELECT m.name, a.case_id, '' FROM notice_event t JOIN ("
    " SELECT 'removal' kind, id, case_id, membership_id FROM removal"
    " UNION ALL SELECT 'appeal', id, case_id, membership_id FROM appeal"
    ") a ON a.kind = t.target_kind AND a.id = t.target_id"
    " JOIN membership m ON m.id = a.membership_id"
)
_QUERIES["redaction"] = (
    "SELECT '', 0, e.file_name FROM redaction t JOIN evidence e ON e.id = t.original_id"
)
_QUERIES["operator_pin"] = (
    "SELECT '', 0, o.name FROM operator_pin t JOIN operator o ON o.id = t.operator_id"
)
_KEYS = {"workspace_value": "key", "operator_pin": "operator_id"}
_QUERIES["person"] = f"SELECT {name_sql('t')}, 0, '' FROM person t"
for _table in ("person_link", "person_apart", "block_entry"):
    _QUERIES[_table] = (
        f"SELECT {name_sql('p')}, 0, '' FROM {_table} t JOIN person p ON p.id = t.person_id"
    )
_QUERIES["return_decision"] = (
    "SELECT m.name, 0, '' FROM return_decision t JOIN membership m ON m.id = t.membership_id"
)

_QUERIES["handover"] = "SELECT '', 0, t.giver_name FROM handover t"
_QUERIES["handover_entry"] = (
    "SELECT '', 0, h.giver_name FROM handover_entry t JOIN handover h ON h.id = t.handover_id"
)
_QUERIES["review"] = "SELECT '', 0, t.name FROM review t"
_QUERIES["review_row"] = _OF_ACT.format("review_row").replace("t.case_id", "0")
_QUERIES["review_decision"] = (
    "SELECT m.name, 0, '' FROM review_decision t JOIN review_row w ON w.id = t.row_id"
    " JOIN membership m ON m.id = w.membership_id"
)
for _table in ("review_group", "review_entry"):
    _QUERIES[_table] = f"SELECT '', 0, v.name FROM {_table} t JOIN review v ON v.id = t.review_id"
_QUERIES["exit_request"] = _OF_ACT.format("exit_request").replace("t.case_id", "0")
for _table in ("exit_entry", "exit_told"):
    _QUERIES[_table] = (
        f"SELECT m.name, 0, '' FROM {_table} t JOIN exit_request x ON x.id = t.exit_id"
        " JOIN membership m ON m.id = x.membership_id"
    )
_QUERIES["rejoin_request"] = "SELECT t.name, 0, '' FROM rejoin_request t"
_QUERIES["rejoin_entry"] = (
    "SELECT r.name, 0, '' FROM rejoin_entry t JOIN rejoin_request r ON r.id = t.rejoin_id"
)
_QUERIES["group_note"] = (
    "SELECT '', 0, g.name FROM group_note t JOIN customer_group g ON g.id = t.group_id"
)


def named(database: WorkspaceDatabase, finding: Finding) -> Finding:
    """Return the finding with what its row is known by, as far as that can be read."""
    table, _, number = finding.subject.partition(":")
    if table not in _QUERIES:
        return finding
    said = _said(database, finding) if finding.seq else {}
    key = _KEYS.get(table, "id")
    row = database.execute_sql(f"{_QUERIES[table]} WHERE t.{key} = ?", (number,)).fetchone()
    member, case, name = row or ("", 0, "")
    if _of_member(table):
        member = said.get("member") or member
        case = said.get("case") or (number if table == "case_file" else case)
    elif table in {"customer_group", "rulebook", "ladder_version"}:
        name = said.get("group") or name
    elif table == "workspace_value":
        name = number
    try:
        return replace(finding, member=str(member), case=int(str(case)), name=str(name))
    except ValueError:
        return finding


_WITHOUT_MEMBER = frozenset(
    {
        *("workspace_value", "operator", "customer_group", "rulebook", "ladder_version"),
        *("rule", "import_undo", "redaction", "operator_pin"),
        *("review", "review_group", "review_entry", "handover", "handover_entry", "group_note"),
    }
)


def _of_member(table: str) -> bool:
    return table not in _WITHOUT_MEMBER


def _said(database: WorkspaceDatabase, finding: Finding) -> dict[str, object]:
    """Return what the log entry says that vouches for the row."""
    for (body,) in database.execute_sql(
        "SELECT body FROM audit_payload WHERE seq = ? ORDER BY position", (finding.seq,)
    ):
        try:
            content = json.loads(body)
            if finding.subject in content["rows"]:
                after = content.get("after", {})
                return after if isinstance(after, dict) else {}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue  # a finding of its own
    return {}
