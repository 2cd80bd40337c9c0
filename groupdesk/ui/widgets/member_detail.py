# SPDX-License-Identifier: MIT
"""One member: who, where they stand, what can be done, and what was done."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import MembershipState, SubjectKind
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.removable import why_not_removable
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.standing_words import standing_pill, step_name, step_names, tone_of
from groupdesk.ui.talk_acts import TalkActs
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.also_in import AlsoIn
from groupdesk.ui.widgets.ask_back_button import AskBackButton
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.buttons import button, icon_button, name_button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.member_fields_panel import MemberFieldsPanel
from groupdesk.ui.widgets.member_marks import MemberMarks
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.standing_steps import StandingSteps
from groupdesk.ui.widgets.timeline_view import TimelineView

_ACTS = ("talk.record", "warning.compose", "member.remove")
_MENU = (
    "talk.plan",
    "recognition.record",
    "case.open",
    "exit.record",
    "person.open",
    "member.edit",
    "removal.answer",
    "removal.steps",
    "member.remove_everywhere",
    "report.case",
)


class MemberDetailPanel(QWidget):
    """The right side of the members page."""

    member_requested = Signal(int, int)
    """Group and membership of the same person elsewhere."""

    def __init__(self, context: UiContext, acts: MemberActs, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self._context = context
        self._acts = acts
        self._talks = TalkActs(context, self)
        self.ask_back = AskBackButton(context, acts, self)
        self._detail: MemberDetail | None = None
        self._shown = 0
        self.setMinimumWidth(360)
        self._nobody = EmptyState("user", self)
        self._body = QWidget(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._build()
        self._translate()
        self.setFocusProxy(self.timeline)

    @property
    def detail(self) -> MemberDetail | None:
        """Who is shown, None for nobody."""
        return self._detail

    def show_nobody(self) -> None:
        """Show no member."""
        self._detail = None
        self._shown = 0
        self._stack.setCurrentWidget(self._nobody)
        self._enable()

    def show_member(self, membership_id: int) -> None:
        """Show a member, or nobody when it is gone."""
        same = membership_id == self._shown
        try:
            self._detail = self._context.desk.members.detail(membership_id)
            entries = self._context.desk.timeline.of_member(membership_id, everywhere=True)
        except GroupDeskError:
            self.show_nobody()
            return
        self._shown = membership_id
        self._stack.setCurrentWidget(self._body)
        self._say()
        self.timeline.set_entries(entries, keep_position=same)
        self._enable()

    def reload(self) -> None:
        """Read the member again."""
        if self._shown:
            self.show_member(self._shown)

    def show_details(self, *, shown: bool) -> None:
        """Show or hide the fields that are changed in place."""
        self._more_facts.setChecked(shown)

    def bind_acts(self) -> None:
        """Take over the acts on a member."""
        acts = self._context.acts
        acts.bind("talk.record", lambda: self._do(self._acts.talk))
        acts.bind("talk.plan", lambda: self._do(self._acts.plan_talk))
        acts.bind("recognition.record", lambda: self._do(self._talks.recognise))
        acts.bind("warning.compose", lambda: self._do(self._acts.warn))
        acts.bind("member.remove", lambda: self._do(self._acts.remove))
        acts.bind("case.open", lambda: self._do(self._acts.open_case))
        acts.bind("exit.record", lambda: self._do(self._record_exit))
        acts.bind("member.edit", lambda: self._do(self._acts.edit_member))
        acts.bind("person.open", self._open_person)
        acts.bind("member.remove_everywhere", lambda: self._do(self._acts.remove_everywhere))
        acts.bind("removal.answer", lambda: self._do(self._answer))
        acts.bind("removal.steps", self._carry_out)
        acts.bind("report.case", self._print)
        self._enable()

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            if self._detail is not None:
                self._say()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        gap = theme.size("space_m")
        column = QVBoxLayout(self._body)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(gap)
        self._avatar = Avatar("", "avatar_head", self)
        self._name = ElidedLabel(role="title", parent=self)
        self._pill = Pill(parent=self)
        self._meta = label(role="muted", parent=self, wrap=True, selectable=True)
        named = FlowLayout(spacing=theme.size("space_s"))  # a long name is not cut for the pill
        named.addWidget(self._name)
        named.addWidget(self._pill)
        self._marks = MemberMarks(self._context, self)
        head = QHBoxLayout()
        head.setSpacing(gap)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._build_who(named), 1)
        column.addLayout(head)
        self.fields = MemberFieldsPanel(self._context, self)
        column.addWidget(self.fields)
        column.addLayout(self._build_acts())
        column.addWidget(self._build_standing())
        self._timeline_head = SectionLabel(parent=self)
        column.addWidget(self._timeline_head)
        self.timeline = TimelineView(self._context, self._acts, self)
        self._timeline_head.setBuddy(self.timeline)
        column.addWidget(self.timeline, 1)

    def _build_who(self, named: FlowLayout) -> QVBoxLayout:
        who = QVBoxLayout()
        who.setSpacing(current_theme().size("space_xs"))
        who.addLayout(named)
        who.addWidget(self._marks, 0, Qt.AlignmentFlag.AlignLeading)  # beside, they cut the name
        who.addWidget(self._meta)
        self._facts = label(role="secondary", parent=self, wrap=True, selectable=True)
        who.addWidget(self._facts)
        self._more_facts = button("", "link", parent=self)
        self._more_facts.setCheckable(True)
        self._more_facts.setChecked(self._context.settings.values.member_details)
        self._more_facts.toggled.connect(self._on_more_facts)
        who.addWidget(self._more_facts, 0, Qt.AlignmentFlag.AlignLeading)
        self._also = AlsoIn(self)
        self._also.member_requested.connect(self.member_requested)
        who.addWidget(self._also)
        self.exit_button = button("", "link", "log-out", self)
        self.exit_button.clicked.connect(self._show_exit)
        who.addWidget(self.exit_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._answer_button = self._context.acts.button("removal.answer", parent=self)
        who.addWidget(self._answer_button, 0, Qt.AlignmentFlag.AlignLeading)
        who.addWidget(self.ask_back)
        self._for_the_record = label(role="secondary", parent=self, wrap=True)
        who.addWidget(self._for_the_record)
        return who

    def _build_acts(self) -> QHBoxLayout:
        acts = self._context.acts
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_s"))
        for act_id in _ACTS:
            row.addWidget(acts.button(act_id, parent=self))
        row.addStretch(1)
        self._more = icon_button("ellipsis", "", self)
        self._more.setMenu(acts.menu(_MENU, self))
        row.addWidget(self._more)
        return row

    def _build_standing(self) -> QFrame:
        theme = current_theme()
        panel = QFrame(self)
        panel.setProperty("surface", "panel")
        self._standing_head = SectionLabel(parent=panel)
        self._next = label(role="muted", parent=panel)
        self._steps = StandingSteps(panel)
        top = QHBoxLayout()
        top.addWidget(self._standing_head)
        top.addStretch(1)
        top.addWidget(self._next)
        column = QVBoxLayout(panel)
        column.setContentsMargins(*(theme.size("space_m"),) * 4)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(top)
        column.addWidget(self._steps)
        return panel

    # ---- words

    def _translate(self) -> None:
        self._nobody.set_texts(
            self.tr("Nobody chosen"),
            self.tr("Choose a member to see what was done and what is next."),
        )
        self._standing_head.setText(self.tr("Standing"))
        self._timeline_head.setText(self.tr("Timeline"))
        self._show_facts()
        name_button(self._more, self.tr("More acts"))

    def _say(self) -> None:
        detail = self._detail
        if detail is None:
            return
        words, dates = self._context.translations.words, self._context.dates
        now = self._context.desk.clock()
        row, ladder = detail.row, detail.group.ladder
        self._avatar.set_name(row.name)
        nick = row.nickname if row.nickname and row.nickname != row.name else ""
        self._name.setText(visible(f"{row.name}  {nick}".strip()))
        text, tone = standing_pill(words, ladder, row, now)
        active = row.state is MembershipState.ACTIVE
        if row.standing_until and active and not row.removal_decided:
            day = dates.day(from_text(row.standing_until).astimezone(now.tzinfo).date(), now.date())
            text = words("standing.until", step=text, date=day)
        self._pill.show_word(text, tone)
        self._marks.show_member(detail)
        self._say_removal(detail)
        self._meta.setText(self._meta_text(detail))
        self._also.show_groups(detail.also_in)
        self.exit_button.setText(self.tr("Wants to leave"))
        self.exit_button.setVisible(bool(detail.exit_id))
        at = detail.position
        self._steps.set_steps(
            step_names(words, ladder), at, tone_of(ladder, at), {0, at, *detail.steps_taken}
        )
        self._next.setText(self._next_text(detail))
        self._next.setVisible(active and not detail.removal_pending)
        facts = self._fact_text(detail)
        self._facts.setText(facts)
        self.fields.show_member(detail)
        self._show_facts()

    def _next_text(self, detail: MemberDetail) -> str:
        """Return which step comes next, and since when nothing counts any more."""
        words = self._context.translations.words
        step = step_name(words, detail.group.ladder, detail.next_position)
        if not detail.clean_since:
            return self.tr("Next step by the ladder: {0}").format(step)
        now = self._context.desk.clock()
        day = from_text(detail.clean_since).astimezone(now.tzinfo).date()
        return self.tr("Clean slate since {0} · next: {1}").format(
            self._context.dates.day(day, now.date()), step
        )

    def _on_more_facts(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self._context.settings.values.member_details = shown
        self._show_facts()

    def _show_facts(self) -> None:
        shown = self._more_facts.isChecked()
        self.fields.setVisible(shown)
        self._facts.setVisible(bool(self._facts.text()) and not shown)
        self._more_facts.setText(self.tr("Hide details") if shown else self.tr("Show details"))

    def _say_removal(self, detail: MemberDetail) -> None:
        """Offer to answer a request; say what a removal of somebody who has left is for."""
        self._answer_button.setVisible(bool(detail.removal_waiting))
        left = detail.row.state is MembershipState.LEFT and not why_not_removable(detail)
        self._for_the_record.setVisible(left)
        self._for_the_record.setText(
            self.tr(
                "Not in the group any more. A removal can still be recorded: it says why they"
                " should not come back, and GroupDesk tells you if they do."
            )
        )

    def _meta_text(self, detail: MemberDetail) -> str:
        dates, now = self._context.dates, self._context.desk.clock()
        parts = [detail.fields.handle or detail.fields.external_id]
        if detail.joined_at:
            joined = from_text(detail.joined_at).astimezone(now.tzinfo).date()
            parts.append(self.tr("joined {0}").format(dates.day(joined, now.date())))
        if detail.ended_at:
            ended = from_text(detail.ended_at).astimezone(now.tzinfo).date()
            parts.append(self.tr("ended {0}").format(dates.day(ended, now.date())))
        if detail.fields.company:
            parts.append(detail.fields.company)
        return " · ".join(filter(None, parts))

    def _fact_text(self, detail: MemberDetail) -> str:
        fields = detail.fields
        parts = []
        if "warning" in detail.drafts:
            parts.append(self.tr("A warning is being drafted"))
        if "removal" in detail.drafts:
            parts.append(self.tr("A removal is being drafted"))
        if "talk" in detail.drafts:
            parts.append(self.tr("A talk is being drafted"))
        if "exit" in detail.drafts:
            parts.append(self.tr("A request to leave is being drafted"))
        if "case" in detail.drafts:
            parts.append(self.tr("A case is being drafted"))
        parts += [text for text in (fields.phone, fields.email) if text]
        parts += [f"#{tag}" for tag in fields.tags]
        if fields.note:
            parts.append(fields.note)
        return " · ".join(parts)

    # ---- acts

    def _enable(self) -> None:
        acts, detail = self._context.acts, self._detail
        writable = not self._context.desk.workspace.database.read_only
        there = detail is not None and writable
        active = there and detail is not None and detail.row.state is MembershipState.ACTIVE
        for act_id in (*_ACTS, "talk.plan", "recognition.record"):
            acts.enable(act_id, active)
        self.ask_back.show_member(detail if there else None)
        code = why_not_removable(detail) if detail is not None else ""
        words, why = self._context.translations.words, f"not_removable.{code}"
        against = words(why, name=detail.row.name) if detail is not None and why in words else ""
        acts.enable("member.remove", there and code != "member_not_active", against)
        acts.enable("removal.answer", there and bool(detail and detail.removal_waiting))
        elsewhere = active and detail is not None and bool(detail.also_in)
        acts.enable("member.remove_everywhere", elsewhere)
        for act_id in ("member.edit", "case.open"):
            acts.enable(act_id, there)
        left = there and detail is not None and detail.row.state is MembershipState.LEFT
        acts.enable("exit.record", active or left)
        acts.enable("person.open", detail is not None)
        acts.enable("removal.steps", there and detail is not None and bool(detail.removal_pending))
        acts.enable("report.case", detail is not None and detail.row.cases > 0)

    def _do(self, act: object) -> None:
        if self._detail is not None and callable(act):
            act(self._detail)

    def _answer(self, detail: MemberDetail) -> None:
        self._acts.answer_request(detail.removal_waiting)

    def _record_exit(self, detail: MemberDetail) -> None:
        from groupdesk.ui.exit_acts import ExitActs  # noqa: PLC0415  # a start needs none of it

        ExitActs(self._context, self).record(detail)

    def _show_exit(self) -> None:
        if self._detail is not None:
            self._context.go_to_request(SubjectKind.EXIT, self._detail.exit_id)

    def _open_person(self) -> None:
        if self._detail is not None:
            self._acts.open_person(self._detail.row.person_id)

    def _carry_out(self) -> None:
        if self._detail is not None and self._detail.removal_pending:
            self._acts.carry_out(self._detail.removal_pending)

    def _print(self) -> None:
        if self._detail is None:
            return
        cases = self._context.desk.cases.rows(membership_id=self._detail.row.id, limit=1)
        if cases:
            self._acts.print_case(cases[0].number)
