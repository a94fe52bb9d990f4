ALTER TABLE "person" ADD COLUMN "one_time_since" TEXT NULL;

CREATE TABLE "session" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "person_id" BLOB NOT NULL,
    "way" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "device_id" BLOB NULL,
    "begun_at" TEXT NOT NULL,
    "last_seen_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "strengthened_at" TEXT NULL,
    CONSTRAINT "pk_session" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_session_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_session_owner_person_id" ON "session" ("owner", "person_id");

CREATE TABLE "api_token" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "person_id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "hash" BLOB NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "revoked_at" TEXT NULL,
    CONSTRAINT "pk_api_token" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_api_token_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_api_token_owner_person_id" ON "api_token" ("owner", "person_id");

CREATE TABLE "authenticator" (
    "owner" INTEGER NOT NULL,
    "person_id" BLOB NOT NULL,
    "secret" BLOB NOT NULL,
    "confirmed_at" TEXT NULL,
    "last_step" INTEGER NOT NULL,
    CONSTRAINT "pk_authenticator" PRIMARY KEY ("owner", "person_id"),
    CONSTRAINT "fk_authenticator_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "recovery_code" (
    "owner" INTEGER NOT NULL,
    "person_id" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "used_at" TEXT NULL,
    CONSTRAINT "pk_recovery_code" PRIMARY KEY ("owner", "person_id", "hash"),
    CONSTRAINT "fk_recovery_code_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "device" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "person_id" BLOB NOT NULL,
    "browser" TEXT NOT NULL,
    "key_hash" BLOB NOT NULL,
    "pin_hash" TEXT NOT NULL,
    "enrolled_at" TEXT NOT NULL,
    "failed_pins" INTEGER NOT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_device" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_device_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "enrolment" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "person_id" BLOB NOT NULL,
    "code_hash" BLOB NOT NULL,
    "expires_at" TEXT NOT NULL,
    "used_at" TEXT NULL,
    CONSTRAINT "pk_enrolment" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_enrolment_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_device_owner_person_id" ON "device" ("owner", "person_id");

CREATE INDEX "ix_enrolment_code_hash" ON "enrolment" ("code_hash");
