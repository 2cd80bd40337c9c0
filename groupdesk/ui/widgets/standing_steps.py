# SPDX-License-Identifier: MIT
"""Where somebody is on the ladder: a row of steps, the present one marked."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.labels import plain_tooltip


class StandingSteps(QWidget):
    """Paints the steps; its accessible description says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without steps."""
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        self._current: int | None = None
        self._tone: ToneName = "ok"
        self._taken: frozenset[int] = frozenset()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()

    def set_steps(
        self,
        steps: Sequence[str],
        current: int | None = None,
        tone: ToneName = "warning",
        taken: Collection[int] = (),
    ) -> None:
        """Show the steps and that one is at number `current` (from 0); None shows a bare ladder.

        Only the steps that were `taken` are filled: a ladder may be entered in the middle. Where
        none before the current one was, nothing leads to it: who is removed for being inactive
        was not warned.
        """
        self._steps = tuple(steps)
        self._current = current
        self._tone = tone
        self._taken = frozenset(taken)
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        metrics = QFontMetrics(theme.font("pill"))
        widest = max((metrics.horizontalAdvance(step) for step in self._steps), default=0)
        width = (widest + theme.size("space_s")) * len(self._steps)
        return QSize(width, self._height(lines=1))

    def minimumSizeHint(self) -> QSize:
        return QSize(len(self._steps) * current_theme().size("space_xl"), self._height(lines=1))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        slot = width // max(1, len(self._steps))
        metrics = QFontMetrics(current_theme().font("pill"))
        fits = all(metrics.horizontalAdvance(step) <= slot for step in self._steps)
        return self._height(lines=1 if fits else 2)

    @staticmethod
    def _height(*, lines: int) -> int:
        theme = current_theme()
        more = (lines - 1) * QFontMetrics(theme.font("pill")).lineSpacing()
        return theme.size("dot") + theme.size("space_s") + theme.line("secondary") + more

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        full, empty = theme.color(self._tone), theme.color("line_strong")
        reached = -1 if self._current is None else self._current
        led = reached <= 1 or any(0 < at < reached for at in self._taken)
        slot = self.width() / len(self._steps)
        radius = theme.size("dot") / 2
        centres = [QPointF(slot * (at + 0.5), radius + 1) for at in range(len(self._steps))]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            centres.reverse()
        for at in range(1, len(centres)):
            painter.setPen(QPen(full if at <= reached and led else empty, 2))
            painter.drawLine(centres[at - 1], centres[at])
        for at, centre in enumerate(centres):
            solid = at in self._taken
            _dot(painter, centre, radius, full if solid else empty, solid=solid)
        for at, (centre, step) in enumerate(zip(centres, self._steps, strict=True)):
            font = theme.font("pill" if at == reached else "secondary")
            painter.setFont(font)
            painter.setPen(theme.color("text" if at == reached else "muted"))
            top = round(2 * radius) + theme.size("space_s")
            place = QRect(round(centre.x() - slot / 2), top, round(slot), self.height() - top)
            centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(place, centred | Qt.TextFlag.TextWordWrap, step)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Standing"))
        words = ", ".join(self._steps)
        if self._current is not None and self._steps:
            words = self.tr("Step {0} of {1}: {2}").format(
                self._current + 1, len(self._steps), self._steps[self._current]
            )
        self.setAccessibleDescription(words)
        self.setToolTip(plain_tooltip(words))


def _dot(painter: QPainter, centre: QPointF, radius: float, colour: QColor, *, solid: bool) -> None:
    painter.setPen(QPen(colour, 2))
    painter.setBrush(colour if solid else current_theme().color("surface"))
    painter.drawEllipse(centre, radius - 1, radius - 1)
