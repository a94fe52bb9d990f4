-- Visits that check and supervise: what they look at, what they find, and what is said of each finding until it is settled.

CREATE TABLE "visit" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "place_id" INTEGER NOT NULL,
    "agency_id" INTEGER NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "visited_id" INTEGER NOT NULL,
    "team" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "planned_by" BLOB NULL,
    "planned_at" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_visit" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_visit_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_visit_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_visit_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_visit_visited_id" FOREIGN KEY ("visited_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE TABLE "visit_point" (
    "owner" INTEGER NOT NULL,
    "visit_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    CONSTRAINT "pk_visit_point" PRIMARY KEY ("owner", "visit_id", "number"),
    CONSTRAINT "fk_visit_point_owner_visit_id" FOREIGN KEY ("owner", "visit_id") REFERENCES "visit" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "finding" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "visit_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "responsible_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "found_by" BLOB NULL,
    "found_at" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_finding" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_finding_owner_visit_id" FOREIGN KEY ("owner", "visit_id") REFERENCES "visit" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_finding_responsible_id" FOREIGN KEY ("responsible_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE TABLE "finding_word" (
    "owner" INTEGER NOT NULL,
    "finding_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "due_on" TEXT NULL,
    "on_behalf" INTEGER NOT NULL,
    "said_by" BLOB NULL,
    "said_at" TEXT NOT NULL,
    CONSTRAINT "pk_finding_word" PRIMARY KEY ("owner", "finding_id", "number"),
    CONSTRAINT "fk_finding_word_owner_finding_id" FOREIGN KEY ("owner", "finding_id") REFERENCES "finding" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_visit_owner_first_day" ON "visit" ("owner", "first_day");
CREATE UNIQUE INDEX "ux_finding_owner_visit_id_number" ON "finding" ("owner", "visit_id", "number");
CREATE INDEX "ix_finding_owner_responsible_id" ON "finding" ("owner", "responsible_id");
