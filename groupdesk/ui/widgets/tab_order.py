# SPDX-License-Identifier: MIT
"""Tab follows what the eye sees: row by row, and in a row from left to right.

Qt's own order is that in which widgets were made, which a form that is built in parts, and shows
and hides fields, does not keep. Places are asked for, not layouts: what `QLayout.itemAt` returns
outlives its item in PySide6, and answers later for another one, or not at all.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QScrollArea, QWidget

TAB_LAST = "tab_last"
"""Set of a control that Tab comes to after all others, wherever it stands."""
_LINE = 16  # pixels; a field that begins no lower stands beside its neighbour
_AROUND = 24  # pixels: the head of a field above it, its hint or error below


def go_on(top: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next control inside `top`, or to the one before; False without any.

    After the last one comes the first one again. What is scrolled away is scrolled into sight.
    """
    everything = sorted(_in_reading_order(top), key=lambda one: bool(one.property(TAB_LAST)))
    stops = [widget for widget in everything if _takes_tab(widget)]
    if not stops:
        return False
    target = _beside(top.focusWidget(), everything, stops, forward=forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    holder = target.parentWidget()
    while holder is not None and holder is not top:
        if isinstance(holder, QScrollArea):
            _show_whole(holder, target)
        holder = holder.parentWidget()
    return True


def _show_whole(area: QScrollArea, target: QWidget) -> None:
    """Scroll until all of `target` is in sight, and a little around it.

    `ensureWidgetVisible` cares for the line of the cursor only where something can be typed; that
    is right for what is higher than the room there is.
    """
    room, high, inside = area.viewport().height(), target.height(), area.widget()
    if high > room or inside is None:
        area.ensureWidgetVisible(target)
        return
    middle = target.mapTo(inside, target.rect().center())
    area.ensureVisible(middle.x(), middle.y(), 0, min(high // 2 + 1 + _AROUND, room // 2))


def _beside(
    now: QWidget | None, everything: list[QWidget], stops: list[QWidget], *, forward: bool
) -> QWidget:
    """Return the stop next to `now`, which need not be a stop itself any more."""
    if now not in everything:
        return stops[0 if forward else -1]
    at = everything.index(now)
    round_trip = [*everything[at + 1 :], *everything[: at + 1]]
    if not forward:
        round_trip = [*reversed(round_trip[:-1]), now]
    allowed = set(stops)
    return next(widget for widget in round_trip if widget in allowed)


def _in_reading_order(top: QWidget) -> Iterator[QWidget]:
    """Yield the widgets inside `top`, each before what it holds; windows of their own are not."""
    inside = [
        child for child in top.children() if isinstance(child, QWidget) and not child.isWindow()
    ]
    for row in _rows(inside):
        for child in row:
            yield child
            yield from _in_reading_order(child)


def _rows(widgets: list[QWidget]) -> list[list[QWidget]]:
    """Return the widgets row by row: who stands beside another, higher or lower, is in its row."""
    rows: list[list[QWidget]] = []
    end = 0
    for widget in sorted(widgets, key=lambda one: (one.y(), one.x())):
        if not rows or widget.y() + min(widget.height() // 2, _LINE) >= end:
            rows.append([])
            end = 0
        rows[-1].append(widget)
        end = max(end, widget.y() + widget.height())
    return [sorted(row, key=lambda one: (one.x(), one.y())) for row in rows]


def _takes_tab(widget: QWidget) -> bool:
    if isinstance(widget, QRadioButton) and not _stands_for_all(widget):
        return False
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )


def _stands_for_all(radio: QRadioButton) -> bool:
    """Say whether Tab comes to it: choices are one stop, at the one that is chosen if any is.

    From there the arrow keys choose; from another one they would only move the focus.
    """
    group = radio.group()
    chosen = group.checkedButton() if group is not None else None
    return chosen is None or chosen is radio or not (chosen.isVisible() and chosen.isEnabled())
