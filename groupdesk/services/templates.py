# SPDX-License-Identifier: MIT
"""The message templates that come with the program."""

import tomllib

from groupdesk.domain.enums import Language, TemplateKind, Tone
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
        self, kind: TemplateKind, language: Language, *, rule: bool = True
    ) -> tuple[MessageTemplate, ...]:
        """Return what can be chosen for a message of `kind`.

        With a `rule`, those that name it, where the kind has such; without one, those that name
        none, since nothing could fill the others. A warning without a rule has none.
        """
        found = [t for t in self._templates if t.kind is kind and t.language is language]
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
        )
        for row in table["template"]
    ]
