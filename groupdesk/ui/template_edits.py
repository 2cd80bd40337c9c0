# SPDX-License-Identifier: MIT
"""What was written into templates and is not saved yet; it is kept as one draft."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QObject

from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.template_enums import TemplateVariant
from groupdesk.domain.template_fields import TemplateFields, fields_of
from groupdesk.domain.templates import MessageTemplate
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper

DRAFT_KIND: Final = "templates"
NEW: Final = "new."
"""How the keys of templates begin that were never saved."""


@dataclass(frozen=True, slots=True)
class TemplateEdit:
    """Fields as they are written, and the template as it was when that began; None for a new one.

    The service compares: what another operator changed meanwhile is not overwritten unseen.
    """

    fields: TemplateFields
    seen: MessageTemplate | None = None


class TemplateEdits(QObject):
    """The unsaved edits of one operator, by the id of the template, or "new.1" and on."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        """Start empty; `load` reads what was kept."""
        super().__init__(parent)
        self._edits: dict[str, TemplateEdit] = {}
        self._loaded = False
        self._keeper = DraftKeeper(context, DRAFT_KIND, None, self._contents, self)

    def load(self, templates: Iterable[MessageTemplate]) -> None:
        """Read what was kept, once. Raises StorageError."""
        if self._loaded:
            return
        found = self._keeper.load()
        known = {template.id: template for template in templates}
        told = found.payload.get("edits") if found is not None else None
        for key, value in told.items() if isinstance(told, dict) else ():
            edit = _read(value, known.get(key))
            if edit is not None and (edit.seen is not None or key.startswith(NEW)):
                self._edits[key] = edit
        self._keeper.begin()
        self._loaded = True

    @property
    def new_keys(self) -> tuple[str, ...]:
        """The keys of templates that were never saved."""
        return tuple(key for key in self._edits if key.startswith(NEW))

    def get(self, key: str) -> TemplateEdit | None:
        """Return the edit of a template, None while it is as it was saved."""
        return self._edits.get(key)

    def add(self, fields: TemplateFields) -> str:
        """Begin a new template and return its key."""
        numbers = (int(key.removeprefix(NEW)) for key in self.new_keys)
        key = f"{NEW}{max(numbers, default=0) + 1}"
        self._put(key, TemplateEdit(fields))
        return key

    def change(self, key: str, fields: TemplateFields, template: MessageTemplate | None) -> None:
        """Take what is written now; the same as in `template` is no edit."""
        before = self._edits.get(key)
        seen = before.seen if before is not None else template
        if seen is not None and seen == template and fields == fields_of(seen):
            self.drop(key)
        else:
            self._put(key, TemplateEdit(fields, seen))

    def look_again(self, key: str, template: MessageTemplate) -> None:
        """Take a template for seen: the operator changed something else of it themselves."""
        edit = self._edits.get(key)
        if edit is not None:
            self._put(key, replace(edit, seen=template))

    def saved(self, key: str, edit: TemplateEdit, template: MessageTemplate) -> None:
        """Take `edit` for saved as `template`; what was typed meanwhile is an edit of that."""
        now = self._edits.get(key)
        self.drop(key)
        if now is not None and now != edit:
            self._put(template.id, TemplateEdit(now.fields, template))

    def drop(self, key: str) -> None:
        """Forget an edit that is not wanted."""
        if self._edits.pop(key, None) is not None:
            self._keeper.touch()

    def leave(self, on_failure: Any) -> None:
        """Keep at once what is not kept yet."""
        if self._loaded:
            self._keeper.leave(lambda: None, on_failure)

    def _put(self, key: str, edit: TemplateEdit) -> None:
        self._edits[key] = edit
        self._keeper.touch()

    def _contents(self) -> Contents:
        return {"edits": {key: _told(edit) for key, edit in self._edits.items()}}, ()


def _told(edit: TemplateEdit) -> dict[str, object]:
    fields, seen = edit.fields, edit.seen
    told: dict[str, object] = {
        "kind": fields.kind.value,
        "language": fields.language.value,
        "tone": fields.tone.value,
        "name": fields.name,
        "body": fields.body,
        "group_id": fields.group_id,
        "term": fields.term.value if fields.term else "",
        "variant": fields.variant.value if fields.variant else "",
    }
    if seen is not None:
        told["seen"] = {"name": seen.name, "body": seen.body, "changed_at": seen.changed_at}
    return told


def _read(told: Any, template: MessageTemplate | None) -> TemplateEdit | None:
    """Return a kept edit, None for one that cannot be read or whose template is gone."""
    try:
        fields = TemplateFields(
            TemplateKind(told["kind"]),
            Language(told["language"]),
            Tone(told["tone"]),
            str(told["name"]),
            str(told["body"]),
            None if told["group_id"] is None else int(told["group_id"]),
            Term(told["term"]) if told["term"] else None,
            TemplateVariant(told["variant"]) if told["variant"] else None,
        )
        seen: Mapping[str, str] | None = told.get("seen")
        if seen is None or template is None:
            return TemplateEdit(fields)
        then = replace(
            template,
            name=str(seen["name"]),
            body=str(seen["body"]),
            changed_at=str(seen["changed_at"]),
        )
        return TemplateEdit(fields, then)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
