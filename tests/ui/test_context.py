# SPDX-License-Identifier: MIT
"""Errors become sentences in the window's language; a bug goes to the crash dialog."""

from dataclasses import replace

from groupdesk.domain.errors import StorageError, ValidationError
from groupdesk.ui.context import UiContext


def test_an_error_is_said_in_words(context: UiContext) -> None:
    text = context.error_text(ValidationError("name", "already_member", name="李伟"))
    assert text.startswith("李伟 is already in this group")
    context.translations.set_language("zh")
    assert context.error_text(StorageError("disk_full")).endswith("。")


def test_what_has_no_words_is_reported_and_still_answered(context: UiContext) -> None:
    reported: list[BaseException] = []
    seen = replace(context, report_bug=reported.append)
    error = KeyError("x")
    assert seen.error_text(error)
    assert reported == [error]
