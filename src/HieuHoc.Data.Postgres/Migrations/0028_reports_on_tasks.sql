-- What agencies report of the tasks of their annual plans in their returns.

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
