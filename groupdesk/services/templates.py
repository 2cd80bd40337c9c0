# SPDX-License-Identifier: MIT
"""The message templates: those of the program, changed ones, and a community's own.

A template is register data: it is edited, and the log keeps the words before and after. What was
sent with it stays as it was sent.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from uuid import UUID

from groupdesk.domain.enums import Action, Language, SubjectKind, TemplateKind, Term, Tone, Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.template_enums import TemplateOrigin, TemplateVariant
from groupdesk.domain.template_fields import VARIANTS, TemplateFields, fields_of
from groupdesk.domain.template_names import KnownTemplates
from groupdesk.domain.templates import MessageTemplate
from groupdesk.models import stored
from groupdesk.models.care import Template
from groupdesk.models.people import Group
from groupdesk.services.built_in_templates import built_in_templates
from groupdesk.services.ledger import Entry, Ledger, require_in_use

_OWN = "own."
_SELECT = """
SELECT id, key, group_id, kind, language, tone, term, variant, name, body, hidden, changed_at
FROM template ORDER BY id
"""
_USED = """
SELECT template, count(*) FROM (
    SELECT template FROM member_warning WHERE template <> ''
    UNION ALL SELECT template FROM talk WHERE template <> ''
    UNION ALL SELECT template FROM removal WHERE template <> ''
    UNION ALL SELECT template FROM (
        SELECT DISTINCT template, rulebook_id, recorded_at FROM rules_told WHERE template <> '')
) GROUP BY template
"""
_KINDS, _TONES = tuple(TemplateKind), tuple(Tone)
_VARIANTS = (None, *(variant for kind in VARIANTS.values() for variant in kind))


class Templates:
    """All templates, in the order in which they are offered: friendly, short, firm."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    # ---- reading

    def all(self) -> tuple[MessageTemplate, ...]:
        """Return every template, also those that are not offered, by kind and language."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_SELECT).fetchall()
        by_id = {template.id: template for template in built_in_templates()}
        for row in rows:
            template = _record(row, by_id.get(row[1]))
            if template is not None:
                by_id[template.id] = template
        return tuple(sorted(by_id.values(), key=_place))

    def get(self, template_id: str) -> MessageTemplate:
        """Return one template. Raises StateChangedError when there is none."""
        found = next((one for one in self.all() if one.id == template_id), None)
        if found is None:
            raise StateChangedError("template_gone")
        return found

    def for_kind(
        self,
        kind: TemplateKind,
        language: Language,
        *,
        rule: bool = True,
        term: Term | None = None,
        variant: TemplateVariant | None = None,
        group_id: int | None = None,
    ) -> tuple[MessageTemplate, ...]:
        """Return what can be chosen for a message of `kind`; of one tone the group's own first.

        With a `rule`, those that name it, where the kind has such, and all own ones; without one,
        those that name none, since nothing could fill the others. A warning without a rule has
        none. What is written for one term of a removal comes last, and only for that `term`; with
        a `variant` only that answer is offered.
        """
        found = [
            template
            for template in self.all()
            if template.kind is kind
            and template.language is language
            and not template.hidden
            and template.term in {None, term}
            and (variant is None or template.variant in {None, variant})
            and template.group_id in {None, group_id}
        ]
        found.sort(key=lambda one: (one.term is not None, one.variant is None and bool(variant)))
        if not rule:
            return tuple(template for template in found if not template.needs_rule)
        plain = _without_a_rule()
        naming = [one for one in found if one.id not in plain or one.needs_rule]
        return tuple(naming or found)

    def default(
        self,
        kind: TemplateKind,
        language: Language,
        *,
        rule: bool = True,
        variant: TemplateVariant | None = None,
        group_id: int | None = None,
    ) -> MessageTemplate:
        """Return the template to begin with, the friendly one.

        Raises LookupError where none fits: a warning cannot do without a rule.
        """
        offered = self.for_kind(kind, language, rule=rule, variant=variant, group_id=group_id)
        friendly = [template for template in offered if template.tone is Tone.FRIENDLY]
        if not offered:
            raise LookupError(f"no template for {kind} in {language} without a rule")
        return (friendly or offered)[0]

    def frame(self, language: Language, group_id: int | None) -> tuple[str, str]:
        """Return header and footer of messages in a group, "" where there is none.

        The group's own goes before the one for all groups.
        """
        header, footer = (
            next(iter(self.for_kind(kind, language, group_id=group_id)), None)
            for kind in (TemplateKind.HEADER, TemplateKind.FOOTER)
        )
        return header.body if header else "", footer.body if footer else ""

    def usage(self) -> Mapping[str, int]:
        """Return how many messages were begun with each template, by its id.

        Reminders and warnings, openings of talks, notices of removals, and announcements, these
        once however many they reached.
        """
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_USED).fetchall()
        return {str(template): int(count) for template, count in rows}

    # ---- writing

    def save(
        self, operation: UUID, fields: TemplateFields, seen: MessageTemplate | None = None
    ) -> Receipt:
        """Write a new template, or change one that the person has `seen`.

        The receipt's subject is its row: `id_of` gives the id. One that comes with the program
        keeps kind, language, term and variant, and stays for all groups. Raises ValidationError
        for a field, StateChangedError when it is gone or another operator changed it meanwhile,
        and RefusedError for an archived group.
        """
        fields = fields.checked()

        def work(entry: Entry) -> None:
            row = self._put(entry, fields, seen, KnownTemplates(self.all()))
            entry.about(SubjectKind.TEMPLATE, row.id, Topic.TEMPLATES, group_id=fields.group_id)

        return self._ledger.run(operation, Action.TEMPLATE_SAVE, work)

    def reset(self, operation: UUID, template_id: str) -> Receipt:
        """Give a changed template of the program its own words back, offered or not as it is.

        Raises StateChangedError when it is not changed.
        """

        def work(entry: Entry) -> None:
            before = self.get(template_id)
            if before.origin is not TemplateOrigin.CHANGED:
                raise StateChangedError("template_gone")
            row = Template.get(Template.key == template_id)
            if before.hidden:
                row.name = row.body = ""
                row.changed_at = entry.now_text
                row.save()
            else:
                row.delete_instance()
            after = self.get(template_id)
            entry.about(SubjectKind.TEMPLATE, row.id, Topic.TEMPLATES, group_id=before.group_id)
            entry.record(before=_told(before), after=_told(after))

        return self._ledger.run(operation, Action.TEMPLATE_RESET, work)

    def hide(self, operation: UUID, template_id: str, *, hidden: bool = True) -> Receipt:
        """Offer a template no longer, or again.

        Raises StateChangedError when it is gone or is that already.
        """

        def work(entry: Entry) -> None:
            template = self.get(template_id)
            if template.hidden is hidden:
                raise StateChangedError("template_gone")
            row = _row(template)
            if row is None:
                row = self._create(entry, fields_of(template), template.id)
                row.name = row.body = ""  # it speaks in the program's own words, of any version
            row.hidden = hidden
            row.changed_at = entry.now_text
            row.save()
            entry.about(SubjectKind.TEMPLATE, row.id, Topic.TEMPLATES, group_id=template.group_id)
            entry.record(
                before={"offered": hidden}, after={"name": template.name, "offered": not hidden}
            )

        return self._ledger.run(operation, Action.TEMPLATE_HIDE, work)

    def take_in(
        self,
        operation: UUID,
        file: str,
        found: Iterable[tuple[MessageTemplate | None, TemplateFields]],
    ) -> Receipt:
        """Save templates of a file, each with the one that it replaces; all of them or none.

        Raises as `save`.
        """
        checked = [(seen, fields.checked()) for seen, fields in found]

        def work(entry: Entry) -> None:
            entry.about(SubjectKind.TEMPLATE, 0, Topic.TEMPLATES)
            entry.record(after={"file": file, "templates": len(checked)})
            known = KnownTemplates(self.all())
            for seen, fields in checked:
                self._put(entry, fields, seen, known)

        return self._ledger.run(operation, Action.TEMPLATE_IMPORT, work)

    # ---- inside

    def _put(
        self,
        entry: Entry,
        fields: TemplateFields,
        before: MessageTemplate | None,
        known: KnownTemplates,
    ) -> Template:
        """Write the fields into the row of `before`, or into a new one, and tell the log."""
        known.require_as_seen(before, fields.name)
        if before is not None and before.origin is not TemplateOrigin.OWN:
            fields = replace(
                fields,
                kind=before.kind,
                language=before.language,
                term=before.term,
                variant=before.variant,
                group_id=None,
            )
        self._require_group(fields.group_id, before)
        known.take_name(fields, before)
        row = None if before is None else _row(before)
        if row is None:
            key = "" if before is None else before.id
            row = self._create(entry, fields, key)
        else:
            for name, value in _columns(fields).items():
                setattr(row, name, value)
            row.changed_at = entry.now_text
            row.save()
        after = _told(_template(fields))
        if before is None:
            entry.record(after=after)
        else:
            old = {key: value for key, value in _told(before).items() if after[key] != value}
            new = {key: after[key] for key in old}
            entry.record(before=old, after={"name": fields.name, **new})
        return row

    @staticmethod
    def _create(entry: Entry, fields: TemplateFields, key: str) -> Template:
        row: Template = Template.create(
            key=key,
            **_columns(fields),
            hidden=False,
            created_at=entry.now_text,
            changed_at=entry.now_text,
        )
        return row

    @staticmethod
    def _require_group(group_id: int | None, before: MessageTemplate | None) -> None:
        groups = {group_id, before.group_id if before else None} - {None}
        if group_id is not None and Group.get_or_none(Group.id == group_id) is None:
            raise StateChangedError("group_gone")
        require_in_use(*(group for group in groups if group is not None))


@cache
def _without_a_rule() -> frozenset[str]:
    """Return the ids of the program's templates that are for no breach of a rule."""
    return frozenset(one.id for one in built_in_templates() if not one.needs_rule)


