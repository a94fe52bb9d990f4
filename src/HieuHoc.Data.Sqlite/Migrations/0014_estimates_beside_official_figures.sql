-- One source may say of the same thing what there is to the cut-off and what the whole year is estimated at: how final a figure is belongs to its key.

CREATE TABLE "figure_new" (
    "owner" INTEGER NOT NULL,
    "element_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "source_id" BLOB NOT NULL,
    "source_version" INTEGER NOT NULL,
    "standing" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "stated" INTEGER NOT NULL,
    "roll_up_subject_id" INTEGER NOT NULL,
    CONSTRAINT "pk_figure" PRIMARY KEY ("owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id", "standing"),
    CONSTRAINT "fk_figure_breakdown_id" FOREIGN KEY ("breakdown_id") REFERENCES "breakdown" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_figure_element_id" FOREIGN KEY ("element_id") REFERENCES "element" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_figure_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_figure_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

INSERT INTO "figure_new" (
    "owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id", "source_version", "standing", "value", "stated", "roll_up_subject_id")
SELECT "owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id", "source_version", "standing", "value", "stated", "roll_up_subject_id"
FROM "figure";

DROP TABLE "figure";

ALTER TABLE "figure_new" RENAME TO "figure";

CREATE INDEX "ix_figure_owner_source_id" ON "figure" ("owner", "source_id");

CREATE TABLE "superseded_figure_new" (
    "owner" INTEGER NOT NULL,
    "element_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "source_id" BLOB NOT NULL,
    "source_version" INTEGER NOT NULL,
    "standing" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "stated" INTEGER NOT NULL,
    "roll_up_subject_id" INTEGER NOT NULL,
    "superseded_at" TEXT NOT NULL,
    CONSTRAINT "pk_superseded_figure" PRIMARY KEY ("owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id", "source_version", "standing")
) WITHOUT ROWID;

INSERT INTO "superseded_figure_new" (
    "owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id", "source_version", "standing", "value", "stated", "roll_up_subject_id",
    "superseded_at")
SELECT "owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id", "source_version", "standing", "value", "stated", "roll_up_subject_id",
    "superseded_at"
FROM "superseded_figure";

DROP TABLE "superseded_figure";

ALTER TABLE "superseded_figure_new" RENAME TO "superseded_figure";

-- What a stopped import left would be swept within a day.
DROP TABLE "staged_figure";

CREATE TABLE "staged_figure" (
    "owner" INTEGER NOT NULL,
    "run_id" BLOB NOT NULL,
    "element_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "standing" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "stated" INTEGER NOT NULL,
    "roll_up_subject_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    CONSTRAINT "pk_staged_figure" PRIMARY KEY ("owner", "run_id", "element_id", "period_id", "subject_id", "breakdown_id", "standing")
) WITHOUT ROWID;
