-- Pilots with their places, what they are judged by, and what was decided of them. Difficulties are raised outside returns too, and
-- say on which way they went.

CREATE TABLE "pilot" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "name" text NOT NULL,
    "model" text NOT NULL,
    "document_number" text NOT NULL,
    "document_day" date NULL,
    "first_day" date NOT NULL,
    "last_day" date NOT NULL,
    "lead_id" integer NOT NULL,
    "state" text NOT NULL,
    "reason" text NOT NULL,
    "made_by" uuid NULL,
    "made_at" timestamp with time zone NOT NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_pilot" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_pilot_lead_id" FOREIGN KEY ("lead_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_pilot_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT
);

CREATE TABLE "pilot_area" (
    "owner" smallint NOT NULL,
    "pilot_id" uuid NOT NULL,
    "place_id" integer NOT NULL,
    CONSTRAINT "pk_pilot_area" PRIMARY KEY ("owner", "pilot_id", "place_id"),
    CONSTRAINT "fk_pilot_area_owner_pilot_id" FOREIGN KEY ("owner", "pilot_id") REFERENCES "pilot" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_pilot_area_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "pilot_measure" (
    "owner" smallint NOT NULL,
    "pilot_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "number" integer NOT NULL,
    "indicator" text NULL,
    "name" text NOT NULL,
    "unit" text NOT NULL,
    "baseline_on" date NOT NULL,
    "with_province" boolean NOT NULL,
    CONSTRAINT "pk_pilot_measure" PRIMARY KEY ("owner", "pilot_id", "id"),
    CONSTRAINT "fk_pilot_measure_owner_pilot_id" FOREIGN KEY ("owner", "pilot_id") REFERENCES "pilot" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "pilot_value" (
    "owner" smallint NOT NULL,
    "pilot_id" uuid NOT NULL,
    "measure_id" uuid NOT NULL,
    "evaluation" integer NOT NULL,
    "place_id" integer NOT NULL,
    "read_of" integer NOT NULL,
    "millionths" bigint NOT NULL,
    "source" text NOT NULL,
    CONSTRAINT "pk_pilot_value" PRIMARY KEY ("owner", "pilot_id", "measure_id", "evaluation", "place_id"),
    CONSTRAINT "fk_pilot_value_owner_pilot_id_measure_id" FOREIGN KEY ("owner", "pilot_id", "measure_id") REFERENCES "pilot_measure" ("owner", "pilot_id", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_pilot_value_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_pilot_value_read_of" FOREIGN KEY ("read_of") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "pilot_evaluation" (
    "owner" smallint NOT NULL,
    "pilot_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "number" integer NOT NULL,
    "evaluated_on" date NOT NULL,
    "findings" text NOT NULL,
    "decide_by" date NULL,
    "evaluated_by" uuid NULL,
    "evaluated_at" timestamp with time zone NOT NULL,
    "decision" text NULL,
    "decision_number" text NOT NULL,
    "decided_on" date NULL,
    "where_to" text NOT NULL,
    "goes_on_until" date NULL,
    CONSTRAINT "pk_pilot_evaluation" PRIMARY KEY ("owner", "pilot_id", "number"),
    CONSTRAINT "fk_pilot_evaluation_owner_pilot_id" FOREIGN KEY ("owner", "pilot_id") REFERENCES "pilot" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_pilot_area_owner_place_id" ON "pilot_area" ("owner", "place_id");

ALTER TABLE "difficulty" ALTER COLUMN "return_id" DROP NOT NULL;

ALTER TABLE "difficulty"
    ADD COLUMN "subject_id" integer NULL,
    ADD COLUMN "about" text NULL,
    ADD COLUMN "about_record" text NOT NULL DEFAULT '',
    ADD COLUMN "about_words" text NOT NULL DEFAULT '',
    ADD COLUMN "raised_by" uuid NULL,
    ADD COLUMN "raised_at" timestamp with time zone NULL,
    ADD COLUMN "forwarded_to" text NULL,
    ADD COLUMN "forwarded_at" timestamp with time zone NULL,
    ADD COLUMN "forward_remark" text NOT NULL DEFAULT '',
    ADD COLUMN "closed_at" timestamp with time zone NULL,
    ADD COLUMN "closed_by" uuid NULL,
    ADD CONSTRAINT "fk_difficulty_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT;

ALTER TABLE "difficulty"
    ALTER COLUMN "about_record" DROP DEFAULT,
    ALTER COLUMN "about_words" DROP DEFAULT,
    ALTER COLUMN "forward_remark" DROP DEFAULT;

UPDATE "difficulty" SET "forwarded_to" = 'PeoplesCommittee', "forwarded_at" = "answered_at", "forward_remark" = "answer" WHERE "reply" = 'Forwarded';

CREATE INDEX "ix_difficulty_owner_subject_id" ON "difficulty" ("owner", "subject_id");
