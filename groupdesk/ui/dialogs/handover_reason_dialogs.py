# SPDX-License-Identifier: MIT
"""Small questions about a handover: why something is struck, why it ends, when paper was signed."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.handover_records import EntryInput, HandoverEntryRecord, HandoverRecord
from groupdesk.domain.leaving_enums import HandoverEntryKind
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.reason_dialog import ReasonDialog
from groupdesk.ui.handover_words import HandoverWords
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice


class StrikeDialog(ReasonDialog):
    """An entry of the book no longer holds; it stays to be read."""

    def __init__(
        self,
        context: UiContext,
        handover_id: int,
        entry: HandoverEntryRecord,
        parent: QWidget | None = None,
    ) -> None:
        """Strike `entry` out."""
        self._entry = entry
        handovers = context.desk.leaving.handovers
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                handovers.add,
                EntryInput(
                    self.operation,
                    handover_id,
                    HandoverEntryKind.STRUCK,
                    self.reason.text,
                    entry.id,
                ),
            ),
            told=lambda: self.tr("The entry is struck out. It can still be read."),
        )

    def _say_texts(self) -> None:
        self.set_head(self.tr("Strike an entry out"), sign="eraser")
        self.about.setText(self._entry.text)
        self.field.set_caption(self.tr("&Why it no longer holds"))
        self.field.set_hint(self.tr("It stays in the book, struck through, with this reason."))
        self.set_main(self.tr("Strike out"), "eraser")


class CallOffDialog(ReasonDialog):
    """Nothing changes hands; what was signed stays on record."""

    def __init__(
        self, context: UiContext, record: HandoverRecord, parent: QWidget | None = None
    ) -> None:
        """End the handover of `record`."""
        self._handover = record
        handovers = context.desk.leaving.handovers
        super().__init__(
            context,
            parent,
            say=self._say_texts,
            work=lambda: partial(
                handovers.call_off,
                self.operation,
                record.row.id,
                self.reason.text,
                seen=record.last,
            ),
            told=lambda: self.tr("The handover is called off. Everything stays where it is."),
        )

    def _say_texts(self) -> None:
        said, row = HandoverWords.of(self.context), self._handover.row
        self.set_head(
            self.tr("Call this handover off"),
            f"{said.what(row)} · {said.sides(row)}",
            sign="x",
        )
        self.about.setText(
            self.tr(
                "Nothing changes hands. Book and signatures stay to be read, and can be printed."
            )
        )
        self.field.set_caption(self.tr("&Why"))
        self.set_main(self.tr("Call off"), "x")


class PaperDialog(DialogFrame):
    """Somebody signed the printed book."""

    chosen = Signal(str, str)
    """When it was signed, as stored text; and what, where the book was never printed."""

    def __init__(
        self, context: UiContext, name: str, printed: str, parent: QWidget | None = None
    ) -> None:
        """Ask when `name` signed what was `printed` then, "" for never."""
        super().__init__(parent, side=False)
        self._context, self._name, self._printed = context, name, printed
        self._about = label(role="muted", parent=self, wrap=True)
        self._print = label(role="muted" if printed else "body", parent=self, wrap=True)
        self.at = TimeChoice(context.desk.clock, required=True)
        self.at_field = FormField("", self.at, self)
        self.signed = TextArea(2, self)
        self.signed_field = FormField("", self.signed, self)
        self.signed_field.setVisible(not printed)
        for part in (self._about, self.at_field, self._print, self.signed_field):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_cancel()
        self._say()
        self.at.changed.connect(self._check)
        self.signed.textChanged.connect(self._check)
        self.main_requested.connect(self._choose)
        self.resize(540, 320 if printed else 440)
        self.at.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.set_head(self.tr("{0} signed on paper").format(self._name), name=self._name)
        self._about.setText(
            self.tr(
                "You record that you saw the signature on the printed book; your name stands"
                " beside it. Keep the paper. The book as it reads now is kept with it."
            )
        )
        self.at_field.set_caption(self.tr("&When it was signed"))
        self.at.set_caption(self.tr("When it was signed"))
        if self._printed:
            when = HandoverWords.of(self._context).moment(self._printed)
            self._print.setText(self.tr("The book was last printed {0}.").format(when))
        else:
            self._print.setText(
                self.tr("This book was never printed here. Print it first, or say what was signed.")
            )
        self.signed_field.set_caption(self.tr("W&hat was signed"))
        self.signed_field.set_hint(self.tr("It stands in the log, and beside the signature."))
        self.set_main(self.tr("Record signature"), "file-check")
        self._check()

    def _check(self) -> None:
        missing = [self.tr("a time that has passed")] if self.at.to_come else []
        if not self._printed and is_blank(self.signed.text):
            missing.append(self.tr("what was signed"))
        self.set_missing(missing)

    def _choose(self) -> None:
        at, what = self.at.moment(), self.signed.text
        self.accept()
        self.chosen.emit(at, what)
