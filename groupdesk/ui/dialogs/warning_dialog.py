# SPDX-License-Identifier: MIT
"""Writes a reminder or a warning: copied it is prepared, and counts from when it was sent."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord, WarningRequest
from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.enums import Channel, StepKind, WarningState
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import MemberDetail, Receipt, TimelineEntry
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.standing_words import step_name
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.composer_frame import ComposerFrame
from groupdesk.ui.widgets.courtesy_summary import CourtesySummary
from groupdesk.ui.widgets.draft_frame import TOLD_SECONDS
from groupdesk.ui.widgets.preview_panel import PreviewPanel
from groupdesk.ui.widgets.warning_form import WarningForm

_NOBODY = UUID(int=0)
_SENT = (WarningState.SENT, WarningState.ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A message that was copied and waits for "was it sent?"."""

    warning_id: int
    request: WarningRequest


class WarningDialog(ComposerFrame):
    """A reminder is the same with the reminder's step. Nothing is forced, nothing is guessed."""

    def __init__(
        self,
        context: UiContext,
        detail: MemberDetail,
        parent: QWidget | None = None,
        *,
        again: TimelineEntry | None = None,
    ) -> None:
        """Begin with the draft that was kept for this member, or with the next step.

        `again` is a message that did not arrive, of which a new one is begun; a draft that was
        kept goes before it, and can be replaced by it.
        """
        super().__init__(
            context,
            detail,
            "warning",
            parent,
            contents=self._form_contents,
            restore=self._restore_form,
            kept_text=self._said_when_kept,
        )
        self._operations: dict[tuple[str, WarningRequest], UUID] = {}
        self._prepared: _Prepared | None = None
        self._says_remind = False
        self.warning = WarningForm(context, detail, self)
        self.preview = PreviewPanel(
            context.translations,
            detail.row.name,
            context.desk.operator.name,
            self,
            platform=detail.group.platform,
        )
        self.preview.above.addWidget(CourtesySummary(self.warning.message.courtesy, self))
        self.form.addWidget(self.warning)
        self.add_pages("preview", self.preview)
        self.copy_button = self.add_right(button("", icon_name="copy"))
        self._choose_last_rule()
        self.begin()
        if again is not None and self.keeper.draft_id is None:
            self._begin_again(again)
        self._connect()
        self._translate_dialog()
        self.warning.message.look()
        self.take_evidence_from(self.warning.evidence)
        self.resize(self.sizeHint())
        self.warning.rule.setFocus()
        self._ask_about_waiting()
        if again is not None:
            self._say_again(again)

    # ---- the draft

    def _form_contents(self) -> Contents:
        """Return what the form holds."""
        return self.warning.payload(), self.warning.evidence.uses()

    def _restore_form(self, draft: DraftRecord) -> None:
        """Take back what the form held."""
        self.warning.restore(draft)

    def _said_when_kept(self) -> str:
        """Say that it was kept."""
        return self.tr("The message to {0} is kept as a draft.").format(self.detail.row.name)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    # ---- building

    def _connect(self) -> None:
        self.warning.changed.connect(self._on_changed)
        self.warning.message.previewed.connect(self.preview.show_filled)
        self.history.reloaded.connect(self._translate_dialog)
        self.copy_button.clicked.connect(self._copy)
        self.main_requested.connect(self._record)

    def _choose_last_rule(self) -> None:
        codes = (entry.rule_codes for entry in self.history.entries if entry.rule_codes)
        self.warning.rules.choose(next(codes, ())[:1])

    def _translate_dialog(self) -> None:
        name = self.detail.row.name
        self._says_remind = self.warning.is_reminder
        title = self.tr("Remind {0}") if self._says_remind else self.tr("Warn {0}")
        self.set_head(title.format(name), self._where_they_stand(), name=name)
        self.name_pages(self.tr("Preview"))
        self.copy_button.setText(self.tr("&Copy message"))
        self.copy_button.setToolTip(
            self.tr("Copies it and keeps it as prepared: it does not count before it was sent")
        )
        self._show_state()

    def _where_they_stand(self) -> str:
        """Return the group, what reminders there were, and what warnings are in force."""
        now, dates = self.context.desk.clock(), self.context.dates
        sent = [entry for entry in self.history.entries if self._was_sent(entry)]
        # a friendly or lapsed reminder does not count; that the member was reminded stays true
        reminders = [e for e in sent if e.step_kind == StepKind.REMINDER]
        warnings = [e for e in sent if e.step_kind != StepKind.REMINDER and self._counts(e)]
        parts = [self.detail.group.name]
        if reminders:
            last = from_text(reminders[0].at).astimezone(now.tzinfo).date()
            said = self.tr("%n reminders, last on {0}", "", len(reminders))
            parts.append(said.format(dates.day(last, now.date())))
        else:
            parts.append(self.tr("no reminder"))
        if warnings:
            parts.append(self.tr("%n warnings in force", "", len(warnings)))
        else:
            parts.append(self.tr("no warning in force"))
        return " · ".join(parts)

    @staticmethod
    def _was_sent(entry: TimelineEntry) -> bool:
        """Whether a message reached the member and was not taken back."""
        return entry.kind == "warning" and entry.state in _SENT and not entry.reversed_at

    def _counts(self, entry: TimelineEntry) -> bool:
        return from_text(entry.until) > self.context.desk.clock()

    def _ask_about_waiting(self) -> None:
        waiting = [e for e in self.history.entries if e.state == WarningState.PREPARED]
        if waiting:
            self.banner.show_message(
                self.tr("An earlier message to {0} waits ({1}): was it sent?").format(
                    self.detail.row.name, self.clock_text(waiting[0].at)
                ),
                "accent",
                action_text=self.tr("Show it"),
                action=lambda: self.show_tab("history"),
            )

    # ---- following the form

    def _say_again(self, entry: TimelineEntry) -> None:
        """Say what the message was begun from, or offer it where a draft went before it."""
        name = self.detail.row.name
        if self.keeper.draft_id is None:
            self.banner.show_message(
                self.tr(
                    "These are the words that did not reach {0}. Change what has to be changed;"
                    " another way may reach them."
                ).format(name),
                "accent",
            )
            return
        self.banner.show_message(
            self.tr("A draft for {0} was kept; it is shown.").format(name),
            "accent",
            action_text=self.tr("Take the words that did not arrive"),
            action=lambda: self._begin_again(entry),
        )

    def _begin_again(self, entry: TimelineEntry) -> None:
        """Take what a message was about and its words."""
        incident = self.context.desk.warnings.incident_of(entry.id)
        if incident.anything_said:
            self.warning.incident.show_incident(incident)
        self.warning.begin_again(entry)

    def _on_changed(self) -> None:
        self.keeper.touch()
        if self.warning.is_reminder is not self._says_remind:
            self._translate_dialog()
        self._show_state()

    def _show_state(self) -> None:
        missing = self.warning.missing()
        sent = self.warning.sent.moment()
        spoken = self.warning.chosen_channel is Channel.PHONE
        text, icon_name = self.tr("Record as sent"), "send"
        if sent:
            text = self.tr("Record as sent {0}").format(self.clock_text(sent))
        if spoken:
            text, icon_name = self.tr("Record the call"), "phone"
            if sent:
                text = self.tr("Record the call of {0}").format(self.clock_text(sent))
        self.set_main(text, icon_name)
        self.set_missing(missing)
        self.copy_button.setVisible(not spoken)
        self.copy_button.setEnabled(not missing and not self.busy)
        self.preview.set_channel(self.warning.chosen_channel)

    # ---- copying and recording

    def _request(self) -> WarningRequest:
        """Return what the form says, the same for the same contents."""
        return self.warning.request(_NOBODY, None)

    def _operation(self, act: str, request: WarningRequest) -> UUID:
        """Return the operation of an act on these contents: trying again does it once."""
        return self._operations.setdefault((act, request), uuid4())

    def _copy(self) -> None:
        request = self._request()
        QGuiApplication.clipboard().setText(request.message)
        if self._prepared is not None and self._prepared.request == request:
            self._say_copied()
            return
        operation = self._operation("prepare", request)
        self._run(
            lambda draft_id: self._superseding(
                partial(
                    self.context.desk.warnings.prepare,
                    replace(
                        request,
                        operation=operation,
                        draft_id=draft_id,
                        seen_seq=self.seen_seq,
                    ),
                )
            ),
            lambda receipt: self._on_prepared(receipt, request),
        )

    def _record(self) -> None:
        request = self._request()
        warnings, at = self.context.desk.warnings, self.warning.sent_at
        prepared = self._prepared
        if prepared is not None and prepared.request == request:
            operation = self._operation("sent", request)
            self._run(
                lambda _draft_id: partial(warnings.mark_sent, operation, prepared.warning_id, at),
                self._on_recorded,
            )
            return
        operation = self._operation("record", request)
        self._run(
            lambda draft_id: self._superseding(
                lambda: warnings.record_sent(
                    replace(
                        request, operation=operation, draft_id=draft_id, seen_seq=self.seen_seq
                    ),
                    at,
                )
            ),
            self._on_recorded,
        )

    def _superseding(self, act: Callable[[], Receipt]) -> Callable[[], Receipt]:
        """Return `act`, which first says that the text copied before was not sent."""
        prepared = self._prepared
        if prepared is None:
            return act
        operation = self._operation("not_sent", prepared.request)
        mark_not_sent = self.context.desk.warnings.mark_not_sent

        def both() -> Receipt:
            with suppress(StateChangedError):  # it was settled in the history meanwhile
                mark_not_sent(operation, prepared.warning_id)
            return act()

        return both

    def _run(
        self,
        work: Callable[[int | None], Callable[[], Receipt]],
        on_success: Callable[[Receipt], object],
    ) -> None:
        """Do work that takes the draft with it, once no write of the draft is under way."""
        self.set_busy(True)
        runner = self.context.runner
        self.keeper.settle(
            lambda: runner.run(self, work(self.keeper.draft_id), on_success, self._on_failed)
        )

    def _on_prepared(self, receipt: Receipt, request: WarningRequest) -> None:
        self.set_busy(False)
        self._prepared = _Prepared(receipt.subject_id, request)
        self.keeper.forget()
        self.context.done(receipt)
        self.set_hint(
            self.tr("Prepared {0}").format(self.clock_text(to_text(self.context.desk.clock())))
        )
        self._say_copied()
        self._show_state()
        self.main_button.setFocus()

    def _say_copied(self) -> None:
        platform = self.context.translations.words(f"platform.{self.detail.group.platform.value}")
        self.banner.show_message(
            self.tr(
                "Copied. Send it in {0}. It does not count until you say that it was sent."
            ).format(platform),
            "accent",
        )

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self.context.done(receipt)
        self.context.notify(self._recorded_text(), seconds=TOLD_SECONDS)

    def _recorded_text(self) -> str:
        detail, words = self.detail, self.context.translations.words
        now = self.context.desk.clock()
        row = self.context.desk.members.row(detail.row.id)
        step = step_name(words, detail.group.ladder, self.warning.position)
        if self.warning.position == 0:
            step = words("timeline.friendly")
        if self.warning.is_reminder or not row.standing_until:
            return self.tr("{0} for {1} is recorded.").format(step, detail.row.name)
        until = from_text(row.standing_until).astimezone(now.tzinfo).date()
        return self.tr("{0} for {1} is recorded. It counts until {2}.").format(
            step, detail.row.name, self.context.dates.day(until, now.date())
        )

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.keeper.touch()
        self._show_state()
        text = self.context.error_text(error)
        if isinstance(error, StateChangedError):
            self._prepared = None
            self.history.reload()
        self.show_failure(error, text, self.warning.fields)
