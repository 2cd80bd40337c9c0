# SPDX-License-Identifier: MIT
"""One spelling for what is hashed."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.canonical import (
    canonical_json,
    canonical_texts,
    entry_hash,
    payload_digest,
    row_digest,
    row_digests,
)

text = st.text(st.characters(exclude_categories=["Cs"]))
scalars = st.none() | st.integers() | text
fields = st.lists(st.none() | text, max_size=4).map(tuple)


@given(st.dictionaries(text, scalars))
def test_the_same_content_gives_the_same_bytes(content: dict[str, object]) -> None:
    turned = dict(reversed(content.items()))
    decomposed = {
        key: unicodedata.normalize("NFD", value) if isinstance(value, str) else value
        for key, value in content.items()
    }
    assert canonical_json(turned) == canonical_json(content)
    assert canonical_json(decomposed) == canonical_json(content)
    assert b"\n" not in canonical_json(content)
    json.loads(canonical_json(content))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_cannot_say_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json({"a": value})


@given(fields, fields)
def test_two_lists_of_fields_never_read_the_same(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    same = entry_hash(one, b"", bytes(32)) == entry_hash(other, b"", bytes(32))
    assert same is (one == other)


def test_the_hash_hangs_on_payloads_and_on_the_entry_before() -> None:
    base = entry_hash((1, "a"), b"x" * 32, bytes(32))
    assert base != entry_hash((1, "a"), b"y" * 32, bytes(32))
    assert base != entry_hash((1, "a"), b"x" * 32, b"\1" * 32)
    assert payload_digest(b"s" * 16, b"{}") != payload_digest(b"t" * 16, b"{}")


def test_a_row_digest_tells_changes_and_bears_new_empty_columns() -> None:
    row = {"id": 1, "name": "Li Wei", "note": None}
    assert row_digest(row) == row_digest(row | {"added_later": None})
    assert row_digest(row) != row_digest(row | {"note": "x"})
    assert row_digest(row) != row_digest(row | {"name": "Li Wie"})
    assert row_digest({"a": "1"}) != row_digest({"a": 1})


@given(st.dictionaries(text, scalars | st.booleans() | st.floats(allow_nan=False, width=32)))
def test_many_rows_have_the_digests_of_single_ones(row: dict[str, object]) -> None:
    finite = {
        name: value for name, value in row.items() if value not in (float("inf"), -float("inf"))
    }
    assert row_digests(tuple(finite))(tuple(finite.values())) == row_digest(finite)


@given(st.dictionaries(text, text), st.dictionaries(text, text))
def test_texts_are_spelled_as_everything_is(after: dict[str, str], rows: dict[str, str]) -> None:
    assert canonical_texts(after, rows) == canonical_json({"after": after, "rows": rows})
    body = {"after": after, "rows": rows} | ({"before": rows} if rows else {})
    assert canonical_texts(after, rows, rows) == canonical_json(body)
