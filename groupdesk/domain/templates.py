# SPDX-License-Identifier: MIT
"""Polite messages with named placeholders: `{member_name}` and the like, and nothing cleverer.

A template is text from outside, so it is scanned, never formatted or evaluated: the names of
PLACEHOLDERS and the fill-ins `{choose:How|by phone|in writing}` and `{write:What}` are filled,
once, and every other brace stays what it is, text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from groupdesk.domain.enums import Language, TemplateKind, Term, Tone
from groupdesk.domain.template_enums import TemplateOrigin, TemplateVariant
from groupdesk.domain.text import is_blank

RULE_PLACEHOLDERS: Final = frozenset({"rule_code", "rule_title", "rule_text", "rule_hint"})
"""Those that only a breach of a rule can fill."""

_FROM_US = frozenset({"group_name", "manager_name", "helper_contact"})
_ALWAYS = _FROM_US | {"member_name"}
_MESSAGE = _ALWAYS | RULE_PLACEHOLDERS | {"incident_date", "recognition"}
_STEP = _MESSAGE | {"step_name", "counts_until"}

FOR_KIND: Final[Mapping[TemplateKind, frozenset[str]]] = {
    TemplateKind.REMINDER: _MESSAGE | {"reminder_note"},
    TemplateKind.TALK: _MESSAGE,
    TemplateKind.WARNING: _STEP,
    TemplateKind.FINAL_WARNING: _STEP,
    TemplateKind.REMOVAL_NOTICE: _MESSAGE
    | {"reason", "return_note", "until_date", "data_note", "appeal_until"},
    TemplateKind.EXIT_ANSWER: _ALWAYS
    | {"leave_date", "successor_name", "until_date", "reason", "leave_note", "handover_note"},
    TemplateKind.NEW_CONTACT: _ALWAYS | {"leaver_name", "successor_name"},
    TemplateKind.REJOIN_ANSWER: _ALWAYS | {"reason", "until_date", "trial_days"},
    TemplateKind.APPEAL_ANSWER: _ALWAYS
    | {"decision_name", "decision_date", "step_name", "counts_until", "reason"}
    | {"checked_note", "next_note"},
    TemplateKind.REVIEW_REMINDER: _ALWAYS | {"until_date"},
    TemplateKind.REVIEW_NOTICE: _ALWAYS | {"until_date"},
    TemplateKind.ANNOUNCEMENT: _FROM_US
    | {"rules_version", "rules_date", "rules_list", "rules_changes"},
    TemplateKind.HEADER: _ALWAYS,
    TemplateKind.FOOTER: _ALWAYS,
}
"""The names that each kind of message has values for; `rule_hint` says what to do instead,
`leaver_name` who looked after a customer so far, `leave_note` says when somebody may leave,
`handover_note` is the sentence on what they hand over, and to whom,
`return_note` is the sentence on how and when a removed member may come back, `data_note` the one
on what becomes of their data, `appeal_until` until when they may object, `decision_name` what
a member objected to, `reminder_note` the sentence on whether a reminder counts and until when,
`step_name` what it is now, `trial_days` how long somebody who comes back is on trial,
`checked_note` the sentence on who looked at what once more, `next_note` the one on what happens
next, `rules_list` and `rules_changes` are several lines: the rules as they stand, and what the last
version changed."""

PLACEHOLDERS: Final = frozenset(chain.from_iterable(FOR_KIND.values()))
"""The names a template may use."""

FRAMES: Final = frozenset({TemplateKind.HEADER, TemplateKind.FOOTER})
"""What stands around messages and is none by itself."""

_SHOWN = 40
_BRACE = re.compile("[{}]")
# A label and its choices are plain words: no brackets, so that nothing can be nested in them.
_FILL_IN = re.compile(
    r"\{(?:write:([^{}\[\]【】|\n\u2060]{1,60})"
    r"|choose:([^{}\[\]【】|\n\u2060]{1,60})((?:\|[^{}\[\]【】|\n\u2060]{1,200}){2,9}))\}"
)
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
    variant: TemplateVariant | None = None
    """The answer that it gives, where the kind has several; None for any."""
    group_id: int | None = None
    """The group whose own it is; None for all groups."""
    origin: TemplateOrigin = TemplateOrigin.BUILT_IN
    hidden: bool = False
    """Whether it is no longer offered."""
    changed_at: str = ""
    """When its own words were last written down; empty for one as it came with the program."""

    @property
    def needs_rule(self) -> bool:
        """Say whether only a breach of a rule can fill it."""
        return not RULE_PLACEHOLDERS.isdisjoint(names_in(self.body))


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its values: `spans` are the inserted values, `gaps` what is not filled.

    `missing` are the names without a value, `open` the labels of fill-ins without an answer;
    `unknown` what looks like a placeholder and is none, as it is written, cut to 40 characters.
    All in order of appearance, without repetition.
    """

    text: str
    missing: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()

    @property
    def complete(self) -> bool:
        """Say whether nothing is left to fill in."""
        return not self.gaps


