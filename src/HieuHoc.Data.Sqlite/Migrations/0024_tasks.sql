-- The tasks of the programme, the annual plans that agencies draw up from them, and what they say of how far they have come.

CREATE TABLE "programme_task" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "text" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "plan_id" BLOB NULL,
    "clause" TEXT NOT NULL,
    "from_year" INTEGER NOT NULL,
    "to_year" INTEGER NOT NULL,
    "recurrence" TEXT NOT NULL,
    "deliverable" TEXT NOT NULL,
    "due_on" TEXT NULL,
    "due_month" INTEGER NULL,
    "due_day" INTEGER NULL,
    "made_by" BLOB NULL,
    "made_at" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_programme_task" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_programme_task_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_programme_task_owner_plan_id" FOREIGN KEY ("owner", "plan_id") REFERENCES "plan" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "task_agency" (
    "owner" INTEGER NOT NULL,
    "task_id" BLOB NOT NULL,
    "agency_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "named_as" TEXT NOT NULL,
    "acting_id" INTEGER NULL,
    CONSTRAINT "pk_task_agency" PRIMARY KEY ("owner", "task_id", "agency_id", "role"),
    CONSTRAINT "fk_task_agency_acting_id" FOREIGN KEY ("acting_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_task_agency_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_task_agency_owner_task_id" FOREIGN KEY ("owner", "task_id") REFERENCES "programme_task" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "task_source" (
    "owner" INTEGER NOT NULL,
    "plan_id" BLOB NOT NULL,
    "item" TEXT NOT NULL,
    "task_id" BLOB NOT NULL,
    CONSTRAINT "pk_task_source" PRIMARY KEY ("owner", "plan_id", "item"),
    CONSTRAINT "fk_task_source_owner_plan_id" FOREIGN KEY ("owner", "plan_id") REFERENCES "plan" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_task_source_owner_task_id" FOREIGN KEY ("owner", "task_id") REFERENCES "programme_task" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "annual_row" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "agency_id" INTEGER NOT NULL,
    "acting_id" INTEGER NULL,
    "year" INTEGER NOT NULL,
    "task_id" BLOB NULL,
    "text" TEXT NOT NULL,
    "deliverable" TEXT NOT NULL,
    "due_on" TEXT NULL,
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "edited" INTEGER NOT NULL,
    "drop_reason" TEXT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_annual_row" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_annual_row_acting_id" FOREIGN KEY ("acting_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_annual_row_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_annual_row_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_annual_row_owner_task_id" FOREIGN KEY ("owner", "task_id") REFERENCES "programme_task" ("owner", "id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_annual_row_owner_agency_id_year_task_id" ON "annual_row" ("owner", "agency_id", "year", "task_id");

CREATE INDEX "ix_annual_row_owner_year" ON "annual_row" ("owner", "year");

CREATE TABLE "row_progress" (
    "owner" INTEGER NOT NULL,
    "row_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "act" BLOB NOT NULL,
    "state" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "acted_on" TEXT NOT NULL,
    "said_by" BLOB NULL,
    "said_at" TEXT NOT NULL,
    CONSTRAINT "pk_row_progress" PRIMARY KEY ("owner", "row_id", "number"),
    CONSTRAINT "fk_row_progress_owner_row_id" FOREIGN KEY ("owner", "row_id") REFERENCES "annual_row" ("owner", "id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_row_progress_owner_row_id_act" ON "row_progress" ("owner", "row_id", "act");
