-- A round has a title, says whom reports go to, and can be closed; some of those whom it asks can be given more time. Each form of it, and each return, has a last day in time. SQLite adds no column that must be
-- filled: the tables are made anew. What refers to them is held against them when the transaction ends.

PRAGMA defer_foreign_keys = ON;

CREATE TEMPORARY TABLE "old_round" AS SELECT * FROM "round";

CREATE TEMPORARY TABLE "old_round_form" AS SELECT * FROM "round_form";

CREATE TEMPORARY TABLE "old_return" AS SELECT * FROM "return";

DROP TABLE "return";

DROP TABLE "round_form";

DROP TABLE "round";

CREATE TABLE "round" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "period_id" INTEGER NOT NULL,
    "opens_on" TEXT NOT NULL,
    "cut_off_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "weekend_rule" TEXT NOT NULL,
    "programme" TEXT NULL,
    "addressee" TEXT NULL,
    "copy_to" TEXT NULL,
    "channels" TEXT NULL,
    "closed_at" TEXT NULL,
    "closed_by" BLOB NULL,
    CONSTRAINT "pk_round" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_round_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_round_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_round_owner_code" ON "round" ("owner", "code");

CREATE TABLE "round_form" (
    "owner" INTEGER NOT NULL,
    "round_id" BLOB NOT NULL,
    "form_pack_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    CONSTRAINT "pk_round_form" PRIMARY KEY ("owner", "round_id", "form_pack_id"),
    CONSTRAINT "fk_round_form_form_pack_id" FOREIGN KEY ("form_pack_id") REFERENCES "pack" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_round_form_owner_round_id" FOREIGN KEY ("owner", "round_id") REFERENCES "round" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "return" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "round_id" BLOB NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "form_pack_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "current_version" INTEGER NOT NULL,
    "confirmed_version" INTEGER NULL,
    "sent_at" TEXT NULL,
    "confirmed_at" TEXT NULL,
    "revision" INTEGER NOT NULL,
    "taken_over_by" BLOB NULL,
    "taken_over_in" INTEGER NULL,
    CONSTRAINT "pk_return" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_return_form_pack_id" FOREIGN KEY ("form_pack_id") REFERENCES "pack" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_return_owner_round_id" FOREIGN KEY ("owner", "round_id") REFERENCES "round" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_return_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_return_owner_subject_id_state" ON "return" ("owner", "subject_id", "state");

CREATE UNIQUE INDEX "ux_return_owner_round_id_subject_id" ON "return" ("owner", "round_id", "subject_id");

INSERT INTO "round" ("owner", "id", "code", "title", "period_id", "opens_on", "cut_off_on", "due_on", "weekend_rule", "programme")
SELECT
    "asked"."owner", "asked"."id", "asked"."code",
    COALESCE(
        (SELECT json_extract("pack"."content", '$.title.vi') FROM "pack" WHERE "pack"."id" = (
            SELECT MIN("form"."form_pack_id") FROM "old_round_form" AS "form" WHERE "form"."owner" = "asked"."owner" AND "form"."round_id" = "asked"."id"))
            || ' (' || (SELECT "period"."code" FROM "period" WHERE "period"."id" = "asked"."period_id") || ')',
        "asked"."code"),
    "asked"."period_id", "asked"."opens_on", "asked"."cut_off_on", "asked"."due_on", 'Strict', "asked"."programme"
FROM "old_round" AS "asked";

INSERT INTO "round_form" ("owner", "round_id", "form_pack_id", "due_on")
SELECT "form"."owner", "form"."round_id", "form"."form_pack_id", "asked"."due_on"
FROM "old_round_form" AS "form"
JOIN "old_round" AS "asked" ON "asked"."owner" = "form"."owner" AND "asked"."id" = "form"."round_id";

INSERT INTO "return" (
    "owner", "id", "round_id", "subject_id", "form_pack_id", "due_on", "state", "current_version", "confirmed_version", "sent_at", "confirmed_at",
    "revision", "taken_over_by", "taken_over_in")
SELECT
    "owed"."owner", "owed"."id", "owed"."round_id", "owed"."subject_id", "owed"."form_pack_id", "asked"."due_on", "owed"."state",
    "owed"."current_version", "owed"."confirmed_version", "owed"."sent_at", "owed"."confirmed_at", "owed"."revision", "owed"."taken_over_by",
    "owed"."taken_over_in"
FROM "old_return" AS "owed"
JOIN "old_round" AS "asked" ON "asked"."owner" = "owed"."owner" AND "asked"."id" = "owed"."round_id";

DROP TABLE "old_return";

DROP TABLE "old_round_form";

DROP TABLE "old_round";

CREATE TABLE "round_extension" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "round_id" BLOB NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "added_at" TEXT NOT NULL,
    "added_by" BLOB NULL,
    CONSTRAINT "pk_round_extension" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_round_extension_owner_round_id" FOREIGN KEY ("owner", "round_id") REFERENCES "round" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_round_extension_owner_round_id" ON "round_extension" ("owner", "round_id");

CREATE TABLE "round_extension_subject" (
    "owner" INTEGER NOT NULL,
    "extension_id" BLOB NOT NULL,
    "subject_id" INTEGER NOT NULL,
    CONSTRAINT "pk_round_extension_subject" PRIMARY KEY ("owner", "extension_id", "subject_id"),
    CONSTRAINT "fk_round_extension_subject_owner_extension_id" FOREIGN KEY ("owner", "extension_id") REFERENCES "round_extension" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_round_extension_subject_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);