@dataclass(frozen=True, slots=True)
class FillIn:
    """A place that the writer fills in: one of `choices`, or in own words where there are none."""

    label: str
    choices: tuple[str, ...] = ()

    @property
    def token(self) -> str:
        """Return it as a template has it."""
        return (
            f"{{{'|'.join((f'choose:{self.label}', *self.choices))}}}"
            if self.choices
            else (f"{{write:{self.label}}}")
        )


def fill(
    text: str,
    values: Mapping[str, str],
    fallbacks: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
) -> Filled:
    """Return `text` with each placeholder replaced by its value, once and as it is.

    A blank or missing value takes its fallback; without one the placeholder stays visible.
    Names that only `values` know are filled, too: those of `rule_lists`. `answers` fill the
    fill-ins by their labels.
    """
    parts: list[str] = []
    missing: dict[str, None] = {}
    unanswered: dict[str, None] = {}
    unknown: dict[str, None] = {}
    spans: list[tuple[int, int]] = []
    gaps: list[tuple[int, int]] = []
    length = done = 0
    for start, end in _tokens(text):
        piece = text[start:end]
        value = None
        if _is_placeholder(piece) or piece[1:-1] in values:
            value = _value(piece[1:-1], values, fallbacks or {})
            if value is None:
                missing[piece[1:-1]] = None
        elif (asked := fill_in(piece)) is not None:
            value = _value(asked.label, answers or {}, {})
            if value is None:
                unanswered[asked.label] = None
        else:
            unknown[piece if len(piece) <= _SHOWN else piece[: _SHOWN - 1] + "…"] = None
        put = piece if value is None else value
        at = length + start - done
        (gaps if value is None else spans).append((at, at + len(put)))
        parts += (text[done:start], put)
        length, done = at + len(put), end
    parts.append(text[done:])
    said = "".join(parts)
    return Filled(
        said, tuple(missing), tuple(unanswered), tuple(unknown), tuple(spans), tuple(gaps)
    )


def fill_in(piece: str) -> FillIn | None:
    """Return what a single token asks for, None where it is no fill-in."""
    found = _FILL_IN.fullmatch(piece)
    if found is None:
        return None
    label = (found[1] or found[2]).strip()
    choices = tuple(choice.strip() for choice in (found[3] or "").split("|")[1:])
    blank = is_blank(label) or any(map(is_blank, choices))
    return None if blank or len(set(choices)) < len(choices) else FillIn(label, choices)


def fill_ins(text: str) -> tuple[FillIn, ...]:
    """Return what a writer is asked for in `text`, in order, each label once."""
    found = (fill_in(text[start:end]) for start, end in _tokens(text))
    by_label: dict[str, FillIn] = {}
    for asked in found:
        if asked is not None:
            by_label.setdefault(asked.label, asked)
    return tuple(by_label.values())


def frame(header: Filled, body: Filled, footer: Filled) -> Filled:
    """Return a message between its header and footer, an empty line apart; blank ones fall away.

    Each part is filled by itself before, so that a brace of one can never meet one of another.
    Where there is no message, there is nothing to frame.
    """
    if is_blank(body.text):
        return body
    whole = Filled("")
    for part in (header, body, footer):
        if is_blank(part.text):
            continue
        before = f"{whole.text}\n\n" if whole.text else ""
        at = len(before)
        whole = Filled(
            before + part.text,
            tuple(dict.fromkeys(whole.missing + part.missing)),
            tuple(dict.fromkeys(whole.open + part.open)),
            tuple(dict.fromkeys(whole.unknown + part.unknown)),
            whole.spans + tuple((start + at, end + at) for start, end in part.spans),
            whole.gaps + tuple((start + at, end + at) for start, end in part.gaps),
        )
    return whole


def counterpart(chosen: MessageTemplate, offered: Sequence[MessageTemplate]) -> int:
    """Return where in `offered` the wording stands that comes nearest to `chosen`; 0 without any.

    That is itself, or else one of its language, term and tone, an own one rather for an own one.
    """

    def unlike(one: MessageTemplate) -> tuple[bool, ...]:
        own = TemplateOrigin.OWN
        return (
            one.id != chosen.id,
            one.language is not chosen.language,
            one.term is not chosen.term,
            one.tone is not chosen.tone,
            (one.origin is own) is not (chosen.origin is own),
        )

    return min(range(len(offered)), key=lambda at: unlike(offered[at]), default=0)


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
