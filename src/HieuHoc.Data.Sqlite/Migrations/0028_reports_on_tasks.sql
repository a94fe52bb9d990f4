-- What agencies report of the tasks of their annual plans in their returns, and for which task money was given and spent.

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

-- A line of a budget may name the task that it is for.
DROP INDEX "ix_budget_entry_owner_subject_id_year";
DROP INDEX "ux_budget_entry_owner_corrects";
ALTER TABLE "budget_entry" RENAME TO "budget_entry_before";

CREATE TABLE "budget_entry" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "document_id" BLOB NULL,
    "task_id" BLOB NULL,
    "corrects" BLOB NULL,
    "reason" TEXT NOT NULL,
    "written_by" BLOB NULL,
    "written_at" TEXT NOT NULL,
    CONSTRAINT "pk_budget_entry" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_budget_entry_owner_corrects" FOREIGN KEY ("owner", "corrects") REFERENCES "budget_entry" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_owner_document_id" FOREIGN KEY ("owner", "document_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_owner_task_id" FOREIGN KEY ("owner", "task_id") REFERENCES "programme_task" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

INSERT INTO "budget_entry" ("owner", "id", "kind", "subject_id", "year", "source", "amount", "day", "what", "number", "document_id", "corrects", "reason", "written_by", "written_at")
SELECT "owner", "id", "kind", "subject_id", "year", "source", "amount", "day", "what", "number", "document_id", "corrects", "reason", "written_by", "written_at"
FROM "budget_entry_before";

-- What a line corrects must not keep the old table from going.
UPDATE "budget_entry_before" SET "corrects" = NULL;
DROP TABLE "budget_entry_before";

CREATE INDEX "ix_budget_entry_owner_subject_id_year" ON "budget_entry" ("owner", "subject_id", "year");
CREATE INDEX "ix_budget_entry_owner_task_id" ON "budget_entry" ("owner", "task_id");
CREATE UNIQUE INDEX "ux_budget_entry_owner_corrects" ON "budget_entry" ("owner", "corrects");
