# SPDX-License-Identifier: MIT
"""The form of a removal, in the order in which one thinks: what, why, proof, what is said."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from groupdesk.domain.act_records import DraftRecord, RemovalRequest
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import FairItem, Ground, Term
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.removal_words import removed_before
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.concern_checks import ConcernChecks
from groupdesk.ui.widgets.decision_fields import DecisionFields
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.incident_fields import IncidentFields
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.notice_editor import NoticeEditor, NoticeFacts
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

_COUNT_FROM = MAX_REASON * 9 // 10  # the counter shows where the limit is near


class RemovalForm(QWidget):
    """Holds what the person says; it judges nothing but what the service would refuse."""

    changed = Signal()

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Begin empty, for one member."""
        super().__init__(parent)
        self._context = context
        self._detail = detail
        book = context.desk.rules.current(detail.group.id)
        self.decision = DecisionFields(context, book.rules if book else (), self)
        self.concerns = ConcernChecks(context, self)
        self.blocks = QCheckBox(self)
        self.reason = TextArea(3, self)
        self.comment = TextArea(1, self)
        self.incident = IncidentFields(context, self)
        self.evidence = EvidenceArea(context, detail.row.id, self)
        self.notice = NoticeEditor(context, detail, self._facts(), self)
        self.already = TimeChoice(context.desk.clock, parent=self)
        self._counter = label(role="secondary", parent=self)
        self.reason_field = FormField("", self.reason, self, note=self._counter)
        self.comment_field = FormField("", self.comment, self)
        self.already_field = FormField("", self.already, self)
        self.already_field.head.hide()
        self._lay_out()
        self._connect()
        self.blocks.setVisible(self.decision.chosen_term is Term.FOR_GOOD)
        self._translate()
        self._check_texts()

    # ---- what was said

    @property
    def reason_problem(self) -> ValidationError | None:
        """What the service would refuse the reason for."""
        try:
            require_text("reason", self.reason.text, limit=MAX_REASON, code="reason_missing")
        except ValidationError as problem:
            return problem
        return None

    @property
    def has_reason(self) -> bool:
        """Whether a reason can be read, too long or not."""
        problem = self.reason_problem
        return problem is None or problem.code != "reason_missing"

    @property
    def blocks_everywhere(self) -> bool:
        """Whether the person is to be blocked in all groups; only somebody removed for good is."""
        return self.decision.chosen_term is Term.FOR_GOOD and self.blocks.isChecked()

    def request(
        self, operation: UUID, draft_id: int | None, overrides: Mapping[FairItem, str]
    ) -> RemovalRequest:
        """Return the removal as the form has it now."""
        rule, until = self.decision.chosen_rule, self.decision.chosen_until
        notice = self.notice.text.strip()
        return RemovalRequest(
            operation=operation,
            membership_id=self._detail.row.id,
            ground=self.decision.chosen_ground,
            rule_id=rule.id if rule else None,
            reason=self.reason.text if self.has_reason else "",
            term=self.decision.chosen_term,
            evidence=self.evidence.uses(),
            comment=self.comment.text,
            until=until.isoformat() if until else "",
            notice=notice,
            notice_language=self.notice.chosen_language.value if notice else "",
            overrides=overrides,
            already_removed_at=self.already.moment(),
            incident=self.incident.incident(),
            draft_id=draft_id,
            template=self.notice.template_id,
            sure=self.concerns.sure,
            blocks=self.blocks_everywhere,
        )

    def missing(self) -> list[str]:
        """Return what is still missing, in words, in the order of the form."""
        words = self._context.translations.words
        desk, decision = self._context.desk, self.decision
        now = desk.clock()
        until, already = decision.chosen_until, self.already.moment()
        breach = decision.chosen_ground is Ground.BREACH
        too_long = any(field.error for field in (self.reason_field, self.comment_field))
        asked = (
            ("ground", decision.ground_open),
            ("rule", breach and decision.chosen_rule is None),
            ("until", until is not None and until <= now.date()),
            ("reason", not self.has_reason),
            ("shorter", too_long or bool(self.notice.field.error)),
            ("evidence", not self.evidence.pictures),
            ("already_removed_at", bool(already) and from_text(already) > now),
            ("sure", self.concerns.unsure),
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
            **self.notice.payload(),
            "reason": self.reason.text,
            "comment": self.comment.text,
            "already_removed_at": self.already.moment(),
            "blocks": self.blocks.isChecked(),
        }

    def restore(self, draft: DraftRecord) -> None:
        """Take what a draft kept."""
        payload = draft.payload
        self.decision.restore(payload)
        self.incident.restore(payload)
        self.reason.set_text(str(payload["reason"]))
        self.comment.set_text(str(payload["comment"]))
        self.already.set_moment(str(payload["already_removed_at"]))
        self.blocks.setChecked(payload.get("blocks") is True)
        self.evidence.set_records(draft.evidence)
        self.notice.set_facts(self._facts())
        self.notice.restore(payload)

    # ---- what is wrong

    @property
    def fields(self) -> Mapping[str, TakesError]:
        """What the service calls by these names, where its errors are shown."""
        return {
            "rule": self.decision.rule_field,
            "until": self.decision.until_field,
            "reason": self.reason_field,
            "comment": self.comment_field,
            "evidence": self.evidence,
            "notice": self.notice.field,
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
        column.addWidget(self.concerns)
        column.addWidget(self.decision)
        column.addWidget(self.blocks)
        column.addWidget(self.reason_field, 1)
        column.addWidget(self.comment_field)
        column.addWidget(self.incident)
        column.addWidget(self.evidence)
        column.addWidget(self.notice, 2)
        column.addWidget(self.already_field, 0, Qt.AlignmentFlag.AlignLeading)

    def _connect(self) -> None:
        parts = (self.decision, self.incident, self.evidence, self.notice, self.already)
        for part in (*parts, self.concerns):
            part.changed.connect(self._on_changed)
        self.blocks.toggled.connect(lambda _on: self._on_changed())
        for area in (self.reason, self.comment):
            area.textChanged.connect(self._on_changed)

    def _translate(self) -> None:
        self.reason_field.set_caption(self.tr("R&eason, shown to the member"))
        self.comment_field.set_caption(self.tr("Internal &comment"))
        self.already.set_caption(self.tr("I &already removed them, at"))
        self.blocks.setText(self.tr("Put them on the &blocklist of all groups as well"))

    def _facts(self) -> NoticeFacts:
        decision = self.decision
        clock = self._context.desk.clock()
        happened = self.incident.happened.moment()
        when = from_text(happened).astimezone(clock.tzinfo) if happened else clock
        return NoticeFacts(
            decision.chosen_ground,
            decision.chosen_rule,
            self.reason.text,
            decision.chosen_term,
            decision.chosen_until,
            when.date(),
        )

    # ---- slots

    def _on_changed(self) -> None:
        hint = removed_before(self._context, self.already.moment(), [self._detail])
        self.already_field.set_hint(hint)
        self.already_field.clear_error()
        self.blocks.setVisible(self.decision.chosen_term is Term.FOR_GOOD)
        if len(self.reason.text) <= MAX_REASON:
            self.notice.set_facts(self._facts())
        self._check_texts()
        self.changed.emit()

    def _check_texts(self) -> None:
        """Say at once what is too long; what is empty is said beside the main button."""
        problem = self.reason_problem
        if problem is not None and problem.code != "reason_missing":
            self.reason_field.set_error(self._context.error_text(problem), focus=False)
        else:
            self.reason_field.clear_error()
        length = len(self.reason.text)
        self._counter.setText(f"{length:,} / {MAX_REASON:,}")
        self._counter.setVisible(length >= _COUNT_FROM)
        for field, text in (
            (self.comment_field, self.comment.text),
            (self.notice.field, self.notice.area.text),
        ):
            if len(text) > MAX_REASON:
                too_long = ValidationError("", "text_too_long", limit=MAX_REASON, length=len(text))
                field.set_error(self._context.error_text(too_long), focus=False)
            else:
                field.clear_error()
