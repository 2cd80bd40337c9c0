# SPDX-License-Identifier: MIT
"""How a platform shows a plain message: how long it may be, and which signs it takes for markup.

A message is pasted into the platform's own window. WeChat, WeCom, QQ and Feishu show what was
pasted; the others read signs such as *stars* as formatting and swallow them.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final, Literal

from groupdesk.domain.enums import Platform

Style = Literal["bold", "italic", "struck", "code", "underlined", "hidden"]

LENGTH_LIMITS: Final[Mapping[Platform, int]] = {
    Platform.TELEGRAM: 4_096,
    Platform.DISCORD: 2_000,
    Platform.SLACK: 4_000,
    Platform.WHATSAPP: 4_096,
    Platform.ZULIP: 10_000,
}
"""The longest message in characters, as the platforms publish it.

Telegram: Bot API, sendMessage, "1-4096 characters". Discord: API reference, Create Message,
"up to 2000 characters" (more only for those who pay). Slack: longer ones than 4,000 characters are
split, those over 40,000 cut (chat.postMessage, "Truncating content"). WhatsApp: Cloud API, text
body. Zulip: MAX_MESSAGE_LENGTH as delivered. The others publish none for people who type, or
more than a message can have here: Mattermost 16,383, Discourse 32,000, Matrix 64 KiB.
"""

_COMMON_MARK: Final[tuple[tuple[str, Style], ...]] = (
    ("`", "code"),
    ("**", "bold"),
    ("~~", "struck"),
    ("*", "italic"),
)
# code comes first: inside it nothing else is read
_SIGNS: Final[Mapping[Platform, tuple[tuple[str, Style], ...]]] = {
    # telegram.org/faq: **bold** __italic__ ~~strike~~ ||spoiler|| `code`
    Platform.TELEGRAM: (
        ("`", "code"),
        ("**", "bold"),
        ("__", "italic"),
        ("~~", "struck"),
        ("||", "hidden"),
    ),
    # support.discord.com, "Markdown Text 101"
    Platform.DISCORD: (
        ("`", "code"),
        ("**", "bold"),
        ("__", "underlined"),
        ("~~", "struck"),
        ("||", "hidden"),
        ("*", "italic"),
        ("_", "italic"),
    ),
    # slack.com/help, "Format your messages with markup"
    Platform.SLACK: (("`", "code"), ("*", "bold"), ("_", "italic"), ("~", "struck")),
    # faq.whatsapp.com, "How to format your messages"
    Platform.WHATSAPP: (("`", "code"), ("*", "bold"), ("_", "italic"), ("~", "struck")),
    # CommonMark with strike-through, in the words of each one's help
    Platform.MATRIX: (*_COMMON_MARK, ("_", "italic")),
    Platform.ZULIP: _COMMON_MARK,
    Platform.MATTERMOST: (*_COMMON_MARK, ("_", "italic")),
    Platform.DISCOURSE: (*_COMMON_MARK, ("_", "italic")),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A place in the text as it is shown, and how it looks there."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as a platform shows it; `swallowed` are the signs that are gone there."""

    text: str
    runs: tuple[Run, ...] = ()
    swallowed: tuple[str, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    """Where the places that were asked for are now."""


def reads_signs(platform: Platform) -> bool:
    """Say whether the platform takes signs in a text for formatting."""
    return platform in _SIGNS


def shown_on(platform: Platform, text: str, places: tuple[tuple[int, int], ...] = ()) -> Shown:
    """Return how `platform` shows `text`; `places` in the text are followed to where they are.

    Signs that stand around words on one line are taken for formatting, as all of them do; what
    only one of them knows (lists, headings, quotes) is left as it is.
    """
    signs = _SIGNS.get(platform, ())
    if not any(sign in text for sign, _style in signs):
        return Shown(text, places=places)
    taken = bytearray(len(text))
    found: list[tuple[int, int, int, Style]] = []
    swallowed: dict[str, None] = {}
    for sign, style in signs:
        long = len(sign)
        for match in _around(sign).finditer(text):
            start, end = match.span()
            if any(taken[start : start + long]) or any(taken[end - long : end]):
                continue  # the sign is one of a longer one's, or stands in code
            swallowed[sign] = None
            found.append((start, end, long, style))
            for a, b in ((start, end),) if style == "code" else _outer(start, end, long):
                taken[a:b] = b"\1" * (b - a)
    gone = sorted(place for start, end, long, _ in found for place in _outer(start, end, long))
    starts = [start for start, _end in gone]
    before = [0, *accumulate(end - start for start, end in gone)]

    def moved(at: int) -> int:
        past = bisect_left(starts, at)
        inside = max(0, gone[past - 1][1] - at) if past else 0
        return at - before[past] + inside

    ends = [0, *(end for _start, end in gone)]
    parts = [text[a:b] for a, b in zip(ends, [*starts, len(text)], strict=True)]
    runs = sorted((moved(start), moved(end), style) for start, end, _long, style in found)
    return Shown(
        "".join(parts),
        tuple(Run(*run) for run in runs),
        tuple(swallowed),
        tuple((moved(start), moved(end)) for start, end in places),
    )


def _outer(start: int, end: int, long: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where the two signs stand."""
    return (start, start + long), (end - long, end)


@cache
def _around(sign: str) -> re.Pattern[str]:
    """Return what finds words between two such signs, on one line, none of them inside a word."""
    mark, single = re.escape(sign), re.escape(sign[0])
    inner = rf"(?:(?!{mark})[^\n]){{0,2000}}?"
    return re.compile(
        rf"(?<![\w{single}\\]){mark}(?![\s{single}]){inner}(?<![\s{single}\\]){mark}(?![\w{single}])"
    )
