-- A report upward is a record: its versions, what was written in its sections, and since when it is locked. Its files are attachments.

CREATE TABLE "report" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "programme" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "writer" TEXT NOT NULL,
    "place_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "boundaries" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "created_by" BLOB NULL,
    "created_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "locked_at" TEXT NULL,
    "locked_by" BLOB NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_report" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_report_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_report_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_report_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_report_owner_programme_variant_period_id_number" ON "report" ("owner", "programme", "variant", "period_id", "number");

CREATE TABLE "report_text" (
    "owner" INTEGER NOT NULL,
    "report_id" BLOB NOT NULL,
    "section" TEXT NOT NULL,
    "text" TEXT NULL,
    "seen" TEXT NOT NULL,
    "written_by" BLOB NULL,
    "written_at" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_report_text" PRIMARY KEY ("owner", "report_id", "section"),
    CONSTRAINT "fk_report_text_owner_report_id" FOREIGN KEY ("owner", "report_id") REFERENCES "report" ("owner", "id") ON DELETE RESTRICT
);
