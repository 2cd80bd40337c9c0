# SPDX-License-Identifier: MIT
"""Saves templates, stops offering them, gives them their original words; each can be undone."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from groupdesk.domain.records import Receipt
from groupdesk.domain.template_enums import TemplateOrigin
from groupdesk.domain.template_fields import TemplateFields, fields_of
from groupdesk.domain.templates import MessageTemplate
from groupdesk.services.templates import id_of
from groupdesk.ui.context import UiContext
from groupdesk.ui.template_edits import TemplateEdit, TemplateEdits

_UNDO_SECONDS = 20


class TemplateSaver(QObject):
    """Runs the commands beside the window and offers the way back on its banner."""

    saved = Signal(str)
    """The id of a template that was saved; its edit is gone."""
    failed = Signal(object)
    """The error that a command ended with; nothing was written."""

    def __init__(self, context: UiContext, edits: TemplateEdits, parent: QObject) -> None:
        """Work for one page."""
        super().__init__(parent)
        self._context = context
        self._edits = edits
        self._templates = context.desk.templates

    def save(self, key: str, fields: TemplateFields, edit: TemplateEdit) -> None:
        """Save what is written under a key."""
        operation, seen, templates = uuid.uuid4(), edit.seen, self._templates

        def done(receipt: Receipt) -> None:
            of_program = seen is not None and seen.origin is not TemplateOrigin.OWN
            ident = id_of(receipt.subject_id, seen.id if of_program and seen else "")
            self._edits.saved(key, edit, templates.get(ident))
            self._context.done(receipt)
            self.saved.emit(ident)
            self._tell(
                self.tr("“{0}” is saved.").format(fields.name.strip()),
                lambda: self._take_back(templates.get(ident), seen),
            )

        self._run(lambda: templates.save(operation, fields, seen), done)

    def hide(self, template: MessageTemplate, *, hidden: bool) -> None:
        """Offer a template no longer, or again."""
        operation, templates = uuid.uuid4(), self._templates

        def done(receipt: Receipt) -> None:
            self._edits.look_again(template.id, templates.get(template.id))
            self._context.done(receipt)
            said = (
                self.tr("“{0}” is no longer offered.")
                if hidden
                else self.tr("“{0}” is offered again.")
            )
            self._context.notify(said.format(template.name), "ok", seconds=8)

        self._run(lambda: templates.hide(operation, template.id, hidden=hidden), done)

    def reset(self, template: MessageTemplate) -> None:
        """Give a changed template the words that it came with."""
        operation, templates = uuid.uuid4(), self._templates

        def done(receipt: Receipt) -> None:
            self._edits.drop(template.id)
            self._context.done(receipt)
            self._tell(
                self.tr("“{0}” has its original words again.").format(template.name),
                lambda: self._take_back(templates.get(template.id), template),
            )

        self._run(lambda: templates.reset(operation, template.id), done)

    def _take_back(self, now: MessageTemplate, before: MessageTemplate | None) -> None:
        """Bring a template back to what it was; a new one is no longer offered."""
        operation, templates = uuid.uuid4(), self._templates

        def work() -> Receipt:
            if before is None:
                return templates.hide(operation, now.id)
            if before.origin is TemplateOrigin.BUILT_IN:
                return templates.reset(operation, now.id)
            return templates.save(operation, fields_of(before), now)

        self._run(work, self._context.done)

    def _tell(self, text: str, undo: Callable[[], object]) -> None:
        self._context.notify(
            text, "ok", action_text=self.tr("Undo"), action=undo, seconds=_UNDO_SECONDS
        )

    def _run(self, work: Callable[[], Receipt], on_success: Callable[[Receipt], object]) -> None:
        self._context.runner.run(self, work, on_success, self.failed.emit)
