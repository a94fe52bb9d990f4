-- Visits that check and supervise: what they look at, what they find, and what is said of each finding until it is settled.

CREATE TABLE "visit" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "place_id" integer NOT NULL,
    "agency_id" integer NULL,
    "kind" text NOT NULL,
    "subject" text NOT NULL,
    "first_day" date NOT NULL,
    "last_day" date NOT NULL,
    "visited_id" integer NOT NULL,
    "team" text NOT NULL,
    "state" text NOT NULL,
    "reason" text NOT NULL,
    "planned_by" uuid NULL,
    "planned_at" timestamp with time zone NOT NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_visit" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_visit_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_visit_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_visit_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_visit_visited_id" FOREIGN KEY ("visited_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE TABLE "visit_point" (
    "owner" smallint NOT NULL,
    "visit_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "text" text NOT NULL,
    "seen" text NOT NULL,
    "words" text NOT NULL,
    CONSTRAINT "pk_visit_point" PRIMARY KEY ("owner", "visit_id", "number"),
    CONSTRAINT "fk_visit_point_owner_visit_id" FOREIGN KEY ("owner", "visit_id") REFERENCES "visit" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "finding" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "visit_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "text" text NOT NULL,
    "responsible_id" integer NOT NULL,
    "due_on" date NOT NULL,
    "state" text NOT NULL,
    "found_by" uuid NULL,
    "found_at" timestamp with time zone NOT NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_finding" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_finding_owner_visit_id" FOREIGN KEY ("owner", "visit_id") REFERENCES "visit" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_finding_responsible_id" FOREIGN KEY ("responsible_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE TABLE "finding_word" (
    "owner" smallint NOT NULL,
    "finding_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "step" text NOT NULL,
    "words" text NOT NULL,
    "due_on" date NULL,
    "on_behalf" boolean NOT NULL,
    "said_by" uuid NULL,
    "said_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_finding_word" PRIMARY KEY ("owner", "finding_id", "number"),
    CONSTRAINT "fk_finding_word_owner_finding_id" FOREIGN KEY ("owner", "finding_id") REFERENCES "finding" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_visit_owner_first_day" ON "visit" ("owner", "first_day");
CREATE UNIQUE INDEX "ux_finding_owner_visit_id_number" ON "finding" ("owner", "visit_id", "number");
CREATE INDEX "ix_finding_owner_responsible_id" ON "finding" ("owner", "responsible_id");
