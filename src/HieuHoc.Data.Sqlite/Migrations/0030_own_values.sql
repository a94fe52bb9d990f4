-- What communes want of targets beyond the programme, in versions.

CREATE TABLE "own_value" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "place_id" INTEGER NOT NULL,
    "indicator" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "hundredths" INTEGER NULL,
    "decision" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,
    "set_by" BLOB NULL,
    "set_at" TEXT NOT NULL,
    CONSTRAINT "pk_own_value" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_own_value_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_own_value_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_own_value_owner_place_id_indicator_year_number" ON "own_value" ("owner", "place_id", "indicator", "year", "number");
