# SPDX-License-Identifier: MIT
"""Follows a talk up: what was agreed, whether it was kept, and what comes next."""

from collections.abc import Callable
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import MembershipState
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import Kept
from groupdesk.domain.talk_records import DueTalk
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.talk_words import TalkWords
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.history_panel import HistoryPanel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.text_area import TextArea

_TOLD_SECONDS = 8
_NOBODY_KNOWS = "unknown"
_NOTHING, _TALK, _WARN = "nothing", "talk", "warn"


class FollowUpDialog(DialogFrame):
    """The next step opens once the result is recorded; nothing is proposed, all is offered."""

    def __init__(self, context: UiContext, due: DueTalk, parent: QWidget | None = None) -> None:
        """Ask what became of the agreement that is `due`."""
        super().__init__(parent)
        self.context = context
        self._due = due
        self._operations: dict[tuple[str, str], UUID] = {}
        self._agreed = label(role="strong", parent=self, wrap=True, selectable=True)
        self.kept = ChipRow("", parent=self)
        self.found = TextArea(4, self)
        self.next = ChipRow("", parent=self)
        self.kept_field = FormField("", self.kept, self)
        self.found_field = FormField("", self.found, self)
        self.next_field = FormField("", self.next, self)
        for part in (self._agreed, self.kept_field, self.found_field, self.next_field):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self._history_head = SectionLabel(parent=self)
        self.history = HistoryPanel(context, due.membership_id, self)
        self.side.addWidget(self._history_head)
        self.side.addWidget(self.history, 1)
        self.add_cancel()
        self._translate_dialog()
        self.kept.set_current(_NOBODY_KNOWS)  # nothing is claimed that nobody said
        held = due.talk is None or due.talk.not_held is None
        self.kept_field.setVisible(held)  # where nobody talked nothing was agreed
        if not held and not self._member_is_gone():
            self.next.set_current(_TALK)
        self.found.textChanged.connect(self.found_field.clear_error)
        self.main_requested.connect(self._record)
        self.resize(self.sizeHint())
        (self.kept.button(_NOBODY_KNOWS) if held else self.found).setFocus()
        self.ask_before_leaving(lambda: self.found.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def _translate_dialog(self) -> None:
        due, words = self._due, self.context.translations.words
        spoken = TalkWords(words, self.context.dates, self.context.desk.clock())
        late = due.due_on < self.context.desk.clock().date().isoformat()
        when = self.tr("was due {0}") if late else self.tr("due {0}")
        self.set_head(
            self.tr("Follow up with {0}").format(due.member_name),
            f"{due.group_name} · {when.format(spoken.day(due.due_on))}",
            name=due.member_name,
        )
        talk = due.talk._replace(follow_up=None) if due.talk is not None else None
        self._agreed.setText(visible(spoken.agreement(talk)) if talk is not None else "")
        self._agreed.setVisible(talk is not None)
        self.kept_field.set_caption(self.tr("Was it kept?"))
        self.kept.set_chips(
            [
                *(Chip(one.value, words(f"kept.{one}")) for one in Kept),
                Chip(_NOBODY_KNOWS, self.tr("Cannot say")),
            ]
        )
        self.found_field.set_caption(self.tr("What you &found"))
        self.found_field.set_hint(self.tr("May stay empty."))
        self.next_field.set_caption(self.tr("And then"))
        self.next.set_chips(
            [
                Chip(_NOTHING, self.tr("Nothing more")),
                Chip(_TALK, self.tr("Another talk…")),
                Chip(_WARN, self.tr("Reminder or warning…")),
            ]
        )
        gone = self._member_is_gone()
        for key in (_TALK, _WARN):
            self.next.button(key).setEnabled(not gone)
        self._history_head.setText(self.tr("History"))
        self.set_main(self.tr("Record result"), "check")

    def _member_is_gone(self) -> bool:
        row = self.context.desk.members.row(self._due.membership_id)
        return row.state is not MembershipState.ACTIVE

    # ---- recording

    def _chosen(self) -> Kept | None:
        key = self.kept.current
        return None if key == _NOBODY_KNOWS else Kept(key)

    def _record(self) -> None:
        kept, text = self._chosen(), self.found.text
        operation = self._operations.setdefault((str(kept), text), uuid4())
        self.set_busy(True)
        work = partial(self.context.desk.follow_ups.done, operation, self._due.task_id, kept, text)
        self.context.runner.run(self, work, self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        then = self._then()
        told = self.tr("The follow-up with {0} is recorded.").format(self._due.member_name)
        self.accept()
        self.context.done(receipt)
        self.context.notify(told, seconds=_TOLD_SECONDS)
        if then is not None:
            then()

    def _then(self) -> Callable[[], object] | None:
        """Return what opens the chosen next step over the same window."""
        window = self.parentWidget()
        if self.next.current == _NOTHING or window is None:
            return None
        acts = MemberActs(self.context, window)
        act = acts.talk if self.next.current == _TALK else acts.warn
        try:
            detail = self.context.desk.members.detail(self._due.membership_id)
        except GroupDeskError:
            return None
        return partial(act, detail)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self.context.error_text(error)
        self.show_failure(error, text, {"result": self.found_field})
