-- A pack may fill what another leaves open: a province's own values.

ALTER TABLE pack ADD COLUMN extends text NULL;
