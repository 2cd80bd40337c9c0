-- SPDX-License-Identifier: MIT
-- Approval and notice of removals, appeals, what is known of evidence, operators' PINs.

-- The PIN of an operator as a salted hash with its parameters; an empty hash: it was taken away.
CREATE TABLE "operator_pin" (
    "operator_id" INTEGER NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "set_at" TEXT NOT NULL,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

-- Wrong PINs in a row, which make the next try wait. Not an act: gone with the first right one.
CREATE TABLE "pin_attempt" (
    "operator_id" INTEGER NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "last_at" TEXT NOT NULL,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE CASCADE
) STRICT;

-- Which entries of the register are an operator: nobody removes their own account by accident.
CREATE TABLE "operator_person" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "operator_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "operator_person_person_id" ON "operator_person" ("person_id");

CREATE INDEX "operator_person_operator_id" ON "operator_person" ("operator_id");

-- JSON of how the group decides: who approves removals, how long one may object, what is asked
-- then. Empty: the way of a new group.
ALTER TABLE "customer_group" ADD COLUMN "process" TEXT;

-- "asked": it waits for the approval of another operator, and holds only from then on. One that
-- was declined, withdrawn or cancelled has a reversal of that kind.
ALTER TABLE "removal" ADD COLUMN "approval" TEXT;

-- The same in all removals that were decided in one act.
ALTER TABLE "removal" ADD COLUMN "batch" TEXT;

-- When the member had left before it was decided.
ALTER TABLE "removal" ADD COLUMN "left_at" TEXT;

-- What would have refused it and was meant all the same: a list of codes as JSON.
ALTER TABLE "removal" ADD COLUMN "sure" TEXT;

-- 1: the person goes on the blocklist as well, as soon as the removal holds.
ALTER TABLE "removal" ADD COLUMN "blocks" INTEGER;

-- What an act itself was about, as it was said with it. "incident_of": the case whose facts these are
-- as well, which are put right there; empty where the act tells of something else.
ALTER TABLE "removal" ADD COLUMN "happened_at" TEXT;

ALTER TABLE "removal" ADD COLUMN "happened_assumed" INTEGER;

ALTER TABLE "removal" ADD COLUMN "noticed_how" TEXT;

ALTER TABLE "removal" ADD COLUMN "quoted_text" TEXT;

ALTER TABLE "removal" ADD COLUMN "incident_of" INTEGER;

ALTER TABLE "member_warning" ADD COLUMN "happened_at" TEXT;

ALTER TABLE "member_warning" ADD COLUMN "happened_assumed" INTEGER;

ALTER TABLE "member_warning" ADD COLUMN "noticed_how" TEXT;

ALTER TABLE "member_warning" ADD COLUMN "quoted_text" TEXT;

ALTER TABLE "member_warning" ADD COLUMN "incident_of" INTEGER;

DROP TRIGGER member_warning_no_update;

CREATE TRIGGER member_warning_no_update BEFORE UPDATE OF "id", "membership_id", "operator_id",
    "rule_id", "step", "step_kind", "counts_days", "channel", "channel_reason", "language",
    "template", "message", "prepared_at", "ladder_version", "happened_at", "happened_assumed",
    "noticed_how", "quoted_text", "incident_of" ON member_warning
BEGIN SELECT raise(ABORT, 'member_warning is never changed'); END;

CREATE INDEX "removal_batch" ON "removal" ("batch") WHERE "batch" IS NOT NULL;

CREATE INDEX "removal_approval_asked" ON "removal" ("id") WHERE "approval" = 'asked';

-- A second operator's yes, and when their PIN was set where that was after the request.
CREATE TABLE "removal_approval" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "removal_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "pin_set_at" TEXT,
    FOREIGN KEY ("removal_id") REFERENCES "removal" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "removal_approval_removal_id" ON "removal_approval" ("removal_id");

-- A shorter term than the one decided first, after an appeal; the last row holds.
CREATE TABLE "removal_term" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "removal_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "until" TEXT,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("removal_id") REFERENCES "removal" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "removal_term_removal_id" ON "removal_term" ("removal_id", "id");

-- A member's objection to a removal or a warning.
CREATE TABLE "appeal" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "target_kind" TEXT NOT NULL,
    "target_id" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "answer_by" TEXT NOT NULL,
    "late_reason" TEXT NOT NULL,
    "again_reason" TEXT NOT NULL,
    FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "appeal_case_id" ON "appeal" ("case_id");

CREATE INDEX "appeal_membership_id" ON "appeal" ("membership_id");

CREATE INDEX "appeal_target_kind_target_id" ON "appeal" ("target_kind", "target_id");

-- What was said about an appeal before it was decided; the member's words and ours.
CREATE TABLE "appeal_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "appeal_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    FOREIGN KEY ("appeal_id") REFERENCES "appeal" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "appeal_entry_appeal_id" ON "appeal_entry" ("appeal_id", "id");

-- How an appeal ended. What it lifts or shortens has its own reversal or removal_term.
CREATE TABLE "appeal_decision" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "appeal_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "override_reason" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "letter_language" TEXT NOT NULL,
    FOREIGN KEY ("appeal_id") REFERENCES "appeal" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "appeal_decision_appeal_id" ON "appeal_decision" ("appeal_id");

-- What became of the notice of a removal or the letter about an appeal: sent, not delivered, read.
CREATE TABLE "notice_event" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "target_kind" TEXT NOT NULL,
    "target_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "notice_event_target_kind_target_id"
ON "notice_event" ("target_kind", "target_id", "id");

-- "file": kept unopened, and no screenshot. Empty: a picture.
ALTER TABLE "evidence" ADD COLUMN "kind" TEXT;

-- A redacted copy of a picture: a picture of its own, made from the original, which stays.
CREATE TABLE "redaction" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "original_id" INTEGER NOT NULL,
    "copy_id" INTEGER NOT NULL,
    "original_sha256" TEXT NOT NULL,
    "copy_sha256" TEXT NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "marks" TEXT NOT NULL,
    "note" TEXT,
    FOREIGN KEY ("original_id") REFERENCES "evidence" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("copy_id") REFERENCES "evidence" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "redaction_original_id" ON "redaction" ("original_id", "id");

CREATE INDEX "redaction_copy_id" ON "redaction" ("copy_id");

-- What is said of a picture where it is used: the words it shows, who it is from, when it was taken.
ALTER TABLE "evidence_link" ADD COLUMN "quoted_text" TEXT;

ALTER TABLE "evidence_link" ADD COLUMN "origin" TEXT;

ALTER TABLE "evidence_link" ADD COLUMN "taken_at" TEXT;

ALTER TABLE "draft_evidence" ADD COLUMN "quoted_text" TEXT;

ALTER TABLE "draft_evidence" ADD COLUMN "origin" TEXT;

ALTER TABLE "draft_evidence" ADD COLUMN "taken_at" TEXT;

-- What a machine read in a picture; may be read anew. "words" is what the index below was told.
-- "problem": the code of what kept it from being read.
CREATE TABLE "evidence_text" (
    "evidence_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "read_at" TEXT NOT NULL,
    FOREIGN KEY ("evidence_id") REFERENCES "evidence" ("id") ON DELETE RESTRICT
) STRICT;

-- Made like search_index, of the words of pictures.
CREATE VIRTUAL TABLE evidence_index USING fts5(
    tokens, content='', tokenize="ascii tokenchars '_^'", detail=none, columnsize=0
);

CREATE TRIGGER redaction_no_update BEFORE UPDATE ON redaction
BEGIN SELECT raise(ABORT, 'redaction is never changed'); END;

CREATE TRIGGER redaction_no_delete BEFORE DELETE ON redaction
BEGIN SELECT raise(ABORT, 'redaction is never changed'); END;

CREATE TRIGGER removal_approval_no_update BEFORE UPDATE ON removal_approval
BEGIN SELECT raise(ABORT, 'removal_approval is never changed'); END;

CREATE TRIGGER removal_approval_no_delete BEFORE DELETE ON removal_approval
BEGIN SELECT raise(ABORT, 'removal_approval is never changed'); END;

CREATE TRIGGER removal_term_no_update BEFORE UPDATE ON removal_term
BEGIN SELECT raise(ABORT, 'removal_term is never changed'); END;

CREATE TRIGGER removal_term_no_delete BEFORE DELETE ON removal_term
BEGIN SELECT raise(ABORT, 'removal_term is never changed'); END;

CREATE TRIGGER appeal_no_update BEFORE UPDATE ON appeal
BEGIN SELECT raise(ABORT, 'appeal is never changed'); END;

CREATE TRIGGER appeal_no_delete BEFORE DELETE ON appeal
BEGIN SELECT raise(ABORT, 'appeal is never changed'); END;

CREATE TRIGGER appeal_entry_no_update BEFORE UPDATE ON appeal_entry
BEGIN SELECT raise(ABORT, 'appeal_entry is never changed'); END;

CREATE TRIGGER appeal_entry_no_delete BEFORE DELETE ON appeal_entry
BEGIN SELECT raise(ABORT, 'appeal_entry is never changed'); END;

CREATE TRIGGER appeal_decision_no_update BEFORE UPDATE ON appeal_decision
BEGIN SELECT raise(ABORT, 'appeal_decision is never changed'); END;

CREATE TRIGGER appeal_decision_no_delete BEFORE DELETE ON appeal_decision
BEGIN SELECT raise(ABORT, 'appeal_decision is never changed'); END;

CREATE TRIGGER notice_event_no_update BEFORE UPDATE ON notice_event
BEGIN SELECT raise(ABORT, 'notice_event is never changed'); END;

CREATE TRIGGER notice_event_no_delete BEFORE DELETE ON notice_event
BEGIN SELECT raise(ABORT, 'notice_event is never changed'); END;
