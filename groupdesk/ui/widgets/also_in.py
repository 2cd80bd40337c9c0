# SPDX-License-Identifier: MIT
"""In which other groups the same person is: a link to each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from groupdesk.domain.records import GroupRef
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.flow_layout import FlowLayout


class AlsoIn(QWidget):
    """Hidden while the person is in one group only."""

    member_requested = Signal(int, int)
    """Group and membership of the same person elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._flow = FlowLayout(self, current_theme().size("space_s"))
        self._links: list[QPushButton] = []
        self.hide()

    def show_groups(self, groups: tuple[GroupRef, ...]) -> None:
        """Show these groups."""
        for old in self._links:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._links = [self._link(ref) for ref in groups]
        for link in self._links:
            self._flow.addWidget(link)
        self.setVisible(bool(groups))

    def _link(self, ref: GroupRef) -> QPushButton:
        name = ref.name.replace("&", "&&")
        said = self.tr("also in {0}").format(name)
        if ref.member_name:
            own = ref.member_name.replace("&", "&&")
            said = self.tr("also in {0} as {1}").format(name, own)
        link = button(said, "link", parent=self)
        link.clicked.connect(lambda: self.member_requested.emit(ref.group_id, ref.membership_id))
        return link
