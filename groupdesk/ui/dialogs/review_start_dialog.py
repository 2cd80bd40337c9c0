# SPDX-License-Identifier: MIT
"""Starts a review: which groups, whom it picks, what follows what; how many that are, beside."""

import uuid
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from groupdesk.domain.errors import CancelledError, GroupDeskError, ValidationError
from groupdesk.domain.records import GroupRecord, MemberRow
from groupdesk.domain.review_enums import ReviewCriterion
from groupdesk.domain.review_records import PickPreview, ReviewDone, ReviewRecord, ReviewRequest
from groupdesk.domain.reviews import MAX_DAYS, ReviewCriteria, ReviewPlan
from groupdesk.domain.text import is_blank, visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.review_work import Work, run
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.ui.widgets.review_counts import ReviewCounts
from groupdesk.ui.widgets.review_plan_form import ReviewPlanForm
from groupdesk.ui.widgets.section_label import SectionLabel

_COUNT_AFTER = 250  # milliseconds of rest before it is counted anew
_LINES = 4
_PICKS = (ReviewCriterion.INACTIVE, ReviewCriterion.NEVER_SPOKE, ReviewCriterion.OVER_SIZE)


class ReviewStartDialog(DialogFrame):
    """Nothing is written before it is started, and starting tells nobody anything."""

    def __init__(
        self,
        context: UiContext,
        on_started: Callable[[int], object],
        parent: QWidget | None = None,
        *,
        group_id: int = 0,
        like: ReviewRecord | None = None,
    ) -> None:
        """Offer `group_id`, or the groups and settings of a review `like` which it is to be."""
        super().__init__(parent)
        self._context, self._on_started = context, on_started
        self._operation = uuid.uuid4()
        self._asked = 0
        self._counting: JobHandle | None = None
        self._running: JobHandle | None = None
        self._known: tuple[GroupRecord, ...] = context.desk.groups.all()
        self._by_hand: dict[int, MemberRow] = {}
        self._named = like is not None
        self._build_fields(like.plan if like is not None else ReviewPlan())
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._timer.timeout.connect(self._count)
        self._choose(group_id, like)
        self.add_cancel()
        self._say()
        self._connect()
        self.main_requested.connect(self._start)
        self.resize(980, 700)
        self.groups.setFocus()
        self._on_change()
        self.ask_before_leaving(self._contents)

    # ---- what was said

    @property
    def chosen_groups(self) -> tuple[int, ...]:
        """The groups that are ticked."""
        ticked = Qt.CheckState.Checked
        items = [self.groups.item(at) for at in range(self.groups.count())]
        return tuple(
            one.data(Qt.ItemDataRole.UserRole) for one in items if one.checkState() == ticked
        )

    @property
    def criteria(self) -> ReviewCriteria:
        """Whom it picks."""
        pick = {one for one, check in self.picks.items() if check.isChecked()}
        if self._by_hand:
            pick.add(ReviewCriterion.OFF_PURPOSE)
        return ReviewCriteria(
            frozenset(pick), self.days.value(), self.newer.value(), self.keys.isChecked()
        )

    def _contents(self) -> object:
        """Return what a person entered; the groups are one click, and the name follows them."""
        name = self.name.text() if self._named else ""
        return name, self.note.text(), self.criteria, self.plan.plan, tuple(self._by_hand)

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_state()

    # ---- building

    def _build_fields(self, plan: ReviewPlan) -> None:
        self.groups = QListWidget(self)
        self.groups.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.name = QLineEdit(self)
        self.picks = {one: QCheckBox(self) for one in _PICKS}
        self.days = NumberField(1, MAX_DAYS, self)
        self.newer = NumberField(0, MAX_DAYS, self)
        self.keys = QCheckBox(self)
        self.mark = button("", icon_name="user-plus", parent=self)
        self.marked = label(role="secondary", parent=self, wrap=True)
        self.unmark = button("", "link", parent=self)
        self.plan = ReviewPlanForm(self._context, plan, self)
        self.note = QLineEdit(self)
        self.counts = ReviewCounts(self._context, self)
        self._whom = SectionLabel(parent=self)
        self.groups_field = FormField("", self.groups, self)
        self.name_field = FormField("", self.name, self)
        self.note_field = FormField("", self.note, self)
        self.numbers = {
            "inactive_days": FormField("", self.days, self),
            "newer_days": FormField("", self.newer, self),
        }

    def _lay_out(self) -> None:
        theme = current_theme()
        lines = min(_LINES, max(1, len(self._known)))
        self.groups.setFixedHeight(lines * theme.size("row"))
        self.form.addWidget(self.groups_field)
        self.form.addWidget(self.name_field)
        self.form.addWidget(self._whom)
        for check in self.picks.values():
            self.form.addWidget(check)
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        for field in self.numbers.values():
            row.addWidget(field, 1)
        self.form.addLayout(row)
        self.form.addWidget(self.keys)
        marks = QHBoxLayout()
        marks.addWidget(self.mark)
        marks.addWidget(self.marked, 1)
        marks.addWidget(self.unmark)
        self.form.addLayout(marks)
        self.form.addWidget(self.plan)
        self.form.addWidget(self.note_field)
        self.form.addStretch(1)
        self.side.addWidget(self.counts)
        self.side.addStretch(1)

    def _choose(self, group_id: int, like: ReviewRecord | None) -> None:
        chosen = {group_id} if like is None else {ident for ident, _ in like.groups}
        for group in self._known:
            item = QListWidgetItem(visible(group.name), self.groups)
            item.setData(Qt.ItemDataRole.UserRole, group.id)
            on = group.id in chosen or len(self._known) == 1
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        criteria = like.criteria if like is not None else ReviewCriteria()
        for one, check in self.picks.items():
            check.setChecked(one in criteria.pick)
        self.days.setValue(criteria.inactive_days)
        self.newer.setValue(criteria.newer_days)
        self.keys.setChecked(criteria.key_customers)
        self.name.setText(like.name if like is not None else "")

    def _connect(self) -> None:
        self.groups.itemChanged.connect(lambda _item: self._on_change())
        self.name.textEdited.connect(self._on_name)
        for check in (*self.picks.values(), self.keys):
            check.toggled.connect(lambda _on: self._on_change())
        for number in (self.days, self.newer):
            number.valueChanged.connect(lambda _value: self._on_change())
        self.mark.clicked.connect(self._ask_member)
        self.unmark.clicked.connect(self._take_marks_back)

    # ---- words

    def _say(self) -> None:
        self.set_head(
            self.tr("Start a review"),
            self.tr("A look at who is still with us. It decides nothing and tells nobody."),
            sign="calendar-check",
        )
        self.groups_field.set_caption(self.tr("&Groups"))
        self.name_field.set_caption(self.tr("&Name of the review"))
        self._whom.setText(self.tr("Whom it picks"))
        self.picks[ReviewCriterion.INACTIVE].setText(self.tr("&Inactive for long"))
        self.picks[ReviewCriterion.NEVER_SPOKE].setText(self.tr("Never &spoke"))
        self.picks[ReviewCriterion.OVER_SIZE].setText(
            self.tr("Group over its &limit: the longest silent")
        )
        self.numbers["inactive_days"].set_caption(self.tr("Inactive for so many &days"))
        self.numbers["newer_days"].set_caption(self.tr("Leave out who &joined in the last days"))
        self.keys.setText(self.tr("Look at &key customers, too"))
        self.mark.setText(self.tr("Mark somebody as off &purpose…"))
        self.unmark.setText(self.tr("Take back"))
        self.note_field.set_caption(self.tr("N&ote, may stay empty"))
        self.set_main(self.tr("Start review"), "calendar-check")
        self._show_marked()
        if not self._named:
            self.name.setText(self._usual_name())

    def _usual_name(self) -> str:
        names = {group.id: group.name for group in self._known}
        chosen = [names[ident] for ident in self.chosen_groups]
        now = self._context.desk.clock()
        day = self._context.dates.day(now.date(), now.date())
        if len(chosen) == 1:
            return self.tr("{0}, {1}").format(chosen[0], day)
        return self.tr("Review of {0}").format(day)

    def _show_marked(self) -> None:
        names = self.tr(", ").join(one.name for one in self._by_hand.values())
        self.marked.setText(names or self.tr("nobody so far"))
        self.unmark.setVisible(bool(names))

    def _take_marks_back(self) -> None:
        self._by_hand.clear()
        self.mark.setFocus()
        self._on_change()

    def _show_state(self) -> None:
        found, missing = self.counts.found, []
        if not self.chosen_groups:
            missing.append(self.tr("a group"))
        if not self.criteria.pick:
            missing.append(self.tr("whom it picks"))
        if is_blank(self.name.text()):
            missing.append(self.tr("a name"))
        if not missing and found is None:
            missing.append(self.tr("a look at the members"))
        elif not missing and found is not None and not found.picked:
            missing.append(self.tr("somebody who fits"))
        self.set_missing(missing)
        self.days.setEnabled(self.picks[ReviewCriterion.INACTIVE].isChecked())

    # ---- following

    def _on_name(self) -> None:
        self._named = True
        self.name_field.clear_error()
        self._show_state()

    def _on_change(self) -> None:
        if not self._named:
            self.name.setText(self._usual_name())
        for field in (self.groups_field, *self.numbers.values()):
            field.clear_error()
        chosen = self.chosen_groups  # whoever is in no group of the review is not marked in it
        self._by_hand = {i: one for i, one in self._by_hand.items() if one.group_id in chosen}
        self._show_marked()
        self._asked += 1
        self._stop_counting()
        self.counts.show_groups(self.chosen_groups, self.criteria)
        self._show_state()
        if self.chosen_groups and self.criteria.pick:
            self._timer.start()

    def _ask_member(self) -> None:
        from groupdesk.ui.dialogs.member_choice_dialog import (  # noqa: PLC0415
            MemberChoiceDialog,
        )

        chosen = [one for one in self._known if one.id in self.chosen_groups]
        group = chosen[0] if len(chosen) == 1 else None
        dialog = MemberChoiceDialog(self._context, group, self, off_purpose=True)
        dialog.chosen.connect(self.add_by_hand)
        dialog.open()

    def add_by_hand(self, membership_id: int) -> None:
        """Mark a member of the chosen groups as off purpose; where none is, of any group."""
        try:
            detail = self._context.desk.members.detail(membership_id)
        except GroupDeskError as error:
            self.banner.show_message(self._context.error_text(error), "warning")
            return
        if not self.chosen_groups:
            self._tick(detail.group.id)
        if detail.group.id not in self.chosen_groups:
            text = self.tr(
                "{0} is in {1}, which this review does not look at. Choose that group first."
            )
            name, group = detail.row.name, detail.group.name
            self.banner.show_message(text.format(name, group), "warning")
            return
        self.banner.dismiss()
        self._by_hand[membership_id] = detail.row
        self._on_change()

    def _tick(self, group_id: int) -> None:
        for at in range(self.groups.count()):
            item = self.groups.item(at)
            if item.data(Qt.ItemDataRole.UserRole) == group_id:
                item.setCheckState(Qt.CheckState.Checked)

    # ---- counting

    def _members(self, groups: Sequence[int]) -> int:
        return sum(one.members for one in self._known if one.id in groups)

    def _count(self) -> None:
        self._stop_counting()
        asked, groups, criteria = self._asked, self.chosen_groups, self.criteria
        by_hand = tuple(self._by_hand)
        reviews = self._context.desk.upkeep.reviews

        def show(found: PickPreview) -> None:
            if asked == self._asked:
                self.counts.show_found(found)
                self._show_state()

        def failed(error: Exception) -> None:
            if asked == self._asked and not isinstance(error, CancelledError):
                self.show_failure(error, self._context.error_text(error), self._fields())

        work = Work(
            lambda: reviews.preview(groups, criteria, by_hand),
            "reviews.preview",
            {"groups": groups, "criteria": criteria, "by_hand": by_hand},
            reads=True,
        )
        self._counting = run(self._context, self, work, self._members(groups), show, failed)

    def _stop_counting(self) -> None:
        counting, self._counting = self._counting, None
        if counting is not None:
            counting.cancel()

    # ---- starting

    def _fields(self) -> dict[str, FormField]:
        return {
            "name": self.name_field,
            "groups": self.groups_field,
            **self.numbers,
            **self.plan.fields,
        }

    def _start(self) -> None:
        found = self.counts.found
        request = ReviewRequest(
            self._operation,
            self.name.text(),
            self.chosen_groups,
            self.criteria,
            self.plan.plan,
            self.note.text(),
            tuple(self._by_hand),
            found.picked if found is not None else None,
        )
        reviews = self._context.desk.upkeep.reviews
        work = Work(lambda: reviews.start(request), "reviews.start", {"request": request})
        self.set_busy(True)
        running = run(
            self._context,
            self,
            work,
            self._members(request.groups),
            self._on_recorded,
            self._on_failed,
            lambda _stage, done, whole: self.show_progress(done, whole),
        )
        if running is not None and self.busy:
            self._running = running
            self.set_busy(True, stop=running.cancel)

    def _on_recorded(self, done: ReviewDone) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(done.receipt)
        self._context.notify(
            self.tr("The review is started: %n member(s) to decide about.", "", done.members),
            seconds=8,
        )
        self._on_started(done.receipt.subject_id)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.set_hint("")
        self._operation = uuid.uuid4()
        if isinstance(error, CancelledError):
            self.banner.show_message(self.tr("Stopped. No review was started."), "muted")
            return
        self.show_failure(error, self._context.error_text(error), self._fields())
        if isinstance(error, GroupDeskError) and not isinstance(error, ValidationError):
            self._count()
