# SPDX-License-Identifier: MIT
"""The join check beside the form: what the group is for, its room, and what is known of somebody.

Nothing here keeps anybody from being added; it is seen before, and recorded with it.
"""

from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from groupdesk.domain.group_size import Room
from groupdesk.domain.person_records import JoinAnswer, JoinCheck, Match
from groupdesk.domain.records import GroupRecord, MemberFields
from groupdesk.ui.context import UiContext
from groupdesk.ui.person_words import PersonWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.lately_panel import clear
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.text_area import TextArea

_WAIT = 150  # milliseconds of rest before the register is asked


class JoinPanel(QWidget):
    """Asks the register while one types; says what it found, and asks why where that is grave."""

    def __init__(
        self, context: UiContext, group: GroupRecord, parent: QWidget | None = None
    ) -> None:
        """Check who is to be added to `group`."""
        super().__init__(parent)
        self._context = context
        self._group = group
        self._asked: MemberFields | None = None
        self.result: JoinCheck | None = None
        self._same_as = 0
        self.same: dict[int, QCheckBox] = {}
        """For each person that somebody may be: whether they are."""
        self._head = SectionLabel(parent=self)
        self._purpose = label(role="secondary", parent=self, wrap=True)
        self.fits = QCheckBox(self)
        self._belongs = label(role="secondary", parent=self, wrap=True)
        self.belongs = QCheckBox(self)
        self.room = label(parent=self, wrap=True)
        self._known_head = SectionLabel(parent=self)
        self._known = QVBoxLayout()
        self._known.setSpacing(current_theme().size("space_s"))
        self.reason = TextArea(3, self)
        self.field = FormField("", self.reason, self)
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        for part in (self._head, self._purpose, self.fits, self._belongs, self.belongs, self.room):
            column.addWidget(part)
        column.addSpacing(current_theme().size("space_s"))
        column.addWidget(self._known_head)
        column.addLayout(self._known)
        column.addWidget(self.field)
        column.addStretch(1)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._ask)
        self._say()

    def look_up(self, fields: MemberFields) -> None:
        """Look these fields up once the typing rests."""
        self._asked = fields
        self._timer.start()

    @property
    def answer(self) -> JoinAnswer:
        """What was ticked and written."""
        return JoinAnswer(
            fits_purpose=self.fits.isChecked() and not self.fits.isHidden(),
            belongs=self.belongs.isChecked() and not self.belongs.isHidden(),
            let_in_reason=self.reason.text if not self.field.isHidden() else "",
            same_as=self._same_as,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _ask(self) -> None:
        asked = self._asked
        if asked is None:
            return
        self._context.runner.run(
            self,
            partial(self._context.desk.joins.check, self._group.id, asked),
            lambda result: self._show(result) if asked is self._asked else None,
            lambda error: self.room.setText(self._context.error_text(error)),
            pool="files",
        )

    def _show(self, result: JoinCheck) -> None:
        self.result = result
        self._say_found()

    def _say(self) -> None:
        group = self._group
        self._head.setText(self.tr("Does this person belong here?"))
        self._purpose.setText(self.tr("Purpose: {0}").format(group.purpose))
        self.fits.setText(self.tr("Fits the purpo&se"))
        self._belongs.setText(self.tr("Who belongs: {0}").format(group.belongs))
        self.belongs.setText(self.tr("&Belongs here"))
        for there, parts in (
            (group.purpose, (self._purpose, self.fits)),
            (group.belongs, (self._belongs, self.belongs)),
        ):
            for part in parts:
                part.setVisible(bool(there))
        self._head.setVisible(bool(group.purpose or group.belongs))
        self._known_head.setText(self.tr("What is known"))
        self.field.set_caption(self.tr("&Why they are let in all the same"))
        self.field.set_hint(self.tr("Without a reason, Today asks for a decision."))
        self._say_found()

    def _say_found(self) -> None:
        clear(self._known)
        self.same = {}
        self._say_room()
        findings = self.result.findings if self.result is not None else ()
        words = PersonWords(self._context)
        sure = any(finding.match is Match.ID for finding in findings)
        for finding in findings:
            title, about, tone = words.finding(finding)
            for part in (Pill(title, tone, self), label(about, "secondary", self, wrap=True)):
                self._known.addWidget(part)
                part.show()
            if sure or not finding.may_be_same or finding.person_id in self.same:
                continue
            self._known.addWidget(self._new_choice(finding.person_id))
        if self._same_as not in self.same:
            self._same_as = 0
        if not findings:
            told = self.tr("Nobody is known by this name, ID, e-mail or phone.")
            if self.result is None:
                told = self.tr("Looked up while you type: blocklist, removals, earlier stays.")
            self._known.addWidget(label(told, "secondary", self, wrap=True))
        self.field.setVisible(self.result is not None and self.result.serious)

    def _new_choice(self, person_id: int) -> QCheckBox:
        """Return the choice to go on with what is known of this person; one at a time."""
        choice = QCheckBox(self.tr("The same person: keep history"), self)
        choice.setChecked(person_id == self._same_as)
        choice.toggled.connect(partial(self._on_same, person_id))
        self.same[person_id] = choice
        choice.show()
        return choice

    def _on_same(self, person_id: int, chosen: bool) -> None:  # noqa: FBT001 - a slot
        if chosen:
            self._same_as = person_id
            for other, choice in self.same.items():
                choice.setChecked(other == person_id)
        elif self._same_as == person_id:
            self._same_as = 0

    def _say_room(self) -> None:
        group = self._group
        self.room.setVisible(group.size_limit is not None)
        after = group.members + 1
        text = self.tr("{0} of {1} members with this one").format(after, group.size_limit)
        if group.size_limit is not None and after > group.size_limit:
            text = self.tr("{0} of {1} members with this one: over the limit").format(
                after, group.size_limit
            )
        elif self.result is not None and self.result.room is Room.FULL:
            text = self.tr("{0} of {1} members with this one: then it is full").format(
                after, group.size_limit
            )
        self.room.setText(text)
