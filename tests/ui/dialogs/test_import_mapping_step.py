# SPDX-License-Identifier: MIT
"""Saying what the columns of a list hold: what is shown, what is asked, what cannot be chosen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import delete

from groupdesk.domain.clock import system_clock
from groupdesk.domain.import_records import (
    DateOrder,
    ImportField,
    ImportFormat,
    Mapping,
    MappingOrigin,
    NeedsMapping,
    Table,
)
from groupdesk.ui.dates import Dates
from groupdesk.ui.dialogs.import_mapping_step import MappingStep
from groupdesk.ui.dialogs.import_texts import ImportTexts
from groupdesk.ui.theme import Theme
from groupdesk.words import Words

F = ImportField
HEADER = ("who", "tag", "tag", "", "joined", "Access Hash", "e1", "e2", "e3")
SAMPLES = (("Ada", "Bob"), ("VIP",), ("tea",), ("x",), ("3/4/2024", "5/6/2024"), (), (), (), ())
FIELDS = (F.NAME, F.TAGS, F.TAGS, None, F.JOINED_AT, None, None, None, None)


def texts(language: str = "en") -> ImportTexts:
    words = Words("zh" if language == "zh" else "en")
    zone = system_clock().tzinfo  # lists tell days of the machine's zone
    now = datetime(2026, 11, 22, 9, tzinfo=UTC).astimezone(zone)
    return ImportTexts(words, Dates("zh" if language == "zh" else "en"), now)


def needs(**more: object) -> NeedsMapping:
    first = (HEADER, ("Ada", "VIP", "tea", "x", "3/4/2024", "", "", "", ""))
    question = NeedsMapping(
        format=ImportFormat.TABLE,
        file_name="list.csv",
        sha256="",
        table=Table(HEADER, SAMPLES, (), first),
        mapping=Mapping(FIELDS, 0, "utf-8", ","),
        shape_key="k",
        encoding="utf-8",
        dates_ambiguous=True,
        date_sample="3/4/2024",
    )
    return replace(question, **more)  # type: ignore[arg-type]  # fields by name


@pytest.fixture
def step(theme: Theme) -> Iterator[MappingStep]:
    made = MappingStep(texts())
    made.show_table(needs())
    made.show()
    yield made
    delete(made)


def shown(step: MappingStep) -> list[str]:
    QApplication.processEvents()
    labels = step.findChildren(QLabel)
    return [part.text() for part in labels if part.isVisibleTo(step) and part.text()]


def choose(step: MappingStep, order: DateOrder | None) -> None:
    step.date_order.setCurrentIndex(step.date_order.findData(order))
    step.date_order.activated.emit(step.date_order.currentIndex())


def test_how_a_date_is_read_is_shown_and_follows_the_choice(step: MappingStep) -> None:
    assert "3/4/2024 → day and month could be swapped" in shown(step)
    assert "How is 3/4/2024 meant?" in shown(step)
    assert "the order of day and month" in step.missing()
    choose(step, DateOrder.DAY_FIRST)
    assert "3/4/2024 → 3 April 2024" in shown(step)
    assert step.missing() == []
    choose(step, DateOrder.MONTH_FIRST)
    assert "3/4/2024 → 4 March 2024" in shown(step)
    assert step.mapping.date_order is DateOrder.MONTH_FIRST


def test_dates_in_a_column_that_was_not_guessed_ask_for_their_order_too(
    step: MappingStep,
) -> None:
    mapping = Mapping((F.NAME, *(None,) * 8), 0, "utf-8", ",")
    step.show_table(needs(mapping=mapping, dates_ambiguous=False, date_sample=""))
    assert not step.date_order.isVisibleTo(step)
    step.combos[4].setCurrentIndex(step.combos[4].findData(F.LAST_ACTIVE))
    assert step.date_order.isVisibleTo(step)
    assert step.missing() == [], "the rest of the list may tell"
    choose(step, DateOrder.DAY_FIRST)
    assert step.mapping.date_order is DateOrder.DAY_FIRST


def test_repeated_and_blank_headings_can_be_told_apart(step: MappingStep) -> None:
    assert {"tag (column 2)", "tag (column 3)", "Column 4"} <= set(shown(step))
    step.combos[3].setCurrentIndex(step.combos[3].findData(F.NOTE))
    assert step.mapping.columns[3] is F.NOTE


def test_what_is_never_kept_cannot_be_chosen(step: MappingStep) -> None:
    combo = step.combos[5]
    assert combo.isVisibleTo(step)
    assert not combo.isEnabled()
    assert combo.currentText() == "– never kept –"


def test_empty_columns_wait_behind_a_link(step: MappingStep) -> None:
    assert not step.combos[6].isVisibleTo(step)
    assert "e1" not in shown(step)
    QTest.mouseClick(step.empty_button, Qt.MouseButton.LeftButton)
    assert "e1" in shown(step)
    assert not step.empty_button.isVisibleTo(step)
    step.combos[6].setCurrentIndex(step.combos[6].findData(F.PHONE))
    assert step.mapping.columns[6] is F.PHONE


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (MappingOrigin.GUESS, "does not know"),
        (MappingOrigin.KNOWN, "knows this kind"),
        (MappingOrigin.REMEMBERED, "as you chose them"),
    ],
)
def test_where_the_proposal_comes_from_is_said(
    step: MappingStep, origin: MappingOrigin, said: str
) -> None:
    step.show_table(needs(origin=origin))
    assert any(said in text for text in shown(step))


def test_another_language_keeps_what_was_chosen(step: MappingStep) -> None:
    choose(step, DateOrder.DAY_FIRST)
    step.combos[3].setCurrentIndex(step.combos[3].findData(F.NOTE))
    before = step.mapping
    step.set_texts(texts("zh"))
    assert step.mapping == before
    assert "3/4/2024 → 2024年4月3日" in shown(step)
    assert step.combos[0].currentText() == "姓名"


def test_the_first_row_can_be_said_to_be_no_heading(step: MappingStep) -> None:
    step.header.setCurrentIndex(step.header.findData(None))
    step.header.activated.emit(step.header.currentIndex())
    assert step.mapping.header_row is None
    assert "Column 1" in shown(step)
    assert any("who · Ada" in text for text in shown(step))
