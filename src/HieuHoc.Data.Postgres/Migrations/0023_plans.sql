-- Plan documents that were read, what people decide of their items, and the versions that programmes run by.

CREATE TABLE "plan" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "source" text NOT NULL,
    "text" text NOT NULL,
    "reading" text NOT NULL,
    "state" text NOT NULL,
    "document_id" uuid NULL,
    "revision" integer NOT NULL,
    "read_by" uuid NULL,
    "read_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_plan" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_plan_owner_document_id" FOREIGN KEY ("owner", "document_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_plan_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT
);

CREATE TABLE "plan_decision" (
    "owner" smallint NOT NULL,
    "plan_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "act" uuid NOT NULL,
    "item" text NOT NULL,
    "verdict" text NOT NULL,
    "content" text NULL,
    "undoes" integer NULL,
    "decided_by" uuid NULL,
    "decided_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_plan_decision" PRIMARY KEY ("owner", "plan_id", "number"),
    CONSTRAINT "fk_plan_decision_owner_plan_id" FOREIGN KEY ("owner", "plan_id") REFERENCES "plan" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "plan_version" (
    "owner" smallint NOT NULL,
    "plan_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "content" text NOT NULL,
    "confirmed_by" uuid NULL,
    "confirmed_at" timestamp with time zone NOT NULL,
    "reason" text NOT NULL,
    CONSTRAINT "pk_plan_version" PRIMARY KEY ("owner", "plan_id", "number"),
    CONSTRAINT "fk_plan_version_owner_plan_id" FOREIGN KEY ("owner", "plan_id") REFERENCES "plan" ("owner", "id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_plan_decision_owner_plan_id_act_item" ON "plan_decision" ("owner", "plan_id", "act", "item");
