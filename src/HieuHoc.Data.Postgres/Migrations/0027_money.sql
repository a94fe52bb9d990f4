-- Rounds of budget requests with every step of each request; what was allocated and spent; fund books.

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

CREATE TABLE "budget_entry" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "kind" text NOT NULL,
    "subject_id" integer NOT NULL,
    "year" integer NOT NULL,
    "source" text NOT NULL,
    "amount" bigint NOT NULL,
    "day" date NOT NULL,
    "what" text NOT NULL,
    "number" text NOT NULL,
    "document_id" uuid NULL,
    "corrects" uuid NULL,
    "reason" text NOT NULL,
    "written_by" uuid NULL,
    "written_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_budget_entry" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_budget_entry_owner_corrects" FOREIGN KEY ("owner", "corrects") REFERENCES "budget_entry" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_owner_document_id" FOREIGN KEY ("owner", "document_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_budget_entry_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_budget_entry_owner_subject_id_year" ON "budget_entry" ("owner", "subject_id", "year");
CREATE UNIQUE INDEX "ux_budget_entry_owner_corrects" ON "budget_entry" ("owner", "corrects");

CREATE TABLE "study_fund" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "subject_id" integer NOT NULL,
    "name" text NOT NULL,
    "enterprise" text NOT NULL,
    "opened_by" uuid NULL,
    "opened_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_study_fund" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_study_fund_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_study_fund_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_study_fund_owner_subject_id_name" ON "study_fund" ("owner", "subject_id", "name");

CREATE TABLE "fund_entry" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "fund_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "form" text NOT NULL,
    "amount" bigint NULL,
    "day" date NOT NULL,
    "what" text NOT NULL,
    "giver" text NOT NULL,
    "purpose" text NULL,
    "group" text NULL,
    "group_words" text NOT NULL,
    "learners" integer NULL,
    "corrects" uuid NULL,
    "reason" text NOT NULL,
    "written_by" uuid NULL,
    "written_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_fund_entry" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_fund_entry_owner_corrects" FOREIGN KEY ("owner", "corrects") REFERENCES "fund_entry" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_fund_entry_owner_fund_id" FOREIGN KEY ("owner", "fund_id") REFERENCES "study_fund" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_fund_entry_owner_fund_id" ON "fund_entry" ("owner", "fund_id");
CREATE UNIQUE INDEX "ux_fund_entry_owner_corrects" ON "fund_entry" ("owner", "corrects");
