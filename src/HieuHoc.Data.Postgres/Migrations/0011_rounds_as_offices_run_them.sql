-- A round has a title, says whom reports go to, and can be closed; some of those whom it asks can be given more time. Each form of it, and each
-- return, has a last day in time.

ALTER TABLE "round"
    ADD COLUMN "title" text NULL,
    ADD COLUMN "weekend_rule" text NULL,
    ADD COLUMN "addressee" text NULL,
    ADD COLUMN "copy_to" text NULL,
    ADD COLUMN "channels" text NULL,
    ADD COLUMN "closed_at" timestamp with time zone NULL,
    ADD COLUMN "closed_by" uuid NULL;

UPDATE "round" SET
    "weekend_rule" = 'Strict',
    "title" = COALESCE(
        (SELECT "pack"."content"::jsonb #>> '{title,vi}' FROM "pack" WHERE "pack"."id" = (
            SELECT MIN("form"."form_pack_id") FROM "round_form" AS "form" WHERE "form"."owner" = "round"."owner" AND "form"."round_id" = "round"."id"))
            || ' (' || (SELECT "period"."code" FROM "period" WHERE "period"."id" = "round"."period_id") || ')',
        "round"."code");

ALTER TABLE "round" ALTER COLUMN "title" SET NOT NULL, ALTER COLUMN "weekend_rule" SET NOT NULL;

ALTER TABLE "round_form" ADD COLUMN "due_on" date NULL;

UPDATE "round_form" SET "due_on" = "round"."due_on" FROM "round" WHERE "round"."owner" = "round_form"."owner" AND "round"."id" = "round_form"."round_id";

ALTER TABLE "round_form" ALTER COLUMN "due_on" SET NOT NULL;

ALTER TABLE "return" ADD COLUMN "due_on" date NULL;

UPDATE "return" SET "due_on" = "round"."due_on" FROM "round" WHERE "round"."owner" = "return"."owner" AND "round"."id" = "return"."round_id";

ALTER TABLE "return" ALTER COLUMN "due_on" SET NOT NULL;

CREATE TABLE "round_extension" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "round_id" uuid NOT NULL,
    "decision" text NOT NULL,
    "decided_on" date NOT NULL,
    "reason" text NOT NULL,
    "due_on" date NOT NULL,
    "added_at" timestamp with time zone NOT NULL,
    "added_by" uuid NULL,
    CONSTRAINT "pk_round_extension" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_round_extension_owner_round_id" FOREIGN KEY ("owner", "round_id") REFERENCES "round" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_round_extension_owner_round_id" ON "round_extension" ("owner", "round_id");

CREATE TABLE "round_extension_subject" (
    "owner" smallint NOT NULL,
    "extension_id" uuid NOT NULL,
    "subject_id" integer NOT NULL,
    CONSTRAINT "pk_round_extension_subject" PRIMARY KEY ("owner", "extension_id", "subject_id"),
    CONSTRAINT "fk_round_extension_subject_owner_extension_id" FOREIGN KEY ("owner", "extension_id") REFERENCES "round_extension" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_round_extension_subject_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);
