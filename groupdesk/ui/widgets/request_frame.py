# SPDX-License-Identifier: MIT
"""What all requests look like: who, where it stands, what can be done, and below it the rest."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from groupdesk.ui.act_looks import LOOKS
from groupdesk.ui.context import UiContext
from groupdesk.ui.icons import icon
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.pill import Pill

_LEAST_WIDTH = 340


class RequestDetail(QWidget):
    """What is shown of one request."""

    @property
    def shown_id(self) -> int:
        """The request that is shown, 0 for none."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """Show no request."""
        raise NotImplementedError

    def show_request(self, request_id: int) -> None:
        """Show a request as it is now, or nothing when it is gone."""
        raise NotImplementedError

    def show_acts(self) -> None:
        """Show the buttons of what makes sense now."""
        raise NotImplementedError

    def main_act(self) -> str:
        """Return what comes next for the request in front, as an act; empty where it is none."""
        return ""


class RequestFrame(RequestDetail):
    """The act that comes next is the main one; the body scrolls under head and acts."""

    def __init__(
        self,
        context: UiContext,
        act_ids: Sequence[str],
        parent: QWidget | None = None,
        *,
        quiet: Collection[str] = (),
    ) -> None:
        """Offer these acts, some of them `quiet`; whoever derives from it adds its parts."""
        super().__init__(parent)
        self.context = context
        self._quiet = quiet
        self.setMinimumWidth(_LEAST_WIDTH)
        theme = current_theme()
        self._avatar = Avatar("", "avatar_head", self)
        self._title = ElidedLabel(role="title", parent=self)
        self._state = Pill(parent=self)
        self._about = label(role="muted", parent=self, wrap=True, selectable=True)
        self.next = label(role="strong", parent=self, wrap=True)
        acts = QWidget(self)
        self._flow = FlowLayout(acts, theme.size("space_s"))
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.act_buttons = {act: context.acts.button(act, "default", acts) for act in act_ids}
        for made in self.act_buttons.values():
            self._flow.addWidget(made)
        self._inner = QWidget()
        self._inner.setProperty("surface", "clear")
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, theme.size("space_s"), theme.size("space_l"))
        self.body.setSpacing(theme.size("space_l"))
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._inner)
        edge = theme.size("space_l")
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(self._build_head())
        column.addWidget(self.next)
        column.addWidget(acts)
        column.addWidget(self.area, 1)

    # ---- what differs

    def say(self) -> None:
        """Say all in the window's language; nothing while nothing is shown."""
        raise NotImplementedError

    def possible(self) -> Collection[str]:
        """Return which acts make sense for the request in front."""
        raise NotImplementedError

    # ---- for whoever derives from it

    def add_parts(self, *parts: QWidget) -> None:
        """Put these below each other."""
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)

    def add_beside_acts(self, made: QPushButton) -> QPushButton:
        """Put a quiet button after the acts."""
        self._flow.addWidget(made)
        return made

    def set_head(
        self, name: str, state: tuple[str, ToneName], about: Sequence[str], *, title: str = ""
    ) -> None:
        """Say whose request it is, where it stands, and what it is about."""
        self._avatar.set_name(name)
        self._title.setText(title or name)
        self._state.show_word(*state)
        self._about.setText(" · ".join(about))

    def begin_at_top(self) -> None:
        """Scroll back, for another request."""
        self.area.verticalScrollBar().setValue(0)

    # ---- RequestDetail

    def show_acts(self) -> None:
        possible, main = self.possible(), self.main_act()
        for act_id, made in self.act_buttons.items():
            made.setVisible(act_id in possible)
            kind = "ghost" if act_id in self._quiet else "default"
            restyle(made, "kind", "primary" if act_id == main else kind)
            made.setIcon(icon(LOOKS[act_id].icon, "on_accent" if act_id == main else "muted"))
        offered = [made for made in self.act_buttons.values() if not made.isHidden()]
        first = self.act_buttons[main] if main else next(iter(offered), None)
        self.setFocusProxy(first)  # type: ignore[arg-type]  # None takes it away

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)

    # ---- building

    def _build_head(self) -> QHBoxLayout:
        theme = current_theme()
        named = QHBoxLayout()
        named.setSpacing(theme.size("space_m"))
        named.addWidget(self._title)
        named.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addStretch(1)
        who = QVBoxLayout()
        who.setSpacing(theme.size("space_xs"))
        who.addLayout(named)
        who.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(theme.size("space_m"))
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(who, 1)
        return head
