# SPDX-License-Identifier: MIT
"""Redacts and marks a copy of a picture; the original stays as it came."""

from collections.abc import Callable
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from groupdesk.domain.act_records import DraftRecord, EvidenceUse
from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import GroupDeskError, ValidationError
from groupdesk.domain.records import EvidenceRecord, Receipt
from groupdesk.domain.redaction import (
    Mark,
    Size,
    check_marks,
    from_json,
    to_json,
    without_blank,
)
from groupdesk.domain.redaction_records import MOST_NOTE, RedactionRecord, RedactionRequest
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper
from groupdesk.ui.evidence_acts import EvidenceActs
from groupdesk.ui.redact_picture import RedactPicture, read_picture
from groupdesk.ui.say_aloud import say_aloud
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.redact_bar import RedactBar
from groupdesk.ui.widgets.redact_canvas import RedactCanvas
from groupdesk.ui.widgets.redact_marks import RedactMarks
from groupdesk.ui.widgets.redact_tools import RedactTools
from groupdesk.ui.widgets.section_label import SectionLabel

_TOLD_SECONDS = 8


class RedactDialog(DialogFrame):
    """Begins with the draft that was left, else with the marks of the newest copy, else empty.

    Leaving keeps the marks as a draft; nothing of them is in any report until the copy is saved.
    """

    saved = Signal(int)
    """The evidence id of the copy that was made."""

    def __init__(
        self, context: UiContext, evidence: EvidenceRecord, parent: QWidget | None = None
    ) -> None:
        """Work on a copy of `evidence`, which is an original."""
        super().__init__(parent)
        self._context = context
        self._record = evidence
        self._size = Size(evidence.width, evidence.height)
        self._operations: dict[tuple[tuple[Mark, ...], str], UUID] = {}
        self._copies: tuple[RedactionRecord, ...] = ()
        self.canvas = RedactCanvas(self)
        self.tools = RedactTools(context.translations.words, self)
        self.bar = RedactBar(self.canvas, self)
        self.marks = RedactMarks(self)
        self.note = QLineEdit(self)
        self.note.setMaxLength(MOST_NOTE)
        self._marks_head = SectionLabel(parent=self)
        self._note_field = FormField("", self.note, self)
        self._before_label = label(role="secondary", parent=self, wrap=True)
        self.keeper = DraftKeeper(context, f"redact.{evidence.id}", None, self._contents, self)
        self.discard_button = self.add_left(button("", parent=self))
        self._build()
        self._connect()
        self._begin()
        self._translate_dialog()
        self._load()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        letter = plain == Qt.KeyboardModifier.NoModifier and self.tools.handle_key(event.key())
        if letter:
            self.canvas.setFocus()
            return
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_O: self.bar.before.click,
            Qt.Key.Key_Plus: self.canvas.nearer,
            Qt.Key.Key_Equal: self.canvas.nearer,
            Qt.Key.Key_Minus: self.canvas.farther,
        }
        act = keys.get(event.key()) if plain == Qt.KeyboardModifier.NoModifier else None
        if act is not None:
            act()
        elif not self.canvas.handle_key(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def reject(self) -> None:
        """Leave and keep the marks; where they cannot be kept, stay and say so."""
        if self.busy:
            return
        self.canvas.finish_text()
        self.set_busy(True)
        self.keeper.leave(self._leave, self._on_not_kept)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self.share_width(2, 1)
        self.form.setSpacing(theme.size("space_s"))
        self.form.addWidget(self.canvas, 1)
        self.form.addWidget(self.bar)
        self._remove = icon_button("trash-2", "", self)
        head = QHBoxLayout()
        head.addWidget(self._marks_head)
        head.addStretch()
        head.addWidget(self._remove)
        self.side.addWidget(self.tools)
        self.side.addLayout(head)
        self.side.addWidget(self.marks, 1)
        self.side.addWidget(self._note_field)
        self.side.addWidget(self._before_label)

    def _connect(self) -> None:
        canvas = self.canvas
        self.tools.tool_chosen.connect(canvas.set_tool)
        self.tools.colour_chosen.connect(canvas.set_colour)
        self.marks.asked.connect(canvas.select)
        canvas.changed.connect(self._on_changed)
        canvas.chosen.connect(self._on_chosen)
        self.note.textChanged.connect(lambda _text: self._on_changed())
        self._remove.clicked.connect(canvas.remove_selected)
        for keys, step in (
            ("Ctrl+Z", canvas.undo),
            ("Ctrl+Shift+Z", canvas.redo),
            ("Ctrl+Y", canvas.redo),
            ("Ctrl+0", canvas.fit),
            ("Ctrl+1", canvas.full_size),
        ):
            QShortcut(QKeySequence(keys), self, step)
        self.main_requested.connect(self._save)
        self.discard_button.clicked.connect(self._on_discard)
        self.keeper.kept.connect(self._say_kept)

    def _translate_dialog(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Redact and mark a copy"),
            self.tr("The original stays as it is and is kept. Reports show the copy."),
            sign="shield",
        )
        self.set_main(self.tr("Save copy"), "check")
        self.discard_button.setText(self.tr("&Discard draft"))
        self.tools.translate(words)
        self._marks_head.setText(self.tr("Marks"))
        self.marks.setAccessibleName(self.tr("Marks"))
        self._note_field.set_caption(self.tr("What was hidden and why"))
        self.note.setPlaceholderText(self.tr("Optional; printed in the file copy"))
        self.canvas.setAccessibleName(self.tr("Picture with the marks"))
        name_button(self._remove, self.tr("Remove the mark (Del)"))
        self.bar.translate()
        self._show_copies()
        self._show_state()

    # ---- the picture

    def _load(self) -> None:
        store, sha256, size = self._context.desk.evidence.store, self._record.sha256, self._size

        def read() -> RedactPicture:
            return read_picture(store.display(sha256), size)

        self._context.runner.run(self, read, self._on_loaded, self._on_not_loaded, pool="files")
        acts = EvidenceActs(self._context, self, self.banner.show_message)
        acts.viewed(self._record.id)  # who redacts has the original before them in large

    def _on_loaded(self, picture: RedactPicture) -> None:
        if not picture.levels:
            self._on_not_loaded(ValidationError("evidence", "image_broken", name=self._name))
            return
        self.canvas.set_picture(picture)
        self._show_state()
        self.canvas.setFocus()

    def _on_not_loaded(self, error: Exception) -> None:
        self.banner.show_message(self._context.error_text(error), "danger")

    @property
    def _name(self) -> str:
        return visible(self._record.caption or self._record.file_name)

    # ---- drafts

    def _begin(self) -> None:
        marks: tuple[Mark, ...] = ()
        note = ""
        try:
            self._copies = self._context.desk.redactions.of(self._record.id)
            if self._copies and self._copies[0].picture == self._size:
                marks, note = self._copies[0].marks, self._copies[0].note
            draft = self.keeper.load()
        except GroupDeskError as error:
            self.banner.show_message(self._context.error_text(error), "danger")
            draft = None
        if draft is not None:
            marks, note = self._from_draft(draft, marks, note)
        self.canvas.begin(marks)
        self.note.setText(note)
        self.keeper.begin()

    def _from_draft(
        self, draft: DraftRecord, marks: tuple[Mark, ...], note: str
    ) -> tuple[tuple[Mark, ...], str]:
        """Return what a draft holds, or the other marks where it does not fit the picture."""
        try:
            found, size = from_json(str(draft.payload.get("marks", "")))
        except ValidationError:
            return marks, note
        if size != self._size:
            return marks, note
        self._say_kept(draft.saved_at)
        return found, str(draft.payload.get("note", ""))[:MOST_NOTE]

    def _contents(self) -> Contents:
        marks = to_json(without_blank(self.canvas.edits.marks), self._size)
        return {"marks": marks, "note": self.note.text()}, (EvidenceUse(self._record.id),)

    def _say_kept(self, saved_at: str) -> None:
        now = self._context.desk.clock()
        self.set_hint(
            self.tr("Draft kept {0}").format(self._context.dates.time(from_text(saved_at), now))
        )

    def _leave(self) -> None:
        self.set_busy(False)
        if self.keeper.draft_id is not None:
            self._context.notify(
                self.tr("Your marks on “{0}” are kept as a draft.").format(self._name),
                "muted",
                seconds=_TOLD_SECONDS,
            )
        super().reject()

    def _on_not_kept(self, error: Exception) -> None:
        self.set_busy(False)
        self.banner.show_message(
            self._context.error_text(error),
            "danger",
            action_text=self.tr("Close without keeping it"),
            action=super().reject,
        )

    def _on_discard(self) -> None:
        self.canvas.finish_text()
        self.set_busy(True)
        self.keeper.discard(
            self.tr("The marks on “{0}” were discarded.").format(self._name),
            self.tr("Restore draft"),
            self._drop,
            self._on_not_kept,
        )

    def _drop(self) -> None:
        self.set_busy(False)
        super().reject()

    # ---- following the canvas

    def _on_changed(self) -> None:
        self.keeper.touch()
        self.banner.dismiss()
        self._show_state()

    def _on_chosen(self) -> None:
        self._show_state()
        mark = self.canvas.selected
        if mark is not None:
            words = self._context.translations.words
            text = self.tr("{0}, mark {1} of {2}").format(
                self.marks.text_of(mark, words),
                self.canvas.selection + 1,
                len(self.canvas.edits.marks),
            )
            self.canvas.setAccessibleDescription(text)
            say_aloud(self.canvas, text)

    def _show_state(self) -> None:
        words, edits = self._context.translations.words, self.canvas.edits
        self.marks.show_marks(edits.marks, self.canvas.selection, words)
        self._remove.setEnabled(self.canvas.selected is not None)
        self.discard_button.setEnabled(self.keeper.worth_keeping)
        missing = []
        newest = self._copies[0] if self._copies else None
        if not without_blank(edits.marks):
            missing.append(self.tr("a mark"))
        elif newest is not None and newest.marks == edits.marks:
            missing.append(self.tr("a change since the last copy"))
        self.set_missing(missing)

    def _show_copies(self) -> None:
        now, dates = self._context.desk.clock(), self._context.dates
        self._before_label.setVisible(bool(self._copies))
        if self._copies:
            newest = self._copies[0]
            self._before_label.setText(
                self.tr(
                    "%n copies so far; reports show the newest, by {0}, {1}.",
                    "",
                    len(self._copies),
                ).format(newest.operator, dates.moment(from_text(newest.at), now))
            )

    # ---- saving

    def _save(self) -> None:
        self.canvas.finish_text()
        marks = without_blank(self.canvas.edits.marks)
        try:
            check_marks(marks, self._size)
        except ValidationError as error:
            self.show_failure(error, self._context.error_text(error))
            return
        note = self.note.text()
        operation = self._operations.setdefault((marks, note), uuid4())
        self.set_busy(True)

        def send() -> None:
            request = RedactionRequest(
                operation, self._record.id, marks, note, self.keeper.draft_id
            )
            work = partial(self._context.desk.redactions.save, request)
            self._context.runner.run(self, work, self._on_saved, self._on_failed, pool="files")

        self.keeper.settle(send)

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.keeper.forget()
        self.accept()
        self._context.done(receipt)
        self._context.notify(
            self.tr("A redacted copy of “{0}” is saved; reports show it from now on.").format(
                self._name
            ),
            seconds=_TOLD_SECONDS,
        )
        self.saved.emit(receipt.subject_id)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.keeper.touch()
        self.show_failure(error, self._context.error_text(error), {"note": self._note_field})
