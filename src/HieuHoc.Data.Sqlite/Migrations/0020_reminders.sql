-- To which address a person gets mails, and of what they were reminded on which day.

CREATE TABLE "mail_address" (
    "owner" INTEGER NOT NULL,
    "person_id" BLOB NOT NULL,
    "address" BLOB NOT NULL,
    "language" TEXT NOT NULL,
    CONSTRAINT "pk_mail_address" PRIMARY KEY ("owner", "person_id"),
    CONSTRAINT "fk_mail_address_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "reminder" (
    "owner" INTEGER NOT NULL,
    "person_id" BLOB NOT NULL,
    "return_id" BLOB NOT NULL,
    "day" TEXT NOT NULL,
    CONSTRAINT "pk_reminder" PRIMARY KEY ("owner", "person_id", "return_id", "day"),
    CONSTRAINT "fk_reminder_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_reminder_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_reminder_owner_return_id" ON "reminder" ("owner", "return_id");
