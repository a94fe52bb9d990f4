-- Senders write a report of their own by the round's outline; its signed paper is recorded, and its difficulties are answered one by one.

ALTER TABLE "round" ADD COLUMN "outline_pack_id" INTEGER NULL CONSTRAINT "fk_round_outline_pack_id" REFERENCES "pack" ("id") ON DELETE RESTRICT;

CREATE TABLE "return_text" (
    "owner" INTEGER NOT NULL,
    "return_id" BLOB NOT NULL,
    "section" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "saved_by" BLOB NULL,
    CONSTRAINT "pk_return_text" PRIMARY KEY ("owner", "return_id", "section", "version"),
    CONSTRAINT "fk_return_text_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "return_paper" (
    "owner" INTEGER NOT NULL,
    "return_id" BLOB NOT NULL,
    "version" INTEGER NOT NULL,
    "number" TEXT NULL,
    "signed_on" TEXT NULL,
    "attachment_id" BLOB NULL,
    "recorded_at" TEXT NULL,
    "recorded_by" BLOB NULL,
    "copy_received_on" TEXT NULL,
    "copy_recorded_at" TEXT NULL,
    "copy_recorded_by" BLOB NULL,
    CONSTRAINT "pk_return_paper" PRIMARY KEY ("owner", "return_id", "version"),
    CONSTRAINT "fk_return_paper_owner_attachment_id" FOREIGN KEY ("owner", "attachment_id") REFERENCES "attachment" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_return_paper_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "difficulty" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "return_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "since_version" INTEGER NOT NULL,
    "ended_in" INTEGER NULL,
    "reply" TEXT NULL,
    "answer" TEXT NOT NULL,
    "answered_at" TEXT NULL,
    "answered_by" BLOB NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_difficulty" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_difficulty_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_difficulty_owner_return_id" ON "difficulty" ("owner", "return_id");
