# SPDX-License-Identifier: MIT
"""Rulebooks: the published versions of a group's rules. A draft lives in `drafts`."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from groupdesk.domain.enums import Action, Severity, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import Receipt, RulebookRecord, RuleRecord
from groupdesk.domain.rule_changes import draft_of, followed
from groupdesk.domain.rulebook import RuleDraft, validate_rules
from groupdesk.domain.text import clean_line, reject_unstorable
from groupdesk.models import stored
from groupdesk.models.rules import Rule, Rulebook
from groupdesk.services.drafts import drop_draft
from groupdesk.services.groups import Groups
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.removal_state import holds_sql

_BREACHES = f"""
SELECT rule.id, count(*) FROM (
    SELECT n.rule_id, 'warning' kind, w.id FROM (
        SELECT id warning_id, rule_id FROM member_warning
        UNION ALL SELECT warning_id, rule_id FROM warning_rule
    ) n JOIN member_warning w ON w.id = n.warning_id
    WHERE (SELECT state FROM warning_event e WHERE e.warning_id = w.id
        AND state NOT IN ('acknowledged', 'lapsed') ORDER BY e.id DESC LIMIT 1) = 'sent'
    UNION ALL SELECT x.rule_id, 'removal', x.id FROM removal x WHERE {holds_sql("x")}
) act
JOIN rule ON rule.id = act.rule_id
JOIN rulebook ON rulebook.id = rule.rulebook_id
WHERE rulebook.group_id = ? AND NOT EXISTS (
    SELECT 1 FROM reversal r WHERE r.target_kind = act.kind AND r.target_id = act.id
        AND coalesce(r.kind, '') <> 'pardoned')
GROUP BY rule.id
"""
"""What counts as a breach of a rule: messages that were sent, and removals, that stand.

One that lapsed or was pardoned was a breach all the same; a message can be about several rules.
"""


class Rules:
    """The rules of all groups."""

    def __init__(self, ledger: Ledger, groups: Groups) -> None:
        """Work through `ledger`."""
        self._ledger = ledger
        self._groups = groups

    def current(self, group_id: int) -> RulebookRecord | None:
        """Return the version in force, or None when nothing was published yet."""
        versions = self.versions(group_id, newest_only=True)
        return versions[0] if versions else None

    def versions(self, group_id: int, *, newest_only: bool = False) -> tuple[RulebookRecord, ...]:
        """Return the published versions, the newest first."""
        with self._ledger.reading():
            query = (
                Rulebook.select()
                .where(Rulebook.group == group_id)
                .order_by(Rulebook.version.desc())
            )
            counts = dict(self._ledger.database.execute_sql(_BREACHES, (group_id,)).fetchall())
            shown = 1 if newest_only else None
            books = [_book(book) for book in query.limit(shown if not counts else None)]
            return tuple(_counted(books, counts)[:shown])

    def publish(
        self,
        operation: UUID,
        group_id: int,
        rules: Sequence[RuleDraft],
        *,
        note: str = "",
        based_on: int = 0,
        draft_id: int | None = None,
    ) -> Receipt:
        """Publish rules as the next version; the draft they came from is dropped.

        `based_on` is the version that the draft started from (0 for none). Raises
        ValidationError for rules that cannot be published, StateChangedError("rules_published")
        when another version was published meanwhile.
        """
        validate_rules(rules)
        reject_unstorable("note", note)
        group = self._groups.get(group_id)

        def work(entry: Entry) -> None:
            last = (
                Rulebook.select()
                .where(Rulebook.group == group_id)
                .order_by(Rulebook.version.desc())
                .first()
            )
            version = 0 if last is None else int(last.version)
            if version != based_on:
                raise StateChangedError("rules_published", version=version)
            book = Rulebook.create(
                group=group_id,
                version=version + 1,
                note=clean_line(note),
                published_at=entry.now_text,
                published_by=entry.operator.id,
            )
            rows = [
                Rule.create(
                    rulebook=book.id,
                    position=position,
                    code=rule.code,
                    severity=rule.severity.value,
                    titles=_text(rule.titles),
                    texts=_text(rule.texts),
                    hints=_text(rule.hints),
                    examples=_text(rule.examples),
                    consequences=_text(rule.consequences),
                )
                for position, rule in enumerate(rules, 1)
            ]
            drop_draft(self._ledger, draft_id)
            entry.about(
                SubjectKind.RULEBOOK,
                book.id,
                Topic.RULES,
                Topic.GROUPS,
                Topic.DRAFTS,
                group_id=group_id,
            )
            entry.record(
                before={"version": version} if version else None,
                after={
                    "group": group.name,
                    "version": version + 1,
                    "note": clean_line(note),
                    "rules": [rule.code for rule in rules],
                },
                rows=[book, *rows],
            )

        return self._ledger.run(operation, Action.RULES_PUBLISH, work)


def _text(texts: object) -> str:
    return json.dumps(texts, ensure_ascii=False, sort_keys=True, default=dict)


def _counted(books: Sequence[RulebookRecord], counts: Mapping[int, int]) -> list[RulebookRecord]:
    """Return all versions, the newest first, with the breaches of each rule over all of them."""
    if not counts:
        return list(books)
    versions = [[draft_of(rule) for rule in book.rules] for book in reversed(books)]
    places = list(reversed(followed(versions)))
    totals: Counter[int] = Counter()
    for book, known in zip(books, places, strict=True):
        for rule, place in zip(book.rules, known, strict=True):
            totals[place] += counts.get(rule.id, 0)
    return [
        book._replace(
            rules=tuple(
                rule._replace(breaches=totals[place])
                for rule, place in zip(book.rules, known, strict=True)
            )
        )
        for book, known in zip(books, places, strict=True)
    ]


def _book(book: Rulebook) -> RulebookRecord:
    rules = Rule.select().where(Rule.rulebook == book.id).order_by(Rule.position)
    return RulebookRecord(
        id=book.id,
        group_id=book.group_id,
        version=stored.number(book.version, 1),
        note=book.note,
        published_at=stored.moment_text(book.published_at),
        published_by=book.published_by.name,
        rules=tuple(rule_record(rule) for rule in rules),
    )


def rule_record(rule: Rule) -> RuleRecord:
    """Return a rule as it reads in its version."""
    return RuleRecord(
        id=rule.id,
        code=rule.code,
        severity=stored.one_of(Severity, rule.severity),
        titles=stored.texts(rule.titles),
        texts=stored.texts(rule.texts),
        hints=stored.texts(rule.hints),
        examples=stored.texts(rule.examples),
        consequences=stored.texts(rule.consequences),
    )
