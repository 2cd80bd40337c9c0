# SPDX-License-Identifier: MIT
"""The rules page: a draft, a published version, an empty group, an error; and publishing."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QPushButton, QWidget

from groupdesk.domain.enums import Language, Platform, Severity
from groupdesk.domain.records import GroupFields
from groupdesk.domain.rule_changes import draft_of
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.ui.dialogs.compare_dialog import CompareDialog
from groupdesk.ui.dialogs.copy_rules_dialog import CopyRulesDialog
from groupdesk.ui.dialogs.rebase_dialog import RebaseDialog
from groupdesk.ui.dialogs.starter_dialog import StarterDialog
from groupdesk.ui.pages.rules_page import RulesPage
from tests.scenes import Stage, scene

_NAMES = {"en": "New customers", "zh": "新客户群"}
_REWORDED = {
    "en": ("ask an admin first; we will", "show it to an admin first, two days ahead; we will"),
    "zh": ("请先联系管理员", "请提前两天发给管理员看一看"),
}


def _page(stage: Stage) -> RulesPage:
    page = stage.page("rules")
    assert isinstance(page, RulesPage)
    stage.session.workbench.show_group(stage.group().id)
    page.head.version_chosen.emit(0)
    page.list.select(0)
    return page


def _draft(stage: Stage) -> RulesPage:
    """Change, move and add a rule; what another picture did is thrown away first."""
    page = _page(stage)
    draft = page.draft
    assert draft is not None
    draft.put([draft_of(rule) for rule in draft.versions[0].rules])
    first = draft.rules[0]
    texts = {language: text.replace(*_REWORDED[language]) for language, text in first.texts.items()}
    assert texts != first.texts
    draft.replace(0, replace(first, texts=texts, severity=Severity.SERIOUS))
    draft.move(4, 1)
    quiet = RuleDraft(
        "R10",
        Severity.MINOR,
        {"zh": "一次说完"},
        {"zh": "请把一件事写在一条消息里，不要一个字一个字地发。"},
        {"zh": "请您把想说的写在一条消息里。"},
    )
    draft.insert(len(draft.rules), quiet)
    draft.leave(_raise)
    stage.idle(stage.session)
    page.list.select(0)
    page.list.setFocus()
    return page


def _raise(error: Exception) -> None:
    raise error


@scene("rules")
def rules(stage: Stage) -> QWidget:
    _draft(stage)
    return stage.session.window


@scene("rules-editor")
def rules_editor(stage: Stage) -> QWidget:
    page = _draft(stage)
    page.list.opened.emit(0)
    return stage.session.window


@scene("rules-publish")
def rules_publish(stage: Stage) -> QWidget:
    _draft(stage)
    stage.context.acts.trigger("rules.publish")
    return stage.dialog()


@scene("rules-error")
def rules_error(stage: Stage) -> QWidget:
    page = _draft(stage)
    draft = page.draft
    assert draft is not None
    draft.replace(2, replace(draft.rules[2], titles={}))
    stage.context.acts.trigger("rules.publish")
    stage.idle(stage.session)
    return stage.session.window


@scene("rules-version")
def rules_version(stage: Stage) -> QWidget:
    page = _page(stage)
    assert page.draft is not None
    page.head.version_chosen.emit(page.draft.newest)
    return stage.session.window


@scene("rules-empty")
def rules_empty(stage: Stage) -> QWidget:
    stage.page("rules")
    name = _NAMES[stage.language]
    groups = stage.session.desk.groups
    group = groups.named(name)
    if group is None:
        fields = GroupFields(name, Platform.WECOM, Language(stage.language))
        context = stage.context
        context.runner.run(
            context.events, lambda: groups.create(uuid4(), fields), context.done, _raise
        )
        stage.idle(stage.session)
        group = groups.named(name)
        assert group is not None
    stage.session.workbench.show_group(group.id)
    stage.idle(stage.session)
    return stage.session.window


@scene("rules-translation")
def rules_translation(stage: Stage) -> QWidget:
    page = _draft(stage)
    page.list.select(len(page.list.lines) - 1)
    page.editor.widen.click()
    return stage.session.window


@scene("rules-compare")
def rules_compare(stage: Stage) -> QWidget:
    _draft(stage)
    stage.context.acts.trigger("rules.compare")
    dialog = stage.dialog(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    dialog.view.go(1)
    dialog.view.go(1)
    return dialog


@scene("rules-compare-versions")
def rules_compare_versions(stage: Stage) -> QWidget:
    page = _page(stage)
    assert page.draft is not None
    page.head.version_chosen.emit(page.draft.newest)
    stage.context.acts.trigger("rules.compare")
    return stage.dialog()


@scene("rules-starters")
def rules_starters(stage: Stage) -> QWidget:
    _page(stage)
    stage.context.acts.trigger("rules.starter")
    dialog = stage.dialog(StarterDialog)
    assert isinstance(dialog, StarterDialog)
    dialog.choices["partners"].setChecked(True)
    return dialog


@scene("rules-send")
def rules_send(stage: Stage) -> QWidget:
    _draft(stage)
    stage.context.acts.trigger("rules.send")
    dialog = stage.dialog(CopyRulesDialog)
    assert isinstance(dialog, CopyRulesDialog)
    for check in list(dialog.checks.values())[:2]:
        check.setChecked(True)
    return dialog


@scene("rules-renumber")
def rules_renumber(stage: Stage) -> QWidget:
    _draft(stage)
    stage.context.acts.trigger("rules.renumber")
    return stage.dialog()


def _overtaken(stage: Stage) -> RulesPage:
    """Let a version come out under a draft that is being written."""
    stage.page("rules")
    group = stage.group("beta")
    stage.session.workbench.show_group(group.id)
    page = stage.session.workbench.page
    assert isinstance(page, RulesPage)
    page.head.version_chosen.emit(0)
    draft = page.draft
    assert draft is not None
    base = draft.rules_of(draft.newest)
    draft.put(base)
    first, title = base[0], base[0].titles
    draft.rebase((replace(first, titles={**title, "en": "No advertising, please"}), *base[1:]))
    draft.leave(_raise)
    stage.idle(stage.session)
    number = draft.newest + 1
    theirs = (
        replace(first, titles={**title, "en": f"No adverts {number}"}),
        replace(base[1], severity=Severity.MINOR if number % 2 else Severity.SERIOUS),
        *base[2:],
    )
    rules, context = stage.session.desk.rules, stage.context
    context.runner.run(
        context.events,
        lambda: rules.publish(uuid4(), group.id, theirs, note="Shorter", based_on=draft.newest),
        context.done,
        _raise,
    )
    stage.idle(stage.session)
    return page


@scene("rules-overtaken")
def rules_overtaken(stage: Stage) -> QWidget:
    _overtaken(stage)
    return stage.session.window


@scene("rules-rebase")
def rules_rebase(stage: Stage) -> QWidget:
    page = _overtaken(stage)
    page.head.banner.findChildren(QPushButton)[0].click()
    dialog = stage.dialog(RebaseDialog)
    assert isinstance(dialog, RebaseDialog)
    dialog.tabs.button("both").click()
    return dialog
