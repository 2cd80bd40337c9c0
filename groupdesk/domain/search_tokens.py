# SPDX-License-Identifier: MIT
"""What find-as-you-type stores for a member, and what it asks for: pure text work.

Three steps. `search_words` folds a member's fields into words; they are stored. `index_tokens`
breaks the stored words into the index's tokens; it looks at the words alone, so the same words
give the same tokens for ever. `query_tokens` breaks a query in the same way.

- Chinese, kana, hangul, emoji and other symbols: each character, and each pair of neighbours.
- Words and digits: their starts of one, two and three (`^l ^li ^liw`) and inside them every two
  and three (`_iw _iwe _we _wei _ei`).
- A field with neither letter nor symbol, the name "..." say: each of its characters (`__2e`).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from typing import NamedTuple

from groupdesk.domain.search_version import TOKEN_VERSION

FIELD_LIMIT = 200
"""Characters of one name, id, address or company that can be found."""
NOTE_LIMIT = 4000
"""Characters of a note, and of all tags together, that can be found."""
QUERY_LIMIT = 200
_QUERY_WORDS = 16
_JOINED_LIMIT = 40
_SHORT = 10
_BARE = "\t"

# Written without spaces, or as signs: found by the character.
_SIGN = (
    "\u2190-\u2bff\u2e80-\u2fdf\u3005-\u3007\u3012\u3013\u3020-\u3029\u3030-\u303f"
    "\u3041-\u3098\u309b-\u30fa\u30fc-\u33ff\u3400-\u4dff\u4e00-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\ue000-\ufaff\U00016fe0-\U0001b2ff\U0001f000-\U0001fbff\U00020000-\U000dffff"
    "\U000f0000-\U0010ffff"
)
# From Devanagari to Khmer the vowel signs are marks, which \w leaves out.
_MARKED = "\u0900-\u109f\u1780-\u17ff"
_PIECE = re.compile(f"[{_SIGN}]+|(?:[^\\W_{_SIGN}]|[{_MARKED}])+")
_SIGN_RUN = re.compile(f"[{_SIGN}]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_ACCENT = re.compile("[\u0300-\u036f]")
# Letters of their own that no accent parts from the plain ones, as they are written without them.
_PLAIN = {
    "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "đ": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h",
    "ŋ": "n", "ŧ": "t", "ĸ": "k", "ƀ": "b", "ɓ": "b", "ɗ": "d", "ǥ": "g", "ɨ": "i", "ƙ": "k",
    "ɉ": "j", "ʉ": "u", "ƶ": "z",
}  # fmt: skip
_OWN_LETTER = re.compile(f"[{''.join(_PLAIN)}]")
_HAN_GAP = re.compile("(?<=[\u3400-\u9fff])[ \t\u00b7]+(?=[\u3400-\u9fff])")
_NOT_DIGIT = re.compile(r"\D+")
is_han = re.compile("[\u4e00-\u9fff]+").fullmatch
"""Whether a text is of the common Chinese characters only, of which nothing folds."""


class SearchFields(NamedTuple):
    """What a member can be found by. Texts as stored; pinyin in lower case, words by spaces."""

    name: str
    nickname: str = ""
    other_names: tuple[str, ...] = ()  # the person's own, when this group shows another
    pinyin: tuple[str, ...] = ()  # every likely reading of every name: "liwei"
    initials: tuple[str, ...] = ()  # with and without the surname, or among syllables: "lw", "lwei"
    external_id: str = ""
    handle: str = ""
    phone: str = ""
    email: str = ""
    company: str = ""
    account_owner: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    screenshots: str = ""  # what a machine read there; to be marked only, see evidence_search


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """How to ask for a query: all of `words` have to be found, each in any field."""

    words: tuple[str, ...] = ()
    match: str = ""
    """The expression for the index, made of quoted tokens only."""
    checks: tuple[str, ...] = ()
    """Texts to find in the stored words, where the tokens narrow down but do not decide."""
    inside: tuple[str, ...] = ()
    """Texts that are all in the stored words of whoever is found, and of nobody else."""

    @property
    def empty(self) -> bool:
        """Tell whether nothing is asked for."""
        return not self.words


def fold(text: str) -> str:
    """Return `text` as it is compared: case, width, accents and invisible characters gone.

    Latin letters become the plain ones that a keyboard has: Łukasz is lukasz, Straße strasse, Ærø
    aero. Like ø, ö is o and not oe: what a language spells it with is not asked. Traditional and
    simplified characters stay what they are.
    """
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()
    # Folding may uncover what folds again; the accents of Latin, Greek and Cyrillic go.
    stripped = _ACCENT.sub("", unicodedata.normalize("NFD", folded))
    stripped = _OWN_LETTER.sub(lambda letter: _PLAIN[letter[0]], stripped)
    return unicodedata.normalize("NFKC", stripped)


def split(text: str) -> list[str]:
    """Return the words of a text, folded; runs of Chinese and of emoji count as words.

    Punctuation parts words and is left out, unless there is nothing else: such a word begins
    with a tab, as no other does.
    """
    if not text:
        return []
    if is_han(text):  # four of five names: nothing of it folds
        return [text]
    if text.isascii() and text.isalnum():
        return [text.lower()]
    folded = fold(text)
    words = _PIECE.findall(folded)
    if words:
        return words
    return [
        _BARE + shown
        for word in folded.split()
        if (shown := "".join(c for c in word if c.isprintable()))
    ]


def close_gaps(name: str) -> str:
    """Return a name without the spaces that pad Chinese names in lists: 李　伟 is 李伟."""
    if name.isascii() or is_han(name):
        return name
    return _HAN_GAP.sub("", unicodedata.normalize("NFKC", name))


def search_words(fields: SearchFields) -> str:
    """Return the words a member can be found by, parted by spaces, after the token version.

    Of a name (theirs, or that of who looks after them), id, address or company the first
    FIELD_LIMIT characters count, of the tags and of the note the first NOTE_LIMIT: what lies
    further back in a long note is not found.
    """
    words: list[str] = []
    for name in filter(None, dict.fromkeys((fields.name, fields.nickname, *fields.other_names))):
        words += _with_joined(close_gaps(name[:FIELD_LIMIT]))
    words += fields.pinyin
    words += fields.initials
    for text in filter(None, (fields.external_id, fields.handle)):
        words += _with_joined(text[:FIELD_LIMIT])
    if phone := fields.phone[:FIELD_LIMIT]:
        words += split(phone)
        if not (phone.isascii() and phone.isdecimal()):
            words.append(_NOT_DIGIT.sub("", fold(phone)))
    for text in filter(None, (fields.email, fields.company, fields.account_owner)):
        words += split(text[:FIELD_LIMIT])
    words += split(" ".join(fields.tags)[:NOTE_LIMIT])
    words += split(fields.note[:NOTE_LIMIT])
    return " ".join(dict.fromkeys([TOKEN_VERSION, *filter(None, words)]))


def index_tokens(stored: str) -> str:
    """Return the index's tokens of `search_words`. Depends on its argument and nothing else."""
    words = stored.split(" ")[1:]
    # ids and telephone numbers, which are long, hardly come twice
    return " ".join([_known(w) if len(w) < _SHORT else _tokens_of(w) for w in words])


