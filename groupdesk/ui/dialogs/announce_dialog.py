# SPDX-License-Identifier: MIT
"""The rules are told to the group: a text to look over, copied in parts, saved, or as a poster."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from groupdesk.domain.announcement import AnnouncementForm, limit_of, parts, plain
from groupdesk.domain.clock import from_text
from groupdesk.domain.courtesy import HARMFUL, check
from groupdesk.domain.enums import Action, Language
from groupdesk.domain.records import GroupRecord, RulebookRecord
from groupdesk.domain.templates import MessageTemplate
from groupdesk.domain.text import visible
from groupdesk.domain.told_records import ToldMember
from groupdesk.services.new_file import save_text
from groupdesk.ui.announcement_text import (
    Wanted,
    announcement,
    readers_note,
    welcome,
    wordings,
)
from groupdesk.ui.context import UiContext
from groupdesk.ui.file_names import file_name
from groupdesk.ui.refusals import why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.announcement_preview import AnnouncementPreview
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.words import Words

_WAIT = 150  # milliseconds after a key before the preview follows
_MOST_CHECKED = 20_000


class AnnounceDialog(DialogFrame):
    """Makes the text anew from each choice; what a person changed can be undone to."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        parent: QWidget | None = None,
        *,
        version: int = 0,
        to: ToldMember | None = None,
    ) -> None:
        """Tell `group` of a version, the one in force for 0; or `to` one member in private."""
        super().__init__(parent)
        self._context = context
        self._group = group
        self._to = to
        self._books = context.desk.rules.versions(group.id)
        self._made = ""
        self._next = 0
        self.version: ChoiceBox[RulebookRecord] = ChoiceBox(self)
        self.language: ChoiceBox[tuple[Language, ...]] = ChoiceBox(self)
        self.wording: ChoiceBox[str] = ChoiceBox(self)
        self.kind = ChipRow("", parent=self)
        self.ladder = QCheckBox(self)
        self.text = TextArea(14, self)
        self.preview = AnnouncementPreview(context.translations, group.platform, self)
        self._kind_head = SectionLabel(parent=self)
        self._note = label(role="secondary", parent=self, wrap=True)
        self._fields = {
            "version": FormField("", self.version, self),
            "language": FormField("", self.language, self),
            "wording": FormField("", self.wording, self),
            "text": FormField("", self.text, self),
        }
        self.poster_button = button("", icon_name="image", parent=self)
        self.told_button = button("", icon_name="users", parent=self)
        self.save_button = button("", icon_name="download", parent=self)
        self._later = QTimer(self, singleShot=True, interval=_WAIT)
        self._build()
        self._say()
        self._begin(version)
        self._connect()
        self._make()
        self.resize(1120, 780)
        self.text.setFocus()

    @property
    def book(self) -> RulebookRecord | None:
        """The version that is told, None where nothing was published."""
        return self.version.value if self._books else None

    @property
    def form_chosen(self) -> AnnouncementForm:
        """How much of the rules is told."""
        return AnnouncementForm(self.kind.current)

    def copy_part(self, at: int) -> None:
        """Put one message on the clipboard, and go on with the one after it."""
        found = self.preview.parts
        if not 0 <= at < len(found):
            return
        QGuiApplication.clipboard().setText(found[at])
        self._next = at + 1 if at + 1 < len(found) else 0
        last = at + 1 == len(found)
        if len(found) == 1:
            said = self.tr("Copied. Paste it into the group; GroupDesk posts nothing.")
            if self._to is not None:
                said = self.tr("Copied. Send it to {0}; GroupDesk sends nothing.").format(
                    self._to.name
                )
        elif last:
            said = self.tr("Message {0} of {1} is copied: it is the last one.")
        else:
            said = self.tr("Message {0} of {1} is copied. Paste it, then copy the next one.")
        record = last and not why_not(self._context, Action.RULES_TELL, self._group)
        self.banner.show_message(
            said.format(at + 1, len(found)),
            action_text=self.tr("Record who was told…") if record else "",
            action=self._record if record else None,
        )
        self._say_main()

    def save_to(self, path: Path) -> None:
        """Write the whole text to a file."""
        text = self.text.text
        self.set_busy(True)

        def saved(done: Path) -> None:
            self.set_busy(False)
            self.banner.show_message(self.tr("Saved as {0}.").format(visible(str(done))))

        def failed(error: Exception) -> None:
            self.set_busy(False)
            self.banner.show_message(self._context.error_text(error), "danger")

        self._context.runner.run(self, lambda: save_text(path, text), saved, failed, pool="files")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_parts()

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        for keys in (("version", "language"), ("wording",)):
            row = QHBoxLayout()
            row.setSpacing(theme.size("space_m"))
            for key in keys:
                row.addWidget(self._fields[key], 1)
            self.form.addLayout(row)
        self.form.addWidget(self._kind_head)
        self.form.addWidget(self.kind)
        self.form.addWidget(self.ladder)
        self.form.addWidget(self._fields["text"], 1)
        self.form.addWidget(self._note)
        self.side.addWidget(self.preview)
        self.side.addStretch(1)
        self.add_left(self.poster_button)
        self.add_left(self.told_button)
        self.add_cancel(closes=True)
        self.add_right(self.save_button)
        for part in (self.poster_button, self.told_button, self._fields["wording"]):
            part.setVisible(self._to is None)

    def _begin(self, version: int) -> None:
        wanted = next((book for book in self._books if book.version == version), None)
        if self._books:
            self.version.choose(wanted or self._books[0])
        self.language.choose((self._first_language(),))
        self.ladder.setChecked(True)
        if self._to is not None:
            self.kind.set_current(AnnouncementForm.LONG.value)
        self._offer_wordings()
        self._offer_forms()

    def _first_language(self) -> Language:
        if self._to is not None and self._to.language in set(Language):
            return Language(self._to.language)
        return self._group.language

    def _connect(self) -> None:
        self.version.chosen.connect(self._on_version)
        self.language.chosen.connect(self._on_wording)
        self.wording.chosen.connect(self._make)
        self.kind.chosen.connect(lambda _key: self._on_wording())
        self.ladder.toggled.connect(lambda _on: self._make())
        self.text.textChanged.connect(self._later.start)
        self._later.timeout.connect(self._show_parts)
        self.main_requested.connect(lambda: self.copy_part(self._next))
        self.preview.copy_asked.connect(self.copy_part)
        self.save_button.clicked.connect(self._choose_file)
        self.poster_button.clicked.connect(self._poster)
        self.told_button.clicked.connect(self._record)
        self.ask_before_leaving(lambda: self.text.text != self._made)

    def _say(self) -> None:
        words, dates = self._context.translations.words, self._context.dates
        if self._to is None:
            title = self.tr("Announce the rules of {0}").format(self._group.name)
            below = self.tr("Look the text over, copy it and post it in the group yourself.")
        else:
            title = self.tr("Welcome {0}").format(self._to.name)
            below = self.tr("A private message with the rules of {0}").format(self._group.name)
        self.set_head(title, below, sign="megaphone")
        now = self._context.desk.clock()
        self.version.set_choices(
            [
                (
                    self.tr("v{0} · {1}").format(
                        b.version, dates.moment(from_text(b.published_at), now)
                    ),
                    b,
                )
                for b in self._books
            ]
        )
        both = self._order(tuple(Language))
        one_each = [(words(f"language.{one.value}"), (one,)) for one in both]
        self.language.set_choices([*one_each, (self.tr("Both languages"), both)])
        forms = [form for form in AnnouncementForm if self._to is None or form != "changes"]
        self.kind.set_chips(
            [Chip(form.value, words(f"announcement_form.{form.value}")) for form in forms]
        )
        self.kind.setAccessibleName(self.tr("How much of the rules"))
        self._kind_head.setText(self.tr("How much of the rules"))
        self.ladder.setText(self.tr("Say &what follows a breach"))
        for key, caption in (
            ("version", self.tr("&Version")),
            ("language", self.tr("&Language")),
            ("wording", self.tr("W&ording")),
            ("text", self.tr("&Text")),
        ):
            self._fields[key].set_caption(caption)
        self.poster_button.setText(self.tr("&Poster…"))
        self.told_button.setText(self.tr("W&ho was told…"))
        self.save_button.setText(self.tr("&Save as text…"))
        self._say_main()

    def _say_main(self) -> None:
        count = len(self.preview.parts)
        if count > 1:
            self.set_main(self.tr("Copy message {0} of {1}").format(self._next + 1, count), "copy")
        else:
            self.set_main(self.tr("Copy text"), "copy")

    # ---- making

    def _order(self, languages: Sequence[Language]) -> tuple[Language, ...]:
        """Return languages in the order in which the group reads them."""
        return tuple(sorted(languages, key=lambda one: one is not self._group.language))

    def _on_version(self) -> None:
        self._offer_forms()
        self._make()

    def _on_wording(self) -> None:
        self._offer_wordings()
        self._make()

    def _offer_forms(self) -> None:
        changes = AnnouncementForm.CHANGES.value
        if self._to is None:
            earlier = self._before() is not None
            self.kind.button(changes).setEnabled(earlier)
            if not earlier and self.kind.current == changes:
                self.kind.set_current(AnnouncementForm.LONG.value)
                self._offer_wordings()

    def _offer_wordings(self) -> None:
        self.wording.set_choices([(one.name, one.id) for one in self._templates()])
        with contextlib.suppress(IndexError):
            self.wording.choose(self._templates()[0].id)
        self.ladder.setVisible(self.form_chosen is not AnnouncementForm.CHANGES)

    def _templates(self) -> tuple[MessageTemplate, ...]:
        return wordings(self._context, self._group, self.form_chosen, self.language.value[0])

    def _before(self) -> RulebookRecord | None:
        book = self.book
        earlier = [one for one in self._books if book is not None and one.version < book.version]
        return earlier[0] if earlier else None

    def _wanted(self) -> Wanted | None:
        book, offered = self.book, self._templates()
        if book is None or not offered:
            return None
        template = next((one for one in offered if one.id == self.wording.value), offered[0])
        return Wanted(
            book,
            self._before(),
            self.form_chosen,
            self.language.value,
            template,
            self.ladder.isChecked(),
        )

    def _make(self) -> None:
        """Write the text anew; a text that a person changed stays in reach of Undo."""
        wanted = self._wanted()
        if wanted is None:
            self._show_nothing()
            return
        if self._to is None:
            text = announcement(self._context, self._group, wanted)
        else:
            text = welcome(self._context, self._group, wanted.book, self._to.name, wanted)
        edited = self._made and self.text.text != self._made
        self.text.set_text(text)
        self._made = self.text.text
        if edited:
            self.banner.show_message(
                self.tr("The text was made anew; your changes to it can be had back."),
                "muted",
                action_text=self.tr("Undo"),
                action=self.text.undo,
            )
        self._next = 0
        self._say_hint(wanted)
        self._show_parts()

    def _show_nothing(self) -> None:
        text = self.tr("This group has no published rules yet: publish them on the Rules page.")
        if self._books:
            text = self.tr("No wording for announcements is offered: put one back under Templates.")
        self.banner.show_message(text, "warning")
        for part in (self.poster_button, self.told_button, self.save_button):
            part.setEnabled(bool(self._books) and part is not self.save_button)
        self.set_missing([self.tr("the text")])

    def _show_parts(self) -> None:
        self._later.stop()
        say = Words(self.language.value[0].value)
        found = parts(say, plain(self.text.text), limit_of(self._group.platform))
        if found != self.preview.parts:
            self._next = 0
        self.preview.show_parts(found)
        self.save_button.setEnabled(bool(found))
        self.set_missing([] if found else [self.tr("the text")])
        self._say_main()
        self._check()

    def _say_hint(self, wanted: Wanted) -> None:
        said = readers_note(wanted, self._context.translations.words)
        self._note.setText(said)
        self._note.setVisible(bool(said))

    def _check(self) -> None:
        """Say quietly where the words are harsher than one would like."""
        report = check(self.text.text[:_MOST_CHECKED], self.language.value[0])
        words = self._context.translations.words
        harsh = [one for one in report.problems if one.code in HARMFUL]
        values = {"length": report.length, "limit": report.limit}
        said = " ".join(words(one.words, **values) for one in harsh)
        self._fields["text"].set_hint(said)

    # ---- leaving the house

    def _record(self) -> None:
        from groupdesk.ui.dialogs.told_dialog import ToldDialog  # noqa: PLC0415  # opens this one

        book = self.book
        if book is not None:
            chosen = () if self._to is None else (self._to.membership_id,)
            told = ToldDialog(self._context, self._group, self, version=book.version, chosen=chosen)
            if self._to is None and self._templates():  # a welcome is made from none
                told.template = self.wording.value
            told.open()

    def _poster(self) -> None:
        from groupdesk.ui.dialogs.poster_dialog import PosterDialog  # noqa: PLC0415  # seldom

        if self.book is not None:
            PosterDialog(self._context, self._group, self.book, self.language.value, self).open()

    def _choose_file(self) -> None:
        words = self._context.translations.words
        places = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(places) or str(Path.home())
        dialog = QFileDialog(self, self.tr("Save as text"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text files (*.txt)"))
        dialog.setDefaultSuffix("txt")
        version = self.book.version if self.book else 0
        title = words("poster.file", group=self._group.name, version=version)
        dialog.selectFile(file_name(title, "txt"))
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()
