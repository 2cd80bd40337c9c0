# SPDX-License-Identifier: MIT
"""The line of an import that is looked at: its fields before and after, and what to decide."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.import_preview import LineKind, PreviewLine
from groupdesk.domain.text import visible
from groupdesk.ui.dialogs.import_texts import ImportTexts
from groupdesk.ui.item_models.import_lines import Decisions
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label

_LEAVE_OUT = -1
_CHANGED = frozenset({LineKind.CHANGED, LineKind.ROLE, LineKind.RENAMED, LineKind.OTHER})


class ImportLinePanel(Card):
    """Shows one line as a whole; a changed one field by field with a check box each."""

    decided = Signal()
    """Something was ticked or chosen; it stands in the decisions already."""

    def __init__(
        self, texts: ImportTexts, decisions: Decisions, parent: QWidget | None = None
    ) -> None:
        """Write what is decided into `decisions`."""
        super().__init__("panel", parent)
        self._texts = texts
        self._decisions = decisions
        self._line: PreviewLine | None = None
        self._content = QWidget(self)
        self.body.addWidget(self._content)
        self.boxes: dict[str, QCheckBox] = {}
        self.choices: dict[int, QRadioButton] = {}
        self.hows: dict[DepartureHow | int, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.hide()

    def set_texts(self, texts: ImportTexts) -> None:
        """Write in another language."""
        self._texts = texts
        self.show_line(self._line)

    def show_line(self, line: PreviewLine | None) -> None:
        """Show a line; None and lines without more to say hide the panel."""
        self._line = line
        old, self._content = self._content, QWidget(self)
        self.body.replaceWidget(old, self._content)
        old.hide()
        old.deleteLater()
        self.boxes, self.choices, self.hows = {}, {}, {}
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        if line is None or line.kind is LineKind.UNCHANGED:
            self.hide()
            return
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_xs"))
        if line.kind in _CHANGED:
            self._show_changes(line, column)
        elif line.kind is LineKind.LEFT:
            self._show_departure(line, column)
        elif line.kind is LineKind.CONFLICT:
            self._show_conflict(line, column)
        elif line.kind is LineKind.REJECTED:
            column.addWidget(label(self._texts.reason(line), wrap=True, selectable=True))
            column.addWidget(label(visible(line.text), "secondary", wrap=True, selectable=True))
        else:
            self._show_new(line, column)
        self._content.show()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_line(self._line)
        super().changeEvent(event)

    def _show_new(self, line: PreviewLine, column: QVBoxLayout) -> None:
        former = line.former
        if former is not None:
            column.addWidget(label(self._said_of_former(line), "strong", wrap=True))
            column.addWidget(
                label(self.tr("The earlier record stays; a new stay begins."), wrap=True)
            )
        if line.known_elsewhere:
            column.addWidget(
                label(self.tr("Another group of yours knows this person already."), wrap=True)
            )
        if line.deactivated:
            column.addWidget(label(self._said_of_ended(line), wrap=True))
        told = self._texts.details(line) or self.tr("The list says nothing but the name.")
        column.addWidget(label(told, "muted", wrap=True, selectable=True))

    def _said_of_ended(self, line: PreviewLine) -> str:
        if line.ended == "removed":
            return self.tr(
                "Was removed in the group that the list is of: recorded here as left, for a list"
                " holds no record of a removal."
            )
        if line.ended:
            return self.tr("Had left when the list was written: recorded as left.")
        return self.tr("The account is deactivated: recorded as left, not as a member.")

    def _said_of_former(self, line: PreviewLine) -> str:
        former = line.former
        if former is None:
            return ""
        when = self._texts.moment(former.ended_at) if former.ended_at else self.tr("unknown")
        if former.state == "removed" and former.case_number:
            text = self.tr("Was removed from this group on {0} (case {1}).")
            text = text.format(when, former.case_number)
        elif former.state == "removed":
            text = self.tr("Was removed from this group on {0}.").format(when)
        else:
            text = self.tr("Left this group before, on {0}.").format(when)
        return text

    def _show_changes(self, line: PreviewLine, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_theme().size("space_m"))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        taken = self._decisions.takes(line)
        for at, change in enumerate(line.changes):
            box = QCheckBox(self._texts.field(change.field).replace("&", "&&"), self._content)
            box.setChecked((line.line, change.field) not in self._decisions.left_fields)
            box.setEnabled(taken)
            box.toggled.connect(
                lambda on, field=change.field: self._on_field(line.line, field, taken=on)
            )
            before = self._texts.value(change.field, change.before) or self.tr("nothing so far")
            after = self._texts.value(change.field, change.after) or self.tr("yes")
            box.setAccessibleDescription(f"{before} → {after}")
            grid.addWidget(box, at, 0)
            grid.addWidget(label(before, "muted", wrap=True, selectable=True), at, 1)
            grid.addWidget(label(f"→  {after}", wrap=True, selectable=True), at, 2)
            self.boxes[change.field] = box
        column.addLayout(grid)

    def _show_conflict(self, line: PreviewLine, column: QVBoxLayout) -> None:
        column.addWidget(label(self._texts.reason(line), wrap=True))
        told = " · ".join(map(self._texts.told, line.changes))
        if told:
            column.addWidget(label(told, "muted", wrap=True, selectable=True))
        if not (line.may_be_new or line.candidates):
            return
        leave, new = self.tr("Leave this row out"), self.tr("It is a new person")
        if line.code == "name_twice":
            leave = self.tr("It is the person of line {0}: leave this row out")
            leave = leave.format(line.values["line"])
            new = self.tr("It is another person of that name")
        options = [(_LEAVE_OUT, leave)]
        for candidate in line.candidates:
            known = [visible(candidate.about)] if candidate.about else []
            if candidate.joined_at:
                since = self._texts.moment(candidate.joined_at)
                known.append(self.tr("member since {0}").format(since))
            about = " · ".join(known) or self.tr("nothing else is known")
            text = self.tr("It is {0} ({1})").format(visible(candidate.name), about)
            options.append((candidate.membership_id, text))
        if line.may_be_new:
            options.append((0, new))
        current = self._decisions.choices.get(line.line, _LEAVE_OUT)
        for key, text in options:
            choice = QRadioButton(text.replace("&", "&&"), self._content)
            choice.setChecked(key == current)
            choice.clicked.connect(lambda _on=False, key=key: self._on_choice(line.line, key))
            self._group.addButton(choice)
            column.addWidget(choice)
            self.choices[key] = choice

    def _show_departure(self, line: PreviewLine, column: QVBoxLayout) -> None:
        """Ask how somebody left; a new name that may be theirs stands first."""
        named = self.tr("{0} is in the group, but not in this list.").format(visible(line.name))
        column.addWidget(label(named, "strong", wrap=True))
        if self._decisions.is_open(line):
            asked = self.tr("Is it somebody of the list under a new name? Nothing is assumed.")
            column.addWidget(label(asked, wrap=True))
        others = {r for r, who in self._decisions.renames.items() if who != line.membership_id}
        mine = [r for r, who in self._decisions.renames.items() if who == line.membership_id]
        options: list[tuple[DepartureHow | int, str]] = []
        for offer in line.renames:
            about = f" ({visible(offer.about)})" if offer.about else ""
            text = self.tr("Has another name now: {0}, line {1}")
            options.append((offer.line, text.format(visible(offer.name) + about, offer.line)))
        for how in (DepartureHow.OWN_WISH, DepartureHow.REMOVED, DepartureHow.UNKNOWN):
            text = self._texts.departure(how, line.removal_case)
            if how is DepartureHow.REMOVED and not line.removal_case:
                text = self.tr("{0}: only once a removal is recorded").format(text)
            options.append((how, text))
        options.append((DepartureHow.STAYED, self.tr("Still a member: leave as it is")))
        row = QWidget(self._content)
        flow = FlowLayout(row, current_theme().size("space_l"))
        current: DepartureHow | int | None = mine[0] if mine else self._decisions.how_of(line)
        if self._decisions.is_open(line):
            current = None
        for key, text in options:
            choice = QRadioButton(text.replace("&", "&&"), self._content)
            choice.setChecked(key == current)
            choice.setEnabled(
                key not in others and (key is not DepartureHow.REMOVED or bool(line.removal_case))
            )
            choice.clicked.connect(lambda _on=False, key=key: self._on_departure(line, key))
            self._group.addButton(choice)
            (flow if isinstance(key, DepartureHow) else column).addWidget(choice)
            self.hows[key] = choice
        column.addWidget(row)

    def _on_departure(self, line: PreviewLine, key: DepartureHow | int) -> None:
        if isinstance(key, DepartureHow):
            self._decisions.set_departure(line, key)
        else:
            self._decisions.set_departure(line, DepartureHow.UNKNOWN, renamed=key)
        self.decided.emit()

    def _on_field(self, line: int, field: str, *, taken: bool) -> None:
        left = self._decisions.left_fields
        left.discard((line, field)) if taken else left.add((line, field))
        self.decided.emit()

    def _on_choice(self, line: int, key: int) -> None:
        if key == _LEAVE_OUT:
            self._decisions.choices.pop(line, None)
        else:
            self._decisions.choices[line] = key
        self.decided.emit()
