# SPDX-License-Identifier: MIT
"""Every page with the sample's data, without any, and when something is wrong."""

from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from groupdesk.domain.member_filter import MemberFilter
from groupdesk.ui.pages.members_page import MembersPage
from tests.scenes import Stage, scene


def _window(stage: Stage, key: str) -> QWidget:
    stage.page(key)
    return stage.session.window


@scene("today")
def today(stage: Stage) -> QWidget:
    return _window(stage, "today")


@scene("today-drafts")
def today_drafts(stage: Stage) -> QWidget:
    """What was begun and kept, in view."""
    window = _window(stage, "today")
    context = stage.session.context
    drafts = context.desk.drafts
    members = context.desk.members.ids(MemberFilter(stage.group().id), limit=2)

    def write() -> list[int]:
        kinds = zip(("talk", "removal"), members, strict=True)
        return [drafts.save(kind, {}, membership_id=member).id for kind, member in kinds]

    kept: list[int] = []
    context.runner.run(page := stage.page("today"), write, kept.extend, context.report_bug)
    stage.idle(stage.session)
    page.reload()
    stage.idle(stage.session)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())

    def drop() -> None:  # or the next scene would show them
        for draft in kept:
            drafts.discard(draft)

    context.runner.run(page, drop, lambda _none: None, context.report_bug)
    stage.idle(stage.session)
    return window


@scene("members")
def members(stage: Stage) -> QWidget:
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    stage.session.workbench.show_group(stage.group().id)
    stage.idle(stage.session)
    page.chips.set_current("all")
    page.reload()
    stage.idle(stage.session)
    page.show_member(stage.member("at_risk", stage.group()).row.id)
    stage.idle(stage.session)
    return stage.session.window


@scene("members-chip")
def members_chip(stage: Stage) -> QWidget:
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    page.chips.button("warned").click()
    stage.idle(stage.session)
    return stage.session.window


@scene("members-search")
def members_search(stage: Stage) -> QWidget:
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    page.chips.button("all").click()
    page.search.setText("li")
    stage.idle(stage.session)
    return stage.session.window


@scene("members-nobody-fits")
def members_nobody(stage: Stage) -> QWidget:
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    page.search.setText("qqqqqq")
    stage.idle(stage.session)
    return stage.session.window


@scene("cases")
def cases(stage: Stage) -> QWidget:
    return _window(stage, "cases")


@scene("audit")
def audit(stage: Stage) -> QWidget:
    return _window(stage, "audit")


@scene("reports")
def reports(stage: Stage) -> QWidget:
    return _window(stage, "reports")


@scene("settings")
def settings(stage: Stage) -> QWidget:
    return _window(stage, "settings")


def _empty(stage: Stage, key: str) -> QWidget:
    session = stage.empty()
    session.workbench.show_page(key)
    stage.idle(session)
    return session.window


for _key in ("today", "members", "rules", "cases", "audit", "reports", "settings"):
    scene(f"empty-{_key}")(partial(_empty, key=_key))
