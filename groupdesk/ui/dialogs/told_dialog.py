# SPDX-License-Identifier: MIT
"""Who was told of a version of the rules, who acknowledged it, who joined since; in bulk."""

import uuid
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.case_enums import ToldState
from groupdesk.domain.enums import Action, Channel, Topic
from groupdesk.domain.errors import CancelledError
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.told_records import (
    NamesFound,
    TellRequest,
    ToldMember,
    ToldWhich,
    VersionTold,
    by_which,
)
from groupdesk.services.jobs import JobContext, run_job
from groupdesk.services.telling import IN_A_THREAD, nothing_told
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.told_words import told_summary
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice
from groupdesk.ui.widgets.told_list import ToldList

_MOST_NAMED = 8


class ToldDialog(DialogFrame):
    """What is chosen in the list, or else all that it shows, is recorded at once."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        parent: QWidget | None = None,
        *,
        version: int = 0,
        which: ToldWhich = ToldWhich.UNTOLD,
        chosen: tuple[int, ...] = (),
    ) -> None:
        """Show `version`, the one in force for 0, with the members of `which` or `chosen`."""
        super().__init__(parent)
        self._context = context
        self._group = group
        self._operation = uuid.uuid4()
        self._versions = context.desk.announcements.versions(group.id)
        self._told: VersionTold | None = None
        self._loads = 0
        self._running: JobHandle | None = None
        self._chosen_first = chosen
        self._first = True
        self.template = ""
        """That of the announcement which tells them, where it is known."""
        self.version: ChoiceBox[int] = ChoiceBox(self)
        self.summary = label(role="strong", parent=self, wrap=True)
        self.list = ToldList(context, self)
        self.unpublished = label(role="muted", parent=self, wrap=True)
        self.names = TextArea(5, self)
        self.find_button = button("", icon_name="search", parent=self)
        self.channel: ChoiceBox[Channel] = ChoiceBox(self)
        self.when = TimeChoice(context.desk.clock, parent=self, required=True)
        self.fields = {
            "version": FormField("", self.version, self),
            "names": FormField("", self.names, self),
            "channel": FormField("", self.channel, self),
            "at": FormField("", self.when, self),
        }
        self.back_button = button("", icon_name="undo-2", parent=self)
        self.welcome_button = button("", icon_name="hand", parent=self)
        self.acknowledged_button = button("", icon_name="check-check", parent=self)
        self._build()
        self._say()
        if self._versions:
            newest = self._versions[0].version
            wanted = version if any(v.version == version for v in self._versions) else newest
            self.version.choose(wanted)
        self._connect()
        self.list.show_only(ToldWhich.ALL if chosen else which)
        self._load()
        self.resize(1080, 760)

    # ---- what is shown

    @property
    def rulebook(self) -> int:
        """The version in front, 0 where nothing was published."""
        wanted = self.version.value if self._versions else 0
        return next((one.rulebook_id for one in self._versions if one.version == wanted), 0)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.list.say()
            self._say_summary()

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addWidget(self.fields["version"], 1)
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(self.summary)
        row.addLayout(words, 2)
        self.form.addLayout(row)
        self.form.addWidget(self.list, 1)
        self.form.addWidget(self.unpublished)
        self.list.setVisible(bool(self._versions))
        self.unpublished.setVisible(not self._versions)
        for part in (
            self.fields["names"],
            self.find_button,
            self.fields["channel"],
            self.fields["at"],
        ):
            self.side.addWidget(part)
        self._how = label(role="secondary", parent=self, wrap=True)
        self.side.addWidget(self._how)
        self.side.addWidget(self.back_button)
        self.side.addStretch(1)
        self.add_left(self.welcome_button)
        self.add_cancel(closes=True)
        self.add_right(self.acknowledged_button)

    def _connect(self) -> None:
        self.version.chosen.connect(self._load)
        self.list.picked_changed.connect(self._say_acts)
        self.names.textChanged.connect(self._say_find)
        self.find_button.clicked.connect(self._find)
        self.main_requested.connect(lambda: self._record("rules.tell"))
        self.acknowledged_button.clicked.connect(lambda: self._record("rules.acknowledge"))
        self.back_button.clicked.connect(self._take_back)
        self.welcome_button.clicked.connect(self._welcome)
        self._context.events.changed.connect(self._on_changed)

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Who was told of the rules: {0}").format(self._group.name),
            self.tr("Choose members, or choose none to record everyone in the list."),
            sign="users",
        )
        self.version.set_choices(
            [(self.tr("Version {0}").format(one.version), one.version) for one in self._versions]
        )
        self.channel.set_choices([(words(f"told_channel.{one.value}"), one) for one in Channel])
        if self.channel.currentIndex() <= 0:
            self.channel.choose(Channel.GROUP)
        for key, caption in (
            ("version", self.tr("&Version")),
            ("names", self.tr("&Names or platform IDs, one per line")),
            ("channel", self.tr("Told or answered h&ow")),
            ("at", self.tr("Wh&en")),
        ):
            self.fields[key].set_caption(caption)
        self.unpublished.setText(
            self.tr("This group has no published rules yet: publish them on the Rules page.")
        )
        self.find_button.setText(self.tr("&Choose these members"))
        self.back_button.setText(self.tr("Take &back"))
        self.welcome_button.setText(self.tr("&Welcome text…"))
        self._how.setText(
            self.tr(
                "Each record stays in the log. What was recorded by mistake is taken back by a"
                " further record."
            )
        )

    # ---- loading

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.RULES, Topic.MEMBERS} and not self.busy:
            self._load()

    def _load(self) -> None:
        self._loads += 1
        asked, announcements, book = self._loads, self._context.desk.announcements, self.rulebook
        if not book:
            return

        def load() -> tuple[VersionTold, dict[ToldWhich, list[ToldMember]]]:
            return announcements.counted(book), by_which(announcements.members(book))

        def show(found: tuple[VersionTold, dict[ToldWhich, list[ToldMember]]]) -> None:
            if asked != self._loads:
                return  # another version, or a newer state of this one, is on its way
            self._told, lists = found
            self.list.show_lists(lists)
            self._say_summary()
            if self._first:
                self._first = False
                self.list.take_focus()
            if self._chosen_first:
                self.list.choose(self._chosen_first)
                self._chosen_first = ()

        self._context.runner.run(self, load, show, self._on_failed, pool="files")

    def _say_summary(self) -> None:
        words = self._context.translations.words
        self.summary.setText("" if self._told is None else told_summary(self._told, words))
        self._say_find()

    def _say_acts(self) -> None:
        """Name the acts by how many they are about."""
        picked, may = self.list.picked, self._may_record and not self.busy
        untold = sum(not member.knows for member in picked)
        silent = sum(member.state is not ToldState.ACKNOWLEDGED for member in picked)
        known = sum(member.knows for member in picked)
        selected = self.list.has_choice
        told = self.tr("Record %n as told", "", untold) if untold else self.tr("Record as told")
        self.set_main(told, "check")
        self.set_missing([] if untold and may else [self.tr("somebody to tell")])
        said = self.tr("Record %n as acknowledged", "", silent)
        self.acknowledged_button.setText(said if silent else self.tr("Record as acknowledged"))
        self.acknowledged_button.setEnabled(bool(silent) and may)
        self.back_button.setEnabled(bool(known) and may and selected)
        refused = why_not(self._context, Action.RULES_TELL, self._group)
        if refused:
            self.set_missing([])
            for made in (self.main_button, self.acknowledged_button, self.back_button):
                refuse(made, refused)
        self.set_hint(refused)
        one = selected and len(picked) == 1
        refuse(self.welcome_button, "" if one else self.tr("Choose the one member who is new."))

    def _say_find(self) -> None:
        written = bool(self.names.text.strip())
        self.find_button.setEnabled(written and bool(self.list.members))

    @property
    def _may_record(self) -> bool:
        return not why_not(self._context, Action.RULES_TELL, self._group)

    # ---- acting

    def _find(self) -> None:
        announcements, group, text = (
            self._context.desk.announcements,
            self._group.id,
            self.names.text,
        )

        def show(found: NamesFound) -> None:
            self.list.choose(found.ids)
            said = self.tr("%n member(s) found and chosen.", "", len(found.ids))
            self.fields["names"].set_hint(" ".join((said, *self._not_found(found))))

        self._context.runner.run(
            self, lambda: announcements.find(group, text), show, self._on_failed, pool="files"
        )

    def _not_found(self, found: NamesFound) -> list[str]:
        said = []
        for text, names in (
            (self.tr("Nobody is called: {0}."), found.unknown),
            (self.tr("Several are called: {0}. Choose them in the list."), found.several),
        ):
            if names:
                shown = self.tr(", ").join(names[:_MOST_NAMED])
                said.append(text.format(shown + ("…" if len(names) > _MOST_NAMED else "")))
        return said

    def _record(self, job: str) -> None:
        if not (self.rulebook and self._may_record):
            return
        ids = tuple(member.membership_id for member in self.list.picked)
        request = TellRequest(
            self._operation,
            self.rulebook,
            ids,
            self.when.moment(),
            self.channel.value,
            self.template,
        )
        self._run(job, {"request": request}, len(ids))

    def _take_back(self) -> None:
        ids = [member.membership_id for member in self.list.picked if member.knows]
        args = {"operation": self._operation, "rulebook_id": self.rulebook, "ids": ids}
        self._run("rules.take_back", args, len(ids))

    def _run(self, job: str, args: dict[str, Any], count: int) -> None:
        self.banner.dismiss()
        self.fields["at"].clear_error()
        context = self._context
        if count <= IN_A_THREAD:
            self.set_busy(True)
            work = JobContext(context.desk, nothing_told, lambda: False)
            context.runner.run(
                self, lambda: run_job(work, job, args), self._on_recorded, self._on_failed
            )
            return
        self.set_busy(True, stop=self._stop)
        running = context.jobs.run(
            self,
            job,
            args,
            lambda _stage, done, whole: self.show_progress(done, whole),
            self._on_recorded,
            self._on_failed,
        )
        self._running = running if self.busy else None

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _rest(self) -> None:
        self._running = None
        self.set_busy(False)
        self.set_hint("")

    def _on_recorded(self, told: Any) -> None:  # a TellDone; jobs hand over anything
        self._rest()
        self._operation = uuid.uuid4()
        self._context.done(told.receipt)  # which loads the list anew, without a choice in it
        self.banner.show_message(self.tr("Recorded for %n member(s).", "", told.members))

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        text = self._context.error_text(error)
        if self._context.desk.ledger.was_saved(self._operation):
            # the answer was lost on its way, what it would have said was not
            self._operation = uuid.uuid4()
            self._context.events.publish({Topic.RULES, Topic.MEMBERS, Topic.AUDIT})
            self.banner.show_message(self.tr("It was recorded."))
        elif isinstance(error, CancelledError):
            self.banner.show_message(self.tr("Stopped. Nothing was recorded."), "muted")
        else:
            self.show_failure(error, text, {"at": self.fields["at"]})
        self._say_acts()

    def _welcome(self) -> None:
        from groupdesk.ui.dialogs.announce_dialog import AnnounceDialog  # noqa: PLC0415  # opens this

        picked = self.list.picked
        if self._versions and len(picked) == 1:
            version = self.version.value
            AnnounceDialog(self._context, self._group, self, version=version, to=picked[0]).open()
