-- A round asks several forms, and each return is of one of them.

CREATE TABLE "round_form" (
    "owner" smallint NOT NULL,
    "round_id" uuid NOT NULL,
    "form_pack_id" integer NOT NULL,
    CONSTRAINT "pk_round_form" PRIMARY KEY ("owner", "round_id", "form_pack_id"),
    CONSTRAINT "fk_round_form_form_pack_id" FOREIGN KEY ("form_pack_id") REFERENCES "pack" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_round_form_owner_round_id" FOREIGN KEY ("owner", "round_id") REFERENCES "round" ("owner", "id") ON DELETE RESTRICT
);

INSERT INTO "round_form" ("owner", "round_id", "form_pack_id") SELECT "owner", "id", "form_pack_id" FROM "round";

ALTER TABLE "return" ADD COLUMN "form_pack_id" integer NULL;

UPDATE "return" SET "form_pack_id" = "round"."form_pack_id" FROM "round" WHERE "round"."owner" = "return"."owner" AND "round"."id" = "return"."round_id";

ALTER TABLE "return" ALTER COLUMN "form_pack_id" SET NOT NULL;

ALTER TABLE "return" ADD CONSTRAINT "fk_return_form_pack_id" FOREIGN KEY ("form_pack_id") REFERENCES "pack" ("id") ON DELETE RESTRICT;

ALTER TABLE "round" DROP COLUMN "form_pack_id";
