# SPDX-License-Identifier: MIT
"""Removing several members in one act: a dry run, then all of them or none."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from groupdesk.domain.act_records import RemovalRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, Ground, MembershipState, SubjectKind
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.removal_records import (
    MAX_MEMBERS,
    BatchLine,
    BatchMember,
    BatchPreview,
    BatchRequest,
)
from groupdesk.domain.text import is_blank, optional_text
from groupdesk.models import stored
from groupdesk.models.people import Group, Membership, Person
from groupdesk.models.rules import Rule, Rulebook
from groupdesk.services import casework
from groupdesk.services.case_joining import open_case
from groupdesk.services.drafts import drop_draft, drop_draft_at
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.recent_acts import acted_since
from groupdesk.services.removal_writer import RemovalWriter, problems
from groupdesk.services.removals import TOPICS
from groupdesk.services.same_person import among, entries_of

if TYPE_CHECKING:
    from groupdesk.services.review_removals import ReviewLink

Progress = Callable[[int, int], None]
_EVERYWHERE = """
SELECT m.id FROM membership m JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE m.person_id IN {0} AND +m.state = 'active' ORDER BY m.id <> ?, g.id, m.id
"""


class RemovalBatches:
    """Removals of several members at once."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def everywhere(self, membership_id: int) -> tuple[int, ...]:
        """Return all stays in which the person of a stay is active now, under any linked entry.

        The one that is asked about comes first; archived groups are left out.
        """
        with self._ledger.reading():
            database = self._ledger.database
            who = among(entries_of(database, casework.stay_of(membership_id).person_id))
            rows = database.execute_sql(_EVERYWHERE.format(who), (membership_id,))
            return tuple(int(ident) for (ident,) in rows)

    def preview(self, batch: BatchRequest, progress: Progress | None = None) -> BatchPreview:
        """Say for each member what would become of them, writing nothing.

        `progress` is told how many of how many are done, and may raise to give up.
        """
        with self._ledger.reading():
            run = _Run(self._ledger, self._evidence, batch)
            lines = []
            for done, member in enumerate(batch.members, 1):
                lines.append(run.line(member))
                if progress is not None:
                    progress(done, len(batch.members))
            missing = tuple((problem.field, problem.code) for problem in run.problems())
            return BatchPreview(tuple(lines), missing)

    def decide(self, batch: BatchRequest, progress: Progress | None = None) -> Receipt:
        """Record the removals of all members in one transaction; the subject is the first one.

        What a group's process asks approval for waits, the others hold at once. Others who want
        to write meanwhile are let go first. `progress` may raise to give up: nothing is written
        then. Raises what `Removals.decide` raises for the first member that cannot be removed,
        ValidationError("members", "batch_member", name=…) for one who still lacks something.
        """
        with self._ledger.reading():
            for problem in _Run(self._ledger, self._evidence, batch).problems():
                raise problem
        self._evidence.require_stored([use.evidence_id for use in batch.evidence])

        def work(entry: Entry) -> None:
            run = _Run(self._ledger, self._evidence, batch)
            removals, act = [], str(batch.operation)
            groups = set()
            link = self._link(entry, batch)
            for done, member in enumerate(batch.members, 1):
                entry.give_way()
                request, stay = run.request(member)
                groups.add(stay.group_id)
                try:
                    removals.append(run.writer.write(entry, request, stay, act))
                except ValidationError as error:
                    raise ValidationError("members", "batch_member", name=stay.name) from error
                drop_draft_at(self._ledger, "removal", member.membership_id)
                if progress is not None:
                    progress(done, len(batch.members))
            require_in_use(*groups)
            drop_draft(self._ledger, batch.draft_id)
            if link is not None:
                link.write(removals, act)
            only = groups.pop() if len(groups) == 1 else None
            entry.about(SubjectKind.REMOVAL, removals[0].id, *TOPICS, group_id=only)

        return self._ledger.run_long(batch.operation, Action.REMOVAL_BATCH, work, lambda: None)

    def _link(self, entry: Entry, batch: BatchRequest) -> "ReviewLink | None":
        """Return what ties the removals to the review that they come from, if they do."""
        if batch.review is None:
            return None
        from groupdesk.services.review_removals import ReviewLink  # noqa: PLC0415  # few do

        members = [member.membership_id for member in batch.members]
        return ReviewLink(self._ledger, entry, batch.review, members)


