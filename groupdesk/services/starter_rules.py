# SPDX-License-Identifier: MIT
"""The starter rulebooks: rules that can be published as they are, in every language at once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.rule_changes import TEXTS
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.paths import resource

CUSTOMERS: Final = "customers"
_KEYS: Final = (CUSTOMERS, "partners", "community")


@dataclass(frozen=True, slots=True)
class StarterSet:
    """One rulebook: for which kind of group it is, by language, and its rules."""

    key: str
    names: Mapping[str, str]
    abouts: Mapping[str, str]
    rules: tuple[RuleDraft, ...]


@cache
def starter_sets() -> tuple[StarterSet, ...]:
    """Return the starter rulebooks; the one that fits most groups comes first."""
    return tuple(_read(key) for key in _KEYS)


def starter_rules(key: str = CUSTOMERS) -> tuple[RuleDraft, ...]:
    """Return the rules of a set in their order. Raises KeyError for an unknown one."""
    return {found.key: found.rules for found in starter_sets()}[key]


def _read(key: str) -> StarterSet:
    tables = {language: _table(key, language) for language in Language}
    by_code = {
        language: {row["code"]: row for row in table["rule"]} for language, table in tables.items()
    }
    rules = tuple(
        RuleDraft(
            row["code"],
            Severity(row["severity"]),
            *(
                {language.value: rows[row["code"]][part] for language, rows in by_code.items()}
                for part in TEXTS
            ),
        )
        for row in tables[Language.EN]["rule"]
    )
    names, abouts = (
        {language.value: str(table[name]) for language, table in tables.items()}
        for name in ("name", "about")
    )
    return StarterSet(key, names, abouts, rules)


def _table(key: str, language: Language) -> dict[str, Any]:
    path = resource("rulebooks", language.value, f"{key}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
