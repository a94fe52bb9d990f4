-- Why a figure that looks odd is right, from a version of the return on: beside a cell, or for a whole section.

CREATE TABLE "return_reason" (
    "owner" INTEGER NOT NULL,
    "return_id" BLOB NOT NULL,
    "code" TEXT NOT NULL,
    "cell" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ready" TEXT NULL,
    "text" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "given_at" TEXT NOT NULL,
    "given_by" BLOB NULL,
    CONSTRAINT "pk_return_reason" PRIMARY KEY ("owner", "return_id", "code", "cell", "version"),
    CONSTRAINT "fk_return_reason_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);
