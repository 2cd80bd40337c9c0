# SPDX-License-Identifier: MIT
"""What became of the notice of a removal or the letter about an appeal."""

from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, SubjectKind
from groupdesk.domain.notice_records import NoticeRecord
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

_TOLD_SECONDS = 8
_STATES = (
    NoticeState.SENT,
    NoticeState.NOT_DELIVERED,
    NoticeState.ACKNOWLEDGED,
    NoticeState.NOT_SENT,
)
_CHANNELS = (Channel.PRIVATE, Channel.PHONE, Channel.GROUP)


class NoticeDialog(DialogFrame):
    """One more record about a notice; what was recorded before stands above it."""

    def __init__(
        self,
        context: UiContext,
        kind: SubjectKind,
        target_id: int,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        """Ask what became of the notice of `target_id`; `title` says whose it is."""
        super().__init__(parent, side=False)
        self._context, self._kind, self._target_id = context, kind, target_id
        self._whose = title
        self._operation = uuid4()
        self._before = context.desk.notices.of(kind, target_id)
        self._known = label(role="muted", parent=self, wrap=True)
        self.state = ChoiceBox[NoticeState](self)
        self.at = TimeChoice(context.desk.clock, parent=self, required=True)
        self.channel = ChoiceBox[Channel](self)
        self.note = TextArea(3, self)
        self.fields = {
            "state": FormField("", self.state, self),
            "at": FormField("", self.at, self),
            "channel": FormField("", self.channel, self),
            "note": FormField("", self.note, self),
        }
        self.form.addWidget(self._known)
        for name, field in self.fields.items():
            self.form.addWidget(field, 1 if name == "note" else 0)
        self.add_cancel()
        self._translate_dialog()
        if self._before:
            last = self._before[-1]
            self.channel.choose(last.channel)
            sent = last.state is NoticeState.SENT
            self.state.choose(NoticeState.ACKNOWLEDGED if sent else NoticeState.SENT)
        self.state.chosen.connect(self._check)
        self.note.textChanged.connect(self._check)
        self.at.changed.connect(self.fields["at"].clear_error)
        self.main_requested.connect(self._record)
        self._check()
        self.resize(560, 560)
        self.state.setFocus()
        self.ask_before_leaving(lambda: self.note.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()
            self._check()

    def _translate_dialog(self) -> None:
        words = self._context.translations.words
        self.set_head(self.tr("What became of the notice?"), self._whose, sign="send")
        self._known.setText("\n".join(map(self._said, self._before)))
        self._known.setVisible(bool(self._before))
        self.state.set_choices([(words(f"notice_state.{one.value}"), one) for one in _STATES])
        self.channel.set_choices([(words(f"channel.{one.value}"), one) for one in _CHANNELS])
        self.fields["state"].set_caption(self.tr("&It was"))
        self.fields["at"].set_caption(self.tr("W&hen"))
        self.fields["channel"].set_caption(self.tr("&Channel"))
        self.fields["note"].set_caption(self.tr("&Remark"))
        self.at.set_caption(self.tr("When"))
        self.set_main(self.tr("Record"), "check")

    def _said(self, one: NoticeRecord) -> str:
        words, dates = self._context.translations.words, self._context.dates
        when = dates.moment(from_text(one.at), self._context.desk.clock())
        text = self.tr("{0}: {1}, {2}, by {3}").format(
            when,
            words(f"notice_state.{one.state.value}"),
            words(f"channel.{one.channel.value}"),
            one.operator,
        )
        return f"{text} · {one.note}" if one.note else text

    def _check(self) -> None:
        self.fields["note"].clear_error()
        lost = self.state.value is NoticeState.NOT_DELIVERED
        missing = lost and is_blank(self.note.text)
        self.set_missing([self.tr("why it did not arrive")] if missing else [])

    def _record(self) -> None:
        operation, kind, target = self._operation, self._kind, self._target_id
        state, channel, note = self.state.value, self.channel.value, self.note.text
        desk = self._context.desk
        at = self.at.moment() or to_text(desk.clock())
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: desk.notices.record(operation, kind, target, state, at, channel, note),
            self._on_recorded,
            self._on_failed,
        )

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(receipt)
        self._context.notify(self.tr("Recorded what became of it."), seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), self.fields)
