# SPDX-License-Identifier: MIT
"""The other groups of a request to leave that was made in one act: for which of them it holds."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.leaving_enums import ExitState
from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.form_field import FormField


class ExitGroups(FormField):
    """A box for each group; out of sight where there is no other one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, ticked: bool = True) -> None:
        """Start empty; `ticked` says how each box begins."""
        listed = QWidget(parent)
        super().__init__("", listed, parent)
        self._ticked = ticked
        self.boxes: dict[int, QCheckBox] = {}
        self._column = QVBoxLayout(listed)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().size("space_xs"))
        self.hide()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The requests of the groups that are ticked."""
        return tuple(ident for ident, box in self.boxes.items() if box.isChecked())

    def show_exit(self, record: ExitRecord, states: Collection[ExitState]) -> None:
        """Offer the requests made together with `record` that stand so; ticks stay."""
        self.show_groups(
            {
                one.id: one.group_name
                for one in record.earlier
                if one.together and one.state in states
            }
        )

    def show_groups(self, names: dict[int, str]) -> None:
        """Offer these requests, by the names of their groups; ticks stay."""
        for ident in [known for known in self.boxes if known not in names]:
            gone = self.boxes.pop(ident)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for ident, name in names.items():
            if ident not in self.boxes:
                box = QCheckBox(self.field)
                box.setChecked(self._ticked)
                box.toggled.connect(self.changed)
                self.boxes[ident] = box
                self._column.addWidget(box)
            self.boxes[ident].setText(visible(name).replace("&", "&&"))
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            self.head.setBuddy(first)
        self.setVisible(bool(names))
