# SPDX-License-Identifier: MIT
"""Imports of tables: columns to name, a known list, address cards, a pasted table."""

from PySide6.QtWidgets import QWidget

from groupdesk.ui.dialogs.import_dialog import ImportDialog
from tests.scenes import Stage, scene
from tests.scenes.dialogs import until


def _import(stage: Stage, name: str, text: str, encoding: str = "utf-8") -> ImportDialog:
    path = stage.folder / name
    path.write_bytes(text.encode(encoding))
    dialog = ImportDialog(stage.context, stage.group(), (path,), stage.session.window)
    dialog.open()
    until(lambda: not dialog.busy)
    if dialog.steps.currentWidget() is dialog.preview:
        until(lambda: not dialog.preview.panel.isHidden())
    return dialog


_UNKNOWN = (
    "会员导出,,,,,,,,,\n"
    "称呼,编号,手机,,邮箱,入会时间,标签,标签,密码,空1,空2,空3\n"
    "王伟,10086,13800000001,x,w@x.cn,3/4/2024,VIP,茶友,a1,,,\n"
    "李娜,10087,13900000002,,li@x.cn,5/6/2024,,茶友,b2,,,\n"
)


@scene("import-columns")
def import_columns(stage: Stage) -> QWidget:
    return _import(stage, "会员名单.csv", _UNKNOWN, "gb18030")


@scene("import-columns-known")
def import_columns_known(stage: Stage) -> QWidget:
    dialog = _telegram(stage)
    dialog.columns.click()
    until(lambda: not dialog.busy)
    return dialog


@scene("import-known")
def import_known(stage: Stage) -> QWidget:
    return _telegram(stage)


def _telegram(stage: Stage) -> ImportDialog:
    return _import(
        stage,
        "telegram-members.csv",
        "username,user id,access hash,name,group,group id\n"
        "nora_q,402153,-6617391012340000111,Nora Quist,Shop friends,1502\n"
        ",998877,8123456789012345678,周晓梅,Shop friends,1502\n"
        "ghost,1.23457E+17,55,Ghost,Shop friends,1502\n"
        "theo,123457,55,Theo, the second,Shop friends,1502\n",
    )


@scene("import-cards")
def import_cards(stage: Stage) -> QWidget:
    cards = (("Nora Quist", "nora@example.org"), ("周晓梅", "zhou@example.cn"))
    text = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{mail}\nEND:VCARD\n" for name, mail in cards
    )
    return _import(stage, "contacts.vcf", text + "BEGIN:VCARD\nFN:Cut off\n")


@scene("import-columns-many")
def import_columns_many(stage: Stage) -> QWidget:
    header = ",".join(f"字段 {at}" for at in range(1, 31))
    rows = [",".join(f"值 {row}-{at}" if at % 3 else "" for at in range(30)) for row in range(3)]
    return _import(stage, "很宽的表.csv", "\n".join([header, *rows]))


@scene("import-pasted-table")
def import_pasted_table(stage: Stage) -> QWidget:
    dialog = ImportDialog(stage.context, stage.group(), (), stage.session.window)
    dialog.open()
    dialog.choose.names.setPlainText(
        "| 姓名 | 微信号 | 入群日期 |\n|------|--------|----------|\n"
        "| 周晓梅 | zxm88 | 25/7/2026 |\n| Nora Quist | nora_q | 3/8/2026 |\n"
    )
    dialog.main_button.click()
    until(lambda: not dialog.busy)
    return dialog
