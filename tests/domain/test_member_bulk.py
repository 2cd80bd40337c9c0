# SPDX-License-Identifier: MIT
"""One change says the same of each member, whatever was said before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import MemberRole
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.member_bulk import BulkChange, tags_in, tidy_tags
from groupdesk.domain.records import MemberFields

tags = st.lists(st.sampled_from(["VIP", "vip", "new", "老客户"]), max_size=3).map(tuple)
flags = st.sampled_from([None, True, False])
changes = st.builds(
    BulkChange,
    add_tags=tags,
    remove_tags=tags,
    account_owner=st.sampled_from([None, "", "Mei"]),
    language=st.sampled_from([None, "", "zh"]),
    role=st.sampled_from([None, *MemberRole]),
    key_customer=flags,
    protected=flags,
)
members = st.builds(MemberFields, name=st.just("Ana"), tags=tags.map(tidy_tags), note=st.text())


@given(changes, members)
def test_what_is_left_open_stays_and_twice_is_as_once(
    change: BulkChange, fields: MemberFields
) -> None:
    once = change.of(fields)
    assert change.of(once) == once
    assert (once.name, once.note, once.phone) == (fields.name, fields.note, fields.phone)
    for name in ("key_customer", "protected", "language", "role"):
        wanted = getattr(change, name)
        assert getattr(once, name) == (getattr(fields, name) if wanted is None else wanted)
    said = change.account_owner
    assert once.account_owner == (fields.account_owner if said is None else said)
    shown = {tag.casefold() for tag in once.tags}
    assert {tag.casefold() for tag in change.add_tags} <= shown
    gone = {tag.casefold() for tag in change.remove_tags} - {
        tag.casefold() for tag in change.add_tags
    }
    assert not gone & shown


def test_a_line_is_added_below_the_note() -> None:
    change = BulkChange(add_note="Met")
    assert change.of(MemberFields("Ana")).note == "Met"
    assert change.of(MemberFields("Ana", note="Old")).note == "Old\nMet"


def test_tags_are_tidied_and_an_empty_change_is_none() -> None:
    assert tidy_tags((" VIP ", "", "VIP", "a  b")) == ("VIP", "a b")


def test_a_line_of_tags_is_parted_as_chinese_and_english_part_a_list() -> None:
    assert tags_in("重点，复姓、华东, VIP；a  b;,、") == ("重点", "复姓", "华东", "VIP", "a b")
    assert tags_in(" ，") == ()
    with pytest.raises(ValidationError, match="bulk_nothing"):
        BulkChange(remove_tags=(" ",)).checked()
