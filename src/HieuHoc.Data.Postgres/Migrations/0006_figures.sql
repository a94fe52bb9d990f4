CREATE TABLE figure_source (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    producer text NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    title text NOT NULL,
    reason text NOT NULL,
    digest text NOT NULL,
    CONSTRAINT pk_figure_source PRIMARY KEY (owner, id, version)
);

CREATE TABLE superseded_figure (
    owner smallint NOT NULL,
    element_id integer NOT NULL,
    period_id integer NOT NULL,
    subject_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    source_id uuid NOT NULL,
    source_version integer NOT NULL,
    standing integer NOT NULL,
    value bigint NOT NULL,
    stated boolean NOT NULL,
    roll_up_subject_id integer NOT NULL,
    superseded_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_superseded_figure PRIMARY KEY (owner, element_id, period_id, subject_id, breakdown_id, source_id, source_version)
);

CREATE TABLE staged_figure (
    owner smallint NOT NULL,
    run_id uuid NOT NULL,
    element_id integer NOT NULL,
    period_id integer NOT NULL,
    subject_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    standing integer NOT NULL,
    value bigint NOT NULL,
    stated boolean NOT NULL,
    roll_up_subject_id integer NOT NULL,
    line integer NOT NULL,
    CONSTRAINT pk_staged_figure PRIMARY KEY (owner, run_id, element_id, period_id, subject_id, breakdown_id)
);

-- Until now every figure came from a return and was counted.
INSERT INTO figure_source (owner, id, version, producer, confirmed_at, title, reason, digest)
SELECT DISTINCT figure.owner, figure.source_id, figure.source_version, 'Return', "return".confirmed_at, '', '', ''
FROM figure
JOIN "return" ON "return".owner = figure.owner AND "return".id = figure.source_id
WHERE "return".confirmed_at IS NOT NULL;

ALTER TABLE figure ADD COLUMN stated boolean NOT NULL DEFAULT false;

ALTER TABLE figure ALTER COLUMN stated DROP DEFAULT;

ALTER TABLE figure ADD COLUMN roll_up_subject_id integer;

UPDATE figure SET roll_up_subject_id = coalesce(
    (
        SELECT place_parent.parent_id
        FROM place
        JOIN place_parent ON place_parent.place_id = place.id
        JOIN period ON period.id = figure.period_id
        WHERE place.id = figure.subject_id AND place.level = 'Village' AND place_parent.valid_from <= period.last_day
        ORDER BY place_parent.valid_from DESC
        LIMIT 1
    ),
    subject_id);

ALTER TABLE figure ALTER COLUMN roll_up_subject_id SET NOT NULL;

ALTER TABLE roll_up ADD COLUMN standing integer NOT NULL DEFAULT 0;

ALTER TABLE roll_up ALTER COLUMN standing DROP DEFAULT;

ALTER TABLE roll_up DROP CONSTRAINT pk_roll_up;

ALTER TABLE roll_up ADD CONSTRAINT pk_roll_up PRIMARY KEY (owner, element_id, period_id, subject_id, breakdown_id, standing);
