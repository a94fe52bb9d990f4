-- Pilots with their places, what they are judged by, and what was decided of them. Difficulties are raised outside returns too, and
-- say on which way they went.

CREATE TABLE "pilot" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "document_day" TEXT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "lead_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "made_by" BLOB NULL,
    "made_at" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_pilot" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_pilot_lead_id" FOREIGN KEY ("lead_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_pilot_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT
);

CREATE TABLE "pilot_area" (
    "owner" INTEGER NOT NULL,
    "pilot_id" BLOB NOT NULL,
    "place_id" INTEGER NOT NULL,
    CONSTRAINT "pk_pilot_area" PRIMARY KEY ("owner", "pilot_id", "place_id"),
    CONSTRAINT "fk_pilot_area_owner_pilot_id" FOREIGN KEY ("owner", "pilot_id") REFERENCES "pilot" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_pilot_area_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "pilot_measure" (
    "owner" INTEGER NOT NULL,
    "pilot_id" BLOB NOT NULL,
    "id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "indicator" TEXT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "baseline_on" TEXT NOT NULL,
    "with_province" INTEGER NOT NULL,
    CONSTRAINT "pk_pilot_measure" PRIMARY KEY ("owner", "pilot_id", "id"),
    CONSTRAINT "fk_pilot_measure_owner_pilot_id" FOREIGN KEY ("owner", "pilot_id") REFERENCES "pilot" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "pilot_value" (
    "owner" INTEGER NOT NULL,
    "pilot_id" BLOB NOT NULL,
    "measure_id" BLOB NOT NULL,
    "evaluation" INTEGER NOT NULL,
    "place_id" INTEGER NOT NULL,
    "read_of" INTEGER NOT NULL,
    "millionths" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "pk_pilot_value" PRIMARY KEY ("owner", "pilot_id", "measure_id", "evaluation", "place_id"),
    CONSTRAINT "fk_pilot_value_owner_pilot_id_measure_id" FOREIGN KEY ("owner", "pilot_id", "measure_id") REFERENCES "pilot_measure" ("owner", "pilot_id", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_pilot_value_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_pilot_value_read_of" FOREIGN KEY ("read_of") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "pilot_evaluation" (
    "owner" INTEGER NOT NULL,
    "pilot_id" BLOB NOT NULL,
    "id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "evaluated_on" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "decide_by" TEXT NULL,
    "evaluated_by" BLOB NULL,
    "evaluated_at" TEXT NOT NULL,
    "decision" TEXT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" TEXT NULL,
    "where_to" TEXT NOT NULL,
    "goes_on_until" TEXT NULL,
    CONSTRAINT "pk_pilot_evaluation" PRIMARY KEY ("owner", "pilot_id", "number"),
    CONSTRAINT "fk_pilot_evaluation_owner_pilot_id" FOREIGN KEY ("owner", "pilot_id") REFERENCES "pilot" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_pilot_area_owner_place_id" ON "pilot_area" ("owner", "place_id");

CREATE TABLE "difficulty_new" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "return_id" BLOB NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "since_version" INTEGER NOT NULL,
    "ended_in" INTEGER NULL,
    "subject_id" INTEGER NULL,
    "about" TEXT NULL,
    "about_record" TEXT NOT NULL,
    "about_words" TEXT NOT NULL,
    "raised_by" BLOB NULL,
    "raised_at" TEXT NULL,
    "forwarded_to" TEXT NULL,
    "forwarded_at" TEXT NULL,
    "forward_remark" TEXT NOT NULL,
    "reply" TEXT NULL,
    "answer" TEXT NOT NULL,
    "answered_at" TEXT NULL,
    "answered_by" BLOB NULL,
    "closed_at" TEXT NULL,
    "closed_by" BLOB NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_difficulty" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_difficulty_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_difficulty_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

INSERT INTO "difficulty_new" (
    "owner", "id", "return_id", "kind", "number", "text", "addressee", "since_version", "ended_in", "reply", "answer", "answered_at", "answered_by", "revision",
    "about_record", "about_words", "forwarded_to", "forwarded_at", "forward_remark")
SELECT "owner", "id", "return_id", "kind", "number", "text", "addressee", "since_version", "ended_in", "reply", "answer", "answered_at", "answered_by", "revision",
    '', '', CASE "reply" WHEN 'Forwarded' THEN 'PeoplesCommittee' END, CASE "reply" WHEN 'Forwarded' THEN "answered_at" END, CASE "reply" WHEN 'Forwarded' THEN "answer" ELSE '' END
FROM "difficulty";

DROP TABLE "difficulty";

ALTER TABLE "difficulty_new" RENAME TO "difficulty";

CREATE INDEX "ix_difficulty_owner_return_id" ON "difficulty" ("owner", "return_id");
CREATE INDEX "ix_difficulty_owner_subject_id" ON "difficulty" ("owner", "subject_id");
