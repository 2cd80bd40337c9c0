# SPDX-License-Identifier: MIT
"""A message that was written for one rule, when it is about several: each is named, as one says it.

`{rule_code}` becomes numbered placeholders, `{rule_code.1}` and on, which `numbered` has values
for; so titles are put in by `templates.fill` like all values, once and as they are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from groupdesk.domain.enums import Language, Severity

MOST_RULES: Final = 5
"""How many rules one message can be about; more are no message but a reckoning."""

_GRAVITY = tuple(Severity)  # from the mildest on
_QUOTES = "“\"‘'「『《（("
_CLOSED = "”\"’'」』》）)"
_PAIR = re.compile(
    r"(?P<lead>\b[Rr]ule )?\{rule_code\}"
    rf"(?P<title>[ ,:，、：]{{0,2}}[{_QUOTES}]?\{{rule_title\}}[{_CLOSED}]?)?"
)
_TITLE = re.compile(rf"(?P<lead>\b[Rr]ule )?(?P<title>[{_QUOTES}]?\{{rule_title\}}[{_CLOSED}]?)")
_TEXT = re.compile(r"(?P<alone>^\{rule_text\}$)|\{rule_text\}", re.MULTILINE)
# What a wording says of its one rule beside naming it. The longer ones come first.
_MANY: Final[Mapping[Language, tuple[tuple[str, str], ...]]] = {
    Language.EN: (
        ("the rule is broken", "one of the rules is broken"),
        ("breaks this rule", "breaks these rules"),
        ("this rule is", "these rules are"),
        ("this rule", "these rules"),
        ("the rule is", "the rules are"),
        ("the rule", "the rules"),
    ),
    Language.ZH: (
        ("这条群规", "这几条群规"),
        ("该条群规", "这几条群规"),
        ("这条规则", "这几条规则"),
        ("这一条", "这几条"),
    ),
}


def gravest(severities: Iterable[Severity]) -> Severity | None:
    """Return the gravest of some severities, None without any."""
    return max(severities, key=_GRAVITY.index, default=None)


def say_many(text: str, language: Language) -> str:
    """Return a wording that says "this rule" as one says it of several."""
    said = _MANY[language]
    whole = {one.casefold(): many for one, many in said}
    pattern = "|".join(re.escape(one) for one, _many in said)
    if language is Language.EN:
        pattern = rf"\b(?:{pattern})\b(?! \{{)"

    def put(found: re.Match[str]) -> str:
        many = whole[found[0].casefold()]
        return many[0].upper() + many[1:] if found[0][0].isupper() else many

    return re.sub(pattern, put, text, flags=re.IGNORECASE)


def name_all(text: str, count: int, language: Language) -> str:
    """Return a template that names `count` rules where it named one.

    "rule {rule_code}, “{rule_title}”" names pairs, `{rule_text}` alone on a line gives each rule
    a line of its own.
    """
    if count < 2:
        return text

    def pairs(found: re.Match[str]) -> str:
        lead, title = found["lead"] or "", found["title"] or ""
        if lead:
            lead = f"{lead.rstrip()}s "
        items = [
            f"{{rule_code.{n}}}{title.replace('{rule_title}', f'{{rule_title.{n}}}')}"
            for n in range(1, count + 1)
        ]
        return lead + _listed(items, language, apart="," in title)

    def titles(found: re.Match[str]) -> str:
        lead = f"{found['lead'].rstrip()}s " if found["lead"] else ""
        items = [
            found["title"].replace("{rule_title}", f"{{rule_title.{n}}}")
            for n in range(1, count + 1)
        ]
        return lead + _listed(items, language, apart=False)

    def texts(found: re.Match[str]) -> str:
        colon = "：" if language is Language.ZH else ": "
        between = "\n" if found["alone"] else "" if language is Language.ZH else " "
        return between.join(
            f"{{rule_code.{n}}}{colon}{{rule_text.{n}}}" for n in range(1, count + 1)
        )

    named = _PAIR.sub(pairs, text)
    return _TEXT.sub(texts, _TITLE.sub(titles, named))


def numbered(values: Sequence[Mapping[str, str]], language: Language) -> dict[str, str]:
    """Return the values of several rules for what `name_all` wrote, the hints as one text."""
    named = {
        f"{name}.{n}": value
        for n, of_rule in enumerate(values, 1)
        for name, value in of_rule.items()
    }
    hints = dict.fromkeys(filter(None, (of_rule.get("rule_hint", "") for of_rule in values)))
    return named | {"rule_hint": ("" if language is Language.ZH else " ").join(hints)}


def _listed(items: Sequence[str], language: Language, *, apart: bool) -> str:
    """Return items as one lists them; `apart` where a comma stands inside each."""
    first, last = items[:-1], items[-1]
    if language is Language.ZH:
        return f"{'、'.join(first)}和{' ' if last.startswith('{rule_code') else ''}{last}"
    if not apart:
        return f"{', '.join(first)} and {last}"
    if len(first) == 1:
        return f"{first[0]}, and {last}"
    return f"{'; '.join(first)}; and {last}"
