# SPDX-License-Identifier: MIT
"""Rows of our own lists as records of an import: nothing is trimmed, guessed or taken for blank."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import JoinedHow, MemberRole, MembershipState
from groupdesk.domain.import_records import Rejected
from groupdesk.services.imports import values
from groupdesk.services.imports.convert import UNREAD, Batch, Converter, excerpt
from groupdesk.services.imports.dates import DateReader
from groupdesk.services.imports.own import Damaged, Named

_STORED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_TEXTS = (
    *("name", "nickname", "external_id", "handle", "invited_by", "phone", "email", "company"),
    *("account_owner", "note", "language"),
)
_LENT = ("nickname", "email", "handle", "external_id", "phone")
_ROLES: dict[str, MemberRole | None] = {str(role): role for role in MemberRole}
_WAYS = {str(way): way for way in JoinedHow}
_GONE = frozenset({str(MembershipState.LEFT), str(MembershipState.REMOVED)})
_HALF_MILLISECOND = timedelta(microseconds=500)


class OwnConverter(Converter):
    """Turns the columns of our own lists into those of ImportRow."""

    def __init__(self, workspace: str) -> None:
        """Take references that begin with `workspace` for stays of the register."""
        super().__init__({}, 0, DateReader(None, 0))
        self._prefix = f"{workspace}-" if workspace else "\0"

    def convert_columns(self, lines: Sequence[int], told: Named) -> Batch:
        """Return the batch for these columns, all equally long."""
        batch, count = Batch(), len(lines)
        none = [""] * count
        made: dict[str, list[Any]] = {"line": list(lines)}
        made["membership_id"] = [self._stay(ref) for ref in told["ref"]]
        for key in _TEXTS:
            made[key] = list(told.get(key, none))
        self._leave_out_damaged_phones(lines, made)
        earlier = told.get("earlier_stay", none)
        keep = [True] * count
        if any(earlier) or self._unusual(made):
            for at in range(count):
                keep[at] = self._keeps(at, made, earlier=bool(earlier[at]), batch=batch)
        made["name_known"] = list(map(bool, made["name"]))
        if "" in made["name"]:
            self._lend_names(made, keep, batch)
        self._add_codes(told, made)
        if not all(keep):
            pairs = list(made.items())
            made = {k: [c for c, yes in zip(v, keep, strict=True) if yes] for k, v in pairs}
        batch.columns = made
        self._count(made)
        return batch

    def _stay(self, reference: str) -> int:
        """Return the stay that a reference names, 0 for one of another workspace."""
        number = reference.removeprefix(self._prefix)
        known = number != reference and number.isascii() and number.isdecimal()
        return int(number) if known and len(number) <= 18 else 0

    @staticmethod
    def _unusual(made: dict[str, list[Any]]) -> bool:
        """Say whether any row may have to be left out; a quick look at a thousand."""
        if any(type(ident) is Damaged for ident in made["external_id"]):
            return True
        return any(_UNSTORABLE.search("".join(made[key])) for key in _TEXTS)

    def _keeps(self, at: int, made: dict[str, list[Any]], *, earlier: bool, batch: Batch) -> bool:
        line, ident = made["line"][at], made["external_id"][at]
        texts = [made[key][at] for key in _TEXTS]
        if earlier and not made["membership_id"][at]:
            # in another workspace nobody could tell it from the stay that goes on
            self._note("earlier_stays", line, made["name"][at])
            return False
        if isinstance(ident, Damaged):
            told = {"id": ident[:40]}
            batch.rejected.append(Rejected(line, "id_damaged", told, excerpt(texts)))
            return False
        if found := _UNSTORABLE.search("\n".join(texts)):
            code = "text_nul" if found[0] == "\0" else "text_surrogate"
            batch.rejected.append(Rejected(line, code, {}, excerpt(texts)))
            return False
        return True

    def _lend_names(self, made: dict[str, list[Any]], keep: list[bool], batch: Batch) -> None:
        """Keep rows without a name under what else names them; report those without anything."""
        for at, name in enumerate(made["name"]):
            if name or not keep[at]:
                continue
            lent = next((made[key][at] for key in _LENT if made[key][at].strip()), "")
            made["name"][at] = lent
            if not lent:
                batch.rejected.append(Rejected(made["line"][at], "no_identity"))
                keep[at] = False
            else:
                self._note("names_missing", made["line"][at], lent)

    def _leave_out_damaged_phones(self, lines: Sequence[int], made: dict[str, list[Any]]) -> None:
        for at, phone in enumerate(made["phone"]):
            if isinstance(phone, Damaged):
                self._note("phones_damaged", lines[at], phone)
                made["phone"][at] = ""
        made["handle"] = [str(handle) for handle in made["handle"]]

    def _add_codes(self, told: Named, made: dict[str, list[Any]]) -> None:
        lines = made["line"]
        none = [""] * len(lines)
        made["role"] = [_ROLES.get(code) for code in told.get("role", none)]
        made["joined_how"] = [
            _WAYS.get(code, JoinedHow.UNKNOWN) for code in told.get("joined_how", none)
        ]
        for key in ("joined_at", "last_active"):
            cells = told.get(key, none)
            made[key] = [self._time(line, cell) for line, cell in zip(lines, cells, strict=True)]
        made["message_count"] = [values.count_of(n) for n in told.get("message_count", none)]
        for field, code in UNREAD.items():
            texts = told.get(field.value, none)
            self._note_unread(code, lines, texts, made[field.value])
        made["tags"] = list(told.get("tags", [[] for _ in lines]))
        made["is_bot"] = [bool(yes) for yes in told.get("is_bot", none)]
        made["former"] = [state if state in _GONE else "" for state in told.get("state", none)]
        made["deactivated"] = list(map(bool, made["former"]))

    def _count(self, columns: dict[str, list[Any]]) -> None:
        """Count as usual; a state that has ended is no account that was switched off."""
        super()._count(columns)
        self.counts["former"] += self.counts.pop("deactivated", 0)

    def _time(self, line: int, cell: str) -> str | None:
        if not cell or _STORED.fullmatch(cell):
            return cell or None
        try:
            moment = datetime.fromisoformat(cell)
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=UTC)  # as the heading says
            # a workbook counts in days, and is off by less than a thousandth of a second
            return to_text(moment + _HALF_MILLISECOND)
        except (ValueError, OverflowError):
            self._note("date_unreadable", line, cell)
            return None
