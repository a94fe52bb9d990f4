-- One source may say of the same thing what there is to the cut-off and what the whole year is estimated at: how final a figure is belongs to its key.

ALTER TABLE figure DROP CONSTRAINT pk_figure;

ALTER TABLE figure ADD CONSTRAINT pk_figure PRIMARY KEY (owner, element_id, period_id, subject_id, breakdown_id, source_id, standing);

ALTER TABLE superseded_figure DROP CONSTRAINT pk_superseded_figure;

ALTER TABLE superseded_figure ADD CONSTRAINT pk_superseded_figure
    PRIMARY KEY (owner, element_id, period_id, subject_id, breakdown_id, source_id, source_version, standing);

ALTER TABLE staged_figure DROP CONSTRAINT pk_staged_figure;

ALTER TABLE staged_figure ADD CONSTRAINT pk_staged_figure PRIMARY KEY (owner, run_id, element_id, period_id, subject_id, breakdown_id, standing);
