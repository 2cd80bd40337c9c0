# SPDX-License-Identifier: MIT
"""Adds to an open appeal: what was asked, what the member answered, a note, or a withdrawal."""

from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.appeal_records import AppealRecord, EntryRequest
from groupdesk.domain.decision_enums import AppealEntryKind
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.appeal_frame import AppealFrame
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.evidence_area import EvidenceArea
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

TOLD_SECONDS = 8


class AppealEntryDialog(AppealFrame):
    """One entry; chips say what kind it is."""

    def __init__(
        self,
        context: UiContext,
        appeal: AppealRecord,
        parent: QWidget | None = None,
        *,
        kind: AppealEntryKind = AppealEntryKind.QUESTION,
    ) -> None:
        """Add to `appeal`, at first what `kind` says."""
        super().__init__(context, parent, side=False)
        self.appeal = appeal
        self.kinds = ChipRow("", parent=self)
        self.at = TimeChoice(context.desk.clock, required=True)
        self.text = TextArea(5, self)
        self.copy = button("", "link", "copy", self)
        self.at_field = FormField("", self.at, self)
        self.text_field = FormField("", self.text, self, note=self.copy)
        self._about = label(role="muted", parent=self, wrap=True)
        self.evidence = EvidenceArea(context, appeal.row.membership_id, self, compact=True)
        for part in (self.kinds, self._about, self.at_field):
            self.form.addWidget(part)
        self.form.addWidget(self.text_field, 1)
        self.form.addWidget(self.evidence)
        self.add_cancel()
        self._say_kinds()
        self.kinds.set_current(kind.value)
        self._translate_dialog()
        self.kinds.chosen.connect(lambda _key: self._translate_dialog())
        self.text.textChanged.connect(self._on_changed)
        self.at.changed.connect(self._on_changed)
        self.evidence.changed.connect(self._show_state)
        self.copy.clicked.connect(self._on_copy)
        self.main_requested.connect(self._record)
        self.evidence.listen(self)
        self.resize(self.sizeHint())
        self.text.setFocus()
        self.ask_before_leaving(lambda: [self.text.text, self.evidence.uses()])

    @property
    def kind(self) -> AppealEntryKind:
        """What is added."""
        return AppealEntryKind(self.kinds.current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_kinds()
            self._translate_dialog()

    # ---- words and state

    def _say_kinds(self) -> None:
        words = self.context.translations.words
        self.kinds.setAccessibleName(self.tr("What is added"))
        self.kinds.set_chips(
            [Chip(one.value, words(f"appeal_entry_kind.{one.value}")) for one in AppealEntryKind]
        )

    def _translate_dialog(self) -> None:
        row, kind = self.appeal.row, self.kind
        self.set_head(
            self.tr("Objection of {0}").format(row.member_name),
            self.tr("Case {0} · {1}").format(row.case_number, row.group_name),
            name=row.member_name,
        )
        self.at_field.set_caption(self.tr("&When"))
        self.at.set_caption(self.tr("When"))
        captions = {
            AppealEntryKind.QUESTION: self.tr("What we &asked"),
            AppealEntryKind.ANSWER: self.tr("What the member &answered"),
            AppealEntryKind.NOTE: self.tr("&Note"),
            AppealEntryKind.WITHDRAWN: self.tr("What the member s&aid, if anything"),
        }
        notes = {
            AppealEntryKind.QUESTION: self.tr(
                "GroupDesk does not ask the member: copy the question and send it."
            ),
            AppealEntryKind.ANSWER: self.tr("Word for word where you can."),
            AppealEntryKind.NOTE: self.tr("For the operators; the member does not see it."),
            AppealEntryKind.WITHDRAWN: self.tr(
                "This ends the appeal; the first decision stays as it is."
            ),
        }
        self.text_field.set_caption(captions[kind])
        self._about.setText(notes[kind])
        self.copy.setText(self.tr("Copy question"))
        self.copy.setVisible(kind is AppealEntryKind.QUESTION)
        self.evidence.setVisible(kind is not AppealEntryKind.QUESTION)
        withdrawn = kind is AppealEntryKind.WITHDRAWN
        self.set_main(
            self.tr("Record withdrawal") if withdrawn else self.tr("Add to the appeal"),
            "undo-2" if withdrawn else "check",
        )
        self._show_state()

    def _on_changed(self) -> None:
        self.text_field.clear_error()
        self.at_field.clear_error()
        self._show_state()

    def _show_state(self) -> None:
        missing = []
        if self.at.to_come:
            missing.append(self.tr("a time that has passed"))
        if self.kind is not AppealEntryKind.WITHDRAWN and is_blank(self.text.text):
            missing.append(self.tr("what was said"))
        if self.evidence.busy:
            missing.append(self.tr("screenshots on their way"))
        self.copy.setEnabled(not is_blank(self.text.text))
        self.set_missing(missing)

    def _on_copy(self) -> None:
        self.put_on_clipboard(
            self.text.text,
            self.tr("Copied. The member has not been asked: send the question in {0}.").format(
                self.context.translations.words(f"platform.{self.appeal.target.platform.value}")
            ),
        )

    # ---- recording

    def _request(self, operation: UUID) -> EntryRequest:
        asks = self.kind is AppealEntryKind.QUESTION
        return EntryRequest(
            operation=operation,
            appeal_id=self.appeal.row.id,
            kind=self.kind,
            text=self.text.text,
            at=self.at.moment(),
            evidence=() if asks else self.evidence.uses(),
        )

    def _record(self) -> None:
        self.record(self._request, self.context.desk.appeals.add)

    def on_recorded(self, _receipt: Receipt) -> None:
        self.tell(self.context.translations.words(f"appeal_told.{self.kind.value}"))

    def named_fields(self) -> dict[str, TakesError]:
        return {"text": self.text_field, "at": self.at_field, "evidence": self.evidence}
