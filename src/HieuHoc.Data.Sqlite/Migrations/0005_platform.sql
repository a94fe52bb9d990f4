-- The key ring's checks, jobs, the seals of the audit, attachments and mails.

CREATE TABLE "key_check" (
    "key_id" INTEGER NOT NULL CONSTRAINT "pk_key_check" PRIMARY KEY,
    "known_text" BLOB NOT NULL,
    "added_at" TEXT NOT NULL
);

CREATE TABLE "job" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "args" TEXT NOT NULL,
    "dedupe_key" TEXT NULL,
    "run_after" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "lease" BLOB NULL,
    "lease_until" TEXT NULL,
    "progress" INTEGER NOT NULL,
    "said" TEXT NULL,
    "result" TEXT NULL,
    "cancel_asked" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "created_by" BLOB NULL,
    "created_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_job" PRIMARY KEY ("owner", "id")
);

CREATE UNIQUE INDEX "ux_job_owner_kind_dedupe_key" ON "job" ("owner", "kind", "dedupe_key");

CREATE INDEX "ix_job_owner_state_run_after" ON "job" ("owner", "state", "run_after");

CREATE TABLE "audit_seal" (
    "owner" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "rows" BLOB NOT NULL,
    "first_at" TEXT NOT NULL,
    "last_at" TEXT NOT NULL,
    "complete_at" TEXT NULL,
    "sealed_at" TEXT NOT NULL,
    "key_id" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "pk_audit_seal" PRIMARY KEY ("owner", "number")
);

CREATE TABLE "audit_unsealed" (
    "owner" INTEGER NOT NULL,
    "entry_id" BLOB NOT NULL,
    CONSTRAINT "pk_audit_unsealed" PRIMARY KEY ("owner", "entry_id")
);

CREATE TABLE "audit_salt" (
    "owner" INTEGER NOT NULL,
    "record" TEXT NOT NULL,
    "salt" BLOB NOT NULL,
    CONSTRAINT "pk_audit_salt" PRIMARY KEY ("owner", "record")
);

INSERT INTO "audit_unsealed" ("owner", "entry_id") SELECT "owner", "id" FROM "audit_entry";

CREATE TABLE "attachment" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "added_by" BLOB NULL,
    "added_at" TEXT NOT NULL,
    "ended_by" BLOB NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_attachment" PRIMARY KEY ("owner", "id")
);

CREATE INDEX "ix_attachment_owner_kind_record" ON "attachment" ("owner", "kind", "record");

CREATE INDEX "ix_attachment_owner_sha256" ON "attachment" ("owner", "sha256");

CREATE TABLE "outgoing_mail" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" BLOB NOT NULL,
    "state" TEXT NOT NULL,
    "added_at" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    CONSTRAINT "pk_outgoing_mail" PRIMARY KEY ("owner", "id")
);

CREATE INDEX "ix_outgoing_mail_owner_state_added_at" ON "outgoing_mail" ("owner", "state", "added_at");
