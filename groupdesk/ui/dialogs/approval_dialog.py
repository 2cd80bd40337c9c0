# SPDX-License-Identifier: MIT
"""Another operator answers a removal that waits for it: what it rests on, then yes or no."""

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import Protocol
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action, Topic
from groupdesk.domain.errors import (
    CancelledError,
    RefusedError,
    StateChangedError,
    ValidationError,
)
from groupdesk.domain.records import Receipt
from groupdesk.domain.removal_records import ApprovalRow
from groupdesk.domain.text import is_blank
from groupdesk.ui.approval_facts import ApprovalFacts
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.evidence_gallery import EvidenceGallery
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.fair_record import FairRecord
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.tab_order import TAB_LAST
from groupdesk.ui.widgets.text_area import TextArea

_TOLD_SECONDS = 8
_TEXTS = ("reason", "comment", "quoted", "notice")


class _Answer(Protocol):
    """A yes or a no of the service."""

    def __call__(
        self,
        operation: UUID,
        removal_ids: Sequence[int],
        text: str,
        progress: Callable[[int, int], None],
        /,
    ) -> Receipt: ...


class ApprovalDialog(DialogFrame):
    """Those who were asked about in one act are looked at one by one, and answered together.

    One of them can be answered alone; who cannot be approved any more is left for a no. The note
    stands where it is always in sight, and may begin a yes or a no: so Ctrl+Enter only leads to
    the button that approves, and a second press there does it. Whoever asked reads why somebody
    else has to answer, and can withdraw the request.
    """

    answered = Signal()

    def __init__(
        self, context: UiContext, rows: Sequence[ApprovalRow], parent: QWidget | None = None
    ) -> None:
        """Ask about `rows`, at least one, all of the same act."""
        super().__init__(parent)
        self._context = context
        self._rows = tuple(rows)
        self._operations: dict[object, UUID] = {}
        self._own = self._rows[0].own
        self.whom: ChoiceBox[int] = ChoiceBox(self)
        self.alone = QCheckBox(self)
        self._whom_field = FormField("", self.whom, self)
        self.facts = FactList(self)
        self._heads = {name: SectionLabel(parent=self) for name in _TEXTS}
        self._texts = {name: label(parent=self, wrap=True, selectable=True) for name in _TEXTS}
        self._pictures_head = SectionLabel(parent=self)
        self.pictures = EvidenceGallery(context, self)
        self.said = TextArea(2, self)
        self.field = FormField("", self.said, self)
        self.then = FairRecord(context, self)
        self.now = FairRecord(context, self, since=True)
        self.decline = self.add_right(button("", icon_name="ban", parent=self))
        self.switch = self.add_left(button("", icon_name="arrow-right-left", parent=self))
        self.switch.setProperty(TAB_LAST, "yes")
        self.add_cancel()
        self._lay_out()
        self._connect()
        self._say()
        self._show_row()
        self.said.setFocus()
        self.ask_before_leaving(lambda: self.said.text)

    @property
    def row(self) -> ApprovalRow:
        """The request that is shown."""
        return self._rows[max(self.whom.currentIndex(), 0)]

    @property
    def answered_now(self) -> tuple[ApprovalRow, ...]:
        """Those that an answer would be about, as far as the operator at the desk may give one."""
        rows = (self.row,) if self.alone.isChecked() else self._rows
        return tuple(row for row in rows if self._own or not row.not_mine)

    @property
    def approved_now(self) -> tuple[ApprovalRow, ...]:
        """Those of them that a yes would be about."""
        return tuple(row for row in self.answered_now if not row.refusal)

    def set_busy(
        self,
        busy: bool,  # noqa: FBT001 — a setter as Qt's
        *,
        stop: Callable[[], object] | None = None,
    ) -> None:
        """See DialogFrame; the note is part of the form."""
        super().set_busy(busy, stop=stop)
        self.field.setDisabled(busy)
        if not busy:
            self._check()

    def act_by_keys(self) -> None:
        """Go to the button first: what is in the note may be meant as a no."""
        if self._own or self.main_button.hasFocus():
            super().act_by_keys()
        elif self.main_button.isEnabled():
            self.main_button.setFocus()
            self.set_hint(self.tr("Once more to approve"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_row()

    # ---- building

    def _lay_out(self) -> None:
        self.form.addWidget(self._whom_field)
        self.form.addWidget(self.alone)
        self.form.addWidget(self.facts)
        for name in _TEXTS:
            self.form.addWidget(self._heads[name])
            self.form.addWidget(self._texts[name])
        self.form.addStretch(1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self.field)
        for part in (self._pictures_head, self.pictures, self.then, self.now):
            self.side.addWidget(part)
        self.side.addStretch(1)
        self.decline.setVisible(not self._own)

    def _connect(self) -> None:
        self.whom.chosen.connect(self._show_row)
        self.alone.toggled.connect(lambda _on: self._check())
        self.said.textChanged.connect(self._check)
        self.decline.clicked.connect(self._decline)
        self.switch.clicked.connect(self.window_keys.switch)  # asks about the note first
        self.main_requested.connect(self._withdraw if self._own else self._approve)

    # ---- words

    def _say(self) -> None:
        first, count, said = self._rows[0], len(self._rows), ApprovalFacts(self._context)
        self.switch.setText(self._context.acts.action("operator.switch").text())
        if self._own:
            title = self.tr("Withdraw the request to remove {0}?")
            many = self.tr("Withdraw the request to remove %n members?", "", count)
        else:
            title = self.tr("Approve the removal of {0}?")
            many = self.tr("Approve the removal of %n members?", "", count)
        groups = dict.fromkeys(row.group_name for row in self._rows)
        asked = self.tr("Asked for by {0}, {1}")
        asked = asked.format(first.removal.operator, said.moment(first.removal.decided_at))
        self.set_head(
            title.format(first.removal.member_name) if count == 1 else many,
            " · ".join((asked, self.tr(", ").join(groups))),
            name=first.removal.member_name if count == 1 else "",
            sign="" if count == 1 else "users",
        )
        self._whom_field.set_caption(self.tr("&Look at"))
        self._whom_field.setVisible(count > 1)
        self.alone.setVisible(count > 1)
        self.alone.setText(self.tr("Answer about this &one only; the others go on waiting"))
        self.whom.set_choices([(said.in_list(row), row.removal.id) for row in self._rows])
        heads = {
            "reason": self.tr("Reason, as the member reads it"),
            "comment": self.tr("Internal comment"),
            "quoted": self.tr("What was written"),
            "notice": self.tr("Notice to the member"),
        }
        for name, text in heads.items():
            self._heads[name].setText(text)
        self._pictures_head.setText(self.tr("Screenshots"))
        self.field.set_caption(
            self.tr("&Why you withdraw it")
            if self._own
            else self.tr("&Note, or the reason if you decline")
        )
        self._check()

    def _name_acts(self) -> None:
        """Name the buttons by how many they are about."""
        no, yes = len(self.answered_now), len(self.approved_now)
        if self._own:
            text = self.tr("Withdraw request") if no == 1 else self.tr("Withdraw %n", "", no)
            self.set_main(text, "undo-2", "danger")
            return
        self.decline.setText(self.tr("&Decline") if no <= 1 else self.tr("&Decline %n", "", no))
        text = self.tr("Approve removal") if yes <= 1 else self.tr("Approve %n removals", "", yes)
        self.set_main(text, "user-check", "danger")
        left = self.tr("%n cannot be approved any more", "", no - yes)
        self.set_hint(left if 0 < yes < no else "")

    def _show_row(self) -> None:
        row = self.row
        self.facts.set_facts(ApprovalFacts(self._context).lines(row))
        texts = {
            "reason": row.removal.reason,
            "comment": row.removal.comment,
            "quoted": row.quoted_text,
            "notice": row.removal.notice,
        }
        for name, text in texts.items():
            self._texts[name].setText(text)
            self._texts[name].setVisible(bool(text))
            self._heads[name].setVisible(bool(text))
        self.pictures.show_records(row.evidence)
        self.then.show_lines(row.removal.fair_process)
        self.side.insertWidget(0 if self.then.exceptions else 2, self.then)  # in sight at once
        self.now.show_lines(
            [line for line in row.fair_now if line.item in row.changed] if row.changed else ()
        )
        self._say_why_not(row)

    def _say_why_not(self, row: ApprovalRow) -> None:
        """Say why the operator at the desk cannot answer, or nobody can approve any more."""
        words = self._context.translations.words
        code = row.not_mine or row.refusal
        name = row.removal.operator if row.not_mine else row.removal.member_name
        if code:
            text = self._context.error_text(RefusedError(code, name=name))
            self.banner.show_message(text, "accent" if row.own else "warning")
        elif row.worse:
            missing = ", ".join(words(f"fair_item.{item.value}") for item in row.worse)
            self.banner.show_message(
                self.tr(
                    "Missing by now, although it was there when this was asked for: {0}. Say in the"
                    " note why you approve all the same."
                ).format(missing),
                "warning",
            )
        else:
            self.banner.hide()

    def _check(self) -> None:
        self.field.clear_error()
        self._name_acts()
        blank, yes = is_blank(self.said.text), self.approved_now
        action = Action.REMOVAL_WITHDRAW if self._own else Action.REMOVAL_APPROVE
        denied = why_not(self._context, action)
        missing = []
        if self._own and blank:
            missing.append(self.tr("a reason"))
        elif not self._own and (denied or not self.answered_now):
            missing.append(self.tr("somebody who may approve"))
        elif not self._own and not yes:
            missing.append(self.tr("somebody who can still be removed"))
        elif not self._own and blank and any(row.worse for row in yes):
            missing.append(self.tr("a note"))
        self.set_missing(missing)
        reason = why_not(self._context, Action.REMOVAL_DECLINE)
        if not reason and not self.answered_now:
            reason = self.tr("Somebody else has to answer this request.")
        if not reason and blank:
            reason = self.tr("To decline, write the reason first.")
        refuse(self.decline, reason)

    # ---- recording

    def _approve(self) -> None:
        self._run(Action.REMOVAL_APPROVE, self.approved_now, self._on_approved)

    def _decline(self) -> None:
        self._run(Action.REMOVAL_DECLINE, self.answered_now, self._on_declined)

    def _withdraw(self) -> None:
        self._run(Action.REMOVAL_WITHDRAW, self.answered_now, self._on_withdrawn)

    def _run(
        self,
        action: Action,
        rows: Sequence[ApprovalRow],
        then: Callable[[Sequence[ApprovalRow]], None],
    ) -> None:
        ids, text, stopped = [row.removal.id for row in rows], self.said.text, Event()
        # the same answer once more is the same act; a no after a yes that failed is another
        operation = self._operations.setdefault((action, text, *ids), uuid4())
        approvals = self._context.desk.approvals
        answers: dict[Action, _Answer] = {
            Action.REMOVAL_APPROVE: approvals.approve,
            Action.REMOVAL_DECLINE: approvals.decline,
            Action.REMOVAL_WITHDRAW: approvals.withdraw,
        }

        def show(done: tuple[int, int]) -> None:
            self.show_progress(*done)

        tell = self._context.runner.relay(self, show)

        def progress(done: int, whole: int) -> None:
            if stopped.is_set():
                raise CancelledError
            tell((done, whole))

        def work() -> Receipt:
            return answers[action](operation, ids, text, progress)

        def recorded(receipt: Receipt) -> None:
            self.set_busy(False)
            self._context.events.acted.emit()
            # an act that was saved before, whatever was answered then, names no topics
            self._context.events.publish(receipt.topics or frozenset(Topic))
            self._go_on(ids)
            then(rows)
            self.answered.emit()

        self.set_busy(True, stop=stopped.set if len(ids) > 1 else None)
        self._context.runner.run(self, work, recorded, self._on_failed)

    def _go_on(self, answered: Sequence[int]) -> None:
        """Close, or stay for those that still wait."""
        rest = tuple(row for row in self._rows if row.removal.id not in answered)
        if not rest:
            self.accept()
            return
        self.said.set_text("")
        self.alone.setChecked(False)
        self._show_rows(rest)

    def _show_rows(self, rows: Sequence[ApprovalRow]) -> None:
        self._rows = tuple(rows)
        self._say()
        self._show_row()

    def _on_approved(self, rows: Sequence[ApprovalRow]) -> None:
        from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog  # noqa: PLC0415

        if len(rows) == 1:
            self._tell(self.tr("Approved. It can be carried out now."))
        else:
            self._tell(self.tr("%n removals approved; they can be carried out now.", "", len(rows)))
        if not self.isVisible():
            CarryOutDialog(self._context, rows[0].removal.id, self.parentWidget()).open()

    def _on_declined(self, rows: Sequence[ApprovalRow]) -> None:
        gone = [row for row in rows if row.removal.left_at or row.removal.already_removed_at]
        if gone:  # not members, whatever is said here
            self._tell(self.tr("Declined: %n removal(s) never took effect.", "", len(rows)))
        elif len(rows) == 1:
            name = rows[0].removal.member_name
            self._tell(self.tr("Declined. {0} stays a member.").format(name))
        else:
            self._tell(self.tr("Declined. All %n stay members.", "", len(rows)))

    def _on_withdrawn(self, _rows: Sequence[ApprovalRow]) -> None:
        self._tell(self.tr("The request is withdrawn; nothing was carried out."))

    def _tell(self, told: str) -> None:
        self._context.notify(told, seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, CancelledError):
            self.set_busy(False)
            self.banner.show_message(self.tr("Stopped. Nothing was answered."), "muted")
        elif isinstance(error, StateChangedError | RefusedError | ValidationError):
            ids = [row.removal.id for row in self._rows]
            self._context.runner.run(
                self,
                partial(self._context.desk.approvals.of, ids),
                partial(self._say_failed, error),
                lambda _other: self._say_failed(error, ()),
                pool="files",
            )
        else:
            self._say_failed(error, ())

    def _say_failed(self, error: Exception, rows: Sequence[ApprovalRow]) -> None:
        """Say what went wrong over what waits by now; who waits no more is not asked about."""
        self.set_busy(False)
        if rows:
            self._show_rows(rows)
        text = self._context.error_text(error)
        self.show_failure(error, text, {"note": self.field, "reason": self.field})
