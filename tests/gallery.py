# SPDX-License-Identifier: MIT
"""Draws the base widgets in both themes and languages: python -m tests.gallery OUT_DIR."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from groupdesk.ui.icons import app_icon
from groupdesk.ui.item_delegates import (
    CellDelegate,
    MemberDelegate,
    PillDelegate,
    SecondaryRole,
    ToneRole,
)
from groupdesk.ui.theme import Scheme, Theme, make_application
from groupdesk.ui.theme_tokens import TONES
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.avatar import Avatar
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.buttons import button, icon_button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.check_list import CheckItem, CheckList
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.message_preview import MessagePreview
from groupdesk.ui.widgets.navigation import Navigation
from groupdesk.ui.widgets.navigation_list import NavigationEntry
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.pill import Pill
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.search_field import SearchField
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.standing_steps import StandingSteps
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.thumbnail import Thumbnail

MEMBERS = (
    ("李伟", "Li Wei · 华东经销", "Warning 2", "警告 2", "warning", "2 d ago", 3),
    ("Grace Chen", "", "Good standing", "良好", "ok", "today", 0),
    ("王小明", "小明", "Reminder", "提醒", "warning", "5 d ago", 1),
    ("Tomás Rivera", "", "Good standing", "良好", "ok", "today", 0),
    ("赵敏", "", "Final warning", "最后警告", "danger", "1 h ago", 4),
    ("Olivia Park", "Liv", "Exit requested", "申请退群", "accent", "12 d ago", 0),
    ("A very long name that a member chose to see what happens", "…", "Inactive", "不活跃", "muted", "94 d", 0),
)  # fmt: skip
PAGES = (
    ("today", "Today", "今天", "house", 7),
    ("members", "Members", "成员", "users-round", 0),
    ("rules", "Rules", "群规", "list-ordered", 0),
    ("templates", "Templates", "模板", "message-square-text", 0),
    ("cases", "Cases", "个案", "folder-open", 5),
    ("requests", "Requests", "申请", "log-out", 2),
    ("reviews", "Reviews", "盘点", "calendar-check", 0),
    ("reports", "Reports", "报告", "printer", 0),
    ("audit", "Audit log", "审计日志", "shield-check", 0),
)
Index = QModelIndex | QPersistentModelIndex


class Members(QAbstractTableModel):
    """A few members, enough to see a list."""

    def __init__(self, chinese: bool) -> None:
        super().__init__()
        self._chinese = chinese

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3 * len(MEMBERS)

    def columnCount(self, parent: Index | None = None) -> int:
        return 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        heads = ("成员", "状态", "最近活跃", "个案") if self._chinese else (
            "Member", "Standing", "Last active", "Cases")  # fmt: skip
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name, nickname, standing, zh, tone, active, cases = MEMBERS[index.row() % len(MEMBERS)]
        if role == Qt.ItemDataRole.DisplayRole:
            return (name, zh if self._chinese else standing, active, str(cases))[index.column()]
        if role == SecondaryRole:
            return nickname
        if role == ToneRole:
            return tone
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 3:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def screenshot(width: int = 360, height: int = 520) -> QPixmap:
    """Return a picture that looks like a chat."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#EDEDED"))
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    for at, (left, colour) in enumerate(((20, "#FFFFFF"), (120, "#95EC69"), (20, "#FFFFFF"))):
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(left, 24 + 70 * at, 220, 48, 8, 8)
    painter.end()
    return QPixmap.fromImage(image)


def page(chinese: bool) -> QWidget:
    """Return something like the members page."""
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    navigation = Navigation(result)
    navigation.setFixedWidth(216)
    navigation.set_pages(
        [NavigationEntry(k, zh if chinese else en, i, due) for k, en, zh, i, due in PAGES],
        [NavigationEntry("settings", "设置" if chinese else "Settings", "settings")],
    )
    groups = (
        ("1", "Aurora customers", 486),
        ("2", "Aurora VIP 贵宾群", 92),
        ("3", "华东经销商群", 210),
    )
    navigation.set_groups([NavigationEntry(k, t, "hash", count=n) for k, t, n in groups])
    navigation.set_current_page("members")
    navigation.set_current_group("1")
    row.addWidget(navigation)
    row.addWidget(_list(chinese), 1)
    row.addWidget(_detail(chinese), 1)
    result.resize(1300, 820)
    return result


