# SPDX-License-Identifier: MIT
"""The message templates that come with the program."""

import tomllib

from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.templates import MessageTemplate
from groupdesk.paths import resource


class Templates:
    """All templates, in the order in which they are offered: friendly, short, firm."""

    def __init__(self) -> None:
        """Read the templates of every language."""
        self._templates = tuple(template for language in Language for template in _read(language))

    def all(self) -> tuple[MessageTemplate, ...]:
        """Return every template."""
        return self._templates

    def for_kind(
        self,
        kind: TemplateKind,
        language: Language,
        *,
        rule: bool = True,
        term: Term | None = None,
    ) -> tuple[MessageTemplate, ...]:
        """Return what can be chosen for a message of `kind`.

        With a `rule`, those that name it, where the kind has such; without one, those that name
        none, since nothing could fill the others. A warning without a rule has none. What is
        written for one term of a removal comes last, and only for that `term`.
        """
        found = [
            template
            for template in self._templates
            if template.kind is kind
            and template.language is language
            and template.term in {None, term}
        ]
        found.sort(key=lambda template: template.term is not None)
        naming = [template for template in found if template.needs_rule]
        if rule:
            return tuple(naming or found)
        return tuple(template for template in found if template not in naming)

    def default(
        self, kind: TemplateKind, language: Language, *, rule: bool = True
    ) -> MessageTemplate:
        """Return the template to begin with, the friendly one.

        Raises LookupError where none fits: a warning cannot do without a rule.
        """
        for template in self.for_kind(kind, language, rule=rule):
            if template.tone is Tone.FRIENDLY:
                return template
        raise LookupError(f"no template for {kind} in {language} without a rule")


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
        )
        for row in table["template"]
    ]
