# SPDX-License-Identifier: MIT
"""Beside a review that is being started: how many it picks, whom it leaves out, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.review_enums import ReviewCriterion, ReviewLeftOut
from groupdesk.domain.review_records import PickPreview
from groupdesk.domain.reviews import ReviewCriteria
from groupdesk.services.group_notes import WHY, newest
from groupdesk.ui.context import UiContext
from groupdesk.ui.group_words import note_lines
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class ReviewCounts(QWidget):
    """The counts add up; a line of its own opens the names of those who are left out."""

    def __init__(self, context: UiContext, parent: QWidget | None = None, review: int = 0) -> None:
        """Start without counts; `review` is the one that looks, where it was started already."""
        super().__init__(parent)
        self._context, self._review = context, review
        self._groups: tuple[int, ...] = ()
        self._criteria = ReviewCriteria()
        self.found: PickPreview | None = None
        self._head = SectionLabel(parent=self)
        self.picked = label(role="title", parent=self, wrap=True)
        self.why = FactList(self)
        self._out_head = SectionLabel(parent=self)
        self._out_text = label(role="secondary", parent=self, wrap=True)
        self.out: dict[ReviewLeftOut, QPushButton] = {
            reason: button("", "link", parent=self) for reason in ReviewLeftOut
        }
        self._notes_head = SectionLabel(parent=self)
        self.notes = label(role="secondary", parent=self, wrap=True, selectable=True)
        self._lay_out()
        for reason, made in self.out.items():
            made.clicked.connect(lambda _on=False, one=reason: self._open(one))
        self._say()

    def show_groups(self, groups: Sequence[int], criteria: ReviewCriteria) -> None:
        """Take other groups or criteria: the counts are made anew by whoever asks."""
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self._show_notes()
        self._criteria = criteria
        self.found = None
        self._say()

    def show_found(self, found: PickPreview) -> None:
        """Show counts."""
        self.found = found
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_notes()
        super().changeEvent(event)

    # ---- inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        for part in (self._head, self.picked, self.why, self._out_head, self._out_text):
            column.addWidget(part)
        for made in self.out.values():
            made.setProperty("align", "start")
            made.hide()
            column.addWidget(made)
        column.addWidget(self._notes_head)
        column.addWidget(self.notes)

    def _say(self) -> None:
        words, found = self._context.translations.words, self.found
        self._head.setText(self.tr("Would be picked"))
        self._out_head.setText(self.tr("Left out, whatever they do"))
        self._notes_head.setText(self.tr("What this group is for"))
        self._out_text.setText(
            self.tr("What is not known is never taken for silence.")
            if found is not None
            else self.tr("Protected members, owners, bots and whose activity nobody knows.")
        )
        if found is None:
            self.picked.setText(self.tr("Counting…") if self._groups else "–")
            self.why.set_facts([])
        else:
            text = self.tr("{0} of {1}")
            self.picked.setText(text.format(f"{found.picked:,}", f"{found.members:,}"))
            counts = [
                (words(f"review_criterion.{one.value}"), found.why.get(one, 0))
                for one in ReviewCriterion
            ]
            asked = {words(f"review_criterion.{one.value}") for one in self._criteria.pick}
            facts = [(name, f"{count:,}") for name, count in counts if count or name in asked]
            facts.append((self.tr("Fit no criterion"), f"{found.fits_none:,}"))
            self.why.set_facts([*facts, *self._sizes(found), *self._known_to(found)])
        for reason, made in self.out.items():
            count = found.left_out.get(reason, 0) if found is not None else 0
            name = words(f"review_left_out.{reason.value}")
            made.setText(words("review_count.line", name=name, count=f"{count:,}"))
            made.setToolTip(self.tr("Show who they are"))
            made.setVisible(bool(count))

    def _sizes(self, found: PickPreview) -> list[tuple[str, str]]:
        """Say by how many the groups are beyond their limits, or that none is."""
        if ReviewCriterion.OVER_SIZE not in self._criteria.pick or not found.groups:
            return []
        if over := sum(one.over_by for one in found.groups):
            return [(self.tr("Beyond the size limit"), f"{over:,}")]
        if len(found.groups) > 1:
            return [(self.tr("Size limit"), self.tr("no group is over its own"))]
        one = found.groups[0]
        if one.limit is None:
            return [(self.tr("Size limit"), self.tr("this group has none"))]
        fits = one.looked_at <= one.limit  # else it does without those who are about to go
        counted = one.looked_at if fits else one.staying
        said = self.tr("not over it ({0} of {1})").format(f"{counted:,}", f"{one.limit:,}")
        return [(self.tr("Size limit"), said)]

    def _known_to(self, found: PickPreview) -> list[tuple[str, str]]:
        """Say until when activity is known at least, of several groups of which."""
        read = [one for one in found.groups if one.read_at]
        if not read:
            return []
        oldest = min(read, key=lambda one: one.read_at)
        now = self._context.desk.clock()
        day = from_text(oldest.read_at).astimezone(now.tzinfo).date()
        said = self._context.dates.day(day, now.date())
        if len(found.groups) > 1:
            said = self.tr("{0} ({1})").format(said, oldest.group_name)
        return [(self.tr("Activity known up to"), said)]

    def _show_notes(self) -> None:
        """Say in the words of the day on which somebody wrote it why each group is there."""
        desk, dates = self._context.desk, self._context.dates
        now, words = desk.clock(), self._context.translations.words
        lines = []
        for group in self._groups:
            try:
                notes, name = desk.upkeep.group_notes.of_group(group), desk.groups.get(group).name
            except GroupDeskError:
                continue  # archived or gone meanwhile: the counts say so
            why = newest(notes, *WHY)
            # what was said since, "kept" for instance, stands beside it and not in its place
            later = [one for one in notes[:1] if one is not why]
            told = []
            for note in filter(None, (why, *later)):
                day = dates.day(from_text(note.at).astimezone(now.tzinfo).date(), now.date())
                kind = words(f"group_note_kind.{note.kind.value}")
                when = self.tr("{0} · {1} · {2}").format(kind, day, note.operator)
                told.append("\n".join([when, *note_lines(words, note)]))
            if told:
                head = [name] if len(self._groups) > 1 else []
                lines.append("\n".join([*head, *told]))
        self.notes.setText("\n\n".join(lines))
        self._notes_head.setVisible(bool(lines))
        self.notes.setVisible(bool(lines))

    def _open(self, reason: ReviewLeftOut) -> None:
        from groupdesk.ui.dialogs.review_left_out_dialog import (  # noqa: PLC0415  # seldom
            ReviewLeftOutDialog,
        )

        asked = (self._groups, self._criteria, reason, self._review)
        ReviewLeftOutDialog(self._context, *asked, parent=self.window()).open()
