-- What agencies report of the tasks of their annual plans in their returns.

CREATE TABLE "task_report" (
    "owner" INTEGER NOT NULL,
    "return_id" BLOB NOT NULL,
    "row_id" BLOB NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "percent" INTEGER NULL,
    "results" TEXT NOT NULL,
    "difficulties" TEXT NOT NULL,
    "proposals" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "saved_by" BLOB NULL,
    CONSTRAINT "pk_task_report" PRIMARY KEY ("owner", "return_id", "row_id", "version"),
    CONSTRAINT "fk_task_report_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_task_report_owner_row_id" FOREIGN KEY ("owner", "row_id") REFERENCES "annual_row" ("owner", "id") ON DELETE RESTRICT
);
