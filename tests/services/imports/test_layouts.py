# SPDX-License-Identifier: MIT
"""Lists of the programs that are known by their header: read without a question."""

from pathlib import Path

import pytest

from groupdesk.domain.enums import JoinedHow, Language, MemberRole, Platform
from groupdesk.domain.export_columns import COLUMNS
from groupdesk.domain.import_records import (
    ImportField,
    ImportFormat,
    ImportRow,
    MappingOrigin,
)
from groupdesk.services.imports.fields import guess_columns
from groupdesk.services.imports.read import ReadOptions
from groupdesk.words import Words
from tests.services.imports.lists import ask, read, refusal, text_file, workbook

F = ImportField
NO_QUESTIONS = ReadOptions(utc_offset_minutes=480)


def rows_of(path: Path) -> list[ImportRow]:
    return read(path, NO_QUESTIONS).rows


def notes_of(path: Path) -> set[str]:
    notes = read(path, NO_QUESTIONS).notes
    for language in ("en", "zh"):
        for note in notes:
            assert Words(language)(f"import_note.{note.code}", **note.values)
    return {note.code for note in notes}


# -- chat platforms

TELEGRAM = (
    "username,user id,access hash,name,group,group id\n"
    "ada_l,402153,-6617391012340000111,Ada Lovelace,Shop friends,1502\n"
    ",998877,812345678901234567,小明,Shop friends,1502\n"
    "ghost,123456,55,,Shop friends,1502\n"
)


def test_a_telegram_list(tmp_path: Path) -> None:
    result = read(text_file(tmp_path, TELEGRAM), NO_QUESTIONS)
    assert (result.format, result.platform) == (ImportFormat.TELEGRAM_CSV, Platform.TELEGRAM)
    assert result.group_name == "Shop friends"
    assert [(row.name, row.handle, row.external_id) for row in result.rows] == [
        ("Ada Lovelace", "ada_l", "402153"),
        ("小明", "", "998877"),
        ("ghost", "ghost", "123456"),
    ]


@pytest.mark.parametrize("broken", ["", "ragged,77,8123456789,Eve, the second,Shop,1\n"])
def test_the_access_hash_is_kept_nowhere(tmp_path: Path, broken: str) -> None:
    path = text_file(tmp_path, TELEGRAM.replace("55", "8123456789") + broken)
    needs = ask(path, ReadOptions(ask=True))
    result = read(path, NO_QUESTIONS)
    told = (F.HANDLE, F.EXTERNAL_ID, F.NOTE, F.NAME, None, None)
    asked_for = read(path, ReadOptions(mapping=needs.mapping.__class__(told, 0, "utf-8", ",")))
    everything = repr((needs, result, asked_for))
    for secret in ("6617391012340000111", "812345678901234567", "8123456789"):
        assert secret not in everything
    assert len(asked_for.rejected) == bool(broken)
    assert [row.note for row in asked_for.rows] == ["", "", ""]


DISCORD_ROW = '小雨,"Admin; VIP",123456789012345678,2024-01-15\n'


@pytest.mark.parametrize(
    "header",
    [
        "Display Name,Roles,User ID,Joined Server",
        "Pseudo,Rôles,ID Utilisateur,Date d'arrivée",
        "Pseudo,Rôles,ID Utilisateur,Date d’arrivée",
        "Anzeigename,Rollen,Benutzer-ID,Beigetreten am",
        "Nombre visible,Roles,ID de usuario,Fecha de ingreso",
        "显示名称,身份组,用户ID,加入时间",
        "表示名,ロール,ユーザーID,参加日",
        "Отображаемое имя,Роли,ID пользователя,Дата вступления",
    ],
)
def test_discord_members_with_translated_headers(tmp_path: Path, header: str) -> None:
    result = read(text_file(tmp_path, header + "\n" + DISCORD_ROW), NO_QUESTIONS)
    assert (result.format, result.platform) == (ImportFormat.DISCORD_CSV, Platform.DISCORD)
    (row,) = result.rows
    assert (row.name, row.external_id, row.tags) == ("小雨", "123456789012345678", ("Admin", "VIP"))
    assert row.joined_at == "2024-01-14T16:00:00.000Z"


