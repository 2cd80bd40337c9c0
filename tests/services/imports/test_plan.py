# SPDX-License-Identifier: MIT
"""What an import writes and logs of somebody new, made in one go for many rows."""

import dataclasses
from collections.abc import Sequence
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from groupdesk.domain import canonical
from groupdesk.domain.enums import JoinedHow, MemberRole
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.search_tokens import index_tokens, search_words
from groupdesk.services import search
from groupdesk.services.imports import plan as plans
from groupdesk.services.imports.compare import clean, said
from groupdesk.services.pinyin import sort_key

AT = "2026-11-22T08:00:00.000Z"
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
moments = st.one_of(st.none(), st.just("2025-01-01T08:00:00.000Z"))
rows = st.builds(
    ImportRow,
    line=st.integers(1, 9),
    name=texts.filter(str.strip),
    nickname=texts,
    external_id=texts,
    handle=texts,
    role=st.one_of(st.none(), st.sampled_from(MemberRole)),
    joined_at=moments,
    joined_how=st.sampled_from(JoinedHow),
    invited_by=texts,
    last_active=moments,
    message_count=st.one_of(st.none(), st.integers(0, 10**9)),
    phone=texts,
    email=texts,
    company=texts,
    tags=st.lists(texts.filter(bool), max_size=3).map(tuple),
    note=texts,
    is_bot=st.booleans(),
    deactivated=st.booleans(),
)


def planned(people: Sequence[ImportRow]) -> plans.Plan:
    plan = plans.Plan(snapshot_id=5)
    ids = plans.Ids(count(11), count(21), count(31), 5, (11, 21, 31, 5))
    group = (3, "Aurora “小群”", "wecom")
    plans.add_new(plan, ids, people, group, AT, lambda _stage, _done, _total: None)
    return plan


@settings(deadline=None)
@given(st.lists(rows.map(clean), max_size=5))
def test_what_is_logged_and_indexed_is_what_the_plain_functions_say(
    people: list[ImportRow],
) -> None:
    plan = planned(people)
    assert {len(getattr(plan, one.name)) for one in dataclasses.fields(plan)[1:]} == {len(people)}
    for at, row in enumerate(people):
        *stay, key = plan.memberships[at]
        assert key == sort_key(row.name)
        digest = canonical.row_digest(dict(zip(plans.MEMBERSHIP, stay, strict=True)))
        after = {"member": row.name, "group": "Aurora “小群”", **said(row)}
        body = {"after": after, "rows": {f"membership:{31 + at}": digest}}
        assert plan.payloads[at] == (11 + at, canonical.canonical_json(body))
        tags, note = plan.persons[at][6:8]
        told = (
            *(31 + at, row.name, row.nickname, row.name, row.company, row.phone, row.email),
            *(tags, note, row.external_id, row.handle, row.account_owner),
        )
        words = search_words(search.fields_of(told))
        assert plan.search[at] == (31 + at, words, index_tokens(words))


def test_a_long_list_gives_each_row_ids_of_its_own() -> None:
    people = [ImportRow(line, f"Ann {line}") for line in range(2, plans.STEP + 12)]
    plan = planned(people)
    for table, first in ((plan.persons, 11), (plan.accounts, 21), (plan.memberships, 31)):
        assert [row[0] for row in table] == list(range(first, first + len(people)))
    assert [row[1] for row in plan.persons] == [row.name for row in people]
    assert [row[1] for row in plan.accounts] == [row[0] for row in plan.persons]
    assert [row[2:4] for row in plan.memberships] == [
        (person[0], account[0]) for person, account in zip(plan.persons, plan.accounts, strict=True)
    ]
