-- Steering committees of places: the decisions that set them up and renew them, each with its list of members.

CREATE TABLE "committee" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "place_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_committee" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_committee_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_committee_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "committee_decision" (
    "owner" INTEGER NOT NULL,
    "committee_id" BLOB NOT NULL,
    "id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,
    "standing_agency" TEXT NOT NULL,
    "standing_agency_id" INTEGER NULL,
    "recorded_by" BLOB NULL,
    "recorded_at" TEXT NOT NULL,
    CONSTRAINT "pk_committee_decision" PRIMARY KEY ("owner", "committee_id", "id"),
    CONSTRAINT "fk_committee_decision_owner_committee_id" FOREIGN KEY ("owner", "committee_id") REFERENCES "committee" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_committee_decision_standing_agency_id" FOREIGN KEY ("standing_agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT
);

CREATE TABLE "committee_member" (
    "owner" INTEGER NOT NULL,
    "committee_id" BLOB NOT NULL,
    "decision_id" BLOB NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "agency_id" INTEGER NULL,
    CONSTRAINT "pk_committee_member" PRIMARY KEY ("owner", "committee_id", "decision_id", "position"),
    CONSTRAINT "fk_committee_member_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_committee_member_owner_committee_id_decision_id" FOREIGN KEY ("owner", "committee_id", "decision_id") REFERENCES "committee_decision" ("owner", "committee_id", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_committee_owner_place_id" ON "committee" ("owner", "place_id");
CREATE UNIQUE INDEX "ux_committee_decision_owner_committee_id_decided_on" ON "committee_decision" ("owner", "committee_id", "decided_on");
