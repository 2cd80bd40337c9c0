# SPDX-License-Identifier: MIT
"""Begins a handover: what goes from whose hands into whose."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.handover_records import HandoverRequest, Party
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.party_field import PartyField
from groupdesk.ui.widgets.text_area import TextArea

_GROUP, _WHOLE = "group", "whole"


class HandoverBeginDialog(DialogFrame):
    """The book opens once it is recorded; nothing changes hands by that."""

    def __init__(
        self,
        context: UiContext,
        on_opened: Callable[[int], object],
        parent: QWidget | None = None,
        *,
        group: GroupRecord | None = None,
        giver: Party | None = None,
        taker: Party | None = None,
        exit_id: int = 0,
    ) -> None:
        """Offer `group` and all that the giver looks after; tell `on_opened` the new one."""
        super().__init__(parent, side=False)
        self._context, self._group, self._exit_id = context, group, exit_id
        self._on_opened = on_opened
        self._operation = uuid4()
        self.what = ChipRow("", parent=self)
        self._about = label(role="secondary", parent=self, wrap=True)
        self.giver = PartyField(context, group, self)
        self.taker = PartyField(context, group, self)
        self.note = TextArea(3, self)
        self.giver_field = FormField("", self.giver, self)
        self.taker_field = FormField("", self.taker, self)
        self.note_field = FormField("", self.note, self)
        for part in (self.what, self._about, self.giver_field, self.taker_field):
            self.form.addWidget(part)
        self.form.addWidget(self.note_field, 1)
        self.add_cancel()
        self.giver.set_party(giver or Party(operator_id=context.desk.operator.id))
        self.taker.set_party(taker or Party())
        self._say()
        if exit_id:  # who leaves hands over whatever they look after, here or elsewhere
            self.what.set_current(_WHOLE)
        self._show_state()
        self.what.chosen.connect(lambda _key: self._show_state())
        for field, around in ((self.giver, self.giver_field), (self.taker, self.taker_field)):
            field.changed.connect(around.clear_error)
            field.changed.connect(self._show_state)
        self.main_requested.connect(self._open_book)
        self.resize(600, 620)
        self.taker.setFocus()
        self.ask_before_leaving(lambda: [self.giver.party, self.taker.party, self.note.text])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_state()

    @property
    def group_id(self) -> int:
        """The group that the book is for, 0 for all that somebody looks after."""
        here = self._group if self.what.current == _GROUP else None
        return here.id if here is not None else 0

    def _say(self) -> None:
        self.set_head(
            self.tr("Hand over"),
            self.tr("A book that both sides sign, then all that is open in one go"),
            sign="arrow-right-left",
        )
        self.what.setAccessibleName(self.tr("What is handed over"))
        group = [] if self._group is None else [Chip(_GROUP, self._group.name)]
        self.what.set_chips([*group, Chip(_WHOLE, self.tr("All that somebody looks after"))])
        self.what.setVisible(bool(group))
        self.giver_field.set_caption(self.tr("Who hands &over"))
        self.taker_field.set_caption(self.tr("Who &takes over"))
        self.note_field.set_caption(self.tr("&Why, and until when"))
        self.note_field.set_hint(self.tr("Colleagues read it with each case that goes over."))
        self.set_main(self.tr("Open the book"), "book-open")

    def _show_state(self) -> None:
        self._about.setText(
            self.tr("The book tells of this group, and only what belongs to it goes over.")
            if self.group_id
            else self.tr("The book tells of every group, case and customer that they look after.")
        )
        missing = []
        if not self.giver.party.name:
            missing.append(self.tr("who hands over"))
        if not self.taker.party.name:
            missing.append(self.tr("who takes over"))
        self.set_missing(missing)

    def _open_book(self) -> None:
        request = HandoverRequest(
            operation=self._operation,
            giver=self.giver.party,
            taker=self.taker.party,
            group_id=self.group_id,
            exit_id=self._exit_id,
            note=self.note.text,
        )
        handovers = self._context.desk.leaving.handovers
        self.set_busy(True)
        self._context.runner.run(
            self, lambda: handovers.open(request), self._on_saved, self._on_failed
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(receipt)
        self._on_opened(receipt.subject_id)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        if isinstance(error, StateChangedError) and error.code == "handover_open":
            known = int(str(error.values["handover"]))
            self.banner.show_message(
                text,
                "warning",
                action_text=self.tr("Open that book"),
                action=lambda: self._go_on(known),
            )
            return
        fields = {"giver": self.giver_field, "taker": self.taker_field, "note": self.note_field}
        self.show_failure(error, text, fields)

    def _go_on(self, handover_id: int) -> None:
        """Open the book that there is already."""
        self.accept()
        self._on_opened(handover_id)
