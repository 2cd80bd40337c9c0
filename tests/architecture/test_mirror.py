# SPDX-License-Identifier: MIT
"""Each module has its test module, at the same place below tests/."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

# Modules that another test module proves, or that hold nothing to prove.
ELSEWHERE = {
    "__main__.py": "end_to_end",
    "cli/list_decisions.py": "cli/test_lists.py",
    "cli/list_texts.py": "cli/test_lists.py",
    "models/audit.py": "models/test_tables.py",
    "models/evidence.py": "models/test_tables.py",
    "models/moderation.py": "models/test_tables.py",
    "models/operators.py": "models/test_tables.py",
    "models/people.py": "models/test_tables.py",
    "models/rules.py": "models/test_tables.py",
    "models/register.py": "models/test_tables.py",
    "models/care.py": "models/test_tables.py",
    "domain/appeal_papers.py": "services/reports/test_case_appeals.py",
    "domain/upkeep_records.py": "services/test_clean_up.py",
    "services/group_papers.py": "services/test_group_archive.py",
    "domain/exit_filter.py": "services/test_exits.py",
    "services/exit_lines.py": "services/test_exit_items.py",
    "services/rejoin_drafts.py": "ui/dialogs/test_rejoin_drafts.py",
    "services/people_files.py": "services/test_exit_statistics.py",
    "services/group_upkeep.py": "services/test_clean_up.py",
    "ui/dialogs/exit_report_dialog.py": "ui/dialogs/test_exit_statistics_dialog.py",
    "ui/dialogs/group_note_dialog.py": "ui/dialogs/test_clean_up_dialog.py",
    "ui/widgets/group_notes_card.py": "ui/pages/test_group_page.py",
    "ui/widgets/month_columns.py": "ui/dialogs/test_exit_statistics_dialog.py",
    "models/decisions.py": "models/test_tables.py",
    "models/leaving.py": "models/test_tables.py",
    "models/reviews.py": "models/test_tables.py",
    "domain/handover_enums.py": "domain/test_handovers.py",
    "domain/handover_words.py": "services/reports/test_handover.py",
    "ui/handover_acts.py": "ui/dialogs/test_handover_dialog.py",
    "ui/handover_words.py": "ui/dialogs/test_handover_dialog.py",
    "ui/dialogs/handover_begin_dialog.py": "ui/dialogs/test_handover_dialog.py",
    "ui/dialogs/handover_move_dialog.py": "ui/dialogs/test_handover_dialog.py",
    "ui/dialogs/handover_print_dialog.py": "ui/dialogs/test_handover_dialog.py",
    "ui/dialogs/handover_reason_dialogs.py": "ui/dialogs/test_handover_dialog.py",
    "ui/widgets/handover_book_view.py": "ui/dialogs/test_handover_dialog.py",
    "ui/widgets/handover_side.py": "ui/dialogs/test_handover_dialog.py",
    "ui/widgets/party_field.py": "ui/dialogs/test_handover_dialog.py",
    "ui/widgets/handover_detail.py": "ui/widgets/test_handover_list.py",
    "domain/handover_records.py": "services/test_handovers.py",
    "services/handover_book.py": "services/test_handovers.py",
    "services/handover_lines.py": "services/test_handovers.py",
    "services/handover_list.py": "services/test_handovers.py",
    "services/handover_moves.py": "services/test_handovers.py",
    "services/handover_namesakes.py": "services/test_handovers.py",
    "services/handover_parties.py": "services/test_handovers.py",
    "services/handover_scope.py": "services/test_handovers.py",
    "domain/act_records.py": "services/test_removals.py",
    "domain/case_records.py": "services/test_case_acts.py",
    "services/case_entries.py": "services/test_case_acts.py",
    "domain/courtesy_fold.py": "domain/test_courtesy.py",
    "domain/courtesy_masks.py": "domain/test_courtesy.py",
    "domain/courtesy_shouting.py": "domain/test_courtesy.py",
    "domain/courtesy_terms.py": "domain/test_courtesy.py",
    "domain/ladder_records.py": "services/test_ladders.py",
    "services/ladder_then.py": "services/test_ladders.py",
    "domain/person_records.py": "services/test_persons.py",
    "domain/operator_records.py": "services/test_operators.py",
    "ui/dialogs/sign_in_dialog.py": "ui/test_gate.py",
    "ui/widgets/lock_screen.py": "ui/test_gate.py",
    "ui/widgets/operator_button.py": "ui/test_gate.py",
    "ui/widgets/window_keys.py": "ui/test_gate.py",
    "domain/told_records.py": "services/test_announcements.py",
    "services/telling.py": "services/test_announcements.py",
    "domain/poster_records.py": "services/reports/test_poster.py",
    "domain/template_enums.py": "domain/test_enums.py",
    "domain/talk_enums.py": "domain/test_enums.py",
    "domain/decision_enums.py": "domain/test_enums.py",
    "domain/case_enums.py": "domain/test_enums.py",
    "domain/leaving_enums.py": "domain/test_enums.py",
    "domain/review_enums.py": "domain/test_enums.py",
    "domain/talk_records.py": "services/test_talk_plans.py",
    "domain/report_kinds.py": "services/reports/test_case_file.py",
    "services/talk_entries.py": "services/test_talk_plans.py",
    "domain/rejoin_records.py": "services/test_rejoin_requests.py",
    "services/rejoin_state.py": "services/test_rejoin_requests.py",
    "services/rejoin_query.py": "services/test_rejoin_requests.py",
    "services/rejoin_known.py": "services/test_rejoin_requests.py",
    "services/rejoin_newcomers.py": "services/test_rejoin_requests.py",
    "services/return_rights.py": "services/test_rejoin_holds.py",
    "services/rejoin_entries.py": "services/test_rejoin_requests.py",
    "ui/rejoin_acts.py": "ui/widgets/test_rejoin_list.py",
    "ui/rejoin_words.py": "ui/widgets/test_rejoin_list.py",
    "ui/dialogs/rejoin_request_dialog.py": "ui/dialogs/test_rejoin_dialogs.py",
    "ui/dialogs/rejoin_answer_dialog.py": "ui/dialogs/test_rejoin_dialogs.py",
    "ui/dialogs/rejoin_trial_dialog.py": "ui/dialogs/test_rejoin_dialogs.py",
    "ui/dialogs/rejoin_note_dialog.py": "ui/dialogs/test_rejoin_dialogs.py",
    "ui/widgets/rejoin_detail.py": "ui/widgets/test_rejoin_list.py",
    "ui/widgets/rejoin_known.py": "ui/widgets/test_rejoin_list.py",
    "ui/widgets/rejoin_said.py": "ui/widgets/test_rejoin_list.py",
    "ui/widgets/rejoin_trial.py": "ui/widgets/test_rejoin_list.py",
    "ui/widgets/ask_back_button.py": "ui/widgets/test_rejoin_list.py",
    "domain/exit_records.py": "domain/test_exits.py",
    "domain/file_names.py": "ui/test_file_names.py",
    "domain/report_removal.py": "services/reports/test_gather_removal.py",
    "domain/report_review.py": "services/reports/test_review.py",
    "domain/review_records.py": "domain/test_reviews.py",
    "services/exit_entries.py": "services/test_exits.py",
    "services/exit_papers.py": "services/test_exit_folder.py",
    "services/exit_query.py": "services/test_exits.py",
    "services/exit_rows.py": "services/test_exits.py",
    "services/exit_state.py": "services/test_exits.py",
    "ui/widgets/request_frame.py": "ui/pages/test_requests_leaving.py",
    "services/leaving.py": "services/test_leaving_ways.py",
    "services/review_decisions.py": "services/test_reviews.py",
    "services/review_due.py": "services/test_reviews.py",
    "services/review_facts.py": "services/test_reviews.py",
    "services/review_jobs.py": "services/test_reviews.py",
    "services/review_picking.py": "services/test_reviews.py",
    "services/review_query.py": "services/test_reviews.py",
    "services/review_rows.py": "services/test_review_changes.py",
    "services/review_sql.py": "services/test_reviews.py",
    "services/review_removals.py": "services/test_review_messages.py",
    "services/opening.py": "test_app.py",
    "services/task_events.py": "services/test_talk_plans.py",
    "domain/departures.py": "services/test_departures.py",
    "domain/evidence_records.py": "services/test_evidence.py",
    "services/evidence_rows.py": "services/test_evidence.py",
    "services/evidence_sweep.py": "services/test_evidence_store.py",
    "ui/widgets/known_evidence.py": "ui/widgets/test_evidence_area.py",
    "domain/removal_states.py": "services/test_removal_state.py",
    "domain/removal_records.py": "services/test_removal_batch.py",
    "domain/notice_records.py": "services/test_notices.py",
    "domain/step_records.py": "services/test_carrying_out.py",
    "services/removal_steps.py": "services/test_carrying_out.py",
    "ui/due/presenter.py": "ui/pages/test_today_page.py",
    "ui/due/presenters.py": "ui/pages/test_today_page.py",
    "ui/due/messages.py": "ui/pages/test_today_page.py",
    "ui/due/removals.py": "ui/pages/test_today_page.py",
    "ui/due/talks.py": "ui/pages/test_today_page.py",
    "ui/due/appeals.py": "ui/pages/test_today_page.py",
    "ui/due/returns.py": "ui/pages/test_today_page.py",
    "ui/due/drafts.py": "ui/pages/test_today_page.py",
    "ui/due/lapses.py": "ui/pages/test_today_page.py",
    "ui/due/rejoins.py": "ui/pages/test_today_page.py",
    "ui/widgets/notices_card.py": "ui/test_notifier.py",
    "ui/due_count.py": "ui/pages/test_today_page.py",
    "ui/due/handovers.py": "ui/pages/test_today_page.py",
    "ui/due/exits.py": "ui/pages/test_today_page.py",
    "ui/due/reviews.py": "ui/pages/test_today_page.py",
    "ui/due/putting_off.py": "ui/pages/test_today_page.py",
    "ui/widgets/due_card.py": "ui/pages/test_today_page.py",
    "ui/widgets/due_list.py": "ui/pages/test_today_page.py",
    "ui/widgets/due_row.py": "ui/pages/test_today_page.py",
    "ui/dialogs/put_off_dialog.py": "ui/pages/test_today_page.py",
    "services/todo_sources.py": "services/test_todo.py",
    "services/removal_due.py": "services/test_todo.py",
    "services/message_due.py": "services/test_todo.py",
    "services/talk_due.py": "services/test_todo.py",
    "services/draft_due.py": "services/test_todo.py",
    "services/return_due.py": "services/test_todo.py",
    "services/lapse_due.py": "services/test_todo.py",
    "ui/removal_steps.py": "ui/dialogs/test_carry_out_dialog.py",
    "ui/dialogs/reopen_dialog.py": "ui/dialogs/test_carry_out_dialog.py",
    "ui/dialogs/notice_dialog.py": "ui/dialogs/test_carry_out_dialog.py",
    "ui/widgets/step_row.py": "ui/dialogs/test_carry_out_dialog.py",
    "ui/widgets/step_copies.py": "ui/dialogs/test_carry_out_dialog.py",
    "ui/widgets/whom_choice.py": "ui/dialogs/test_carry_out_dialog.py",
    "services/removal_writer.py": "services/test_removals.py",
    "services/removal_reader.py": "services/test_removals.py",
    "services/removal_blocks.py": "services/test_approvals.py",
    "services/deciding.py": "services/test_desk.py",
    "services/departure_entries.py": "services/test_departures.py",
    "domain/import_preview.py": "services/imports/test_service.py",
    "domain/import_records.py": "services/imports/test_match.py",
    "services/evidence_search.py": "services/test_evidence_text.py",
    "domain/search_version.py": "services/test_search_upkeep.py",
    "domain/appeal_enums.py": "domain/test_appeals.py",
    "domain/appeal_records.py": "services/test_appeals.py",
    "services/appeal_due.py": "services/test_appeals.py",
    "services/appeal_entries.py": "services/test_appeals.py",
    "services/appeal_query.py": "services/test_appeals.py",
    "services/appeal_targets.py": "services/test_appeals.py",
    "services/rejoins.py": "services/test_appeals.py",
    "domain/redaction_records.py": "services/test_redactions.py",
    "workers/redact_client.py": "workers/test_redact.py",
    "domain/report_records.py": "services/reports/test_case_file.py",
    "domain/export_columns.py": "services/exports/test_round_trip.py",
    "domain/export_records.py": "services/exports/test_service.py",
    "services/undelivered.py": "services/test_member_warnings.py",
    "services/contacts.py": "services/test_duplicates.py",
    "services/same_person.py": "services/test_persons.py",
    "services/references.py": "services/exports/test_round_trip.py",
    "workers/images.py": "workers/test_images_client.py",
    "workers/child.py": "workers/test_runner.py",
    "workers/outside.py": "workers/test_images_client.py",
}


# Packages whose parts are proven through their front doors, each with tests of its own beside
# the parts that have rules to prove: a list is taken in, a paper is printed, a page is used.
TOGETHER = {
    "domain/courtesy_lists/": "domain/test_courtesy_unseen.py",
    "models/migrations/": "models/migrations/test_upgrades.py",
    "services/exports/": "services/exports",
    "services/imports/": "services/imports",
    "services/reports/": "services/reports",
    "services/sample/": "services/test_sample.py",
    "ui/": "ui",
}


def modules() -> list[str]:
    package = ROOT / "groupdesk"
    found = sorted(path.relative_to(package).as_posix() for path in package.rglob("*.py"))
    return [name for name in found if not name.endswith("__init__.py")]


def mirrored(name: str) -> Path:
    return ROOT / "tests" / Path(name).parent / f"test_{Path(name).name}"


def test_every_module_has_its_tests() -> None:
    missing = [
        name
        for name in modules()
        if not mirrored(name).exists()
        and name not in ELSEWHERE
        and not name.startswith(tuple(TOGETHER))
    ]
    assert missing == []


def test_the_exceptions_are_true_and_needed() -> None:
    assert [name for name in ELSEWHERE if name not in modules()] == []
    assert [name for name in ELSEWHERE if mirrored(name).exists()] == []
    places = {*ELSEWHERE.values(), *TOGETHER.values()}
    assert [place for place in places if not (ROOT / "tests" / place).exists()] == []


def test_every_test_module_belongs_to_a_module_or_says_what_it_is() -> None:
    """A test of a module that is gone would be kept for nothing."""
    package = ROOT / "groupdesk"
    gone = [
        path.relative_to(ROOT).as_posix()
        for floor in ("domain", "models", "workers")
        for path in (ROOT / "tests" / floor).rglob("test_*.py")
        if not (
            package / path.parent.relative_to(ROOT / "tests") / path.name.removeprefix("test_")
        ).exists()
        and not path.name.startswith("test_courtesy_")  # sentences of both languages, judged
        and path.relative_to(ROOT / "tests").as_posix() not in TOGETHER.values()
    ]
    assert gone == []
