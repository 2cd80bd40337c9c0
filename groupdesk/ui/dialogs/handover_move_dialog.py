# SPDX-License-Identifier: MIT
"""Hands over what is open: each thing is shown before, then all goes in one act."""

from uuid import uuid4

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.handover_enums import HandoverState, MoveKind
from groupdesk.domain.handover_records import HandoverRecord, MoveItem, MoveRequest
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank, visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.handover_words import HandoverWords
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea

_TOLD_SECONDS = 10
_ITEM = Qt.ItemDataRole.UserRole
_TICKED = Qt.CheckState.Checked


class HandoverMoveDialog(DialogFrame):
    """A tick says what goes; what cannot go says why. Without both signatures a reason is asked."""

    def __init__(
        self, context: UiContext, record: HandoverRecord, parent: QWidget | None = None
    ) -> None:
        """Offer what `record` says would move, ticked but for what may be a namesake's."""
        super().__init__(parent)
        self._context, self._record = context, record
        self._operation = uuid4()
        self._left_out: frozenset[tuple[MoveKind, int, int]] = frozenset()
        self._stale = False
        self.things = QListWidget(self)
        self.things.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.things.setWordWrap(True)
        self._things_field = FormField("", self.things, self)
        self._about = label(role="muted", parent=self, wrap=True)
        self._warn = label(parent=self, wrap=True)
        self.reason = TextArea(4, self)
        self.reason_field = FormField("", self.reason, self)
        self.form.addWidget(self._things_field, 1)
        for part in (self._about, self._warn, self.reason_field):
            self.side.addWidget(part)
        self.side.addStretch(1)
        self.add_cancel()
        self._fill()
        self._say()
        self.things.itemChanged.connect(lambda _item: self._show_state())
        self.reason.textChanged.connect(self._on_reason)
        self.main_requested.connect(self._move)
        self.resize(940, 620)
        self.things.setFocus()
        self.ask_before_leaving(lambda: [self.chosen, self.reason.text])

    @property
    def chosen(self) -> tuple[MoveItem, ...]:
        """What would go."""
        items = (self.things.item(at) for at in range(self.things.count()))
        return tuple(one.data(_ITEM)[0] for one in items if one.checkState() is _TICKED)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- words

    def _fill(self) -> None:
        for move in self._record.moves:
            item = QListWidgetItem(self.things)
            item.setData(_ITEM, (move,))  # a tuple alone would come back as a list
            if move.held is None:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                ticked = move.key not in self._record.unsure | self._left_out
                item.setCheckState(_TICKED if ticked else Qt.CheckState.Unchecked)
            else:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)

    def _say(self) -> None:
        said, record = HandoverWords.of(self._context), self._record
        row = record.row
        for at in range(self.things.count()):
            item = self.things.item(at)
            move = item.data(_ITEM)[0]
            text = said.thing(move)
            more = said.held(move, row.taker.name)
            if not more and move.key in record.unsure:
                more = said.unsure(move)
            item.setText(visible(f"{text} – {more}" if more else text))
        self.set_head(
            self.tr("Hand over to {0}").format(row.taker.name),
            f"{said.what(row)} · {said.sides(row)}",
            sign="arrow-right-left",
        )
        self._things_field.set_caption(self.tr("&What goes over"))
        self._about.setText(
            self.tr(
                "All that is ticked goes over in one act and stands in the log, for each person"
                " apart. It can be given back as a handover of its own."
            )
        )
        self._only_owner = said.only_owner(record)
        self.reason_field.set_caption(self.tr("W&hy without both signatures"))
        self.reason_field.set_hint(self.tr("It is printed in the book and stands in the log."))
        self.reason_field.setVisible(not self._signed)
        self._show_state()

    @property
    def _signed(self) -> bool:
        return self._record.row.state is HandoverState.SIGNED

    def _on_reason(self) -> None:
        self.reason_field.clear_error()
        self._show_state()

    def _show_state(self) -> None:
        count = len(self.chosen)
        text = self.tr("Hand %n thing(s) over", "", count) if count else self.tr("End the handover")
        self.set_main(text, "arrow-right-left")
        stay = 0 if count else len(self._record.moves)
        nothing = self.tr("Nothing is ticked: %n thing(s) stay with {0}.", "", stay)
        told = [self._only_owner]
        if stay:
            told.append(nothing.format(self._record.row.giver.name))
        self._warn.setText("\n".join(filter(None, told)))
        self._warn.setVisible(bool(self._warn.text()))
        missing = []
        self.main_button.setVisible(not self._record.row.over)
        if self._stale:
            missing.append(self.tr("the list as it is now"))
        elif not self._signed and is_blank(self.reason.text):
            missing.append(self.tr("why it is not signed by both"))
        self.set_missing(missing)

    # ---- moving

    def _move(self) -> None:
        request = MoveRequest(
            operation=self._operation,
            handover_id=self._record.row.id,
            items=self.chosen,
            override="" if self._signed else self.reason.text,
            seen=self._record.last,
        )
        handovers = self._context.desk.leaving.handovers
        self.set_busy(True)
        self._context.runner.run(
            self, lambda: handovers.hand_over(request), self._on_moved, self._on_failed
        )

    def _on_moved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        count, name = len(self.chosen), self._record.row.taker.name
        self.accept()
        self._context.done(receipt)
        text = self.tr("%n thing(s) went to {0}.", "", count) if count else ""
        text = text or self.tr("The handover to {0} is ended; nothing had to move.")
        self._context.notify(text.format(name), seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        self.show_failure(error, text, {"override": self.reason_field})
        if isinstance(error, StateChangedError):
            self._read_again()

    def _read_again(self) -> None:
        """Show the list as it is by now; what was left out stays so. Until then nothing goes."""
        handovers, ident = self._context.desk.leaving.handovers, self._record.row.id
        ticked = {move.key for move in self.chosen}
        able = {move.key for move in self._record.moves if move.held is None}
        self._stale = True
        self._show_state()

        def show(record: HandoverRecord) -> None:
            self._record, self._operation, self._stale = record, uuid4(), False
            self._left_out = frozenset(able - ticked)
            self.things.clear()
            self._fill()
            self._say()

        def failed(error: Exception) -> None:
            self.banner.show_message(
                self._context.error_text(error),
                "danger",
                action_text=self.tr("Read the list again"),
                action=self._read_again,
            )

        self._context.runner.run(self, lambda: handovers.get(ident), show, failed, pool="files")
