# SPDX-License-Identifier: MIT
"""Unsaved edits of templates: kept, found again, and never mistaken for what is there by then."""

import uuid
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.template_fields import TemplateFields, fields_of
from groupdesk.ui.context import UiContext
from groupdesk.ui.template_edits import DRAFT_KIND, TemplateEdits
from groupdesk.ui.template_saver import TemplateSaver

FIELDS = TemplateFields(TemplateKind.TALK, Language.ZH, Tone.FIRM, "名", "谢谢{member_name}")
KEY = "en.talk.short"


@pytest.fixture
def owner() -> QObject:
    return QObject()


def loaded(context: UiContext, owner: QObject) -> TemplateEdits:
    edits = TemplateEdits(context, owner)
    edits.load(context.desk.templates.all())
    return edits


def fail(error: Exception) -> None:
    raise error


def test_edits_are_found_again(context: UiContext, owner: QObject) -> None:
    edits = loaded(context, owner)
    template = context.desk.templates.get(KEY)
    assert edits.add(FIELDS) == "new.1"
    assert edits.add(replace(FIELDS, group_id=1)) == "new.2"
    edits.change(KEY, replace(fields_of(template), body="Other words. Thank you."), template)
    edits.leave(fail)
    again = loaded(context, owner)
    assert again.new_keys == ("new.1", "new.2")
    for key in ("new.1", "new.2", KEY):
        assert again.get(key) == edits.get(key)


def test_what_reads_as_it_was_saved_is_no_edit(context: UiContext, owner: QObject) -> None:
    edits, template = loaded(context, owner), context.desk.templates.get(KEY)
    edits.change(KEY, replace(fields_of(template), name="Other"), template)
    edits.change(KEY, fields_of(template), template)
    assert edits.get(KEY) is None


def test_an_edit_remembers_what_it_began_from(context: UiContext, owner: QObject) -> None:
    edits, templates = loaded(context, owner), context.desk.templates
    template = templates.get(KEY)
    edits.change(KEY, replace(fields_of(template), name="Mine"), template)
    edits.leave(fail)
    templates.save(uuid.uuid4(), replace(fields_of(template), name="Theirs"), template)
    now = templates.get(KEY)
    for kept in (edits, loaded(context, owner)):
        edit = kept.get(KEY)
        assert edit is not None
        assert edit.seen is not None
        assert edit.seen.name == template.name
        assert edit.seen != now, "or the other operator's words would be overwritten unseen"


@pytest.mark.parametrize("payload", [{"edits": 7}, {"edits": {"new.1": {"kind": "bribe"}}}, {}])
def test_a_draft_that_cannot_be_read_is_left_out(
    context: UiContext, owner: QObject, payload: dict[str, object]
) -> None:
    context.desk.drafts.save(DRAFT_KIND, payload)
    assert loaded(context, owner).new_keys == ()


def test_what_is_typed_while_it_is_saved_is_an_edit_of_what_was_saved(
    context: UiContext, owner: QObject
) -> None:
    edits, templates = loaded(context, owner), context.desk.templates
    saver = TemplateSaver(context, edits, owner)
    key = edits.add(FIELDS)
    first = edits.get(key)
    assert first is not None
    edits.change(key, replace(FIELDS, name="名称"), None)  # after Ctrl+S, before it is written
    saver.save(key, FIELDS, first)
    assert edits.new_keys == (), "it would be written a second time"
    edit = edits.get("own.1")
    assert edit is not None
    saver.failed.connect(fail)
    saver.save("own.1", edit.fields, edit)
    assert templates.get("own.1").name == "名称"
    assert edits.get("own.1") is None
