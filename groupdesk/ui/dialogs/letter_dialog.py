# SPDX-License-Identifier: MIT
"""A letter to a member: copied by hand, and then what became of it."""

from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.appeal_records import DeliveryRecord
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, Platform, SubjectKind
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.icons import icon
from groupdesk.ui.spoken_days import SpokenDays
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.act_frame import ActFrame
from groupdesk.ui.widgets.buttons import Button, button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.message_preview import MessagePreview
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

_Outcome = tuple[UUID, SubjectKind, int, NoticeState, str, Channel, str]
_CHANNELS = (Channel.PRIVATE, Channel.PHONE)


class Letter(NamedTuple):
    """A letter that was written, and what became of it so far."""

    kind: SubjectKind
    target_id: int
    member_name: str
    platform: Platform
    sender: str
    text: str
    deliveries: tuple[DeliveryRecord, ...]


class LetterDialog(ActFrame):
    """The program sends nothing: the letter is copied, sent by a person, and that is recorded."""

    def __init__(
        self,
        context: UiContext,
        letter: Letter,
        parent: QWidget | None = None,
        *,
        about: str = "",
        told: str = "",
    ) -> None:
        """Show `letter`; `about` stands under the head, `told` says what was just recorded."""
        super().__init__(context, parent, side=False)
        self.letter = letter
        self._subtitle_text = about
        self._copied = bool(letter.deliveries)
        self.copy = button("", "primary", "copy", self)
        self.preview = MessagePreview(letter.sender, letter.text, self)
        self._so_far = label(role="secondary", parent=self, wrap=True)
        self.states = ChipRow("", parent=self)
        self.channel: ChoiceBox[Channel] = ChoiceBox(self)
        self.at = TimeChoice(context.desk.clock, required=True)
        self.note = TextArea(2, self)
        self.at_field = FormField("", self.at, self)
        self.channel_field = FormField("", self.channel, self)
        self.note_field = FormField("", self.note, self)
        self._lay_out()
        self.add_cancel(closes=True)
        self._say_states()
        self._translate_dialog()
        if told:
            self.banner.show_message(told, "ok")
        self.copy.clicked.connect(self._on_copy)
        self.states.chosen.connect(lambda _key: self._show_state())
        self.at.changed.connect(self._show_state)
        self.note.textChanged.connect(self._show_state)
        self.main_requested.connect(self._record)
        self.resize(self.sizeHint())
        self.copy.setFocus()
        self.ask_before_leaving(lambda: self.note.text)

    # ---- what differs

    def about(self) -> str:
        """Return what stands under the head."""
        return self._subtitle_text

    # ---- what was chosen

    @property
    def state(self) -> NoticeState:
        """What became of the letter."""
        return NoticeState(self.states.current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_states()
            self._translate_dialog()

    def add_act(self, made: Button) -> None:
        """Put a button beside the one that copies."""
        self._acts.insertWidget(1, made)

    # ---- building

    def _lay_out(self) -> None:
        self._acts = QHBoxLayout()
        self._acts.setSpacing(current_theme().size("space_s"))
        self._acts.addWidget(self.copy)
        self._acts.addWidget(self._so_far, 1)
        asked = QHBoxLayout()
        asked.setSpacing(current_theme().size("space_m"))
        asked.addWidget(self.at_field)
        asked.addWidget(self.channel_field, 1)
        self.form.addWidget(self.preview)
        self.form.addStretch(1)
        outcome = QWidget(self)  # beside the acts: however long the letter, it is in sight
        column = QVBoxLayout(outcome)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addLayout(self._acts)
        column.addWidget(self.states)
        column.addLayout(asked)
        column.addWidget(self.note_field)
        self.add_above_acts(outcome)

    # ---- words and state

    def _say_states(self) -> None:
        words = self.context.translations.words
        self.states.setAccessibleName(self.tr("What became of the letter"))
        self.states.set_chips(
            [Chip(one.value, words(f"notice_state.{one.value}")) for one in NoticeState]
        )

    def _translate_dialog(self) -> None:
        letter, words = self.letter, self.context.translations.words
        self.set_head(
            self.tr("Letter to {0}").format(letter.member_name),
            self.about(),
            name=letter.member_name,
        )
        self.copy.setText(self.tr("Copy letter"))
        last = letter.deliveries[-1] if letter.deliveries else None
        platform = words(f"platform.{letter.platform.value}")
        days = SpokenDays(words, self.context.dates, self.context.desk.clock())
        self._so_far.setText(
            self.tr("So far: {0}, {1}").format(
                words(f"notice_state.{last.state.value}"), days.moment(last.at)
            )
            if last is not None
            else self.tr("Copy the letter and send it in {0}, then say here what became of it.")
            .format(platform)
        )  # fmt: skip
        self.at_field.set_caption(self.tr("&When"))
        self.at.set_caption(self.tr("When"))
        self.channel_field.set_caption(self.tr("&How"))
        self.channel.set_choices([(words(f"told_channel.{one.value}"), one) for one in _CHANNELS])
        self._show_state()

    def _show_state(self) -> None:
        lost = self.state is NoticeState.NOT_DELIVERED
        self.at_field.clear_error()
        self.note_field.clear_error()
        self.note_field.set_caption(
            self.tr("Why it did &not arrive") if lost else self.tr("&Note, may stay empty")
        )
        missing = []
        if self.at.to_come:
            missing.append(self.tr("a time that has passed"))
        if lost and is_blank(self.note.text):
            missing.append(self.tr("why it did not arrive"))
        self.set_missing(missing)
        self._show_first()

    def _show_first(self) -> None:
        """Let shine what comes first: copying the letter, then saying what became of it."""
        first = not self._copied and self.state is NoticeState.SENT
        restyle(self.copy, "kind", "primary" if first else "default")
        self.copy.setIcon(icon("copy", "on_accent" if first else "muted"))
        self.set_main(self._main_text(), "check", "default" if first else "primary")

    def _main_text(self) -> str:
        """Name what is recorded, so that nobody records it unseen."""
        match self.state:
            case NoticeState.SENT:
                return self.tr("Record as sent")
            case NoticeState.NOT_DELIVERED:
                return self.tr("Record as not delivered")
            case NoticeState.ACKNOWLEDGED:
                return self.tr("Record as read")
            case NoticeState.NOT_SENT:
                return self.tr("Record as not sent")

    def _on_copy(self) -> None:
        self._copied = True
        self._show_first()
        platform = self.context.translations.words(f"platform.{self.letter.platform.value}")
        self.put_on_clipboard(
            self.letter.text,
            self.tr("Copied. The member has not been told: send the letter in {0}.").format(
                platform
            ),
        )

    # ---- recording

    def _request(self, operation: UUID) -> _Outcome:
        letter, text = self.letter, self.note.text
        moment, channel = self.at.moment(), self.channel.value
        return (operation, letter.kind, letter.target_id, self.state, moment, channel, text)

    def _record(self) -> None:
        record = self.context.desk.notices.record
        self.record(self._request, lambda request: record(*request))

    def on_recorded(self, _receipt: Receipt) -> None:
        self.tell(self.context.translations.words("appeal_told.letter"))

    def named_fields(self) -> dict[str, TakesError]:
        return {"at": self.at_field, "note": self.note_field}