def id_of(row: int, key: str = "") -> str:
    """Return the id under which records name a template of one's own."""
    return key or f"{_OWN}{row}"


def _place(template: MessageTemplate) -> tuple[int, str, int, int, int]:
    """Return where a template stands: kind, language, answer, tone; a group's own first."""
    if template.group_id is not None:
        whose = 0
    else:
        whose = 1 if template.origin is TemplateOrigin.OWN else 2
    return (
        _KINDS.index(template.kind),
        template.language.value,
        _VARIANTS.index(template.variant),
        _TONES.index(template.tone),
        whose,
    )


def _record(row: tuple[object, ...], original: MessageTemplate | None) -> MessageTemplate | None:
    ident, key, group_id, kind, language, tone, term, variant, name, body, hidden, at = row
    if not body:  # hidden, in the program's own words; the program may no longer know it
        return original and replace(
            original, hidden=bool(hidden), changed_at=stored.moment_text(at)
        )
    return MessageTemplate(
        id=id_of(stored.number(ident), str(key)),
        kind=stored.one_of(TemplateKind, kind),
        language=stored.one_of(Language, language),
        tone=stored.one_of(Tone, tone),
        name=str(name),
        body=str(body),
        term=stored.one_of(Term, term) if term else None,
        variant=stored.one_of(TemplateVariant, variant) if variant else None,
        group_id=None if group_id is None else stored.number(group_id),
        origin=TemplateOrigin.OWN if original is None else TemplateOrigin.CHANGED,
        hidden=bool(hidden),
        changed_at=stored.moment_text(at),
    )


