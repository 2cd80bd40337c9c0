-- SPDX-License-Identifier: MIT
-- Leaving well and coming back, handover, reviews of groups, what waits on Today for later.

-- JSON of how members leave the group: checklist, days, who helps. Empty: the usual way.
ALTER TABLE "customer_group" ADD COLUMN "leaving" TEXT;

-- Who of ours looks after a customer, by name.
ALTER TABLE "person" ADD COLUMN "account_owner" TEXT;

-- A member who wants to leave, as they said it.
CREATE TABLE "exit_request" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "membership_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "reason_text" TEXT NOT NULL,
    "wish_on" TEXT,
    "batch" TEXT,
    "facts" TEXT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "exit_request_membership_id" ON "exit_request" ("membership_id");

CREATE INDEX "exit_request_batch" ON "exit_request" ("batch");

-- What became of a request to leave; the last answer holds.
CREATE TABLE "exit_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "exit_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "until" TEXT,
    "replacement_name" TEXT NOT NULL,
    "replacement_id" INTEGER,
    "letter" TEXT NOT NULL,
    "letter_language" TEXT NOT NULL,
    "reason" TEXT,
    "reason_text" TEXT,
    "facts" TEXT,
    FOREIGN KEY ("exit_id") REFERENCES "exit_request" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("replacement_id") REFERENCES "membership" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "exit_entry_exit_id" ON "exit_entry" ("exit_id", "id");

-- That a customer was told who looks after them from now on.
CREATE TABLE "exit_told" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "exit_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "letter_language" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("exit_id") REFERENCES "exit_request" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "exit_told_exit_id" ON "exit_told" ("exit_id", "id");

CREATE INDEX "exit_told_membership_id" ON "exit_told" ("membership_id");

-- A person who wants to come back; the stay is their last one in the group, if any.
CREATE TABLE "rejoin_request" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "group_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "membership_id" INTEGER,
    "name" TEXT NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "rejoin_request_group_id" ON "rejoin_request" ("group_id");

CREATE INDEX "rejoin_request_person_id" ON "rejoin_request" ("person_id");

CREATE INDEX "rejoin_request_membership_id" ON "rejoin_request" ("membership_id");

-- What became of a request to come back; the last answer holds.
CREATE TABLE "rejoin_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "rejoin_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "until" TEXT,
    "override_reason" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "letter_language" TEXT NOT NULL,
    "membership_id" INTEGER,
    "facts" TEXT,
    FOREIGN KEY ("rejoin_id") REFERENCES "rejoin_request" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "rejoin_entry_rejoin_id" ON "rejoin_entry" ("rejoin_id", "id");

CREATE INDEX "rejoin_entry_membership_id" ON "rejoin_entry" ("membership_id");

