-- What communes want of targets beyond the programme, in versions.

CREATE TABLE "own_value" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "place_id" integer NOT NULL,
    "indicator" text NOT NULL,
    "year" integer NOT NULL,
    "number" integer NOT NULL,
    "hundredths" bigint NULL,
    "decision" text NOT NULL,
    "decided_on" date NOT NULL,
    "set_by" uuid NULL,
    "set_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_own_value" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_own_value_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_own_value_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_own_value_owner_place_id_indicator_year_number" ON "own_value" ("owner", "place_id", "indicator", "year", "number");
