# SPDX-License-Identifier: MIT
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupdesk.domain.search_tokens import SearchFields, fold, query_tokens, search_words
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.schema import build
from groupdesk.models.workspace_file import create
from groupdesk.services import pinyin, search
from groupdesk.services.search_upkeep import needs_rebuild

NOW = "2026-01-05T08:00:00Z"
MEMBERS = {
    1: {"name": "李伟", "phone": "138 0013 8000", "note": "发过广告"},
    2: {"name": "Wei Li", "email": "wei.li@acme.com", "external_id": "wxid_7f3a9"},
    3: {"name": "曾小单", "nickname": "重庆-小曾", "tags": '["大客户", "VIP"]'},
    4: {"name": "欧阳🌸", "company": "宏达广告公司"},
    5: {"name": "<b>Bob</b>", "note": "100% sure; DROP TABLE person"},
    6: {"name": "...", "handle": "dots"},
    7: {"name": "李　小龙", "person_name": "Bruce Lee"},
}


def add(connection: sqlite3.Connection, member_id: int, **given_values: str) -> None:
    value = {
        "name": "", "nickname": "", "company": "", "phone": "", "email": "", "tags": "[]",
        "note": "", "external_id": f"x{member_id}", "handle": "",
    } | given_values  # fmt: skip
    connection.execute(
        "INSERT INTO person VALUES (?, ?, 'zh', ?, ?, ?, ?, ?, 0, 0, ?, NULL, NULL)",
        (
            member_id, value.get("person_name", value["name"]), value["company"], value["phone"],
            value["email"], value["tags"], value["note"], NOW,
        ),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO account VALUES (?, ?, 'wecom', ?, ?)",
        (member_id, member_id, value["external_id"], value["handle"]),
    )
    connection.execute(
        "INSERT INTO membership (id, group_id, person_id, account_id, name, nickname, role, is_bot,"
        " joined_how, invited_by, state, standing_step, waiting, case_count, sort_key)"
        " VALUES (?, 1, ?, ?, ?, ?, 'member', 0, 'unknown', '', 'active', 0, 0, 0, '')",
        (member_id, member_id, member_id, value["name"], value["nickname"]),
    )


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("search") / "workspace.db"
    create(path)
    database = WorkspaceDatabase(path)
    database.open_checked()
    connection = database.connection()
    connection.execute(
        "INSERT INTO customer_group (id, name, platform, external_id, language, purpose, belongs,"
        " owner_name, ladder, created_at, archive_reason)"
        " VALUES (1, 'G', 'wecom', 'g', 'zh', '', '', '', '{}', ?, '')",
        (NOW,),
    )
    for member_id, values in MEMBERS.items():
        add(connection, member_id, **values)
    assert needs_rebuild(connection)
    assert search.index_members(connection, list(MEMBERS)) == len(MEMBERS)
    yield connection
    database.release()


@pytest.fixture
def connection(stored: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    stored.execute("BEGIN IMMEDIATE")
    yield stored
    stored.execute("ROLLBACK")


def found(connection: sqlite3.Connection, query: str) -> list[int]:
    condition = search.matching_ids_sql(query)
    assert condition is not None
    source = search.membership_source(connection, query)
    sql = f"SELECT membership.id FROM {source} WHERE {condition[0]} ORDER BY membership.id"
    ids = [row[0] for row in connection.execute(sql, condition[1])]
    assert sorted(search.first_ids(connection, query, 50)) == ids
    # a small group is looked through one by one, and the same members are found
    hits = search.hits_in(connection, query, 1)
    assert hits.source == "membership"
    sql = f"SELECT id FROM membership WHERE group_id = 1 AND {hits.sql} ORDER BY id"
    assert [row[0] for row in connection.execute(sql, hits.values)] == ids
    return ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("李", [1, 7]),
        ("伟", [1]),
        ("李伟", [1]),
        ("李 伟", [1]),
        ("李小龙", [7]),
        ("小龙", [7]),
        ("lw", [1]),
        ("liwei", [1]),
        ("LIWEI", [1]),
        ("li wei", [1, 2]),
        ("wei li", [1, 2]),
        ("weili", [2]),
        ("iwe", [1]),
        ("lxl", [7]),
        ("xiaolong", [7]),
        ("bruce", [7]),
        ("zengxiaodan", [3]),
        ("cengxiaoshan", [3]),
        ("zeng", [3]),
        ("ceng", [3]),
        ("zxd", [3]),
        ("chongqing", [3]),
        ("zhongqing", [3]),
        ("ouyang", [4]),
        ("🌸", [4]),
        ("阳🌸", [4]),
        ("13800138000", [1]),
        ("0138", [1]),
        ("１３８", [1]),
        ("138-0013", [1]),
        ("7f3a", [2]),
        ("wxid_7f3a9", [2]),
        ("acme.com", [2]),
        ("大客户", [3]),
        ("vip 重庆", [3]),
        ("li 广告", [1]),
        ("广告", [1, 4]),
        ("告公", [4]),
        ("dots", [6]),
        ("...", [6]),
        ("<b>", [5, 7]),
        ("</b> bob", [5]),
        ("nobody", []),
        ("李 acme", []),
    ],
)
def test_what_a_person_types(connection: sqlite3.Connection, query: str, ids: list[int]) -> None:
    assert found(connection, query) == ids


