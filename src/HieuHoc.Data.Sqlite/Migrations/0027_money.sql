-- Rounds of budget requests, and every step of each request with its lines.

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
