-- Agencies, roles per agency and programme, delegations.

CREATE TABLE "agency" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_agency" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place_id" INTEGER NULL,
    "valid_from" TEXT NULL,
    "valid_to" TEXT NULL,
    "confirmed" INTEGER NOT NULL,
    "days_confirmed" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "fk_agency_id" FOREIGN KEY ("id") REFERENCES "subject" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_agency_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "agency_name" (
    "agency_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "valid_from" TEXT NULL,
    "valid_to" TEXT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NULL,
    "folded" TEXT NOT NULL,
    CONSTRAINT "pk_agency_name" PRIMARY KEY ("agency_id", "number"),
    CONSTRAINT "fk_agency_name_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT
);

CREATE TABLE "agency_parent" (
    "agency_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "valid_from" TEXT NULL,
    "valid_to" TEXT NULL,
    "parent_id" INTEGER NOT NULL,
    CONSTRAINT "pk_agency_parent" PRIMARY KEY ("agency_id", "number"),
    CONSTRAINT "fk_agency_parent_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_agency_parent_parent_id" FOREIGN KEY ("parent_id") REFERENCES "agency" ("id") ON DELETE RESTRICT
);

CREATE TABLE "agency_alias" (
    "agency_id" INTEGER NOT NULL,
    "folded" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    CONSTRAINT "pk_agency_alias" PRIMARY KEY ("agency_id", "folded"),
    CONSTRAINT "fk_agency_alias_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT
);

CREATE TABLE "agency_succession" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "matter" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "day_confirmed" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "pk_agency_succession" PRIMARY KEY ("from_id", "to_id", "matter"),
    CONSTRAINT "fk_agency_succession_from_id" FOREIGN KEY ("from_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_agency_succession_to_id" FOREIGN KEY ("to_id") REFERENCES "agency" ("id") ON DELETE RESTRICT
);

CREATE TABLE "agency_post" (
    "agency_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "holder_id" INTEGER NULL,
    "holder_post" TEXT NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "pk_agency_post" PRIMARY KEY ("agency_id", "number"),
    CONSTRAINT "fk_agency_post_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_agency_post_holder_id" FOREIGN KEY ("holder_id") REFERENCES "agency" ("id") ON DELETE RESTRICT
);

CREATE TABLE "agency_reach" (
    "agency_id" INTEGER NOT NULL,
    "ancestor_id" INTEGER NOT NULL,
    CONSTRAINT "pk_agency_reach" PRIMARY KEY ("agency_id", "ancestor_id"),
    CONSTRAINT "fk_agency_reach_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_agency_reach_ancestor_id" FOREIGN KEY ("ancestor_id") REFERENCES "agency" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_agency_code" ON "agency" ("code");

CREATE INDEX "ix_agency_place_id" ON "agency" ("place_id");

CREATE INDEX "ix_agency_parent_parent_id" ON "agency_parent" ("parent_id");

CREATE INDEX "ix_agency_succession_to_id" ON "agency_succession" ("to_id");

CREATE INDEX "ix_agency_reach_ancestor_id_agency_id" ON "agency_reach" ("ancestor_id", "agency_id");

-- A role gets an identity: one person may stand for two programmes of the same place from the same day.
ALTER TABLE "role_grant" RENAME TO "role_grant_before";

DROP INDEX "ix_role_grant_owner_place_id";

CREATE TABLE "role_grant" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "person_id" BLOB NOT NULL,
    "role" TEXT NOT NULL,
    "place_id" INTEGER NOT NULL,
    "agency_id" INTEGER NULL,
    "programme" TEXT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "pk_role_grant" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_role_grant_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_role_grant_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_role_grant_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

INSERT INTO "role_grant" ("owner", "id", "person_id", "role", "place_id", "valid_from", "valid_to")
SELECT "owner", randomblob(16), "person_id", "role", "place_id", "valid_from", "valid_to" FROM "role_grant_before";

DROP TABLE "role_grant_before";

CREATE INDEX "ix_role_grant_owner_person_id" ON "role_grant" ("owner", "person_id");

CREATE INDEX "ix_role_grant_owner_place_id" ON "role_grant" ("owner", "place_id");

CREATE TABLE "delegation" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "grant_id" BLOB NOT NULL,
    "person_id" BLOB NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "pk_delegation" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_delegation_owner_grant_id" FOREIGN KEY ("owner", "grant_id") REFERENCES "role_grant" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_delegation_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_delegation_owner_grant_id" ON "delegation" ("owner", "grant_id");

CREATE INDEX "ix_delegation_owner_person_id" ON "delegation" ("owner", "person_id");

-- Who acted in the stead of whom.
ALTER TABLE "audit_entry" ADD COLUMN "acting_for_id" BLOB NULL;

-- The programme that asks; the rounds until now were asked for all that a province runs.
ALTER TABLE "round" ADD COLUMN "programme" TEXT NULL;
