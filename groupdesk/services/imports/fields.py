# SPDX-License-Identifier: MIT
"""Guesses which column is which from header words, English and Chinese, and finds the header."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from groupdesk.domain.import_records import REPEATABLE, ImportField, ImportFormat

_SYNONYMS: dict[ImportField, str] = {
    ImportField.NAME: (
        "name|full name|real name|member name|member|customer name|client name|contact name|"
        "contact|user|participant|person|client|customer|"
        "姓名|名字|称呼|名称|成员|成员名称|成员姓名|客户名称|客户姓名|客户|联系人|联系人姓名|用户|用户姓名|"
        "微信名|微信名称|会员姓名|学员姓名|学员|真实姓名|流失客户|姓名昵称|群成员|全名"
    ),
    ImportField.FIRST_NAME: "first name|given name|forename|名",
    ImportField.LAST_NAME: "last name|surname|family name|姓|姓氏",
    ImportField.NICKNAME: (
        "nickname|nick|nick name|display name|group nickname|nickname in the group|alias|"
        "global name|card|screen name|"
        "昵称|群昵称|微信昵称|用户昵称|成员昵称|群名片|群内昵称|在本群的昵称|我在本群的昵称|"
        "显示名|显示名称|网名"
    ),
    ImportField.EXTERNAL_ID: (
        "id|user id|member id|external id|external user id|account id|contact id|record id|"
        "customer id|client id|open id|union id|uid|wxid|wechat id|qq|qq number|state key|"
        "member no|member number|customer no|customer number|discord id|telegram id|slack id|"
        "platform id|platform user id|平台id|平台用户id|"
        "编号|用户id|成员id|客户id|账号id|外部联系人id|唯一标识|微信号|微信id|qq号|qq号码|会员号|"
        "会员编号|会员卡号|客户编号|用户编号|学号|工号"
    ),
    ImportField.HANDLE: (
        "username|user name|handle|login|login name|account|account name id|telegram|"
        "telegram username|用户名|账号|帐号|登录名|登录账号|账户"
    ),
    ImportField.ROLE: (
        "role|roles|member role|permission|permissions|group role|user role|"
        "角色|身份|权限|群角色|群身份|群内身份|成员身份|成员角色|成员类型"
    ),
    ImportField.JOINED_AT: (
        "joined|joined utc|joined at|join time|join date|date joined|joined on|member since|"
        "created at|create at|created time|creation date|added time|added on|date added|"
        "customer since|registered|registered at|registration date|signed up|sign up date|"
        "入群时间|入群时间utc|加入时间|进群时间|加群时间|加入日期|入群日期|进群日期|添加时间|添加日期|创建时间|"
        "注册时间|注册日期|入会时间|入会日期|成为客户时间"
    ),
    ImportField.JOINED_HOW: (
        "join scene|joined how|how they joined|joined via|join method|source|how joined|"
        "join source|"
        "入群方式|进群方式|加入方式|入群来源|添加渠道|添加方式|来源|来源渠道|渠道"
    ),
    ImportField.INVITED_BY: (
        "invited by|inviter|invitor|referrer|referred by|referral|added by|"
        "邀请人|邀请者|推荐人|介绍人|添加人|拉群人|邀请成员"
    ),
    ImportField.LAST_ACTIVE: (
        "last active|last active utc|last activity|last activity time|last activity date|"
        "last seen|last seen at|"
        "last sent time|last message|last message time|last message date|last posted at|"
        "last post date|last login|last login at|last chat msg time|last active at|last online|"
        "last visit|last contacted|last contact date|latest activity|"
        "活跃时间|最后活跃|最后活跃utc|最后活跃时间|最近活跃|最近活跃时间|最近活跃日期|最后发言|最后发言时间|"
        "最近发言|最近发言时间|最后登录|最后登录时间|最近登录时间|最后跟进时间|最近跟进时间|"
        "最后联系时间|最近联系时间|上次活跃|上次发言|最近互动时间|最后互动时间"
    ),
    ImportField.MESSAGE_COUNT: (
        "messages|message count|total posts|msg count|chat msg count|posts|post count|"
        "number of messages|total messages|"
        "发言数|发言次数|发言总数|消息数|消息条数|消息总数|聊天条数|发言条数|聊天次数"
    ),
    ImportField.PHONE: (
        "phone|mobile|telephone|phone number|mobile phone|mobile number|cell|cell phone|"
        "cellphone|tel|telephone number|contact number|contact phone|work phone|home phone|"
        "business phone|whatsapp|whatsapp number|"
        "电话|手机|手机号|手机号码|电话号码|联系电话|联系手机|联系方式|移动电话|办公电话|家庭电话|座机"
    ),
    ImportField.EMAIL: (
        "email|e mail|email address|e mail address|mail|mail address|primary email|work email|"
        "contact email|user email|"
        "邮箱|电子邮箱|电子邮件|邮件|邮箱地址|电子邮件地址|邮件地址|工作邮箱|联系邮箱"
    ),
    ImportField.COMPANY: (
        "company|company name|organization|organisation|organization name|account name|"
        "employer|firm|business|"
        "公司|公司名称|企业|企业名称|单位|单位名称|所属公司|所属企业|工作单位|公司名|所在公司|机构"
    ),
    ImportField.ACCOUNT_OWNER: (
        "account owner|contact owner|lead owner|customer owner|account manager|looked after by|"
        "负责人|客户负责人|客户经理|对接人|客户对接人|跟进人|客户归属人|归属人|所属员工|服务人员"
    ),
    ImportField.TAGS: (
        "tags|tag|labels|label|group names|groups|categories|category|segment|segments|"
        "标签|客户标签|企业标签|群标签|个人标签|用户标签|分组|类别|客户分类"
    ),
    ImportField.NOTE: (
        "note|notes|remark|remarks|comment|comments|description|memo|"
        "备注|客户备注|备注名|备注信息|描述|客户描述|说明|附注"
    ),
    ImportField.LANGUAGE: ("language|locale|lang|preferred language|语言|首选语言|语种|常用语言"),
    ImportField.IS_BOT: "is bot|is a bot|bot|机器人|是机器人|是否机器人",
    ImportField.DEACTIVATED: (
        "deactivated|account deactivated|disabled|deleted|suspended|blocked|is deleted|"
        "deleted at|deactivated at|"
        "停用|已停用|账号已停用|已注销|禁用|已禁用|是否停用|是否注销|停用时间|注销时间|流失状态"
    ),
    ImportField.STATUS: (
        "status|account status|user status|member status|group status|active|is active|enabled|"
        "状态|账号状态|帐号状态|用户状态|成员状态|是否启用|是否有效"
    ),
    ImportField.IS_ADMIN: (
        "admin|is admin|moderator|is moderator|administrator|管理员|是否管理员|是否群管理员"
    ),
}
_SECRETS = (
    "access hash|password|passwd|pwd|password hash|secret|token|access token|api key|session|"
    "密码|登录密码|口令|令牌"
)
_JUNK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff_\-./:：()（）*#\"'’]+")


# Traditional characters of headings, with the simplified ones that the lists here are written in.
_SIMPLIFIED = str.maketrans(
    "機號碼電話郵稱暱備註標籤時間員編帳業單戶聯繫係實發數後進動職權語對類別態狀來創會冊錄渠網顯內務機構簽",
    "机号码电话邮称昵备注标签时间员编账业单户联系系实发数后进动职权语对类别态状来创会册录渠网显内务机构签",
)


def key_of(header: str) -> str:
    """Return a header reduced to what counts when it is compared."""
    plain = unicodedata.normalize("NFKC", header).casefold().translate(_SIMPLIFIED)
    return _JUNK.sub("", plain)


# Beside a person's name these name the company that is the customer.
_CUSTOMER = {key_of(word) for word in ("客户名称", "客户", "customer name", "customer", "client")}
_OF_THE_GROUP = {key_of(word) for word in ("group nickname", "card", "群昵称", "群名片")}
_FIELDS = {key_of(word): field for field, words in _SYNONYMS.items() for word in words.split("|")}
_SECRET = frozenset(key_of(word) for word in _SECRETS.split("|"))

# What a header cell never looks like: an address, a number, a date.
_DATA = re.compile(r".+@.+\..+|[+\d][\d\s().,:/年月日TZ+-]*")


def known_words(row: Sequence[str]) -> int:
    """Return how many different fields a row names."""
    return len({_FIELDS[key] for key in map(key_of, row) if key in _FIELDS})


def find_header(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the index of the header among the first rows, None if there is none.

    Banner rows above it hold fewer known words. Without any known word the first row that is
    as wide as the table counts as a header if all its cells are different words and no data.
    """
    best, best_known = None, 0
    for index, row in enumerate(rows):
        known = known_words(row)
        filled = sum(1 for cell in row if cell.strip())
        # A data row may hold one such word by chance ("Member"); a header holds little else.
        if known > best_known and (known >= 2 or known * 2 >= filled):
            best, best_known = index, known
    if best is not None:
        return best
    usual = max((sum(1 for cell in row if cell.strip()) for row in rows), default=0)
    for index, row in enumerate(rows):
        cells = [cell.strip() for cell in row]
        if sum(map(bool, cells)) < max(usual, 1):
            continue
        words = all(cell and len(cell) <= 40 and not _DATA.fullmatch(cell) for cell in cells)
        follows = any(_DATA.fullmatch(cell.strip()) for cell in _next(rows, index))
        return index if words and follows and len(set(cells)) == len(cells) else None
    return None


