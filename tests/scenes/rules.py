# SPDX-License-Identifier: MIT
"""The rules page: a draft, a published version, an empty group, an error; and publishing."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Language, Platform, Severity
from groupdesk.domain.records import GroupFields
from groupdesk.domain.rule_changes import draft_of
from groupdesk.ui.pages.rules_page import RulesPage
from tests.scenes import Stage, scene

_NAMES = {"en": "New customers", "zh": "新客户群"}


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
    draft.replace(0, replace(first, severity=Severity.MINOR))
    draft.move(4, 1)
    quiet = replace(
        draft.rules[1],
        code="R20",
        titles={"en": "Quiet hours 22:30–8:00", "zh": "22:30 至次日 8:00 请勿打扰"},
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
