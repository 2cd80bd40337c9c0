# SPDX-License-Identifier: MIT
"""Errors carry a code, and the values for its words."""

from groupdesk.domain.errors import CancelledError, FileRefusedError, ValidationError
from tests.helpers import clear_error


def test_an_error_knows_its_field_and_its_values() -> None:
    error = ValidationError("name", "group_name_taken", name="Aurora")
    assert (error.field, error.code) == ("name", "group_name_taken")
    assert "Aurora" in clear_error(error)


def test_a_refused_file_is_named_in_its_words() -> None:
    assert "holiday.gif" in clear_error(FileRefusedError("holiday.gif", "image_gif"))


def test_stopping_says_that_nothing_was_written() -> None:
    assert "Nothing was written" in clear_error(CancelledError())
