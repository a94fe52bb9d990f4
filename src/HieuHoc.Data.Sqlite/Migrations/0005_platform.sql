-- The key ring's checks, jobs, the seals of the audit, attachments and mails.

CREATE TABLE "key_check" (
    "key_id" INTEGER NOT NULL CONSTRAINT "pk_key_check" PRIMARY KEY,
    "known_text" BLOB NOT NULL,
    "added_at" TEXT NOT NULL
);
