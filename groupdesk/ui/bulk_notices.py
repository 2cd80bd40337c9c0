# SPDX-License-Identifier: MIT
"""The notices of a removal of many: the template of each language, filled in for each member."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from groupdesk.domain.enums import Language
from groupdesk.domain.records import MemberDetail, RuleRecord
from groupdesk.domain.templates import Filled, MessageTemplate, fill, frame
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import (
    language_of,
    message_fallbacks,
    message_values,
    notice_values,
)
from groupdesk.ui.widgets.notice_editor import NoticeFacts


class BulkNotices:
    """Made when the form is read; from then on it needs neither form nor records."""

    def __init__(
        self,
        context: UiContext,
        templates: Mapping[Language, MessageTemplate],
        rules: Mapping[int, RuleRecord],
        facts: NoticeFacts,
        group_ids: Iterable[int],
    ) -> None:
        """Fill `templates` with `facts`; `rules` are those that were broken, by group."""
        desk = context.desk
        self._templates = dict(templates)
        self._rules = dict(rules)
        self._facts = facts
        self._manager = desk.operator.name
        groups = tuple(group_ids)
        self._processes = {group: desk.processes.of(group) for group in groups}
        self._frames = {
            (language, group): desk.templates.frame(language, group)
            for language in templates
            for group in groups
        }

    def filled(self, detail: MemberDetail) -> tuple[Filled, Language] | None:
        """Return the notice to a member, or None where none is written in their language."""
        language = language_of(detail)[0]
        template = self._templates.get(language)
        if template is None:
            return None
        group = detail.group.id
        facts = replace(self._facts, rule=self._rules.get(group))
        values = message_values(detail, self._manager, language, facts.rule, facts.incident_on)
        values |= notice_values(
            self._processes[group], language, facts.reason, facts.term, facts.until
        )
        fallbacks = message_fallbacks(language)
        header, footer = (fill(part, values, fallbacks) for part in self._frames[language, group])
        return frame(header, fill(template.body, values, fallbacks), footer), language
