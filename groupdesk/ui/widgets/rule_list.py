# SPDX-License-Identifier: MIT
"""The rules of a book as cards in their order; a card is dragged to another place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from groupdesk.domain.text import visible
from groupdesk.ui.icons import pixmap, ratio_of
from groupdesk.ui.item_delegates import draw_text
from groupdesk.ui.theme import Theme, current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_LineRole = Qt.ItemDataRole.UserRole
_SCROLL_EVERY = 30  # milliseconds, while a card is held over an edge
_AT_LEAST = 3  # cards that stay in view in a low window


@dataclass(frozen=True, slots=True)
class RuleLine:
    """What stands on a card: code, titles, a quiet note under them, the severity at the end.

    `mark` stands before the note and is to be noticed: a translation that is missing, say.
    """

    code: str
    title: str
    note: str
    severity: str
    tone: ToneName
    mark: str = ""

    @property
    def spoken(self) -> str:
        """The card in words."""
        said = (f"{self.code} {self.title}", self.severity, self.mark, self.note)
        return ", ".join(filter(None, said))


class _RuleModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[RuleLine, ...] = ()
        self.how = ""  # how a card is moved, said in its tooltip

    def show_lines(self, lines: Sequence[RuleLine]) -> None:
        if lines and len(lines) == len(self.lines):
            self.lines = tuple(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == _LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:  # typing goes to a rule by its code
            return visible(line.code)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(line.spoken)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(filter(None, (line.title, self.how))))
        return None


class RuleList(QListView):
    """As high as its cards where there is room; arrow keys choose, Enter opens."""

    chosen = Signal(int)
    """The row that is current now, -1 for none."""
    opened = Signal(int)
    """Enter on a card."""
    dropped = Signal(int, int)
    """A card was dragged: its row, and the row that it asks for."""
    menu_asked = Signal(QPoint)
    """The menu of the current card is asked for, at this place on the screen."""
    remove_asked = Signal()
    """Delete was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without cards."""
        super().__init__(parent)
        self._model = _RuleModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_RuleDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.movable = False
        self.code_width = 0  # of the widest code: titles begin at one line
        self._pressed = -1
        self._pressed_at = QPoint()
        self._gap = -1  # where the dragged card would go: before this row; -1 while none is
        self._scroll = QTimer(self, interval=_SCROLL_EVERY)
        self._scroll.timeout.connect(self._scroll_on)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell(now))

    def set_lines(self, lines: Sequence[RuleLine]) -> None:
        """Show these cards; the current row stays where it is."""
        row = self.row
        metrics = QFontMetrics(current_theme().font("body"))
        self.code_width = max((metrics.horizontalAdvance(x.code) for x in lines), default=0)
        self._model.show_lines(lines)
        wanted = min(max(row, 0), len(lines) - 1)
        if lines and not self.selectionModel().isRowSelected(wanted):
            self.select(wanted)
        self.updateGeometry()

    def set_how(self, how: str) -> None:
        """Say in the tooltips of the cards, and to screen readers, how they are moved."""
        self._model.how = how
        self.setAccessibleDescription(how)

    @property
    def row(self) -> int:
        """The current row, -1 for none."""
        return self.currentIndex().row()

    @property
    def lines(self) -> tuple[RuleLine, ...]:
        """What the cards say."""
        return self._model.lines

    def select(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        index = self._model.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), len(self.lines) * card_height())

    def minimumSizeHint(self) -> QSize:
        shown = min(len(self.lines), _AT_LEAST)
        return QSize(super().minimumSizeHint().width(), shown * card_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gap >= 0 and event.key() == Qt.Key.Key_Escape:
            self._end_drag()
            self._pressed = -1
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.row >= 0:
                self.opened.emit(self.row)
            return
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.remove_asked.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
        else:
            place = self.viewport().mapFrom(self, event.pos())
        if self.indexAt(place).isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self._pressed = self.indexAt(self._pressed_at).row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        if self._pressed < 0 or not self.movable:
            return
        far = (place - self._pressed_at).manhattanLength()
        if self._gap < 0 and far < QApplication.startDragDistance():
            return
        if self._gap < 0:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll.start()
        self._show_gap(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row, gap = self._pressed, self._gap
        self._pressed = -1
        if gap < 0:
            super().mouseReleaseEvent(event)
            return
        self._end_drag()
        to = gap - (gap > row)
        if to != row:
            self.dropped.emit(row, to)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap < 0:
            return
        theme = current_theme()
        top = self._top_of(self._gap) - theme.size("space_s") // 2
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(0, max(top, 1), self.viewport().width(), max(top, 1))

    # ---- dragging

    @property
    def dragged(self) -> int:
        """The row of the card that is being dragged, -1 for none."""
        return self._pressed if self._gap >= 0 else -1

    def _show_gap(self, place: QPoint) -> None:
        rects = [self.visualRect(self._model.index(row)) for row in range(len(self.lines))]
        self._gap = sum(rect.center().y() < place.y() for rect in rects)
        self.viewport().update()

    def _end_drag(self) -> None:
        self._gap = -1
        self._scroll.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _scroll_on(self) -> None:
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        edge = card_height() // 3
        step = (place.y() > self.viewport().height() - edge) - (place.y() < edge)
        if step:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step * edge // 2)
            self._show_gap(place)

    def _top_of(self, row: int) -> int:
        if row < len(self.lines):
            return self.visualRect(self._model.index(row)).top()
        return self.visualRect(self._model.index(row - 1)).bottom() + 1

    def _tell(self, current: QModelIndex) -> None:
        self.chosen.emit(current.row())


def card_height() -> int:
    """Return the height of a card with the gap under it, in pixels."""
    theme = current_theme()
    lines = theme.line("body") + theme.line("secondary")
    return lines + 2 * theme.size("space_s") + theme.size("space_s")


class _RuleDelegate(QStyledItemDelegate):
    def __init__(self, parent: RuleList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, card_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        line: RuleLine = index.data(_LineRole)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        card = option.rect.adjusted(0, 0, 0, -theme.size("space_s"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._list.dragged == index.row():
            painter.setOpacity(0.5)
        self._paint_card(painter, theme, card, option)
        gap = theme.size("space_m")
        place = card.adjusted(gap, theme.size("space_s"), -gap, -theme.size("space_s"))
        if self._list.movable:
            side = theme.size("icon")
            grip = self._take(place, side, theme.size("space_s"), mirrored=mirrored)
            picture = pixmap("grip-vertical", "muted", side, ratio_of(painter))
            painter.drawPixmap(grip.left(), grip.center().y() - side // 2, picture)
        place = self._paint_pill(painter, theme, place, line, mirrored=mirrored)
        self._paint_words(painter, theme, place, line, mirrored=mirrored)
        painter.restore()

    def _paint_card(
        self, painter: QPainter, theme: Theme, card: QRect, option: QStyleOptionViewItem
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        width = 2 if chosen and self._list.hasFocus() else 1
        painter.setPen(QPen(theme.color("accent" if chosen else "line"), width))
        ground = "accent_soft" if chosen else "hover" if over else "surface"
        painter.setBrush(theme.color(ground))
        inset = width / 2
        radius = theme.size("radius_card")
        painter.drawRoundedRect(QRectF(card).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_pill(
        self, painter: QPainter, theme: Theme, place: QRect, line: RuleLine, *, mirrored: bool
    ) -> QRect:
        """Paint the severity at the end and return the room that is left."""
        font = theme.font("pill")
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(line.severity)
        width += 2 * theme.size("radius_pill")
        height = theme.line("pill") + 2
        pill = QRect(0, place.center().y() - height // 2, width, height)
        rest = QRect(place)
        used = width + theme.size("space_m")
        if mirrored:
            pill.moveLeft(place.left())
            rest.adjust(used, 0, 0, 0)
        else:
            pill.moveRight(place.right())
            rest.adjust(0, 0, -used, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{line.tone}_soft"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.color(line.tone))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, line.severity)
        return rest

    def _paint_words(
        self, painter: QPainter, theme: Theme, place: QRect, line: RuleLine, *, mirrored: bool
    ) -> None:
        column = min(self._list.code_width, place.width() // 4)
        painter.setPen(theme.color("muted"))
        code = self._take(place, column, theme.size("space_m"), mirrored=mirrored)
        draw_text(painter, code, line.code, theme.font("body"))
        first = QRect(place)
        first.setHeight(theme.line("body"))
        if not (line.note or line.mark):
            first.moveTop(place.center().y() - first.height() // 2)
        painter.setPen(theme.color("text"))
        draw_text(painter, first, line.title, theme.font("body"))
        second = QRect(place)
        second.setTop(first.bottom() + 1)
        if line.mark:
            painter.setPen(theme.color("warning"))
            painter.setFont(theme.font("secondary"))
            shown = visible(line.mark)
            width = min(painter.fontMetrics().horizontalAdvance(shown) + 1, second.width())
            mark = self._take(second, width, theme.size("space_s"), mirrored=mirrored)
            draw_text(painter, mark, shown, theme.font("secondary"))
        painter.setPen(theme.color("muted"))
        draw_text(painter, second, line.note, theme.font("secondary"))

    @staticmethod
    def _take(place: QRect, width: int, gap: int, *, mirrored: bool) -> QRect:
        """Cut a column off the leading edge of `place` and return it."""
        part = QRect(place)
        part.setWidth(width)
        if mirrored:
            part.moveRight(place.right())
            place.adjust(0, 0, -width - gap, 0)
        else:
            place.adjust(width + gap, 0, 0, 0)
        return part
