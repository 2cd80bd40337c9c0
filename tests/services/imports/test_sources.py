# SPDX-License-Identifier: MIT
"""Raw rows of delimited text keep the line they began on."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.errors import FileRefusedError
from groupdesk.services.imports import sources
from groupdesk.services.imports.sources import TextSource

CELL = st.text(st.sampled_from('ab"\n\r, \t王'), max_size=6)


def source(text: str) -> TextSource:
    return TextSource(lambda: io.StringIO(text, newline=""), ",", "list.csv")


@given(st.lists(st.lists(CELL, min_size=1, max_size=3), max_size=8))
def test_every_row_is_found_on_its_line(rows: list[list[str]]) -> None:
    lines, line, text = [], 1, io.StringIO(newline="")
    for row in rows:
        lines.append(line)
        written = io.StringIO(newline="")
        csv.writer(written, quoting=csv.QUOTE_ALL).writerow(row)
        text.write(written.getvalue())
        line += len(io.StringIO(written.getvalue(), newline="").readlines())
    found = [
        pair for batch in source(text.getvalue()).batches() for pair in zip(*batch, strict=True)
    ]
    assert [at for at, _row in found] == lines
    assert [row for _at, row in found] == rows


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_ROWS", 3)
    assert len(list(source("a\nb\nc\n").batches())) == 1
    with pytest.raises(FileRefusedError) as caught:
        list(source("a\nb\nc\nd\n").batches())
    assert caught.value.code == "too_many_rows"
