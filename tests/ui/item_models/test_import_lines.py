# SPDX-License-Identifier: MIT
"""Pages of a preview come when they are looked at, and what was decided is kept apart from them."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from groupdesk.domain.import_preview import LineKind, PreviewLine
from groupdesk.ui.item_models.import_lines import (
    NAME,
    PAGE,
    PAGES,
    TICK,
    Decisions,
    ImportLines,
    LineWords,
)

Came = Callable[[tuple[PreviewLine, ...]], object]
WORDS = LineWords(lambda line: line.text, lambda _line: ("", "muted"), ("a", "b", "c", "d"))


class Source:
    """Keeps the questions until the test answers them."""

    def __init__(self) -> None:
        self.waiting: list[tuple[LineKind, int, Came]] = []

    def __call__(self, kind: LineKind, start: int, came: Came) -> None:
        self.waiting.append((kind, start, came))

    def answer(self) -> None:
        kind, start, came = self.waiting.pop(0)
        came(tuple(PreviewLine(kind, n, f"P{n}") for n in range(start, start + PAGE)))


def name(model: ImportLines, row: int) -> object:
    return model.index(row, NAME).data()


def test_a_page_is_asked_for_once_and_shown_when_it_comes() -> None:
    source = Source()
    model = ImportLines(source, WORDS, Decisions())
    model.show_kind(LineKind.NEW, 1000)
    assert name(model, 150) is None
    assert name(model, 160) is None
    assert [start for _kind, start, _came in source.waiting] == [PAGE]
    source.answer()
    assert name(model, 150) == "P150"


def test_a_page_of_another_kind_that_comes_late_is_not_shown() -> None:
    source = Source()
    model = ImportLines(source, WORDS, Decisions())
    model.show_kind(LineKind.NEW, 10)
    assert name(model, 0) is None
    model.show_kind(LineKind.CHANGED, 10)
    source.answer()
    assert name(model, 0) is None


def test_memory_does_not_grow_with_scrolling() -> None:
    source = Source()
    model = ImportLines(source, WORDS, Decisions())
    model.show_kind(LineKind.NEW, 100 * PAGE * PAGES)
    for number in range(3 * PAGES):
        name(model, number * PAGE)
        source.answer()
    assert len(model._pages) <= PAGES


def test_a_kind_that_was_left_out_but_for_one_line() -> None:
    source = Source()
    decisions = Decisions()
    model = ImportLines(source, WORDS, decisions)
    model.show_kind(LineKind.NEW, PAGE)
    decisions.set_all(LineKind.NEW, taken=False)
    name(model, 0)
    source.answer()
    model.toggle(7)
    ticks = [
        row
        for row in range(PAGE)
        if Qt.CheckState(model.index(row, TICK).data(Qt.ItemDataRole.CheckStateRole))
        is Qt.CheckState.Checked
    ]
    assert ticks == [7]
    assert decisions.taken_of(LineKind.NEW, PAGE) == 1
    take = decisions.take()
    assert [line for line in range(PAGE) if take.takes(LineKind.NEW, line)] == [7]
    assert take.takes(LineKind.CHANGED, 7)
