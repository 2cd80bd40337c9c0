# SPDX-License-Identifier: MIT
"""Work on cases: the page with its views and filters, and each dialog."""

from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import CaseEntryKind, CaseOwner, CaseState, RelatedHow
from groupdesk.domain.case_records import CaseFilter
from groupdesk.domain.records import MemberFilter
from groupdesk.ui.case_acts import CaseDialogs
from groupdesk.ui.dialogs.case_move_dialog import CaseWrongPersonDialog
from groupdesk.ui.dialogs.case_open_dialog import CaseOpenDialog
from groupdesk.ui.dialogs.member_choice_dialog import MemberChoiceDialog
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.cases_page import CasesPage
from tests.scenes import Stage, scene


def _page(stage: Stage) -> CasesPage:
    page = stage.page("cases")
    assert isinstance(page, CasesPage)
    return page


def _busiest(stage: Stage) -> CaseRow:
    """Return the case about which most was said, of a group in the picture's language."""
    desk = stage.session.desk
    spoken = {group.id: group.language.value for group in desk.groups.all()}
    rows = [row for row in desk.cases.rows() if spoken.get(row.group_id) == stage.language]
    return max(rows, key=lambda row: len(desk.case_entries.notes(row.number)))


def _case(stage: Stage, view: str) -> QWidget:
    page, row = _page(stage), _busiest(stage)
    stage.session.workbench.show_group(row.group_id)
    page.show_cases(CaseFilter(row.group_id))
    stage.idle(stage.session)
    page.table.go_to(page.model.row_of(row.number))
    stage.idle(stage.session)
    page._show_case()
    page._split.open_detail()
    page.detail.show_view(view)
    stage.idle(stage.session)
    return stage.session.window


@scene("case-timeline")
def timeline(stage: Stage) -> QWidget:
    return _case(stage, "timeline")


@scene("case-facts")
def facts(stage: Stage) -> QWidget:
    return _case(stage, "facts")


@scene("case-notes")
def notes(stage: Stage) -> QWidget:
    return _case(stage, "notes")


@scene("case-related")
def related(stage: Stage) -> QWidget:
    return _case(stage, "related")


@scene("case-list")
def all_groups(stage: Stage) -> QWidget:
    """Filters that combine, over all groups."""
    page = _page(stage)
    page.show_cases(CaseFilter(state=CaseState.OPEN, owner=CaseOwner.NOBODY))
    page._split.back()
    stage.idle(stage.session)
    return stage.session.window


@scene("case-none-fits")
def none_fits(stage: Stage) -> QWidget:
    page = _page(stage)
    page.show_cases(CaseFilter(text="#99999"))
    page._split.back()
    stage.idle(stage.session)
    return stage.session.window


@scene("case-choose-member")
def choose(stage: Stage) -> QWidget:
    _page(stage)
    stage.context.acts.trigger("case.open")
    dialog = stage.dialog(MemberChoiceDialog)
    assert isinstance(dialog, MemberChoiceDialog)
    dialog.search.setText("li")
    dialog._find()
    stage.idle(stage.session)
    return dialog


@scene("case-open")
def open_one(stage: Stage) -> QWidget:
    desk, row = stage.session.desk, _busiest(stage)
    detail = desk.members.detail(row.membership_id)
    dialog = CaseOpenDialog(stage.context, detail, stage.session.window)
    dialog.open()
    english = stage.language == "en"
    dialog.description.set_text(
        "Two members wrote to me that they were sent offers in private."
        if english
        else "有两位群友私信反映，收到了他私下发来的广告。"
    )
    dialog.rule.choose("R1")
    stage.idle(stage.session)
    return dialog


@scene("case-hand-over")
def hand_over(stage: Stage) -> QWidget:
    CaseDialogs(stage.context, stage.session.window).hand_over(_busiest(stage))
    return stage.dialog()


@scene("case-correct")
def correct(stage: Stage) -> QWidget:
    CaseDialogs(stage.context, stage.session.window).correct(_busiest(stage))
    return stage.dialog()


@scene("case-relate")
def relate(stage: Stage) -> QWidget:
    CaseDialogs(stage.context, stage.session.window).relate(_busiest(stage))
    return stage.dialog()


@scene("case-apart")
def apart(stage: Stage) -> QWidget:
    row = _busiest(stage)
    found = stage.session.desk.case_relations.of_case(row.number)
    by_hand = next(one for one in found if one.how is RelatedHow.BY_HAND)
    CaseDialogs(stage.context, stage.session.window).take_apart(row, by_hand)
    return stage.dialog()


@scene("case-move")
def move(stage: Stage) -> QWidget:
    desk, row = stage.session.desk, _busiest(stage)
    entry = next(one for one in desk.timeline.of_case(row.number) if one.kind == "warning")
    acts = MemberActs(stage.context, stage.session.window)
    acts.move_act(entry, entry.text.splitlines()[0])
    return stage.dialog()


@scene("case-wrong-person")
def wrong_person(stage: Stage) -> QWidget:
    desk, row = stage.session.desk, _busiest(stage)
    others = desk.members.ids(MemberFilter(row.group_id))
    right = desk.members.detail(next(one for one in others if one != row.membership_id))
    dialog = CaseWrongPersonDialog(stage.context, row, right, stage.session.window)
    dialog.open()
    return dialog


@scene("case-reopened")
def reopened(stage: Stage) -> QWidget:
    """Every closing stays visible, not only the last one."""
    desk, page = stage.session.desk, _page(stage)
    spoken = {group.id: group.language.value for group in desk.groups.all()}
    row = next(
        row
        for row in desk.cases.rows()
        if spoken.get(row.group_id) == stage.language
        and any(e.kind is CaseEntryKind.REOPENED for e in desk.case_entries.of_case(row.number))
    )
    page.show_cases(CaseFilter(text=f"#{row.number}"))
    page.detail.show_view("timeline")
    stage.idle(stage.session)
    page._show_case()
    return stage.session.window


@scene("case-of-member")
def of_member(stage: Stage) -> QWidget:
    """A case opened by hand in the timeline of its member."""
    desk = stage.session.desk
    opened = next(
        row
        for row in desk.cases.rows()
        if desk.cases.facts(row.number).by_hand
        and desk.groups.get(row.group_id).language.value == stage.language
    )
    assert desk.members.ids(MemberFilter(opened.group_id))
    stage.session.workbench.go_to(opened.group_id, opened.membership_id)
    stage.idle(stage.session)
    return stage.session.window