@pytest.mark.parametrize(
    "query",
    [
        '"', '""', "'", "*", "l*", "OR", "li OR wei", "AND", "NOT li", "NEAR(", "NEAR(li wei, 2)",
        "-li", "%", "_", "li%", "^", "^li", "tokens:li", "{tokens}: li", "(", ")", "li)", "+", "\\",
        "'; DROP TABLE person; --", "\x00", "li\x00", "\x1b[0m", "\ud800", "li\ud800", "a" * 5000,
        "李" * 5000, "a b " * 500,
    ],
)  # fmt: skip
def test_syntax_in_a_query_is_plain_text(connection: sqlite3.Connection, query: str) -> None:
    condition = search.matching_ids_sql(query)
    if condition is not None:
        connection.execute(f"SELECT count(*) FROM membership WHERE {condition[0]}", condition[1])
    assert found(connection, "李伟") == [1]


@pytest.mark.parametrize(
    ("query", "same"), [("-liwei", "liwei"), ("liwei*", "liwei"), ('"李', "李")]
)
def test_signs_around_a_word_change_nothing(
    connection: sqlite3.Connection, query: str, same: str
) -> None:
    assert found(connection, query) == found(connection, same)


@pytest.mark.parametrize("query", ["%", "*", "_", "^", '"'])
def test_a_sign_alone_is_no_wildcard(connection: sqlite3.Connection, query: str) -> None:
    assert found(connection, query) == []


def test_an_empty_query_is_no_condition(connection: sqlite3.Connection) -> None:
    assert search.matching_ids_sql("  ") is None
    assert search.first_ids(connection, "  ", 50) == []


def test_a_few_hits_are_fetched_by_their_ids(connection: sqlite3.Connection) -> None:
    condition = search.matching_ids_sql("liwei")
    assert condition is not None
    sql = (
        f"EXPLAIN QUERY PLAN SELECT membership.id FROM"
        f" {search.membership_source(connection, 'liwei')} WHERE membership.group_id = 1"
        f" AND membership.state = 'active' AND {condition[0]} ORDER BY membership.sort_key"
    )
    plan = " ".join(row[3] for row in connection.execute(sql, condition[1]))
    assert "SEARCH membership USING INTEGER PRIMARY KEY" in plan
    assert search.membership_source(connection, "") == "membership"


def test_a_change_is_found_and_the_old_is_not(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE membership SET name = '王芳' WHERE id = 1")
    connection.execute("UPDATE person SET name = '王芳' WHERE id = 1")
    assert search.index_members(connection, [1]) == 1
    assert found(connection, "wangfang") == [1]
    assert found(connection, "李伟") == []
    assert found(connection, "liwei") == []


def test_indexing_twice_writes_nothing(connection: sqlite3.Connection) -> None:
    before = connection.total_changes
    assert search.index_members(connection, [*MEMBERS, *MEMBERS]) == 0
    assert connection.total_changes == before
    words = connection.execute("SELECT tokens FROM search_text WHERE membership_id = 1").fetchone()
    assert not search.put(connection, 1, words[0])


def index_rows(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search_index, row)")
    try:
        return connection.execute("SELECT term, doc FROM temp.terms").fetchall()
    finally:
        connection.execute("DROP TABLE temp.terms")


def test_withdrawing_leaves_nothing_behind(connection: sqlite3.Connection) -> None:
    before = index_rows(connection)
    add(connection, 99, name="独孤鸿", nickname="qqzzxx", phone="5557778889", note="秘密备注")
    assert search.index_members(connection, [99]) == 1
    assert found(connection, "独孤鸿") == [99]
    assert search.withdraw(connection, 99)
    assert not search.withdraw(connection, 99)
    connection.execute("DELETE FROM membership WHERE id = 99")
    search.scrub(connection)
    for query in ("独", "qqzz", "7778", "秘密", "duguhong"):
        assert found(connection, query) == []
    assert index_rows(connection) == before
    blocks = b"".join(row[0] for row in connection.execute("SELECT block FROM search_index_data"))
    assert "独孤".encode() not in blocks
    assert "鸿".encode() not in blocks


def test_a_membership_that_is_gone_leaves_the_index(connection: sqlite3.Connection) -> None:
    search.put(connection, 1, search_words(SearchFields(name="留")))
    connection.execute("PRAGMA defer_foreign_keys = 1")
    connection.execute("DELETE FROM membership WHERE id = 1")
    assert search.index_members(connection, [1, 2]) == 1
    assert search.first_ids(connection, "留", 5) == []


def test_rebuilding_gives_the_same_index(connection: sqlite3.Connection) -> None:
    search.scrub(connection)
    before = index_rows(connection)
    connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    assert search.first_ids(connection, "李伟", 5) == []
    assert search.rebuild(connection) == len(MEMBERS)
    assert index_rows(connection) == before
    connection.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")


def test_another_token_version_asks_for_a_rebuild(connection: sqlite3.Connection) -> None:
    assert not needs_rebuild(connection)
    connection.execute("UPDATE search_text SET tokens = '0' || substr(tokens, 2)")
    assert needs_rebuild(connection)
    search.rebuild(connection)
    assert not needs_rebuild(connection)


def test_an_empty_workspace_needs_no_rebuild(tmp_path: Path) -> None:
    create(tmp_path / "w.db")
    connection = sqlite3.connect(tmp_path / "w.db")
    try:
        assert not needs_rebuild(connection)
        assert search.rebuild(connection) == 0
    finally:
        connection.close()


HAN = st.text(alphabet="李伟小单曾重庆长乐🌸灣がお", min_size=1, max_size=6)
LATIN = st.text(alphabet="abcéÜßＡ1２", min_size=1, max_size=8)
NAMES = st.lists(st.one_of(HAN, LATIN, st.sampled_from([" ", "-", "_", "%", "."])), max_size=5).map(
    "".join
)


def fields(name: str, note: str, number: str) -> SearchFields:
    return SearchFields(
        name=name,
        pinyin=pinyin.full(name),
        initials=pinyin.initials(name),
        external_id=number,
        note=note,
    )


@cache
def empty_workspace() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        build(connection)
        return connection.serialize()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(NAMES, NAMES, st.integers(0, 10**11).map(str)), min_size=1, max_size=8),
    st.data(),
)
def test_recall_and_precision_against_substring(
    members: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(empty_workspace())
        all_fields = [fields(*member) for member in members]
        search.put_many(connection, ((i, search_words(f)) for i, f in enumerate(all_fields, 1)))
        # A query is cut from what some member holds, or from a name of its own.
        text = data.draw(st.sampled_from([t for member in members for t in member]) | NAMES)
        for said in pinyin.full(text):
            text = data.draw(st.sampled_from([text, said]))
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        query = text[start:end]
        hits = set(search.first_ids(connection, query, 100))
        sure = {i for i, f in enumerate(all_fields, 1) if _holds(f, query, joined=False)}
        perhaps = {i for i, f in enumerate(all_fields, 1) if _holds(f, query, joined=True)}
        assert hits <= perhaps
        # A letter or digit alone is looked for at the start of words only.
        if not any(len(word) == 1 and word.isascii() for word in query_tokens(query).words):
            assert hits >= sure
    finally:
        connection.close()


def _holds(member: SearchFields, query: str, *, joined: bool) -> bool:
    """Tell whether each word of a query is part of a field, as a plain search would see it.

    Joined: also with what stands between the words of a name left out.
    """
    texts = [fold(t) for t in (member.name, member.note, member.external_id)]
    bare = [t for t in texts if not any(c.isalnum() or c == "🌸" for c in t)]
    texts += [*member.pinyin, *member.initials]
    if joined:
        texts.append("".join(c for c in fold(member.name) if c.isalnum()))
    words = query_tokens(query).words
    return bool(words) and all(
        any(word[1:] in t for t in bare) if word[0] == "\t" else any(word in t for t in texts)
        for word in words
    )
