-- SPDX-License-Identifier: MIT
-- The first schema. Frozen: a later change is a migration of its own.

CREATE TABLE "workspace_value" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
) STRICT;

CREATE TABLE "operator" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "active" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL
) STRICT;

CREATE TABLE "customer_group" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "external_id" TEXT,
    "language" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "belongs" TEXT NOT NULL,
    "size_limit" INTEGER,
    "owner_name" TEXT NOT NULL,
    "ladder" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "archived_at" TEXT,
    "archive_reason" TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX "customer_group_platform_external_id"
ON "customer_group" ("platform", "external_id");

CREATE TABLE "person" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "company" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "key_customer" INTEGER NOT NULL,
    "protected" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL
) STRICT;

CREATE TABLE "account" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "external_id" TEXT,
    "handle" TEXT NOT NULL,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "account_person_id" ON "account" ("person_id");

CREATE UNIQUE INDEX "account_platform_external_id"
ON "account" ("platform", "external_id");

CREATE TABLE "snapshot" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "group_id" INTEGER NOT NULL,
    "taken_at" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "snapshot_group_id" ON "snapshot" ("group_id");

CREATE TABLE "membership" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "group_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "account_id" INTEGER,
    "name" TEXT NOT NULL,
    "nickname" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "is_bot" INTEGER NOT NULL,
    "joined_at" TEXT,
    "joined_how" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "last_active" TEXT,
    "message_count" INTEGER,
    "state" TEXT NOT NULL,
    "ended_at" TEXT,
    "snapshot_id" INTEGER,
    "standing_step" INTEGER NOT NULL,
    "standing_until" TEXT,
    "standing_next" TEXT,
    "waiting" INTEGER NOT NULL,
    "case_count" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("snapshot_id") REFERENCES "snapshot" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "membership_account_id" ON "membership" ("account_id");

CREATE INDEX "membership_group_id_state_last_active"
ON "membership" ("group_id", "state", "last_active");

CREATE INDEX "membership_group_id_state_sort_key_id"
ON "membership" ("group_id", "state", "sort_key", "id");

CREATE INDEX "membership_group_id_state_standing_step"
ON "membership" ("group_id", "state", "standing_step");

CREATE INDEX "membership_person_id" ON "membership" ("person_id");

-- A group's size leaves bots out: two counts over indexes instead of one over all rows.
CREATE INDEX "membership_active_bots" ON "membership" ("group_id")
    WHERE "is_bot" = 1 AND "state" = 'active';

CREATE INDEX "membership_standing_next" ON "membership" ("standing_next");

CREATE TABLE "search_text" (
    "membership_id" INTEGER NOT NULL PRIMARY KEY,
    "tokens" TEXT NOT NULL,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT
) STRICT;

