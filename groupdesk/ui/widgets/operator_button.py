# SPDX-License-Identifier: MIT
"""Who is at the desk, at the end of the status line; leads to switching, locking and the PIN."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.icons import icon
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import Button
from groupdesk.ui.widgets.labels import plain_tooltip

_ACTS = ("operator.switch", "operator.lock", "", "operator.pin")


class OperatorButton(Button):
    """Shows name and role; a long name ends in an ellipsis, the tooltip has all of it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Follow the operator of the desk."""
        super().__init__("", parent)
        self._context = context
        self.setProperty("kind", "status")
        self.setFont(current_theme().font("secondary"))
        self.setIcon(icon("circle-user", "muted"))
        self.clicked.connect(self._show_menu)
        context.events.changed.connect(self._on_changed)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        me, words = self._context.desk.operator, self._context.translations.words
        said = f"{visible(me.name)} · {words(f'operator_role.{me.role.value}')}"
        room = current_theme().size("side_width")
        self.setText(self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(self.tr("At the desk: {0}").format(said))
        self.setToolTip(plain_tooltip(said))

    def _show_menu(self) -> None:
        menu = self._context.acts.menu(_ACTS, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = QPoint(self.width() - menu.sizeHint().width(), -menu.sizeHint().height())
        menu.popup(self.mapToGlobal(corner))

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.OPERATORS in topics:
            self._say()
