# SPDX-License-Identifier: MIT
"""A remembered mapping comes back as it was, and nothing else is taken for one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.import_records import DateOrder, ImportField, Mapping
from groupdesk.services.imports.transport import (
    TransportError,
    mapping_from_json,
    mapping_to_json,
)

MAPPINGS = st.builds(
    Mapping,
    st.lists(st.none() | st.sampled_from(ImportField)).map(tuple),
    st.none() | st.integers(0, 30),
    st.sampled_from(["", "utf-8", "gb18030"]),
    st.sampled_from(["", ",", "\t"]),
    st.text(max_size=5),
    st.none() | st.sampled_from(DateOrder),
)


@given(MAPPINGS)
def test_a_mapping_survives_being_stored_as_json(mapping: Mapping) -> None:
    assert mapping_from_json(json.loads(json.dumps(mapping_to_json(mapping)))) == mapping


@pytest.mark.parametrize("change", [{"columns": ["emperor"]}, {"columns": 3}, {"date_order": "x"}])
def test_a_mapping_of_another_kind_is_refused(change: dict[str, object]) -> None:
    stored = mapping_to_json(Mapping((ImportField.NAME,))) | change
    with pytest.raises(TransportError):
        mapping_from_json(stored)