def _next(rows: Sequence[Sequence[str]], index: int) -> Sequence[str]:
    return rows[index + 1] if index + 1 < len(rows) else ()


def secret_columns(rows: Sequence[Sequence[str]]) -> dict[int, int]:
    """Return the columns that are never kept, with the row of the heading that says so.

    An access hash or a password opens somebody's account; a register has no use for it.
    """
    found: dict[int, int] = {}
    for index, row in enumerate(rows):
        for at, cell in enumerate(row):
            if len(cell) <= 20 and key_of(cell) in _SECRET:
                found.setdefault(at, index)
    return found


def guess_columns(
    header: Sequence[str], samples: Sequence[Sequence[str]]
) -> tuple[ImportField | None, ...]:
    """Return a field for each column that its header names, or else its values tell.

    Of several columns for one field the first one counts; the others stay open.
    """
    columns: list[ImportField | None] = []
    taken: set[ImportField] = set()
    for word in header:
        field = _FIELDS.get(key_of(word))
        if field in taken and field not in REPEATABLE:
            field = None
        columns.append(field)
        if field is not None:
            taken.add(field)
    _part_customer_and_person(columns, header)
    if ImportField.NAME in taken:
        # A list with a whole name needs no parts of it.
        columns = [
            None if f in {ImportField.FIRST_NAME, ImportField.LAST_NAME} else f for f in columns
        ]
    for index, values in enumerate(samples):
        if columns[index] is None and not header[index].strip():
            field = _by_values(values, taken)
            columns[index] = field
            if field is not None:
                taken.add(field)
    if not taken & {ImportField.NAME, ImportField.FIRST_NAME, ImportField.LAST_NAME}:
        _find_name(columns, header, samples)
        if not any(word.strip() for word in header):
            _find_note(columns, samples)
    return tuple(columns)


