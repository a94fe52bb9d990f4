-- When villages are merged in the middle of a round, another return is owed instead.

ALTER TABLE "return" ADD COLUMN "taken_over_by" BLOB NULL;

ALTER TABLE "return" ADD COLUMN "taken_over_in" INTEGER NULL;
