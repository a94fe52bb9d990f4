-- The register of official documents: what is known of each, its text, every word of it once for searching, and how documents stand to one another.

CREATE TABLE "official_document" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "place_id" INTEGER NOT NULL,
    "agency_id" INTEGER NULL,
    "type" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "number" TEXT NULL,
    "number_key" TEXT NULL,
    "issued_on" TEXT NULL,
    "issuer" TEXT NOT NULL,
    "issued_by" TEXT NOT NULL,
    "issuer_agency_id" INTEGER NULL,
    "scope" TEXT NOT NULL,
    "signer" TEXT NOT NULL,
    "signer_authority" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "period_from" INTEGER NULL,
    "period_to" INTEGER NULL,
    "recipients" TEXT NOT NULL,
    "registered_by" BLOB NULL,
    "registered_at" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_official_document" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_official_document_agency_id" FOREIGN KEY ("agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_official_document_issuer_agency_id" FOREIGN KEY ("issuer_agency_id") REFERENCES "agency" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_official_document_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_official_document_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ux_official_document_owner_number_key_issued_on_issued_by_scope" ON "official_document" ("owner", "number_key", "issued_on", "issued_by", "scope");
CREATE INDEX "ix_official_document_owner_issued_on" ON "official_document" ("owner", "issued_on");

CREATE TABLE "document_text" (
    "owner" INTEGER NOT NULL,
    "document_id" BLOB NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_document_text" PRIMARY KEY ("owner", "document_id"),
    CONSTRAINT "fk_document_text_owner_document_id" FOREIGN KEY ("owner", "document_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "document_vocabulary" (
    "owner" INTEGER NOT NULL,
    "document_id" BLOB NOT NULL,
    "head" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    CONSTRAINT "pk_document_vocabulary" PRIMARY KEY ("owner", "document_id"),
    CONSTRAINT "fk_document_vocabulary_owner_document_id" FOREIGN KEY ("owner", "document_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "document_relation" (
    "owner" INTEGER NOT NULL,
    "from_id" BLOB NOT NULL,
    "to_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "related_by" BLOB NULL,
    "related_at" TEXT NOT NULL,
    CONSTRAINT "pk_document_relation" PRIMARY KEY ("owner", "from_id", "to_id", "kind"),
    CONSTRAINT "fk_document_relation_owner_from_id" FOREIGN KEY ("owner", "from_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_document_relation_owner_to_id" FOREIGN KEY ("owner", "to_id") REFERENCES "official_document" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_document_relation_owner_to_id_kind" ON "document_relation" ("owner", "to_id", "kind");