def _row(template: MessageTemplate) -> Template | None:
    own = template.id.removeprefix(_OWN)
    if template.id.startswith(_OWN) and own.isdecimal():
        found: Template | None = Template.get_or_none(Template.id == int(own))
    else:
        found = Template.get_or_none(Template.key == template.id)
    return found


def _columns(fields: TemplateFields) -> dict[str, object]:
    return {
        "group": fields.group_id,
        "kind": fields.kind.value,
        "language": fields.language.value,
        "tone": fields.tone.value,
        "term": fields.term.value if fields.term else None,
        "variant": fields.variant.value if fields.variant else None,
        "name": fields.name,
        "body": fields.body,
    }


def _template(fields: TemplateFields) -> MessageTemplate:
    return MessageTemplate(
        "",
        fields.kind,
        fields.language,
        fields.tone,
        fields.name,
        fields.body,
        fields.term,
        fields.variant,
        fields.group_id,
    )


def _told(template: MessageTemplate) -> dict[str, object]:
    """Return what the log says of a template."""
    group = Group.get_or_none(Group.id == template.group_id) if template.group_id else None
    return {
        "name": template.name,
        "template_kind": template.kind.value,
        "language": template.language.value,
        "tone": template.tone.value,
        "variant": (template.variant or template.term or ""),
        "of": group.name if group else "",
        "body": template.body,
    }
