# SPDX-License-Identifier: MIT
"""Templates on their way to another workspace: how a file spells them, and what it would change."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.errors import GroupDeskError, ValidationError
from groupdesk.domain.template_enums import TemplateFound, TemplateOrigin, TemplateVariant
from groupdesk.domain.template_fields import TemplateFields, fields_of
from groupdesk.domain.templates import MessageTemplate
from groupdesk.domain.text import clean_line, is_blank, reject_unstorable

_Listed = TypeVar("_Listed", bound=StrEnum)

FORMAT: Final = "templates"
VERSION: Final = 1
"""The version of the file format; files of a later one are refused."""

MOST_TEMPLATES: Final = 500
"""How many templates a file may hold."""

_ABOUT = "# GroupDesk: message templates. What stands in {braces} is filled in for each message."
_KEYS: Final = ("kind", "language", "tone", "name", "body", "variant", "term", "stands_in_for")
# What would break a line, hide or reorder text in an editor: written as its number.
_HIDDEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]"
)


@dataclass(frozen=True, slots=True)
class FoundTemplate:
    """One template of a file: what taking it in would do, or why it cannot be taken.

    `name` is as far as one could read it; `fields` is None for a refused one, and `before` the
    template that it would replace.
    """

    state: TemplateFound
    name: str
    fields: TemplateFields | None = None
    before: MessageTemplate | None = None
    refusal: GroupDeskError | None = None


def to_toml(templates: Iterable[MessageTemplate], exported_at: str) -> str:
    """Return templates as a file that a person can read, too; groups are not told."""
    head = f'[groupdesk]\nformat = "{FORMAT}"\nversion = {VERSION}\n'
    parts = [f"{_ABOUT}\n\n{head}exported_at = {_line(exported_at)}\n"]
    for template in templates:
        values = {
            "kind": template.kind.value,
            "language": template.language.value,
            "tone": template.tone.value,
            "variant": template.variant.value if template.variant else "",
            "term": template.term.value if template.term else "",
            "stands_in_for": template.id if template.origin is not TemplateOrigin.OWN else "",
            "name": template.name,
        }
        lines = [f"{key} = {_line(value)}" for key, value in values.items() if value]
        parts.append("\n".join(("\n[[template]]", *lines, f"body = {_lines(template.body)}\n")))
    return "".join(parts)


def told_texts(table: Mapping[str, object]) -> dict[str, str]:
    """Return what a file says of one template: texts only, all else reads as nothing."""
    return {key: value for key in _KEYS if isinstance(value := table.get(key), str)}


def look_through(
    rows: Sequence[Mapping[str, str]], known: Iterable[MessageTemplate], group_id: int | None
) -> tuple[FoundTemplate, ...]:
    """Say what taking in each template of a file would do; it never raises.

    What stands in for one of the program's replaces it; another one replaces the own template
    of the same kind, language and name of `group_id`.
    """
    by_id = {template.id: template for template in known}
    own = {_identity(fields_of(template)): template for template in by_id.values()}
    seen: set[object] = set()
    return tuple(_look_at(row, by_id, own, group_id, seen) for row in rows)


def _look_at(
    row: Mapping[str, str],
    by_id: Mapping[str, MessageTemplate],
    own: Mapping[object, MessageTemplate],
    group_id: int | None,
    seen: set[object],
) -> FoundTemplate:
    name = clean_line(row.get("name", ""))[:80]
    try:
        fields = _fields(row, group_id).checked()
        before = by_id.get(row.get("stands_in_for", ""))
        if before is None or (before.kind, before.language) != (fields.kind, fields.language):
            before = own.get(_identity(fields))
            if before is not None and before.origin is not TemplateOrigin.OWN:
                raise ValidationError("name", "template_name_taken", name=fields.name)
        identity = before.id if before is not None else _identity(fields)
        if identity in seen:
            raise ValidationError("name", "template_twice", name=fields.name)
        seen.add(identity)
    except GroupDeskError as refusal:
        return FoundTemplate(TemplateFound.REFUSED, name, refusal=refusal)
    if before is None:
        return FoundTemplate(TemplateFound.NEW, name, fields)
    same = (before.name, before.body, before.tone) == (fields.name, fields.body, fields.tone)
    state = TemplateFound.SAME if same else TemplateFound.CHANGED
    return FoundTemplate(state, name, fields, before)


def _fields(row: Mapping[str, str], group_id: int | None) -> TemplateFields:
    for key in _KEYS:
        reject_unstorable(key, row.get(key, ""))
    variant, term = row.get("variant", ""), row.get("term", "")
    return TemplateFields(
        _one_of(TemplateKind, row, "kind"),
        _one_of(Language, row, "language"),
        _one_of(Tone, row, "tone"),
        row.get("name", ""),
        row.get("body", ""),
        group_id,
        _one_of(Term, row, "term") if term else None,
        _one_of(TemplateVariant, row, "variant") if variant else None,
    )


def _one_of(kind: type[_Listed], row: Mapping[str, str], key: str) -> _Listed:
    value = row.get(key, "")
    if value not in set(kind):
        shown = "–" if is_blank(value) else clean_line(value)[:40]
        raise ValidationError(key, "template_value_unknown", column=key, value=shown)
    return kind(value)


def _identity(fields: TemplateFields) -> object:
    return fields.kind, fields.language, fields.group_id, fields.name


def _line(text: str) -> str:
    return '"' + _escaped(text).replace("\n", "\\n").replace('"', '\\"') + '"'


def _lines(text: str) -> str:
    # A quotation mark before another one, or at the end, could close the text.
    return '"""\n' + re.sub(r'"(?="|\Z)', '\\\\"', _escaped(text)) + '"""'


def _escaped(text: str) -> str:
    whole = text.replace("\\", "\\\\")
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", whole)
