# SPDX-License-Identifier: MIT
"""Two entries are one person: who the other one is, both side by side, and the reason."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHeaderView, QLayout, QWidget

from groupdesk.domain.enums import MembershipState
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.person_records import LinkPreview, PersonHit, PersonRecord
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.person_words import PersonWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.search_field import SearchField
from groupdesk.ui.widgets.text_area import TextArea

_WAIT = 120  # milliseconds of rest before the register is searched
_TOLD_SECONDS = 8


class LinkDialog(DialogFrame):
    """Nothing is written before both were seen beside each other and a reason is there."""

    def __init__(
        self,
        context: UiContext,
        person_id: int,
        other_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        """Link the person `person_id`; without `other_id` the other one is searched for first."""
        super().__init__(parent, side=False)
        self._context = context
        self._operation = uuid4()
        self._person_id = person_id
        self._other_id = other_id
        self._preview: LinkPreview | None = None
        self.search = SearchField("", self)
        self.model: RecordModel[PersonHit] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        self.table.setFixedHeight(4 * current_theme().size("row"))
        self._ask = label(role="muted", parent=self, wrap=True)
        self._facts = QWidget(self)
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current_theme().size("space_l"))
        self._grid.setVerticalSpacing(current_theme().size("space_s"))
        self._joint = label(parent=self, wrap=True)
        self.stands: ChoiceBox[int] = ChoiceBox(self)
        self._stands_field = FormField("", self.stands, self)
        self.reason = TextArea(3, self)
        self.field = FormField("", self.reason, self)
        for part in (self.search, self.table, self._ask, self._facts, self._joint):
            self.form.addWidget(part)
        self.form.addWidget(self._stands_field)
        self.form.addWidget(self.field, 1)
        self.add_cancel()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_chosen())
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self.search.setVisible(other_id is None)
        self.table.setVisible(other_id is None)
        self._say()
        self._show_both()
        self.resize(760, 660)
        (self.search if other_id is None else self.reason).setFocus()
        self.ask_before_leaving(lambda: self.reason.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_both()

    # ---- words

    def _say(self) -> None:
        first = self._context.desk.persons.get(self._person_id)
        self.set_head(
            self.tr("{0} is the same person as…").format(first.name),
            self.tr("Two accounts, two platforms or two lists: one person."),
            name=first.name,
        )
        self.search.set_hint(self.tr("Search name, pinyin, phone, note…"))
        self.table.setAccessibleName(self.tr("People found"))
        self._ask.setText(self.tr("Search for the other entry of this person, then choose it."))
        self._stands_field.set_caption(self.tr("Name &shown for both"))
        self.field.set_caption(self.tr("&Reason: how do you know?"))
        self.set_main(self.tr("Link as one person"), "link")

    def _cells(self, hit: PersonHit) -> list[Cell]:
        return [hit.name, hit.about]

    # ---- finding the other one

    def _find(self) -> None:
        text = self.search.text()
        if not text.strip():
            self._show_hits(())
            return
        self._context.runner.run(
            self,
            partial(self._context.desk.persons.find, text),
            lambda hits: self._show_hits(hits) if text == self.search.text() else None,
            lambda error: self.banner.show_message(self._context.error_text(error), "danger"),
            pool="files",
        )

    def _show_hits(self, hits: tuple[PersonHit, ...]) -> None:
        others = [hit for hit in hits if hit.person_id != self._person_id]
        self.model.show_records((self.tr("Member"), self.tr("Known as")), others)
        header = self.table.horizontalHeader()
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if others:
            self.table.selectRow(0)
        self._on_chosen()

    def _on_chosen(self) -> None:
        row = self.table.currentIndex().row()
        there = 0 <= row < self.model.rowCount()
        self._other_id = self.model.record(row).person_id if there else None
        self._show_both()

    # ---- both side by side

    def _show_both(self) -> None:
        self._preview = None
        self.banner.dismiss()
        if self._other_id is not None:
            try:
                desk = self._context.desk
                self._preview = desk.persons.preview_link(self._person_id, self._other_id)
            except GroupDeskError as error:
                self.banner.show_message(self._context.error_text(error), "warning")
        shown = self._preview is not None
        self._ask.setVisible(not shown)
        for part in (self._facts, self._joint, self._stands_field, self.field):
            part.setVisible(shown)
        _clear(self._grid)
        if self._preview is not None:
            self._show_facts(self._preview)
        self._check()

    def _show_facts(self, both: LinkPreview) -> None:
        rows = zip(self._facts_of(both.first), self._facts_of(both.second), strict=True)
        at = 0
        for (name, left), (_, right) in rows:
            if not (left or right):
                continue
            alike = bool(left) and left.casefold() == right.casefold() and at > 0
            role = "strong" if alike or at == 0 else "body"
            cells = (
                label(name, "muted", self._facts),
                *(
                    label(text or "–", role, self._facts, wrap=True, selectable=True)  # type: ignore[arg-type]  # both are roles
                    for text in (left, right)
                ),
            )
            for column, cell in enumerate(cells):
                cell.setAccessibleName(f"{name}: {cell.text()}" if column else name)
                self._grid.addWidget(cell, at, column, Qt.AlignmentFlag.AlignTop)
                cell.show()
            at += 1
        for column, stretch in enumerate((0, 1, 1)):
            self._grid.setColumnStretch(column, stretch)
        first, second = both.first, both.second
        groups = {
            stay.group_name
            for stay in (*first.stays, *second.stays)
            if stay.state is MembershipState.ACTIVE
        }
        said = [
            self.tr("Together: %n group(s).", "", len(groups)),
            self.tr("%n case(s) in one timeline.", "", first.cases + second.cases)
            if first.cases + second.cases
            else "",
            self.tr("Standing in a group counts what was said to either account."),
        ]
        if both.common_groups:
            said.append(
                self.tr("Both are in {0}; both stays remain.").format(
                    self.tr(", ").join(both.common_groups)
                )
            )
        if first.blocked is not None or second.blocked is not None:
            said.append(self.tr("The block then holds for both."))
        if first.protected != second.protected:
            said.append(self.tr("The protection then holds for both."))
        said.append(self.tr("Contact data stays with each entry. You can undo this."))
        self._joint.setText("\n".join(filter(None, said)))
        chosen = self.stands.value if self.stands.count() else first.id
        self.stands.set_choices([(first.name, first.id), (second.name, second.id)])
        self.stands.choose(chosen if chosen in {first.id, second.id} else first.id)

    def _facts_of(self, person: PersonRecord) -> list[tuple[str, str]]:
        words, entries = PersonWords(self._context), person.entries
        active = [stay for stay in person.stays if stay.state is MembershipState.ACTIVE]
        former = [stay for stay in person.stays if stay.state is not MembershipState.ACTIVE]

        def of_entries(name: str) -> str:
            return "\n".join(dict.fromkeys(filter(None, (getattr(e, name) for e in entries))))

        marks = [
            text
            for there, text in (
                (person.blocked is not None, self.tr("On the blocklist")),
                (person.key_customer, self.tr("Key customer")),
                (person.protected, self.tr("Protected")),
            )
            if there
        ]
        return [
            (self.tr("Name"), person.name),
            (self.tr("Also known as"), "\n".join(person.also_known_as)),
            (self.tr("Accounts"), "\n".join(words.account(one) for one in person.accounts)),
            (self.tr("Groups"), "\n".join(dict.fromkeys(stay.group_name for stay in active))),
            (
                self.tr("Was in"),
                "\n".join(f"{stay.group_name} ({words.standing(stay)[0]})" for stay in former),
            ),
            (self.tr("Cases"), str(person.cases) if person.cases else ""),
            (self.tr("Company"), of_entries("company")),
            (self.tr("Phone"), of_entries("phone")),
            (self.tr("E-mail"), of_entries("email")),
            (self.tr("Note"), of_entries("note")),
            (self.tr("Marks"), ", ".join(marks)),
        ]

    # ---- saving

    def _check(self) -> None:
        self.field.clear_error()
        missing = []
        if self._preview is None:
            missing.append(self.tr("the other entry"))
        elif is_blank(self.reason.text):
            missing.append(self.tr("a reason"))
        self.set_missing(missing)

    def _save(self) -> None:
        both = self._preview
        if both is None:
            return
        one, other = both.first.id, both.second.id
        stands = self.stands.value
        joining = other if stands == one else one
        self.set_busy(True)
        self._context.runner.run(
            self,
            partial(
                self._context.desk.persons.link,
                self._operation,
                joining,
                stands,
                self.reason.text,
            ),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(receipt)
        self._context.notify(
            self.tr("They are one person now. The link can be undone on the person’s page."),
            seconds=_TOLD_SECONDS,
        )

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), {"reason": self.field})


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
