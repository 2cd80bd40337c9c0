# SPDX-License-Identifier: MIT
import pytest

from groupdesk.ui.translations import LanguageCode, Translations
from tests.keyboard_page import LANGUAGES, MANUAL, page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_lists_the_shortcuts_that_the_window_has(
    translations: Translations, language: LanguageCode
) -> None:
    written = (MANUAL / language / "keyboard.md").read_text(encoding="utf-8")
    assert written == page(translations, language), "run python -m tests.keyboard_page"


def test_every_page_of_the_manual_is_there_in_both_languages() -> None:
    english, chinese = ({path.name for path in (MANUAL / name).iterdir()} for name in LANGUAGES)
    assert english == chinese
