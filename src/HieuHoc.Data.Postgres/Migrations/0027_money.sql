-- Rounds of budget requests, and every step of each request with its lines.

CREATE TABLE "budget_round" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "year" integer NOT NULL,
    "due_on" date NOT NULL,
    "opened_by" uuid NULL,
    "opened_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_budget_round" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_budget_round_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_budget_round_owner_year" ON "budget_round" ("owner", "year");

CREATE TABLE "budget_request" (
    "owner" smallint NOT NULL,
    "round_id" uuid NOT NULL,
    "subject_id" integer NOT NULL,
    "state" text NOT NULL,
    "lines" text NOT NULL,
    "sent_at" timestamp with time zone NULL,
    "reason" text NOT NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_budget_request" PRIMARY KEY ("owner", "round_id", "subject_id"),
    CONSTRAINT "fk_budget_request_owner_round_id" FOREIGN KEY ("owner", "round_id") REFERENCES "budget_round" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_request_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE TABLE "budget_request_step" (
    "owner" smallint NOT NULL,
    "round_id" uuid NOT NULL,
    "subject_id" integer NOT NULL,
    "revision" integer NOT NULL,
    "state" text NOT NULL,
    "lines" text NOT NULL,
    "reason" text NOT NULL,
    "taken_by" uuid NULL,
    "taken_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_budget_request_step" PRIMARY KEY ("owner", "round_id", "subject_id", "revision"),
    CONSTRAINT "fk_budget_request_step_owner_round_id_subject_id" FOREIGN KEY ("owner", "round_id", "subject_id") REFERENCES "budget_request" ("owner", "round_id", "subject_id") ON DELETE RESTRICT
);
