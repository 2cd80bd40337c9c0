# SPDX-License-Identifier: MIT
"""Edits a group's ladder: steps, what they mean in words, a try-out, the versions so far."""

import uuid
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QStackedWidget, QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder
from groupdesk.domain.ladder_checks import ladder_problems
from groupdesk.domain.ladder_records import LadderRecord
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents, DraftKeeper
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.ladder_form import LadderForm
from groupdesk.ui.widgets.ladder_panel import LadderPanel
from groupdesk.ui.widgets.ladder_tryout import LadderTryout
from groupdesk.ui.widgets.ladder_versions import LadderVersions

DRAFT_KIND = "ladder"
_TOLD_SECONDS = 8
_ASK_AFTER = 200  # milliseconds of rest before it is asked whom a ladder concerns


class LadderDialog(DialogFrame):
    """Leaving keeps the draft; publishing makes it the next version. Otherwise only looks."""

    published = Signal(object)
    """The Receipt."""

    def __init__(
        self, context: UiContext, group: GroupRecord, parent: QWidget | None = None
    ) -> None:
        """Go on with the draft of `group`, or begin from the ladder in force."""
        super().__init__(parent)
        self._context = context
        self._group = group
        self._operation = uuid.uuid4()
        self._refused = why_not(context, Action.LADDER_PUBLISH, group)
        self._editable = not self._refused
        self.steps = LadderForm(context.translations, self)
        self.note = QLineEdit(self)
        self.note_field = FormField("", self.note, self)
        self.tabs = ChipRow("", parent=self)
        self._stack = QStackedWidget(self)
        self.panel = LadderPanel(context.translations, self)
        self.tryout = LadderTryout(context, self)
        self.history = LadderVersions(context, self)
        self._pages = {"words": self.panel, "try": self.tryout, "versions": self.history}
        self._versions: tuple[LadderRecord, ...] = ()
        self._based_on = 0
        self.keeper = DraftKeeper(
            context, DRAFT_KIND, None, self._contents, self, group_id=group.id
        )
        self._impact_timer = QTimer(self, singleShot=True, interval=_ASK_AFTER)
        self.discard = self.add_left(button(""))
        self.begin_from = self.add_left(button(""))
        self.begin_from.setMenu(QMenu(self.begin_from))
        self.copy = self.add_left(button(""))
        self._build()
        self._connect()
        self._begin()
        self._translate_dialog()
        self.resize(self.sizeHint())
        self.steps.take_focus()

    # ---- Qt

    def sizeHint(self) -> QSize:
        theme = current_theme()
        wanted = QSize(5 * theme.size("side_width") + 2 * theme.size("space_xl"), 800)
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted.boundedTo(self.screen().availableSize())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def reject(self) -> None:
        """Leave and keep the draft; where it cannot be kept, stay and say so."""
        if self.busy:
            return
        if not self._editable:
            super().reject()
            return
        self.set_busy(True)
        self.keeper.leave(self._leave, self._on_not_kept)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self.form.addWidget(self.steps)
        self.form.addWidget(self.note_field)
        self.form.addStretch(1)
        self.side.setContentsMargins(*(theme.size("space_m"),) * 4)
        self.side.addWidget(self.tabs)
        self.side.addWidget(self._stack, 1)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.steps.setEnabled(self._editable)
        for hidden in (self.discard, self.begin_from, self.main_button, self.note_field):
            hidden.setVisible(self._editable)
        refuse(self.copy, why_not(self._context, Action.LADDER_PUBLISH))
        self.set_hint(self._refused)

    def _connect(self) -> None:
        self.steps.changed.connect(self._on_changed)
        self.steps.rows.taken_out.connect(self._on_taken_out)
        self.note.textChanged.connect(lambda _text: self._on_note())
        self.tabs.chosen.connect(self.show_tab)
        self.history.taken.connect(self._on_version)
        self.keeper.kept.connect(self._say_kept)
        self._impact_timer.timeout.connect(self.ask_impact)
        self.discard.clicked.connect(self._on_discard)
        self.copy.clicked.connect(self._on_copy)
        self.begin_from.menu().aboutToShow.connect(self._fill_menu)
        self.main_requested.connect(self._publish)

    def _begin(self) -> None:
        """Take the draft up, or the ladder in force."""
        self._load_versions()
        draft = None
        if self._editable:
            try:
                draft = self.keeper.load()
            except GroupDeskError as error:
                self.banner.show_message(self._context.error_text(error), "danger")
        self._based_on = self._versions[0].version
        self.steps.set_ladder(self._versions[0].ladder)
        if draft is not None:
            self._restore(draft)
        self.keeper.begin()
        self._follow()

    def _restore(self, draft: DraftRecord) -> None:
        try:
            ladder = Ladder.from_json(str(draft.payload.get("ladder", "")))
        except (ValueError, KeyError, TypeError, AttributeError):
            return  # nothing of it can be shown: the ladder in force stands there
        self.steps.set_ladder(ladder)
        self.note.setText(str(draft.payload.get("note", "")))
        begun = draft.payload.get("based_on")
        self._say_kept(draft.saved_at)
        if begun != self._based_on:
            self._say_newer()

    def _load_versions(self) -> None:
        self._versions = self._context.desk.ladders.versions(self._group.id)
        self.history.show_versions(self._versions, editable=self._editable)

    # ---- what is said

    def _translate_dialog(self) -> None:
        number = self._versions[0].version
        about = self._in_force(number)
        if self._editable:
            about = self.tr("{0}; publishing makes version {1}").format(about, number + 1)
        self.set_head(
            self.tr("Ladder"),
            self.tr("{0} · {1}").format(self._group.name, about),
            sign="trending-up",
        )
        self.note_field.set_caption(self.tr("&Note (optional)"))
        self.note_field.set_hint(self.tr("Why it changed, for the versions and the audit log."))
        self.tabs.setAccessibleName(self.tr("Beside the steps"))
        self.tabs.set_chips(
            [
                Chip("words", self.tr("In words")),
                Chip("try", self.tr("Try it out")),
                Chip("versions", self.tr("Versions")),
            ]
        )
        self.discard.setText(self.tr("&Discard draft"))
        self.begin_from.setText(self.tr("Begin &from"))
        self.copy.setText(self.tr("Cop&y to groups…"))
        self.set_main(self.tr("Publish version {0}").format(number + 1), "check")
        self.show_tab(self.tabs.current)
        self._follow()

    def _in_force(self, number: int) -> str:
        if not number:
            return self.tr("the first ladder is in force")
        return self.tr("version {0} is in force").format(number)

    def show_tab(self, key: str) -> None:
        """Bring a page to the front; only that one asks for room."""
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(self._pages[key])
        for page in self._pages.values():
            hidden = page is not self._stack.currentWidget()
            policy = QSizePolicy.Policy.Ignored if hidden else QSizePolicy.Policy.Preferred
            page.setSizePolicy(policy, policy)

    def _follow(self) -> None:
        """Show what follows from the ladder as it is now."""
        ladder = self.steps.ladder
        problems = ladder_problems(ladder)
        self.panel.show_ladder(ladder, problems)
        blocks = any(problem.blocks for problem in problems)
        if not blocks:
            self.tryout.show_ladder(ladder)
        missing = []
        if ladder == self._versions[0].ladder:
            missing.append(self.tr("a change"))
        if blocks:
            missing.append(self.tr("what is in red"))
        self.set_missing(missing if self._editable else [])
        self.discard.setEnabled(self.keeper.worth_keeping)
        self._impact_timer.start()

    def ask_impact(self) -> None:
        """Say whom the ladder would concern; asked by itself once nothing is typed for a while."""
        try:
            impact = self._context.desk.ladders.impact(self._group.id, self.steps.ladder)
        except GroupDeskError as error:
            self.banner.show_message(self._context.error_text(error), "danger")
        else:
            self.panel.show_impact(impact)

    def _say_newer(self) -> None:
        """Say that somebody else published since the draft was begun."""
        newest, context = self._versions[0], self._context
        if not newest.published_at:
            return
        when = context.dates.moment(from_text(newest.published_at), context.desk.clock())
        self.banner.show_message(
            self.tr(
                "{0} published version {1} on {2}, after your draft was begun. Your draft is kept."
                " Look at what is new; what you publish takes its place."
            ).format(visible(newest.published_by), newest.version, when),
            "warning",
            action_text=self.tr("Show versions"),
            action=lambda: self.show_tab("versions"),
        )

    def _say_kept(self, saved_at: str) -> None:
        now, at = self._context.desk.clock(), from_text(saved_at)
        dates = self._context.dates
        today = at.astimezone(now.tzinfo).date() == now.date()
        shown = dates.time(at, now) if today else dates.moment(at, now)
        self.set_hint(self.tr("Draft kept {0}").format(shown))
        self.discard.setEnabled(True)

    # ---- editing

    def _contents(self) -> Contents:
        payload: Mapping[str, object] = {
            "ladder": self.steps.ladder.to_json(),
            "note": self.note.text(),
            "based_on": self._based_on,
        }
        return payload, ()

    def _on_changed(self) -> None:
        self.banner.outdate()  # to undo what came before would take this back, too
        self._follow()
        self.keeper.touch()

    def _on_note(self) -> None:
        self.note_field.clear_error()
        self._on_changed()

    def _put(self, ladder: Ladder) -> None:
        self.steps.set_ladder(ladder)
        self._on_changed()

    def _on_taken_out(self, number: int) -> None:
        self.banner.show_message(
            self.tr("Step {0} is taken out of the draft.").format(number),
            "muted",
            action_text=self.tr("Put it back"),
            action=self.steps.rows.put_back,
            seconds=_TOLD_SECONDS,
        )

    def _on_version(self, version: LadderRecord) -> None:
        self._take(version.ladder)

    def _take(self, ladder: Ladder) -> None:
        before = self.steps.ladder
        self._put(ladder)
        self.show_tab("words")
        if before != ladder:
            self.banner.show_message(
                self.tr("The draft begins from that ladder now."),
                "muted",
                action_text=self.tr("Undo"),
                action=lambda: self._put(before),
                seconds=_TOLD_SECONDS,
            )

    def _fill_menu(self) -> None:
        """Offer the ladder in force, the usual one, and those of other groups."""
        menu = self.begin_from.menu()
        menu.clear()
        in_force = self._versions[0].ladder
        menu.addAction(self.tr("The ladder in force"), lambda: self._take(in_force))
        menu.addAction(self.tr("The usual ladder"), lambda: self._take(DEFAULT_LADDER))
        others = [
            group
            for group in self._context.desk.groups.all()
            if group.id != self._group.id and group.ladder not in (in_force, DEFAULT_LADDER)
        ]
        if others:
            menu.addSeparator()
        for group in others:
            name = visible(group.name).replace("&", "&&")
            menu.addAction(name, partial(self._take, group.ladder))

    # ---- leaving

    def _leave(self) -> None:
        self.set_busy(False)
        if self.keeper.draft_id is not None:
            told = self.tr("The draft of the ladder of {0} is kept.").format(self._group.name)
            self._context.notify(told, "muted", seconds=_TOLD_SECONDS)
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
        self.set_busy(True)
        self.keeper.discard(
            self.tr("The draft of the ladder was discarded."),
            self.tr("Restore draft"),
            self._drop,
            self._on_not_kept,
        )

    def _drop(self) -> None:
        self.set_busy(False)
        super().reject()

    # ---- publishing

    def _on_copy(self) -> None:
        from groupdesk.ui.dialogs.ladder_copy_dialog import LadderCopyDialog  # noqa: PLC0415

        LadderCopyDialog(self._context, self._group, self).open()

    def _publish(self) -> None:
        self.set_busy(True)
        self.keeper.settle(self._publish_now)  # a draft that is being written goes, too

    def _publish_now(self) -> None:
        ladders, operation, ladder = self._context.desk.ladders, self._operation, self.steps.ladder
        note, based_on, draft_id = self.note.text(), self._based_on, self.keeper.draft_id
        group_id = self._group.id
        self._context.runner.run(
            self,
            lambda: ladders.publish(
                operation, group_id, ladder, note=note, based_on=based_on, draft_id=draft_id
            ),
            self._on_published,
            self._on_failed,
        )

    def _on_published(self, receipt: Receipt) -> None:
        self.keeper.stop()
        self.set_busy(False)
        self._context.done(receipt)
        told = self.tr("Version {0} of the ladder is in force.").format(self._based_on + 1)
        self._context.notify(told, seconds=_TOLD_SECONDS)
        self.published.emit(receipt)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, StateChangedError) and error.code == "ladder_published":
            self._load_versions()
            self._based_on = self._versions[0].version
            self._operation = uuid.uuid4()
            self._translate_dialog()
            self._say_newer()
            return
        self.show_failure(error, self._context.error_text(error), {"note": self.note_field})
