# SPDX-License-Identifier: MIT
"""The form of a removal of several members: what holds for all of them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import FairItem, Ground, Language, Term
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import EvidenceRecord, MemberDetail, RuleRecord
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.domain.text import MAX_REASON, is_blank
from groupdesk.ui.bulk_notices import BulkNotices
from groupdesk.ui.bulk_removal_draft import SaidOfOne
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import language_of
from groupdesk.ui.removal_words import removed_before
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.bulk_notice_choice import BulkNoticeChoice
from groupdesk.ui.widgets.decision_fields import DecisionFields
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.incident_fields import IncidentFields
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.notice_editor import NoticeFacts
from groupdesk.ui.widgets.rule_choice import RuleChoice
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice


class BulkRemovalForm(QWidget):
    """Holds what the person says; who can be removed by it is said beside."""

    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        details: Sequence[MemberDetail],
        parent: QWidget | None = None,
        *,
        one_person: bool = False,
    ) -> None:
        """Begin empty, for members of one group or of several, or for one person in several."""
        super().__init__(parent)
        self._context = context
        self._details = tuple(details)
        self._one_person = one_person
        self._groups = {one.group.id: one.group for one in details}
        books = {ident: context.desk.rules.current(ident) for ident in self._groups}
        rules = {ident: book.rules if book else () for ident, book in books.items()}
        alone = len(self._groups) == 1
        self.decision = DecisionFields(
            context,
            next(iter(rules.values())) if alone else (),
            self,
            one_rule=alone,
            breach=any(rules.values()),
        )
        self.rules: dict[int, RuleChoice] = {}
        if not alone:
            translations = context.translations
            self.rules = {
                ident: RuleChoice(translations, found, self) for ident, found in rules.items()
            }
        self._rule_fields = {
            ident: FormField("", choice, self) for ident, choice in self.rules.items()
        }
        self.blocks = QCheckBox(self)
        self.reason = TextArea(3, self)
        self.comment = TextArea(1, self)
        self.incident = IncidentFields(context, self)
        self.evidence = EvidenceArea(context, details[0].row.id, self)
        self._shared = label(role="secondary", parent=self, wrap=True)
        self.notice = BulkNoticeChoice(context, details, self, one_person=one_person)
        self.already = TimeChoice(context.desk.clock, parent=self)
        self.reason_field = FormField("", self.reason, self)
        self.comment_field = FormField("", self.comment, self)
        self.already_field = FormField("", self.already, self)
        self.already_field.head.hide()
        self._count = len(details)
        self._languages = {language_of(one)[0] for one in details}
        self._lay_out()
        self._connect()
        self._translate()
        self._show_what_applies()

    # ---- what was said

    @property
    def chosen_rules(self) -> dict[int, RuleRecord]:
        """The rule that was broken in each group where one is chosen."""
        if self.decision.chosen_ground is not Ground.BREACH:
            return {}
        if not self.rules:
            rule = self.decision.chosen_rule
            return dict.fromkeys(self._groups, rule) if rule is not None else {}
        found = {ident: choice.rule for ident, choice in self.rules.items()}
        return {ident: rule for ident, rule in found.items() if rule is not None}

    @property
    def blocks_everywhere(self) -> bool:
        """Whether those who are removed are to be blocked in all groups."""
        return self.decision.chosen_term is Term.FOR_GOOD and self.blocks.isChecked()

    def request(
        self,
        operation: UUID,
        members: Sequence[BatchMember],
        overrides: Mapping[FairItem, str],
        seen_seq: int | None = None,
        draft_id: int | None = None,
    ) -> BatchRequest:
        """Return the removal as the form has it now; the notices are the members' own."""
        until = self.decision.chosen_until
        return BatchRequest(
            operation=operation,
            members=tuple(members),
            ground=self.decision.chosen_ground,
            reason="" if is_blank(self.reason.text) else self.reason.text,
            term=self.decision.chosen_term,
            evidence=self.evidence.uses(),
            rules={ident: rule.code for ident, rule in self.chosen_rules.items()},
            comment=self.comment.text,
            until=until.isoformat() if until else "",
            overrides=overrides,
            already_removed_at=self.already.moment(),
            incident=self.incident.incident(),
            blocks=self.blocks_everywhere,
            seen_seq=seen_seq,
            template=self.notice.template_id,
            draft_id=draft_id,
        )

    def notices(self) -> BulkNotices:
        """Return what the members will be told, each by name."""
        return BulkNotices(
            self._context, self.notice.chosen, self.chosen_rules, self._facts(), self._groups
        )

    def missing(self, groups: Sequence[int]) -> list[str]:
        """Return what is still missing, in words; a rule only in these `groups`."""
        words, decision = self._context.translations.words, self.decision
        now = self._context.desk.clock()
        until, already = decision.chosen_until, self.already.moment()
        breach, rules = decision.chosen_ground is Ground.BREACH, self.chosen_rules
        asked = (
            ("ground", decision.ground_open),
            ("rule", breach and any(group not in rules for group in groups)),
            ("until", until is not None and until <= now.date()),
            ("reason", is_blank(self.reason.text)),
            ("shorter", any(field.error for field in (self.reason_field, self.comment_field))),
            ("evidence", not self.evidence.pictures),
            ("already_removed_at", bool(already) and from_text(already) > now),
        )
        found = [words(f"still_missing.{name}") for name, open_ in asked if open_]
        if self.evidence.busy:
            found.append(self.tr("a screenshot that is on its way in"))
        return found

    def payload(self) -> dict[str, object]:
        """Return what a draft keeps, beside the screenshots."""
        return {
            **self.decision.payload(),
            **self.incident.payload(),
            "rules": {str(ident): rule.code for ident, rule in sorted(self.chosen_rules.items())},
            "notices": self.notice.payload(),
            "reason": self.reason.text,
            "comment": self.comment.text,
            "already_removed_at": self.already.moment(),
            "blocks": self.blocks.isChecked(),
        }

    def begin_with(self, ground: Ground, reasons: Mapping[Language, str], comment: str) -> None:
        """Begin with ground, comment, and a reason in the language of the letters.

        Letters in several languages have no reason to begin with: one stands in all of them.
        """
        self.decision.ground.setCurrentIndex(self.decision.ground.findData(ground.value))
        if len(self._languages) == 1:
            self.reason.set_text(reasons[next(iter(self._languages))])
        self.comment.set_text(comment)
        self._show_what_applies()

    def go_on_from(self, said: SaidOfOne) -> None:
        """Take what was said of the removal from one group, as far as it holds for all of them."""
        self._take(said.payload, said.evidence)
        own = self.rules.get(said.group_id)
        if own is not None:
            own.choose(str(said.payload["rule"]))
            self._on_rule(said.group_id)

    def restore(self, draft: DraftRecord) -> None:
        """Take what a draft kept."""
        rules = _texts(draft.payload["rules"])
        for ident, choice in self.rules.items():
            choice.choose(rules.get(str(ident), ""))
        self._take(draft.payload, draft.evidence)
        self.notice.restore(_texts(draft.payload["notices"]))

    def _take(self, payload: Mapping[str, object], evidence: Sequence[EvidenceRecord]) -> None:
        self.decision.restore(payload)
        self.incident.restore(payload)
        self.reason.set_text(str(payload["reason"]))
        self.comment.set_text(str(payload["comment"]))
        self.already.set_moment(str(payload["already_removed_at"]))
        self.blocks.setChecked(payload["blocks"] is True)
        self.evidence.set_records(evidence)
        self._show_what_applies()

    @property
    def fields(self) -> Mapping[str, TakesError]:
        """What the service calls by these names, where its errors are shown."""
        rule = next(iter(self._rule_fields.values()), self.decision.rule_field)
        return {
            "rule": rule,
            "until": self.decision.until_field,
            "reason": self.reason_field,
            "comment": self.comment_field,
            "evidence": self.evidence,
            "already_removed_at": self.already_field,
        }

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addWidget(self.decision)
        for field in self._rule_fields.values():
            column.addWidget(field)
        column.addWidget(self.blocks)
        column.addWidget(self.reason_field, 1)
        column.addWidget(self.comment_field)
        column.addWidget(self.incident)
        column.addWidget(self.evidence)
        column.addWidget(self._shared)
        column.addWidget(self.notice)
        column.addWidget(self.already_field)

    def _connect(self) -> None:
        for part in (self.decision, self.incident, self.evidence, self.notice, self.already):
            part.changed.connect(self._on_changed)
        self.blocks.toggled.connect(lambda _on: self._on_changed())
        for area in (self.reason, self.comment):
            area.textChanged.connect(self._on_changed)
        for ident, choice in self.rules.items():
            choice.chosen.connect(lambda ident=ident: self._on_rule(ident))

    def _translate(self) -> None:
        reason = self.tr("R&eason, shown to each of them")
        already = self.tr("I &already removed them all, at")
        shared = self.tr(
            "What is here serves all %n of them and is linked to each.", "", self._count
        )
        if self._one_person:
            reason = self.tr("R&eason, shown to the member")
            already = self.tr("I &already removed them from all groups, at")
            shared = self.tr("What is here is linked to the case in each group.")
        self.reason_field.set_caption(reason)
        if len(self._languages) > 1:
            self.reason_field.set_hint(
                self.tr(
                    "It stands as it is in letters of different languages: please write it so"
                    " that each of them understands it."
                )
            )
        self.comment_field.set_caption(self.tr("Internal &comment"))
        self.already.set_caption(already)
        self.blocks.setText(self.tr("Put them on the &blocklist of all groups as well"))
        self._shared.setText(shared)
        for ident, field in self._rule_fields.items():
            field.set_caption(
                self.tr("Rule broken in {0}").format(self._groups[ident].name.replace("&", "&&"))
            )

    # ---- following

    def _on_rule(self, chosen_in: int) -> None:
        """Choose the same rule in the groups that have it and none is chosen for yet."""
        rule = self.rules[chosen_in].rule
        if rule is not None:
            for other in [one for one in self.rules.values() if one.rule is None]:
                other.choose_like(rule)
        self._on_changed()

    def _on_changed(self) -> None:
        hint = removed_before(self._context, self.already.moment(), self._details)
        self.already_field.set_hint(hint)
        self.already_field.clear_error()
        self._show_what_applies()
        self._check_texts()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        breach = self.decision.chosen_ground is Ground.BREACH
        for field in self._rule_fields.values():
            field.setVisible(breach)
        self.blocks.setVisible(self.decision.chosen_term is Term.FOR_GOOD)
        self.notice.offer(breach=breach, term=self.decision.chosen_term)

    def _check_texts(self) -> None:
        """Say at once what is too long; what is empty is said beside the main button."""
        for field, text in (
            (self.reason_field, self.reason.text),
            (self.comment_field, self.comment.text),
        ):
            if len(text) > MAX_REASON:
                error = ValidationError("", "text_too_long", limit=MAX_REASON, length=len(text))
                field.set_error(self._context.error_text(error), focus=False)
            else:
                field.clear_error()

    def _facts(self) -> NoticeFacts:
        clock, decision = self._context.desk.clock(), self.decision
        happened = self.incident.happened.moment()
        when = from_text(happened).astimezone(clock.tzinfo) if happened else clock
        return NoticeFacts(
            decision.chosen_ground,
            None,
            self.reason.text,
            decision.chosen_term,
            decision.chosen_until,
            when.date(),
        )


def _texts(stored: object) -> dict[str, str]:
    return {str(key): str(text) for key, text in stored.items()} if isinstance(stored, dict) else {}
