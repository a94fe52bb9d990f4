-- The schema of the first release. The model and this file are compared by a test; what ran is never edited.

CREATE TABLE "audit_entry" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "at" TEXT NOT NULL,
    "person_id" BLOB NULL,
    "change" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    CONSTRAINT "pk_audit_entry" PRIMARY KEY ("owner", "id")
);

CREATE TABLE "breakdown" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_breakdown" PRIMARY KEY,
    "code" TEXT NOT NULL
);

CREATE TABLE "element" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_element" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL
);

CREATE TABLE "pack" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_pack" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "confirmed" INTEGER NOT NULL,
    "example" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "loaded_at" TEXT NOT NULL,
    "content" TEXT NOT NULL
);

CREATE TABLE "period" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_period" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL
);

CREATE TABLE "subject" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_subject" PRIMARY KEY,
    "kind" TEXT NOT NULL
);

CREATE TABLE "figure" (
    "owner" INTEGER NOT NULL,
    "element_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "source_id" BLOB NOT NULL,
    "source_version" INTEGER NOT NULL,
    "standing" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    CONSTRAINT "pk_figure" PRIMARY KEY ("owner", "element_id", "period_id", "subject_id", "breakdown_id", "source_id"),
    CONSTRAINT "fk_figure_breakdown_id" FOREIGN KEY ("breakdown_id") REFERENCES "breakdown" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_figure_element_id" FOREIGN KEY ("element_id") REFERENCES "element" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_figure_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_figure_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "place" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_place" PRIMARY KEY,
    "level" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "fk_place_id" FOREIGN KEY ("id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE TABLE "roll_up" (
    "owner" INTEGER NOT NULL,
    "element_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "breakdown_id" INTEGER NOT NULL,
    "sum" INTEGER NOT NULL,
    "reported" INTEGER NOT NULL,
    CONSTRAINT "pk_roll_up" PRIMARY KEY ("owner", "element_id", "period_id", "subject_id", "breakdown_id"),
    CONSTRAINT "fk_roll_up_breakdown_id" FOREIGN KEY ("breakdown_id") REFERENCES "breakdown" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_roll_up_element_id" FOREIGN KEY ("element_id") REFERENCES "element" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_roll_up_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_roll_up_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "owner" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_owner" PRIMARY KEY,
    "place_id" INTEGER NOT NULL,
    "demo" INTEGER NOT NULL,
    CONSTRAINT "fk_owner_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "place_boundary" (
    "place_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "geometry" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "pk_place_boundary" PRIMARY KEY ("place_id", "valid_from"),
    CONSTRAINT "fk_place_boundary_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "place_class" (
    "place_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "pk_place_class" PRIMARY KEY ("place_id", "valid_from", "class"),
    CONSTRAINT "fk_place_class_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "place_code" (
    "place_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "pk_place_code" PRIMARY KEY ("place_id", "valid_from"),
    CONSTRAINT "fk_place_code_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "place_name" (
    "place_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "pk_place_name" PRIMARY KEY ("place_id", "valid_from"),
    CONSTRAINT "fk_place_name_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "place_parent" (
    "place_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "parent_id" INTEGER NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "pk_place_parent" PRIMARY KEY ("place_id", "valid_from"),
    CONSTRAINT "fk_place_parent_parent_id" FOREIGN KEY ("parent_id") REFERENCES "place" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_place_parent_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "place_reach" (
    "place_id" INTEGER NOT NULL,
    "ancestor_id" INTEGER NOT NULL,
    CONSTRAINT "pk_place_reach" PRIMARY KEY ("place_id", "ancestor_id"),
    CONSTRAINT "fk_place_reach_ancestor_id" FOREIGN KEY ("ancestor_id") REFERENCES "place" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_place_reach_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "place_succession" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "effective_on" TEXT NOT NULL,
    "whole" INTEGER NOT NULL,
    "is_default" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    CONSTRAINT "pk_place_succession" PRIMARY KEY ("from_id", "to_id"),
    CONSTRAINT "fk_place_succession_from_id" FOREIGN KEY ("from_id") REFERENCES "place" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_place_succession_to_id" FOREIGN KEY ("to_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "person" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "user_name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NOT NULL,
    "failed_sign_ins" INTEGER NOT NULL,
    "locked_until" TEXT NULL,
    CONSTRAINT "pk_person" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_person_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT
);

CREATE TABLE "round" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "code" TEXT NOT NULL,
    "period_id" INTEGER NOT NULL,
    "form_pack_id" INTEGER NOT NULL,
    "opens_on" TEXT NOT NULL,
    "cut_off_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    CONSTRAINT "pk_round" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_round_form_pack_id" FOREIGN KEY ("form_pack_id") REFERENCES "pack" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_round_owner" FOREIGN KEY ("owner") REFERENCES "owner" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_round_period_id" FOREIGN KEY ("period_id") REFERENCES "period" ("id") ON DELETE RESTRICT
);

CREATE TABLE "role_grant" (
    "owner" INTEGER NOT NULL,
    "person_id" BLOB NOT NULL,
    "role" TEXT NOT NULL,
    "place_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    CONSTRAINT "pk_role_grant" PRIMARY KEY ("owner", "person_id", "role", "place_id", "valid_from"),
    CONSTRAINT "fk_role_grant_owner_person_id" FOREIGN KEY ("owner", "person_id") REFERENCES "person" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_role_grant_place_id" FOREIGN KEY ("place_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE TABLE "return" (
    "owner" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "round_id" BLOB NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "current_version" INTEGER NOT NULL,
    "confirmed_version" INTEGER NULL,
    "sent_at" TEXT NULL,
    "confirmed_at" TEXT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "pk_return" PRIMARY KEY ("owner", "id"),
    CONSTRAINT "fk_return_owner_round_id" FOREIGN KEY ("owner", "round_id") REFERENCES "round" ("owner", "id") ON DELETE RESTRICT,
    CONSTRAINT "fk_return_subject_id" FOREIGN KEY ("subject_id") REFERENCES "subject" ("id") ON DELETE RESTRICT
);

CREATE TABLE "return_move" (
    "owner" INTEGER NOT NULL,
    "return_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "taken_at" TEXT NOT NULL,
    "taken_by" BLOB NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "pk_return_move" PRIMARY KEY ("owner", "return_id", "number"),
    CONSTRAINT "fk_return_move_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);

CREATE TABLE "return_version" (
    "owner" INTEGER NOT NULL,
    "return_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "form_pack_id" INTEGER NOT NULL,
    "answers" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "saved_by" BLOB NULL,
    CONSTRAINT "pk_return_version" PRIMARY KEY ("owner", "return_id", "number"),
    CONSTRAINT "fk_return_version_form_pack_id" FOREIGN KEY ("form_pack_id") REFERENCES "pack" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_return_version_owner_return_id" FOREIGN KEY ("owner", "return_id") REFERENCES "return" ("owner", "id") ON DELETE RESTRICT
);

CREATE INDEX "ix_audit_entry_owner_record_at" ON "audit_entry" ("owner", "record", "at");

CREATE UNIQUE INDEX "ux_breakdown_code" ON "breakdown" ("code");

CREATE UNIQUE INDEX "ux_element_code" ON "element" ("code");

CREATE INDEX "ix_figure_owner_source_id" ON "figure" ("owner", "source_id");

CREATE UNIQUE INDEX "ux_owner_place_id" ON "owner" ("place_id");

CREATE UNIQUE INDEX "ux_pack_kind_code_version" ON "pack" ("kind", "code", "version");

CREATE UNIQUE INDEX "ux_period_code" ON "period" ("code");

CREATE UNIQUE INDEX "ux_person_owner_user_name" ON "person" ("owner", "user_name");

CREATE INDEX "ix_place_code_code_valid_from" ON "place_code" ("code", "valid_from");

CREATE INDEX "ix_place_name_folded" ON "place_name" ("folded");

CREATE INDEX "ix_place_parent_parent_id" ON "place_parent" ("parent_id");

CREATE INDEX "ix_place_reach_ancestor_id_place_id" ON "place_reach" ("ancestor_id", "place_id");

CREATE INDEX "ix_place_succession_to_id" ON "place_succession" ("to_id");

CREATE INDEX "ix_return_owner_subject_id_state" ON "return" ("owner", "subject_id", "state");

CREATE UNIQUE INDEX "ux_return_owner_round_id_subject_id" ON "return" ("owner", "round_id", "subject_id");

CREATE INDEX "ix_role_grant_owner_place_id" ON "role_grant" ("owner", "place_id");

CREATE UNIQUE INDEX "ux_round_owner_code" ON "round" ("owner", "code");

-- The breakdown that is none: all of them.
INSERT INTO "breakdown" ("id", "code") VALUES (1, 'whole');
