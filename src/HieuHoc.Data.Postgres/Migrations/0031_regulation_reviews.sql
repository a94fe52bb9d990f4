-- Which coordination regulation a review is about.

ALTER TABLE "visit" ADD COLUMN "regulation" text NULL;