-- Work that goes from one hand to another: a group, or all that somebody looks after.
CREATE TABLE "handover" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "group_id" INTEGER,
    "giver_operator_id" INTEGER,
    "giver_id" INTEGER,
    "giver_name" TEXT NOT NULL,
    "taker_operator_id" INTEGER,
    "taker_id" INTEGER,
    "taker_name" TEXT NOT NULL,
    "exit_id" INTEGER,
    "back_of_id" INTEGER,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("giver_operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("giver_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("taker_operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("taker_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("exit_id") REFERENCES "exit_request" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("back_of_id") REFERENCES "handover" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "handover_group_id" ON "handover" ("group_id");

CREATE INDEX "handover_giver_id" ON "handover" ("giver_id");

CREATE INDEX "handover_taker_id" ON "handover" ("taker_id");

CREATE INDEX "handover_exit_id" ON "handover" ("exit_id");

CREATE INDEX "handover_back_of_id" ON "handover" ("back_of_id");

-- What a handover book says beyond the records, who signed it, what was handed over.
CREATE TABLE "handover_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "handover_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "facts" TEXT,
    FOREIGN KEY ("handover_id") REFERENCES "handover" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "handover_entry_handover_id" ON "handover_entry" ("handover_id", "id");

-- A look at the members of groups, with a decision for each one picked out.
CREATE TABLE "review" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

-- The groups that a review looks at.
CREATE TABLE "review_group" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "review_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    FOREIGN KEY ("review_id") REFERENCES "review" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "review_group_review_id_group_id" ON "review_group" ("review_id", "group_id");

CREATE INDEX "review_group_group_id" ON "review_group" ("group_id");

-- Who was picked out, and what was known of them by then.
CREATE TABLE "review_row" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "review_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "picked_at" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    FOREIGN KEY ("review_id") REFERENCES "review" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "review_row_membership_id" ON "review_row" ("membership_id");

CREATE UNIQUE INDEX "review_row_review_id_membership_id"
ON "review_row" ("review_id", "membership_id");

-- What was decided about one of them; the last row holds. It may be due on a day. The facts are
-- what was known of the member by then, where something is to follow.
CREATE TABLE "review_decision" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "row_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "due_on" TEXT,
    "warning_id" INTEGER,
    "removal_id" INTEGER,
    "batch" TEXT,
    "facts" TEXT,
    FOREIGN KEY ("row_id") REFERENCES "review_row" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("warning_id") REFERENCES "member_warning" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("removal_id") REFERENCES "removal" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "review_decision_row_id" ON "review_decision" ("row_id", "id");

CREATE INDEX "review_decision_warning_id" ON "review_decision" ("warning_id");

CREATE INDEX "review_decision_removal_id" ON "review_decision" ("removal_id");

-- That a review rests, goes on, looked again at the groups, or is over.
CREATE TABLE "review_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "review_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "facts" TEXT,
    FOREIGN KEY ("review_id") REFERENCES "review" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "review_entry_review_id" ON "review_entry" ("review_id", "id");

-- Why a group was opened, joined, kept or muted, in the words of that day.
CREATE TABLE "group_note" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "group_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "belongs" TEXT NOT NULL,
    "why_now" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "group_note_group_id" ON "group_note" ("group_id", "id");

-- The request to leave whose checklist a task is an item of.
ALTER TABLE "task" ADD COLUMN "exit_id" INTEGER
    REFERENCES "exit_request" ("id") ON DELETE RESTRICT;

CREATE INDEX "task_exit_id" ON "task" ("exit_id");

-- What Today shows of a thing to do: whose it is, until when it was put off. May be changed.
CREATE TABLE "todo_mark" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "target_id" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "until" TEXT,
    "by_id" INTEGER,
    "changed_at" TEXT NOT NULL,
    FOREIGN KEY ("owner_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("by_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "todo_mark_kind_target_id" ON "todo_mark" ("kind", "target_id");

CREATE TRIGGER exit_request_no_update BEFORE UPDATE ON exit_request
BEGIN SELECT raise(ABORT, 'exit_request is never changed'); END;

CREATE TRIGGER exit_request_no_delete BEFORE DELETE ON exit_request
BEGIN SELECT raise(ABORT, 'exit_request is never changed'); END;

CREATE TRIGGER exit_entry_no_update BEFORE UPDATE ON exit_entry
BEGIN SELECT raise(ABORT, 'exit_entry is never changed'); END;

CREATE TRIGGER exit_entry_no_delete BEFORE DELETE ON exit_entry
BEGIN SELECT raise(ABORT, 'exit_entry is never changed'); END;

CREATE TRIGGER exit_told_no_update BEFORE UPDATE ON exit_told
BEGIN SELECT raise(ABORT, 'exit_told is never changed'); END;

CREATE TRIGGER exit_told_no_delete BEFORE DELETE ON exit_told
BEGIN SELECT raise(ABORT, 'exit_told is never changed'); END;

CREATE TRIGGER rejoin_request_no_update BEFORE UPDATE ON rejoin_request
BEGIN SELECT raise(ABORT, 'rejoin_request is never changed'); END;

CREATE TRIGGER rejoin_request_no_delete BEFORE DELETE ON rejoin_request
BEGIN SELECT raise(ABORT, 'rejoin_request is never changed'); END;

CREATE TRIGGER rejoin_entry_no_update BEFORE UPDATE ON rejoin_entry
BEGIN SELECT raise(ABORT, 'rejoin_entry is never changed'); END;

CREATE TRIGGER rejoin_entry_no_delete BEFORE DELETE ON rejoin_entry
BEGIN SELECT raise(ABORT, 'rejoin_entry is never changed'); END;

CREATE TRIGGER handover_no_update BEFORE UPDATE ON handover
BEGIN SELECT raise(ABORT, 'handover is never changed'); END;

CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover
BEGIN SELECT raise(ABORT, 'handover is never changed'); END;

CREATE TRIGGER handover_entry_no_update BEFORE UPDATE ON handover_entry
BEGIN SELECT raise(ABORT, 'handover_entry is never changed'); END;

CREATE TRIGGER handover_entry_no_delete BEFORE DELETE ON handover_entry
BEGIN SELECT raise(ABORT, 'handover_entry is never changed'); END;

CREATE TRIGGER review_no_update BEFORE UPDATE ON review
BEGIN SELECT raise(ABORT, 'review is never changed'); END;

CREATE TRIGGER review_no_delete BEFORE DELETE ON review
BEGIN SELECT raise(ABORT, 'review is never changed'); END;

CREATE TRIGGER review_group_no_update BEFORE UPDATE ON review_group
BEGIN SELECT raise(ABORT, 'review_group is never changed'); END;

CREATE TRIGGER review_group_no_delete BEFORE DELETE ON review_group
BEGIN SELECT raise(ABORT, 'review_group is never changed'); END;

CREATE TRIGGER review_row_no_update BEFORE UPDATE ON review_row
BEGIN SELECT raise(ABORT, 'review_row is never changed'); END;

CREATE TRIGGER review_row_no_delete BEFORE DELETE ON review_row
BEGIN SELECT raise(ABORT, 'review_row is never changed'); END;

CREATE TRIGGER review_decision_no_update BEFORE UPDATE ON review_decision
BEGIN SELECT raise(ABORT, 'review_decision is never changed'); END;

CREATE TRIGGER review_decision_no_delete BEFORE DELETE ON review_decision
BEGIN SELECT raise(ABORT, 'review_decision is never changed'); END;

CREATE TRIGGER review_entry_no_update BEFORE UPDATE ON review_entry
BEGIN SELECT raise(ABORT, 'review_entry is never changed'); END;

CREATE TRIGGER review_entry_no_delete BEFORE DELETE ON review_entry
BEGIN SELECT raise(ABORT, 'review_entry is never changed'); END;

CREATE TRIGGER group_note_no_update BEFORE UPDATE ON group_note
BEGIN SELECT raise(ABORT, 'group_note is never changed'); END;

CREATE TRIGGER group_note_no_delete BEFORE DELETE ON group_note
BEGIN SELECT raise(ABORT, 'group_note is never changed'); END;
