# SPDX-License-Identifier: MIT
"""The pages of the window, in the order of the navigation. Each is imported when first shown."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groupdesk.ui.context import UiContext
    from groupdesk.ui.pages.page import Page


def _page(module: str, name: str) -> "Callable[[UiContext], Page]":
    def make(context: "UiContext") -> "Page":
        page: Page = getattr(import_module(f"groupdesk.ui.pages.{module}"), name)(context)
        return page

    return make


PAGES: "dict[str, Callable[[UiContext], Page]]" = {
    "today": _page("today_page", "TodayPage"),
    "members": _page("members_page", "MembersPage"),
    "group": _page("group_page", "GroupPage"),
    "rules": _page("rules_page", "RulesPage"),
    "templates": _page("templates_page", "TemplatesPage"),
    "cases": _page("cases_page", "CasesPage"),
    "requests": _page("requests_page", "RequestsPage"),
    "reviews": _page("reviews_page", "ReviewsPage"),
    "reports": _page("reports_page", "ReportsPage"),
    "audit": _page("audit_page", "AuditPage"),
    "people": _page("people_page", "PeoplePage"),
    "settings": _page("settings_page", "SettingsPage"),
}
