-- Plan documents that were read, what people decide of their items, and the versions that programmes run by.

CREATE TABLE "plan" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "source" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "document_id" BLOB NULL,
    "revision" INTEGER NOT NULL,
    "read_by" BLOB NULL,
    "read_at" TEXT NOT NULL,
    CONSTRAINT "pk_plan" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_plan_owner_document_id" FOREIGN KEY ("owner", "document_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_plan_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT
);

CREATE TABLE "plan_decision" (
    "owner" INTEGER NOT NULL,
    "plan_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "act" BLOB NOT NULL,
    "item" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "content" TEXT NULL,
    "undoes" INTEGER NULL,
    "decided_by" BLOB NULL,
    "decided_at" TEXT NOT NULL,
    CONSTRAINT "pk_plan_decision" PRIMARY KEY ("owner", "plan_id", "number"),
    CONSTRAINT "fk_plan_decision_owner_plan_id" FOREIGN KEY ("owner", "plan_id") REFERENCES "plan" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "plan_version" (
    "owner" INTEGER NOT NULL,
    "plan_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "confirmed_by" BLOB NULL,
    "confirmed_at" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "pk_plan_version" PRIMARY KEY ("owner", "plan_id", "number"),
    CONSTRAINT "fk_plan_version_owner_plan_id" FOREIGN KEY ("owner", "plan_id") REFERENCES "plan" ("owner", "id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_plan_decision_owner_plan_id_act_item" ON "plan_decision" ("owner", "plan_id", "act", "item");