def test_discord_ids_that_a_spreadsheet_rounded_are_refused_with_the_reason(
    tmp_path: Path,
) -> None:
    path = text_file(
        tmp_path,
        "ID,用户名,昵称,Discriminator,Bot\n"
        "1.23457E+17,wei,小伟,0,False\n"
        '="123456789012345679",na,小娜,0,False\n'
        "'123456789012345670,helper,助手,0,True\n",
    )
    result = read(path, NO_QUESTIONS)
    assert result.format is ImportFormat.DISCORD_CSV
    assert [(row.external_id, row.name, row.is_bot) for row in result.rows] == [
        ("123456789012345679", "小娜", False),
        ("123456789012345670", "助手", True),
    ]
    assert [(one.line, one.code) for one in result.rejected] == [(2, "id_damaged")]


def test_a_list_with_ids_of_another_length_is_not_discords(tmp_path: Path) -> None:
    assert ask(text_file(tmp_path, "Name,Roles,ID\nAda,Admin,1234567\n"))


def test_a_mattermost_report(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "Id,Username,Email,CreateAt,Name,Roles,LastLogin,LastStatusAt,LastPostDate,DaysActive,"
        "TotalPosts,DeletedAt\n"
        "ab1,ada,ada@x.org,1700000000000,Ada L,system_user system_admin,1700000100000,"
        "1700000300000,1700000200000,4,12,0\n"
        "ab2,bob,bob@x.org,1700000000000,,system_user,0,0,,0,0,1700000900000\n",
    )
    result = read(path, NO_QUESTIONS)
    assert (result.format, result.platform) == (ImportFormat.MATTERMOST_CSV, Platform.MATTERMOST)
    ada, bob = result.rows
    assert (ada.name, ada.role, ada.message_count) == ("Ada L", MemberRole.ADMIN, 12)
    assert ada.last_active == "2023-11-14T22:18:20.000Z", "the latest sign of activity counts"
    assert ada.joined_at == "2023-11-14T22:13:20.000Z"
    assert (ada.deactivated, bob.deactivated) == (False, True)
    assert (bob.name, bob.role, bob.last_active) == ("bob@x.org", MemberRole.MEMBER, None)


def test_a_discourse_export(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "id,name,username,email,title,created_at,last_seen_at,last_posted_at,last_emailed_at,"
        "trust_level,approved,suspended_at,suspended_till,silenced_till,active,admin,moderator,"
        "ip_address,staged,secondary_emails,group_names\n"
        "1,Ada,ada,a@x.org,,2024-05-01 08:00:00 UTC,2024-06-01 08:00:00 UTC,,,4,true,,,,true,"
        "true,false,10.0.0.1,false,,staff;vip\n"
        "2,,bob,b@x.org,,2024-05-02 08:00:00 UTC,,,,1,true,,,,false,false,true,10.0.0.2,false,,\n",
    )
    result = read(path, NO_QUESTIONS)
    assert (result.format, result.platform) == (ImportFormat.DISCOURSE_CSV, Platform.DISCOURSE)
    ada, bob = result.rows
    assert (ada.role, ada.tags, ada.deactivated) == (MemberRole.ADMIN, ("staff", "vip"), False)
    assert ada.last_active == "2024-06-01T08:00:00.000Z"
    assert (bob.role, bob.deactivated, bob.last_active) == (MemberRole.ADMIN, True, None)
    assert "10.0.0.1" not in repr(result.rows)


