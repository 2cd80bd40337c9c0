# SPDX-License-Identifier: MIT
"""The steps by which a person carries a removal out on its platform, ticked one by one."""

import uuid

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import RemovalRecord, StepRecord
from groupdesk.domain.carrying_out import SEND_NOTICE, step_words
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import SubjectKind, Term
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.step_row import StepRow

_COPIED_SECONDS = 6


class CarryOutDialog(DialogFrame):
    """GroupDesk does none of the steps; it records that somebody did, when, with what result."""

    def __init__(
        self,
        context: UiContext,
        removal_id: int,
        parent: QWidget | None = None,
        *,
        just_recorded: bool = False,
    ) -> None:
        """Show the steps of a removal; `just_recorded` says so on top. Raises StateChangedError."""
        super().__init__(parent, side=False)
        self._context = context
        self._removal_id = removal_id
        self._just_recorded = just_recorded
        self._removal: RemovalRecord = context.desk.removals.get(removal_id)
        self._detail: MemberDetail = context.desk.members.detail(self._removal.membership_id)
        self._operations = {step.id: uuid.uuid4() for step in self._removal.steps}
        self.rows: dict[int, StepRow] = {}
        self._about = label(role="muted", parent=self, wrap=True)
        self.form.addWidget(self._about)
        for step in self._removal.steps:
            self.form.addWidget(self._new_row(step))
        self.form.addStretch(1)
        self._lift = self.add_left(button("", icon_name="undo-2"))
        self._lift.clicked.connect(self._on_lift)
        self.block_button = self.add_left(button("", icon_name="ban"))
        self.block_button.clicked.connect(self._on_block)
        self.main_requested.connect(self.accept)
        self._translate_dialog()
        self.resize(self.sizeHint())
        self._go_to_next()

    # ---- Qt

    def sizeHint(self) -> QSize:
        """Return room for all steps, or what the window behind and the screen have."""
        theme = current_theme()
        wanted = QSize(3 * theme.size("side_width"), max(780, super().sizeHint().height()))
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted.boundedTo(self.screen().availableSize())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    # ---- building

    def _new_row(self, step: StepRecord) -> StepRow:
        row = StepRow(self)
        row.done_requested.connect(lambda result: self._tick(step, result))
        row.key_taken.connect(self._rest)
        if step.code == SEND_NOTICE:
            self.copy = button("", icon_name="copy", parent=row)
            self.copy.clicked.connect(self._on_copy)
            row.add_act(self.copy)
        self.rows[step.id] = row
        return row

    def _translate_dialog(self) -> None:
        removal, words = self._removal, self._context.translations.words
        name, group = removal.member_name, self._detail.group
        platform = words(f"platform.{group.platform.value}")
        self.set_head(
            self.tr("Remove {0} in {1}").format(name, platform),
            self.tr("{0} · case {1} · decided {2} by {3}").format(
                group.name, removal.case_number, self._moment(removal.decided_at), removal.operator
            ),
            name=name,
        )
        self._lift.setText(self.tr("Lift this removal…"))
        self.block_button.setText(self.tr("Block in all groups…"))
        self.set_main(self.tr("Close"))
        restyle(self.main_button, "kind", "default")  # the next step is what weighs here
        if hasattr(self, "copy"):
            self.copy.setText(self.tr("Copy notice"))
        self._show(platform)

    def _show(self, platform: str) -> None:
        """Show each step as it is now; what was partly done stays to be seen."""
        removal, words = self._removal, self._context.translations.words
        lifted = bool(removal.reversed_at)
        open_steps = [step for step in removal.steps if not step.done_at]
        current = open_steps[0].id if open_steps and not lifted else 0
        known = {step.id for step in removal.steps}
        for step_id, row in self.rows.items():
            row.setVisible(step_id in known)  # lifting calls off the steps that were open
        for at, step in enumerate(removal.steps, 1):
            row = self.rows[step.id]
            row.show_step(
                f"{at}. {words(f'step_title.{step.code}')}",
                words(step_words(self._detail.group.platform.value, step.code)),
                self._done_text(step),
                current=step.id == current,
                closed=lifted,
            )
        if hasattr(self, "copy"):
            notice_open = any(step.code == SEND_NOTICE for step in open_steps)
            self.copy.setVisible(notice_open and not lifted)
        self._lift.setVisible(not lifted)
        for_good = removal.term is Term.FOR_GOOD and not lifted
        self.block_button.setVisible(for_good and not self._detail.marks.blocked)
        self._about.setText(self._about_text(platform, lifted=lifted, open_steps=len(open_steps)))

    def _about_text(self, platform: str, *, lifted: bool, open_steps: int) -> str:
        name = self._removal.member_name
        if lifted:
            when = self._moment(self._removal.reversed_at)
            return self.tr("This removal was lifted on {0}. Do not carry it out.").format(when)
        if not open_steps:
            return self.tr("All steps are done.")
        if self._just_recorded:
            told = self.tr("Recorded. Now remove {0} in {1} yourself and tick what you did.")
        else:
            told = self.tr("Remove {0} in {1} yourself and tick what you did.")
        return told.format(name, platform)

    def _done_text(self, step: StepRecord) -> str:
        if not step.done_at:
            return ""
        text = self.tr("Done {0} by {1}").format(self._moment(step.done_at), step.done_by)
        return f"{text} · {step.result}" if step.result else text

    def _moment(self, text: str) -> str:
        return self._context.dates.moment(from_text(text), self._context.desk.clock())

    def _go_to_next(self) -> None:
        """Put the focus on the next step, or on the main button when all is done."""
        waiting = [step.id for step in self._removal.steps if not step.done_at]
        target: QWidget = self.rows[waiting[0]] if waiting else self.main_button
        target.setFocus()

    # ---- acts

    def _tick(self, step: StepRecord, result: str) -> None:
        operation, removals = self._operations[step.id], self._context.desk.removals
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: removals.tick_step(operation, step, result),
            self._on_ticked,
            self._on_failed,
        )

    def _rest(self) -> None:
        """Let no other step take the same press: Enter may be held, or pressed twice."""
        for row in self.rows.values():
            row.rest()

    def _on_ticked(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        self._reload()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        if isinstance(error, StateChangedError):
            self._reload()
        self.banner.show_message(text, "danger")

    def _reload(self) -> None:
        try:
            self._removal = self._context.desk.removals.get(self._removal_id)
            self._detail = self._context.desk.members.detail(self._removal.membership_id)
        except GroupDeskError as error:
            self.banner.show_message(self._context.error_text(error), "danger")
            return
        self._translate_dialog()
        self._go_to_next()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._removal.notice)
        self.banner.show_message(
            self.tr("Copied. Tick the step once the message is sent."),
            "accent",
            seconds=_COPIED_SECONDS,
        )

    def _on_block(self) -> None:
        from groupdesk.ui.dialogs.reason_dialog import BlockDialog  # noqa: PLC0415

        person = self._context.desk.persons.get(self._detail.row.person_id)
        dialog = BlockDialog(self._context, person, self, case_number=self._removal.case_number)
        dialog.accepted.connect(self.block_button.hide)
        dialog.open()

    def _on_lift(self) -> None:
        from groupdesk.ui.dialogs.reversal_dialog import ReversalDialog  # noqa: PLC0415

        window = self.parentWidget()
        title = self.tr("Removal of {0}").format(self._removal.member_name)
        self.accept()
        ReversalDialog(self._context, SubjectKind.REMOVAL, self._removal_id, title, window).open()
