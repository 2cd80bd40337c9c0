# SPDX-License-Identifier: MIT
"""The handover book: to read and to fill in on the left, what is missing on the right."""

from collections.abc import Callable
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.enums import Action, Topic
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.handover_enums import HandoverSide
from groupdesk.domain.handover_records import EntryInput, HandoverRecord, SignRequest
from groupdesk.domain.handovers import BY_HAND
from groupdesk.domain.leaving_enums import HandoverEntryKind
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper
from groupdesk.ui.handover_words import HandoverWords
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.draft_frame import TOLD_SECONDS
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.handover_book_view import HandoverBookView
from groupdesk.ui.widgets.handover_side import HandoverSidePanel
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea

_HEIGHT = 820  # pixels in which a book is read comfortably


class HandoverDialog(DialogFrame):
    """Each entry and each signature is recorded at once; half a text is kept with the book."""

    printing_requested = Signal()
    moving_requested = Signal()

    def __init__(
        self, context: UiContext, record: HandoverRecord, parent: QWidget | None = None
    ) -> None:
        """Show the book of `record`."""
        super().__init__(parent)
        self._context, self.record = context, record
        self._operations: dict[object, UUID] = {}
        self.book = HandoverBookView(context, self)
        self.panel = HandoverSidePanel(context, self)
        self._note = label(role="muted", parent=self, wrap=True)
        self._writing = Card("panel", self)
        self.kinds = ChipRow("", parent=self._writing)
        self.text = TextArea(2, self._writing)
        self.text_field = FormField("", self.text, self._writing)
        self.add_button = button("", icon_name="plus", parent=self._writing)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add_button)
        for part in (self.kinds, self.text_field):
            self._writing.body.addWidget(part)
        self._writing.body.addLayout(foot)
        self.form.addWidget(self._note)
        self.form.addWidget(self._writing)
        self.form.addWidget(self.book)
        self.side.addWidget(self.panel)
        self.print_button = self.add_left(button("", icon_name="printer", parent=self))
        self.add_cancel(closes=True)
        kind = f"handover.{record.row.id}"
        self.keeper = DraftKeeper(context, kind, None, self._half_text, self)
        self._connect()
        self._say()
        self._take_half_text()
        self.resize(self.sizeHint())
        self.text.setFocus()

    @property
    def kind(self) -> HandoverEntryKind:
        """What would be written in."""
        return HandoverEntryKind(self.kinds.current)

    # ---- Qt

    def sizeHint(self) -> QSize:
        wanted = QSize(4 * current_theme().size("side_width"), _HEIGHT)
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted

    def reject(self) -> None:
        """Leave, and keep what was not written in yet; where it cannot be kept, stay."""
        if self.busy:
            super().reject()
            return
        self.set_busy(True)
        self.keeper.leave(self._leave, self._not_kept)

    def act_by_keys(self) -> None:
        """Ctrl+Enter where one writes writes it in; elsewhere it does the main act."""
        if self.text.hasFocus() and self.add_button.isVisible():
            self.add_button.click()
        else:
            super().act_by_keys()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- words

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_text)
        self.kinds.chosen.connect(lambda _kind: self.keeper.touch())
        self.add_button.clicked.connect(self._add)
        self.print_button.clicked.connect(self.printing_requested)
        self.main_requested.connect(self._move)
        self.book.strike_requested.connect(self._strike)
        self.panel.sign_requested.connect(self._record_signature)
        self.panel.paper_requested.connect(self._paper)

    def _say(self) -> None:
        words = self._context.translations.words
        self.kinds.setAccessibleName(self.tr("What is written in"))
        self.kinds.set_chips(
            [Chip(one.value, words(f"handover_entry_kind.{one.value}")) for one in BY_HAND]
        )
        self.add_button.setText(self.tr("Write in"))
        self.print_button.setText(self.tr("Print…"))
        self.set_main(self.tr("Hand over…"), "arrow-right-left")
        self.show_record(self.record)

    def show_record(self, record: HandoverRecord) -> None:
        """Show the handover as it is now."""
        self.record = record
        said = HandoverWords.of(self._context)
        row = record.row
        book = self.tr("Handover book · {0}").format(said.sides(row))
        self.set_head(said.what(row), book, sign="book-open")
        told = [row.note, self._context.translations.words("handover_say.back")]
        self._note.setText("\n".join(told[: 1 + bool(row.back_of)]).strip())
        self._note.setVisible(bool(self._note.text()))
        self.book.show_book(record)
        self.panel.show_record(record)
        self._show_writing()
        self.main_button.setVisible(not row.over)
        self._on_text()
        refuse(self.main_button, why_not(self._context, Action.HANDOVER_MOVE))

    def _show_writing(self) -> None:
        """Let something be written in; what was not in time can still be read and copied."""
        row, refusal = self.record.row, why_not(self._context, Action.HANDOVER_ENTRY)
        open_to_all = not (row.over or row.archived or refusal)
        for part in (self.kinds, self.add_button):
            part.setVisible(open_to_all)
        self._writing.setVisible(open_to_all or not is_blank(self.text.text))
        self.text_field.set_caption(
            self.tr("Write &into the book") if open_to_all else self.tr("Not written in")
        )
        self.text_field.set_hint(
            self.tr("What the records do not say, and whoever comes must know.")
            if open_to_all
            else self.tr("This was not written into the book. Copy it if you need it.")
        )

    def _on_text(self) -> None:
        self.keeper.touch()
        self.text_field.clear_error()
        self.add_button.setEnabled(not is_blank(self.text.text))

    # ---- half a text

    def _half_text(self) -> Contents:
        text = self.text.text
        return ({"kind": self.kind.value, "text": text} if text.strip() else {}), ()

    def _take_half_text(self) -> None:
        try:
            draft = self.keeper.load()
        except GroupDeskError as error:
            self.banner.show_message(self._context.error_text(error), "danger")
            draft = None
        if draft is not None and draft.payload.get("text"):
            if draft.payload.get("kind") in {one.value for one in BY_HAND}:
                self.kinds.set_current(str(draft.payload["kind"]))
            self.text.set_text(str(draft.payload["text"]))
            self._show_writing()
        self.keeper.begin()

    def _leave(self) -> None:
        self.set_busy(False)
        if not is_blank(self.text.text):
            told = self.tr("What you began to write is kept with the book.")
            self._context.notify(told, "muted", seconds=TOLD_SECONDS)
        super().reject()

    def _not_kept(self, error: Exception) -> None:
        self.set_busy(False)
        self.banner.show_message(
            self._context.error_text(error),
            "danger",
            action_text=self.tr("Close without keeping it"),
            action=super().reject,
        )

    def _is_whole(self) -> bool:
        """Say whether nothing is left half written, and say so where something is."""
        if self.add_button.isHidden() or is_blank(self.text.text):
            return True
        self.text_field.set_error(
            self.tr("Write this in first, or clear it: it is not in the book yet.")
        )
        self.text.setFocus()
        return False

    # ---- recording

    def _move(self) -> None:
        if self._is_whole():
            self.moving_requested.emit()

    def reload(self) -> None:
        """Read the handover again, beside the window."""
        handovers, ident = self._context.desk.leaving.handovers, self.record.row.id
        self._context.runner.run(
            self, lambda: handovers.get(ident), self.show_record, self._failed, pool="files"
        )

    def _add(self) -> None:
        request = EntryInput(
            self._operation((self.kind, self.text.text)),
            self.record.row.id,
            self.kind,
            self.text.text,
        )
        desk = self._context.desk

        def work() -> Receipt:
            receipt = desk.leaving.handovers.add(request)
            if self.keeper.draft_id is not None:
                desk.drafts.discard(self.keeper.draft_id)
            return receipt

        self.set_busy(True)
        self.keeper.settle(lambda: self._run(work, self._on_added))

    def _on_added(self) -> None:
        self.text.clear()
        self.keeper.forget()
        self._operations.clear()
        self.text.setFocus()

    def _record_signature(
        self, side: HandoverSide, at: str = "", unprinted: str = "", *, on_paper: bool = False
    ) -> None:
        if not self._is_whole():
            return
        record = self.record
        key = (side, record.digest, record.last, on_paper, at, unprinted)
        request = SignRequest(
            operation=self._operation(key),
            handover_id=record.row.id,
            side=side,
            digest=record.digest,
            at=at,
            on_paper=on_paper,
            unprinted=unprinted,
            seen=record.last,
        )
        acts = self._context.desk.leaving.handovers
        self._run(lambda: acts.sign(request))

    def _paper(self, side: HandoverSide) -> None:
        from groupdesk.ui.dialogs.handover_reason_dialogs import PaperDialog  # noqa: PLC0415

        if not self._is_whole():
            return
        row = self.record.row
        name = row.giver.name if side is HandoverSide.GIVER else row.taker.name
        dialog = PaperDialog(self._context, name, self.record.printed, self)
        dialog.chosen.connect(
            lambda at, what: self._record_signature(side, at, what, on_paper=True)
        )
        dialog.open()

    def _strike(self, entry_id: int) -> None:
        from groupdesk.ui.dialogs.handover_reason_dialogs import StrikeDialog  # noqa: PLC0415

        entry = next(one for one in self.record.entries if one.id == entry_id)
        dialog = StrikeDialog(self._context, self.record.row.id, entry, self)
        dialog.accepted.connect(self.reload)
        dialog.open()

    def _operation(self, key: object) -> UUID:
        """Return the operation of an act; the same act once more is the same one."""
        return self._operations.setdefault(key, uuid4())

    def _run(self, work: Callable[[], Receipt], then: Callable[[], object] | None = None) -> None:
        def done(receipt: Receipt) -> None:
            self.set_busy(False)
            self.banner.dismiss()
            self._context.done(receipt)
            if then is not None:
                then()
            self.reload()

        self.set_busy(True)
        self._context.runner.run(self, work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), {"text": self.text_field})
        if isinstance(error, StateChangedError) and error.code != "handover_gone":
            self._context.events.publish({Topic.REQUESTS})
            self.reload()
