# SPDX-License-Identifier: MIT
"""The templates page: the list, one being written, an error; its dialogs."""

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.template_exchange import look_through
from groupdesk.domain.template_fields import TemplateFields
from groupdesk.domain.templates import FillIn
from groupdesk.ui.dialogs.fill_in_dialog import FillInDialog
from groupdesk.ui.dialogs.template_import_dialog import TemplateImportDialog
from groupdesk.ui.pages.templates_page import TemplatesPage
from tests.scenes import Stage, scene

_EN = """Hello {member_name}, thank you for your message of {incident_date}.

Rule {rule_code}, “{rule_title}”, asks all of us to keep offers out of the group. {rule_hint}

Shall we talk about it {choose:How we talk|on the phone|here in writing}? If you have any question,
please contact {helper_contact}; {write:When we are there}.

Kind regards,
{manager_name}"""
_ZH = """{member_name}，您好！谢谢您在{incident_date}的分享。

群规 {rule_code}“{rule_title}”请大家不要在群里发推广。{rule_hint}

您看我们{choose:沟通方式|打电话说|在这里打字说}方便吗？您也可以联系{helper_contact}，{write:值班时间}都在。

祝好！
{manager_name}"""
_OWN = {
    "en": ("Before the weekend", _EN, FillIn("How we talk", ("on the phone", "here in writing"))),
    "zh": ("周末前的提醒", _ZH, FillIn("沟通方式", ("打电话说", "在这里打字说"))),
}


def _page(stage: Stage) -> TemplatesPage:
    page = stage.page("templates")
    assert isinstance(page, TemplatesPage)
    stage.session.workbench.show_group(stage.group().id)
    _discard_all(stage, page)
    page.filter.search.clear()
    page.filter.kind.choose(None)
    page.filter.chips.set_current(stage.language)
    page.reload()
    page.table.selectRow(0)
    return page


def _discard_all(stage: Stage, page: TemplatesPage) -> None:
    """Throw away what another picture wrote."""
    for key in (*page._edits.new_keys, *page._templates):
        page._edits.drop(key)
    page.leave()
    stage.idle(stage.session)


def _own(stage: Stage) -> TemplatesPage:
    page = _page(stage)
    name, body, _asked = _OWN[stage.language]
    fields = TemplateFields(
        TemplateKind.REMINDER, Language(stage.language), Tone.FRIENDLY, name, body
    )
    page._begin(fields)
    page.editor.look()
    return page


@scene("templates")
def templates(stage: Stage) -> QWidget:
    page = _page(stage)
    page.table.setFocus()
    stage.idle(stage.session)
    return stage.session.window


@scene("templates-own")
def templates_own(stage: Stage) -> QWidget:
    """A new one, with fill-ins, not saved."""
    page = _own(stage)
    page.editor.write()
    stage.idle(stage.session)
    return stage.session.window


@scene("templates-own-below")
def templates_own_below(stage: Stage) -> QWidget:
    """The same, scrolled down to what the program thinks of it."""
    page = _own(stage)
    page._split.open_detail()
    stage.idle(stage.session)
    page.editor.area.ensureWidgetVisible(page.editor.preview.courtesy)
    return stage.session.window


@scene("templates-wide")
def templates_wide(stage: Stage) -> QWidget:
    """Text and preview side by side, in place of the list."""
    page = _own(stage)
    page.editor.widen.click()
    stage.idle(stage.session)
    return stage.session.window


@scene("templates-error")
def templates_error(stage: Stage) -> QWidget:
    page = _own(stage)
    fields = page.fields
    assert fields is not None
    page.editor.body.set_text("{surname}: 100 %s\n" + fields.body)
    stage.context.acts.trigger("template.save")
    stage.idle(stage.session)
    return stage.session.window


@scene("templates-empty")
def templates_empty(stage: Stage) -> QWidget:
    page = _page(stage)
    page.filter.search.setText("qqqq")
    stage.idle(stage.session)
    return stage.session.window


@scene("template-fill-in")
def template_fill_in(stage: Stage) -> QWidget:
    page = _page(stage)
    dialog = FillInDialog(_OWN[stage.language][2], choices=True, parent=page.window())
    dialog.open()
    return dialog


@scene("template-import")
def template_import(stage: Stage) -> QWidget:
    page = _page(stage)
    name, body, _asked = _OWN[stage.language]
    base = {"kind": "reminder", "language": stage.language, "tone": "friendly"}
    rows = [
        {**base, "name": name, "body": body},
        {**base, "name": f"{name} 2", "body": "{member_nam}"},
        {
            **base,
            "name": page._templates[f"{stage.language}.reminder.friendly"].name,
            "body": body,
            "stands_in_for": f"{stage.language}.reminder.friendly",
        },
        *(
            {
                **base,
                "tone": template.tone.value,
                "name": template.name,
                "body": template.body,
                "stands_in_for": template.id,
            }
            for template in page._templates.values()
            if template.id.startswith(f"{stage.language}.reminder.no_rule")
        ),
    ]
    found = look_through(rows, page._templates.values(), None)
    path = stage.folder / "kind-words.toml"
    dialog = TemplateImportDialog(stage.context, path, found, stage.group(), page.window())
    dialog.open()
    dialog.table.selectRow(1)
    return dialog
