# SPDX-License-Identifier: MIT
"""The cases of a group or of all: found by what one knows, one of them with all that was done."""

from array import array
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.case_records import CaseCounts, CaseFilter, CaseRule, RelatedCase
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Topic
from groupdesk.ui.appeal_acts import AppealActs
from groupdesk.ui.case_acts import CaseDialogs
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.page import Page, Place
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.case_detail import CaseDetail
from groupdesk.ui.widgets.case_filter_bar import CaseFilterBar
from groupdesk.ui.widgets.case_table import CaseTable
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.page_head import PageHead

_SEARCH_WAIT = 80  # milliseconds of rest before the cases are searched
_SHOW_AFTER = 30  # and before a row that one passes is shown

Found = tuple["array[int]", CaseCounts, tuple[CaseRule, ...]]


class CasesPage(Page):
    """A case opens with the first act, or by hand before anybody acted."""

    topics = frozenset({Topic.CASES, Topic.MEMBERS, Topic.RULES})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        theme = current_theme()
        self._acts = MemberActs(context, self)
        self._dialogs = CaseDialogs(context, self)
        self._asked = 0
        self._searched = ""
        self._expected: int | None = None  # the only case that may come to the front by itself
        self._head = PageHead(parent=self)
        self.filters = CaseFilterBar(self)
        self.table = CaseTable(self._fetch, self._cells, self._beside, self)
        self.model = self.table.cases
        self._empty = EmptyState("folder-open", self)
        self._empty.acted.connect(self._on_empty)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.table)
        self._below.addWidget(self._empty)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self._head)
        column.addWidget(self.filters)
        column.addWidget(self._below, 1)
        self._head.add_button(context.acts.button("case.open", "primary", self))
        self.detail = CaseDetail(context, self._acts, self)
        self._split = ListDetail(listed, self.detail, context.settings.values.detail_width, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._search = QTimer(self, singleShot=True, interval=_SEARCH_WAIT)
        self._search.timeout.connect(self._load)
        self._passing = QTimer(self, singleShot=True, interval=_SHOW_AFTER)
        self._passing.timeout.connect(self._show_case)
        self._connect()

    # ---- Page

    def show_group(self, group_id: int) -> None:
        if group_id != self.group_id and self.group_id:
            self.filters.everywhere.choose(False)  # noqa: FBT003 - a value
        super().show_group(group_id)

    def reload(self) -> None:
        desk = self.context.desk
        name = desk.groups.get(self.group_id).name if self.group_id else ""
        everywhere = self.filters.everywhere.value or not name
        self._head.set_texts(
            self.tr("Cases") if everywhere else self.tr("Cases of {0}").format(name),
            self.tr("A case opens by itself with the first act, or by hand."),
        )
        self.filters.show_group(name)
        self._load()

    def activate(self) -> None:
        acts = self.context.acts
        acts.bind("member.find", self.filters.search.activate)
        acts.bind("case.open", self._open_new, enabled=bool(self.group_id))
        acts.bind("report.case", self._print, enabled=False)
        acts.bind("case.note", self._write_note, enabled=False)
        acts.bind("appeal.record", self._record_appeal, enabled=False)
        for act_id, act in self._dialogs.acts.items():
            acts.bind(act_id, partial(self._with_case, act), enabled=False)
        self._enable()

    def take_focus(self) -> None:
        listed = self._below.currentWidget() is self.table
        (self.table if listed else self._empty.button).setFocus()

    def show_cases(self, which: CaseFilter) -> None:
        """Show what a filter finds; the case that its text names by number comes to the front."""
        self.filters.show_filter(which)
        self.reload()
        self._split.open_detail()

    def place(self) -> Place:
        return Place(cases=self.which(), chosen=self.table.number)

    def come_back(self, place: Place) -> None:
        self._expected = place.chosen
        self.table.setCurrentIndex(QModelIndex())
        self._show_case()
        if place.cases is not None:
            self.filters.show_filter(place.cases)
        self.reload()

    def leave(self) -> None:
        self.context.settings.values.detail_width = self._split.detail_width

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reload()
        super().changeEvent(event)

    @property
    def case(self) -> CaseRow | None:
        """The case in front."""
        return self.detail.row

    def which(self) -> CaseFilter:
        """Return which cases the list shows."""
        return self.filters.which(self.group_id or None)

    # ---- building

    def _connect(self) -> None:
        self.filters.changed.connect(self._search.start)
        self.filters.everywhere.chosen.connect(self.reload)
        self.filters.sort_button.clicked.connect(self._show_sorts)
        self.table.sort_asked.connect(self._load)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._passing.start())
        self.table.opened.connect(self._on_opened)
        self.table.pointed.connect(self._on_clicked)
        self.detail.case_requested.connect(self._go_to)
        self.detail.apart_requested.connect(self._take_apart)
        self.detail.member_requested.connect(self._go_to_member)
        self._split.returned.connect(self.table.setFocus)

    # ---- loading

    def _fetch(self, numbers: Sequence[int]) -> tuple[CaseRow, ...]:
        language = self.context.translations.language
        return self.context.desk.cases.of_numbers(numbers, language)

    def _said(self, rules: Sequence[CaseRule]) -> list[tuple[tuple[int, ...], str]]:
        """Return how to say each rule, with how many cases are about it."""
        said = []
        for rule in rules:
            text = f"{rule.code} {rule.title}".strip() or self.tr("No rule")
            if not rule.in_force:
                text = self.tr("{0}, no longer in force").format(text)
            said.append((rule.ids, self.tr("{0} ({1})").format(text, rule.cases)))
        return said

    def _load(self) -> None:
        """Ask for numbers, counts and rules in the thread beside; the newest question wins."""
        self._asked += 1
        asked, which, sort = self._asked, self.which(), self.table.sort
        cases, language = self.context.desk.cases, self.context.translations.language

        def work() -> Found | None:
            if asked != self._asked:
                return None
            rules = cases.rules(which.group_id, language)
            return cases.ids(which, sort), cases.chip_counts(which), rules

        def show(found: Found | None) -> None:
            if asked == self._asked and found is not None:
                self._show(found, which)

        self.context.runner.run(
            self,
            work,
            show,
            lambda error: self.context.notify(self.context.error_text(error), "danger"),
            pool="files",
        )

    def _show(self, found: Found, which: CaseFilter) -> None:
        numbers, counts, rules = found
        self.filters.show_rules(self._said(rules))
        if self.which() != which:  # no case is about the rule that was asked for any more
            self._load()
            return
        self.filters.show_counts(counts)
        kept = self.table.number or (self.case.number if self.case else self._expected or 0)
        if which.text != self._searched and len(numbers):
            named = which.text.strip().removeprefix("#").isdecimal()
            kept = numbers[0] if named else kept  # the case that has this number
        self._searched = which.text
        self.table.show_numbers(numbers, kept, only=self._expected is not None)
        if self.table.number:
            self._expected = None
        listed = bool(len(numbers))
        focused = self.window().focusWidget()
        self._below.setCurrentWidget(self.table if listed else self._empty)
        if focused in {self.table, self._empty.button}:
            self.take_focus()
        plain = which == CaseFilter(which.group_id)
        self._empty.set_texts(
            self.tr("No case") if plain else self.tr("No case fits"),
            self.tr("Warn or talk to a member: the case opens by itself. Or open one by hand.")
            if plain
            else self.tr("Take a filter away, or look in all groups."),
            "" if plain else self.tr("Show all cases"),
        )
        self._passing.stop()
        self._show_case()

    def _cells(self, row: CaseRow) -> list[Cell]:
        words, dates = self.context.translations.words, self.context.dates
        last = from_text(row.last_act or row.opened_at)
        state = (words(row.state_word), "accent" if row.state is CaseState.OPEN else "muted")
        if row.waiting and row.state is CaseState.OPEN:
            state = (self.tr("Waiting"), "warning")
        return [
            row.member_name,
            str(row.number),
            f"{row.rule_code} {row.rule_title}".strip() or "–",
            row.owner or "–",
            state,
            dates.relative(last, self.context.desk.clock()),
        ]

    def _beside(self, row: CaseRow) -> str:
        return row.group_name if self.filters.everywhere.value else ""

    def _show_case(self) -> None:
        number = self.table.number
        if number:
            self.detail.show_case(number)
        else:
            self.detail.show_nothing()
        self._enable()

    # ---- acts

    def _enable(self) -> None:
        acts, case = self.context.acts, self.case
        writable = not self.context.desk.workspace.database.read_only
        there = case is not None
        is_open = case is not None and case.state is CaseState.OPEN
        owned = case is not None and bool(case.owner_id)
        for act_id, possible in (
            ("case.claim", is_open and not owned),
            ("case.hand_over", is_open),
            ("case.release", is_open and owned),
            ("case.close", is_open),
            ("case.reopen", there and not is_open),
            ("case.correct", there),
            ("case.wrong_person", case is not None and is_open and not case.acts),
            ("case.relate", there),
            ("case.note", there),
            ("appeal.record", case is not None and bool(case.acts)),
        ):
            acts.enable(act_id, writable and possible)
        acts.enable("report.case", there)
        self.detail.show_acts()

    def _with_case(self, act: object) -> None:
        if self.case is not None and callable(act):
            act(self.case)

    def _open_new(self) -> None:
        everywhere = self.filters.everywhere.value
        group = None if everywhere else self.context.desk.groups.get(self.group_id)
        self._acts.choose_member(group, self._acts.open_case)

    def _write_note(self) -> None:
        if self.case is not None:
            self._split.open_detail()
            self.detail.write_note()

    def _record_appeal(self) -> None:
        if self.case is not None:
            AppealActs(self.context, self).record_of_case(self.case.number, self.case.member_name)

    def _print(self) -> None:
        if self.case is not None:
            self._acts.print_case(self.case.number)

    def _take_apart(self, related: RelatedCase) -> None:
        if self.case is not None:
            self._dialogs.take_apart(self.case, related)

    def _go_to_member(self) -> None:
        if self.case is not None:
            self.context.go_to(self.case.group_id, self.case.membership_id)

    def _go_to(self, number: int) -> None:
        """Go to a case; where the list does not hold it, the search brings it."""
        row = self.model.row_of(number)
        if row >= 0:
            self.table.go_to(row)
            return
        self.filters.show_filter(CaseFilter(text=f"#{number}"))
        self.reload()

    # ---- slots

    def _on_empty(self) -> None:
        self.filters.show_filter(CaseFilter(self.group_id or None))
        self.reload()
        self.table.setFocus()

    def _show_sorts(self) -> None:
        button = self.filters.sort_button
        menu = self.table.sort_menu(self)
        corner = QPoint(button.width() - menu.sizeHint().width(), button.height())
        menu.popup(button.mapToGlobal(corner))

    def _on_opened(self, _index: QModelIndex) -> None:
        self._passing.stop()
        self._show_case()
        self._split.open_detail()
        self.detail.setFocus()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._split.is_narrow:
            self._on_opened(index)
