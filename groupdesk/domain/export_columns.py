# SPDX-License-Identifier: MIT
"""The columns of GroupDesk's own member lists, and the words that stand in them.

They are written into files and read back by every later version: words are added, never changed.
That is why they are here and not in the word lists. JSON holds keys and codes in their place.
"""

from dataclasses import dataclass

from groupdesk.domain.enums import (
    JoinedHow,
    Language,
    MemberRole,
    MembershipState,
    Platform,
    StepKind,
)

JSON_MARK = "groupdesk"
"""The first key of GroupDesk's own JSON."""
JSON_VERSION = 1

REF = "ref"
"""The column that tells our own files: workspace and stay in a group, `1f2e3d4c-12`."""
ALWAYS = (REF, "name")
"""Columns that each file has."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its heading in English and Chinese, and what kind of value it holds.

    The kind is text, id (text that has to survive a spreadsheet), time, number, yes, tags or the
    name of a list of words in WORDS.
    """

    key: str
    en: str
    zh: str
    kind: str = "text"
    width: int = 14

    def heading(self, language: Language) -> str:
        """Return the heading in a language."""
        return self.zh if language is Language.ZH else self.en


COLUMNS = (
    Column(REF, "GroupDesk no.", "GroupDesk 编号", "id", 16),
    Column("name", "Name", "姓名", width=22),
    Column("nickname", "Group nickname", "群昵称", width=18),
    Column("external_id", "Platform ID", "平台 ID", "id", 24),
    Column("handle", "Username", "用户名", "id", 18),
    Column("role", "Role", "角色", "role", 10),
    Column("state", "State", "状态", "state", 10),
    Column("joined_at", "Joined (UTC)", "入群时间（UTC）", "time", 20),
    Column("joined_how", "How joined", "入群方式", "joined_how", 12),
    Column("invited_by", "Invited by", "邀请人", width=16),
    Column("last_active", "Last active (UTC)", "最后活跃（UTC）", "time", 20),
    Column("message_count", "Messages", "发言数", "number", 10),
    Column("phone", "Phone", "电话", "id", 18),
    Column("email", "E-mail", "邮箱", width=26),
    Column("company", "Company", "公司", width=22),
    Column("account_owner", "Looked after by", "对接人", width=16),
    Column("tags", "Tags", "标签", "tags", 20),
    Column("note", "Note", "备注", width=36),
    Column("language", "Language", "语言", "language", 10),
    Column("is_bot", "Bot", "机器人", "yes", 8),
    Column("key_customer", "Key customer", "重点客户", "yes", 12),
    Column("protected", "Protected", "受保护", "yes", 10),
    Column("standing", "Standing", "处分状态", "standing", 16),
    Column("standing_number", "Standing no.", "处分次数", "number", 10),
    Column("standing_until", "Counts until (UTC)", "有效至（UTC）", "time", 20),
    Column("cases", "Cases", "个案数", "number", 8),
    Column("ended_at", "Ended (UTC)", "离群时间（UTC）", "time", 20),
    Column("earlier_stay", "Earlier stay", "较早一次在群", "yes", 12),
    Column("group", "Group", "群", width=24),
    Column("group_ref", "Group no.", "群编号", "id", 14),
    Column("platform", "Platform", "平台", "platform", 12),
    Column("group_external_id", "Group's platform ID", "群 ID", "id", 24),
)
BY_KEY = {column.key: column for column in COLUMNS}
DEFAULT_COLUMNS = tuple(column.key for column in COLUMNS)
OF_SEVERAL_GROUPS = ("group", "group_ref", "platform")
"""Columns that a file with members of several groups has whatever was chosen."""
OF_FORMER = ("state", "earlier_stay")
"""Columns that a file with former members has whatever was chosen: they are not to come back."""

GOOD = "good"
_EN, _ZH = Language.EN, Language.ZH
WORDS: dict[str, dict[Language, dict[str, str]]] = {
    "role": {
        _EN: {MemberRole.OWNER: "owner", MemberRole.ADMIN: "admin", MemberRole.MEMBER: "member"},
        _ZH: {MemberRole.OWNER: "群主", MemberRole.ADMIN: "管理员", MemberRole.MEMBER: "成员"},
    },
    "state": {
        _EN: {
            MembershipState.ACTIVE: "active",
            MembershipState.LEFT: "left",
            MembershipState.REMOVED: "removed",
        },
        _ZH: {
            MembershipState.ACTIVE: "在群",
            MembershipState.LEFT: "已退群",
            MembershipState.REMOVED: "已移出",
        },
    },
    "joined_how": {
        _EN: {
            JoinedHow.UNKNOWN: "",
            JoinedHow.INVITED: "invited",
            JoinedHow.LINK: "link",
            JoinedHow.QR_CODE: "QR code",
            JoinedHow.ADDED: "added",
        },
        _ZH: {
            JoinedHow.UNKNOWN: "",
            JoinedHow.INVITED: "邀请",
            JoinedHow.LINK: "链接",
            JoinedHow.QR_CODE: "二维码",
            JoinedHow.ADDED: "管理员添加",
        },
    },
    "language": {
        _EN: {"": "", Language.EN: "English", Language.ZH: "Chinese"},
        _ZH: {"": "", Language.EN: "英语", Language.ZH: "中文"},
    },
    "standing": {
        _EN: {
            GOOD: "good",
            StepKind.REMINDER: "reminder",
            StepKind.WARNING: "warning",
            StepKind.FINAL_WARNING: "final warning",
            StepKind.REMOVAL: "removal",
        },
        _ZH: {
            GOOD: "良好",
            StepKind.REMINDER: "提醒",
            StepKind.WARNING: "警告",
            StepKind.FINAL_WARNING: "最后警告",
            StepKind.REMOVAL: "移出",
        },
    },
    "yes": {_EN: {"1": "yes", "": ""}, _ZH: {"1": "是", "": ""}},
    "platform": {
        _EN: {
            **{platform: platform.value for platform in Platform},
            Platform.WECOM: "WeCom",
            Platform.WECHAT: "WeChat",
            Platform.TELEGRAM: "Telegram",
            Platform.DISCORD: "Discord",
            Platform.SLACK: "Slack",
            Platform.QQ: "QQ",
            Platform.FEISHU: "Feishu",
            Platform.WHATSAPP: "WhatsApp",
        },
        _ZH: {
            **{platform: platform.value for platform in Platform},
            Platform.WECOM: "企业微信",
            Platform.WECHAT: "微信",
            Platform.FEISHU: "飞书",
            Platform.OTHER: "其他",
        },
    },
}
"""The words for codes in CSV and XLSX, by kind of column and language."""


def chosen_columns(wanted: tuple[str, ...], *more: str) -> tuple[Column, ...]:
    """Return the columns of a file in their order: those wanted and those that it must have."""
    keys = {*ALWAYS, *wanted, *more}
    return tuple(column for column in COLUMNS if column.key in keys)
