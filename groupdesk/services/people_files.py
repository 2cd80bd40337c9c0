# SPDX-License-Identifier: MIT
"""Files for people: tables that a spreadsheet opens safely, and plain text."""

import csv
import io
from collections.abc import Sequence

from groupdesk.domain.cells import csv_cell
from groupdesk.domain.text import visible
from groupdesk.services.groups import Groups
from groupdesk.services.ledger import Ledger
from groupdesk.services.rules import Rules
from groupdesk.words import Words


def csv_file(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """Return a table with a byte order mark, so that a spreadsheet shows Chinese; b"" for none."""
    if not rows:
        return b""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(heads)
    # Numbers stay numbers; text that looks like one, or like a formula, stays text.
    writer.writerows(
        [cell if isinstance(cell, int | float) else csv_cell(str(cell)) for cell in row]
        for row in rows
    )
    return stream.getvalue().encode("utf-8-sig", "replace")


def text_file(parts: Sequence[str]) -> bytes:
    """Return paragraphs as plain text; what cannot be seen in them is shown."""
    return ("\n\n".join(visible(part).strip() for part in parts) + "\n").encode("utf-8", "replace")


def rules_file(ledger: Ledger, group_id: int, words: Words) -> bytes:
    """Return the rules of a group that are in force; b"" where none were published."""
    book = Rules(ledger, Groups(ledger)).current(group_id)
    if book is None:
        return b""
    language = words.language
    parts = [f"{rule.code}  {rule.title(language)}\n{rule.text(language)}" for rule in book.rules]
    return text_file([words("exit_file.rules_version", version=book.version), *parts])