class _Run:
    """One pass over a batch; what its members share is looked up once."""

    def __init__(self, ledger: Ledger, evidence: Evidences, batch: BatchRequest) -> None:
        self._ledger = ledger
        self._batch = batch
        self.writer = RemovalWriter(ledger, evidence, batch)
        self._rules: dict[int, Rule | None] = {}
        self._now = to_text(ledger.clock())
        self._stays = _stays(batch)
        self._seen: set[int] = set()

    def problems(self) -> Iterator[ValidationError]:
        """Yield what the batch as a whole lacks."""
        batch = self._batch
        if not batch.members:
            yield ValidationError("members", "batch_empty")
        if len(batch.members) > MAX_MEMBERS:
            yield ValidationError(
                "members", "batch_too_many", chosen=len(batch.members), most=MAX_MEMBERS
            )
        yield from problems(batch, self._ledger.clock(), self.writer.pictures)
        try:
            for text in batch.notices.values():
                optional_text("notice", text)
        except ValidationError as error:
            yield error

    def request(self, member: BatchMember) -> tuple[RemovalRequest, Membership]:
        """Return the removal of one member by itself, and the stay that it is about.

        Raises StateChangedError for one that is gone, ValidationError for one that is there twice.
        """
        batch = self._batch
        stay = self._stays.get(member.membership_id)
        if stay is None:
            raise StateChangedError("member_gone")
        if stay.id in self._seen:
            raise ValidationError("members", "batch_twice", name=stay.name)
        self._seen.add(stay.id)
        rule = self._rule(stay)
        notice, language = self._notice(member, stay)
        own = {item: why for item, why in member.overrides.items() if not is_blank(why)}
        return RemovalRequest(
            operation=batch.operation,
            membership_id=stay.id,
            ground=batch.ground,
            rule_id=rule.id if rule else None,
            reason=batch.reason,
            term=batch.term,
            evidence=batch.evidence,
            comment=batch.comment,
            until=batch.until,
            notice=notice,
            notice_language=language,
            overrides={**batch.overrides, **own},
            already_removed_at=batch.already_removed_at,
            incident=batch.incident,
            seen_seq=batch.seen_seq,
            template=batch.template,
            sure=member.sure,
            blocks=batch.blocks,
            asks=member.asks,
        ), stay

    def line(self, member: BatchMember) -> BatchLine:
        """Return what would become of one member."""
        try:
            request, stay = self.request(member)
        except (StateChangedError, ValidationError) as error:
            return self._refused(member, error.code)
        rule = self._rule(stay)
        refusal = self.writer.refusal(request, stay)
        code = refusal.code if refusal is not None else ""
        if not code and request.ground is Ground.BREACH and rule is None:
            code = "rule_missing"
        concerns = self.writer.concerns(stay)
        case = open_case(
            stay, [rule] if rule else [], apart=rule is None, history=self.writer.history
        )
        return BatchLine(
            membership_id=stay.id,
            person_id=stay.person_id,
            group_id=stay.group_id,
            group_name=stay.group.name,
            member_name=stay.name,
            state=stored.one_of(MembershipState, stay.state),
            rule_code=rule.code if rule else "",
            refusal=code,
            concerns=concerns,
            unsure=tuple(concern for concern in concerns if concern not in member.sure),
            fair=self.writer.fair(request, stay, rule, self._now),
            case_number=case.id if case else 0,
            asks_approval=self.writer.asks(request, stay),
            notice_language=request.notice_language,
            acted_by=acted_since(self._ledger, stay.person_id, self._batch.seen_seq),
        )

    def _refused(self, member: BatchMember, code: str) -> BatchLine:
        """Return the line of a member that is gone, or that is in the list twice."""
        stay = self._stays.get(member.membership_id)
        return BatchLine(
            membership_id=member.membership_id,
            person_id=stay.person_id if stay else 0,
            group_id=stay.group_id if stay else 0,
            group_name=stay.group.name if stay else "",
            member_name=stay.name if stay else "",
            state=stored.one_of(MembershipState, stay.state) if stay else MembershipState.WITHDRAWN,
            rule_code="",
            refusal=code,
        )

    def _rule(self, stay: Membership) -> Rule | None:
        """Return the rule in force of the stay's group that the batch names for it."""
        if stay.group_id not in self._rules:
            code = self._batch.rules.get(stay.group_id, "")
            named = code and self._batch.ground is Ground.BREACH
            self._rules[stay.group_id] = _rule_in_use(stay.group_id, code) if named else None
        return self._rules[stay.group_id]

    def _notice(self, member: BatchMember, stay: Membership) -> tuple[str, str]:
        """Return the notice to a member and its language: theirs, the group's, or the only one."""
        notices = self._batch.notices
        wanted = (stay.person.language, stay.group.language, *sorted(notices))
        said = {str(language): text for language, text in notices.items() if not is_blank(text)}
        language = next((one for one in wanted if one in said), "")
        if not is_blank(member.notice):
            return member.notice, member.notice_language or language
        return said.get(language, ""), language


def _stays(batch: BatchRequest) -> dict[int, Membership]:
    """Return the stays that a batch is about, each with its person and group, by their ids."""
    wanted = [member.membership_id for member in batch.members]
    rows = (
        Membership.select(Membership, Person, Group)
        .join(Person)
        .switch(Membership)
        .join(Group)
        .where(Membership.id.in_(wanted))
    )
    return {stay.id: stay for stay in rows}


def _rule_in_use(group_id: int, code: str) -> Rule | None:
    """Return the rule of a group's newest version that has this code."""
    newest = (
        Rulebook.select(Rulebook.id)
        .where(Rulebook.group == group_id)
        .order_by(Rulebook.version.desc())
        .limit(1)
    )
    found: Rule | None = Rule.get_or_none((Rule.rulebook == newest) & (Rule.code == code))
    return found
