-- Agencies, roles per agency and programme, delegations.

CREATE TABLE agency (
    id integer NOT NULL CONSTRAINT pk_agency PRIMARY KEY,
    code text NOT NULL,
    level text NOT NULL,
    kind text NOT NULL,
    place_id integer,
    valid_from date,
    valid_to date,
    confirmed boolean NOT NULL,
    days_confirmed boolean NOT NULL,
    source text NOT NULL,
    CONSTRAINT fk_agency_id FOREIGN KEY (id) REFERENCES subject (id) ON DELETE RESTRICT,
    CONSTRAINT fk_agency_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE agency_name (
    agency_id integer NOT NULL,
    number integer NOT NULL,
    valid_from date,
    valid_to date,
    name text NOT NULL,
    short_name text,
    folded text NOT NULL,
    CONSTRAINT pk_agency_name PRIMARY KEY (agency_id, number),
    CONSTRAINT fk_agency_name_agency_id FOREIGN KEY (agency_id) REFERENCES agency (id) ON DELETE RESTRICT
);

CREATE TABLE agency_parent (
    agency_id integer NOT NULL,
    number integer NOT NULL,
    valid_from date,
    valid_to date,
    parent_id integer NOT NULL,
    CONSTRAINT pk_agency_parent PRIMARY KEY (agency_id, number),
    CONSTRAINT fk_agency_parent_agency_id FOREIGN KEY (agency_id) REFERENCES agency (id) ON DELETE RESTRICT,
    CONSTRAINT fk_agency_parent_parent_id FOREIGN KEY (parent_id) REFERENCES agency (id) ON DELETE RESTRICT
);

CREATE TABLE agency_alias (
    agency_id integer NOT NULL,
    folded text NOT NULL,
    alias text NOT NULL,
    CONSTRAINT pk_agency_alias PRIMARY KEY (agency_id, folded),
    CONSTRAINT fk_agency_alias_agency_id FOREIGN KEY (agency_id) REFERENCES agency (id) ON DELETE RESTRICT
);

CREATE TABLE agency_succession (
    from_id integer NOT NULL,
    to_id integer NOT NULL,
    matter text NOT NULL,
    effective_on date NOT NULL,
    day_confirmed boolean NOT NULL,
    confirmed boolean NOT NULL,
    source text NOT NULL,
    CONSTRAINT pk_agency_succession PRIMARY KEY (from_id, to_id, matter),
    CONSTRAINT fk_agency_succession_from_id FOREIGN KEY (from_id) REFERENCES agency (id) ON DELETE RESTRICT,
    CONSTRAINT fk_agency_succession_to_id FOREIGN KEY (to_id) REFERENCES agency (id) ON DELETE RESTRICT
);

CREATE TABLE agency_post (
    agency_id integer NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    holder_id integer,
    holder_post text NOT NULL,
    confirmed boolean NOT NULL,
    source text NOT NULL,
    CONSTRAINT pk_agency_post PRIMARY KEY (agency_id, number),
    CONSTRAINT fk_agency_post_agency_id FOREIGN KEY (agency_id) REFERENCES agency (id) ON DELETE RESTRICT,
    CONSTRAINT fk_agency_post_holder_id FOREIGN KEY (holder_id) REFERENCES agency (id) ON DELETE RESTRICT
);

CREATE TABLE agency_reach (
    agency_id integer NOT NULL,
    ancestor_id integer NOT NULL,
    CONSTRAINT pk_agency_reach PRIMARY KEY (agency_id, ancestor_id),
    CONSTRAINT fk_agency_reach_agency_id FOREIGN KEY (agency_id) REFERENCES agency (id) ON DELETE RESTRICT,
    CONSTRAINT fk_agency_reach_ancestor_id FOREIGN KEY (ancestor_id) REFERENCES agency (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ux_agency_code ON agency (code);

CREATE INDEX ix_agency_place_id ON agency (place_id);

CREATE INDEX ix_agency_parent_parent_id ON agency_parent (parent_id);

CREATE INDEX ix_agency_succession_to_id ON agency_succession (to_id);

CREATE INDEX ix_agency_reach_ancestor_id_agency_id ON agency_reach (ancestor_id, agency_id);

-- A role gets an identity: one person may stand for two programmes of the same place from the same day.
ALTER TABLE role_grant ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE role_grant ALTER COLUMN id DROP DEFAULT;
ALTER TABLE role_grant ADD COLUMN agency_id integer;
ALTER TABLE role_grant ADD COLUMN programme text;
ALTER TABLE role_grant DROP CONSTRAINT pk_role_grant;
ALTER TABLE role_grant ADD CONSTRAINT pk_role_grant PRIMARY KEY (owner, id);
ALTER TABLE role_grant ADD CONSTRAINT fk_role_grant_agency_id FOREIGN KEY (agency_id) REFERENCES agency (id) ON DELETE RESTRICT;

CREATE INDEX ix_role_grant_owner_person_id ON role_grant (owner, person_id);

CREATE TABLE delegation (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    grant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    reason text NOT NULL,
    CONSTRAINT pk_delegation PRIMARY KEY (owner, id),
    CONSTRAINT fk_delegation_owner_grant_id FOREIGN KEY (owner, grant_id) REFERENCES role_grant (owner, id) ON DELETE RESTRICT,
    CONSTRAINT fk_delegation_owner_person_id FOREIGN KEY (owner, person_id) REFERENCES person (owner, id) ON DELETE RESTRICT
);

CREATE INDEX ix_delegation_owner_grant_id ON delegation (owner, grant_id);

CREATE INDEX ix_delegation_owner_person_id ON delegation (owner, person_id);

-- Who acted in the stead of whom.
ALTER TABLE audit_entry ADD COLUMN acting_for_id uuid;

-- The programme that asks; the rounds until now were asked for all that a province runs.
ALTER TABLE round ADD COLUMN programme text;