CREATE TABLE "rulebook" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "group_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "published_at" TEXT NOT NULL,
    "published_by_id" INTEGER NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("published_by_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "rulebook_group_id_version"
ON "rulebook" ("group_id", "version");

CREATE TABLE "rule" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "rulebook_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "titles" TEXT NOT NULL,
    "texts" TEXT NOT NULL,
    "hints" TEXT NOT NULL,
    "examples" TEXT NOT NULL,
    "consequences" TEXT NOT NULL,
    FOREIGN KEY ("rulebook_id") REFERENCES "rulebook" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "rule_rulebook_id_code" ON "rule" ("rulebook_id", "code");

CREATE UNIQUE INDEX "rule_rulebook_id_position"
ON "rule" ("rulebook_id", "position");

CREATE TABLE "case_file" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "group_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "rule_code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "opened_at" TEXT NOT NULL,
    "opened_by_id" INTEGER NOT NULL,
    "closed_at" TEXT,
    "happened_at" TEXT,
    "happened_assumed" INTEGER NOT NULL,
    "noticed_how" TEXT NOT NULL,
    "quoted_text" TEXT NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("opened_by_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "case_file_group_id" ON "case_file" ("group_id");

CREATE INDEX "case_file_membership_id" ON "case_file" ("membership_id");

CREATE INDEX "case_file_person_id_group_id" ON "case_file" ("person_id", "group_id");

CREATE INDEX "case_file_state_id" ON "case_file" ("state", "id");

CREATE TABLE "talk" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "happened_at" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "thanks" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "suggestion" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "follow_up_on" TEXT,
    FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "talk_case_id" ON "talk" ("case_id");

CREATE TABLE "member_warning" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "rule_id" INTEGER,
    "step" INTEGER NOT NULL,
    "step_kind" TEXT NOT NULL,
    "counts_days" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "channel_reason" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "prepared_at" TEXT NOT NULL,
    FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("rule_id") REFERENCES "rule" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "member_warning_case_id" ON "member_warning" ("case_id");

CREATE INDEX "member_warning_rule_id" ON "member_warning" ("rule_id");

CREATE TABLE "warning_event" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "warning_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "counts_until" TEXT,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("warning_id") REFERENCES "member_warning" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "warning_event_warning_id" ON "warning_event" ("warning_id");

CREATE TABLE "removal" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "decided_at" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "rule_id" INTEGER,
    "reason" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "until" TEXT,
    "notice" TEXT NOT NULL,
    "notice_language" TEXT NOT NULL,
    "already_removed_at" TEXT,
    "fair_process" TEXT NOT NULL,
    FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("rule_id") REFERENCES "rule" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "removal_case_id" ON "removal" ("case_id");

CREATE INDEX "removal_membership_id" ON "removal" ("membership_id");

CREATE INDEX "removal_rule_id" ON "removal" ("rule_id");

CREATE TABLE "reversal" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "target_kind" TEXT NOT NULL,
    "target_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "reversal_target_kind_target_id"
ON "reversal" ("target_kind", "target_id");

CREATE TABLE "task" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "membership_id" INTEGER,
    "case_id" INTEGER,
    "removal_id" INTEGER,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "due_on" TEXT,
    "created_at" TEXT NOT NULL,
    "done_at" TEXT,
    "done_by_id" INTEGER,
    "result" TEXT NOT NULL,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("removal_id") REFERENCES "removal" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("done_by_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "task_case_id" ON "task" ("case_id");

CREATE INDEX "task_done_at_due_on" ON "task" ("done_at", "due_on");

CREATE INDEX "task_membership_id" ON "task" ("membership_id");

CREATE INDEX "task_removal_id" ON "task" ("removal_id");

CREATE TABLE "evidence" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "added_at" TEXT NOT NULL,
    "taken_at" TEXT
) STRICT;

CREATE UNIQUE INDEX "evidence_sha256" ON "evidence" ("sha256");

CREATE TABLE "evidence_link" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "evidence_id" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "caption" TEXT NOT NULL,
    "linked_at" TEXT NOT NULL,
    FOREIGN KEY ("evidence_id") REFERENCES "evidence" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "evidence_link_evidence_id" ON "evidence_link" ("evidence_id");

CREATE INDEX "evidence_link_membership_id" ON "evidence_link" ("membership_id");

CREATE INDEX "evidence_link_subject_kind_subject_id_position"
ON "evidence_link" ("subject_kind", "subject_id", "position");

CREATE TABLE "draft" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "group_id" INTEGER,
    "membership_id" INTEGER,
    "operator_id" INTEGER NOT NULL,
    "payload" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "draft_group_id" ON "draft" ("group_id");

CREATE INDEX "draft_kind_group_id_membership_id_operator_id"
ON "draft" ("kind", "group_id", "membership_id", "operator_id");

CREATE INDEX "draft_membership_id" ON "draft" ("membership_id");

CREATE TABLE "draft_evidence" (
    "draft_id" INTEGER NOT NULL,
    "evidence_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "caption" TEXT NOT NULL,
    PRIMARY KEY ("draft_id", "evidence_id"),
    FOREIGN KEY ("draft_id") REFERENCES "draft" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("evidence_id") REFERENCES "evidence" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "draft_evidence_evidence_id" ON "draft_evidence" ("evidence_id");

CREATE TABLE "audit_entry" (
    "seq" INTEGER NOT NULL PRIMARY KEY,
    "at" TEXT NOT NULL,
    "offset" TEXT NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "operator_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "group_id" INTEGER,
    "branch" INTEGER NOT NULL,
    "operation" TEXT NOT NULL,
    "digests" BLOB NOT NULL,
    "previous" BLOB NOT NULL,
    "hash" BLOB NOT NULL
) STRICT;

CREATE INDEX "audit_entry_action_seq" ON "audit_entry" ("action", "seq");

CREATE INDEX "audit_entry_group_id_seq" ON "audit_entry" ("group_id", "seq");

CREATE TABLE "audit_payload" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" INTEGER,
    "salt" BLOB NOT NULL,
    "body" BLOB NOT NULL,
    FOREIGN KEY ("seq") REFERENCES "audit_entry" ("seq") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "audit_payload_person_id" ON "audit_payload" ("person_id");

CREATE UNIQUE INDEX "audit_payload_seq_position"
ON "audit_payload" ("seq", "position");

CREATE TABLE "operation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    FOREIGN KEY ("seq") REFERENCES "audit_entry" ("seq") ON DELETE RESTRICT
) STRICT;

-- Chinese as characters and pairs, Latin as starts: the services make the tokens and keep
-- the exact text in search_text, because a contentless index forgets only what it is told.
CREATE VIRTUAL TABLE search_index USING fts5(
    tokens, content='', tokenize="ascii tokenchars '_^'", detail=none, columnsize=0
);

-- The log grows at its end only, each entry on top of the one before.
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT raise(ABORT, 'the log is never changed'); END;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT raise(ABORT, 'the log is never changed'); END;

CREATE TRIGGER audit_entry_in_order BEFORE INSERT ON audit_entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_entry)
    OR NEW.previous IS NOT coalesce(
        (SELECT hash FROM audit_entry ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT raise(ABORT, 'the log grows at its end only'); END;

CREATE TRIGGER audit_payload_no_update BEFORE UPDATE ON audit_payload
BEGIN SELECT raise(ABORT, 'the log is never changed'); END;

CREATE TRIGGER audit_payload_no_delete BEFORE DELETE ON audit_payload
BEGIN SELECT raise(ABORT, 'the log is never changed'); END;

CREATE TRIGGER audit_payload_with_entry BEFORE INSERT ON audit_payload
WHEN NEW.seq IS NOT (SELECT max(seq) FROM audit_entry)
BEGIN SELECT raise(ABORT, 'the log grows at its end only'); END;

-- What was done stays as it was written.
CREATE TRIGGER talk_no_update BEFORE UPDATE ON talk
BEGIN SELECT raise(ABORT, 'talk is never changed'); END;

CREATE TRIGGER talk_no_delete BEFORE DELETE ON talk
BEGIN SELECT raise(ABORT, 'talk is never changed'); END;

CREATE TRIGGER member_warning_no_update BEFORE UPDATE ON member_warning
BEGIN SELECT raise(ABORT, 'member_warning is never changed'); END;

CREATE TRIGGER member_warning_no_delete BEFORE DELETE ON member_warning
BEGIN SELECT raise(ABORT, 'member_warning is never changed'); END;

CREATE TRIGGER warning_event_no_update BEFORE UPDATE ON warning_event
BEGIN SELECT raise(ABORT, 'warning_event is never changed'); END;

CREATE TRIGGER warning_event_no_delete BEFORE DELETE ON warning_event
BEGIN SELECT raise(ABORT, 'warning_event is never changed'); END;

CREATE TRIGGER removal_no_update BEFORE UPDATE ON removal
BEGIN SELECT raise(ABORT, 'removal is never changed'); END;

CREATE TRIGGER removal_no_delete BEFORE DELETE ON removal
BEGIN SELECT raise(ABORT, 'removal is never changed'); END;

CREATE TRIGGER reversal_no_update BEFORE UPDATE ON reversal
BEGIN SELECT raise(ABORT, 'reversal is never changed'); END;

CREATE TRIGGER reversal_no_delete BEFORE DELETE ON reversal
BEGIN SELECT raise(ABORT, 'reversal is never changed'); END;

CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence
BEGIN SELECT raise(ABORT, 'evidence is never changed'); END;

CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence
BEGIN SELECT raise(ABORT, 'evidence is never changed'); END;

CREATE TRIGGER evidence_link_no_update BEFORE UPDATE ON evidence_link
BEGIN SELECT raise(ABORT, 'evidence_link is never changed'); END;

CREATE TRIGGER evidence_link_no_delete BEFORE DELETE ON evidence_link
BEGIN SELECT raise(ABORT, 'evidence_link is never changed'); END;

CREATE TRIGGER rulebook_no_update BEFORE UPDATE ON rulebook
BEGIN SELECT raise(ABORT, 'rulebook is never changed'); END;

CREATE TRIGGER rulebook_no_delete BEFORE DELETE ON rulebook
BEGIN SELECT raise(ABORT, 'rulebook is never changed'); END;

CREATE TRIGGER rule_no_update BEFORE UPDATE ON rule
BEGIN SELECT raise(ABORT, 'rule is never changed'); END;

CREATE TRIGGER rule_no_delete BEFORE DELETE ON rule
BEGIN SELECT raise(ABORT, 'rule is never changed'); END;

CREATE TRIGGER operation_no_update BEFORE UPDATE ON operation
BEGIN SELECT raise(ABORT, 'operation is never changed'); END;

CREATE TRIGGER operation_no_delete BEFORE DELETE ON operation
BEGIN SELECT raise(ABORT, 'operation is never changed'); END;
