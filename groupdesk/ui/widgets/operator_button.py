# SPDX-License-Identifier: MIT
"""Who is at the desk, at the foot of the navigation; leads to switching, locking and the PIN."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.domain.enums import Topic
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
        self._said = ""
        self.setProperty("kind", "ghost")
        self.setProperty("align", "start")
        self.setIcon(icon("circle-user", "muted"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._show_menu)
        context.events.changed.connect(self._on_changed)
        self._say()

    @property
    def said(self) -> str:
        """Name and role, in full."""
        return self._said

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().size("side_width") // 3, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        me, words = self._context.desk.operator, self._context.translations.words
        self._said = f"{me.name} · {words(f'operator_role.{me.role.value}')}"
        self.setAccessibleName(self.tr("At the desk: {0}").format(self._said))
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        room = self.width() - self.iconSize().width() - 3 * theme.size("space_m")
        self.setText(self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room))
        keys = self._context.acts.action("operator.switch").toolTip()
        self.setToolTip(plain_tooltip(f"{self._said}\n{keys}"))

    def _show_menu(self) -> None:
        menu = self._context.acts.menu(_ACTS, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.OPERATORS in topics:
            self._say()
