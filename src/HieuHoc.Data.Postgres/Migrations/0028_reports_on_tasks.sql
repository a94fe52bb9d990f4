-- What agencies report of the tasks of their annual plans in their returns, and for which task money was given and spent.

CREATE TABLE "task_report" (
    "owner" smallint NOT NULL,
    "return_id" uuid NOT NULL,
    "row_id" uuid NOT NULL,
    "version" integer NOT NULL,
    "state" text NOT NULL,
    "percent" integer NULL,
    "results" text NOT NULL,
    "difficulties" text NOT NULL,
    "proposals" text NOT NULL,
    "saved_at" timestamp with time zone NOT NULL,
    "saved_by" uuid NULL,
    CONSTRAINT "pk_task_report" PRIMARY KEY ("owner", "return_id", "row_id", "version"),
    CONSTRAINT "fk_task_report_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_task_report_owner_row_id" FOREIGN KEY ("owner", "row_id") REFERENCES "annual_row" ("owner", "id") ON DELETE RESTRICT
);

-- A line of a budget may name the task that it is for.
ALTER TABLE "budget_entry" ADD COLUMN "task_id" uuid NULL;
ALTER TABLE "budget_entry" ADD CONSTRAINT "fk_budget_entry_owner_task_id" FOREIGN KEY ("owner", "task_id") REFERENCES "programme_task" ("owner", "id") ON DELETE RESTRICT;
CREATE INDEX "ix_budget_entry_owner_task_id" ON "budget_entry" ("owner", "task_id");
