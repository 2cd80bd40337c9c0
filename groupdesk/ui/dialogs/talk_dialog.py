# SPDX-License-Identifier: MIT
"""Plans and logs a private talk: thanks, problem, cause, suggestion, agreement, follow-up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import DraftRecord, TalkRequest
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.domain.talk_records import PlannedTalk, PlanRequest
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.talk_words import TalkWords
from groupdesk.ui.widgets.composer_frame import ComposerFrame
from groupdesk.ui.widgets.draft_frame import TOLD_SECONDS
from groupdesk.ui.widgets.opening_panel import OpeningPanel
from groupdesk.ui.widgets.talk_form import HELD, PLAN, TalkForm
from groupdesk.ui.widgets.talk_guide import TalkGuide

_NOBODY = UUID(int=0)


class TalkDialog(ComposerFrame):
    """Before, during and after the talk: plan it, have the questions at hand, write it down."""

    def __init__(
        self,
        context: UiContext,
        detail: MemberDetail,
        parent: QWidget | None = None,
        *,
        plan: PlannedTalk | None = None,
        begin_with: str = HELD,
    ) -> None:
        """Begin with the draft that was kept for this member, with `plan`, or empty.

        `begin_with` says what an empty form is for: a talk that was held, or one to plan.
        """
        super().__init__(
            context,
            detail,
            "talk",
            parent,
            contents=self._form_contents,
            restore=self._restore_form,
            kept_text=self._said_when_kept,
        )
        self._operations: dict[TalkRequest | PlanRequest, UUID] = {}
        self._opened_with = ""  # the template of the opening that was copied
        self._plan: PlannedTalk | None = None
        self.talk = TalkForm(context, detail, self)
        self.guide = TalkGuide(context, detail, self)
        self.opening = OpeningPanel(context, detail, self)
        self.form.addWidget(self.talk)
        self.form.addStretch(1)
        self.add_pages("guide", self.guide, opening=self.opening)
        self.talk.take_talks(self.guide.agreements)
        self.talk.set_mode(begin_with)
        self._translate_dialog()
        self.begin()
        if plan is not None:
            self._take_plan(plan)
        self.opening.set_rule(self.talk.rule.rule)
        self._connect()
        self._translate_dialog()
        self.take_evidence_from(self.talk.evidence)
        self.resize(self.sizeHint())
        self.talk.parts["thanks"].setFocus()
        self._offer_plan()

    # ---- the draft

    def _form_contents(self) -> Contents:
        """Return what the form holds."""
        contents = self.talk.payload() | {"opening": self._opened_with}
        return contents, self.talk.evidence.uses()

    def _restore_form(self, draft: DraftRecord) -> None:
        """Take back what the form held."""
        self.talk.restore(draft.payload)
        self._opened_with = str(draft.payload.get("opening", ""))
        self.talk.evidence.set_records(draft.evidence)

    def _said_when_kept(self) -> str:
        """Say that it was kept."""
        return self.tr("The talk with {0} is kept as a draft.").format(self.detail.row.name)

    # ---- the plan

    def _take_plan(self, plan: PlannedTalk) -> None:
        self._plan = plan
        self.talk.take_plan(plan)
        self._translate_dialog()

    def _offer_plan(self) -> None:
        """Say that a talk is planned already, where one did not come from there."""
        plans = self.context.desk.talk_plans.of_member(self.detail.row.id)
        if self._plan is not None or not plans:
            return
        plan = plans[0]
        self.banner.show_message(
            self.tr("{0}, by {1}.").format(self._words().planned(plan), plan.planned_by),
            "accent",
            action_text=self.tr("Go on with it"),
            action=partial(self._take_plan, plan),
        )

    def _words(self) -> TalkWords:
        context = self.context
        return TalkWords(context.translations.words, context.dates, context.desk.clock())

    # ---- building

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def _connect(self) -> None:
        self.talk.changed.connect(self._on_changed)
        self.history.reloaded.connect(self._translate_dialog)
        self.opening.copied.connect(self._on_copied)
        self.main_requested.connect(self._record)

    def _translate_dialog(self) -> None:
        name = self.detail.row.name
        below = self.tr("{0} · thank, ask, listen, agree").format(self.detail.group.name)
        if self._plan is not None:
            below = f"{self.detail.group.name} · {self._words().planned(self._plan)}"
        self.set_head(self.tr("Talk with {0}").format(name), below, name=name)
        self.name_pages(self.tr("Guide"), self.tr("Opening"))
        self._show_state()

    # ---- following the form

    def _on_changed(self) -> None:
        self.opening.set_rule(self.talk.rule.rule)
        self.keeper.touch()
        self._show_state()

    def _show_state(self) -> None:
        mode = self.talk.current_mode
        if mode == PLAN:
            changed = self._plan is not None
            self.set_main(
                self.tr("Change plan") if changed else self.tr("Plan talk"), "calendar-clock"
            )
        elif mode == HELD:
            self.set_main(self.tr("Record talk"), "messages-square")
        else:
            self.set_main(self.tr("Record that it was offered"), "messages-square")
        self.set_missing(self.talk.missing())

    # ---- recording

    def _request(self) -> TalkRequest | PlanRequest:
        """Return what the form says, the same for the same contents."""
        return self._plan_request() if self.talk.current_mode == PLAN else self._talk_request()

    def _plan_request(self) -> PlanRequest:
        form, parts = self.talk, self.talk.texts()
        return PlanRequest(
            operation=_NOBODY,
            membership_id=self.detail.row.id,
            due_on=form.planned_on.day,
            due_time=form.at.time,
            channel=form.chosen_channel,
            thanks=parts["thanks"],
            problem=parts["problem"],
            cause=parts["cause"],
            suggestion=parts["suggestion"],
            agreement=parts["agreement"],
            took_part=form.took_part.text(),
            rule_id=form.rule.rule.id if form.rule.rule else None,
            task_id=self._plan.task_id if self._plan is not None else 0,
        )

    def _talk_request(self) -> TalkRequest:
        form, parts = self.talk, self.talk.texts()
        return TalkRequest(
            operation=_NOBODY,
            membership_id=self.detail.row.id,
            happened_at=form.happened.moment(),
            channel=form.chosen_channel,
            thanks=parts["thanks"],
            problem=parts["problem"],
            cause=parts["cause"],
            suggestion=parts["suggestion"],
            agreement=parts["agreement"],
            took_part=form.took_part.text() if form.current_mode == HELD else "",
            follow_up_on=form.follow_up.day,
            rule_id=form.rule.rule.id if form.rule.rule else None,
            evidence=form.evidence.uses(),
            not_held=form.not_held,
            plan_id=self._plan.task_id if self._plan is not None else 0,
            template=self._opened_with,
            follows_up=form.follows_up.task_id,
            kept=form.follows_up.answer,
        )

    def _record(self) -> None:
        request = self._request()
        operation = self._operations.setdefault(request, uuid4())
        seen = self.seen_seq
        self.set_busy(True)

        def send() -> None:
            work = self._work(request, operation, seen)
            self.context.runner.run(self, work, self._on_recorded, self._on_failed)

        self.keeper.settle(send)

    def _work(
        self, request: TalkRequest | PlanRequest, operation: UUID, seen: int
    ) -> Callable[[], Receipt]:
        desk, draft = self.context.desk, self.keeper.draft_id
        if isinstance(request, PlanRequest):
            plan = replace(request, operation=operation, draft_id=draft, seen_seq=seen)
            return partial(desk.talk_plans.plan, plan)
        talk = replace(request, operation=operation, draft_id=draft, seen_seq=seen)
        return partial(desk.talks.record, talk)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        said = self._recorded_text()
        self.accept()
        self.context.done(receipt)
        self.context.notify(said, seconds=TOLD_SECONDS)

    def _recorded_text(self) -> str:
        """Say what was recorded; that an earlier talk is followed up, too."""
        said = self._said_of_talk()
        if self.talk.current_mode == PLAN or not self.talk.follows_up.task_id:
            return said
        return self.tr("{0} The earlier follow-up is done.").format(said)

    def _said_of_talk(self) -> str:
        form, name = self.talk, self.detail.row.name
        now = self.context.desk.clock()
        if form.current_mode == PLAN:
            when = self._words().when(form.planned_on.day, form.at.time)
            return self.tr("The talk with {0} is planned for {1}.").format(name, when)
        later = form.follow_up.day
        shown = self.context.dates.day(date.fromisoformat(later), now.date()) if later else ""
        if form.current_mode == HELD:
            if later:
                text = self.tr("The talk with {0} is recorded. Follow-up on {1}.")
                return text.format(name, shown)
            return self.tr("The talk with {0} is recorded.").format(name)
        if later:
            text = self.tr("Recorded: a talk was offered to {0}. Try again on {1}.")
            return text.format(name, shown)
        return self.tr("Recorded: a talk was offered to {0}.").format(name)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.keeper.touch()
        over = self._let_go(error.code) if isinstance(error, StateChangedError) else ""
        text = over or self.context.error_text(error)
        self.show_failure(error, text, self.talk.fields_by_name)

    def _let_go(self, code: str) -> str:
        """Let go of a plan or follow-up that somebody else ended, and return what to say of it."""
        if code == "plan_over":
            self._plan = None
            self._translate_dialog()
            return self.tr(
                "Somebody ended the planned talk in the meantime, so nothing was recorded yet. What"
                " you wrote is all here: record it once more, as a talk of its own."
            )
        if code == "step_done":
            self.talk.take_talks(self.context.desk.follow_ups.agreements(self.detail.row.id))
            return self.tr(
                "Somebody recorded the follow-up in the meantime, so nothing was recorded yet. What"
                " you wrote is all here: record it once more, without the follow-up."
            )
        return ""

    def _on_copied(self, text: str, template_id: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._opened_with = template_id
        self.keeper.touch()
        platform = self.context.translations.words(f"platform.{self.detail.group.platform.value}")
        said = self.tr("Copied. Send it in {0}; the talk is recorded once it took place.")
        self.banner.show_message(said.format(platform), "accent", seconds=TOLD_SECONDS)
