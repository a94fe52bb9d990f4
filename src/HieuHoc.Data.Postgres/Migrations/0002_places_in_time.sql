-- What a name or a parent stands on, for the history of a place.
ALTER TABLE place_name ADD COLUMN legal_basis text;
ALTER TABLE place_parent ADD COLUMN legal_basis text;

-- No version of the places brought successions before this step: the table is empty and made anew.
DROP TABLE place_succession;

CREATE TABLE place_succession (
    from_id integer NOT NULL,
    to_id integer NOT NULL,
    effective_on date NOT NULL,
    whole boolean NOT NULL,
    is_default boolean NOT NULL,
    rule text NOT NULL,
    area_share text NOT NULL,
    population_share text NOT NULL,
    parts integer NOT NULL,
    parts_rule text NOT NULL,
    legal_basis text NOT NULL,
    clause text NOT NULL,
    CONSTRAINT pk_place_succession PRIMARY KEY (from_id, to_id),
    CONSTRAINT fk_place_succession_from_id FOREIGN KEY (from_id) REFERENCES place (id) ON DELETE RESTRICT,
    CONSTRAINT fk_place_succession_to_id FOREIGN KEY (to_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE INDEX ix_place_succession_to_id ON place_succession (to_id);

-- Spellings of the resolutions and codes of other lists, by which a place is found.
CREATE TABLE place_alias (
    place_id integer NOT NULL,
    text text NOT NULL,
    folded text NOT NULL,
    source text NOT NULL,
    CONSTRAINT pk_place_alias PRIMARY KEY (place_id, text),
    CONSTRAINT fk_place_alias_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE INDEX ix_place_alias_folded ON place_alias (folded);
