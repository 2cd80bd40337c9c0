# SPDX-License-Identifier: MIT
"""Writes the manual's list of shortcuts from the acts: python -m tests.keyboard_page."""

import os
import re
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from groupdesk.ui.act_looks import LOOKS
from groupdesk.ui.acts import Acts
from groupdesk.ui.theme import Theme, make_application
from groupdesk.ui.translations import LanguageCode, Translations

MANUAL = Path(__file__).parents[1] / "docs" / "manual"
LANGUAGES: tuple[LanguageCode, ...] = ("en", "zh")

_TEXTS: dict[str, tuple[Any, ...]] = {
    "en": (
        "The keyboard",
        "On macOS, ⌘ stands for Ctrl. An act works where its button can be clicked.",
        ("Act", "Keys"),
        "In every dialog",
        (
            ("Do the main act, once nothing is missing", "Ctrl+Return"),
            ("Leave; a composer keeps its draft", "Esc, Ctrl+W"),
            ("Attach the screenshot on the clipboard", "Ctrl+V"),
            ("Go to a field by its underlined letter", "Alt+…"),
        ),
        "On Today",
        (
            ("Go from card to card; open what the card is about", "Up, Down; Return"),
            ("Put off, or give to somebody", "S"),
            ("Everything that can be done with a card", "Menu"),
            ("Take the last step back", "Ctrl+Z"),
        ),
        "On Requests",
        (
            ("Do what comes next, in the list and in a request", "Ctrl+Return"),
            ("Record a request to leave, and go on to the answer", "Ctrl+Shift+Return"),
            ("Tick a line of the checklist; what else can become of it", "Space; M"),
            ("Back to the list where there is no room beside it", "Esc, Alt+Left"),
        ),
        "In the list of a review",
        (
            ("Keep, remind, last notice, remove; take back", "K, R, L, X; U"),
            ("Choose all that match", "Ctrl+A"),
            ("Copy the message, go to the next; mark it or not", "Ctrl+C; Space"),
            ("Back to all reviews", "Esc"),
        ),
        "When a picture is redacted and marked",
        (
            ("Box, mosaic, arrow, frame, text, crop; select", "B, P, A, F, T, C; V"),
            ("Black, white, red, amber, green, blue", "1 … 6"),
            ("Put such a mark into the middle of what is in sight", "Return"),
            ("Go through the marks", "Tab, Shift+Tab"),
            ("Move the chosen mark; by one pixel", "Left, Right, Up, Down; with Ctrl"),
            ("Resize it; by one pixel", "Shift+Left …; with Ctrl+Shift"),
            ("Change its words; end them, begin a line", "F2; Return, Shift+Return"),
            ("Remove it", "Del"),
            ("Undo, redo", "Ctrl+Z, Ctrl+Shift+Z"),
            ("Show the original without the marks", "O"),
            ("Larger, smaller, fit to the window, full size", "+, -, Ctrl+0, Ctrl+1"),
        ),
        "[Getting started](getting-started.md) · [简体中文](../zh/keyboard.md)",
    ),
    "zh": (
        "快捷键",
        "在 macOS 上，⌘ 代替 Ctrl。按钮可以点击时，快捷键才有效。",
        ("操作", "按键"),
        "所有对话框",
        (
            ("没有缺项时，执行主要操作", "Ctrl+Return"),
            ("离开；编辑窗口会保留草稿", "Esc、Ctrl+W"),
            ("附上剪贴板里的截图", "Ctrl+V"),
            ("按带下划线的字母跳到字段", "Alt+…"),
        ),
        "今日",
        (
            ("逐张卡片移动；打开卡片对应的内容", "Up、Down；Return"),
            ("推迟，或交给别人", "S"),
            ("列出这张卡片的全部操作", "Menu"),
            ("收回上一步", "Ctrl+Z"),
        ),
        "请求",
        (
            ("在列表或申请里执行下一步", "Ctrl+Return"),
            ("记录退群申请并接着答复", "Ctrl+Shift+Return"),
            ("勾选清单中的一项；这一项的其他结果", "Space；M"),
            ("窗口较窄时回到列表", "Esc、Alt+Left"),
        ),
        "成员梳理名单",
        (
            ("保留、提醒、最后通知、移出；收回决定", "K、R、L、X；U"),
            ("全选符合条件的成员", "Ctrl+A"),
            ("复制消息并转到下一位；标记或取消", "Ctrl+C；Space"),
            ("回到全部梳理", "Esc"),
        ),
        "遮挡和标注图片时",
        (
            ("遮挡块、马赛克、箭头、方框、文字、裁剪；选择", "B、P、A、F、T、C；V"),
            ("黑、白、红、琥珀、绿、蓝", "1 … 6"),
            ("在视野中央放一处这样的标记", "Return"),
            ("逐个选中标记", "Tab、Shift+Tab"),
            ("移动选中的标记；每次一个像素", "Left、Right、Up、Down；加按 Ctrl"),
            ("调整大小；每次一个像素", "Shift+Left …；加按 Ctrl+Shift"),
            ("修改文字；结束、换行", "F2；Return、Shift+Return"),
            ("删除", "Del"),
            ("撤销、重做", "Ctrl+Z、Ctrl+Shift+Z"),
            ("查看没有标记的原图", "O"),
            ("放大、缩小、适合窗口、实际大小", "+、-、Ctrl+0、Ctrl+1"),
        ),
        "[使用入门](getting-started.md) · [English](../en/keyboard.md)",
    ),
}


def page(translations: Translations, language: LanguageCode) -> str:
    """Return the page in one language; the window's texts come from its acts."""
    before = translations.language
    translations.set_language(language)
    window = QWidget()
    acts = Acts(window)
    portable = QKeySequence.SequenceFormat.PortableText
    rows = [
        (
            re.sub(r"\(&\w\)|&|…", "", acts.action(key).text()),
            acts.action(key).shortcut().toString(portable),
        )
        for key, look in LOOKS.items()
        if look.shortcut
    ]
    translations.set_language(before)
    title, note, heads, *sections, links = _TEXTS[language]
    lines = [f"# {title}", "", note, "", *_table(heads, rows)]
    for head, keys in zip(sections[::2], sections[1::2], strict=True):
        lines += ["", f"## {head}", "", *_table(heads, keys)]
    lines += ["", links, ""]
    return "\n".join(lines)


def _table(
    heads: tuple[str, str], rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]
) -> list[str]:
    return [f"| {heads[0]} | {heads[1]} |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)]


def main() -> int:
    """Write the pages of all languages."""
    application = make_application("groupdesk")
    Theme(application, "light")
    translations = Translations(application)
    for language in LANGUAGES:
        target = MANUAL / language / "keyboard.md"
        target.write_text(page(translations, language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
