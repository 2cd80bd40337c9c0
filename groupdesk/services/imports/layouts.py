# SPDX-License-Identifier: MIT
"""Tables that are known by their header: exports of chat platforms, CRMs and address books.

Header words are those of the programs' documentation or of files they wrote. A known header needs
no mapping step. `Record Id` of a CRM and the like is taken for the account's id: it is what tells
two people of one name apart in the next export.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import REPEATABLE, ImportField, ImportFormat
from groupdesk.services.imports.fields import key_of
from groupdesk.services.imports.values import DAMAGED_ID

F = ImportField
_NAMES = frozenset({F.NAME, F.FIRST_NAME, F.LAST_NAME})


@dataclass(frozen=True, slots=True)
class Layout:
    """How one program's header is known, and what its columns hold.

    All of `needs` and `at_least` of `some` have to be there; words are compared by `key_of`.
    `group` is the column with the group's name. `notes` are said in the preview. Rows with an id
    in `skip_ids` are no persons.
    """

    format: ImportFormat
    fields: dict[str, ImportField]
    needs: frozenset[str]
    some: frozenset[str] = frozenset()
    at_least: int = 0
    platform: Platform | None = None
    group: str = ""
    notes: tuple[str, ...] = ()
    skip_ids: frozenset[str] = frozenset()

    def fits(self, keys: frozenset[str]) -> bool:
        """Say whether this is the header of a list with these words."""
        return self.needs <= keys and len(self.some & keys) >= self.at_least

    def columns(self, header: Sequence[str]) -> tuple[ImportField | None, ...]:
        """Return the field of each column; of a repeated header the first one counts."""
        found: list[ImportField | None] = []
        keys: set[str] = set()
        for word in header:
            key = key_of(word)
            field = None if key in keys else self.fields.get(key)
            if field in found and field not in REPEATABLE:
                field = None
            found.append(field)
            keys.add(key)
        if F.NAME in found:
            found = [None if field in _NAMES - {F.NAME} else field for field in found]
        elif not _NAMES & set(found) and F.NICKNAME in found:
            found[found.index(F.NICKNAME)] = F.NAME
        return tuple(found)


def _words(text: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in text.split("|") if word)


def _fields(**words: str) -> dict[str, ImportField]:
    return {key: F(name) for name, text in words.items() for key in _words(text)}


_LAYOUTS = (
    Layout(
        ImportFormat.SLACK_CSV,
        _fields(
            handle="username",
            email="email",
            status="status",
            external_id="userid",
            name="fullname",
            nickname="displayname",
        ),
        _words("username|userid|fullname|billing-active"),
        platform=Platform.SLACK,
        skip_ids=frozenset({"USLACKBOT"}),
    ),
    Layout(
        ImportFormat.TELEGRAM_CSV,
        _fields(handle="username", external_id="user id", name="name", phone="phone"),
        _words("username|user id|name|group"),
        _words("access hash|group id"),
        at_least=1,
        platform=Platform.TELEGRAM,
        group="group",
    ),
    Layout(
        ImportFormat.MATTERMOST_CSV,
        _fields(
            external_id="Id",
            handle="Username",
            email="Email",
            name="Name",
            role="Roles",
            joined_at="CreateAt",
            last_active="LastStatusAt|LastPostDate|LastLogin",
            message_count="TotalPosts",
            deactivated="DeletedAt",
        ),
        _words("Id|Username|Email|Roles"),
        _words("CreateAt|LastLogin|LastStatusAt|LastPostDate|DaysActive|TotalPosts|DeletedAt"),
        at_least=3,
        platform=Platform.MATTERMOST,
    ),
    Layout(
        ImportFormat.DISCOURSE_CSV,
        _fields(
            external_id="id",
            name="name",
            handle="username",
            email="email",
            joined_at="created_at",
            last_active="last_seen_at|last_posted_at",
            tags="group_names",
            is_admin="admin|moderator",
            status="active",
        ),
        _words("id|username|created_at|last_seen_at"),
        _words("last_posted_at|last_emailed_at|trust_level|group_names|silenced_till|staged"),
        at_least=2,
        platform=Platform.DISCOURSE,
    ),
    Layout(
        ImportFormat.GOOGLE_GROUPS,
        _fields(email="Email address", nickname="Nickname", status="Group status"),
        _words("Email address|Group status"),
        _words("Nickname|Email status|Email preference|Posting permissions"),
        at_least=1,
        platform=Platform.GOOGLE_GROUPS,
    ),
    Layout(
        ImportFormat.SCRM_LEAVERS,
        _fields(
            name="流失客户",
            tags="标签|企业标签",
            deactivated="流失时间",
            joined_at="添加时间",
            phone="电话",
        ),
        _words("流失客户|流失时间"),
        platform=Platform.WECOM,
        notes=("scrm_leavers",),
    ),
    Layout(
        ImportFormat.SCRM_CUSTOMERS,
        _fields(
            name="客户名称",
            note="客户备注|客户描述",
            deactivated="流失状态",
            company="企业名称",
            invited_by="添加人",
            joined_at="添加时间",
            tags="企业标签",
            joined_how="添加渠道",
            phone="电话",
        ),
        _words("客户名称|添加人|添加时间"),
        _words("客户备注|客户描述|流失状态|企业标签|添加渠道"),
        at_least=2,
        platform=Platform.WECOM,
        notes=("scrm_customers",),
    ),
    Layout(
        ImportFormat.HUBSPOT,
        _fields(
            external_id="Record ID|Contact ID",
            first_name="First Name",
            last_name="Last Name",
            email="Email",
            phone="Mobile Phone Number|Phone Number",
            company="Company Name|Associated Company|Primary Associated Company",
            account_owner="Contact owner",
            last_active="Last Activity Date",
            language="Preferred language",
        ),
        _words("First Name|Last Name|Email"),
        _words(
            "Record ID|Contact owner|Lead Status|Lifecycle Stage|Marketing contact status|"
            "Associated Company|Primary Associated Company|Create Date|Favorite Content Topics"
        ),
        at_least=3,
        notes=("crm_contacts",),
    ),
    Layout(
        ImportFormat.SALESFORCE,
        _fields(
            external_id="Contact ID|Id",
            first_name="First Name",
            last_name="Last Name",
            name="Full Name",
            company="Account Name|Company / Account",
            account_owner="Account Owner|Contact Owner",
            email="Email",
            phone="Mobile|Mobile Phone|Phone",
            last_active="Last Activity|Last Activity Date",
            note="Description|Contact Description",
        ),
        _words("First Name|Last Name"),
        _words(
            "Account Owner|Account ID|Contact Owner Alias|Mailing State/Province|Reports To|"
            "Owner ID|Created Date|Last Modified Date|System Modstamp"
        ),
        at_least=1,
        notes=("crm_contacts",),
    ),
    Layout(
        ImportFormat.ZOHO_CRM,
        _fields(
            external_id="Record Id|Contact Id",
            first_name="First Name",
            last_name="Last Name",
            name="Full Name|Contact Name",
            company="Account Name",
            account_owner="Contact Owner",
            email="Email|Secondary Email",
            phone="Mobile|Phone",
            last_active="Last Activity Time",
            tags="Tag",
            note="Description",
        ),
        _words("Last Name"),
        _words(
            "Record Id|Contact Id|Contact Owner|Lead Source|First Name|Account Name|Email|Phone|"
            "Mobile|Created Time|Modified Time|Last Activity Time|Tag|Email Opt Out"
        ),
        at_least=5,
        notes=("crm_contacts",),
    ),
    Layout(
        ImportFormat.GOOGLE_CONTACTS,
        _fields(
            name="Name",
            first_name="First Name|Given Name",
            last_name="Last Name|Family Name",
            nickname="Nickname",
            company="Organization Name|Organization 1 - Name",
            note="Notes",
            tags="Labels|Group Membership",
            email="E-mail 1 - Value|E-mail 2 - Value|E-mail 3 - Value",
            phone="Phone 1 - Value|Phone 2 - Value|Phone 3 - Value",
            language="Language",
        ),
        frozenset(),
        _words(
            "E-mail 1 - Value|E-mail 1 - Type|E-mail 1 - Label|Phone 1 - Value|Phone 1 - Type|"
            "Phone 1 - Label|Phonetic First Name|Given Name Yomi|Group Membership|File As"
        ),
        at_least=2,
        notes=("address_book",),
    ),
    Layout(
        ImportFormat.THUNDERBIRD,
        _fields(
            first_name="First Name",
            last_name="Last Name",
            name="Display Name",
            nickname="Nickname",
            handle="Screen Name",
            email="Primary Email|Secondary Email",
            phone="Mobile Number|Work Phone|Home Phone",
            company="Organization",
            note="Notes",
        ),
        _words("Display Name|Primary Email"),
        _words("Secondary Email|Screen Name|Pager Number|Mobile Number|Work Phone"),
        at_least=2,
        notes=("address_book",),
    ),
    Layout(
        ImportFormat.OUTLOOK,
        _fields(
            first_name="First Name|名",
            last_name="Last Name|姓",
            nickname="Nickname|昵称",
            email=(
                "E-mail Address|E-mail 2 Address|E-mail 3 Address|电子邮件地址|"
                "电子邮件 2 地址|电子邮件 3 地址"
            ),
            phone=(
                "Mobile Phone|Primary Phone|Business Phone|Home Phone|移动电话|主要电话|"
                "商务电话|住宅电话"
            ),
            company="Company|公司|单位",
            tags="Categories|类别",
            note="Notes|附注|便笺",
        ),
        frozenset(),
        _words(
            "E-mail Address|E-mail 2 Address|E-mail Display Name|Business Phone|Home Phone|"
            "Business Street|Home Street|Business Fax|电子邮件地址|电子邮件显示名称|商务电话|"
            "住宅电话|商务传真|移动电话"
        ),
        at_least=4,
        notes=("address_book",),
    ),
    Layout(
        ImportFormat.CRM,
        _fields(
            first_name="First Name",
            last_name="Last Name",
            email="Email|Email Address",
            phone="Mobile|Mobile Phone|Phone|Phone Number",
            company="Company|Company Name",
            last_active="Last Activity Date|Last Activity",
            tags="Tags",
            note="Notes",
        ),
        _words("First Name|Last Name|Email"),
        _words("Phone|Company|Job Title|Last Activity Date"),
        at_least=3,
        notes=("crm_contacts",),
    ),
)

# Bots that write Discord's members name the columns in the language of their server.
_DISCORD = Layout(
    ImportFormat.DISCORD_CSV,
    _fields(
        external_id=(
            "id|user id|userid|discord id|member id|用户id|用户编号|成员id|id utilisateur|"
            "benutzer id|nutzer id|id de usuario|id usuario|id do usuário|id utente|"
            "id пользователя|ид|ユーザーid|사용자 id"
        ),
        handle=(
            "username|user name|tag|user|handle|用户名|nom d'utilisateur|benutzername|"
            "nombre de usuario|nome de usuário|nome utente|имя пользователя|ユーザー名|사용자 이름"
        ),
        name=(
            "display name|displayname|global name|name|server name|显示名称|显示名|名称|pseudo|"
            "nom affiché|nom d'affichage|anzeigename|nombre para mostrar|nombre visible|"
            "nome de exibição|nome visualizzato|отображаемое имя|表示名|표시 이름"
        ),
        nickname=(
            "nickname|nick|server nickname|昵称|服务器昵称|surnom|spitzname|apodo|apelido|"
            "soprannome|никнейм|ник|ニックネーム|별명"
        ),
        tags=(
            "roles|role|highest role|top role|身份组|角色|rôles|rôle|rollen|rolle|rol|cargos|"
            "cargo|ruoli|роли|роль|ロール|역할"
        ),
        joined_at=(
            "joined|joined at|join date|date joined|joined server|joined on|server joined|"
            "加入时间|加入日期|加入服务器时间|date d'arrivée|rejoint le|beigetreten|"
            "beigetreten am|beitrittsdatum|fecha de ingreso|fecha de unión|se unió|"
            "data de entrada|entrou em|data di ingresso|дата вступления|присоединился|参加日|"
            "参加日時|가입일|참가일"
        ),
        is_bot="bot|is bot|isbot|机器人|是否机器人|ist bot|es bot|é bot|бот|ボット|봇",
    ),
    frozenset(),
    platform=Platform.DISCORD,
)
_DISCORD_SIGNS = frozenset(
    {
        *_words("discriminator|account created|compte créé le|premium since|boosting since"),
        *(
            key
            for key, field in _DISCORD.fields.items()
            if field in {F.TAGS, F.JOINED_AT, F.IS_BOT}
        ),
    }
)
_SNOWFLAKE = re.compile(r"[=\"']*\d{17,20}\"?")


def recognise(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Layout | None:
    """Return the layout that a header is known by; `rows` are the first ones behind it."""
    keys = frozenset(map(key_of, header)) - {""}
    for layout in _LAYOUTS:
        if layout.fits(keys):
            return layout
    return _DISCORD if _is_discord(header, keys, rows) else None


def _is_discord(header: Sequence[str], keys: frozenset[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell by ids as only Discord gives them, in a column called so, beside roles or the like."""
    columns = _DISCORD.columns(header)
    if not keys & _DISCORD_SIGNS or F.EXTERNAL_ID not in columns:
        return False
    if not {F.NAME, F.HANDLE} & set(columns):
        return False
    place = columns.index(F.EXTERNAL_ID)
    ids = [row[place].strip() for row in rows if len(row) > place and row[place].strip()]
    return bool(ids) and all(_SNOWFLAKE.fullmatch(one) or DAMAGED_ID.fullmatch(one) for one in ids)
