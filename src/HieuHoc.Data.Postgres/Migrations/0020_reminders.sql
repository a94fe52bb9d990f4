-- To which address a person gets mails, and of what they were reminded on which day.

CREATE TABLE "mail_address" (
    "owner" smallint NOT NULL,
    "person_id" uuid NOT NULL,
    "address" bytea NOT NULL,
    "language" text NOT NULL,
    CONSTRAINT "pk_mail_address" PRIMARY KEY ("owner", "person_id"),
    CONSTRAINT "fk_mail_address_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "reminder" (
    "owner" smallint NOT NULL,
    "person_id" uuid NOT NULL,
    "return_id" uuid NOT NULL,
    "day" date NOT NULL,
    CONSTRAINT "pk_reminder" PRIMARY KEY ("owner", "person_id", "return_id", "day"),
    CONSTRAINT "fk_reminder_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_reminder_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_reminder_owner_return_id" ON "reminder" ("owner", "return_id");
