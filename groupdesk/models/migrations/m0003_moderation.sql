-- SPDX-License-Identifier: MIT
-- Ladders in versions, own templates, who was told of which rules, work on cases, recognition.

-- Each ladder as it was published; customer_group.ladder is the one in force. A group whose ladder
-- was never changed has no row.
CREATE TABLE "ladder_version" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "group_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "ladder" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "published_at" TEXT NOT NULL,
    "published_by_id" INTEGER NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("published_by_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "ladder_version_group_id_version" ON "ladder_version" ("group_id", "version");

-- The ladder that a message was given on. Empty: the one with which groups begin.
ALTER TABLE "member_warning" ADD COLUMN "ladder_version" INTEGER;

-- "pardoned": the warning was right and no longer counts. Empty: it was lifted.
ALTER TABLE "reversal" ADD COLUMN "kind" TEXT;

-- The rules that a message names beside its first one.
CREATE TABLE "warning_rule" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "warning_id" INTEGER NOT NULL,
    "rule_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    FOREIGN KEY ("warning_id") REFERENCES "member_warning" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("rule_id") REFERENCES "rule" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "warning_rule_warning_id_rule_id" ON "warning_rule" ("warning_id", "rule_id");

CREATE INDEX "warning_rule_rule_id" ON "warning_rule" ("rule_id");

-- The few messages that did not arrive, which stay in sight.
CREATE INDEX "warning_event_not_delivered" ON "warning_event" ("warning_id")
    WHERE "state" = 'not_delivered';

-- Wordings of one's own. With a key it stands in for the one that comes with the program under
-- this key, with an empty body in that one's own words; without a group it is for all of them.
CREATE TABLE "template" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "group_id" INTEGER,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "tone" TEXT NOT NULL,
    "term" TEXT,
    "variant" TEXT,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "hidden" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "customer_group" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "template_group_id" ON "template" ("group_id");

CREATE UNIQUE INDEX "template_key" ON "template" ("key") WHERE "key" <> '';

-- Who was told of which version of the rules, and who said that they read it; the last row holds.
-- The template is that of the announcement which told them, where it is known.
CREATE TABLE "rules_told" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "rulebook_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "template" TEXT,
    FOREIGN KEY ("rulebook_id") REFERENCES "rulebook" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "rules_told_membership_id" ON "rules_told" ("membership_id", "id");

CREATE INDEX "rules_told_rulebook_id_membership_id" ON "rules_told" ("rulebook_id", "membership_id");

-- Who looks after the case; the entries say since when and why.
ALTER TABLE "case_file" ADD COLUMN "owner_id" INTEGER REFERENCES "operator" ("id") ON DELETE RESTRICT;

-- Who took part beside the writer and the member. A talk that was offered and did not take place
-- says why not: "no_answer" or "declined".
ALTER TABLE "talk" ADD COLUMN "took_part" TEXT;

ALTER TABLE "talk" ADD COLUMN "not_held" TEXT;

-- The template that an opening or a notice was begun with. Empty: none, or it is not known.
ALTER TABLE "talk" ADD COLUMN "template" TEXT;

ALTER TABLE "removal" ADD COLUMN "template" TEXT;

-- The talk that is followed up, or that came of a planned one; the time of day of a planned one.
ALTER TABLE "task" ADD COLUMN "talk_id" INTEGER REFERENCES "talk" ("id") ON DELETE RESTRICT;

ALTER TABLE "task" ADD COLUMN "due_time" TEXT;

UPDATE "task" SET "talk_id" = (SELECT t."id" FROM "talk" t
    WHERE t."case_id" = "task"."case_id" AND t."recorded_at" = "task"."created_at"
        AND t."follow_up_on" = "task"."due_on")
WHERE "kind" = 'follow_up';

-- What became of a task: a planned talk, and what was agreed in one. Each row has the day by then.
CREATE TABLE "task_event" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "task_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "due_time" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "facts" TEXT,
    FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "task_event_task_id" ON "task_event" ("task_id", "id");

CREATE INDEX "task_talk_id" ON "task" ("talk_id");

-- What happened, in the words of whoever opened the case by hand.
ALTER TABLE "case_file" ADD COLUMN "description" TEXT;

-- The rule as it read when the case began to be about it; "rule_code" is what it was called then.
-- Empty in cases from before: for them the code and the day say which rule it was.
ALTER TABLE "case_file" ADD COLUMN "rule_id" INTEGER REFERENCES "rule" ("id") ON DELETE RESTRICT;

-- How operators work on a case: notes to one another, who took it, what belongs together, how it
-- was closed and opened again. A correction keeps in "facts" what was said before and since.
CREATE TABLE "case_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "owner_id" INTEGER,
    "other_case_id" INTEGER,
    "facts" TEXT,
    FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("owner_id") REFERENCES "operator" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("other_case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "case_entry_case_id" ON "case_entry" ("case_id", "id");

CREATE INDEX "case_entry_other_case_id" ON "case_entry" ("other_case_id");

-- What a member did well.
CREATE TABLE "recognition" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "membership_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "happened_on" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "recognition_membership_id" ON "recognition" ("membership_id");

CREATE TRIGGER ladder_version_no_update BEFORE UPDATE ON ladder_version
BEGIN SELECT raise(ABORT, 'ladder_version is never changed'); END;

CREATE TRIGGER ladder_version_no_delete BEFORE DELETE ON ladder_version
BEGIN SELECT raise(ABORT, 'ladder_version is never changed'); END;

CREATE TRIGGER warning_rule_no_update BEFORE UPDATE ON warning_rule
BEGIN SELECT raise(ABORT, 'warning_rule is never changed'); END;

CREATE TRIGGER warning_rule_no_delete BEFORE DELETE ON warning_rule
BEGIN SELECT raise(ABORT, 'warning_rule is never changed'); END;

CREATE TRIGGER rules_told_no_update BEFORE UPDATE ON rules_told
BEGIN SELECT raise(ABORT, 'rules_told is never changed'); END;

CREATE TRIGGER rules_told_no_delete BEFORE DELETE ON rules_told
BEGIN SELECT raise(ABORT, 'rules_told is never changed'); END;

CREATE TRIGGER case_entry_no_update BEFORE UPDATE ON case_entry
BEGIN SELECT raise(ABORT, 'case_entry is never changed'); END;

CREATE TRIGGER case_entry_no_delete BEFORE DELETE ON case_entry
BEGIN SELECT raise(ABORT, 'case_entry is never changed'); END;

CREATE TRIGGER recognition_no_update BEFORE UPDATE ON recognition
BEGIN SELECT raise(ABORT, 'recognition is never changed'); END;

CREATE TRIGGER recognition_no_delete BEFORE DELETE ON recognition
BEGIN SELECT raise(ABORT, 'recognition is never changed'); END;

CREATE TRIGGER task_event_no_update BEFORE UPDATE ON task_event
BEGIN SELECT raise(ABORT, 'task_event is never changed'); END;

CREATE TRIGGER task_event_no_delete BEFORE DELETE ON task_event
BEGIN SELECT raise(ABORT, 'task_event is never changed'); END;

-- What a talk or a message says is never changed; the case that it stands in can be put right, as
-- an entry of both cases says.
DROP TRIGGER talk_no_update;

CREATE TRIGGER talk_no_update BEFORE UPDATE OF "id", "membership_id", "operator_id", "recorded_at",
    "happened_at", "channel", "thanks", "problem", "cause", "suggestion", "agreement",
    "follow_up_on", "took_part", "not_held", "template" ON talk
BEGIN SELECT raise(ABORT, 'talk is never changed'); END;

DROP TRIGGER member_warning_no_update;

CREATE TRIGGER member_warning_no_update BEFORE UPDATE OF "id", "membership_id", "operator_id",
    "rule_id", "step", "step_kind", "counts_days", "channel", "channel_reason", "language",
    "template", "message", "prepared_at", "ladder_version" ON member_warning
BEGIN SELECT raise(ABORT, 'member_warning is never changed'); END;
