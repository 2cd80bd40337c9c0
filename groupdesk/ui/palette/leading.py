# SPDX-License-Identifier: MIT
"""Where a line of the palette leads."""

from typing import TYPE_CHECKING

from groupdesk.domain.case_records import CaseFilter
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.ui.context import UiContext
from groupdesk.ui.pages.page import ALL_GROUPS
from groupdesk.ui.palette.entries import Entry, Kind

if TYPE_CHECKING:
    from groupdesk.ui.workbench import Workbench


def lead(context: UiContext, bench: "Workbench", entry: Entry) -> None:
    """Bring to the front what an entry is: of an act that goes with another page, that page."""
    if entry.kind is Kind.GROUP:
        bench.show_group(int(entry.id))
    elif entry.kind is Kind.MEMBER:
        bench.go_to(entry.group_id, int(entry.id))
    elif entry.kind is Kind.CASE:
        bench.go_to_cases(CaseFilter(text=f"#{entry.id}"))
    elif entry.kind is Kind.ALL_MEMBERS:
        several = len(context.desk.groups.all()) > 1
        bench.show_group(ALL_GROUPS if several else bench.group_id)
        bench.show_page("members")
        if bench.page is not None:
            bench.page.show_filter(MemberFilter(text=str(entry.id)))
    else:
        bench.show_page(entry.page or str(entry.id))
