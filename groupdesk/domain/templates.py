# SPDX-License-Identifier: MIT
"""Polite messages with named placeholders: `{member_name}` and the like, and nothing cleverer.

A template is text from outside, so it is scanned, never formatted or evaluated: only the names
of PLACEHOLDERS are filled, once, and every other brace stays what it is, text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.text import is_blank

PLACEHOLDERS: Final = frozenset(
    {
        "member_name",
        "group_name",
        "rule_code",
        "rule_title",
        "rule_text",
        "rule_hint",
        "incident_date",
        "manager_name",
        "step_name",
        "counts_until",
        "reason",
        "helper_contact",
        "until_date",
        "return_note",
    }
)
"""The names a template may use; `rule_hint` says what to do instead, `return_note` is the
sentence on how and when a removed member may come back."""

RULE_PLACEHOLDERS: Final = frozenset({"rule_code", "rule_title", "rule_text", "rule_hint"})
"""Those that only a breach of a rule can fill."""

_SHOWN = 40
_BRACE = re.compile("[{}]")
# printf's way, but not the per cent sign of "5 %s" or "20 %discount"
_PERCENT = re.compile(r"(?<![0-9])(?<![0-9] )%(?:\([a-z_]{1,40}\))?[sd](?![A-Za-z0-9_])")


@dataclass(frozen=True, slots=True)
class MessageTemplate:
    """One wording of a message; `body` holds the placeholders."""

    id: str
    kind: TemplateKind
    language: Language
    tone: Tone
    name: str
    body: str
    term: Term | None = None
    """The term of a removal that it is written for; None for any."""

    @property
    def needs_rule(self) -> bool:
        """Say whether only a breach of a rule can fill it."""
        return not RULE_PLACEHOLDERS.isdisjoint(names_in(self.body))


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its values: `spans` are the inserted values, `gaps` what is not filled.

    `missing` are the names without a value; `unknown` what looks like a placeholder and is none,
    as it is written, cut to 40 characters. Both in order of appearance, without repetition.
    """

    text: str
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()

    @property
    def complete(self) -> bool:
        """Say whether nothing is left to fill in."""
        return not self.gaps


def fill(
    text: str, values: Mapping[str, str], fallbacks: Mapping[str, str] | None = None
) -> Filled:
    """Return `text` with each placeholder replaced by its value, once and as it is.

    A blank or missing value takes its fallback; without one the placeholder stays visible.
    """
    parts: list[str] = []
    missing: dict[str, None] = {}
    unknown: dict[str, None] = {}
    spans: list[tuple[int, int]] = []
    gaps: list[tuple[int, int]] = []
    length = done = 0
    for start, end in _tokens(text):
        piece = text[start:end]
        value = None
        if _is_placeholder(piece):
            value = _value(piece[1:-1], values, fallbacks or {})
            if value is None:
                missing[piece[1:-1]] = None
        else:
            unknown[piece if len(piece) <= _SHOWN else piece[: _SHOWN - 1] + "…"] = None
        put = piece if value is None else value
        at = length + start - done
        (gaps if value is None else spans).append((at, at + len(put)))
        parts += (text[done:start], put)
        length, done = at + len(put), end
    parts.append(text[done:])
    return Filled("".join(parts), tuple(missing), tuple(unknown), tuple(spans), tuple(gaps))


def names_in(text: str) -> frozenset[str]:
    """Return the known placeholders that `text` uses."""
    pieces = (text[start:end] for start, end in _tokens(text))
    return frozenset(piece[1:-1] for piece in pieces if _is_placeholder(piece))


def _is_placeholder(piece: str) -> bool:
    return piece[0] == "{" and piece[-1] == "}" and piece[1:-1] in PLACEHOLDERS


def _value(name: str, values: Mapping[str, str], fallbacks: Mapping[str, str]) -> str | None:
    for source in (values, fallbacks):
        value = source.get(name, "")
        if not is_blank(value):
            return value
    return None


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    """Yield what is a placeholder or looks like one: outermost pairs, open braces, %s."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        at = match.start()
        if match[0] == "{":
            opened.append(at)
        elif opened:
            start = opened.pop()
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, at + 1))
    # A brace nobody closed is reported only where a name was begun: ":-{" is a face.
    begun = [(at, at + 1) for at in opened if re.match(r"[{A-Za-z_]", text[at + 1 : at + 2])]
    per_cents = [(match.start(), match.end()) for match in _PERCENT.finditer(text)]
    done = 0
    for start, end in sorted(pairs + begun + per_cents):
        if start >= done:
            yield start, end
            done = end
