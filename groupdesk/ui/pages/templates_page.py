# SPDX-License-Identifier: MIT
"""The templates: those of the program and one's own, one of them beside the list to be written."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action, Language, TemplateKind, Tone, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.template_enums import TemplateOrigin
from groupdesk.domain.template_fields import MAX_NAME, TemplateFields, fields_of
from groupdesk.domain.templates import MessageTemplate
from groupdesk.ui.context import UiContext
from groupdesk.ui.pages.page import Page
from groupdesk.ui.refusals import why_not
from groupdesk.ui.template_edits import TemplateEdits
from groupdesk.ui.template_filter import ListedTemplate, TemplateFilter
from groupdesk.ui.template_saver import TemplateSaver
from groupdesk.ui.template_transfer import TemplateTransfer
from groupdesk.ui.template_words import mark_of
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.template_editor import TemplateEditor
from groupdesk.ui.widgets.template_table import TemplateTable

_DETAIL = 500  # pixels beside the list at first
_UNDO_SECONDS = 20


class TemplatesPage(Page):
    """Edits are kept as they are typed; they count once they are saved."""

    topics = frozenset({Topic.TEMPLATES, Topic.GROUPS, Topic.RULES, Topic.MEMBERS})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        self._templates: dict[str, MessageTemplate] = {}
        self._used: dict[str, int] = {}
        self._groups: tuple[GroupRecord, ...] = ()
        self._refused = ""
        self._shown = ""
        self._loading = False
        self._problem: ValidationError | None = None
        self._edits = TemplateEdits(context, self)
        self._saver = TemplateSaver(context, self._edits, self)
        self._transfer = TemplateTransfer(context, self)
        acts = context.acts
        self._head = PageHead(parent=self)
        for act_id in ("template.import", "template.export"):
            self._head.add_button(acts.icon_button(act_id, self))
        self._head.add_button(acts.button("template.new", parent=self))
        self.filter = TemplateFilter(context.translations, self)
        self.table = TemplateTable(context.translations, self)
        self.empty = EmptyState("message-square-text", self)
        self._turns = [
            acts.icon_button(act, self)
            for act in ("template.copy", "template.hide", "template.offer", "template.reset")
        ]
        foot = (
            *self._turns,
            acts.button("template.discard", "ghost", self),
            acts.button("template.save", "primary", self),
        )
        self.editor = TemplateEditor(context, foot, self)
        self._split = ListDetail(self._build_list(), self.editor, _DETAIL, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._connect()

    # ---- Page

    def reload(self) -> None:
        desk = self.context.desk
        self._templates = {template.id: template for template in desk.templates.all()}
        self._used = dict(desk.templates.usage())
        self._groups = desk.groups.all()
        self._refused = why_not(self.context, Action.TEMPLATE_SAVE)
        self._edits.load(self._templates.values())
        self.editor.preview.forget_members()
        self._show()

    def activate(self) -> None:
        acts = self.context.acts
        acts.bind("member.find", self.filter.search.activate)
        acts.bind("template.new", self._new)
        acts.bind("template.import", self._import)
        acts.bind("template.export", self._export)
        acts.bind("template.save", self._save)
        acts.bind("template.discard", self._discard)
        acts.bind("template.copy", self._copy)
        acts.bind("template.hide", lambda: self._hide(hidden=True))
        acts.bind("template.offer", lambda: self._hide(hidden=False))
        acts.bind("template.reset", self._reset)
        acts.bind("template.insert", self._insert)
        self._show_state()

    def take_focus(self) -> None:
        self.table.setFocus()

    def leave(self) -> None:
        self._edits.leave(self._say_failure)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    # ---- what is in front

    @property
    def key(self) -> str:
        """The id of the template in front, or the key of a new one; empty for none."""
        return self.table.key

    @property
    def template(self) -> MessageTemplate | None:
        """The template in front as it was saved, None for a new one."""
        return self._templates.get(self.key)

    @property
    def fields(self) -> TemplateFields | None:
        """What is written of the template in front."""
        return self._fields_of(self.key)

    def _fields_of(self, key: str) -> TemplateFields | None:
        edit, template = self._edits.get(key), self._templates.get(key)
        if edit is not None:
            return edit.fields
        return None if template is None else fields_of(template)

    @property
    def _front(self) -> GroupRecord | None:
        return next((group for group in self._groups if group.id == self.group_id), None)

    # ---- building

    def _build_list(self) -> QWidget:
        theme = current_theme()
        listed = QWidget(self)
        self._below = QStackedWidget(listed)
        self._below.addWidget(self.table)
        self._below.addWidget(self.empty)
        column = QVBoxLayout(listed)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self._head)
        column.addWidget(self.filter)
        column.addWidget(self._below, 1)
        return listed

    def _connect(self) -> None:
        self.filter.changed.connect(self._show)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row())
        self.table.opened.connect(lambda _index: self._open())
        self.table.clicked.connect(lambda _index: self._split.open_detail())
        self._split.returned.connect(self.table.setFocus)
        self.empty.acted.connect(self.filter.clear)
        self.editor.widen.clicked.connect(self._split.open_alone)
        self.editor.edited.connect(self._on_edited)
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)

    # ---- showing

    def _show(self) -> None:
        self._head.set_texts(
            self.tr("Templates"),
            self.tr("Wordings to begin a message with; every message can still be changed."),
        )
        self._show_list(self._shown)

    def _listed(self) -> Sequence[ListedTemplate]:
        """Return all templates as they are written now, the ones that were never saved on top."""
        listed = []
        for key in (*self._edits.new_keys, *self._templates):
            fields, template = self._fields_of(key), self._templates.get(key)
            if fields is None:
                continue
            base = template or MessageTemplate(
                key,
                fields.kind,
                fields.language,
                fields.tone,
                fields.name,
                fields.body,
                origin=TemplateOrigin.OWN,
            )
            now = replace(
                base,
                name=fields.name,
                body=fields.body,
                kind=fields.kind,
                tone=fields.tone,
                language=fields.language,
                variant=fields.variant,
                term=fields.term,
                group_id=fields.group_id,
            )
            listed.append(ListedTemplate(now, self._edits.get(key) is not None))
        return listed

    def _show_list(self, wanted: str) -> None:
        self._loading = True
        shown = self.filter.choose_from(self._listed())
        names = {group.id: group.name for group in self._groups}
        self.table.show_templates(shown, self._used, names, wanted)
        self._below.setCurrentWidget(self.table if shown else self.empty)
        self.empty.set_texts(
            self.tr("No template fits"),
            self.tr("Search for fewer words, or look at all templates."),
            self.tr("Show all"),
        )
        self._split.need_detail(needed=bool(shown))
        self._loading = False
        self._on_row()

    def _on_row(self) -> None:
        if self._loading:
            return
        if self.key != self._shown:
            self._problem = None
        self._shown = self.key
        fields = self.fields
        if fields is not None:
            self.editor.show_template(
                fields, self.template, self._groups, self._front, frozen=bool(self._refused)
            )
        self._show_state()

    def _show_state(self) -> None:
        words, template, fields = self.context.translations.words, self.template, self.fields
        edit = self._edits.get(self.key)
        if fields is None:
            self._enable()
            return
        used = self._used.get(self.key, 0)
        parts = [self.tr("%n message(s) begun with it", "", used)] if used else []
        if template is not None:
            mark = mark_of(words, template, self.table.group_name(template.group_id))
            if template.origin is TemplateOrigin.BUILT_IN:  # of the others the mark tells
                parts.insert(0, words(f"template_origin.{template.origin}"))
        else:
            mark = ("", "muted")
        if edit is not None:
            mark = (words("template_mark.unsaved"), "warning")
        problems = {}
        if self._problem is not None:
            problems[self._problem.field] = self.context.error_text(self._problem)
        self.editor.show_state(mark, self.tr(" · ").join(parts), self._refused, problems)
        self._enable()

    def _enable(self) -> None:
        acts, template = self.context.acts, self.template
        fields, edit = self.fields, self._edits.get(self.key)
        may = not self._refused and fields is not None
        hidden = template is not None and template.hidden
        changed = template is not None and template.origin is TemplateOrigin.CHANGED
        for act_id, possible in {
            "template.new": not self._refused,
            "template.import": not self._refused,
            "template.export": bool(self.table.keys),
            "template.save": may and edit is not None,
            "template.discard": edit is not None,
            "template.copy": may,
            "template.hide": may and template is not None and not hidden,
            "template.offer": may and hidden,
            "template.reset": may and changed,
            "template.insert": may,
        }.items():
            acts.enable(act_id, possible)
        for button, shown in zip(self._turns, (True, not hidden, hidden, changed), strict=True):
            button.setVisible(shown)

    # ---- editing

    def _open(self) -> None:
        self._split.open_detail()
        self.editor.write()

    def _on_edited(self, fields: TemplateFields) -> None:
        self._problem = None
        self._edits.change(self.key, fields, self.template)
        now = next(one for one in self._listed() if one.template.id == self.key)
        self.table.show_changed(now)
        self._show_state()

    def _insert(self) -> None:
        self._split.open_detail()
        self.editor.body.setFocus()
        self.editor.body.open_menu()

    def _new(self) -> None:
        front = self.fields
        kind = front.kind if front else TemplateKind.REMINDER
        language = front.language if front else Language(self.context.translations.language)
        self._begin(TemplateFields(kind, language, Tone.FRIENDLY, "", ""))

    def _copy(self) -> None:
        fields = self.fields
        if fields is not None:
            name = self.tr("{0} (copy)").format(fields.name.strip())[:MAX_NAME]
            self._begin(replace(fields, name=name))

    def _begin(self, fields: TemplateFields) -> None:
        key = self._edits.add(fields)
        self.filter.clear()
        self._show_list(key)
        self._split.open_detail()
        self.editor.write(new=True)

    # ---- saving

    def _save(self) -> None:
        key, fields, edit = self.key, self.fields, self._edits.get(self.key)
        if fields is None or edit is None:
            return
        try:
            fields.checked()
        except ValidationError as problem:
            self._lead_to(problem)
            return
        self._saver.save(key, fields, edit)

    def _lead_to(self, problem: ValidationError) -> None:
        self._problem = problem
        self._show_state()
        self.editor.lead_to(problem.field)

    def _discard(self) -> None:
        key, edit = self.key, self._edits.get(self.key)
        if edit is None:
            return
        self._edits.drop(key)
        self._problem = None
        self._show_list(key)

        def undo() -> None:
            if self._edits.get(key) is None:
                restored = key
                if edit.seen is None:
                    restored = self._edits.add(edit.fields)
                else:
                    self._edits.change(key, edit.fields, edit.seen)
                self._show_list(restored)

        self.context.notify(
            self.tr("Your changes were discarded."),
            "muted",
            action_text=self.tr("Undo"),
            action=undo,
            seconds=_UNDO_SECONDS,
        )

    def _hide(self, *, hidden: bool) -> None:
        if self.template is not None:
            self._saver.hide(self.template, hidden=hidden)

    def _reset(self) -> None:
        if self.template is not None:
            self._saver.reset(self.template)

    def _on_saved(self, ident: str) -> None:
        self._shown = ident
        self._show_list(ident)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ValidationError) and error.field in self.editor.fields:
            self._lead_to(error)
            return
        self._say_failure(error)
        if isinstance(error, StateChangedError):
            self.reload()

    def _say_failure(self, error: Exception) -> None:
        self.context.notify(self.context.error_text(error), "danger")

    # ---- files

    def _import(self) -> None:
        self._transfer.take_in(self._front, self.window())

    def _export(self) -> None:
        chosen = [self._templates[key] for key in self.table.keys if key in self._templates]
        self._transfer.write_out(chosen, self.window(), len(self._templates) - len(chosen))

    def import_file(self, path: Path) -> None:
        """Show what a file of templates would change."""
        self._transfer.open_file(path, self._front, self.window())
