# SPDX-License-Identifier: MIT
"""Publishes a group's ladder in other groups, too."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.ladder_records import LadderCopy
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.ladder_words import ladder_sentence
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.search_field import SearchField
from groupdesk.ui.widgets.section_label import SectionLabel

_SEARCH_FROM = 8  # groups
_TOPICS = frozenset({Topic.RULES, Topic.GROUPS, Topic.MEMBERS, Topic.AUDIT})


class LadderCopyDialog(DialogFrame):
    """Offers the groups whose ladder is another one; each gets a version of its own."""

    def __init__(
        self, context: UiContext, group: GroupRecord, parent: QWidget | None = None
    ) -> None:
        """Copy the ladder that is in force in `group`."""
        super().__init__(parent, side=False)
        self._context = context
        self._group = context.desk.groups.get(group.id)
        self._operation = uuid.uuid4()
        self.checks: dict[int, QCheckBox] = {}
        self._based_on: dict[int, int] = {}
        self._rows: dict[int, QWidget] = {}
        self._groups: dict[int, GroupRecord] = {}
        self._sentence = label(role="muted", parent=self, wrap=True)
        self._head = SectionLabel(parent=self)
        self._nobody = label(role="body", parent=self, wrap=True)
        self._column = QVBoxLayout()
        self.search = SearchField("", self)
        self.note = QLineEdit(self)
        self.note_field = FormField("", self.note, self)
        for part in (self._sentence, self._head, self._nobody, self.search):
            self.form.addWidget(part)
        self.form.addLayout(self._column)
        self.form.addStretch(1)
        self.form.addWidget(self.note_field)
        self.add_cancel()
        self._fill()
        self.search.textChanged.connect(self._filter)
        self.main_requested.connect(self._copy)
        self._say()
        side = current_theme().size("side_width")
        self.resize(5 * side // 2, 5 * side // 2)
        next(iter(self.checks.values()), self.main_button).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- what is there

    def _fill(self) -> None:
        """Offer the groups in use that have another ladder now."""
        theme, desk = current_theme(), self._context.desk
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        ticked = {key for key, check in self.checks.items() if check.isChecked()}
        self._rows, self.checks, self._based_on = {}, {}, {}
        self._groups = {
            group.id: group
            for group in desk.groups.all()
            if group.id != self._group.id and group.ladder != self._group.ladder
        }
        words, numbers = self._context.translations.words, desk.ladders.numbers()
        for key, group in self._groups.items():
            self._based_on[key] = numbers.get(key, 0)
            row = QWidget(self)
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, theme.size("space_xs"))
            column.setSpacing(0)
            check = QCheckBox(visible(group.name).replace("&", "&&"), row)
            check.setChecked(key in ticked)
            has = ladder_sentence(words, group.ladder)
            check.setAccessibleDescription(has)
            told = label(has, "secondary", row, wrap=True)
            told.setContentsMargins(theme.size("space_xl"), 0, 0, 0)
            column.addWidget(check)
            column.addWidget(told)
            self._column.addWidget(row)
            self.checks[key], self._rows[key] = check, row
            check.toggled.connect(lambda _on: self._check())
        self.search.setVisible(len(self._groups) >= _SEARCH_FROM)
        self.note_field.setVisible(bool(self._groups))

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for key, group in self._groups.items():
            self._rows[key].setVisible(wanted in group.name.casefold())

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Copy the ladder in force to other groups"),
            self.tr("{0} · it is published there as the next version").format(self._group.name),
            sign="send",
        )
        self._sentence.setText(ladder_sentence(words, self._group.ladder))
        self._head.setText(self.tr("Groups with another ladder"))
        self._nobody.setText(self.tr("All other groups in use have this ladder already."))
        self._head.setVisible(bool(self._groups))
        self._nobody.setVisible(not self._groups)
        self.search.set_hint(self.tr("Find a group"))
        self.note_field.set_caption(self.tr("&Note (optional)"))
        self._check()

    def _check(self) -> None:
        count = sum(check.isChecked() for check in self.checks.values())
        text = self.tr("Publish in %n group(s)", "", count) if count else self.tr("Publish")
        self.set_main(text, "send")
        self.set_missing([] if count else [self.tr("a group")])

    # ---- copying

    def _copy(self) -> None:
        targets = {
            key: self._based_on[key] for key, check in self.checks.items() if check.isChecked()
        }
        ladders, operation, ladder = self._context.desk.ladders, self._operation, self._group.ladder
        note = self.note.text()
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: ladders.copy(operation, ladder, targets, note),
            self._on_copied,
            self._on_failed,
        )

    def _on_copied(self, done: Sequence[LadderCopy]) -> None:
        self.set_busy(False)
        self._context.events.publish(_TOPICS)
        refused = [copy for copy in done if copy.error]
        if not refused:
            told = self.tr("The ladder is in force in %n more group(s).", "", len(done))
            self._context.notify(told, seconds=8)
            self.accept()
            return
        words = self._context.translations.words
        told = self.tr("Not published in {0}: {1}").format(
            self.tr(", ").join(visible(copy.group_name) for copy in refused),
            words(f"copy_refused.{refused[0].error}")
            if f"copy_refused.{refused[0].error}" in words
            else words("copy_refused.other"),
        )
        self._operation = uuid.uuid4()
        self._fill()
        self._say()
        self.banner.show_message(told, "warning")

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), {"note": self.note_field})
