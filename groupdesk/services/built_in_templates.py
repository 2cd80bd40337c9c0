# SPDX-License-Identifier: MIT
"""The message templates that come with the program, read from its files."""

import tomllib
from functools import cache

from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.templates import MessageTemplate
from groupdesk.paths import resource


@cache
def built_in_templates() -> tuple[MessageTemplate, ...]:
    """Return the templates of every language as they came, in the order of their files."""
    return tuple(template for language in Language for template in _read(language))


def _read(language: Language) -> list[MessageTemplate]:
    path = resource("templates", f"{language}.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        MessageTemplate(
            id=f"{language}.{row['id']}",
            kind=TemplateKind(row["kind"]),
            language=language,
            tone=Tone(row["tone"]),
            name=row["name"],
            body=row["body"],
            term=Term(row["term"]) if "term" in row else None,
            variant=TemplateVariant(row["variant"]) if "variant" in row else None,
        )
        for row in table["template"]
    ]
