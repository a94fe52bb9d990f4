-- When villages are merged in the middle of a round, another return is owed instead.

ALTER TABLE return ADD COLUMN taken_over_by uuid NULL;

ALTER TABLE return ADD COLUMN taken_over_in integer NULL;
