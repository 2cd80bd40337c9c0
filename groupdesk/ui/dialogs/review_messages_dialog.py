# SPDX-License-Identifier: MIT
"""Writes the reminders or last notices of a review: each member in their language, by name."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.enums import Platform, Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.domain.review_records import (
    MAX_MESSAGES,
    MessagesRequest,
    MessageTarget,
    ReviewDone,
    ReviewNews,
    ReviewRecord,
)
from groupdesk.domain.template_fields import NOT_ASKED
from groupdesk.ui.context import UiContext
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
from groupdesk.ui.widgets.review_targets import ReviewTargets
from groupdesk.ui.widgets.time_choice import TimeChoice

_LOOK_AFTER = 150  # milliseconds of rest before preview and check follow what is typed
_LINES = 7
_SENT, _PREPARED = "sent", "prepared"
_WATCHED = {Topic.REVIEWS, Topic.MEMBERS, Topic.GROUPS, Topic.REQUESTS}


class ReviewMessagesDialog(DialogFrame):
    """GroupDesk sends nothing: each is copied, sent by a person, and then recorded.

    Ctrl+C copies the message to the member in front, marks it and goes to the next one; Space
    takes a mark off or puts it on. To whom no message is due any more stays in the list, unmarked;
    what was written stays.
    """

    def __init__(
        self,
        context: UiContext,
        review: ReviewRecord,
        choice: ReviewChoice,
        targets: Sequence[MessageTarget],
        parent: QWidget | None = None,
        *,
        others: int = 0,
    ) -> None:
        """Write to these members, 500 at once at most; `others` of the other kind are due, too."""
        super().__init__(parent)
        self._context, self._review, self._choice = context, review, choice
        self._operation = uuid.uuid4()
        written = targets[:MAX_MESSAGES]
        self._more = len(targets) - len(written) + others
        self._copied = ""
        self.letters = ReviewLetters(context, choice, written)
        self._seen = review.seen
        self._wording: Wording | None = None
        groups = {one.group_id for one in written}
        self._platforms = {one: Platform(context.desk.groups.get(one).platform) for one in groups}
        self.table = ReviewTargets(context, written, self.letters, self)
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
        self._connect()
        self._on_member()
        self.resize(1060, 760)
        self.table.setFocus()
        context.events.changed.connect(self._on_data)
        self.ask_before_leaving(lambda: (dict(self.letters.bodies), set(self.table.marked)))

    @property
    def current(self) -> MessageTarget:
        """The member in front."""
        return self.table.current

    @property
    def _marked(self) -> list[MessageTarget]:
        return [one for one in self.table.targets if one.row_id in self.table.marked]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.area.speak(self._context.translations.words)
            self._say()
            self._follow()

    # ---- building

    def _lay_out(self) -> None:
        theme = current_theme()
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
        self.side.addLayout(acts)  # first: whoever copies one after the other finds it in place
        for part in (self._told, self._to, self.preview, self.courtesy):
            self.side.addWidget(part)
        self.side.addStretch(1)
        self.share_width(1, 1)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_member())
        self.template.chosen.connect(self._on_template)
        self.area.textChanged.connect(self._on_text)
        self._timer.timeout.connect(self._follow)
        self.copy.clicked.connect(self._on_copy)
        self.all_button.clicked.connect(self.table.mark_all)
        self.table.marks_changed.connect(self._show_state)
        self.states.chosen.connect(lambda _key: self._show_state())
        self.at.changed.connect(self._show_state)
        self.main_requested.connect(self._record)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self._on_copy)
        copying.setContext(Qt.ShortcutContext.WindowShortcut)

    # ---- words

    def _say(self) -> None:
        count = len(self.table.targets)
        last = self._choice is ReviewChoice.LAST_NOTICE
        title = (
            self.tr("%n last notice(s) to write", "", count)
            if last
            else self.tr("%n reminder(s) to write", "", count)
        )
        self.set_head(title, self._review.name, sign="message-square-text")
        self.template.setAccessibleName(self.tr("Template"))
        self.area_field.set_caption(self.tr("&Wording"))
        self.at_field.set_caption(self.tr("W&hen"))
        self.at.set_caption(self.tr("When"))
        self.states.setAccessibleName(self.tr("What became of the marked ones"))
        self.copy.setText(self.tr("Copy, go to the next"))
        self.copy.setToolTip(self.tr("Copy, go to the next (Ctrl+C)"))
        self.all_button.setText(self.tr("Mark all"))
        self._tell()
        self._show_state()

    def _tell(self) -> None:
        """Say beside the buttons what was copied, and what to do with it."""
        platform = self._platforms[self.current.group_id]
        told = (
            self.tr("Copied: the message to {0}. Paste and send it yourself.").format(self._copied)
            if self._copied
            else self.tr(
                "GroupDesk sends nothing. Paste each message in {0}; what you copied is marked."
            ).format(self._context.translations.words(f"platform.{platform.value}"))
        )
        if self._more:
            told += " " + self.tr("%n more follow(s) after these.", "", self._more)
        self._told.setText(told)

    def _show_state(self) -> None:
        marked = len(self.table.marked)
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
        if any(
            not self.letters.filled(one).complete
            for one in _one_of_each(self.letters, self._marked)
        ):
            missing.append(self.tr("a wording without gaps"))
        self.set_missing(missing)

    # ---- the member in front

    def _on_member(self) -> None:
        wording = self.letters.of(self.current)
        if wording != self._wording:
            self._take(wording)
        self._copied = ""
        self._tell()
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
        target = self.current
        if target.row_id in self.table.over:
            self.banner.show_message(
                self.tr("No message to {0} is due any more; nothing was copied.").format(
                    target.name
                ),
                "warning",
            )
            return
        filled = self.letters.filled(target)
        if not filled.complete:
            self.banner.show_message(
                self.tr("This wording still has gaps; fill them in before you copy it."), "warning"
            )
            return
        QGuiApplication.clipboard().setText(filled.text)
        self.table.mark_copied()
        self._copied = target.name  # after the next one came to the front
        self._tell()

    # ---- what others do meanwhile

    def _on_data(self, topics: frozenset[Topic]) -> None:
        if topics & _WATCHED and self.isVisible() and not self.busy:
            self._look_again()

    def _look_again(self, text: str = "") -> None:
        """Take over what changed and say it, else `text`; what was written and marked stays."""
        upkeep, ident = self._context.desk.upkeep, self._review.id
        rows, seen, choice = [one.row_id for one in self.table.targets], self._seen, self._choice

        def work() -> tuple[ReviewNews, set[int]]:
            news = upkeep.review_decisions.anew(ident, rows, seen)
            due = upkeep.review_messages.to_write(ident, choice, rows)
            return news, {one.row_id for one in due}

        self._context.runner.run(
            self,
            work,
            lambda found: self._take_over(*found, text),
            lambda error: self.banner.show_message(self._context.error_text(error), "danger"),
            pool="files",
        )

    def _take_over(self, news: ReviewNews, due: set[int], text: str) -> None:
        said = ReviewWords.of(self._context)
        self._seen = news.seen
        told = [said.meanwhile(news.decided)]
        fresh, copied = self.table.keep(due)
        if fresh:
            told.append(self.tr("No message is due any more to: {0}.").format(said.some(fresh)))
        if copied:
            told.append(
                self.tr("If you have sent theirs already, it is noted nowhere yet: {0}.").format(
                    said.some(copied)
                )
            )
        text = " ".join(filter(None, told)) or text
        if text:
            self.banner.show_message(text, "warning")

    # ---- recording

    def _record(self) -> None:
        request = MessagesRequest(
            self._operation,
            self._review.id,
            self._choice,
            self.letters.messages(self._marked),
            self._seen,
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
        text = self._context.error_text(error)
        if isinstance(error, StateChangedError):
            self._look_again(text)
            return
        fields = {"sent_at": self.at_field, "message": self.area_field}
        self.show_failure(error, text, fields)


def _one_of_each(
    letters: ReviewLetters, targets: Sequence[MessageTarget]
) -> Sequence[MessageTarget]:
    """Return one member of each wording and group: the others have the same gaps."""
    found = {(letters.of(one), one.group_id): one for one in targets}
    return tuple(found.values())
