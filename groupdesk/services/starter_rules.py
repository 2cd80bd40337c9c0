# SPDX-License-Identifier: MIT
"""The starter rulebook: rules that can be published as they are, in every language at once."""

import tomllib

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.paths import resource

_PARTS = ("title", "text", "hint", "examples", "consequence")


def starter_rules() -> tuple[RuleDraft, ...]:
    """Return the starter rules in their order, each with its words in every language."""
    books = {language: _read(language) for language in Language}
    return tuple(
        RuleDraft(
            code,
            Severity(row["severity"]),
            *({str(lang): book[code][part] for lang, book in books.items()} for part in _PARTS),
        )
        for code, row in books[Language.EN].items()
    )


def _read(language: Language) -> dict[str, dict[str, str]]:
    path = resource("rulebooks", f"{language}.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {row["code"]: row for row in table["rule"]}
