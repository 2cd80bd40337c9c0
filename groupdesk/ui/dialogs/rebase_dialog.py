# SPDX-License-Identifier: MIT
"""Somebody else published while a draft was written: both are shown, and neither is lost."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Severity
from groupdesk.domain.rule_changes import RuleChange, RuleChangeKind
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_compare import RuleComparison, TextChange, compare_rules
from groupdesk.domain.rulebook_merge import Clash, ClashKind, merge
from groupdesk.domain.text import visible
from groupdesk.domain.word_diff import compare
from groupdesk.ui.context import UiContext
from groupdesk.ui.rules_draft import RulesDraft
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.change_view import ChangeView
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.labels import label


class RebaseDialog(DialogFrame):
    """Three ways on; what follows from each is shown before it is taken, and can be undone."""

    chosen = Signal(object)
    """The rules that the draft is from now on, on top of the newest version."""

    def __init__(
        self, context: UiContext, group_name: str, draft: RulesDraft, parent: QWidget | None = None
    ) -> None:
        """Put `draft` on top of the version in force."""
        super().__init__(parent, side=False)
        self._context = context
        self._group_name = group_name
        self._based_on = draft.based_on
        self._book = draft.versions[0]
        self._theirs = draft.rules_of(draft.newest)
        self._mine = draft.rules
        self._published = compare_rules(draft.base, self._theirs)
        self._merge = merge(draft.base, self._theirs, self._mine)
        self.take, self.keep, self.drop = (QRadioButton(self) for _choice in range(3))
        self._choices = QButtonGroup(self)
        self._notes = [label(role="muted", parent=self, wrap=True) for _choice in range(3)]
        self.tabs = ChipRow("", parent=self)
        self.view = ChangeView(self)
        self._build()
        self.take.setChecked(True)
        self._choices.buttonToggled.connect(lambda _button, on: self._show_choice() if on else None)
        self.tabs.chosen.connect(lambda _key: self._show())
        self.main_requested.connect(self._choose)
        self.add_cancel()
        self._say()
        side = current_theme().size("side_width")
        self.resize(7 * side // 2, 3 * side)
        self.take.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        column = QVBoxLayout()
        column.setSpacing(0)
        for choice, note in zip((self.take, self.keep, self.drop), self._notes, strict=True):
            self._choices.addButton(choice)
            note.setContentsMargins(theme.size("space_xl"), 0, 0, theme.size("space_s"))
            column.addWidget(choice)
            column.addWidget(note)
        self.form.addLayout(column)
        self.form.addWidget(self.tabs)
        self.form.addWidget(self.view, 1)

    def _say(self) -> None:
        book, context = self._book, self._context
        when = context.dates.moment(from_text(book.published_at), context.desk.clock())
        told = self.tr("{0} · {1}").format(visible(self._group_name), when)
        title = self.tr("{0} published version {1} while you were writing")
        self.set_head(
            title.format(visible(book.published_by), book.version),
            f"{told} · {visible(book.note)}" if book.note else told,
            sign="git-merge",
        )
        undone = len(compare_rules(self._theirs, self._mine))
        said = (
            (
                self.take,
                self.tr("&Take over what is new, and keep what I changed"),
                self.tr(
                    "%n place(s) were changed by both of you; yours is kept there.", "", self._both
                )
                if self._both
                else self.tr("You changed different things; nothing stands against each other."),
            ),
            (
                self.keep,
                self.tr("Keep my draft &word for word"),
                self.tr("It then differs from version {0} in %n rule(s).", "", undone).format(
                    book.version
                ),
            ),
            (
                self.drop,
                self.tr("&Start again from version {0}").format(book.version),
                self.tr("Your draft goes. Undo brings it back while this page is open."),
            ),
        )
        for (choice, text, note), shown in zip(said, self._notes, strict=True):
            choice.setText(text)
            choice.setAccessibleDescription(note)
            shown.setText(note)
        self.tabs.setAccessibleName(self.tr("What is shown"))
        self.set_main(self.tr("Go on with this draft"), "check")
        self._show_choice()

    @property
    def _both(self) -> int:
        return len(self._merge.clashes)

    @property
    def rules(self) -> tuple[RuleDraft, ...]:
        """The rules that follow from what is chosen."""
        if self.take.isChecked():
            return self._merge.rules
        return self._mine if self.keep.isChecked() else self._theirs

    # ---- what follows

    def _show_choice(self) -> None:
        self._result = compare_rules(self._theirs, self.rules)
        chips = [
            Chip(
                "published", self.tr("New in v{0}").format(self._book.version), len(self._published)
            ),
            Chip("result", self.tr("Then in your draft"), len(self._result)),
        ]
        if self.take.isChecked() and self._both:
            chips.append(Chip("both", self.tr("Changed by both"), self._both))
        self.tabs.set_chips(chips)
        self._show()

    def _show(self) -> None:
        words = self._context.translations.words
        if self.tabs.current == "both":
            shown = [_compared(clash) for clash in self._merge.clashes]
            notes = [self._clash_words(clash) for clash in self._merge.clashes]
            self.view.show_changes(words, shown, "", notes)
        elif self.tabs.current == "result":
            nothing = self.tr("Nothing: the draft would read as version {0}.")
            self.view.show_changes(words, self._result, nothing.format(self._book.version))
        else:
            self.view.show_changes(words, self._published, words("rule_compared.same"))
        self.view.setAccessibleName(self.tabs.button(self.tabs.current).text())

    def _clash_words(self, clash: Clash) -> str:
        words = self._context.translations.words
        part = words(f"rule_part.{clash.part}") if clash.part else ""
        return words(
            f"rule_clash.{clash.kind.value}", code=clash.rule.code, part=part, theirs=clash.theirs
        )

    def _choose(self) -> None:
        self.chosen.emit(self.rules)
        self.accept()


def _compared(clash: Clash) -> RuleComparison:
    """Return a clash as what leads from theirs to what is kept."""
    rule = clash.rule
    before, texts = rule, _texts(clash)
    if clash.kind is ClashKind.PART and clash.part == "severity":
        before = replace(rule, severity=Severity(clash.theirs))
    elif clash.part == "code":
        before = replace(rule, code=clash.theirs)
    parts = (clash.part,) if clash.part and not texts else ()
    return RuleComparison(RuleChange(RuleChangeKind.CHANGED, rule, 0, before, parts), 1, 1, texts)


def _texts(clash: Clash) -> tuple[TextChange, ...]:
    part, line, language = clash.part.rpartition("_")
    if not line:
        return ()
    return (TextChange(part, language, compare(clash.theirs, clash.mine)),)
