# SPDX-License-Identifier: MIT
"""Writes the reminders or last notices of a review: each member in their language, by name."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from groupdesk.domain.enums import Platform
from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.domain.review_records import (
    MAX_MESSAGES,
    MessagesRequest,
    MessageTarget,
    ReviewDone,
    ReviewRecord,
)
from groupdesk.domain.template_fields import NOT_ASKED
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.review_letters import ReviewLetters, Wording
from groupdesk.ui.review_words import ReviewWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.courtesy_panel import CourtesyPanel
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.ui.widgets.message_preview import MessagePreview
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.time_choice import TimeChoice

_LOOK_AFTER = 150  # milliseconds of rest before preview and check follow what is typed
_LINES = 7
_SENT, _PREPARED = "sent", "prepared"


class ReviewMessagesDialog(DialogFrame):
    """GroupDesk sends nothing: each is copied, sent by a person, and then recorded.

    Ctrl+C copies the message to the member in front, marks it and goes to the next one; Space
    takes a mark off or puts it on.
    """

    def __init__(
        self,
        context: UiContext,
        review: ReviewRecord,
        choice: ReviewChoice,
        targets: Sequence[MessageTarget],
        parent: QWidget | None = None,
    ) -> None:
        """Write to these members, 500 at once at most."""
        super().__init__(parent)
        self._context, self._review, self._choice = context, review, choice
        self._operation = uuid.uuid4()
        self.targets = tuple(targets[:MAX_MESSAGES])
        self._more = len(targets) - len(self.targets)
        self.letters = ReviewLetters(context, choice, self.targets)
        self.marked: set[int] = set()
        self._wording: Wording | None = None
        self._platform = Platform(context.desk.groups.get(self.targets[0].group_id).platform)
        self.model: RecordModel[MessageTarget] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.template: ChoiceBox[str] = ChoiceBox(self)
        self.area = MessageEditor(_LINES, self)
        self.area.speak(context.translations.words)
        self.area_field = FormField("", self.area, self, note=self.template)
        self._holds_for = label(role="secondary", parent=self, wrap=True)
        self.states = ChipRow("", parent=self)
        self.at = TimeChoice(context.desk.clock, parent=self, required=True)
        self.at_field = FormField("", self.at, self)
        self._to = label(role="section", parent=self, wrap=True)
        self.preview = MessagePreview(context.desk.operator.name, "", self)
        self.copy = button("", "primary", "copy", self)
        self.all_button = button("", icon_name="list-checks", parent=self)
        self._told = label(role="secondary", parent=self, wrap=True)
        self.courtesy = CourtesyPanel(context.translations, self)
        self.courtesy.attach(self.area)
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._lay_out()
        self.add_cancel()
        self._say()
        self._show_targets()
        self._connect()
        self.table.selectRow(0)
        self.resize(1060, 760)
        self.table.setFocus()
        self.ask_before_leaving(lambda: (dict(self.letters.bodies), set(self.marked)))

    @property
    def current(self) -> MessageTarget:
        """The member in front."""
        return self.model.record(max(self.table.currentIndex().row(), 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.area.speak(self._context.translations.words)
            self._say()
            kept = max(self.table.currentIndex().row(), 0)
            self._show_targets()
            self.table.selectRow(kept)

    # ---- building

    def _lay_out(self) -> None:
        theme = current_theme()
        self.table.setModel(self.model)
        self.table.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        self.table.setItemDelegateForColumn(2, PillDelegate(self.table))
        self.table.setMinimumHeight(5 * theme.size("row"))
        times = QHBoxLayout()
        times.setSpacing(theme.size("space_m"))
        times.addWidget(self.states, 1)
        times.addWidget(self.at_field)
        self.form.addWidget(self.table, 1)
        self.form.addWidget(self.area_field)
        self.form.addWidget(self._holds_for)
        self.form.addLayout(times)
        acts = QHBoxLayout()
        acts.setSpacing(theme.size("space_s"))
        acts.addWidget(self.copy)
        acts.addWidget(self.all_button)
        acts.addStretch(1)
        for part in (self._to, self.preview):
            self.side.addWidget(part)
        self.side.addLayout(acts)
        self.side.addWidget(self._told)
        self.side.addWidget(self.courtesy)
        self.side.addStretch(1)
        self.share_width(1, 1)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_member())
        self.template.chosen.connect(self._on_template)
        self.area.textChanged.connect(self._on_text)
        self._timer.timeout.connect(self._follow)
        self.copy.clicked.connect(self._on_copy)
        self.all_button.clicked.connect(self._mark_all)
        self.states.chosen.connect(lambda _key: self._show_state())
        self.at.changed.connect(self._show_state)
        self.main_requested.connect(self._record)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self._on_copy)
        copying.setContext(Qt.ShortcutContext.WindowShortcut)
        marking = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, self._toggle)
        marking.setContext(Qt.ShortcutContext.WidgetShortcut)

    # ---- words

    def _say(self) -> None:
        words = self._context.translations.words
        count = len(self.targets)
        last = self._choice is ReviewChoice.LAST_NOTICE
        title = (
            self.tr("%n last notice(s) to write", "", count)
            if last
            else self.tr("%n reminder(s) to write", "", count)
        )
        self.set_head(title, self._review.name, sign="message-square-text")
        platform = words(f"platform.{self._platform.value}")
        self.table.setAccessibleName(self.tr("Whom to write to"))
        self.template.setAccessibleName(self.tr("Template"))
        self.area_field.set_caption(self.tr("&Wording"))
        self.at_field.set_caption(self.tr("W&hen"))
        self.at.set_caption(self.tr("When"))
        self.states.setAccessibleName(self.tr("What became of the marked ones"))
        self.copy.setText(self.tr("Copy, go to the next"))
        self.copy.setToolTip(self.tr("Copy, go to the next (Ctrl+C)"))
        self.all_button.setText(self.tr("Mark all"))
        told = self.tr(
            "GroupDesk sends nothing. Paste each message in {0}; what you copied is marked."
        ).format(platform)
        if self._more:
            told += " " + self.tr("%n more follow(s) after these.", "", self._more)
        self._told.setText(told)
        self._show_state()

    def _show_targets(self) -> None:
        heads = self.tr("Member"), self.tr("Language"), self.tr("Message")
        self.model.show_records(heads, self.targets)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.table.setColumnWidth(column, 3 * current_theme().size("row"))

    def _cells(self, target: MessageTarget) -> tuple[Cell, ...]:
        words = self._context.translations.words
        language = words(f"language.{self.letters.of(target).language.value}")
        marked = target.row_id in self.marked
        return (
            target.name,
            language,
            (self.tr("copied"), "ok") if marked else (self.tr("to copy"), "muted"),
        )

    def _show_state(self) -> None:
        marked = len(self.marked)
        self.states.set_chips(
            [Chip(_SENT, self.tr("I sent them")), Chip(_PREPARED, self.tr("Not sent yet"))]
        )
        sent = self.states.current == _SENT
        self.at_field.setVisible(sent)
        self.set_main(
            self.tr("Record %n as sent", "", marked)
            if sent
            else self.tr("Keep %n as prepared", "", marked),
            "check",
        )
        missing = []
        if not marked:
            missing.append(self.tr("a message that was copied"))
        if sent and self.at.to_come:
            missing.append(self.tr("a time that has passed"))
        gaps = [one for one in self.targets if one.row_id in self.marked]
        if any(not self.letters.filled(one).complete for one in _one_of_each(self.letters, gaps)):
            missing.append(self.tr("a wording without gaps"))
        self.set_missing(missing)

    # ---- the member in front

    def _on_member(self) -> None:
        wording = self.letters.of(self.current)
        if wording != self._wording:
            self._take(wording)
        self._follow()

    def _take(self, wording: Wording) -> None:
        """Bring the wording of a language and reason to the front."""
        words = self._context.translations.words
        self._wording = wording
        self.template.set_choices([(one.name, one.id) for one in self.letters.offered(wording)])
        if self.letters.chosen[wording]:
            self.template.choose(self.letters.chosen[wording])
        self.area.set_text(self.letters.bodies[wording])
        self._holds_for.setText(
            self.tr("Holds for %n of them: {0}, {1}", "", self.letters.counts[wording]).format(
                words(f"template_variant.{wording.variant.value}"),
                words(f"language.{wording.language.value}"),
            )
        )

    def _on_template(self) -> None:
        wording = self._wording
        if wording is None:
            return
        chosen = self.template.value
        body = next(one.body for one in self.letters.offered(wording) if one.id == chosen)
        self.letters.chosen[wording] = chosen
        self.area.set_text(body)

    def _on_text(self) -> None:
        if self._wording is not None:
            self.letters.bodies[self._wording] = self.area.text
            self.area_field.clear_error()
            self._timer.start()

    def _follow(self) -> None:
        """Show the message as the member in front will read it, and what the check says."""
        self._timer.stop()
        target = self.current
        filled, said = self.letters.filled(target), ReviewWords.of(self._context)
        self._to.setText(
            self.tr("{0}, {1}, last active: {2}").format(
                target.name, target.group_name, said.active(target.last_active)
            )
        )
        self.preview.set_message(self._context.desk.operator.name, filled.text, filled.gaps)
        offered = self.letters.offered(self.letters.of(target))
        not_asked = NOT_ASKED.get(offered[0].kind, frozenset()) if offered else frozenset()
        self.courtesy.look_at(filled.text, self.letters.of(target).language, (), not_asked)
        self._show_state()

    # ---- copying and marking

    def _on_copy(self) -> None:
        row, target = max(self.table.currentIndex().row(), 0), self.current
        filled = self.letters.filled(target)
        if not filled.complete:
            self.banner.show_message(
                self.tr("This wording still has gaps; fill them in before you copy it."), "warning"
            )
            return
        QGuiApplication.clipboard().setText(filled.text)
        self._mark(row, on=True)
        if row + 1 < len(self.targets):
            self.table.selectRow(row + 1)
        self.banner.show_message(
            self.tr("Copied: the message to {0}. Paste and send it yourself.").format(target.name),
            "accent",
        )

    def _toggle(self) -> None:
        row = max(self.table.currentIndex().row(), 0)
        self._mark(row, on=self.current.row_id not in self.marked)

    def _mark(self, row: int, *, on: bool) -> None:
        target = self.model.record(row)
        (self.marked.add if on else self.marked.discard)(target.row_id)
        self.model.replace_record(row, target)
        self._show_state()

    def _mark_all(self) -> None:
        self.marked = {one.row_id for one in self.targets}
        for row, target in enumerate(self.targets):
            self.model.replace_record(row, target)
        self._show_state()

    # ---- recording

    def _record(self) -> None:
        written = [one for one in self.targets if one.row_id in self.marked]
        request = MessagesRequest(
            self._operation,
            self._review.id,
            self._choice,
            self.letters.messages(written),
            self._review.seen,
            sent_at=self.at.moment() if self.states.current == _SENT else "",
        )
        messages = self._context.desk.upkeep.review_messages
        self.set_busy(True)
        self._context.runner.run(
            self, lambda: messages.record(request), self._on_recorded, self._on_failed
        )

    def _on_recorded(self, done: ReviewDone) -> None:
        self.set_busy(False)
        sent = self.states.current == _SENT
        self.accept()
        self._context.done(done.receipt)
        self._context.notify(
            self.tr("%n message(s) are recorded as sent.", "", done.members)
            if sent
            else self.tr("%n message(s) are prepared; say later whether you sent them.", "",
                         done.members),
            seconds=8,
        )  # fmt: skip

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self._operation = uuid.uuid4()
        fields = {"sent_at": self.at_field, "message": self.area_field}
        self.show_failure(error, self._context.error_text(error), fields)


def _one_of_each(
    letters: ReviewLetters, targets: Sequence[MessageTarget]
) -> Sequence[MessageTarget]:
    """Return one member of each wording and group: the others have the same gaps."""
    found = {(letters.of(one), one.group_id): one for one in targets}
    return tuple(found.values())
