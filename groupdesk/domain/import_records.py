# SPDX-License-Identifier: MIT
"""What a member list from outside says, before it is compared with the register."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from groupdesk.domain.enums import JoinedHow, MemberRole, Platform


class ImportFormat(StrEnum):
    """Kinds of member lists, recognised by content; words under `import_format`."""

    WECOM_JSON = "wecom_json"
    TELEGRAM_CHAT = "telegram_chat"
    TELEGRAM_CONTACTS = "telegram_contacts"
    DISCORD_MEMBERS = "discord_members"
    DISCORD_CHAT = "discord_chat"
    SLACK_JSON = "slack_json"
    QQ_JSON = "qq_json"
    FEISHU_JSON = "feishu_json"
    MATRIX_JSON = "matrix_json"
    ZULIP_JSON = "zulip_json"
    MATTERMOST_JSON = "mattermost_json"
    JSON_TABLE = "json_table"
    SLACK_CSV = "slack_csv"
    TELEGRAM_CSV = "telegram_csv"
    DISCORD_CSV = "discord_csv"
    MATTERMOST_CSV = "mattermost_csv"
    DISCOURSE_CSV = "discourse_csv"
    GOOGLE_GROUPS = "google_groups"
    SCRM_CUSTOMERS = "scrm_customers"
    SCRM_LEAVERS = "scrm_leavers"
    ZOHO_CRM = "zoho_crm"
    HUBSPOT = "hubspot"
    SALESFORCE = "salesforce"
    CRM = "crm"
    GOOGLE_CONTACTS = "google_contacts"
    OUTLOOK = "outlook"
    THUNDERBIRD = "thunderbird"
    VCARD = "vcard"
    TABLE = "table"
    WORKBOOK = "workbook"
    PASTED = "pasted"
    GROUPDESK = "groupdesk"
    """Written by an export of ours."""


class ImportField(StrEnum):
    """What a column of a list can hold; words under `import_field`."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    NICKNAME = "nickname"
    EXTERNAL_ID = "external_id"
    HANDLE = "handle"
    ROLE = "role"
    JOINED_AT = "joined_at"
    JOINED_HOW = "joined_how"
    INVITED_BY = "invited_by"
    LAST_ACTIVE = "last_active"
    MESSAGE_COUNT = "message_count"
    PHONE = "phone"
    EMAIL = "email"
    COMPANY = "company"
    ACCOUNT_OWNER = "account_owner"
    """Who of ours looks after them."""
    TAGS = "tags"
    NOTE = "note"
    LANGUAGE = "language"
    IS_BOT = "is_bot"
    DEACTIVATED = "deactivated"
    STATUS = "status"
    """One column that tells role, bot or deactivation by a word, as Slack's does."""
    IS_ADMIN = "is_admin"
    """Yes or no; yes makes an administrator."""


REPEATABLE = frozenset(
    {
        *(ImportField.TAGS, ImportField.NOTE),
        *(ImportField.PHONE, ImportField.EMAIL, ImportField.COMPANY),
        ImportField.ACCOUNT_OWNER,
        *(ImportField.LAST_ACTIVE, ImportField.IS_ADMIN),
    }
)
"""Fields that several columns may fill.

Tags and notes are joined; of times of activity the latest counts, of yes and no any yes; of the
others the first that is filled.
"""


class MappingOrigin(StrEnum):
    """Where a proposed mapping comes from."""

    GUESS = "guess"
    KNOWN = "known"
    """The layout of a program that GroupDesk knows."""
    REMEMBERED = "remembered"
    """An earlier list of the same layout was read by it."""


class DateOrder(StrEnum):
    """How 03/04/2025 is meant; a year in front needs no telling."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class ImportRow(NamedTuple):
    """One person as a list names them; `line` is the first line (or row) in the file, from 1.

    `name` is never empty: where the list has none, it is the nickname, e-mail address, handle or
    id, and `name_known` is False, so that a name known from elsewhere is not overwritten by it.
    Ids are text, unchanged. Times are stored UTC text (see domain/clock), None for unknown.
    `language` is the list's own word for it. Bots and deactivated accounts are no active members.
    """

    line: int
    name: str
    nickname: str = ""
    external_id: str = ""
    handle: str = ""
    role: MemberRole | None = None
    joined_at: str | None = None
    joined_how: JoinedHow = JoinedHow.UNKNOWN
    invited_by: str = ""
    last_active: str | None = None
    message_count: int | None = None
    phone: str = ""
    email: str = ""
    company: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    language: str = ""
    is_bot: bool = False
    deactivated: bool = False
    name_known: bool = True
    membership_id: int = 0
    """The stay that a file of this very workspace names; 0 for all other lists."""
    former: str = ""
    """How a stay ended, in a list of our own: "left" or "removed"; `deactivated` is set, too."""
    account_owner: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not taken in, and why; words under `import_rejected.<code>`.

    `values` fill the words' placeholders; `text` is the beginning of the row, for display.
    """

    line: int
    code: str
    values: dict[str, str] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class ImportNote:
    """Something the preview must say about the whole list; words under `import_note.<code>`."""

    code: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook."""

    name: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The beginning of a table, for the mapping step.

    `columns` are the header's own words ("" where blank or without header); `rows` are raw cells
    of the first data rows; `samples` holds up to three non-empty values of each column;
    `first_lines` the rows above the data as they stand, so that another header can be chosen.
    """

    columns: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    first_lines: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column of a table holds, and how the file is to be read.

    `columns` has one entry per column, None for "leave out". `header_row` counts rows from 0,
    None for a table without header. `encoding` and `delimiter` are "" for a workbook, `sheet` ""
    for a text file. `date_order` None means: not needed, or not told yet.
    """

    columns: tuple[ImportField | None, ...]
    header_row: int | None = 0
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class NeedsMapping:
    """A table whose columns the person has to confirm, with a guess.

    `shape_key` is that of the guessed header; remember a confirmed mapping under the `shape_key`
    of the ReadResult it gave. `dates_ambiguous` asks for `Mapping.date_order`; `date_sample` is
    such a date.
    """

    format: ImportFormat
    file_name: str
    sha256: str
    table: Table
    mapping: Mapping
    shape_key: str
    encoding: str = ""
    sheets: tuple[Sheet, ...] = ()
    dates_ambiguous: bool = False
    date_sample: str = ""
    origin: MappingOrigin = MappingOrigin.GUESS


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """One of several groups in a file; `count` is of the people that would be read."""

    format: ImportFormat
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class NeedsGroup:
    """A file with several groups, of which the person chooses one by its place in `groups`."""

    file_name: str
    groups: tuple[GroupChoice, ...]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A whole list, read. `sha256` is that of the file's (or the pasted text's UTF-8) bytes.

    `mapping` is the one a table was read by; the next list with the same `shape_key` can be read
    by it without asking. None for formats without columns. The key is "" where nothing has to be
    remembered: without columns, or where the layout is known anyway and nobody changed it.
    """

    format: ImportFormat
    encoding: str
    sha256: str
    file_name: str
    rows: list[ImportRow]
    rejected: list[Rejected]
    notes: list[ImportNote]
    group_name: str | None = None
    group_id: str | None = None
    platform: Platform | None = None
    mapping: Mapping | None = None
    shape_key: str = ""
    sheets: tuple[Sheet, ...] = ()
