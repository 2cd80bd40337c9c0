# SPDX-License-Identifier: MIT
"""Opens a case by hand: what happened, when, how it was noticed, the words, screenshots."""

from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.case_records import CaseFilter, CaseRequest
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.widgets.composer_frame import ComposerFrame
from groupdesk.ui.widgets.draft_frame import TOLD_SECONDS
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.incident_fields import IncidentFields
from groupdesk.ui.widgets.open_cases_panel import OpenCasesPanel
from groupdesk.ui.widgets.rule_choice import RuleChoice
from groupdesk.ui.widgets.text_area import TextArea

KIND = "case"


class CaseOpenDialog(ComposerFrame):
    """Nothing is said to the member; the case waits for what the operators decide."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Begin with the draft that was kept for this member, or empty."""
        super().__init__(
            context,
            detail,
            KIND,
            parent,
            contents=self._form_contents,
            restore=self._restore_form,
            kept_text=self._said_when_kept,
        )
        self._operations: dict[CaseRequest, UUID] = {}
        self._about: dict[int, int] = {}
        book = context.desk.rules.current(detail.group.id)
        self.description = TextArea(4, self)
        self.rule = RuleChoice(
            context.translations, book.rules if book else (), self, optional=True
        )
        self.incident = IncidentFields(context, self)
        self.evidence = EvidenceArea(context, detail.row.id, self, compact=True)
        self.known = OpenCasesPanel(context, detail.row.person_id, self)
        self.description_field = FormField("", self.description, self)
        self.rule_field = FormField("", self.rule, self)
        for part in (self.description_field, self.rule_field, self.incident, self.evidence):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_pages("known", self.known)
        self.incident.toggle.setChecked(True)
        self._translate_dialog()
        self.begin()
        self.description.textChanged.connect(self._on_changed)
        self.rule.chosen.connect(self._on_changed)
        self.incident.changed.connect(self._on_changed)
        self.evidence.changed.connect(self._on_changed)
        self.history.reloaded.connect(self._translate_dialog)
        self.main_requested.connect(self._record)
        self._show_state()
        self.take_evidence_from(self.evidence)
        self.resize(self.sizeHint())
        self.description.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    # ---- the draft

    def _form_contents(self) -> Contents:
        rule = self.rule.rule
        payload: dict[str, object] = {
            "description": self.description.text,
            "rule": rule.code if rule else "",
            **self.incident.payload(),
        }
        return payload, self.evidence.uses()

    def _restore_form(self, draft: DraftRecord) -> None:
        self.description.set_text(str(draft.payload.get("description", "")))
        self.rule.choose(str(draft.payload.get("rule", "")))
        self.incident.restore(draft.payload)
        self.incident.toggle.setChecked(True)
        self.evidence.set_records(draft.evidence)

    def _said_when_kept(self) -> str:
        return self.tr("The new case about {0} is kept as a draft.").format(self.detail.row.name)

    # ---- words and state

    def _translate_dialog(self) -> None:
        name = self.detail.row.name
        self.set_head(
            self.tr("New case about {0}").format(name),
            self.tr("{0} · nothing is said to the member by this").format(self.detail.group.name),
            name=name,
        )
        self.description_field.set_caption(self.tr("What &happened, in your words"))
        self.rule_field.set_caption(self.tr("&Rule it is about, if any"))
        self.name_pages(self.tr("Cases"))
        self.set_main(self.tr("Open case"), "folder-plus")
        self._show_state()

    def _on_changed(self) -> None:
        self.description_field.clear_error()
        self.keeper.touch()
        self._show_state()

    def _show_state(self) -> None:
        same = self._open_about()
        self.rule_field.set_hint(
            self.tr("Case {0} about this rule is open: add to that one instead.").format(same)
            if same
            else ""
        )
        missing = []
        if is_blank(self.description.text):
            missing.append(self.tr("what happened"))
        if same:
            missing.append(self.tr("a rule without an open case"))
        if self.evidence.busy:
            missing.append(self.tr("screenshots on their way"))
        self.set_missing(missing)

    def _open_about(self) -> int:
        """Return the open case about the rule that is chosen, asked once for each rule."""
        rule = self.rule.rule
        if rule is None:
            return 0
        if rule.id not in self._about:
            acts = self.context.desk.case_acts
            self._about[rule.id] = acts.open_about(self.detail.row.id, rule.id)
        return self._about[rule.id]

    # ---- recording

    def _request(self, operation: UUID, draft_id: int | None) -> CaseRequest:
        rule = self.rule.rule
        return CaseRequest(
            operation=operation,
            membership_id=self.detail.row.id,
            rule_id=rule.id if rule else None,
            description=self.description.text,
            incident=self.incident.incident(),
            evidence=self.evidence.uses(),
            draft_id=draft_id,
        )

    def _record(self) -> None:
        operation = self._operations.setdefault(self._request(UUID(int=0), None), uuid4())
        self.set_busy(True)

        def send() -> None:
            request = self._request(operation, self.keeper.draft_id)
            work = partial(self.context.desk.case_acts.open, request)
            self.context.runner.run(self, work, self._on_recorded, self._on_failed)

        self.keeper.settle(send)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self.context.done(receipt)
        number, go_to = receipt.subject_id, self.context.go_to_cases
        self.context.notify(
            self.tr("Case {0} about {1} is open.").format(number, self.detail.row.name),
            seconds=TOLD_SECONDS,
            action_text=self.tr("Go to the case"),
            action=lambda: go_to(CaseFilter(text=f"#{number}")),
        )

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.keeper.touch()
        if isinstance(error, StateChangedError):
            self.known.reload()
            self._about.clear()
            self._show_state()
        fields: dict[str, TakesError] = {
            "description": self.description_field,
            "evidence": self.evidence,
        }
        self.show_failure(error, self.context.error_text(error), fields)