def _list(chinese: bool) -> QWidget:
    middle = QWidget()
    middle.setProperty("surface", "page")
    middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(middle)
    column.setContentsMargins(16, 16, 16, 0)
    column.setSpacing(12)
    head = PageHead(
        "Aurora customers",
        "企业微信 · 486 / 500 人 · 群规第 4 版，11月12日发布" if chinese
        else "WeCom · 486 of 500 members · rules v4 published 12 Nov",
    )  # fmt: skip
    head.add_button(button("导入…" if chinese else "Import…", icon_name="upload"))
    head.add_button(button("添加成员" if chinese else "Add member", "primary", "plus"))
    column.addWidget(head)
    column.addWidget(
        SearchField(
            "搜索姓名、拼音、电话、备注…" if chinese else "Search name, pinyin, phone, note…"
        )
    )
    texts = ("全部", "有警告", "有风险", "不活跃", "申请退群") if chinese else (
        "All", "Warned", "At risk", "Inactive", "Exit requests")  # fmt: skip
    counts = (486, 23, 4, 31, 2)
    chips = [Chip(text, text, count) for text, count in zip(texts, counts, strict=True)]
    column.addWidget(ChipRow("Filter", chips))
    table = RecordTable()
    table.setModel(Members(chinese))
    table.setItemDelegate(CellDelegate(table))
    table.setItemDelegateForColumn(0, MemberDelegate(table))
    table.setItemDelegateForColumn(1, PillDelegate(table))
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for section, width in ((1, 128), (2, 96), (3, 64)):
        header.resizeSection(section, width)
    table.selectRow(0)
    column.addWidget(table)
    return middle


def _detail(chinese: bool) -> QWidget:
    right = QWidget()
    right.setProperty("surface", "page")
    right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(right)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(12)
    who = QHBoxLayout()
    who.addWidget(Avatar("李伟", "avatar_head"))
    who.addWidget(label("李伟 Li Wei", "title"))
    who.addWidget(
        Pill("警告 2 · 计至2月17日" if chinese else "Warning 2 · counts until 17 Feb", "warning")
    )
    who.addStretch()
    column.addLayout(who)
    acts = QHBoxLayout()
    acts.addWidget(
        button("记录私聊" if chinese else "Log private talk", icon_name="messages-square")
    )
    acts.addWidget(button("警告…" if chinese else "Warn…", icon_name="circle-alert"))
    acts.addWidget(
        button("移出…" if chinese else "Remove…", icon_name="user-round-minus", icon_token="danger")
    )
    acts.addStretch()
    acts.addWidget(icon_button("ellipsis", "More"))
    column.addLayout(acts)
    panel = Card("panel")
    panel.body.addWidget(SectionLabel("状态" if chinese else "Standing"))
    steps = StandingSteps()
    steps.set_steps(
        ("良好", "提醒", "警告 1", "警告 2", "最后警告", "移出") if chinese else
        ("Good standing", "Reminder", "Warning 1", "Warning 2", "Final warning", "Removal"), 3
    )  # fmt: skip
    panel.body.addWidget(steps)
    column.addWidget(panel)
    pictures = QHBoxLayout()
    for name in ("chat-1.png", "微信截图_20261119160233.png"):
        thumbnail = Thumbnail(name, removable=True)
        thumbnail.set_picture(screenshot())
        pictures.addWidget(thumbnail)
    pictures.addWidget(Thumbnail("missing.png"))
    pictures.addStretch()
    column.addLayout(pictures)
    banner = Banner()
    banner.show_message(
        "已记录警告 2。" if chinese else "Warning 2 is recorded.", "ok",
        action_text="撤销" if chinese else "Undo", action=lambda: None,
    )  # fmt: skip
    column.addWidget(banner)
    bad = Banner()
    bad.show_message(
        "磁盘已满，未能保存。你写的内容还在，请腾出空间后重试。" if chinese else
        "The disk is full, nothing was saved. What you wrote is still here; make room and try again.",
        "danger",
    )  # fmt: skip
    column.addWidget(bad)
    empty = EmptyState("users-round")
    empty.set_texts(
        "还没有成员" if chinese else "No members yet",
        "导入导出的成员名单，或直接粘贴姓名，每行一个。" if chinese else
        "Import a list that the platform exported, or paste names, one on each line.",
        "导入名单…" if chinese else "Import a list…",
    )  # fmt: skip
    column.addWidget(empty, 1)
    return right


