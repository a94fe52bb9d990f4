-- What devices fill in without network: what they sign with, when they were last here, and what was received of them.

ALTER TABLE "device" ADD COLUMN "last_seen_at" timestamp with time zone NULL;
ALTER TABLE "device" ADD COLUMN "signing_key" bytea NULL;
ALTER TABLE "device" ADD COLUMN "unsent" integer NULL;

CREATE TABLE "received_record" (
    "owner" smallint NOT NULL,
    "device_id" uuid NOT NULL,
    "record_id" uuid NOT NULL,
    "acted_at" timestamp with time zone NOT NULL,
    "kind" text NOT NULL,
    "sha256" text NOT NULL,
    "version" integer NOT NULL,
    "received_at" timestamp with time zone NOT NULL,
    "relayed_by" uuid NULL,
    CONSTRAINT "pk_received_record" PRIMARY KEY ("owner", "device_id", "record_id", "acted_at"),
    CONSTRAINT "fk_received_record_owner_device_id" FOREIGN KEY ("owner", "device_id") REFERENCES "device" ("owner", "id") ON DELETE RESTRICT
);
