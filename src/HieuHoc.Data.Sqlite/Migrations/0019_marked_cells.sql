-- A return is given back for single cells: these are marked with a reason, and talked about by both sides.

ALTER TABLE "return" ADD COLUMN "marked_version" INTEGER NULL;

CREATE TABLE "cell_mark" (
    "owner" INTEGER NOT NULL,
    "return_id" BLOB NOT NULL,
    "version" INTEGER NOT NULL,
    "cell" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "marked_by" BLOB NULL,
    "marked_at" TEXT NOT NULL,
    "asked_at" TEXT NULL,
    CONSTRAINT "pk_cell_mark" PRIMARY KEY ("owner", "return_id", "version", "cell"),
    CONSTRAINT "fk_cell_mark_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "cell_remark" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "return_id" BLOB NOT NULL,
    "version" INTEGER NOT NULL,
    "cell" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "said_by" BLOB NULL,
    "said_at" TEXT NOT NULL,
    CONSTRAINT "pk_cell_remark" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_cell_remark_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_cell_remark_owner_return_id" ON "cell_remark" ("owner", "return_id");
