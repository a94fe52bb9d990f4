-- What sample surveys state of an indicator beside what is counted: a version a row, the last one holds.

CREATE TABLE "sample_survey" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "place_id" integer NOT NULL,
    "period_id" integer NOT NULL,
    "indicator" text NOT NULL,
    "number" integer NOT NULL,
    "sample_size" integer NOT NULL,
    "meeting" integer NOT NULL,
    "surveyed_on" date NOT NULL,
    "confidence" integer NOT NULL,
    "low_hundredths" integer NULL,
    "high_hundredths" integer NULL,
    "method" text NOT NULL,
    "source" text NOT NULL,
    "paper" text NOT NULL,
    "reason" text NOT NULL,
    "recorded_by" uuid NULL,
    "recorded_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_sample_survey" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_sample_survey_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_sample_survey_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_sample_survey_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_sample_survey_owner_place_id_period_id_indicator_number" ON "sample_survey" ("owner", "place_id", "period_id", "indicator", "number");
