-- The register of official documents: what is known of each, its text, every word of it once for searching, and how documents stand to one another.

CREATE TABLE "official_document" (
    "owner" smallint NOT NULL,
    "id" uuid NOT NULL,
    "place_id" integer NOT NULL,
    "agency_id" integer NULL,
    "type" text NOT NULL,
    "level" text NOT NULL,
    "state" text NOT NULL,
    "number" text NULL,
    "number_key" text NULL,
    "issued_on" date NULL,
    "issuer" text NOT NULL,
    "issued_by" text NOT NULL,
    "issuer_agency_id" integer NULL,
    "scope" text NOT NULL,
    "signer" text NOT NULL,
    "signer_authority" text NOT NULL,
    "title" text NOT NULL,
    "period_from" integer NULL,
    "period_to" integer NULL,
    "recipients" text NOT NULL,
    "registered_by" uuid NULL,
    "registered_at" timestamp with time zone NOT NULL,
    "revision" integer NOT NULL,
    CONSTRAINT "pk_official_document" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_official_document_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_official_document_issuer_agency_id" FOREIGN KEY ("issuer_agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_official_document_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_official_document_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_official_document_owner_number_key_issued_on_issued_by_scope" ON "official_document" ("owner", "number_key", "issued_on", "issued_by", "scope");
CREATE INDEX "ix_official_document_owner_issued_on" ON "official_document" ("owner", "issued_on");

CREATE TABLE "document_text" (
    "owner" smallint NOT NULL,
    "document_id" uuid NOT NULL,
    "text" text NOT NULL,
    CONSTRAINT "pk_document_text" PRIMARY KEY ("owner", "document_id"),
    CONSTRAINT "fk_document_text_owner_document_id" FOREIGN KEY ("owner", "document_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "document_vocabulary" (
    "owner" smallint NOT NULL,
    "document_id" uuid NOT NULL,
    "head" text NOT NULL,
    "words" text NOT NULL,
    CONSTRAINT "pk_document_vocabulary" PRIMARY KEY ("owner", "document_id"),
    CONSTRAINT "fk_document_vocabulary_owner_document_id" FOREIGN KEY ("owner", "document_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT
);

-- A search reads all of it: packed, each word that is looked for would unpack it anew.
ALTER TABLE "document_vocabulary" SET (toast_tuple_target = 8160);

CREATE TABLE "document_relation" (
    "owner" smallint NOT NULL,
    "from_id" uuid NOT NULL,
    "to_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "related_by" uuid NULL,
    "related_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk_document_relation" PRIMARY KEY ("owner", "from_id", "to_id", "kind"),
    CONSTRAINT "fk_document_relation_owner_from_id" FOREIGN KEY ("owner", "from_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_document_relation_owner_to_id" FOREIGN KEY ("owner", "to_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_document_relation_owner_to_id_kind" ON "document_relation" ("owner", "to_id", "kind");
