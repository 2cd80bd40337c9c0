# SPDX-License-Identifier: MIT
"""Which templates there are while some are written: none overwritten unseen, each name once."""

from collections.abc import Iterable

from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.template_fields import TemplateFields, fields_of
from groupdesk.domain.templates import MessageTemplate


class KnownTemplates:
    """What was there before, and the names that were given since."""

    def __init__(self, templates: Iterable[MessageTemplate]) -> None:
        """Begin with all templates."""
        self._by_id = {one.id: one for one in templates}
        self._owners = {_called(fields_of(one)): one.id for one in self._by_id.values()}

    def require_as_seen(self, seen: MessageTemplate | None, name: str) -> None:
        """Raise StateChangedError where a template is gone or no longer what was `seen`."""
        if seen is None:
            return
        now = self._by_id.get(seen.id)
        if now is None:
            raise StateChangedError("template_gone")
        if now != seen:
            raise StateChangedError("template_changed", name=name)

    def take_name(self, fields: TemplateFields, before: MessageTemplate | None) -> None:
        """Give its name to a new template, or to `before`.

        Raises ValidationError where another one of the kind, language and group has it.
        """
        own = "" if before is None else before.id
        if self._owners.get(_called(fields), own) != own:
            raise ValidationError("name", "template_name_taken", name=fields.name)
        if before is not None:
            self._owners.pop(_called(fields_of(before)), None)
        self._owners[_called(fields)] = own or "new"


def _called(fields: TemplateFields) -> tuple[object, ...]:
    return fields.kind, fields.language, fields.group_id, fields.name
