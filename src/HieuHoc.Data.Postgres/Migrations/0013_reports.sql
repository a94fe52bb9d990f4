-- A report upward is a record: its versions, what was written in its sections, and since when it is locked. Its files are attachments.

CREATE TABLE "report" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "programme" text NOT NULL,
    "variant" text NOT NULL,
    "writer" text NOT NULL,
    "place_id" integer NOT NULL,
    "period_id" integer NOT NULL,
    "boundaries" text NOT NULL,
    "number" integer NOT NULL,
    "created_by" uuid NULL,
    "created_at" timestamp with time zone NOT NULL,
    "state" text NOT NULL,
    "locked_at" timestamp with time zone NULL,
    "locked_by" uuid NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_report" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_report_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_report_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_report_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_report_owner_programme_variant_period_id_number" ON "report" ("owner", "programme", "variant", "period_id", "number");

CREATE TABLE "report_text" (
    "owner" smallint NOT NULL,
    "report_id" uuid NOT NULL,
    "section" text NOT NULL,
    "text" text NULL,
    "seen" text NOT NULL,
    "written_by" uuid NULL,
    "written_at" timestamp with time zone NOT NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_report_text" PRIMARY KEY ("owner", "report_id", "section"),
    CONSTRAINT "fk_report_text_owner_report_id" FOREIGN KEY ("owner", "report_id") REFERENCES "report" ("owner", "id") ON DELETE RESTRICT
);
