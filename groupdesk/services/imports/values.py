# SPDX-License-Identifier: MIT
"""Single values of member lists: blanks, damaged ids, roles, ways in, yes and no, counts, tags."""

import re
from collections.abc import Iterable

from groupdesk.domain.enums import JoinedHow, MemberRole

_BLANK = frozenset(
    {
        *("none", "null", "n/a", "na", "nan", "nil", "undefined", "-", "--", "—", "\\n"),
        *("#n/a", "#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#getting_data"),
        *("无", "（无）", "(无)", "空", "no roles", "no role", "aucun rôle", "0/0/00"),
    }
)
BLANK = frozenset(
    form(word) for word in _BLANK for form in (str.lower, str.upper, str.capitalize, str.title)
) | {"NaN", "N/a"}
"""Words that say "nothing here", never a name; in the spellings that programs write."""

DAMAGED_ID = re.compile(r"-?\d(?:[.,]\d+)?[eE]\+\d{2,3}|-?\d[.,]\d+[eE]\d{2,3}|\d{16,}\.0+")
"""An id that a spreadsheet has turned into a rounded number; it holds a plus or a point."""

_PHONE_DAMAGED = re.compile(r"\+?\d(?:[.,]\d+)?[eE]\+\d{2}")
_GUARDED = re.compile(r"=\s*\"([^\"]*)\"|'([+(@\w-][^'\"]*)")
_UNSEEN = re.compile("[\u200b\u2060\ufeff]")
_AT_ENDS = "\u200b\u2060\ufeff \t\n\r\f\v\u00a0\u3000"
_EASTERN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_WHOLE = re.compile(r"(\d{1,15})\.0+")
_SEPARATORS = re.compile(r":::|[,;，；、|\n]+")
_ROLES = {
    MemberRole.OWNER: (
        "owner|group owner|primary owner|workspace owner|org owner|creator|founder|"
        "群主|创建者|创建人|所有者"
    ),
    MemberRole.ADMIN: (
        "admin|administrator|workspace admin|org admin|moderator|mod|group manager|"
        "system_admin|channel_admin|管理员|群管理员|群管|管理"
    ),
    MemberRole.MEMBER: (
        "member|full member|group member|system_user|channel_user|system_guest|regular member|"
        "user|guest|single channel guest|multi channel guest|"
        "single-channel guest|multi-channel guest|restricted|"
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
_NO = frozenset({"0", "false", "no", "n", "f", "否"})
BOT_WORDS = frozenset({"bot", "app", "机器人"})
"""Words that name a bot where not only yes or no is said."""

_BOT = _YES | BOT_WORDS
_OFF = _YES | {
    *("deactivated", "deleted", "disabled", "suspended", "blocked"),
    *("已停用", "停用", "已注销", "注销", "禁用", "已禁用", "已离职", "已流失", "流失"),
}


_STATUS_OFF = _NO | {
    *("inactive", "deactivated", "deleted", "disabled", "suspended", "blocked"),
    *(
        "已停用",
        "停用",
        "已注销",
        "注销",
        "禁用",
        "已禁用",
        "已离职",
        "已流失",
        "流失",
        "冻结",
        "已冻结",
    ),
}
_OUTSIDE = frozenset(
    {
        # Slack: the invitation was not taken up
        *("invited member", "invited guest", "invited multi-channel guest"),
        *("invited single-channel guest", "invited user"),
        *("invited", "pending", "banned", "requested", "left", "removed", "not joined"),
        *("待审核", "审核中", "已邀请", "未加入", "已退群", "已退出", "已移出", "已移除", "已踢出"),
    }
)


def role_of(text: str) -> MemberRole | None:
    """Return the role that a word names, None for unknown words and job titles.

    Of several words, as in "system_user system_admin", the highest role counts.
    """
    word = text.casefold()
    role = _ROLE_OF.get(word)
    if role is None and any(sign in word for sign in " ,;"):
        found = {_ROLE_OF.get(part) for part in re.split(r"[\s,;]+", word)}
        # a job title may hold such a word: all of them have to be roles
        ranks = (MemberRole.OWNER, MemberRole.ADMIN, MemberRole.MEMBER)
        role = None if None in found else next(one for one in ranks if one in found)
    return role


def way_of(text: str) -> JoinedHow:
    """Return how somebody came in; WeCom's numbers 1 to 3 count as words."""
    return _WAY_OF.get(text.casefold(), JoinedHow.UNKNOWN)


def is_bot(text: str) -> bool:
    """Say whether a cell marks a bot."""
    return text.casefold() in _BOT


def is_yes(text: str) -> bool:
    """Say whether a cell says yes."""
    return text.casefold() in _YES


def status_role(text: str) -> MemberRole | None:
    """Return the role that a word of a status column names; there a manager is no job title."""
    return MemberRole.ADMIN if text.casefold() == "manager" else role_of(text)


def status_is_off(text: str) -> bool:
    """Say whether a word of a status column means that the account is out of use."""
    return text.casefold() in _STATUS_OFF


def is_outside(text: str) -> bool:
    """Say whether a word of a status column means that somebody is not in the group."""
    return text.casefold() in _OUTSIDE


def is_damaged_phone(text: str) -> bool:
    """Say whether a spreadsheet has turned a phone number into a rounded one."""
    return _PHONE_DAMAGED.fullmatch(text) is not None


def unguarded(text: str) -> str:
    """Return ="123" and '123 as 123: marks that keep a spreadsheet from rounding a number.

    Only for numbers, ids, addresses and times: a name may begin with an apostrophe.
    """
    match = _GUARDED.fullmatch(text)
    return (match[1] if match[1] is not None else match[2]).strip() if match else text


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
    parts = (part.strip().removeprefix("* ") for part in _SEPARATORS.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def whole_name(first: str, last: str) -> str:
    """Return the name in the order of its script: 王小明, but Ada Lovelace."""
    if first and last:
        return last + first if _EASTERN.search(first + last) else f"{first} {last}"
    return first or last


def trimmed(cells: Iterable[str]) -> list[str]:
    """Return the cells without blanks at their ends, nor characters there that show nothing."""
    found = list(map(str.strip, cells))
    joined = "".join(found)
    if not joined.isascii() and _UNSEEN.search(joined):
        found = [cell.strip(_AT_ENDS) for cell in found]
    return found


def plain_id(text: str) -> str:
    """Return an id without the ".0" that a number column adds to short whole numbers."""
    match = _WHOLE.fullmatch(text)
    return match[1] if match else text