def test_google_groups_with_its_banner(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "Members for group Shop friends\n"
        "Email address,Nickname,Group status,Email status,Email preference,Posting permissions\n"
        'Ada@X.org,"Lovelace, Ada",owner,,email,allowed\n'
        "m@x.org,,manager,,email,allowed\n"
        "b@x.org,Bob,member,bouncing,email,allowed\n"
        "i@x.org,Ida,invited,,email,allowed\n"
        'ada@x.org,"Lovelace, Ada",member,,email,allowed\n',
    )
    result = read(path, NO_QUESTIONS)
    assert result.format is ImportFormat.GOOGLE_GROUPS
    assert [(row.name, row.role) for row in result.rows] == [
        ("Lovelace, Ada", MemberRole.OWNER),
        ("m@x.org", MemberRole.ADMIN),
        ("Bob", MemberRole.MEMBER),
    ]
    assert [(one.line, one.code) for one in result.rejected] == [
        (6, "not_in_group"),
        (7, "duplicate_row"),
    ]
    assert "invited" in Words("en")("import_rejected.not_in_group", **result.rejected[0].values)


# -- SCRM workbooks

SCRM_HEADER = [
    *("客户名称", "客户备注", "客户描述", "流失状态", "企业名称", "添加人", "添加时间", "企业标签"),
    *("添加渠道", "性别", "电话", "年龄", "生日"),
]


def test_scrm_customers_below_their_banner(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "客户.xlsx",
        ["客户列表（共 2 人） 导出时间 2024-06-01"],
        SCRM_HEADER,  # type: ignore[arg-type]  # words are objects
        ["王伟", "老王", "爱喝茶", "正常", "某公司", "李四", "2024-05-01 08:00:00", "VIP,老客户",
         "扫码", "男", "13800000001", "30", "1990-01-01"],
        ["李娜", "", "", "已流失", "", "李四", "2024-05-02 08:00:00", "", "", "女", "", "", ""],
    )  # fmt: skip
    result = read(path, NO_QUESTIONS)
    assert (result.format, result.platform) == (ImportFormat.SCRM_CUSTOMERS, Platform.WECOM)
    wang, li = result.rows
    assert (wang.line, wang.name, wang.note) == (3, "王伟", "老王\n爱喝茶")
    assert (wang.company, wang.invited_by, wang.tags) == ("某公司", "李四", ("VIP", "老客户"))
    assert (wang.joined_how, wang.phone) == (JoinedHow.QR_CODE, "13800000001")
    assert wang.joined_at == "2024-05-01T00:00:00.000Z"
    assert (wang.deactivated, li.deactivated) == (False, True)
    assert "1990" not in repr(result.rows)
    assert {"scrm_customers", "deactivated"} <= notes_of(path)


def test_scrm_leavers_are_no_active_members(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "流失.xlsx",
        ["流失客户导出"],
        ["流失客户", "所属客服", "标签", "流失时间", "添加时间"],
        ["王伟", "李四", "VIP", "2024-06-01 10:00:00", "2024-05-01 08:00:00"],
    )
    result = read(path, NO_QUESTIONS)
    assert result.format is ImportFormat.SCRM_LEAVERS
    assert [(row.name, row.deactivated) for row in result.rows] == [("王伟", True)]
    assert {"scrm_leavers", "deactivated"} <= notes_of(path)


# -- CRM and address books


