# SPDX-License-Identifier: MIT
"""Records that a member wants to leave: when they asked, why, by when, and which groups."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.enums import MembershipState
from groupdesk.domain.exit_records import ExitChoice, ExitRequestInput
from groupdesk.domain.leaving_enums import ExitReason
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.domain.text import is_blank, visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.day_choice import LATER, DayChoice
from groupdesk.ui.widgets.exit_frames import ExitDraftFrame
from groupdesk.ui.widgets.exit_notices import ExitNotices
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

KIND = "exit"


class ExitDialog(ExitDraftFrame):
    """All is filled in but the reason; Ctrl+Enter records it."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Ask for the group of `detail`, and offer the other groups of the same person."""
        super().__init__(
            context,
            KIND,
            detail.row.id,
            parent,
            open_again=lambda: partial(_open, context, detail, parent),
        )
        self.detail = detail
        choices = context.desk.leaving.exits.choices(detail.row.id)
        self.groups = {one.membership_id: (one, QCheckBox(self)) for one in choices}
        self.asked = TimeChoice(context.desk.clock, required=True)
        self.channel: ChoiceBox[AppealChannel] = ChoiceBox(self)
        self.reasons = ChipRow("", parent=self)
        self.text = TextArea(3, self)
        self.wish = DayChoice(context, LATER, self, optional=True)
        self.left = TimeChoice(context.desk.clock)
        self.asked_field = FormField("", self.asked, self)
        self.channel_field = FormField("", self.channel, self)
        self.reason_field = FormField("", self.reasons, self)
        self.text_field = FormField("", self.text, self)
        self.wish_field = FormField("", self.wish, self)
        self.left_field = FormField("", self.left, self)
        self.notices = ExitNotices(context, self, leads=False)
        self.notices.show_outlook(context.desk.leaving.exits.outlook(detail.row.id))
        self._answers = False
        self.and_answer = self.add_right(button("", icon_name="message-square-text"))
        self._rights = label(role="secondary", parent=self, wrap=True)
        self._lay_out()
        self._say_choices()
        self.reasons.set_current(ExitReason.NOT_SAID.value)
        self._begin_with_groups()
        self._translate_dialog()
        self._connect()
        self.begin()
        self._show_state()
        self.resize(self.sizeHint())
        self.reasons.button(self.reasons.current).setFocus()

    @property
    def reason(self) -> ExitReason:
        """Why they want to leave."""
        return ExitReason(self.reasons.current)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The stays that are to end."""
        return tuple(ident for ident, (_one, box) in self.groups.items() if box.isChecked())

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_choices()
            self._translate_dialog()
            self._show_state()

    # ---- building

    def _lay_out(self) -> None:
        theme = current_theme()
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_xs"))
        for _one, box in self.groups.values():
            column.addWidget(box)
        self.groups_field = FormField("", listed, self)
        free = [box for one, box in self.groups.values() if not one.exit_id]
        if free:
            self.groups_field.head.setBuddy(free[0])
        first = QHBoxLayout()
        first.setSpacing(theme.size("space_m"))
        first.addWidget(self.asked_field)
        first.addWidget(self.channel_field, 1)
        self.form.addWidget(self.groups_field)
        self.form.addLayout(first)
        for part in (self.reason_field, self.text_field, self.wish_field, self.left_field):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.side.addWidget(self.notices)
        self.side.addWidget(self._rights)
        self.side.addStretch(1)

    def _begin_with_groups(self) -> None:
        own = self.detail.row.id
        for ident, (one, box) in self.groups.items():
            box.setEnabled(not one.exit_id)
            box.setChecked(ident == own and not one.exit_id)
        known = next((one for one, _box in self.groups.values() if one.membership_id == own), None)
        self.groups_field.setVisible(len(self.groups) > 1 or known is None or known.exit_id > 0)
        if known is not None and known.state is not MembershipState.ACTIVE and known.ended_at:
            self.left.set_moment(known.ended_at)

    def _connect(self) -> None:
        for _one, box in self.groups.values():
            box.toggled.connect(self._on_changed)
        self.reasons.chosen.connect(lambda _key: self._on_changed())
        # not for keys, which go on to the next reason
        self.reasons.button(ExitReason.OTHER.value).clicked.connect(self.text.setFocus)
        for signal in (
            *(self.asked.changed, self.channel.chosen, self.text.textChanged),
            *(self.wish.changed, self.left.changed),
        ):
            signal.connect(self._on_changed)
        self.main_requested.connect(lambda: self._record(answer=False))
        self.and_answer.clicked.connect(lambda: self._record(answer=True))
        for keys in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            QShortcut(QKeySequence(keys), self, self.and_answer.click).setAutoRepeat(False)

    # ---- words and state

    def _say_choices(self) -> None:
        words = self.context.translations.words
        self.channel.set_choices(
            [(words(f"appeal_channel.{one.value}"), one) for one in AppealChannel]
        )
        self.reasons.set_chips(
            [Chip(one.value, words(f"exit_reason.{one.value}")) for one in ExitReason]
        )

    def _translate_dialog(self) -> None:
        row = self.detail.row
        self.set_head(
            self.tr("{0} wants to leave").format(row.name), self.detail.group.name, name=row.name
        )
        self.groups_field.set_caption(self.tr("Which &groups"))
        for one, box in self.groups.values():
            box.setText(self._group_text(one).replace("&", "&&"))
        self.asked_field.set_caption(self.tr("&Asked"))
        self.asked.set_caption(self.tr("Asked"))
        self.channel_field.set_caption(self.tr("&How"))
        self.reason_field.set_caption(self.tr("&Reason"))
        self.reasons.setAccessibleName(self.tr("Reason"))
        self.wish_field.set_caption(self.tr("By a &certain day"))
        self.wish.name_none(self.tr("Any day"))
        self.wish.set_caption(self.tr("By a certain day"))
        self.left_field.set_caption(self.tr("Already gone"))
        self.left.set_caption(self.tr("Has &left already:"))
        self._rights.setText(
            self.tr(
                "Everyone is free to leave. You can ask them to stay until somebody has taken"
                " over; you write the answer in the next step."
            )
        )
        self.set_main(self.tr("Record request"), "check")
        self.and_answer.setText(self.tr("Record and answer…"))
        self.and_answer.setToolTip(f"{self.and_answer.text()} (Ctrl+Shift+Enter)")

    def _group_text(self, one: ExitChoice) -> str:
        name = visible(one.group_name)
        if one.exit_id:
            return self.tr("{0} – wants to leave already").format(name)
        if one.only_owner:
            return self.tr("{0} – the only owner").format(name)
        return name

    def _on_changed(self) -> None:
        for field in self.named_fields().values():
            if isinstance(field, FormField):
                field.clear_error()
        self.keeper.touch()
        self._show_state()

    def _show_state(self) -> None:
        other = self.reason is ExitReason.OTHER
        self.text_field.set_caption(
            self.tr("In their &own words") if other else self.tr("In their &own words, if any")
        )
        gone = bool(self.left.moment())
        self.wish_field.setVisible(not gone)
        missing = []
        if not self.chosen:
            missing.append(self.tr("a group"))
        if self.asked.to_come or self.left.to_come:
            missing.append(self.tr("a time that has passed"))
        if other and is_blank(self.text.text):
            missing.append(self.tr("the reason"))
        self.set_missing(missing)
        self.and_answer.setEnabled(not missing and not self.busy)
        self.and_answer.setVisible(not gone)

    # ---- the draft

    def form_contents(self) -> Contents:
        return {
            "groups": list(self.chosen),
            "asked": self.asked.moment(),
            "channel": self.channel.value.value,
            "reason": self.reasons.current,
            "text": self.text.text,
            "wish": self.wish.day,
            "left": self.left.moment(),
        }, ()

    def restore_form(self, draft: DraftRecord) -> None:
        kept = draft.payload
        groups = kept.get("groups")
        for ident, (one, box) in self.groups.items():
            box.setChecked(isinstance(groups, list) and ident in groups and not one.exit_id)
        if kept.get("asked"):
            self.asked.set_moment(str(kept["asked"]))
        if kept.get("channel") in set(AppealChannel):
            self.channel.choose(AppealChannel(str(kept["channel"])))
        if kept.get("reason") in set(ExitReason):
            self.reasons.set_current(str(kept["reason"]))
        self.text.set_text(str(kept.get("text", "")))
        self.wish.set_day(str(kept.get("wish", "")))
        self.left.set_moment(str(kept.get("left", "")))

    # ---- recording

    def _record(self, *, answer: bool) -> None:
        self._answers = answer
        self.record(self._request, self._work)

    def _request(self, operation: UUID) -> ExitRequestInput:
        left = self.left.moment()
        return ExitRequestInput(
            operation=operation,
            membership_ids=self.chosen,
            asked_at=self.asked.moment(),
            channel=self.channel.value,
            reason=self.reason,
            reason_text=self.text.text,
            wish_on="" if left else self.wish.day,
            left_at=left,
        )

    def _work(self, request: ExitRequestInput) -> Receipt:
        return self.context.desk.leaving.exits.record(request)

    def on_recorded(self, receipt: Receipt) -> None:
        from groupdesk.ui.exit_acts import ExitActs  # noqa: PLC0415  # which opens this dialog

        context, count = self.context, len(self.chosen)
        words = context.translations.words
        record = context.desk.leaving.exits.get(receipt.subject_id)
        day = self.spoken().day(record.row.answer_by)
        behind = self.parentWidget()
        if record.row.left_at:
            self.tell(words("exit_told.recorded_left", name=record.row.member_name))
            return
        key = "recorded_many" if count > 1 else "recorded"
        acts = ExitActs(context, behind) if behind is not None else None
        if self._answers and acts is not None:
            acts.answer(record)
            return
        context.notify(
            words(f"exit_told.{key}", count=count, date=day),
            action_text=self.tr("Answer now…") if acts is not None else "",
            action=(lambda: acts.answer(record)) if acts is not None else None,
            seconds=20,
        )

    def named_fields(self) -> dict[str, TakesError]:
        return {
            "membership_ids": self.groups_field,
            "asked_at": self.asked_field,
            "reason_text": self.text_field,
            "wish_on": self.wish_field,
            "left_at": self.left_field,
        }


def _open(context: UiContext, detail: MemberDetail, parent: QWidget | None) -> None:
    ExitDialog(context, detail, parent).open()
