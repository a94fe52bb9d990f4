-- Rounds of budget requests with every step of each request; what was allocated and spent; fund books.

CREATE TABLE "budget_round" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "year" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "opened_by" BLOB NULL,
    "opened_at" TEXT NOT NULL,
    CONSTRAINT "pk_budget_round" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_budget_round_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_budget_round_owner_year" ON "budget_round" ("owner", "year");

CREATE TABLE "budget_request" (
    "owner" INTEGER NOT NULL,
    "round_id" BLOB NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "reason" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_budget_request" PRIMARY KEY ("owner", "round_id", "subject_id"),
    CONSTRAINT "fk_budget_request_owner_round_id" FOREIGN KEY ("owner", "round_id") REFERENCES "budget_round" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_request_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE TABLE "budget_request_step" (
    "owner" INTEGER NOT NULL,
    "round_id" BLOB NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "taken_by" BLOB NULL,
    "taken_at" TEXT NOT NULL,
    CONSTRAINT "pk_budget_request_step" PRIMARY KEY ("owner", "round_id", "subject_id", "revision"),
    CONSTRAINT "fk_budget_request_step_owner_round_id_subject_id" FOREIGN KEY ("owner", "round_id", "subject_id") REFERENCES "budget_request" ("owner", "round_id", "subject_id") ON DELETE RESTRICT
);

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
    "corrects" BLOB NULL,
    "reason" TEXT NOT NULL,
    "written_by" BLOB NULL,
    "written_at" TEXT NOT NULL,
    CONSTRAINT "pk_budget_entry" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_budget_entry_owner_corrects" FOREIGN KEY ("owner", "corrects") REFERENCES "budget_entry" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_owner_document_id" FOREIGN KEY ("owner", "document_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_budget_entry_owner_subject_id_year" ON "budget_entry" ("owner", "subject_id", "year");
CREATE UNIQUE INDEX "ux_budget_entry_owner_corrects" ON "budget_entry" ("owner", "corrects");

CREATE TABLE "study_fund" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "enterprise" TEXT NOT NULL,
    "opened_by" BLOB NULL,
    "opened_at" TEXT NOT NULL,
    CONSTRAINT "pk_study_fund" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_study_fund_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_study_fund_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_study_fund_owner_subject_id_name" ON "study_fund" ("owner", "subject_id", "name");

CREATE TABLE "fund_entry" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "fund_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "amount" INTEGER NULL,
    "day" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "giver" TEXT NOT NULL,
    "purpose" TEXT NULL,
    "group" TEXT NULL,
    "group_words" TEXT NOT NULL,
    "learners" INTEGER NULL,
    "corrects" BLOB NULL,
    "reason" TEXT NOT NULL,
    "written_by" BLOB NULL,
    "written_at" TEXT NOT NULL,
    CONSTRAINT "pk_fund_entry" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_fund_entry_owner_corrects" FOREIGN KEY ("owner", "corrects") REFERENCES "fund_entry" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_fund_entry_owner_fund_id" FOREIGN KEY ("owner", "fund_id") REFERENCES "study_fund" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_fund_entry_owner_fund_id" ON "fund_entry" ("owner", "fund_id");
CREATE UNIQUE INDEX "ux_fund_entry_owner_corrects" ON "fund_entry" ("owner", "corrects");
