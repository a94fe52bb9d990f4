ALTER TABLE "authenticator" ADD COLUMN "next_secret" BLOB NULL;

CREATE TABLE "passkey" (
    "owner" INTEGER NOT NULL,
    "person_id" BLOB NOT NULL,
    "credential_id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" BLOB NOT NULL,
    "sign_count" INTEGER NOT NULL,
    "is_backup_eligible" INTEGER NOT NULL,
    "is_backed_up" INTEGER NOT NULL,
    "added_at" TEXT NOT NULL,
    "used_at" TEXT NULL,
    CONSTRAINT "pk_passkey" PRIMARY KEY ("owner", "person_id", "credential_id"),
    CONSTRAINT "fk_passkey_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_passkey_credential_id" ON "passkey" ("credential_id");