@pytest.mark.parametrize(
    ("kind", "header", "row"),
    [
        (
            ImportFormat.ZOHO_CRM,
            ("Record Id,Contact Owner,Lead Source,First Name,Last Name,Account Name,Email,Phone,"
            "Mobile,Created Time,Modified Time,Last Activity Time,Tag,Email Opt Out"),
            ("zcrm_55,Li,Web,Ada,Lovelace,Engines Ltd,a@x.org,,+44 20,2024-05-01 08:00:00,,"
            "2024-06-01 08:00:00,vip,false"),
        ),
        (
            ImportFormat.ZOHO_CRM,
            "Contact Id,Last Name,First Name,Mobile,Email,Account Name,Last Activity Time,Tag",
            "7,Lovelace,Ada,+44 20,a@x.org,Engines Ltd,2024-06-01 08:00:00,vip",
        ),
        (
            ImportFormat.HUBSPOT,
            ("Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Last Activity Date,"
            "Lead Status,Associated Company"),
            "51,Ada,Lovelace,a@x.org,+44 20,Li,2024-06-01 08:00,NEW,Engines Ltd",
        ),
        (
            ImportFormat.SALESFORCE,
            ("Salutation,First Name,Last Name,Title,Account Name,Mailing State/Province,Phone,"
            "Email,Account Owner,Last Activity"),
            "Ms,Ada,Lovelace,Countess,Engines Ltd,,+44 20,a@x.org,Li,2024-06-01 08:00",
        ),
        (
            ImportFormat.CRM,
            "First Name;Last Name;Email;Phone;Company;Job Title;Last Activity Date",
            "Ada;Lovelace;a@x.org;+44 20;Engines Ltd;Countess;2024-06-01 08:00",
        ),
    ],
)  # fmt: skip
def test_crm_contacts(tmp_path: Path, kind: ImportFormat, header: str, row: str) -> None:
    path = text_file(tmp_path, f"{header}\n{row}\n")
    result = read(path, NO_QUESTIONS)
    assert result.format is kind
    (ada,) = result.rows
    assert (ada.name, ada.email, ada.phone) == ("Ada Lovelace", "a@x.org", "+44 20")
    assert (ada.company, ada.last_active) == ("Engines Ltd", "2024-06-01T00:00:00.000Z")
    assert ada.joined_at is None, "when the CRM made the record is not when they joined"
    assert "crm_contacts" in notes_of(path)


@pytest.mark.parametrize(
    ("kind", "header", "row"),
    [
        (
            ImportFormat.GOOGLE_CONTACTS,
            ("First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,"
            "Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,"
            "Phone 1 - Value"),
            "Ada,,Lovelace,,ada,,Engines Ltd,tea,* myContacts ::: VIP,* ,a@x.org,Mobile,+44 20",
        ),
        (
            ImportFormat.GOOGLE_CONTACTS,
            ("Name,Given Name,Family Name,Nickname,Notes,Group Membership,E-mail 1 - Type,"
            "E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name"),
            ("Ada Lovelace,Ada,Lovelace,ada,tea,* myContacts ::: VIP,*,a@x.org,Mobile,+44 20,"
            "Engines Ltd"),
        ),
        (
            ImportFormat.OUTLOOK,
            ("First Name,Middle Name,Last Name,Nickname,E-mail Address,E-mail 2 Address,"
            "E-mail Display Name,Home Phone,Mobile Phone,Business Phone,Company,Business Street,"
            "Birthday,Notes,Categories"),
            "Ada,,Lovelace,ada,a@x.org,,,,+44 20,,Engines Ltd,,0/0/00,tea,myContacts;VIP",
        ),
        (
            ImportFormat.OUTLOOK,
            "名,姓,昵称,电子邮件地址,电子邮件显示名称,商务电话,住宅电话,移动电话,公司,附注,类别",
            "Ada,Lovelace,ada,a@x.org,,,,+44 20,Engines Ltd,tea,myContacts;VIP",
        ),
        (
            ImportFormat.THUNDERBIRD,
            ("First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,"
            "Screen Name,Work Phone,Home Phone,Mobile Number,Organization,Notes"),
            "Ada,Lovelace,Ada Lovelace,ada,a@x.org,,,+44 20,,,Engines Ltd,tea",
        ),
    ],
)  # fmt: skip
def test_address_books(tmp_path: Path, kind: ImportFormat, header: str, row: str) -> None:
    path = text_file(tmp_path, f"{header}\n{row}\n")
    result = read(path, NO_QUESTIONS)
    assert result.format is kind
    (ada,) = result.rows
    assert (ada.name, ada.nickname, ada.email) == ("Ada Lovelace", "ada", "a@x.org")
    assert (ada.phone, ada.company, ada.note) == ("+44 20", "Engines Ltd", "tea")
    assert ada.tags in {(), ("myContacts", "VIP")}
    assert "address_book" in notes_of(path)


