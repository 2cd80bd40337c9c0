# SPDX-License-Identifier: MIT
"""For whom steps are ticked: all members of a group that one act removed, or one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupdesk.domain.act_records import RemovalRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Whom:
    """Removals in one group; one that is `alone` is shown with all that belongs to its member."""

    removal_ids: tuple[int, ...]
    alone: bool


class WhomChoice(QWidget):
    """Hidden where there is only one removal to choose."""

    chosen = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start empty; `show_removals` fills it."""
        super().__init__(parent)
        self._context = context
        self._removals: tuple[RemovalRecord, ...] = ()
        self._groups: dict[int, int] = {}
        self.box = ChoiceBox[Whom](self)
        self.box.chosen.connect(self.chosen)
        self._caption = label(role="label", parent=self)
        self._caption.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_s"))
        row.addWidget(self._caption)
        row.addWidget(self.box, 1)

    @property
    def value(self) -> Whom:
        """The removals chosen. Raises IndexError while there are none."""
        return self.box.value

    def show_removals(self, removals: Sequence[RemovalRecord], first: int = 0) -> None:
        """Offer these removals; `first` is the one that somebody asked for.

        Of several in one group all are chosen at the beginning: that is what saves work.
        """
        self._removals = tuple(removals)
        if len(removals) > 1 and not self._groups:
            members = self._context.desk.members
            for removal in removals:
                self._groups[removal.id] = members.row(removal.membership_id).group_id
        choices = self._choices()
        self.box.set_choices(choices)
        self.setVisible(len(removals) > 1)
        if first:
            with_it = [whom for _text, whom in choices if first in whom.removal_ids]
            self.box.choose(with_it[0])

    def choose(self, removal_id: int) -> None:
        """Choose one removal alone, in silence."""
        for _text, whom in self._choices():
            if whom == Whom((removal_id,), alone=True):
                self.box.choose(whom)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._removals:
            self.box.set_choices(self._choices())
        super().changeEvent(event)

    def _choices(self) -> list[tuple[str, Whom]]:
        self._caption.setText(self.tr("&For"))
        if not self._groups:
            return [(one.member_name, Whom((one.id,), alone=True)) for one in self._removals]
        names = {group.id: group.name for group in self._context.desk.groups.all()}
        by_group: dict[int, list[RemovalRecord]] = {}
        for removal in self._removals:
            by_group.setdefault(self._groups[removal.id], []).append(removal)
        found = []
        for group_id, of_group in by_group.items():
            group = names.get(group_id, "")
            if len(of_group) > 1:
                everybody = Whom(tuple(one.id for one in of_group), alone=False)
                head = self.tr("All %n member(s) of {0}", "", len(of_group)).format(group)
                found.append((f"{head} · {self._progress(of_group)}", everybody))
            found += [
                (
                    f"{one.member_name} · {group} · {self._progress([one])}",
                    Whom((one.id,), alone=True),
                )
                for one in of_group
            ]
        return found

    def _progress(self, removals: Sequence[RemovalRecord]) -> str:
        done = sum(bool(step.done_at) for one in removals for step in one.steps)
        of = sum(len(one.steps) for one in removals)
        return self.tr("{0} of {1}").format(done, of)
