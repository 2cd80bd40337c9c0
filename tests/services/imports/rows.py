# SPDX-License-Identifier: MIT
"""Lists as a reader hands them over, for tests of what is done with them."""

from groupdesk.domain.import_records import ImportFormat, ImportRow, ReadResult


def row(number: int, name: str, **more: object) -> ImportRow:
    """Return the row of an account; the number is its id and its place."""
    told: dict[str, object] = {"external_id": f"u{number}"}
    return ImportRow(number + 1, name, **(told | more))  # type: ignore[arg-type]  # named fields


def listed(*rows: ImportRow, **more: object) -> ReadResult:
    """Return a list of these rows; `more` sets other fields."""
    told: dict[str, object] = {
        "format": ImportFormat.TABLE, "encoding": "utf-8", "sha256": "ab" * 32,
        "file_name": "list.csv", "rows": list(rows), "rejected": [], "notes": [],
    }  # fmt: skip
    return ReadResult(**(told | more))  # type: ignore[arg-type]  # named fields