def _tokens_of(word: str) -> str:
    if word[0] == _BARE:
        return " ".join(_bare(word))
    if _SIGN_RUN.match(word):
        return " ".join([*word, *map(add, word, word[1:])])
    if len(word) < 3:
        return f"^{word[0]} ^{word}" if len(word) > 1 else f"^{word}"
    pairs = list(map(add, word[1:], word[2:]))
    begins = f"^{word[0]} ^{word[:2]} ^{word[:3]}"
    return " _".join([begins, *pairs, *map(add, pairs, word[3:])])


_known = lru_cache(maxsize=8192)(_tokens_of)


@lru_cache(maxsize=64)  # each step of a search asks for it
def query_tokens(text: str) -> QueryPlan:
    """Return how to ask for `text`: every word of it, in any order, in any field.

    Nothing in a query is an operator. A single Latin letter or digit is looked for at the start
    of words; anything longer, and each Chinese character, anywhere.
    """
    words = list(dict.fromkeys(split(text[:QUERY_LIMIT])))[:_QUERY_WORDS]
    terms: list[str] = []
    checks: list[str] = []
    inside: list[str] = []
    for word in words:
        inside.append(word.lstrip(_BARE))
        if word[0] == _BARE:
            terms += map(_quoted, _bare(word))
            checks.append(word[1:])
        elif _SIGN_RUN.match(word):
            pairs = list(map(add, word, word[1:]))
            terms += map(_quoted, pairs or [word])
            if len(word) > 2:
                checks.append(word)
        elif len(word) == 1:
            terms.append(_quoted("^" + word))
            inside[-1] = f" {word}"  # all words but the version have a space in front
        else:
            start = word[:3]
            terms.append(f"({_quoted('^' + start)} OR {_quoted('_' + start)})")
            terms += [_quoted("_" + word[i : i + 3]) for i in range(1, len(word) - 2)]
            if len(word) > 3:
                checks.append(word)
    return QueryPlan(tuple(words), " AND ".join(dict.fromkeys(terms)), tuple(checks), tuple(inside))


def _with_joined(text: str) -> list[str]:
    """Return the words of a text, and "liwei" for "Li Wei": people type names without the space."""
    parts = split(text)
    if len(parts) > 1:
        joined = "".join(parts)
        if len(joined) <= _JOINED_LIMIT and not any(map(_SIGN_RUN.match, parts)):
            parts.append(joined)
    return parts


def _bare(word: str) -> list[str]:
    return [f"__{ord(char):x}" for char in word[1:]]


def _quoted(token: str) -> str:
    return f'"{token}"'  # no token holds a quotation mark
