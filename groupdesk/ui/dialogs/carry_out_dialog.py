# SPDX-License-Identifier: MIT
"""The steps by which a person carries removals out on their platforms, ticked one by one."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import RemovalRecord
from groupdesk.domain.carrying_out import FIND_MEMBER, REMOVE, SEND_NOTICE, STEPS
from groupdesk.domain.enums import Channel, Platform, SubjectKind, Term
from groupdesk.domain.errors import GroupDeskError, StateChangedError, ValidationError
from groupdesk.domain.platform_texts import LENGTH_LIMITS, shown_on
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.step_records import StepRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.removal_steps import OneStep, StepWords, steps_together
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import Button, button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.step_row import StepRow, StepTick
from groupdesk.ui.widgets.whom_choice import Whom, WhomChoice

_COPIED_SECONDS = 6
_CHANNELS = (Channel.PRIVATE, Channel.PHONE, Channel.GROUP)
_AUDIT_REASON = 512
"""The longest reason in Discord's audit log, in characters (API reference, "Audit Log Reason")."""


class CarryOutDialog(DialogFrame):
    """GroupDesk does none of the steps; it records that somebody did, when, with what result.

    Of removals that were decided in one act, a step can be ticked for all members of a group.
    """

    def __init__(
        self,
        context: UiContext,
        removal_id: int,
        parent: QWidget | None = None,
    ) -> None:
        """Show the steps of a removal. Raises StateChangedError."""
        super().__init__(parent, side=False)
        self._context = context
        self._words = StepWords(context, self)
        first = context.desk.removals.get(removal_id)
        self._ids = context.desk.carrying_out.of_batch(first)
        self._removals: dict[int, RemovalRecord] = {}
        self._load()
        self._operations: dict[object, uuid.UUID] = {}
        self._steps: dict[str, OneStep] = {}
        self._about = label(role="muted", parent=self, wrap=True)
        self.whom = WhomChoice(context, self)
        self.form.addWidget(self._about)
        self.form.addWidget(self.whom)
        self.rows: dict[str, StepRow] = {}
        for code in STEPS:
            if any(step.code == code for one in self._removals.values() for step in one.steps):
                self.rows[code] = self._new_row(code)
                self.form.addWidget(self.rows[code])
        self.form.addStretch(1)
        self._lift = self.add_left(button("", icon_name="undo-2"))
        self._lift.clicked.connect(self._on_lift)
        self.block_button = self.add_left(button("", icon_name="ban"))
        self.block_button.clicked.connect(self._on_block)
        self.main_requested.connect(self.reject)
        self._detail: MemberDetail = context.desk.members.detail(first.membership_id)
        self.whom.show_removals(tuple(self._removals.values()), removal_id)
        self.whom.chosen.connect(self._on_whom)
        self._translate_dialog()
        self.resize(self.sizeHint())
        self._go_to_next()
        self._rest()  # the key that recorded the removal is no tick
        self.ask_before_leaving(lambda: [row.result.text() for row in self.rows.values()])

    # ---- Qt

    def sizeHint(self) -> QSize:
        """Return room for all steps, or what the window behind and the screen have."""
        theme = current_theme()
        wanted = QSize(3 * theme.size("side_width"), max(780, super().sizeHint().height()))
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted.boundedTo(self.screen().availableSize())

    def act_by_keys(self) -> None:
        """Record the step whose remark is being written; close where nothing is."""
        writing = next((row for row in self.rows.values() if row.writing), None)
        if writing is not None:
            writing.record()
        else:
            super().act_by_keys()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    # ---- building

    def _new_row(self, code: str) -> StepRow:
        row = StepRow(self._context.desk.clock, self, notice=code == SEND_NOTICE)
        row.ticked.connect(lambda tick: self._tick(code, tick))
        row.reopen_requested.connect(lambda: self._reopen(code))
        row.outcome_requested.connect(self._on_outcome)
        row.key_taken.connect(self._rest)
        if code == SEND_NOTICE:
            self.copy = self._copying(row, lambda: self._removal.notice)
        elif code == FIND_MEMBER:
            self.copy_id = self._copying(row, self._who)
        elif code == REMOVE:
            self.copy_reason = self._copying(row, self._audit_reason)
        return row

    def _copying(self, row: StepRow, text: Callable[[], str]) -> Button:
        made = button("", icon_name="copy", parent=row)
        made.clicked.connect(lambda: self._on_copy(text()))
        row.add_act(made)
        return made

    @property
    def about(self) -> str:
        """What stands above the steps."""
        return self._about.text()

    @property
    def _whom(self) -> Whom:
        return self.whom.value

    @property
    def _removal(self) -> RemovalRecord:
        """The one that is shown, or the first of those that are."""
        return self._removals[self._whom.removal_ids[0]]

    @property
    def _platform(self) -> Platform:
        return self._detail.group.platform

    def _translate_dialog(self) -> None:
        words = self._context.translations.words
        self._lift.setText(self.tr("Lift this removal…"))
        self.block_button.setText(self.tr("Block in all groups…"))
        self.set_main(self.tr("Close"))
        restyle(self.main_button, "kind", "default")  # the next step is what weighs here
        if SEND_NOTICE in self.rows:
            self.copy.setText(self.tr("Copy notice"))
            channels = [(words(f"channel.{one.value}"), one) for one in _CHANNELS]
            self.rows[SEND_NOTICE].channel.set_choices(channels)
        self._show()

    def _show(self) -> None:
        """Show each step as it is now; what was partly done stays to be seen."""
        removal, words = self._removal, self._context.translations.words
        chosen = [self._removals[one] for one in self._whom.removal_ids]
        platform = words(f"platform.{self._platform.value}")
        group = self._detail.group.name
        if self._whom.alone:
            name = removal.member_name
            self.set_head(
                self.tr("Remove {0} in {1}").format(name, platform),
                self.tr("{0} · case {1}").format(group, removal.case_number),
                name=name,
            )
        else:
            self.set_head(
                self.tr("Remove %n member(s) in {0}", "", len(chosen)).format(platform),
                group,
                sign="users",
            )
        together = steps_together(chosen, self._platform)
        self._steps = {step.code: step for step in together}
        current = next((step.code for step in together if step.open), "")
        for code, row in self.rows.items():
            row.setVisible(code in self._steps)  # lifting calls off the steps that were open
        for number, step in enumerate(together, 1):
            shown = self._words.shown(number, step, current=step.code == current)
            self.rows[step.code].show_step(shown)
        self._show_copies()
        holds = removal.state is RemovalState.HOLDING
        self._lift.setVisible(holds and self._whom.alone)
        for_good = removal.term is Term.FOR_GOOD and holds and self._whom.alone
        self.block_button.setVisible(for_good and not self._detail.marks.blocked)
        by = self._words.by(removal)
        self._about.setText(f"{self._about_text(platform, chosen)}\n{by}")

    def _show_copies(self) -> None:
        """Offer to copy what the open steps need."""
        alone = self._whom.alone
        if FIND_MEMBER in self.rows:
            known = bool(self._detail.fields.external_id)
            text = self.tr("Copy ID") if known else self.tr("Copy name")
            self.copy_id.setText(text)
            self.copy_id.setVisible(alone and self._is_open(FIND_MEMBER))
        if REMOVE in self.rows:
            discord = self._platform is Platform.DISCORD
            text = self.tr("Copy reason")
            self.copy_reason.setText(text)
            self.copy_reason.setVisible(discord and self._is_open(REMOVE))
        if SEND_NOTICE in self.rows:
            sending = alone and self._is_open(SEND_NOTICE)
            self.copy.setVisible(sending)
            note = self.rows[SEND_NOTICE].note
            note.setText(self._notice_note() if sending else "")
            note.setVisible(bool(note.text()))

    def _is_open(self, code: str) -> bool:
        return code in self._steps and bool(self._steps[code].open)

    def _notice_note(self) -> str:
        """Say where the platform would cut the notice, or swallow signs of it."""
        text, limit = self._removal.notice, LENGTH_LIMITS.get(self._platform, 0)
        platform = self._context.translations.words(f"platform.{self._platform.value}")
        said = []
        if limit and len(text) > limit:
            said.append(
                self.tr("The notice has {0} characters, {1} takes {2}: send it in parts.").format(
                    len(text), platform, limit
                )
            )
        swallowed = shown_on(self._platform, text).swallowed
        if swallowed:
            said.append(
                self.tr("{0} takes {1} for formatting and does not show it.").format(
                    platform, " ".join(swallowed)
                )
            )
        return "\n".join(said)

    def _about_text(self, platform: str, chosen: list[RemovalRecord]) -> str:
        removal = chosen[0]
        if self._whom.alone and removal.state is not RemovalState.HOLDING:
            return self._words.why_not(removal)
        holding = [one for one in chosen if one.state is RemovalState.HOLDING]
        done = sum(bool(step.done_at) for one in holding for step in one.steps)
        of = sum(len(one.steps) for one in holding)
        if done == of:
            return self.tr("All steps are done.")
        whom = removal.member_name if self._whom.alone else self.tr("these members")
        told = self.tr("Remove {0} in {1} yourself and tick what you did.")
        text = told.format(whom, platform)
        progress = self.tr("{0} of {1} steps done").format(done, of)
        return f"{text} {progress}" if done else text

    def _go_to_next(self) -> None:
        """Put the focus on the next step, or on the main button when all is done."""
        waiting = [code for code, step in self._steps.items() if step.open]
        target: QWidget = self.rows[waiting[0]] if waiting else self.main_button
        target.setFocus()

    def _load(self) -> None:
        removals = self._context.desk.removals
        self._removals = {ident: removals.get(ident) for ident in self._ids}

    # ---- acts

    def _run(self, key: object, work: Callable[[uuid.UUID], Receipt], row: StepRow) -> None:
        operation = self._operations.setdefault(key, uuid.uuid4())

        def done(receipt: Receipt) -> None:
            self._operations.pop(key, None)
            row.clear()
            self._on_done(receipt)

        self.set_busy(True)
        self._context.runner.run(
            self, lambda: work(operation), done, lambda error: self._on_failed(error, row)
        )

    def _tick(self, code: str, tick: StepTick) -> None:
        steps, carrying = self._steps[code].open, self._context.desk.carrying_out
        self._run(
            (tuple(step.id for step in steps), tick),
            lambda operation: carrying.tick(
                operation, steps, tick.result, at=tick.at, text=tick.text, channel=tick.channel
            ),
            self.rows[code],
        )

    def _reopen(self, code: str) -> None:
        ((_, step),) = self._steps[code].pairs
        if self._is_slip(step):
            carrying = self._context.desk.carrying_out
            self._run(
                ("reopen", step.id, len(step.turns)),
                lambda operation: carrying.reopen(operation, step),
                self.rows[code],
            )
            return
        from groupdesk.ui.dialogs.reopen_dialog import ReopenDialog  # noqa: PLC0415

        title = self._context.translations.words(f"step_title.{code}")
        dialog = ReopenDialog(self._context, step, title, self)
        dialog.accepted.connect(self._reload_soon)
        dialog.open()

    def _is_slip(self, step: StepRecord) -> bool:
        last = step.turns[-1] if step.turns else None
        return last is not None and self._context.desk.carrying_out.is_slip(last)

    def _on_outcome(self) -> None:
        from groupdesk.ui.dialogs.notice_dialog import NoticeDialog  # noqa: PLC0415

        kind, removal = SubjectKind.REMOVAL, self._removal
        title = self.tr("Removal of {0}").format(removal.member_name)
        dialog = NoticeDialog(self._context, kind, removal.id, title, self)
        dialog.accepted.connect(self._reload_soon)
        dialog.open()

    def _reload_soon(self) -> None:
        QTimer.singleShot(0, self, self._reload)  # once the dialog in front is gone

    def _rest(self) -> None:
        """Let no other step take the same press: Enter may be held, or pressed twice."""
        for row in self.rows.values():
            row.rest()

    def _on_done(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.banner.dismiss()  # what it asked about is recorded now
        self._context.done(receipt)
        self._reload()

    def _on_failed(self, error: Exception, row: StepRow) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        if isinstance(error, ValidationError) and error.field in {"at", "result"}:
            row.show_error(text)
            return
        if isinstance(error, StateChangedError):
            self._reload()
        self.banner.show_message(text, "danger")

    def _reload(self) -> None:
        try:
            self._load()
            self._detail = self._context.desk.members.detail(self._removal.membership_id)
        except GroupDeskError as error:
            self.banner.show_message(self._context.error_text(error), "danger")
            return
        self.whom.show_removals(tuple(self._removals.values()))
        self._show()
        self._go_to_next()

    def _on_whom(self) -> None:
        for row in self.rows.values():
            row.clear()
        self._detail = self._context.desk.members.detail(self._removal.membership_id)
        self._show()

    def _who(self) -> str:
        return self._detail.fields.external_id or self._removal.member_name

    def _audit_reason(self) -> str:
        """Return what fits into the platform's own log: the case's number, then the reason."""
        head = self.tr("Case {0}").format(self._removal.case_number)
        return f"{head}: {' '.join(self._removal.reason.split())}"[:_AUDIT_REASON]

    def _on_copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.banner.show_message(
            self.tr("Copied. Tick the step once you did it."), "accent", seconds=_COPIED_SECONDS
        )

    def _on_block(self) -> None:
        from groupdesk.ui.dialogs.reason_dialog import BlockDialog  # noqa: PLC0415

        person = self._context.desk.persons.get(self._detail.row.person_id)
        dialog = BlockDialog(self._context, person, self, case_number=self._removal.case_number)
        dialog.accepted.connect(self.block_button.hide)
        dialog.open()

    def _on_lift(self) -> None:
        from groupdesk.ui.dialogs.reversal_dialog import ReversalDialog  # noqa: PLC0415

        window, removal = self.parentWidget(), self._removal
        title = self.tr("Removal of {0}").format(removal.member_name)
        self.accept()
        ReversalDialog(self._context, SubjectKind.REMOVAL, removal.id, title, window).open()
