# SPDX-License-Identifier: MIT
"""Tab follows what the eye sees: layouts from top to bottom, rows from left to right.

Qt's own order is that in which widgets were made, which a form that is built in parts, and shows
and hides fields, does not keep.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def go_on(top: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next control inside `top`, or to the one before; False without any.

    After the last one comes the first one again. What is scrolled away is scrolled into sight.
    """
    everything = list(_in_reading_order(top))
    stops = [widget for widget in everything if _takes_tab(widget)]
    if not stops:
        return False
    target = _beside(top.focusWidget(), everything, stops, forward=forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    holder = target.parentWidget()
    while holder is not None and holder is not top:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(target)
        holder = holder.parentWidget()
    return True


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
    layout = top.layout()
    laid_out = [] if layout is None else list(_of_layout(layout))
    held = set(laid_out)
    # What no layout holds (the page of a scroll area) goes by its place.
    loose = [
        child
        for child in top.children()
        if isinstance(child, QWidget) and child not in held and not child.isWindow()
    ]
    for child in (*laid_out, *sorted(loose, key=lambda one: (one.y(), one.x()))):
        yield child
        yield from _in_reading_order(child)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    order = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        order.sort(key=lambda at: tuple(layout.getItemPosition(at)))  # type: ignore[arg-type]
    for at in order:
        item = layout.itemAt(at)
        widget = None if item is None else item.widget()
        inner = None if item is None else item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _of_layout(inner)


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )
