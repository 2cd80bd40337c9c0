# SPDX-License-Identifier: MIT
"""Whatever a JSON file holds: members, rejected entries, or one of our refusals."""

import contextlib
import io
import json
import random
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.errors import FileRefusedError
from groupdesk.services.imports.convert import Converter
from groupdesk.services.imports.dates import DateReader
from groupdesk.services.imports.formats import document, json_stream, recognise
from groupdesk.services.imports.formats.document import load
from groupdesk.services.imports.formats.json_stream import JsonStream
from tests.services.imports.formats import test_discord as discord
from tests.services.imports.formats import test_matrix as matrix
from tests.services.imports.formats import test_mattermost as mattermost
from tests.services.imports.formats import test_others as others
from tests.services.imports.formats import test_telegram as telegram
from tests.services.imports.lists import wecom

CHAT = telegram.chat(
    telegram.service(0, "Ada", "user1", "create_group", members=["Ben"]),
    telegram.message(1, "Ben", "user2"),
    telegram.service(2, "Ada", "user1", "remove_members", members=["Ben"]),
    telegram.service(3, "Cleo", "user3", "join_group_by_link", inviter="Ada"),
)
DOCUMENTS: list[Any] = [
    wecom(),
    [wecom(), wecom()],
    CHAT,
    telegram.export(CHAT, CHAT, contacts={"list": [{"user_id": 1, "first_name": "A"}]}),
    [discord.member("1", "a"), discord.member("2", "b")],
    {
        "guild": {"id": "1", "name": "G"},
        "channel": {"id": "2"},
        "messages": [discord.said("2024-05-02T10:00:00+00:00", discord.author("1", "ada"))],
    },
    others.SLACK,
    {"data": others.QQ},
    {"data": {"items": [{"member_id": "ou_1", "name": "张"}]}},
    {"members": [others.zulip(1, "Iago"), others.zulip(2, "Zoe")]},
    {"chunk": [matrix.event("@a:x", "join"), matrix.event("@b:x", "leave", sender="@a:x")]},
    {"joined": {"@a:x": {"display_name": "A"}}},
    [mattermost.user("ada", delete_at=0)],
    [{"type": "user", "user": mattermost.user("ada")}, {"type": "bot", "bot": {"username": "b"}}],
]
JUNK: list[Any] = [
    None, True, "", "null", "\0", "\ud800", 0, -1, 1e300, 10**30, [], {}, [[]], {"list": 5},
    "user0", [None], {"id": {}}, "9" * 5000, [{}], {"messages": {}},
]  # fmt: skip


def outcome(text: str) -> list[int]:
    """Read the text all the way to columns; return how many people each group has."""
    groups = recognise.groups(load(lambda: io.StringIO(text), "f", recognise.LINES), "f")
    for group in groups:
        group.all_notes()
        fields = {field: [at] for at, field in enumerate(group.fields)}
        converter = Converter(fields, len(fields), DateReader(None, 0), check_text=True)
        batch = converter.convert(group.lines, group.rows)
        json.dumps([batch.columns, [one.values for one in batch.rejected]])
    return [len(group.rows) for group in groups]


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every place in a document where something can be put."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    found = []
    for key in keys:
        found.append((value, key))
        if isinstance(value[key], dict | list):
            found += places(value[key])
    return found


def as_text(known: Any) -> str:
    if known == DOCUMENTS[-1]:
        return "\n".join(map(json.dumps, known))
    return json.dumps(known)


@pytest.mark.parametrize("known", DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_every_document_is_known_as_it_comes(known: Any) -> None:
    assert sum(outcome(as_text(known))) > 0


@pytest.mark.parametrize("known", DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_anything_in_any_place_spoils_only_itself(known: Any) -> None:
    """Each value in turn is something else."""
    lines = known is DOCUMENTS[-1]
    text = json.dumps(known)
    for at in range(len(places(json.loads(text)))):
        for junk in JUNK:
            changed = json.loads(text)
            holder, key = places(changed)[at]
            holder[key] = junk
            with contextlib.suppress(FileRefusedError):
                outcome("\n".join(map(json.dumps, changed)) if lines else json.dumps(changed))


@given(st.sampled_from(DOCUMENTS), st.randoms(use_true_random=False))
def test_cut_and_patched_text_is_refused_or_read(known: Any, chance: random.Random) -> None:
    text = list(as_text(known))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        action = chance.randrange(4)
        if action == 0:
            del text[at:]
        elif action == 1:
            del text[at : at + chance.randint(1, 40)]
        elif action == 2:
            text[at] = chance.choice('{}[]",:0e-\\tn\0\ud800 \n')
        else:
            text[at:at] = chance.choice(["{", "[", '"', "[[", "null", "1", "\\u", ",", "}"])
        if not text:
            break
    with contextlib.suppress(FileRefusedError):
        outcome("".join(text))


@pytest.mark.parametrize("opening", ["[", '{"messages":[', '{"a":', '{"messages":[{"a":[', "[{"])
def test_deep_nesting_is_refused(opening: str) -> None:
    with pytest.raises(FileRefusedError) as caught:
        outcome(opening * 200_000)
    assert caught.value.code in {"json_too_deep", "json_broken"}


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
), st.integers(1, 9))  # fmt: skip
def test_a_value_is_the_same_however_it_is_cut(value: object, size: int) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    expected = json.loads(text, parse_int=str)
    assert in_pieces(text, size, JsonStream.value) == expected


def in_pieces(text: str, size: int, read: Callable[[JsonStream], object]) -> object:
    """Read a text that comes a few characters at a time."""

    class Trickle(io.StringIO):
        def read(self, _size: int | None = -1, /) -> str:
            return super().read(size)

    stream = JsonStream(Trickle(text), "f")
    found = read(stream)
    stream.end()
    return found


def test_a_mistake_is_found_in_its_line_wherever_the_text_was_cut() -> None:
    text = '{"chats": {"list": [\n{"a": 1},\n{"a": tru},\n{"a": 2}]}}'
    for size in (1, 7, 1000):
        with pytest.raises(FileRefusedError) as caught:
            in_pieces(text, size, JsonStream.value)
        assert (caught.value.code, caught.value.values["line"]) == ("json_broken", 3)


def test_a_single_endless_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "MAX_VALUE", 1000)
    monkeypatch.setattr(json_stream, "CHUNK", 100)
    with pytest.raises(FileRefusedError) as caught:
        in_pieces('{"a": "' + "x" * 5000, 100, JsonStream.value)
    assert caught.value.code == "list_needs_memory"


class Endless(io.StringIO):
    """A group's history that is written while it is read."""

    def __init__(self, messages: int) -> None:
        super().__init__()
        self._left = messages
        self.given = 0

    def read(self, _size: int | None = -1, /) -> str:
        if not self.given:
            text = '{"name": "Big", "type": "private_supergroup", "messages": ['
        elif self._left:
            told = telegram.message(1, "Ada", f"user{self._left // 400 % 50 + 1}", text="y" * 2000)
            count = min(400, self._left)
            self._left -= count
            text = ",".join([json.dumps(told)] * count) + ("," if self._left else "]}")
        else:
            return ""
        self.given += len(text)
        return text

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]  # size too
        return ""


def test_a_history_needs_no_room_of_its_own() -> None:
    opened: list[Endless] = []

    def open_history() -> Endless:
        opened.append(Endless(20_000))
        return opened[-1]

    tracemalloc.start()
    try:
        (group,) = recognise.groups(load(open_history, "f", recognise.LINES), "f")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(group.rows) == 50
    assert opened[-1].given > 40_000_000
    assert peak < 12_000_000


def test_whatever_is_no_message_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_KEPT", 2000)
    outcome(json.dumps(telegram.chat(*[telegram.message(1, "A", "user1")] * 50)))
    with pytest.raises(FileRefusedError) as caught:
        outcome(json.dumps([discord.member(str(number), "a") for number in range(50)]))
    assert caught.value.code == "json_too_large"
