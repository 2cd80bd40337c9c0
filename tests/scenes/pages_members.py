# SPDX-License-Identifier: MIT
"""The member list: filters, columns, all groups, many chosen, fields changed in place."""

from PySide6.QtWidgets import QWidget

from groupdesk.domain.member_filter import Conditions, MemberFilter
from groupdesk.ui.dialogs.bulk_dialog import BulkDialog
from groupdesk.ui.dialogs.columns_dialog import ColumnsDialog
from groupdesk.ui.dialogs.filter_dialog import FilterDialog
from groupdesk.ui.dialogs.filter_name_dialog import FilterNameDialog
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.page import ALL_GROUPS
from tests.scenes import Stage, scene

ASKED = Conditions(
    standing=("good", "warning"), inactive_days=30, activity_unknown=True, key_customer=False
)


def _page(stage: Stage, group: int = 0) -> MembersPage:
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    stage.session.workbench.show_group(group or stage.group().id)
    page.show_filter(MemberFilter())
    page.detail.show_details(shown=False)
    stage.session.workbench.banner.dismiss()  # what an earlier picture told
    stage.idle(stage.session)
    return page


@scene("members-all-groups")
def members_all(stage: Stage) -> QWidget:
    _page(stage, ALL_GROUPS)
    return stage.session.window


@scene("members-conditions")
def members_conditions(stage: Stage) -> QWidget:
    page = _page(stage)
    page.show_filter(MemberFilter(conditions=ASKED))
    stage.idle(stage.session)
    return stage.session.window


@scene("members-marked")
def members_marked(stage: Stage) -> QWidget:
    page = _page(stage, ALL_GROUPS)
    page.search.setText("wei")
    stage.idle(stage.session)
    return stage.session.window


@scene("members-marked-note")
def members_marked_note(stage: Stage) -> QWidget:
    page = _page(stage, ALL_GROUPS)
    page.search.setText("138")
    stage.idle(stage.session)
    return stage.session.window


@scene("members-chosen")
def members_chosen(stage: Stage) -> QWidget:
    page = _page(stage)
    page.table.choose_all()
    stage.idle(stage.session)
    return stage.session.window


@scene("filter")
def filter_dialog(stage: Stage) -> QWidget:
    page = _page(stage)
    FilterDialog(stage.context, page.which()._replace(conditions=ASKED), page).open()
    return stage.dialog(FilterDialog)


@scene("filter-name")
def filter_name(stage: Stage) -> QWidget:
    page = _page(stage)
    dialog = FilterNameDialog(stage.context, page.which(), page)
    dialog.open()
    return stage.dialog(FilterNameDialog)


@scene("bulk")
def bulk(stage: Stage) -> QWidget:
    page = _page(stage)
    dialog = BulkDialog(stage.context, page.table.members.ids[:24], page)
    dialog.open()
    dialog.add_tags.setText("VIP")
    dialog.key_customer.setCurrentIndex(1)
    dialog._count()
    return stage.dialog(BulkDialog)


@scene("columns")
def columns(stage: Stage) -> QWidget:
    page = _page(stage)
    page.table._ask_order()
    return stage.dialog(ColumnsDialog)


@scene("members-notice")
def members_notice(stage: Stage) -> QWidget:
    page = _page(stage)
    dialog = BulkDialog(stage.context, page.table.members.ids[:24], page)
    dialog.open()
    dialog.add_tags.setText("VIP")
    dialog.main_button.click()
    stage.idle(stage.session)
    return stage.session.window


@scene("members-fields")
def members_fields(stage: Stage) -> QWidget:
    page = _page(stage)
    page.show_member(stage.member("at_risk", stage.group()).row.id)
    stage.idle(stage.session)
    page.detail.show_details(shown=True)
    field = page.detail.fields.fields["name"]
    field.open_editor()
    field.editor.clear()  # type: ignore[union-attr]  # it was opened just now
    field.submitted.emit("")
    stage.idle(stage.session)
    return stage.session.window
