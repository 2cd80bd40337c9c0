# SPDX-License-Identifier: MIT
"""The poster before it is printed: other languages and papers, saved and logged."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language
from groupdesk.services.desk import Desk
from groupdesk.services.reports.pages import PdfPages
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.poster_dialog import PosterDialog


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, desk: Desk) -> PosterDialog:
    book = desk.rules.current(1)
    assert book is not None
    made = PosterDialog(context, desk.groups.get(1), book, (Language.EN,))
    qtbot.addWidget(made)
    made.open()
    return made


def said(dialog: PosterDialog) -> str:
    assert dialog.printed is not None
    with PdfPages(dialog.printed.pdf) as pages:
        return "\n".join(pages.text(at) for at in range(len(pages)))


def test_it_shows_the_rules_and_whom_to_ask(dialog: PosterDialog) -> None:
    text = said(dialog)
    for words in ("Aurora customers", "Our rules", "Version 1", "No advertising", "ask Mei Lin"):
        assert words in text
    assert dialog.preview.page_count > 1
    assert dialog._hint.text().startswith(f"{dialog.preview.page_count} pages · ")


def test_two_languages_and_large_paper(dialog: PosterDialog) -> None:
    dialog.language.setCurrentIndex(2)
    dialog.paper.setCurrentIndex(2)
    text = said(dialog)
    assert "No advertising" in text
    assert "禁止广告" in text
    assert dialog.printed is not None
    with PdfPages(dialog.printed.pdf) as pages:
        assert round(pages.size(0)[1]) == 1191  # A3 is 420 mm high


def test_saving_is_logged(dialog: PosterDialog, desk: Desk, tmp_path: Path) -> None:
    prints = AuditFilter(action=Action.REPORT_PRINT)
    assert desk.audit.count(prints) == 0
    dialog.save_to(tmp_path / "poster.pdf")
    assert (tmp_path / "poster.pdf").read_bytes().startswith(b"%PDF")
    assert desk.audit.count(prints) == 1
    assert "written into the log" in dialog.banner.text
    dialog.save_to(tmp_path / "gone" / "poster.pdf")
    assert "Choose another folder" in dialog.banner.text
    assert desk.audit.count(prints) == 1