def dialog(chinese: bool) -> DialogFrame:
    """Return something like the warning composer, with an error and something missing."""
    result = DialogFrame()
    result.set_head(
        "警告 王小明" if chinese else "Warn 王小明",
        "Aurora customers · 11月16日提醒过 1 次" if chinese else
        "Aurora customers · 1 reminder on 16 Nov · no warning in force",
        name="王小明",
    )  # fmt: skip
    rule = QComboBox()
    rule.addItems(
        ["R1  禁止广告", "R2  禁止辱骂"] if chinese else ["R1  No advertising or reseller links"]
    )
    result.form.addWidget(FormField("群规" if chinese else "&Rule", rule))
    channels = ("私聊（推荐）", "群内", "电话") if chinese else (
        "Private message (recommended)", "In the group", "Phone")  # fmt: skip
    result.form.addWidget(
        FormField("送达方式" if chinese else "How it reaches the member",
                  ChipRow("Channel", [Chip(text, text) for text in channels]))
    )  # fmt: skip
    text = TextArea()
    text.set_text("您好，{member_name}！感谢您一直以来对 {group_name} 的支持。")
    result.form.addWidget(FormField("消息" if chinese else "&Message", text), 1)
    reason = FormField("原因" if chinese else "Reason", QLineEdit())
    reason.set_error(
        "请写明原因，成员会看到。" if chinese else "Write the reason; the member will read it."
    )
    result.form.addWidget(reason)
    panel = Card("panel")
    panel.body.addWidget(SectionLabel("礼貌检查" if chinese else "Courtesy check"))
    panel.body.addWidget(CheckList([
        CheckItem("a", "以感谢开头" if chinese else "Opens with thanks", "done"),
        CheckItem("b", "没有说可以怎么做" if chinese else "Does not say what to do instead", "advice"),
    ]))  # fmt: skip
    result.form.addWidget(panel)
    result.side.addWidget(SectionLabel("预览" if chinese else "Preview"))
    result.side.addWidget(
        MessagePreview(
            "Mei",
            "您好，王小明！感谢您一直以来对 Aurora 客户群的支持。您在 11 月 21 日发布的内容违反了群规「禁止广告」，请您停止发布。<b>not bold</b>",
        )
    )
    result.side.addWidget(SectionLabel("移出之前" if chinese else "Before you remove"))
    result.side.addWidget(CheckList([
        CheckItem("r", "群规已发布（第 4 版，11月12日）" if chinese else "Rule was published (v4, 12 Nov)", "done"),
        CheckItem("f", "没有最后警告" if chinese else "No final warning", "missing",
                  "说明为什么不再等：" if chinese else "To go on without it, say why:"),
        CheckItem("s", "等待第二位管理员同意" if chinese else "Second manager agrees — Arun", "open"),
    ]))  # fmt: skip
    result.side.addStretch()
    result.add_left(button("放弃草稿" if chinese else "Discard draft"))
    result.set_hint("草稿已保存 15:42" if chinese else "Draft kept 15:42")
    result.add_right(button("复制消息" if chinese else "Copy message", icon_name="copy"))
    result.set_main("记为已发送" if chinese else "Record as sent", "send")
    result.set_missing(["原因" if chinese else "reason", "截图" if chinese else "a screenshot"])
    result.resize(960, 680)
    return result


def controls() -> QWidget:
    """Return every kind of control, enabled and not."""
    result = QWidget()
    column = QVBoxLayout(result)
    for enabled in (True, False):
        row = QHBoxLayout()
        for kind in ("default", "primary", "danger", "ghost", "link"):
            one = button(kind.title(), kind, "" if kind == "link" else "check")
            one.setEnabled(enabled)
            row.addWidget(one)
        row.addWidget(icon_button("ellipsis", "More"))
        column.addLayout(row)
        row = QHBoxLayout()
        combo = QComboBox()
        combo.addItems(["R1 No advertising", "R2 禁止辱骂"])
        date = QDateEdit(QDate(2026, 11, 21))
        date.setCalendarPopup(True)
        for field in (QLineEdit("李伟"), combo, date, QSpinBox()):
            field.setEnabled(enabled)
            row.addWidget(field)
        column.addLayout(row)
        row = QHBoxLayout()
        for checked in (True, False):
            for choice in (QCheckBox("Check 选项"), QRadioButton("Radio 选项")):
                choice.setAutoExclusive(False)
                choice.setChecked(checked)
                choice.setEnabled(enabled)
                row.addWidget(choice)
        column.addLayout(row)
    row = QHBoxLayout()
    for tone in TONES:
        row.addWidget(Pill(tone, tone))
    row.addStretch()
    column.addLayout(row)
    for role in ("title", "section", "strong", "body", "muted", "secondary", "label", "error"):
        column.addWidget(label(f"{role}: Aurora 客户群 486", role))
    bar = QProgressBar()
    bar.setValue(40)
    column.addWidget(bar)
    tabs = QTabBar()
    for name in ("Fair process", "History", "Evidence 5"):
        tabs.addTab(name)
    column.addWidget(tabs)
    row = QHBoxLayout()
    for size in (16, 32, 64, 128):
        sign = label()
        sign.setPixmap(app_icon().pixmap(size, size))
        row.addWidget(sign)
    row.addStretch()
    column.addLayout(row)
    column.addStretch()
    result.resize(820, 760)
    return result


def main(folder: Path) -> None:
    """Write the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application("groupdesk")
    theme = Theme(application, "light")
    translations = Translations(application)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        theme.set_scheme(scheme)
        for language in ("en", "zh"):
            translations.set_language(language)
            chinese = language == "zh"
            shown = {"page": page(chinese), "dialog": dialog(chinese), "controls": controls()}
            for name, widget in shown.items():
                widget.show()
                application.processEvents()
                widget.grab().save(str(folder / f"{name}-{scheme}-{language}.png"))
                widget.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
