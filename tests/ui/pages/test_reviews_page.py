# SPDX-License-Identifier: MIT
"""The page of reviews: started, decided about by keys and in bulk, paused, taken up again."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Ground, OperatorRole
from groupdesk.domain.import_preview import Take
from groupdesk.domain.review_enums import ReviewChoice, ReviewEntryKind, ReviewStage, ReviewState
from groupdesk.domain.review_records import ReviewRequest
from groupdesk.models.people import Membership
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.bulk_removal_dialog import BulkRemovalDialog
from groupdesk.ui.dialogs.review_decide_dialog import ReviewDecideDialog
from groupdesk.ui.dialogs.review_left_out_dialog import ReviewLeftOutDialog
from groupdesk.ui.dialogs.review_start_dialog import ReviewStartDialog
from groupdesk.ui.dialogs.review_turn_dialog import ReviewTurnDialog
from groupdesk.ui.item_delegates import MarksRole, SecondaryMarksRole, SecondaryRole
from groupdesk.ui.pages.page import Place
from groupdesk.ui.pages.reviews_page import ReviewsPage
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.review_table import COLUMNS
from groupdesk.ui.widgets.review_view import ReviewView
from tests.services.imports.rows import listed, row
from tests.ui.acting import dialog, in_front, lower, page
from tests.ui.desks import Clock
from tests.ui.review_desk import QUIET, decide, quiet, rows, started, was_active

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reviews(session: Session) -> ReviewsPage:
    return page(session, "reviews", ReviewsPage)


def opened(reviews: ReviewsPage, desk: Desk) -> ReviewView:
    """Show a review of Ann, Bo and Cem, the keyboard on its list."""
    reviews.show_review(started(desk).id)
    assert reviews.view.isVisible()
    return reviews.view


def names(view: ReviewView) -> list[str]:
    return [
        record.name
        for row in range(view.table.members.rowCount())
        if (record := view.table.members.record(row)) is not None
    ]


def rest(view: ReviewView) -> None:
    """Let the moment pass after which a letter stands alone."""
    timer = view.table._rest
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def stage(desk: Desk, view: ReviewView, name: str) -> ReviewStage:
    assert view.review is not None
    return rows(desk, view.review)[name].stage


def test_an_empty_page_explains_and_leads_to_a_first_review(
    qtbot: QtBot, session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    assert reviews.overview.empty.isVisible()
    assert "silent" in reviews.overview.empty._text.text()
    quiet(desk)
    qtbot.mouseClick(reviews.overview.empty.button, LEFT)
    asked = dialog(ReviewStartDialog)
    asked._count()
    assert asked.counts.picked.text() == "3 of 4"
    assert asked.main_button.isEnabled()
    qtbot.keyClick(asked, Qt.Key.Key_Return, CONTROL)
    in_front(qtbot, session.window)
    assert reviews.view.isVisible()
    assert names(reviews.view) == list(QUIET)
    assert reviews.view.chips.current == "to_decide"


def test_letters_decide_and_go_on_but_words_do_not(
    qtbot: QtBot, session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    view.table.setFocus()
    qtbot.keyClicks(view.table, "rex")
    rest(view)
    assert {one.stage for one in rows(desk, view.review).values()} == {ReviewStage.TO_DECIDE}  # type: ignore[arg-type]
    qtbot.keyClick(view.table, "k")
    rest(view)
    assert stage(desk, view, "Ann") is ReviewStage.KEPT
    assert names(view) == ["Bo", "Cem"], "who is decided about leaves the chip"
    assert session.workbench.banner.text == "Ann is kept."
    qtbot.keyClick(view.table, "r")
    rest(view)
    assert stage(desk, view, "Bo") is ReviewStage.TO_SEND
    qtbot.mouseClick(session.workbench.banner._button, LEFT)
    assert stage(desk, view, "Bo") is ReviewStage.TO_DECIDE


def test_what_comes_next_is_named_once(desk: Desk, reviews: ReviewsPage) -> None:
    assert opened(reviews, desk).detail.facts.facts["What comes next"] == "Remind"


def test_whoever_may_not_decide_is_told_who_may(
    session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    lower(desk, session, OperatorRole.VIEWER)
    for made in view.detail.buttons.values():
        assert not made.isEnabled()
        assert "Only an owner, admin or moderator" in made.toolTip()


def test_an_early_step_asks_for_its_reason(qtbot: QtBot, desk: Desk, reviews: ReviewsPage) -> None:
    view = opened(reviews, desk)
    qtbot.mouseClick(view.detail.buttons[ReviewChoice.REMOVE], LEFT)
    asked = dialog(ReviewDecideDialog)
    assert not asked.main_button.isEnabled()
    qtbot.keyClicks(asked.reason, "The customer closed their account.")
    qtbot.keyClick(asked, Qt.Key.Key_Return, CONTROL)
    assert stage(desk, view, "Ann") is ReviewStage.TO_REMOVE


def test_all_that_match_are_decided_about_after_a_look(
    qtbot: QtBot, session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    qtbot.mouseClick(view.bar.all_button, LEFT)
    assert view.bar.count.text() == "3 chosen"
    assert not view.detail.buttons[ReviewChoice.REMIND].isVisible(), "about which of the three?"
    qtbot.mouseClick(view.bar.buttons[ReviewChoice.REMIND], LEFT)
    asked = dialog(ReviewDecideDialog)
    assert asked.effect.text() == "3 members get a reminder to write."
    asked.main_button.click()
    in_front(qtbot, session.window)
    assert view.head.write_button.text() == "Write 3 messages of 23 Nov now…"
    assert view.empty.isVisible(), "nobody is left to decide about"
    qtbot.mouseClick(view.empty.button, LEFT)
    assert names(view) == list(QUIET)


def test_a_review_that_rests_on_an_old_list_says_so(
    desk: Desk, clock: Clock, reviews: ReviewsPage
) -> None:
    review = started(desk)
    group = review.groups[0][0]
    found = desk.imports.preview(listed(row(1, "Ann")), group)
    desk.imports.apply(uuid4(), found, Take())
    reviews.show_review(review.id)
    assert "the list is of" not in reviews.view.head.progress.text()
    clock.forward(days=15)
    reviews.show_review(review.id)
    assert "the list is of 21 Nov: import a new one" in reviews.view.head.progress.text()


def test_what_was_known_stands_beside_what_is_known_now(
    qtbot: QtBot, desk: Desk, reviews: ReviewsPage, clock: Clock
) -> None:
    view = opened(reviews, desk)
    assert view.review is not None
    clock.forward(days=3)
    was_active(desk, rows(desk, view.review)["Bo"].membership_id, days=1)
    reviews.reload()
    qtbot.mouseClick(view.chips.button("changed"), LEFT)
    assert names(view) == ["Bo"]
    view._show_member()
    assert view.detail.banner.text == "Active again since 23 Nov"
    active = view.detail.compared[1]
    assert [one.text() for one in active] == ["Last active", "3 Aug", "23 Nov"]


def test_a_search_and_a_sort_narrow_and_turn_the_list(
    qtbot: QtBot, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    view.search.setText("cem")
    view._load()
    assert names(view) == ["Cem"]
    view.search.setText("nobody like that")
    view._load()
    assert view.empty.isVisible()
    qtbot.mouseClick(view.empty.button, LEFT)
    menu = view.table.sort_menu(view.table)
    next(one for one in menu.actions() if one.text() == "Last active").trigger()
    assert names(view) == ["Cem", "Bo", "Ann"]


def test_a_match_that_is_not_in_the_list_is_said_and_down_leads_there(
    qtbot: QtBot, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    assert view.review is not None
    bo = rows(desk, view.review)["Bo"].membership_id
    fields = desk.members.detail(bo).fields
    desk.members.edit(uuid4(), bo, replace(fields, nickname="Bobby", company="Northwind"))
    for text, beside in (("bobb", "Bobby"), ("northw", "Company: Northwind"), ("bo", "Bobby")):
        view.search.setText(text)
        view._load()
        index = view.table.members.index(0, 0)
        assert (index.data(), index.data(SecondaryRole)) == ("Bo", beside)
        assert index.data(SecondaryMarksRole)
    assert index.data(MarksRole) == ((0, 2),)
    view.search.setFocus()
    qtbot.keyClick(view.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is view.table


def test_esc_leads_back_to_the_very_review(qtbot: QtBot, desk: Desk, reviews: ReviewsPage) -> None:
    first = started(desk)
    desk.upkeep.reviews.finish(uuid4(), first.id)
    again = desk.upkeep.reviews.start(ReviewRequest(uuid4(), "Summer", (first.groups[0][0],)))
    reviews.show_review(again.receipt.subject_id)
    reviews.show_all()
    reviews.show_review(first.id)
    assert not reviews.view.detail.facts.facts.get("What comes next"), "it is over"
    qtbot.keyClick(reviews.view.table, Qt.Key.Key_Escape)
    assert reviews.overview.current == first.id


def test_what_changed_stands_in_the_list_whole(desk: Desk, reviews: ReviewsPage) -> None:
    view = opened(reviews, desk)
    assert view.review is not None
    was_active(desk, rows(desk, view.review)["Bo"].membership_id, days=1)
    reviews.reload()
    cells = [view.table.members.index(2, COLUMNS.index(name)).data() for name in ("since", "stage")]
    assert cells == ["", "Active again"], "said once, and the day stands beside it"


def test_of_whom_nothing_can_be_decided_it_says_why(desk: Desk, reviews: ReviewsPage) -> None:
    view = opened(reviews, desk)
    assert view.review is not None
    with desk.ledger.writing():
        gone = rows(desk, view.review)["Ann"].membership_id
        Membership.update(state="left").where(Membership.id == gone).execute()
    reviews.reload()
    view.chips.show_all()
    view._load()
    view.table.go_to(view.table.members.row_of(rows(desk, view.review)["Ann"].id))
    view._show_member()
    keep = view.detail.buttons[ReviewChoice.KEEP]
    assert (keep.isEnabled(), keep.toolTip()) == (False, "Has left since")
    assert view.detail.banner.text == "Has left since"
    assert view.detail.banner._close.isHidden(), "it stays true"


def test_chips_that_would_show_nobody_are_quiet(
    qtbot: QtBot, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    assert view.chips.button("to_decide").isEnabled()
    assert not view.chips.button("keep").isEnabled()
    qtbot.keyClick(view.table, "k")
    rest(view)
    assert view.chips.button("keep").isEnabled()


def test_a_paused_review_says_so_and_goes_on(
    qtbot: QtBot, session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    view.head.asked.emit("pause")
    asked = dialog(ReviewTurnDialog)
    qtbot.keyClicks(asked.text, "Holidays.")
    qtbot.keyClick(asked, Qt.Key.Key_Return, CONTROL)
    in_front(qtbot, session.window)
    assert "rests" in view.banner.text
    assert "Holidays." in view.banner.text
    assert not view.detail.buttons[ReviewChoice.KEEP].isEnabled()
    assert view.bar.isHidden()
    view.table.setFocus()
    qtbot.keyClick(view.table, "k")
    rest(view)
    assert "paused" in session.workbench.banner.text
    assert stage(desk, view, "Ann") is ReviewStage.TO_DECIDE
    qtbot.mouseClick(view.head.resume_button, LEFT)
    assert view.review is not None
    assert view.review.state is ReviewState.RUNNING
    assert not view.banner.isVisible()


def test_a_finished_review_is_read_and_repeated(
    qtbot: QtBot, session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    view.head.asked.emit("finish")
    asked = dialog(ReviewTurnDialog)
    qtbot.keyClicks(asked.text, "Nobody answered.")
    asked.main_button.click()
    in_front(qtbot, session.window)
    assert "Nobody answered." in view.banner.text
    assert view.chips.current == "all"
    assert view.chips.button("remind").text() == "Remind 0"
    texts = {one.text(): one for one in view.head.menu().actions()}
    assert not texts["Finish…"].isEnabled()
    texts["Start one like this…"].trigger()
    again = dialog(ReviewStartDialog)
    assert again.name.text() == "Spring"
    assert again.chosen_groups == tuple(ident for ident, _ in view.review.groups)  # type: ignore[union-attr]
    again.reject()


def test_removals_begin_with_ground_and_reason_and_are_tied_to_the_review(
    session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    assert view.review is not None
    decide(desk, view.review, ReviewChoice.REMOVE, "Ann", "Bo")
    reviews.reload()
    assert view.head.remove_button.text() == "Record 2 removals…"
    view.head.remove_button.click()
    asked = dialog(BulkRemovalDialog)
    assert asked.removal.decision.chosen_ground is Ground.INACTIVE
    assert {one.row.name for one in asked.lines.details} == {"Ann", "Bo"}
    assert asked._request(()).review == view.review.id
    assert asked.removal.comment.text == "Decided in the review “Spring”. Agreed in the team."
    asked.removal.comment.set_text("Sales agrees.")
    first = min(asked.lines.details, key=lambda one: one.row.id)
    asked.reject()
    reviews.acts._members.go_on_removing(first)
    draft = dialog(BulkRemovalDialog)
    assert draft.removal.comment.text == "Sales agrees."
    assert draft._request(()).review == view.review.id, "a draft still knows its review"
    draft.reject()


def test_the_reason_of_a_review_is_in_the_language_of_the_letters(
    session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    assert view.review is not None
    decide(desk, view.review, ReviewChoice.REMOVE, "Ann", "Bo")
    reviews.reload()
    session.context.translations.set_language("zh")
    reasons = []
    for languages in (("en", "en"), ("en", "zh")):
        for name, language in zip(("Ann", "Bo"), languages, strict=True):
            ident = rows(desk, view.review)[name].membership_id
            fields = desk.members.detail(ident).fields
            desk.members.edit(uuid4(), ident, replace(fields, language=language))
        view.head.remove_button.click()
        asked = dialog(BulkRemovalDialog)
        reasons.append(asked.removal.reason.text)
        said = [one.text() for one in asked.removal.reason_field.findChildren(QLabel)]
        assert any("语言" in text for text in said) == (languages[0] != languages[1])
        asked.reject()
    assert reasons[0] == "Not active in the group for a long time.", "customers read it"
    assert reasons[1] == "", "one reason stands in letters of two languages"


def test_who_was_left_out_is_listed_by_reason(desk: Desk, reviews: ReviewsPage) -> None:
    view = opened(reviews, desk)
    below = next(
        one.menu() for one in view.head.menu().actions() if one.text() == "Who was left out"
    )
    assert isinstance(below, QMenu)
    line = below.actions()[0]
    assert line.text() == "Joined only recently: 1"
    line.trigger()
    listed = dialog(ReviewLeftOutDialog)
    assert [one.name for one in listed.model.records] == ["王小明"]
    listed.reject()


def test_the_way_back_and_the_place_that_comes_back(
    qtbot: QtBot, session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    assert view.review is not None
    was = reviews.place()
    assert was == Place(chosen=view.review.id)
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert reviews.overview.isVisible()
    assert reviews.overview.model.rowCount() == 1
    assert QApplication.focusWidget() is reviews.overview.table
    reviews.come_back(was)
    assert view.isVisible()
    session.workbench.show_page("members")
    session.context.go_to_review(view.review.id)
    assert session.workbench.page is reviews
    qtbot.mouseClick(view.back, LEFT)
    qtbot.keyClick(reviews.overview.table, Qt.Key.Key_Return)
    assert view.isVisible()


def test_both_languages_stand_everywhere(
    session: Session, desk: Desk, reviews: ReviewsPage
) -> None:
    view = opened(reviews, desk)
    session.context.translations.set_language("zh")
    QApplication.processEvents()
    assert view.back.text() == "全部梳理"
    assert view.detail.buttons[ReviewChoice.KEEP].text() == "保留"
    assert "待决定 3 人" in view.head.progress.text()
    assert view.table.members.headerData(0, Qt.Orientation.Horizontal) == "成员"


def test_the_menu_of_what_is_done_seldom_is_freed(
    qtbot: QtBot, desk: Desk, reviews: ReviewsPage
) -> None:
    head = opened(reviews, desk).head
    for _ in range(2):
        qtbot.mouseClick(head.more_button, LEFT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not head.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_a_note_is_written_into_it(qtbot: QtBot, desk: Desk, reviews: ReviewsPage) -> None:
    view = opened(reviews, desk)
    assert view.review is not None
    view.head.asked.emit("note")
    asked = dialog(ReviewTurnDialog)
    assert not asked.main_button.isEnabled()
    qtbot.keyClicks(asked.text, "Ask sales about Bo first.")
    qtbot.keyClick(asked, Qt.Key.Key_Return, CONTROL)
    last = desk.upkeep.review_list.detail(view.review.id).entries[-1]
    assert (last.kind, last.text) == (ReviewEntryKind.NOTE, "Ask sales about Bo first.")
