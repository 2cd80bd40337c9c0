# SPDX-License-Identifier: MIT
"""One member of a removal of several: what was found, and what is said of this one alone."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.enums import FairItem
from groupdesk.domain.errors import RefusedError
from groupdesk.domain.fairness import NEVER_OVERRIDDEN, FairLine, FairState
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.removal_records import BatchLine
from groupdesk.domain.templates import Filled
from groupdesk.ui.bulk_removal_lines import BulkLines
from groupdesk.ui.context import UiContext
from groupdesk.ui.fair_words import FairWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.check_list import CheckItem, CheckList
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class BulkRemovalOne(QWidget):
    """A reason that is written here goes before the one for all."""

    answered = Signal()
    """A reason for this member alone was typed."""

    def __init__(self, context: UiContext, lines: BulkLines, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self._context = context
        self._lines = lines
        self._detail: MemberDetail | None = None
        self._filling = False
        self._head = SectionLabel(parent=self)
        self._about = label(role="secondary", parent=self, wrap=True)
        self.list = CheckList(parent=self)
        self._notice_head = SectionLabel(parent=self)
        self.notice = label(role="muted", parent=self, wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        for part in (self._head, self._about, self.list, self._notice_head, self.notice):
            column.addWidget(part)
        self.list.answered.connect(self._on_answered)
        self.show_notice(None)

    def show_member(self, detail: MemberDetail) -> None:
        """Show what the dry run found of a member."""
        self._detail = detail
        self._show()

    def show_notice(self, notice: Filled | None) -> None:
        """Show what this member would be told."""
        text = notice.text if notice is not None else ""
        self.notice.setText(text)
        for part in (self._notice_head, self.notice):
            part.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        detail = self._detail
        if detail is None:
            return
        several = len({one.group.id for one in self._lines.details}) > 1
        name = f"{detail.row.name} · {detail.group.name}" if several else detail.row.name
        self._head.setText(name.replace("&", "&&"))
        self._notice_head.setText(self.tr("Notice to {0}").format(detail.row.name))
        line = self._lines.line(detail.row.id)
        about = self._about_text(line)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        refused = line is None or self._lines.refused(line)
        fair = () if line is None or refused else line.fair
        gaps = self._lines.gaps(line) if line is not None else ()
        wanted = [one for one in fair if one.state is FairState.MET or one.item in gaps]
        # reason and screenshot are said of all, in the form
        wanted = [one for one in wanted if one.item not in NEVER_OVERRIDDEN]
        self._filling = True
        self.list.set_items([self._item(detail.row.id, one) for one in wanted])
        own = {
            self._key(detail.row.id, item): text
            for (whose, item), text in self._lines.own.items()
            if whose == detail.row.id
        }
        for key, text in own.items():
            if self.list.answers().get(key) == "":
                self.list.set_answers({key: text})
        self._filling = False

    def _about_text(self, line: BatchLine | None) -> str:
        if line is None:
            return ""
        if self._lines.refused(line):
            return self._context.error_text(RefusedError(line.refusal, name=line.member_name))
        said = [self.tr("Joins case {0}").format(line.case_number) if line.case_number else ""]
        if line.asks_approval:
            said.append(self.tr("waits for another operator"))
        return " · ".join(filter(None, said))

    def _item(self, member: int, line: FairLine) -> CheckItem:
        words, said, key = self._context.translations.words, FairWords(self._context), line.item
        if line.state is FairState.MET:
            return CheckItem(self._key(member, key), said.found(line), "done")
        reason = self._lines.reason(member, key)
        shared = self._lines.shared.get(key, "")
        prompt = words(f"fair_prompt.{key.value}")
        if shared:
            prompt = self.tr("“{0}”, or for this member alone:").format(shared)
        return CheckItem(
            self._key(member, key), said.missing(line), "advice" if reason else "missing", prompt
        )

    def _key(self, member: int, item: FairItem) -> str:
        return f"{member}.{item.value}"

    def _on_answered(self, key: str, text: str) -> None:
        if self._filling:
            return
        member, _, item = key.partition(".")
        where = (int(member), FairItem(item))
        if text:
            self._lines.own[where] = text
        else:
            self._lines.own.pop(where, None)
        self.answered.emit()
