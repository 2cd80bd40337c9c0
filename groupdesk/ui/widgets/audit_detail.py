# SPDX-License-Identifier: MIT
"""One entry of the log: its facts, its fingerprint, and what was before and after."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from groupdesk.domain.act_records import AuditDetail
from groupdesk.domain.clock import from_text
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.text import visible
from groupdesk.ui.act_words import act_text, subject_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.ladder_words import ladder_lines
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import LabelRole, label
from groupdesk.ui.widgets.section_label import SectionLabel


class AuditDetailPanel(QScrollArea):
    """The right side of the audit page; everything in it can be selected and copied."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(280)

    def show_entry(self, seq: int | None) -> None:
        """Show an entry, or nothing."""
        inner = QWidget()
        inner.setProperty("surface", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(*(current_theme().size("space_l"),) * 4)
        column.setSpacing(current_theme().size("space_m"))
        if seq is not None:
            self._say(column, self._context.desk.audit.detail(seq))
        column.addStretch(1)
        self.setWidget(inner)

    def _say(self, column: QVBoxLayout, detail: AuditDetail) -> None:
        words, dates = self._context.translations.words, self._context.dates
        row = detail.row
        column.addWidget(label(act_text(words, row), "title", wrap=True))
        if row.subject:
            column.addWidget(_shown(subject_text(words, row), "section"))
        facts = [
            (self.tr("Entry"), str(row.seq)),
            (self.tr("When"), dates.full(from_text(row.at), self._context.desk.clock())),
            (self.tr("Who"), row.operator),
            (self.tr("Group"), row.group_name),
            (self.tr("Branch"), str(detail.branch)),
            (self.tr("Fingerprint"), _grouped(row.hash)),
            (self.tr("Before it"), _grouped(detail.previous)),
        ]
        column.addLayout(_grid([(key, value) for key, value in facts if value]))
        for before, after in detail.changes:
            column.addWidget(
                SectionLabel(self.tr("What changed") if before else self.tr("Recorded"))
            )
            column.addLayout(self._changes(before, after))
        rest = detail.payloads - len(detail.changes)
        if rest > 0:
            column.addWidget(label(self.tr("and %n more", "", rest), "muted"))

    def _changes(self, before: dict[str, object], after: dict[str, object]) -> QGridLayout:
        rows = []
        for key in {**before, **after}:
            new = self._value(key, after.get(key))
            if key in before:
                old = self._value(key, before[key]) or "–"
                arrow = "\n→\n" if "\n" in old else "  →  "
                new = f"{old}{arrow}{new or '–'}"
            if new:
                rows.append((self._name(key), new))
        return _grid(rows)

    def _name(self, key: str) -> str:
        words = self._context.translations.words
        return words(f"field.{key}") if f"field.{key}" in words else key.replace("_", " ")

    def _value(self, key: str, value: object) -> str:
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if isinstance(value, list):
            kinds = _KINDS.get(key, (key,))
            return ", ".join(self._word(kinds, str(part)) for part in value)
        if isinstance(value, dict):
            kinds = _KINDS.get(key, ("fair_item", "language"))
            return "; ".join(
                f"{self._word(kinds, str(name))}: {self._value('', text)}"
                for name, text in value.items()
            )
        return self._said(key, "" if value is None else str(value))

    def _said(self, key: str, text: str) -> str:
        if len(text) == _MOMENT and text.endswith("Z"):
            return self._context.dates.moment(from_text(text), self._context.desk.clock())
        kind, _, number = text.partition(" ")
        if key in _SEVERAL and kind.endswith(","):  # of several steps of a removal at once, say
            return self._value(key, text.split(", "))
        if key == "step" and number:  # "warning 2", as a warning records its step
            if number == "0":
                return self._context.translations.words("act_kind.friendly_reminder")
            name = self._word(("step_kind",), kind)
            return self._context.translations.words("standing.numbered", step=name, number=number)
        digest = _DIGEST.fullmatch(text)
        if digest:
            return _grouped(text)
        return self._ladder(text) if key == "ladder" else self._word(_KINDS.get(key, (key,)), text)

    def _ladder(self, stored: str) -> str:
        try:
            ladder = Ladder.from_json(stored)
        except (ValueError, KeyError, TypeError, AttributeError):
            return stored
        return "\n".join(ladder_lines(self._context.translations.words, ladder))

    def _word(self, kinds: tuple[str, ...], code: str) -> str:
        words = self._context.translations.words
        keys = (f"{kind}.{code}" for kind in kinds)
        return next((words(key) for key in keys if key in words), code)


_DIGEST = re.compile("[0-9a-f]{64}")
_MOMENT = len("2026-11-21T12:00:00.000Z")
_SEVERAL = frozenset({"step", "review_criterion"})
_KINDS = {
    "advice": ("exit_advice",),
    "answer": ("exit_entry_kind",),
    "items": ("exit_item",),
    "item_added": ("exit_item",),
    "notifications": ("notification_check",),
    "approval": ("approval_need", "removal_state"),
    "fair_changed": ("fair_item",),
    "group_note": ("group_note_kind",),
    "sure": ("removal_concern",),
    "format": ("import_format",),
    "state": ("warning_state", "case_state", "membership_state"),
    "role": ("member_role", "operator_role"),
    "pick": ("review_criterion",),
    "stages": ("review_stage",),
    "lifted": ("subject_kind",),
    "step": ("step_kind", "step_title"),
    "steps_not_needed": ("step_title",),
    "step_result": ("step_state",),
    "variant": ("template_variant", "term"),
}


def _grid(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(current_theme().size("space_m"))
    grid.setVerticalSpacing(current_theme().size("space_xs"))
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for number, (key, value) in enumerate(rows):
        grid.addWidget(label(key, "muted"), number, 0, top)
        grid.addWidget(_shown(value), number, 1, top)
    return grid


def _shown(text: str, role: LabelRole = "body") -> QWidget:
    shown = label(visible(text), role, wrap=True, selectable=True)
    shown.setMinimumWidth(1)  # one long word is cut off; it must not push the rest over the edge
    return shown


def _grouped(digest: str) -> str:
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))
