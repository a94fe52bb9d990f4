CREATE TABLE "figure_source" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "version" INTEGER NOT NULL,
    "producer" TEXT NOT NULL,
    "confirmed_at" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    CONSTRAINT "pk_figure_source" PRIMARY KEY ("owner", "id", "version")
) WITHOUT ROWID;

CREATE TABLE "superseded_figure" (
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
    CONSTRAINT "pk_superseded_figure" PRIMARY KEY ("owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id", "source_version")
) WITHOUT ROWID;

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
    CONSTRAINT "pk_staged_figure" PRIMARY KEY ("owner", "run_id", "element_id", "period_id", "subject_id", "breakdown_id")
) WITHOUT ROWID;

-- Until now every figure came from a return and was counted.
INSERT INTO "figure_source" ("owner", "id", "version", "producer", "confirmed_at", "title", "reason", "digest")
SELECT DISTINCT "figure"."owner", "figure"."source_id", "figure"."source_version", 'Return', "return"."confirmed_at", '', '', ''
FROM "figure"
JOIN "return" ON "return"."owner" = "figure"."owner" AND "return"."id" = "figure"."source_id"
WHERE "return"."confirmed_at" IS NOT NULL;

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
    CONSTRAINT "pk_figure" PRIMARY KEY ("owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id"),
    CONSTRAINT "fk_figure_breakdown_id" FOREIGN KEY ("breakdown_id") REFERENCES "breakdown" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_figure_element_id" FOREIGN KEY ("element_id") REFERENCES "element" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_figure_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_figure_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

INSERT INTO "figure_new"
SELECT "owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id", "source_version", "standing", "value", 0,
    coalesce(
        (
            SELECT "place_parent"."parent_id"
            FROM "place"
            JOIN "place_parent" ON "place_parent"."place_id" = "place"."id"
            JOIN "period" ON "period"."id" = "figure"."period_id"
            WHERE "place"."id" = "figure"."subject_id" AND "place"."level" = 'Village' AND "place_parent"."valid_from" <= "period"."last_day"
            ORDER BY "place_parent"."valid_from" DESC
            LIMIT 1
        ),
        "subject_id")
FROM "figure";

DROP TABLE "figure";

ALTER TABLE "figure_new" RENAME TO "figure";

CREATE INDEX "ix_figure_owner_source_id" ON "figure" ("owner", "source_id");

CREATE TABLE "roll_up_new" (
    "owner" INTEGER NOT NULL,
    "element_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "standing" INTEGER NOT NULL,
    "sum" INTEGER NOT NULL,
    "reported" INTEGER NOT NULL,
    CONSTRAINT "pk_roll_up" PRIMARY KEY ("owner", "element_id", "period_id", "subject_id", "breakdown_id", "standing"),
    CONSTRAINT "fk_roll_up_breakdown_id" FOREIGN KEY ("breakdown_id") REFERENCES "breakdown" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_roll_up_element_id" FOREIGN KEY ("element_id") REFERENCES "element" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_roll_up_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_roll_up_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

INSERT INTO "roll_up_new"
SELECT "owner", "element_id", "period_id", "subject_id", "breakdown_id", 0, "sum", "reported" FROM "roll_up";

DROP TABLE "roll_up";

ALTER TABLE "roll_up_new" RENAME TO "roll_up";
