# SPDX-License-Identifier: MIT
"""How many members are chosen, and what can be done with all of them at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from groupdesk.domain.records import GroupRecord
from groupdesk.ui.act_looks import LOOKS
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.labels import label

_PRESSED = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class SelectionBar(QFrame):
    """Shown under the list while more than one member is chosen."""

    dismissed = Signal()
    """Nobody is to be chosen any more."""

    def __init__(self, context: UiContext, listed: QWidget, parent: QWidget | None = None) -> None:
        """Start hidden; in the list the keys that remove a member mean all who are chosen."""
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._context = context
        self._count = 0
        self._said = label(role="strong", parent=self)
        self._close = icon_button("x", "", self)
        self._close.clicked.connect(self.dismissed)
        theme = current_theme()
        row = QHBoxLayout(self)
        edge = theme.size("space_s")
        row.setContentsMargins(theme.size("space_m"), edge, edge, edge)
        row.setSpacing(edge)
        row.addWidget(self._said)
        row.addStretch(1)
        for act_id in ("member.bulk", "rules.told", "member.remove_many", "member.export"):
            if act_id in LOOKS:
                row.addWidget(context.acts.button(act_id, parent=self))
        row.addWidget(self._close)
        self.hide()
        self._translate()
        listed.installEventFilter(self)

    def show_count(self, count: int) -> None:
        """Say how many are chosen; one alone needs no bar."""
        self._count = count
        self._translate()
        self.setVisible(count > 1)

    def bind_told(
        self, group: Callable[[], GroupRecord | None], ids: Callable[[], Sequence[int]]
    ) -> None:
        """Let the chosen members of a group be recorded as told of its rules."""

        def show() -> None:
            from groupdesk.ui.dialogs.told_dialog import ToldDialog  # noqa: PLC0415  # seldom asked

            in_front = group()
            if in_front is not None:
                ToldDialog(self._context, in_front, self.window(), chosen=tuple(ids())).open()

        self._context.acts.bind("rules.told", show, enabled=False)
        self.enable_acts(group())

    def enable_acts(self, group: GroupRecord | None) -> None:
        """Say what can be done with those who are chosen, all of `group` or of several."""
        several, acts = self._count > 1, self._context.acts
        writable = not self._context.desk.workspace.database.read_only
        acts.enable("member.bulk", several and writable)
        acts.enable("member.remove_many", several and writable)
        acts.enable("rules.told", several and group is not None and group.rules_version > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys before they reach the one member in front."""
        if self._count > 1 and isinstance(event, QKeyEvent) and event.type() in _PRESSED:
            acts = self._context.acts
            keys = QKeySequence(event.keyCombination())
            if keys == acts.action("member.remove").shortcut():
                if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                    self._remove_all()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _remove_all(self) -> None:
        acts = self._context.acts
        if why := acts.why_refused("member.remove_many"):
            acts.refused.emit(why)
        else:
            acts.trigger("member.remove_many")

    def _translate(self) -> None:
        self._said.setText(self.tr("%n chosen", "", self._count))
        name_button(self._close, self.tr("Choose nobody"))
