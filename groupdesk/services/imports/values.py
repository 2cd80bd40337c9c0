# SPDX-License-Identifier: MIT
"""Single values of member lists: blanks, damaged ids, roles, ways in, yes and no, counts, tags."""

import re

from groupdesk.domain.enums import JoinedHow, MemberRole

_BLANK = frozenset(
    {
        *("none", "null", "n/a", "na", "nan", "nil", "undefined", "-", "--", "—", "\\n"),
        *("#n/a", "#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#getting_data"),
        *("无", "（无）", "(无)", "空"),
    }
)
BLANK = frozenset(
    form(word) for word in _BLANK for form in (str.lower, str.upper, str.capitalize, str.title)
) | {"NaN", "N/a"}
"""Words that say "nothing here", never a name; in the spellings that programs write."""

DAMAGED_ID = re.compile(r"-?\d(?:[.,]\d+)?[eE]\+\d{2,3}|\d{16,}\.0+")
"""An id that a spreadsheet has turned into a rounded number; it holds a plus or a point."""

_WHOLE = re.compile(r"(\d{1,15})\.0+")
_SEPARATORS = re.compile(r"[,;，；、|]+")
_ROLES = {
    MemberRole.OWNER: (
        "owner|primary owner|workspace owner|org owner|creator|founder|群主|创建者|创建人|所有者"
    ),
    MemberRole.ADMIN: (
        "admin|administrator|workspace admin|org admin|moderator|mod|管理员|群管理员|群管|管理"
    ),
    MemberRole.MEMBER: (
        "member|full member|regular member|user|guest|single channel guest|multi channel guest|"
        "single-channel guest|multi-channel guest|invited member|invited guest|restricted|"
        "成员|群成员|普通成员|普通会员|会员|客户|访客"
    ),
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split("|")}
_WAYS = {
    JoinedHow.INVITED: (
        "1|invited|invite|invitation|invited by a member|"
        "邀请|邀请入群|由成员邀请入群|直接邀请|成员邀请"
    ),
    JoinedHow.LINK: (
        "2|link|invite link|invited by link|"
        "链接|邀请链接|链接入群|通过邀请链接入群|由成员邀请入群（通过邀请链接）"
    ),
    JoinedHow.QR_CODE: (
        "3|qr|qr code|scan|scanned|qr_code|scanned the qr code|"
        "二维码|扫码|扫描群二维码入群|扫码入群|群二维码"
    ),
    JoinedHow.ADDED: "added|added by an admin|added by admin|管理员添加|添加",
}
_WAY_OF = {word: way for way, words in _WAYS.items() for word in words.split("|")}
_YES = frozenset({"1", "true", "yes", "y", "t", "x", "✓", "on", "是", "对"})
_BOT = _YES | {"bot", "app", "机器人"}
_OFF = _YES | {
    *("deactivated", "deleted", "disabled", "suspended", "blocked"),
    *("已停用", "停用", "已注销", "注销", "禁用", "已禁用", "已离职", "已流失", "流失"),
}


def role_of(text: str) -> MemberRole | None:
    """Return the role that a word names, None for unknown words and job titles."""
    return _ROLE_OF.get(text.casefold())


def way_of(text: str) -> JoinedHow:
    """Return how somebody came in; WeCom's numbers 1 to 3 count as words."""
    return _WAY_OF.get(text.casefold(), JoinedHow.UNKNOWN)


def is_bot(text: str) -> bool:
    """Say whether a cell marks a bot."""
    return text.casefold() in _BOT


def is_off(text: str) -> bool:
    """Say whether a cell marks a deactivated account; a date or time of deletion does, 0 not."""
    word = text.casefold()
    return word in _OFF or (len(word) >= 8 and word[:4].isdecimal())


def count_of(text: str) -> int | None:
    """Return a whole number, None where the cell holds none."""
    plain = text.replace(",", "").replace(" ", "").removesuffix(".0")
    return int(plain) if plain.isdecimal() and len(plain) <= 12 else None


def tags_of(text: str) -> list[str]:
    """Return the tags of a cell, each once, in order."""
    return list(dict.fromkeys(t for t in map(str.strip, _SEPARATORS.split(text)) if t))


def plain_id(text: str) -> str:
    """Return an id without the ".0" that a number column adds to short whole numbers."""
    match = _WHOLE.fullmatch(text)
    return match[1] if match else text
