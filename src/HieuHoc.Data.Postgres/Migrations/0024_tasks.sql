-- The tasks of the programme, the annual plans that agencies draw up from them, and what they say of how far they have come.

CREATE TABLE "programme_task" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "text" text NOT NULL,
    "division" text NOT NULL,
    "plan_id" uuid NULL,
    "clause" text NOT NULL,
    "from_year" integer NOT NULL,
    "to_year" integer NOT NULL,
    "recurrence" text NOT NULL,
    "deliverable" text NOT NULL,
    "due_on" date NULL,
    "due_month" integer NULL,
    "due_day" integer NULL,
    "made_by" uuid NULL,
    "made_at" timestamp with time zone NOT NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_programme_task" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_programme_task_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_programme_task_owner_plan_id" FOREIGN KEY ("owner", "plan_id") REFERENCES "plan" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "task_agency" (
    "owner" smallint NOT NULL,
    "task_id" uuid NOT NULL,
    "agency_id" integer NOT NULL,
    "role" text NOT NULL,
    "named_as" text NOT NULL,
    "acting_id" integer NULL,
    CONSTRAINT "pk_task_agency" PRIMARY KEY ("owner", "task_id", "agency_id", "role"),
    CONSTRAINT "fk_task_agency_acting_id" FOREIGN KEY ("acting_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_task_agency_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_task_agency_owner_task_id" FOREIGN KEY ("owner", "task_id") REFERENCES "programme_task" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "task_source" (
    "owner" smallint NOT NULL,
    "plan_id" uuid NOT NULL,
    "item" text NOT NULL,
    "task_id" uuid NOT NULL,
    CONSTRAINT "pk_task_source" PRIMARY KEY ("owner", "plan_id", "item"),
    CONSTRAINT "fk_task_source_owner_plan_id" FOREIGN KEY ("owner", "plan_id") REFERENCES "plan" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_task_source_owner_task_id" FOREIGN KEY ("owner", "task_id") REFERENCES "programme_task" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "annual_row" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "agency_id" integer NOT NULL,
    "acting_id" integer NULL,
    "year" integer NOT NULL,
    "task_id" uuid NULL,
    "text" text NOT NULL,
    "deliverable" text NOT NULL,
    "due_on" date NULL,
    "note" text NOT NULL,
    "state" text NOT NULL,
    "edited" boolean NOT NULL,
    "drop_reason" text NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_annual_row" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_annual_row_acting_id" FOREIGN KEY ("acting_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_annual_row_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_annual_row_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_annual_row_owner_task_id" FOREIGN KEY ("owner", "task_id") REFERENCES "programme_task" ("owner", "id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_annual_row_owner_agency_id_year_task_id" ON "annual_row" ("owner", "agency_id", "year", "task_id");

CREATE INDEX "ix_annual_row_owner_year" ON "annual_row" ("owner", "year");

CREATE TABLE "row_progress" (
    "owner" smallint NOT NULL,
    "row_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "act" uuid NOT NULL,
    "state" text NOT NULL,
    "words" text NOT NULL,
    "acted_on" date NOT NULL,
    "said_by" uuid NULL,
    "said_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_row_progress" PRIMARY KEY ("owner", "row_id", "number"),
    CONSTRAINT "fk_row_progress_owner_row_id" FOREIGN KEY ("owner", "row_id") REFERENCES "annual_row" ("owner", "id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_row_progress_owner_row_id_act" ON "row_progress" ("owner", "row_id", "act");
