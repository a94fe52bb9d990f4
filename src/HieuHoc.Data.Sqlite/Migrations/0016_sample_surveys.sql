-- What sample surveys state of an indicator beside what is counted: a version a row, the last one holds.

CREATE TABLE "sample_survey" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "place_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "indicator" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sample_size" INTEGER NOT NULL,
    "meeting" INTEGER NOT NULL,
    "surveyed_on" TEXT NOT NULL,
    "confidence" INTEGER NOT NULL,
    "low_hundredths" INTEGER NULL,
    "high_hundredths" INTEGER NULL,
    "method" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by" BLOB NULL,
    "recorded_at" TEXT NOT NULL,
    CONSTRAINT "pk_sample_survey" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_sample_survey_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_sample_survey_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_sample_survey_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_sample_survey_owner_place_id_period_id_indicator_number" ON "sample_survey" ("owner", "place_id", "period_id", "indicator", "number");
