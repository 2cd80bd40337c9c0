# SPDX-License-Identifier: MIT
"""Tells customers who looks after them when a member leaves, and records what became of it."""

from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Language
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.exit_records import ExitCustomer, ExitRecord, TellCustomers, ToldCustomer
from groupdesk.domain.leaving_enums import CustomerTold, ExitConcern
from groupdesk.domain.records import Receipt
from groupdesk.domain.templates import MessageTemplate
from groupdesk.domain.text import is_blank, visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.customer_letters import CustomerLetters
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.exit_frames import ExitFrame
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.member_name_field import MemberNameField
from groupdesk.ui.widgets.notice_courtesy import NoticeCourtesy
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

STATES = (CustomerTold.TOLD, CustomerTold.COULD_NOT, CustomerTold.NOT_NEEDED)
_CHANNELS = (Channel.PRIVATE, Channel.GROUP, Channel.PHONE)
_LINES = 14


class ExitCustomersDialog(ExitFrame):
    """Each letter is the customer's own language; one goes through them with the arrow keys."""

    def __init__(
        self,
        context: UiContext,
        record: ExitRecord,
        parent: QWidget | None = None,
        *,
        first: int = 0,
    ) -> None:
        """Write to the customers of `record`, only to `first` where that is not 0."""
        super().__init__(context, parent)
        self.exit = record
        chosen = [one for one in record.customers if one.waits] or list(record.customers)
        if first:
            chosen = [one for one in record.customers if one.membership_id == first]
        self.customers = {one.membership_id: one for one in chosen}
        self.letters = CustomerLetters(context, record)
        self._shown = 0
        self._copied = ""  # whose letter was copied last
        self.who = MemberNameField(context, record.row.group_id, record.row.membership_id, self)
        self.who_field = FormField("", self.who, self)
        self.list = QListWidget(self)
        self.list.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.list_field = FormField("", self.list, self)
        self.states = ChipRow("", parent=self)
        self.at = TimeChoice(context.desk.clock, required=True)
        self.channel: ChoiceBox[Channel] = ChoiceBox(self)
        self.note = TextArea(2, self)
        self.at_field = FormField("", self.at, self)
        self.channel_field = FormField("", self.channel, self)
        self.note_field = FormField("", self.note, self)
        self.letter = TextArea(_LINES, self)
        self.copy = button("", icon_name="copy", parent=self)
        self.letter_field = FormField("", self.letter, self)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.wording: ChoiceBox[MessageTemplate] = ChoiceBox(self)
        self._courtesy = NoticeCourtesy(context.translations, self)
        self._lay_out()
        self._fill()
        self.add_cancel(closes=True)
        self._say_choices()
        self._translate_dialog()
        self._connect()
        named = filter(None, map(_contact_of, reversed(record.customers)))
        self.who.set_name(record.row.replacement_name or next(named, ""))
        self.list.setCurrentRow(0)
        self.share_width(1, 1)
        self.resize(self.sizeHint())
        (self.list if self.who.name else self.who).setFocus()
        self._keep_nothing_back()

    @property
    def state(self) -> CustomerTold:
        """What became of telling them."""
        return CustomerTold(self.states.current)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The customers that are ticked."""
        items = [self.list.item(at) for at in range(self.list.count())]
        return tuple(
            int(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    @property
    def not_copied(self) -> tuple[str, ...]:
        """The ticked customers whose letter nobody copied."""
        found = [self.customers[ident] for ident in self.chosen]
        return tuple(one.name for one in found if one.told is not CustomerTold.PREPARED)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_choices()
            self._translate_dialog()

    # ---- building

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(current_theme().size("space_m"))
        asked.addWidget(self.at_field)
        asked.addWidget(self.channel_field, 1)
        self.form.addWidget(self.who_field)
        self.form.addWidget(self.list_field, 1)
        self.form.addWidget(self.states)
        self.form.addLayout(asked)
        self.form.addWidget(self.note_field)
        foot = QHBoxLayout()
        foot.addWidget(self.language)
        foot.addWidget(self.wording, 1)
        for box in (self.language, self.wording):  # a long name ends in an ellipsis
            box.setMinimumWidth(current_theme().size("side_width") // 3)
        foot.addWidget(self.copy)
        self.side.addWidget(self.letter_field, 1)
        self.side.addLayout(foot)
        self.side.addWidget(self._courtesy)
        self.list.setMinimumHeight(6 * current_theme().line("body"))

    def _fill(self) -> None:
        with QSignalBlocker(self.list):
            for one in self.customers.values():
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, one.membership_id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)  # who was told, a person says
                self.list.addItem(item)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show_letter())
        self.list.itemChanged.connect(self._on_ticked)
        self.states.chosen.connect(lambda _key: self._show_state())
        self.who.changed.connect(self._on_contact)
        self.at.changed.connect(self._show_state)
        self.note.textChanged.connect(self._show_state)
        self.letter.textChanged.connect(self._on_letter)
        self.language.chosen.connect(self._on_language)
        self.wording.chosen.connect(self._on_wording)
        self.copy.clicked.connect(self._on_copy)
        self.main_requested.connect(self._record)

    # ---- words and state

    def _say_choices(self) -> None:
        words = self.context.translations.words
        self.states.setAccessibleName(self.tr("What became of it"))
        self.states.set_chips(
            [Chip(one.value, words(f"customer_told.{one.value}")) for one in STATES]
        )
        self.channel.set_choices([(words(f"told_channel.{one.value}"), one) for one in _CHANNELS])
        self.language.set_choices([(words(f"language.{one.value}"), one) for one in Language])

    def _say_customers(self) -> None:
        said = self.spoken()
        with QSignalBlocker(self.list):
            for at, one in enumerate(self.customers.values()):
                state, _tone = said.customer(one)
                text = " · ".join(filter(None, (one.name, one.company, state)))
                self.list.item(at).setText(visible(text))

    def _translate_dialog(self) -> None:
        row = self.exit.row
        self._say_customers()
        self.set_head(
            self.tr("Tell customers who is there for them"),
            self.tr("{0} leaves {1}").format(row.member_name, row.group_name),
            sign="users",
        )
        self.who_field.set_caption(self.tr("Who looks &after them from now on"))
        self.list_field.set_caption(self.tr("&Customers"))
        self.at_field.set_caption(self.tr("&When"))
        self.at.set_caption(self.tr("When"))
        self.channel_field.set_caption(self.tr("&How"))
        self.language.setAccessibleName(self.tr("Language of the letter"))
        self.wording.setAccessibleName(self.tr("Wording of the letter"))
        several = len(self.customers) > 1
        self.copy.setText(self.tr("Copy, go to the next") if several else self.tr("Copy letter"))
        self._show_letter()
        self._show_state()

    def _show_state(self) -> None:
        for field in (self.who_field, self.at_field, self.note_field, self.list_field):
            field.clear_error()
        why = self.state is not CustomerTold.TOLD
        self.note_field.set_caption(self.tr("Wh&y") if why else self.tr("&Note, may stay empty"))
        missing = []
        if not self.chosen:
            missing.append(self.tr("a customer"))
        if not why and is_blank(self.who.name):
            missing.append(self.tr("who looks after them"))
        elif not why and self.who.doubtful:
            missing.append(self.tr("whether a customer looks after them"))
        if self.at.to_come:
            missing.append(self.tr("a time that has passed"))
        if why and is_blank(self.note.text):
            missing.append(self.tr("why"))
        self.set_missing(missing)
        self.set_main(self._main_text(), "check")
        self._show_hint(() if why else self.not_copied)

    def _show_hint(self, names: tuple[str, ...]) -> None:
        """Say at the foot, where nothing moves, what was copied, or for whom nothing was."""
        hint = ""
        if self._copied:
            hint = self.tr("Copied: the letter to {0}. Send it yourself.").format(self._copied)
        elif names:
            hint = self.tr("Letter not copied: {0}").format(self.tr(", ").join(names))
        self.set_hint(visible(hint))

    def _main_text(self) -> str:
        """Say how many are recorded, and as what."""
        count = len(self.chosen)
        if self.state is CustomerTold.COULD_NOT:
            return self.tr("Record %n customer(s) as not reached", "", count)
        if self.state is CustomerTold.NOT_NEEDED:
            return self.tr("Record %n customer(s) as not needing it", "", count)
        return self.tr("Record %n customer(s) as told", "", count)

    # ---- the letters

    @property
    def _current(self) -> ExitCustomer | None:
        item = self.list.currentItem()
        ident = int(item.data(Qt.ItemDataRole.UserRole)) if item is not None else 0
        return self.customers.get(ident)

    def letter_to(self, one: ExitCustomer) -> str:
        """Return the letter to a customer as it stands."""
        return self.letters.text(one, self.who.name)

    def _show_letter(self) -> None:
        one = self._current
        self.copy.setEnabled(one is not None)
        if one is None:
            return
        self.letter_field.set_caption(self.tr("&Letter to {0}").format(one.name))
        if self._shown != one.membership_id:
            self.language.choose(self.letters.language(one))
            self._show_wordings()
        self._shown = one.membership_id
        with QSignalBlocker(self.letter):
            self.letter.set_text(self.letter_to(one))
        self._check()

    def _on_contact(self) -> None:
        self._show_letter()
        self._show_state()

    def _on_letter(self) -> None:
        one = self._current
        if one is not None and self.letter.text != self.letter_to(one):
            self.letters.keep(one, self.letter.text)
        self._check()

    def _on_language(self) -> None:
        one = self._current
        if one is None:
            return
        self.letters.drop(one)
        self.customers[one.membership_id] = one._replace(language=self.language.value.value)
        self._show_wordings()
        self._show_letter()

    def _show_wordings(self) -> None:
        language = self.language.value
        chosen = self.letters.wording(language)
        self.wording.set_choices([(one.name, one) for one in self.letters.wordings(language)])
        if chosen is not None:
            self.wording.choose(chosen)

    def _on_wording(self) -> None:
        one = self._current
        self.letters.choose(self.language.value, self.wording.value)
        if one is not None:
            self.letters.drop(one)
            self._show_letter()

    def _check(self) -> None:
        self._courtesy.look_at(
            self.letter.text,
            self.language.value,
            breach=False,
            rule_names=(),
            reason="",
            pending=(),
            conduct=False,
        )

    def _on_copy(self) -> None:
        one = self._current
        if one is None:
            return
        if is_blank(self.who.name):
            self.who_field.set_error(self.context.translations.words("error.exit_contact_missing"))
            return
        QGuiApplication.clipboard().setText(self.letter.text)
        item = self.list.currentItem()
        request = self._telling(uuid4(), CustomerTold.PREPARED, (one.membership_id,))
        tell = self.context.desk.leaving.exit_customers.tell

        def noted(receipt: Receipt) -> None:
            now = self.customers[one.membership_id]  # in another language by then, maybe
            self.customers[one.membership_id] = now._replace(told=CustomerTold.PREPARED)
            self._keep_nothing_back()
            self._say_customers()
            item.setCheckState(Qt.CheckState.Checked)
            self._copied = one.name
            self._show_state()
            self.context.done(receipt)

        self.context.runner.run(self, lambda: tell(request), noted, self._on_not_noted)
        self._go_on()

    def _on_ticked(self) -> None:
        self._copied = ""
        self._show_state()

    def _go_on(self) -> None:
        """Bring the next customer to the front whose letter nobody copied, the list in place."""
        row, count = self.list.currentRow(), self.list.count()
        for at in ((row + step) % count for step in range(1, count)):
            ident = int(self.list.item(at).data(Qt.ItemDataRole.UserRole))
            if self.customers[ident].told is not CustomerTold.PREPARED:
                self.list.setCurrentRow(at)
                return

    def _on_not_noted(self, error: Exception) -> None:
        if not isinstance(error, GroupDeskError):
            raise error
        self.banner.show_message(self.context.error_text(error), "danger")

    def _keep_nothing_back(self) -> None:
        """From here on, what is typed is asked about before it is lost."""
        self.ask_before_leaving(lambda: (self.who.name, self.note.text, self.letters.own))

    # ---- recording

    def _telling(
        self, operation: UUID, state: CustomerTold, customers: tuple[int, ...]
    ) -> TellCustomers:
        lettered = state in {CustomerTold.TOLD, CustomerTold.PREPARED}
        told = tuple(
            self.letters.told(one, self.who.name) if lettered else ToldCustomer(one.membership_id)
            for one in map(self.customers.__getitem__, customers)
        )
        now = to_text(self.context.desk.clock())
        return TellCustomers(
            operation=operation,
            exit_id=self.exit.row.id,
            customers=told,
            state=state,
            at=now if state is CustomerTold.PREPARED else self.at.moment(),
            contact=self.who.name,
            channel=self.channel.value,
            note="" if state is CustomerTold.PREPARED else self.note.text,
        )

    def _request(self, operation: UUID) -> TellCustomers:
        return self._telling(operation, self.state, self.chosen)

    def _record(self) -> None:
        self.record(self._request, self.context.desk.leaving.exit_customers.tell)

    def on_recorded(self, _receipt: Receipt) -> None:
        words = self.context.translations.words
        self.tell(words("exit_told.customers", count=len(self.chosen)))

    def named_fields(self) -> dict[str, TakesError]:
        return {
            "contact": self.who_field,
            "customers": self.list_field,
            "at": self.at_field,
            "note": self.note_field,
        }


def _contact_of(one: ExitCustomer) -> str:
    """Return who looks after a customer from now on, as far as the records say."""
    return one.contact or (one.account_owner if ExitConcern.MOVED in one.concerns else "")
