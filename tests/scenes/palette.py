# SPDX-License-Identifier: MIT
"""Ctrl+K: before a letter is typed, with what is found, with what cannot be done, with nothing."""

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import OperatorRole
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.palette.palette import Palette
from groupdesk.ui.refusals import denied_acts
from tests.scenes import Stage, scene, settle, wait_for


def _open(stage: Stage, text: str = "", steps: int = 0) -> QWidget:
    session = stage.session
    workbench = session.workbench
    stage.page("today")
    workbench.show_group(stage.group().id)
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    page.show_member(stage.member("at_risk", stage.group()).row.id)
    stage.idle(session)
    session.window.activateWindow()
    for palette in workbench.findChildren(Palette):
        palette.leave()
    session.context.acts.trigger("window.find")
    stage.idle(session)
    palette = workbench.findChildren(Palette)[0]
    palette.field.setText(text)
    while palette.finder.pending:
        wait_for(palette.finder, "changed")
    settle()
    palette.field.stepped.emit(steps)
    settle()
    return session.window


@scene("palette")
def palette(stage: Stage) -> QWidget:
    return _open(stage)


@scene("palette-members")
def members(stage: Stage) -> QWidget:
    return _open(stage, "li", 1)


@scene("palette-acts")
def acts(stage: Stage) -> QWidget:
    """Acts of other pages, and such as the role does not allow."""
    context = stage.context
    operator = context.desk.operator._replace(role=OperatorRole.VIEWER)
    context.acts.deny(denied_acts(context.translations.words, operator))
    shown = _open(stage, "rem" if stage.language == "en" else "移", 1)
    context.acts.deny({})
    return shown


@scene("palette-case")
def case(stage: Stage) -> QWidget:
    return _open(stage, "#12")


@scene("palette-nothing")
def nothing(stage: Stage) -> QWidget:
    return _open(stage, "qqqqzz")