def test_the_first_number_that_is_filled_counts(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "First Name,Last Name,Email,Phone,Mobile,Company,Job Title\n"
        "Ada,L,a@x,,139,,\nBob,M,b@x,138,139,,\n",
    )
    assert [row.phone for row in rows_of(path)] == ["139", "138"]


# 纷享销客 writes columns as its customer has set them up: the mapping step guesses.
def test_a_chinese_crm_is_guessed_by_its_words(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "客户名称,姓名,手机,电话,负责人,创建时间,最后跟进时间\n"
        "某公司,王伟,13800000001,,李四,2024-05-01 08:00,2024-06-01 08:00\n",
        "gb18030",
    )
    needs = ask(path)
    assert needs.origin is MappingOrigin.GUESS
    assert needs.mapping.columns == (
        *(F.COMPANY, F.NAME, F.PHONE, F.PHONE),
        *(F.ACCOUNT_OWNER, F.JOINED_AT, F.LAST_ACTIVE),
    )
    first = read(path, ReadOptions(mapping=needs.mapping))
    again = read(path, ReadOptions(remembered={first.shape_key: needs.mapping}))
    assert [row.name for row in again.rows] == ["王伟"]
    assert "mapping_remembered" in {note.code for note in again.notes}


# -- known, and yet the person decides


def test_a_known_list_can_be_asked_about_and_read_otherwise(tmp_path: Path) -> None:
    path = text_file(tmp_path, TELEGRAM)
    silent = read(path, NO_QUESTIONS)
    assert silent.shape_key == "", "what is known anyway need not be remembered"
    needs = ask(path, ReadOptions(ask=True))
    assert needs.origin is MappingOrigin.KNOWN
    assert needs.mapping == silent.mapping
    chosen = needs.mapping.__class__((F.NAME, F.EXTERNAL_ID, *(None,) * 4), 0, "utf-8", ",")
    told = read(path, ReadOptions(mapping=chosen))
    assert (told.rows[0].name, told.format) == ("ada_l", ImportFormat.TELEGRAM_CSV)
    remembered = {told.shape_key: chosen}
    assert read(path, ReadOptions(remembered=remembered)).rows[0].name == "ada_l"
    again = ask(path, ReadOptions(remembered=remembered, ask=True))
    assert (again.origin, again.mapping.columns) == (MappingOrigin.REMEMBERED, chosen.columns)


def test_a_known_list_asks_where_its_dates_are_open(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "First Name,Last Name,Email,Phone,Company,Job Title,Last Activity Date\n"
        "Ada,L,a@x,,,,3/4/2024\n",
    )
    needs = ask(path)
    assert (needs.dates_ambiguous, needs.origin) == (True, MappingOrigin.KNOWN)


def test_an_empty_known_list_is_said_to_be_empty(tmp_path: Path) -> None:
    assert refusal(text_file(tmp_path, TELEGRAM.splitlines()[0]), NO_QUESTIONS).code == "list_empty"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_list_headed_with_the_programs_own_words_is_read_as_meant(language: str) -> None:
    words = Words(language)
    # parts of a name give way to the whole; the program has no column for the last two
    others = {F.FIRST_NAME, F.LAST_NAME, F.STATUS, F.IS_ADMIN}
    fields = tuple(field for field in ImportField if field not in others)
    assert guess_columns([words(f"import_field.{one.value}") for one in fields], []) == fields
    mine = {
        column.key: column.heading(Language(language))
        for column in COLUMNS
        if column.key in {field.value for field in ImportField}
    }
    assert guess_columns(list(mine.values()), []) == tuple(ImportField(key) for key in mine)
