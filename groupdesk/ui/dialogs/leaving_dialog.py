# SPDX-License-Identifier: MIT
"""How members of a group leave and come back: checklist, days, who helps, what they are told."""

from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action, Language
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.leaving import ALWAYS, MAX_DAYS, Leaving
from groupdesk.domain.leaving_enums import ExitItem
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.act_frame import TOLD_SECONDS
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.ui.widgets.own_items_list import OwnItemsList
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.words import Words

_LEAST = {"answer_days": 0, "stay_days": 1, "check_days": 1, "cooling_days": 0, "trial_days": 0}
_HEIGHT = 760


class LeavingDialog(DialogFrame):
    """What is saved holds from then on; where the operator may not change it, it can be read."""

    def __init__(
        self, context: UiContext, group: GroupRecord, parent: QWidget | None = None
    ) -> None:
        """Show how `group` is left now."""
        super().__init__(parent, side=False)
        self.context, self.group = context, group
        self._seen = context.desk.leaving.ways.of(group.id)
        self._refused = why_not(context, Action.GROUP_LEAVING, group)
        self._operations: dict[str, UUID] = {}
        self._about = label(role="muted", parent=self, wrap=True)
        self.items = {one: QCheckBox(self) for one in ExitItem}
        self.own = OwnItemsList(self)
        self.languages = ChipRow("", parent=self)
        self.days = {name: NumberField(least, MAX_DAYS, self) for name, least in _LEAST.items()}
        self.helper = QLineEdit(self)
        self.reminders = {one: TextArea(3, self) for one in Language}
        self.own_field = FormField("", self.own, self)
        self.day_fields = {name: FormField("", field, self) for name, field in self.days.items()}
        self.helper_field = FormField("", self.helper, self)
        self.reminder_fields = {
            one: FormField("", area, self) for one, area in self.reminders.items()
        }
        self._lay_out()
        self.add_cancel(closes=bool(self._refused))
        self._say_languages()
        self._fill(self._seen)
        self._translate_dialog()
        self._show_language()
        self._connect()
        self.resize(self.sizeHint())
        self.items[ExitItem.COLLEAGUES_TOLD].setFocus()
        if not self._refused:
            self.ask_before_leaving(self.way)

    def way(self) -> Leaving:
        """Return what the fields hold."""
        reminders = {one: area.text.strip() for one, area in self.reminders.items()}
        return Leaving(
            items=tuple(one for one, box in self.items.items() if box.isChecked()),
            own_items=self.own.items,
            **{name: field.value() for name, field in self.days.items()},
            helper=self.helper.text().strip(),
            confidentiality={one: text for one, text in reminders.items() if text},
        )

    # ---- Qt

    def sizeHint(self) -> QSize:
        """Return room for all of it, or what the window behind has."""
        wanted = QSize(3 * current_theme().size("side_width"), _HEIGHT)
        window = self.parentWidget()
        if window is not None and window.isVisible():
            wanted = wanted.boundedTo(window.window().size())
        return wanted

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_languages()
            self._translate_dialog()

    # ---- building

    def _lay_out(self) -> None:
        theme = current_theme()
        listed = QWidget(self)
        grid = QGridLayout(listed)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.size("space_xs"))
        half = (len(self.items) + 1) // 2
        for at, box in enumerate(self.items.values()):
            grid.addWidget(box, at % half, at // half)
        self.items_field = FormField("", listed, self)
        days = QGridLayout()
        days.setHorizontalSpacing(theme.size("space_m"))
        days.setVerticalSpacing(theme.size("space_s"))
        for at, field in enumerate(self.day_fields.values()):
            days.addWidget(field, at // 3, at % 3, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(theme.size("space_m"))
        texts.addWidget(self.languages)
        texts.addWidget(self.own_field)
        for reminder in self.reminder_fields.values():
            texts.addWidget(reminder)
        self.form.addWidget(self._about)
        self.form.addWidget(self.items_field)
        self.form.addLayout(texts)
        self.form.addLayout(days)
        self.form.addWidget(self.helper_field)
        self.form.addStretch(1)
        for one, box in self.items.items():
            box.setEnabled(not self._refused and one not in ALWAYS)
        for number in self.days.values():
            number.setEnabled(not self._refused)
        self.helper.setReadOnly(bool(self._refused))
        for area in self.reminders.values():
            area.setReadOnly(bool(self._refused))
        if self._refused:
            self.own.set_read_only()
        self.main_button.setHidden(bool(self._refused))

    def _connect(self) -> None:
        self.languages.chosen.connect(lambda _key: self._show_language())
        self.main_requested.connect(self._save)

    def _fill(self, way: Leaving) -> None:
        for one, box in self.items.items():
            box.setChecked(one in way.items or one in ALWAYS)
        self.own.set_items(way.own_items)
        for name, field in self.days.items():
            field.setValue(getattr(way, name))
        self.helper.setText(way.helper)
        for language, area in self.reminders.items():
            area.set_text(way.confidentiality.get(language, ""))
        self.languages.set_current(self.group.language.value)

    # ---- words

    def _say_languages(self) -> None:
        words = self.context.translations.words
        self.languages.setAccessibleName(self.tr("Language of the texts"))
        self.languages.set_chips(
            [Chip(one.value, words(f"language.{one.value}")) for one in Language]
        )

    def _translate_dialog(self) -> None:
        words = self.context.translations.words
        self.set_head(self.tr("How members leave and come back"), self.group.name, sign="log-out")
        self._about.setText(
            self._refused
            or self.tr("It holds for requests from now on; checklists that are under way stay.")
        )
        self.items_field.set_caption(self.tr("Checklist"))
        for one, box in self.items.items():
            box.setText(words(f"exit_item.{one.value}").replace("&", "&&"))
            if one in ALWAYS:
                box.setToolTip(self.tr("No group can leave this out."))
        self.own_field.set_caption(self.tr("&Lines of your own"))
        captions = {
            "answer_days": (self.tr("Days to &answer"), self.tr("From the day they asked.")),
            "stay_days": (self.tr("Days to &stay"), self.tr("Usually asked for until replaced.")),
            "check_days": (self.tr("Days until the &question"), self.tr("Do messages still come?")),
            "cooling_days": (self.tr("Days before coming &back"), self.tr("0: at any time.")),
            "trial_days": (self.tr("Days on &trial"), self.tr("After coming back; 0: none.")),
        }
        for name, (caption, hint) in captions.items():
            self.day_fields[name].set_caption(caption)
            self.day_fields[name].set_hint(hint)
        self.helper_field.set_caption(self.tr("Who &helps to leave"))
        owner = self.group.owner_name
        self.helper.setPlaceholderText(visible(owner))
        self.helper_field.set_hint(self.tr("Empty: the owner of the group."))
        for language, field in self.reminder_fields.items():
            field.set_caption(self.tr("&Reminder of confidentiality"))
            own = Words(language.value)("exit_text.confidentiality", group=self.group.name)
            field.set_hint(self.tr("Where it is empty: {0}").format(visible(own)))
        self.set_main(self.tr("Save"), "check")

    def _show_language(self) -> None:
        language = Language(self.languages.current)
        self.own.show_language(language)
        for one, field in self.reminder_fields.items():
            field.setVisible(one is language)

    # ---- saving

    def _save(self) -> None:
        way = self.way()
        operation = self._operations.setdefault(repr(way), uuid4())
        ways, group_id, seen = self.context.desk.leaving.ways, self.group.id, self._seen
        for field in (self.own_field, *self.reminder_fields.values()):
            field.clear_error()
        self.set_busy(True)
        self.context.runner.run(
            self, lambda: ways.save(operation, group_id, way, seen), self._on_saved, self._on_failed
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self.context.done(receipt)
        told = self.context.translations.words("exit_told.way", group=self.group.name)
        self.context.notify(told, seconds=TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        fields: dict[str, TakesError] = {
            **self.day_fields,
            "own_items": self.own_field,
            "items": self.items_field,
            "helper": self.helper_field,
        }
        for language, field in self.reminder_fields.items():
            fields[f"own_items_{language.value}"] = self.own_field
            fields[f"confidentiality_{language.value}"] = field
        named = error.field if isinstance(error, ValidationError) else ""
        wrong = next((one for one in Language if named.endswith(f"_{one.value}")), None)
        if wrong is not None:
            self.languages.set_current(wrong.value)
            self._show_language()
        self.show_failure(error, self.context.error_text(error), fields)
