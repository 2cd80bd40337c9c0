# SPDX-License-Identifier: MIT
"""Decides on a removal: the form on the left, fairness, history and evidence on the right."""

import uuid
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord, RemovalRequest
from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.enums import FairItem, Topic
from groupdesk.domain.errors import (
    GroupDeskError,
    StateChangedError,
    StorageError,
    ValidationError,
)
from groupdesk.domain.fairness import FairLine
from groupdesk.domain.ladder import proposed_step
from groupdesk.domain.records import MemberDetail, Receipt, TimelineEntry
from groupdesk.services.desk import Desk
from groupdesk.ui.bulk_removal_draft import SaidOfOne
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.removal_recorded import RemovalRecorded
from groupdesk.ui.standing_words import step_name
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.composer_frame import ComposerFrame
from groupdesk.ui.widgets.draft_frame import TOLD_SECONDS
from groupdesk.ui.widgets.fair_panel import FairPanel
from groupdesk.ui.widgets.removal_form import RemovalForm

_OVERRIDES = "overrides."


class RemovalDialog(ComposerFrame):
    """Leaving keeps the draft; nothing but the main button and Ctrl+Enter records."""

    recorded = Signal(int)
    """The removal's id."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Begin with the draft that was kept for this member, or empty."""
        super().__init__(
            context,
            detail,
            "removal",
            parent,
            contents=self._form_contents,
            restore=self._restore_form,
            kept_text=self._said_when_kept,
        )
        self._operation = uuid.uuid4()
        self._lines: tuple[FairLine, ...] = ()
        self._asks = False
        self._fair_key: object = None
        self.removal = RemovalForm(context, detail, self)
        self.fair = FairPanel(context, self)
        self.form.addWidget(self.removal)
        self.add_pages("fair", self.fair)
        self._everywhere = self.add_left(button("", "link"))
        self._everywhere.setVisible(bool(detail.also_in))
        self._keep = self.add_right(button(""))
        self._choose_last_rule()
        self.begin()
        self._follow()
        self._connect()
        self._translate_dialog()
        self.take_evidence_from(self.removal.evidence)
        self.resize(self.sizeHint())
        decision = self.removal.decision
        asked = decision.ground if decision.ground_open else decision.rule
        (asked if decision.chosen_rule is None else self.removal.reason).setFocus()

    # ---- the draft

    def _form_contents(self) -> Contents:
        """Return what the form holds, and why it goes on without what is missing."""
        overrides = {item.value: text for item, text in self.fair.overrides.items()}
        return {**self.removal.payload(), "overrides": overrides}, self.removal.evidence.uses()

    def _restore_form(self, draft: DraftRecord) -> None:
        """Take back what the form held."""
        self.removal.restore(draft)
        self._follow()  # the lines that ask for a reason must be there to take it
        self.fair.restore(_texts(draft.payload["overrides"]))

    def _said_when_kept(self) -> str:
        """Say that it was kept."""
        return self.tr("The removal of {0} is kept as a draft.").format(self.detail.row.name)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    # ---- building

    def _choose_last_rule(self) -> None:
        codes = (entry.rule_code for entry in self.history.entries if entry.rule_code)
        self.removal.decision.rule.choose(next(codes, ""))

    def _connect(self) -> None:
        self.removal.changed.connect(self._on_changed)
        self.fair.answered.connect(self._on_changed)
        self.history.reloaded.connect(self._on_history)
        self._keep.clicked.connect(self.reject)
        self._everywhere.clicked.connect(self._go_everywhere)
        self.removal.notice.copied.connect(self._on_copied)
        self.main_requested.connect(self._record)

    def _translate_dialog(self) -> None:
        name = self.detail.row.name
        self.set_head(
            self.tr("Remove {0} from {1}").format(name, self.detail.group.name),
            self._where_they_stand(),
            name=name,
        )
        self._keep.setToolTip(self.tr("Close and go on another time (Esc)"))
        self._everywhere.setText(self.tr("From all groups…"))
        self._everywhere.setToolTip(
            self.tr("Keep this as a draft, and decide for all groups that they are in")
        )
        self.name_pages(self.tr("Fair process"))
        self._show_state()

    def _where_they_stand(self) -> str:
        """Return how long they are here, what was done before, and the next step."""
        detail, words = self.detail, self.context.translations.words
        parts = []
        if detail.joined_at:
            now = self.context.desk.clock()
            joined = from_text(detail.joined_at).astimezone(now.tzinfo).date()
            since = self.context.dates.day(joined, now.date())
            parts.append(self.tr("Member since {0}").format(since))
        warnings, talks = _counted(self.history.entries, to_text(self.context.desk.clock()))
        warned = self.tr("no warning in force")
        if warnings:
            warned = self.tr("%n warnings in force", "", warnings)
        talked = self.tr("%n talks", "", talks) if talks else self.tr("no talk yet")
        parts.append(self.tr("in this group: {0}, {1}").format(warned, talked))
        rule = self.removal.decision.chosen_rule
        position = detail.next_position
        if rule is not None:
            standing = self.context.desk.members.standing(detail.row.id)
            position = proposed_step(detail.group.ladder, standing, rule.severity)
        step = step_name(words, detail.group.ladder, position).lower()
        parts.append(self.tr("next by the ladder: {0}").format(step))
        return " · ".join(parts)

    # ---- following the form

    def _on_changed(self) -> None:
        self._follow()
        self.keeper.touch()

    def _on_history(self) -> None:
        """Somebody acted on this member meanwhile: look at fairness again."""
        self._fair_key = None
        self._follow()

    def _follow(self) -> None:
        """Work out the fair-process list where what it depends on has changed."""
        request = self._request()
        key = (
            request.ground,
            request.rule_id,
            request.incident.happened_at,
            request.term,
            request.blocks,
            bool(request.reason),
            len(request.evidence),
            tuple(request.overrides.items()),
        )
        if key != self._fair_key:
            self._fair_key = key
            removals = self.context.desk.removals
            try:
                self._lines = removals.fair_process(request)
                self._asks = removals.asks_approval(request)
                self.removal.concerns.show_concerns(removals.concerns(request))
            except GroupDeskError as error:
                self.banner.show_message(self.context.error_text(error), "danger")
            rule = self.removal.decision.chosen_rule
            severity, happened = rule.severity if rule else None, request.incident.happened_at
            self.fair.show_lines(self._lines, request.ground, severity, happened)
            self._show_rules_known(request)
            self.fair.show_approval(asks=self._asks)
            self._translate_dialog()
        self._show_state()

    def _show_rules_known(self, request: RemovalRequest) -> None:
        """Say what the member had been told of the rules when it happened, or by now."""
        member, happened = request.membership_id, request.incident.happened_at
        self.fair.show_known(self.context.desk.announcements.known(member, happened))

    def _show_state(self) -> None:
        """Say beside the main button what is missing, and name the button by what it does."""
        words = self.context.translations.words
        missing = self.removal.missing()
        waiting = len(self.fair.waiting)
        if waiting:
            missing.append(words("still_missing.answers", count=waiting))
        self.set_missing(missing)
        if self._asks:
            self.set_main(self.tr("Ask for approval"), "user-check", "danger")
        else:
            main = self.tr("Remove anyway") if self.fair.skips else self.tr("Record removal")
            self.set_main(main, "user-minus", "danger")
        worth_keeping = self.keeper.worth_keeping
        self.discard_button.setEnabled(worth_keeping)
        self._keep.setText(self.tr("Keep draft") if worth_keeping else self.tr("Close"))

    def _go_everywhere(self) -> None:
        from groupdesk.ui.member_acts import MemberActs  # noqa: PLC0415

        window, form = self.parentWidget(), self.removal
        said = SaidOfOne(
            self.detail.row.id,
            self.detail.group.id,
            form.payload(),
            form.evidence.strip.said(),
            self.fair.overrides,
        )
        self.reject()
        if window is not None:
            MemberActs(self.context, window).remove_everywhere(self.detail, said)

    # ---- recording

    def _request(self) -> RemovalRequest:
        return self.removal.request(self._operation, self.keeper.draft_id, self.fair.overrides)

    def _record(self) -> None:
        self.set_busy(True)
        self.keeper.settle(self._send)

    def _send(self) -> None:
        request = replace(self._request(), seen_seq=self.seen_seq, asks=self._asks)
        decide = partial(_decide, self.context.desk, request)
        self.context.runner.run(self, decide, self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self.context.events.acted.emit()
        # an act that was saved before, whatever was answered then, names no topics
        self.context.events.publish(receipt.topics or frozenset(Topic))
        self.recorded.emit(receipt.subject_id)
        RemovalRecorded(self.context, receipt.subject_id, self.parentWidget()).tell()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.keeper.touch()
        text = self.context.error_text(error)
        if isinstance(error, ValidationError) and error.field.startswith(_OVERRIDES):
            self.show_tab("fair")
            self.fair.show_error(FairItem(error.field.removeprefix(_OVERRIDES)))
        if isinstance(error, StateChangedError):
            self._on_history()  # the main button says what it would do now
        self.show_failure(error, text, self.removal.fields)

    def _on_copied(self) -> None:
        platform = self.context.translations.words(f"platform.{self.detail.group.platform.value}")
        self.banner.show_message(
            self.tr("Copied. The member has not been told: send the notice in {0}.").format(
                platform
            ),
            "accent",
            seconds=TOLD_SECONDS,
        )


def _decide(desk: Desk, request: RemovalRequest) -> Receipt:
    """Record the removal; after an error of the disk, look whether it was saved all the same."""
    try:
        return desk.removals.decide(request)
    except StorageError:
        with suppress(StorageError):
            if desk.ledger.was_saved(request.operation):
                return desk.removals.decide(request)
        raise


def _counted(entries: tuple[TimelineEntry, ...], now: str) -> tuple[int, int]:
    """Return how many warnings are in force, and how many talks were held.

    As the fair-process list counts them: those of this group alone.
    """
    sent = [
        entry
        for entry in entries
        if entry.kind == "warning"
        and not entry.elsewhere
        and entry.until > now
        and entry.step_kind in {"warning", "final_warning"}
        and entry.state in {"sent", "acknowledged"}
        and not entry.reversed_at
    ]
    held = (entry.kind == "talk" and not (entry.elsewhere or entry.state) for entry in entries)
    return len(sent), sum(held)


def _texts(stored: object) -> dict[str, str]:
    return {str(key): str(text) for key, text in stored.items()} if isinstance(stored, dict) else {}
