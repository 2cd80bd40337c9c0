-- SPDX-License-Identifier: MIT
-- One person under several entries, lists compared and undone, the blocklist, saved filters.

-- The entry that stands for this person; empty where it stands for itself. Never a chain: the
-- entry that is named here names none.
ALTER TABLE "person" ADD COLUMN "same_as_id" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT;

CREATE INDEX "person_same_as_id" ON "person" ("same_as_id") WHERE "same_as_id" IS NOT NULL;

-- Persons are compared by address and number, as services/contacts.py writes them.
CREATE INDEX "person_email_key" ON "person" (lower("email")) WHERE "email" <> '';

CREATE INDEX "person_phone_key" ON "person" (
    substr(replace(replace(replace(replace(replace("phone", ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), -8)
) WHERE "phone" <> '';

-- Who is who in the group's own words; empty where nobody wrote any.
ALTER TABLE "customer_group" ADD COLUMN "policy" TEXT;

CREATE TABLE "person_link" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "same_as_id" INTEGER,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("same_as_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "person_link_person_id" ON "person_link" ("person_id");

-- That two entries are two persons however alike they look; they are not offered again.
CREATE TABLE "person_apart" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("other_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "person_apart_person_id_other_id" ON "person_apart" ("person_id", "other_id");

CREATE TABLE "block_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "case_id" INTEGER,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "block_entry_person_id" ON "block_entry" ("person_id", "id");

-- What was decided about a stay of somebody who was blocked or removed before; the last one holds.
CREATE TABLE "return_decision" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "membership_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "return_decision_membership_id" ON "return_decision" ("membership_id", "id");

-- What a list changed of members who were known before: to show it again, and to undo it. Members
-- who came with a list need no row, their stay names it.
CREATE TABLE "import_change" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "snapshot_id" INTEGER NOT NULL,
    "membership_id" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    FOREIGN KEY ("snapshot_id") REFERENCES "snapshot" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "import_change_snapshot_id" ON "import_change" ("snapshot_id");

CREATE INDEX "import_change_membership_id" ON "import_change" ("membership_id");

CREATE TABLE "import_undo" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "snapshot_id" INTEGER NOT NULL,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("snapshot_id") REFERENCES "snapshot" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX "import_undo_snapshot_id" ON "import_undo" ("snapshot_id");

-- How a stay ended, as far as anybody knows; the last row of a stay holds.
CREATE TABLE "departure" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "membership_id" INTEGER NOT NULL,
    "snapshot_id" INTEGER,
    "case_id" INTEGER,
    "operator_id" INTEGER NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "ended_at" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    FOREIGN KEY ("membership_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("snapshot_id") REFERENCES "snapshot" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("case_id") REFERENCES "case_file" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("operator_id") REFERENCES "operator" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "departure_membership_id" ON "departure" ("membership_id", "id");

CREATE INDEX "departure_snapshot_id" ON "departure" ("snapshot_id");

CREATE TABLE "saved_filter" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX "saved_filter_name" ON "saved_filter" ("name");

-- Lists over all groups: in the order of names, and by what few members have. The group is last in
-- them, so that leaving archived groups out asks no row.
CREATE INDEX "membership_state_sort_key_id"
ON "membership" ("state", "sort_key", "id", "group_id");

CREATE INDEX "membership_state_last_active"
ON "membership" ("state", "last_active" DESC, "id", "group_id");

CREATE INDEX "membership_standing"
ON "membership" ("state", "standing_step" DESC, "sort_key", "id", "group_id")
WHERE "standing_step" > 0;

CREATE INDEX "membership_cases"
ON "membership" ("state", "case_count" DESC, "sort_key", "id", "group_id")
WHERE "case_count" > 0;

CREATE INDEX "membership_waiting" ON "membership" ("waiting") WHERE "waiting" > 0;

CREATE INDEX "person_tags" ON "person" ("tags") WHERE "tags" <> '[]';

CREATE INDEX "person_key_customer" ON "person" ("id") WHERE "key_customer" = 1;

CREATE INDEX "person_protected" ON "person" ("id") WHERE "protected" = 1;

CREATE TRIGGER person_link_no_update BEFORE UPDATE ON person_link
BEGIN SELECT raise(ABORT, 'person_link is never changed'); END;

CREATE TRIGGER person_link_no_delete BEFORE DELETE ON person_link
BEGIN SELECT raise(ABORT, 'person_link is never changed'); END;

CREATE TRIGGER person_apart_no_update BEFORE UPDATE ON person_apart
BEGIN SELECT raise(ABORT, 'person_apart is never changed'); END;

CREATE TRIGGER person_apart_no_delete BEFORE DELETE ON person_apart
BEGIN SELECT raise(ABORT, 'person_apart is never changed'); END;

CREATE TRIGGER return_decision_no_update BEFORE UPDATE ON return_decision
BEGIN SELECT raise(ABORT, 'return_decision is never changed'); END;

CREATE TRIGGER return_decision_no_delete BEFORE DELETE ON return_decision
BEGIN SELECT raise(ABORT, 'return_decision is never changed'); END;

CREATE TRIGGER block_entry_no_update BEFORE UPDATE ON block_entry
BEGIN SELECT raise(ABORT, 'block_entry is never changed'); END;

CREATE TRIGGER block_entry_no_delete BEFORE DELETE ON block_entry
BEGIN SELECT raise(ABORT, 'block_entry is never changed'); END;

CREATE TRIGGER import_change_no_update BEFORE UPDATE ON import_change
BEGIN SELECT raise(ABORT, 'import_change is never changed'); END;

CREATE TRIGGER import_change_no_delete BEFORE DELETE ON import_change
BEGIN SELECT raise(ABORT, 'import_change is never changed'); END;

CREATE TRIGGER import_undo_no_update BEFORE UPDATE ON import_undo
BEGIN SELECT raise(ABORT, 'import_undo is never changed'); END;

CREATE TRIGGER import_undo_no_delete BEFORE DELETE ON import_undo
BEGIN SELECT raise(ABORT, 'import_undo is never changed'); END;

CREATE TRIGGER departure_no_update BEFORE UPDATE ON departure
BEGIN SELECT raise(ABORT, 'departure is never changed'); END;

CREATE TRIGGER departure_no_delete BEFORE DELETE ON departure
BEGIN SELECT raise(ABORT, 'departure is never changed'); END;
