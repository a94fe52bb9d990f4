-- Steering committees of places: the decisions that set them up and renew them, each with its list of members.

CREATE TABLE "committee" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "place_id" integer NOT NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_committee" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_committee_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_committee_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "committee_decision" (
    "owner" smallint NOT NULL,
    "committee_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "name" text NOT NULL,
    "number" text NOT NULL,
    "decided_on" date NOT NULL,
    "standing_agency" text NOT NULL,
    "standing_agency_id" integer NULL,
    "recorded_by" uuid NULL,
    "recorded_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_committee_decision" PRIMARY KEY ("owner", "committee_id", "id"),
    CONSTRAINT "fk_committee_decision_owner_committee_id" FOREIGN KEY ("owner", "committee_id") REFERENCES "committee" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_committee_decision_standing_agency_id" FOREIGN KEY ("standing_agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT
);

CREATE TABLE "committee_member" (
    "owner" smallint NOT NULL,
    "committee_id" uuid NOT NULL,
    "decision_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "name" text NOT NULL,
    "post" text NOT NULL,
    "duty" text NOT NULL,
    "agency" text NOT NULL,
    "agency_id" integer NULL,
    CONSTRAINT "pk_committee_member" PRIMARY KEY ("owner", "committee_id", "decision_id", "position"),
    CONSTRAINT "fk_committee_member_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_committee_member_owner_committee_id_decision_id" FOREIGN KEY ("owner", "committee_id", "decision_id") REFERENCES "committee_decision" ("owner", "committee_id", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_committee_owner_place_id" ON "committee" ("owner", "place_id");
CREATE UNIQUE INDEX "ux_committee_decision_owner_committee_id_decided_on" ON "committee_decision" ("owner", "committee_id", "decided_on");
