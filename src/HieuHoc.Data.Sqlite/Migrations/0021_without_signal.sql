-- What devices fill in without network: what they sign with, when they were last here, and what was received of them.

ALTER TABLE "device" ADD COLUMN "last_seen_at" TEXT NULL;
ALTER TABLE "device" ADD COLUMN "signing_key" BLOB NULL;
ALTER TABLE "device" ADD COLUMN "unsent" INTEGER NULL;

CREATE TABLE "received_record" (
    "owner" INTEGER NOT NULL,
    "device_id" BLOB NOT NULL,
    "record_id" BLOB NOT NULL,
    "acted_at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "received_at" TEXT NOT NULL,
    "relayed_by" BLOB NULL,
    CONSTRAINT "pk_received_record" PRIMARY KEY ("owner", "device_id", "record_id", "acted_at"),
    CONSTRAINT "fk_received_record_owner_device_id" FOREIGN KEY ("owner", "device_id") REFERENCES "device" ("owner", "id") ON DELETE RESTRICT
);