def _find_name(
    columns: list[ImportField | None], header: Sequence[str], samples: Sequence[Sequence[str]]
) -> None:
    """Take a display name, or without any heading the first column of plain words."""
    if any(word.strip() for word in header):
        if ImportField.NICKNAME in columns:
            _name_by_nickname(columns, header)
        return
    for index, values in enumerate(samples):
        if columns[index] is None and values and not any(map(_DATA.fullmatch, values)):
            columns[index] = ImportField.NAME
            return


def _find_note(columns: list[ImportField | None], samples: Sequence[Sequence[str]]) -> None:
    """Behind a name without any heading, take the first plain words that are left for a note."""
    if ImportField.NAME not in columns:
        return
    for index in range(columns.index(ImportField.NAME) + 1, len(columns)):
        values = samples[index]
        if columns[index] is None and values and not any(map(_DATA.fullmatch, values)):
            columns[index] = ImportField.NOTE
            return


def _part_customer_and_person(columns: list[ImportField | None], header: Sequence[str]) -> None:
    """Where a customer stands beside a person, the customer is the company."""
    if ImportField.NAME not in columns:
        return
    names = [at for at, word in enumerate(header) if _FIELDS.get(key_of(word)) is ImportField.NAME]
    persons = [at for at in names if key_of(header[at]) not in _CUSTOMER]
    if names[0] not in persons and persons:
        columns[names[0]] = None if ImportField.COMPANY in columns else ImportField.COMPANY
        columns[persons[0]] = ImportField.NAME


def _name_by_nickname(columns: list[ImportField | None], header: Sequence[str]) -> None:
    """Without another name, take the display name for it; one for this group alone comes last."""
    shown = [
        at for at, word in enumerate(header) if _FIELDS.get(key_of(word)) is ImportField.NICKNAME
    ]
    shown.sort(key=lambda at: key_of(header[at]) in _OF_THE_GROUP)
    columns[shown[0]] = ImportField.NAME
    for at in shown[1:2]:
        columns[at] = ImportField.NICKNAME


def _by_values(values: Sequence[str], taken: set[ImportField]) -> ImportField | None:
    if not values:
        return None
    if all("@" in value for value in values) and ImportField.EMAIL not in taken:
        return ImportField.EMAIL
    if all(re.fullmatch(r"1[3-9]\d{9}|\+\d[\d -]{6,18}", value) for value in values):
        return None if ImportField.PHONE in taken else ImportField.PHONE
    return None


def shape_key(kind: ImportFormat, header: Sequence[str] | None, width: int) -> str:
    """Return a key that the next list of the same layout has, too."""
    parts = [key_of(word) for word in header] if header is not None else [f"#{width}"]
    family = "text" if kind is ImportFormat.PASTED else "file"
    return hashlib.sha256("\x1f".join([family, *parts]).encode()).hexdigest()[:16]
