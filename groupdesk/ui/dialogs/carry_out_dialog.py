# SPDX-License-Identifier: MIT
"""The steps by which a person carries removals out on their platforms, ticked one by one."""

import uuid
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import RemovalRecord
from groupdesk.domain.carrying_out import OPEN_WAYS_BACK, SEND_NOTICE, STEPS
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Channel, Platform, SubjectKind, Term
from groupdesk.domain.errors import GroupDeskError, StateChangedError, ValidationError
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.step_records import StepRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.removal_steps import OneStep, StepWords, steps_together
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.step_copies import StepCopies
from groupdesk.ui.widgets.step_row import StepRow, StepTick
from groupdesk.ui.widgets.whom_choice import Whom, WhomChoice

_CHANNELS = (Channel.PRIVATE, Channel.PHONE, Channel.GROUP)


class CarryOutDialog(DialogFrame):
    """GroupDesk does none of the steps; it records that somebody did, when, with what result.

    Of removals that were decided in one act, a step can be ticked for all members of a group.
    """

    def __init__(
        self,
        context: UiContext,
        removal_id: int,
        parent: QWidget | None = None,
        *,
        undo: Callable[[], object] | None = None,
    ) -> None:
        """Show the steps of a removal; `undo` takes back one that was just recorded.

        Raises StateChangedError.
        """
        super().__init__(parent, side=False)
        self._context = context
        self._words = StepWords(context, self)
        self._take_back = undo
        self._undo_over = QTimer(self, singleShot=True)
        self._undo_over.timeout.connect(self._show)
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
        self.copies = StepCopies(context, self.rows, self)
        self.copies.copied.connect(self._on_copied)
        if SEND_NOTICE in self.rows:
            self.one_by_one = button("", icon_name="copy", parent=self)
            self.rows[SEND_NOTICE].add_act(self.one_by_one)
            self.one_by_one.clicked.connect(self._to_next_notice)
        self.undo_button = self.add_left(button("", icon_name="undo-2"))
        self.undo_button.clicked.connect(self._on_undo)
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
        return row

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
        self.undo_button.setText(self.tr("Undo"))
        self.undo_button.setToolTip(self.tr("For a minute, and as long as no step is ticked"))
        self._lift.setText(self.tr("Lift this removal…"))
        self.block_button.setText(self.tr("Block in all groups…"))
        self.set_main(self.tr("Close"))
        restyle(self.main_button, "kind", "default")  # the next step is what weighs here
        if SEND_NOTICE in self.rows:
            self.one_by_one.setText(self.tr("One by one…"))
            self.one_by_one.setToolTip(self.tr("Copy a notice, send it, record it, then the next"))
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
            title = self.tr("Remove {0} in {1}").format(name, platform)
            if self._lets_back(chosen):
                title = self.tr("Open the ways back for {0}").format(name)
            self.set_head(
                title,
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
        waiting = frozenset(code for code, step in self._steps.items() if step.open)
        alone = self._whom.alone
        self.copies.show_open(self._removal, self._detail, waiting if alone else frozenset())
        if SEND_NOTICE in self.rows:
            self.one_by_one.setVisible(SEND_NOTICE in waiting and not alone)
        holds = removal.state is RemovalState.HOLDING
        undo = self._offer_undo()
        self.undo_button.setVisible(undo)
        self._lift.setVisible(holds and self._whom.alone and not undo)
        for_good = removal.term is Term.FOR_GOOD and holds and self._whom.alone
        self.block_button.setVisible(for_good and not self._detail.marks.blocked)
        by = self._words.by(removal)
        self._about.setText(f"{self._about_text(platform, chosen)}\n{by}")

    def _offer_undo(self) -> bool:
        """Say whether what was just recorded can still be taken back; look again when not."""
        until = self._removal.cancel_until
        if self._take_back is None or not until or any(one.done_at for one in self._all_steps()):
            return False
        left = from_text(until) - self._context.desk.clock()
        if left.total_seconds() <= 0:
            return False
        self._undo_over.start(int(left.total_seconds() * 1000) + 1)
        return True

    def _all_steps(self) -> Iterator[StepRecord]:
        return (step for removal in self._removals.values() for step in removal.steps)

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
        if self.undo_button.isVisibleTo(self):
            told = self.tr("Recorded. Now remove {0} in {1} yourself and tick what you did.")
        elif self._lets_back(holding):
            told = self.tr("Open the ways back for {0} in {1} yourself and tick what you did.")
        text = told.format(whom, platform)
        progress = self.tr("{0} of {1} steps done").format(done, of)
        return f"{text} {progress}" if done else text

    @staticmethod
    def _lets_back(removals: list[RemovalRecord]) -> bool:
        """Say whether all that is left is to open the ways back."""
        left = {step.code for one in removals for step in one.steps if not step.done_at}
        return left == {OPEN_WAYS_BACK}

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
        self.set_hint("")
        self._context.done(receipt)
        one_by_one = self._whom.alone and len(self._ids) > 1
        before = self._removal
        self._reload()
        if one_by_one and _notice_sent(before) != _notice_sent(self._removal):
            self._to_next_notice()

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

    def _on_copied(self) -> None:
        # at the foot: over the steps it would push the button away that is pressed next
        self.set_hint(self.tr("Copied. Tick the step once you did it."))

    def _to_next_notice(self) -> None:
        """Choose the next member whose notice is not sent, with the button that copies it."""
        ids = list(self._removals)
        at = ids.index(self._removal.id) + 1 if self._whom.alone else 0
        for ident in ids[at:] + ids[:at]:
            removal = self._removals[ident]
            holds = removal.state is RemovalState.HOLDING
            if holds and any(one.code == SEND_NOTICE and not one.done_at for one in removal.steps):
                self.whom.choose(ident)
                self._on_whom()
                self.copies.buttons[SEND_NOTICE].setFocus()
                return

    def _on_undo(self) -> None:
        self.done(self.DialogCode.Rejected)  # nothing in it is worth a question
        if self._take_back is not None:
            self._take_back()

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


def _notice_sent(removal: RemovalRecord) -> bool:
    return any(step.code == SEND_NOTICE and bool(step.done_at) for step in removal.steps)
