# SPDX-License-Identifier: MIT
"""One request to leave: where it stands, what is next, and all that belongs to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.exits import GOING
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitState
from groupdesk.ui.act_looks import LOOKS
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_acts import ExitActs
from groupdesk.ui.exit_words import ExitWords, last_letter
from groupdesk.ui.icons import icon
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.exit_checklist import ExitChecklist
from groupdesk.ui.widgets.exit_customer_list import ExitCustomerList
from groupdesk.ui.widgets.exit_facts import ExitFacts
from groupdesk.ui.widgets.exit_help import ExitHelp
from groupdesk.ui.widgets.exit_history import ExitHistory
from groupdesk.ui.widgets.exit_notices import ExitNotices
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.message_preview import MessagePreview
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.request_list import RequestDetail
from groupdesk.ui.widgets.section_label import SectionLabel

ACTS = (
    "exit.answer",
    "exit.left",
    "exit.customers",
    "exit.letter",
    "exit.save",
    "exit.hand_over",
    "exit.note",
)
_MAIN = {
    ExitState.OPEN: "exit.answer",
    ExitState.STAYING: "exit.left",
    ExitState.APPROVED: "exit.left",
}
"""What comes next while a request stands so."""


class ExitDetail(RequestDetail):
    """The right side of the list of requests to leave."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a request."""
        super().__init__(parent)
        self._context = context
        self._exit: ExitRecord | None = None
        self._acts = ExitActs(context, self)
        self.setMinimumWidth(340)
        self.notices = ExitNotices(context, self, customers=False)
        self.facts = ExitFacts(context, self)
        self.checklist = ExitChecklist(context, self)
        self.customers = ExitCustomerList(context, self)
        self.help = ExitHelp(context, self)
        self.history = ExitHistory(context, self)
        self._letter_head = SectionLabel(parent=self)
        self.letter = MessagePreview(parent=self)
        self._build()
        self._connect()

    @property
    def exit(self) -> ExitRecord | None:
        """The request that is shown."""
        return self._exit

    @property
    def shown_id(self) -> int:
        return self._exit.row.id if self._exit is not None else 0

    def show_nothing(self) -> None:
        self._exit = None
        self.hide()

    def show_request(self, request_id: int) -> None:
        try:
            record = self._context.desk.leaving.exits.get(request_id)
        except GroupDeskError:
            self.show_nothing()
            return
        again = self.shown_id == request_id
        self._exit = record
        can_tell = not why_not(self._context, Action.EXIT_TELL) and not record.row.archived
        self.notices.show_outlook(record)
        self.notices.setVisible(self.notices.isVisibleTo(self) and record.row.state in GOING)
        self.facts.show_exit(record)
        self.checklist.show_exit(record, refusal=why_not(self._context, Action.EXIT_ITEM))
        self.customers.show_exit(record, can_write=can_tell and record.row.state in GOING)
        self.help.show_exit(record)
        self.help.setVisible(record.row.state in GOING)
        self.history.show_exit(record)
        self._show_letter(record)
        self._say()
        if not again:
            self._area.verticalScrollBar().setValue(0)
        self.show()

    def show_acts(self) -> None:
        """Show the buttons of what makes sense now."""
        possible, main = self.possible(), self._main_act()
        for act_id, made in self.act_buttons.items():
            made.setVisible(act_id in possible)
            kind = "primary" if act_id == main else "default"
            restyle(made, "kind", kind)
            made.setIcon(icon(LOOKS[act_id].icon, "on_accent" if act_id == main else "muted"))
        self.setFocusProxy(self.act_buttons[main or "exit.note"])

    def _main_act(self) -> str:
        """Return what is to be done next, as an act; empty where it is none."""
        return _MAIN.get(self._exit.row.state, "") if self._exit is not None else ""

    def possible(self) -> frozenset[str]:
        """Return which acts make sense for the request in front."""
        record = self._exit
        if record is None:
            return frozenset()
        found = {"exit.note"}
        if ExitEntryKind.APPROVED in record.choices:
            found.add("exit.answer")
        if ExitEntryKind.LEFT in record.choices:
            found.add("exit.left")
        if record.row.state in GOING:
            found |= {"exit.save", "exit.hand_over"}
            if record.customers:
                found.add("exit.customers")
        if record.row.has_letter:
            found.add("exit.letter")
        return frozenset(found)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self._avatar = Avatar("", "avatar_head", self)
        self._title = ElidedLabel(role="title", parent=self)
        self._state = Pill(parent=self)
        self._about = label(role="muted", parent=self, wrap=True, selectable=True)
        self.next = label(role="strong", parent=self, wrap=True)
        named = QHBoxLayout()
        named.setSpacing(theme.size("space_m"))
        named.addWidget(self._title)
        named.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addStretch(1)
        who = QVBoxLayout()
        who.setSpacing(theme.size("space_xs"))
        who.addLayout(named)
        who.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_m"))
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(who, 1)
        column = QVBoxLayout(self)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(head)
        column.addWidget(self.next)
        column.addWidget(self._build_acts())
        column.addWidget(self._build_body(), 1)

    def _build_acts(self) -> QWidget:
        acts = QWidget(self)
        flow = FlowLayout(acts, current_theme().size("space_s"))
        flow.setContentsMargins(0, 0, 0, 0)
        self.act_buttons = {act_id: self._context.acts.button(act_id, "default", acts)
                            for act_id in ACTS}  # fmt: skip
        for made in self.act_buttons.values():
            flow.addWidget(made)
        self.member_button = button("", "ghost", "user", acts)
        self.mistake_button = button("", "ghost", "undo-2", acts)
        flow.addWidget(self.member_button)
        flow.addWidget(self.mistake_button)
        return acts

    def _build_body(self) -> QScrollArea:
        theme = current_theme()
        inner = QWidget()
        inner.setProperty("surface", "clear")
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_l"))
        body.setSpacing(theme.size("space_l"))
        listed = Card(parent=inner)
        listed.body.addWidget(self.checklist)
        parts: tuple[QWidget, ...] = (
            *(self.notices, listed, self.customers, self.facts),
            *(self._letter_head, self.letter, self.help, self.history),
        )
        for part in parts:
            body.addWidget(part)
        body.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        return self._area

    def _connect(self) -> None:
        acts = self._acts
        self.member_button.clicked.connect(self._go_to_member)
        self.mistake_button.clicked.connect(self._mistaken)
        self.checklist.ticked.connect(self._with(acts.tick))
        self.checklist.reopen_requested.connect(self._with(acts.reopen))
        self.checklist.told.connect(self._with(acts.tell_item))
        self.customers.letter_requested.connect(self._with(acts.customers))
        self.notices.owner_requested.connect(self._with(acts.name_owner))
        self.notices.exit_requested.connect(partial(self._context.go_to_request, SubjectKind.EXIT))

    def _with(self, act: Callable[..., object]) -> Callable[..., None]:
        """Return what does an act with the request in front."""

        def do(*values: object) -> None:
            if self._exit is not None:
                act(self._exit, *values)

        return do

    def _mistaken(self) -> None:
        if self._exit is not None:
            self._acts.note(self._exit, mistaken=True)

    # ---- words

    def _show_letter(self, record: ExitRecord) -> None:
        entry = last_letter(record.entries)
        for part in (self._letter_head, self.letter):
            part.setVisible(entry is not None)
        if entry is not None:
            self.letter.set_message(entry.operator, entry.letter)

    def _say(self) -> None:
        self.member_button.setText(self.tr("Open the member"))
        self.mistake_button.setText(self.tr("Recorded by mistake…"))
        self._area.setAccessibleName(self.tr("Request to leave"))
        self._letter_head.setText(self.tr("Letter"))
        record = self._exit
        if record is None:
            return
        context, row = self._context, record.row
        words = context.translations.words
        said = ExitWords(words, context.dates, context.desk.clock())
        self._avatar.set_name(row.member_name)
        self._title.setText(row.member_name)
        self._state.show_word(*said.state(row))
        role = words(f"member_role.{row.role.value}")
        self._about.setText(" · ".join((row.group_name, role, said.reason(row))))
        self.next.setText(said.next(record))
        can = ExitEntryKind.MISTAKEN in record.choices and row.state is not ExitState.ENDED
        self.mistake_button.setVisible(can)
        refuse(self.mistake_button, why_not(context, Action.EXIT_ENTRY))

    def _go_to_member(self) -> None:
        if self._exit is not None:
            row = self._exit.row
            self._context.go_to(row.group_id, row.membership_id)
