# SPDX-License-Identifier: MIT
"""What was done with a member, newest first; as many cards are made as one looks at."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.case_records import CaseFilter
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind, WarningState
from groupdesk.domain.records import Receipt, TimelineEntry
from groupdesk.domain.removal_states import RemovalState
from groupdesk.ui.appeal_acts import AppealActs, can_object
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.talk_acts import TalkActs
from groupdesk.ui.theme import current_theme
from groupdesk.ui.timeline_words import APPEALS, TimelineWords
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.timeline_card import TimelineCard

AT_ONCE = 8
_MOVABLE = ("talk", "warning")
_SENT = (WarningState.SENT, WarningState.ACKNOWLEDGED)


class TimelineView(QScrollArea):
    """Scrolls; a prepared message asks whether it was sent, a screenshot opens large."""

    def __init__(
        self, context: UiContext, acts: MemberActs | None, parent: QWidget | None = None
    ) -> None:
        """Start empty; with `acts` each card offers what else can be done with its entry."""
        super().__init__(parent)
        self._context = context
        self._acts = acts
        self._talks = TalkActs(context, self)
        self._appeals = AppealActs(context, self)
        self._entries: tuple[TimelineEntry, ...] = ()
        self._cards: list[TimelineCard] = []
        self._shown = 0
        self._empty = label(role="muted", wrap=True)
        inner = QWidget()
        inner.setProperty("surface", "clear")
        self._column = QVBoxLayout(inner)
        # room on all sides: the focus frame runs around the view
        gap = current_theme().size("space_s")
        self._column.setContentsMargins(gap, gap, gap, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill = QTimer(self, singleShot=True, interval=0)
        self._fill.timeout.connect(self._fill_up)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._fill.start())
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._fill.start())
        self._translate()

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """All entries, those that no card was made for yet, too."""
        return self._entries

    @property
    def cards(self) -> list[TimelineCard]:
        """The cards that are shown."""
        return self._cards[: self._shown]

    def set_entries(self, entries: Sequence[TimelineEntry], *, keep_position: bool = False) -> None:
        """Show these entries, from the top unless the position is to be kept."""
        place = self.verticalScrollBar().value() if keep_position else 0
        before = self._shown if keep_position else 0
        self._entries = tuple(entries)
        self._shown = 0
        self._show_more(max(AT_ONCE, before))
        for card in self._cards[self._shown :]:
            card.hide()
        self._empty.setVisible(not self._entries)
        self.verticalScrollBar().setValue(place)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self.set_entries(self._entries, keep_position=True)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill.start()

    # ---- cards

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))
        self._empty.setText(self._context.translations.words("timeline.empty"))

    def _words(self) -> TimelineWords:
        context = self._context
        return TimelineWords(context.translations.words, context.dates, context.desk.clock())

    def _show_more(self, count: int) -> None:
        words = self._words()
        for entry in self._entries[self._shown : self._shown + count]:
            if self._shown == len(self._cards):
                self._add_card()
            card = self._cards[self._shown]
            card.show_entry(entry, words, offer=self._offered(entry))
            card.show()
            self._shown += 1

    def _add_card(self) -> None:
        card = TimelineCard(
            self._context.thumbnails, self.widget(), with_menu=self._acts is not None
        )
        card.act_requested.connect(self._on_act)
        card.picture_requested.connect(self._open_picture)
        self._column.insertWidget(1 + len(self._cards), card)
        self._cards.append(card)

    def _fill_up(self) -> None:
        """Make more cards while the end of those there are is in sight, or nearly."""
        bar = self.verticalScrollBar()
        near = bar.maximum() - bar.value() < self.viewport().height()
        if near and self._shown < len(self._entries) and self.isVisible():
            self._show_more(AT_ONCE)
            self._fill.start()

    # ---- acts

    def _on_act(self, act: str, entry: TimelineEntry) -> None:
        warnings, operation = self._context.desk.warnings, uuid4()
        if act == "sent":
            at = to_text(self._context.desk.clock())
            self._run(lambda: warnings.mark_sent(operation, entry.id, at))
        elif act == "not_sent":
            self._run(lambda: warnings.mark_not_sent(operation, entry.id))
        elif act == "sent_earlier":
            self._ask_when(entry)
        elif act == "again" and self._acts is not None:
            self._acts.try_again(entry)
        elif act == "hold":
            self._talks.hold(entry.id)
        elif act == "follow_up" and entry.follow_up is not None:
            self._talks.follow_up(entry.follow_up.task_id)
        elif act == "menu":
            self._show_menu(entry)

    def _offered(self, entry: TimelineEntry) -> str:
        """Return the act that an entry asks for by itself, see `TimelineCard.show_entry`."""
        if self._acts is None or not self._can_write or why_not(self._context, Action.TALK_RECORD):
            return ""  # all of it asks for a moderator; the menu says so
        if entry.kind == "plan" and not entry.reversed_at:
            return "hold"
        if entry.follow_up is not None and not entry.follow_up.done_at:
            return "follow_up"
        return "again" if self._can_try_again(entry) else ""

    @property
    def _can_write(self) -> bool:
        return not (self._context.desk.ledger.refusal or self._context.acts.group_refusal)

    def _can_try_again(self, entry: TimelineEntry) -> bool:
        """Say whether a message did not arrive and no other was begun in its case since."""
        if self._acts is None or self._context.desk.ledger.refusal or entry.reversed_at:
            return False
        later = (
            other.kind == "warning"
            and other.case_number == entry.case_number
            and other.id > entry.id
            and other.state != WarningState.NOT_SENT
            for other in self._entries
        )
        return entry.state == WarningState.NOT_DELIVERED and not any(later)

    def _run(self, work: Callable[[], Receipt]) -> None:
        def failed(error: Exception) -> None:
            self._context.notify(self._context.error_text(error), "danger")

        self._context.runner.run(self, work, self._context.done, failed)

    def _show_menu(self, entry: TimelineEntry) -> None:
        card = next((card for card in self.cards if card.entry is entry), None)
        if card is None or card.menu_button is None or self._acts is None:
            return
        menu = self.menu_for(entry)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = card.menu_button
        corner = QPoint(place.width() - menu.sizeHint().width(), place.height())
        menu.popup(place.mapToGlobal(corner))

    def menu_for(self, entry: TimelineEntry) -> QMenu:
        """Return the menu of what can be done with an entry."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)  # who may do what is grey
        acts = self._acts
        if acts is None:
            return menu
        can_write = self._can_write
        if can_write:
            self._add_talk_acts(menu, entry)
            if entry.kind == "warning" and not entry.reversed_at:
                self._add_message_acts(menu, entry, acts)
            if entry.kind == "removal":
                self._add_removal_acts(menu, entry, acts)
        if can_write and entry.kind == "departure" and not entry.reversed_at:
            self._add(
                menu,
                Action.MEMBER_DEPARTURE,
                self.tr("Correct how they left…"),
                lambda: acts.correct_departure(entry.id),
            )
        if can_write and can_object(entry):
            self._add(
                menu,
                Action.APPEAL_RECORD,
                self.tr("Record objection…"),
                lambda: self._appeals.record(SubjectKind(entry.kind), entry.id),
            )
        if entry.kind in APPEALS:
            menu.addAction(
                self.tr("Go to the objection"),
                lambda: self._context.go_to_request(SubjectKind.APPEAL, entry.id),
            )
        if entry.case_number:
            self._add_case_acts(menu, entry, acts)
        return menu

    def _add_case_acts(self, menu: QMenu, entry: TimelineEntry, acts: MemberActs) -> None:
        """Offer what leads to the case of an entry, or into another one."""
        if self._can_write and entry.kind in _MOVABLE:
            self._add(
                menu,
                Action.CASE_MOVE_ACT,
                self.tr("Move to another case…"),
                lambda: acts.move_act(entry, self._named(entry)),
            )
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(
            self.tr("Go to case {0}").format(entry.case_number),
            lambda: self._context.go_to_cases(CaseFilter(text=f"#{entry.case_number}")),
        )
        menu.addAction(
            self.tr("Print case file {0}…").format(entry.case_number),
            lambda: acts.print_case(entry.case_number),
        )

    def _add(self, menu: QMenu, needs: Action, text: str, act: Callable[[], object]) -> None:
        """Offer an act, grey and with the reason where the role does not allow it."""
        refuse(menu.addAction(text, act), why_not(self._context, needs))

    def _add_talk_acts(self, menu: QMenu, entry: TimelineEntry) -> None:
        """Offer what can become of a planned talk, of a follow-up, or of recognition."""
        talks, later = self._talks, entry.follow_up
        if entry.kind == "plan" and not entry.reversed_at:
            self._add(menu, Action.TALK_RECORD, self.tr("Open talk…"), lambda: talks.hold(entry.id))
            self._add(
                menu,
                Action.TASK_MOVE,
                self.tr("Move to another day…"),
                lambda: talks.move_plan(entry.id),
            )
            self._add(
                menu, Action.TALK_CANCEL, self.tr("Call off…"), lambda: talks.call_off(entry.id)
            )
        if later is not None and not later.done_at:
            task = later.task_id
            self._add(
                menu,
                Action.TASK_DONE,
                self.tr("Result of the follow-up…"),
                lambda: talks.follow_up(task),
            )
            self._add(
                menu,
                Action.TASK_MOVE,
                self.tr("Follow up another day…"),
                lambda: talks.move_follow_up(task),
            )
        if entry.kind == "recognition" and not entry.reversed_at:
            self._add(
                menu,
                Action.RECOGNITION_TAKE_BACK,
                self.tr("Take back…"),
                lambda: talks.take_back(entry.id, entry.text),
            )

    def _add_removal_acts(self, menu: QMenu, entry: TimelineEntry, acts: MemberActs) -> None:
        """Offer what can become of a removal: one that waits is answered, one that holds done."""
        if entry.state == RemovalState.WAITING:
            self._add(
                menu,
                Action.REMOVAL_WITHDRAW,
                self.tr("Answer the request…"),
                lambda: acts.answer_request(entry.id),
            )
        if entry.state != RemovalState.HOLDING:
            return
        if entry.steps_done < entry.steps:
            self._add(
                menu,
                Action.REMOVAL_STEP,
                self.tr("Carry out…"),
                lambda: acts.carry_out(entry.id),
            )
        self._add(
            menu,
            Action.REVERSAL_RECORD,
            self.tr("Lift this…"),
            lambda: self._lift(SubjectKind.REMOVAL, entry),
        )

    def _add_message_acts(self, menu: QMenu, entry: TimelineEntry, acts: MemberActs) -> None:
        """Offer what can become of a message: by what became of it so far."""
        if entry.state == WarningState.SENT:
            self._add(
                menu,
                Action.WARNING_ACKNOWLEDGE,
                self.tr("Acknowledged…"),
                lambda: self._answer(entry),
            )
        if entry.state in {WarningState.SENT, WarningState.PREPARED}:
            self._add(
                menu,
                Action.WARNING_NOT_DELIVERED,
                self.tr("Could not be delivered…"),
                lambda: self._not_delivered(entry),
            )
        if entry.state not in _SENT:
            return
        if self._counts(entry):
            self._add(
                menu,
                Action.WARNING_PARDON,
                self.tr("Pardon…"),
                lambda: acts.pardon(entry.id, self._named(entry)),
            )
        self._add(
            menu,
            Action.REVERSAL_RECORD,
            self.tr("Lift this…"),
            lambda: self._lift(SubjectKind.WARNING, entry),
        )

    def _counts(self, entry: TimelineEntry) -> bool:
        return bool(entry.until) and entry.at < entry.until > to_text(self._context.desk.clock())

    def _lift(self, kind: SubjectKind, entry: TimelineEntry) -> None:
        if self._acts is not None:
            self._acts.lift(kind, entry.id, self._named(entry))

    def _answer(self, entry: TimelineEntry) -> None:
        from groupdesk.ui.dialogs.outcome_dialogs import AnswerDialog  # noqa: PLC0415

        AnswerDialog(self._context, entry.id, self._named(entry), self.window()).open()

    def _not_delivered(self, entry: TimelineEntry) -> None:
        from groupdesk.ui.dialogs.outcome_dialogs import UndeliveredDialog  # noqa: PLC0415

        UndeliveredDialog(self._context, entry.id, self._named(entry), self.window()).open()

    def _ask_when(self, entry: TimelineEntry) -> None:
        from groupdesk.ui.dialogs.outcome_dialogs import SentEarlierDialog  # noqa: PLC0415

        title = self._named(entry)
        SentEarlierDialog(self._context, entry.id, title, entry.at, self.window()).open()

    def _named(self, entry: TimelineEntry) -> str:
        """Return which entry it is: what was done, and what it was about."""
        words = self._words()
        return " — ".join(filter(None, (words.title(entry), words.about(entry))))

    def _open_picture(self, entry: TimelineEntry, at: int) -> None:
        from groupdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415

        PictureDialog(self._context, entry.evidence, at, self.window()).open()
