-- A round has a title and says whom reports go to; each form of it, and each return, has a last day in time.

ALTER TABLE "round"
    ADD COLUMN "title" text NULL,
    ADD COLUMN "weekend_rule" text NULL,
    ADD COLUMN "addressee" text NULL,
    ADD COLUMN "copy_to" text NULL,
    ADD COLUMN "channels" text NULL;

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
