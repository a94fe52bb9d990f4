-- The schema of the first release. The model and this file are compared by a test; what ran is never edited.

CREATE TABLE audit_entry (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id uuid,
    change text NOT NULL,
    record text NOT NULL,
    detail jsonb NOT NULL,
    CONSTRAINT pk_audit_entry PRIMARY KEY (owner, id)
);

CREATE TABLE breakdown (
    id integer NOT NULL,
    code text NOT NULL,
    CONSTRAINT pk_breakdown PRIMARY KEY (id)
);

CREATE TABLE element (
    id integer NOT NULL,
    code text NOT NULL,
    decimals integer NOT NULL,
    CONSTRAINT pk_element PRIMARY KEY (id)
);

CREATE TABLE pack (
    id integer NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    version text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    confirmed boolean NOT NULL,
    example boolean NOT NULL,
    sha256 text NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    content text NOT NULL,
    CONSTRAINT pk_pack PRIMARY KEY (id)
);

CREATE TABLE period (
    id integer NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    CONSTRAINT pk_period PRIMARY KEY (id)
);

CREATE TABLE subject (
    id integer NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_subject PRIMARY KEY (id)
);

CREATE TABLE figure (
    owner smallint NOT NULL,
    element_id integer NOT NULL,
    period_id integer NOT NULL,
    subject_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    source_id uuid NOT NULL,
    source_version integer NOT NULL,
    standing integer NOT NULL,
    value bigint NOT NULL,
    CONSTRAINT pk_figure PRIMARY KEY (owner, element_id, period_id, subject_id, breakdown_id, source_id),
    CONSTRAINT fk_figure_breakdown_id FOREIGN KEY (breakdown_id) REFERENCES breakdown (id) ON DELETE RESTRICT,
    CONSTRAINT fk_figure_element_id FOREIGN KEY (element_id) REFERENCES element (id) ON DELETE RESTRICT,
    CONSTRAINT fk_figure_period_id FOREIGN KEY (period_id) REFERENCES period (id) ON DELETE RESTRICT,
    CONSTRAINT fk_figure_subject_id FOREIGN KEY (subject_id) REFERENCES subject (id) ON DELETE RESTRICT
);

CREATE TABLE place (
    id integer NOT NULL,
    level text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT pk_place PRIMARY KEY (id),
    CONSTRAINT fk_place_id FOREIGN KEY (id) REFERENCES subject (id) ON DELETE RESTRICT
);

CREATE TABLE roll_up (
    owner smallint NOT NULL,
    element_id integer NOT NULL,
    period_id integer NOT NULL,
    subject_id integer NOT NULL,
    breakdown_id integer NOT NULL,
    sum bigint NOT NULL,
    reported integer NOT NULL,
    CONSTRAINT pk_roll_up PRIMARY KEY (owner, element_id, period_id, subject_id, breakdown_id),
    CONSTRAINT fk_roll_up_breakdown_id FOREIGN KEY (breakdown_id) REFERENCES breakdown (id) ON DELETE RESTRICT,
    CONSTRAINT fk_roll_up_element_id FOREIGN KEY (element_id) REFERENCES element (id) ON DELETE RESTRICT,
    CONSTRAINT fk_roll_up_period_id FOREIGN KEY (period_id) REFERENCES period (id) ON DELETE RESTRICT,
    CONSTRAINT fk_roll_up_subject_id FOREIGN KEY (subject_id) REFERENCES subject (id) ON DELETE RESTRICT
);

CREATE TABLE owner (
    id smallint NOT NULL,
    place_id integer NOT NULL,
    demo boolean NOT NULL,
    CONSTRAINT pk_owner PRIMARY KEY (id),
    CONSTRAINT fk_owner_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE place_boundary (
    place_id integer NOT NULL,
    valid_from date NOT NULL,
    geometry text NOT NULL,
    valid_to date,
    CONSTRAINT pk_place_boundary PRIMARY KEY (place_id, valid_from),
    CONSTRAINT fk_place_boundary_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE place_class (
    place_id integer NOT NULL,
    valid_from date NOT NULL,
    class text NOT NULL,
    legal_basis text NOT NULL,
    confirmed boolean NOT NULL,
    valid_to date,
    CONSTRAINT pk_place_class PRIMARY KEY (place_id, valid_from, class),
    CONSTRAINT fk_place_class_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE place_code (
    place_id integer NOT NULL,
    valid_from date NOT NULL,
    code text NOT NULL,
    valid_to date,
    CONSTRAINT pk_place_code PRIMARY KEY (place_id, valid_from),
    CONSTRAINT fk_place_code_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE place_name (
    place_id integer NOT NULL,
    valid_from date NOT NULL,
    name text NOT NULL,
    full_name text NOT NULL,
    kind text NOT NULL,
    folded text NOT NULL,
    valid_to date,
    CONSTRAINT pk_place_name PRIMARY KEY (place_id, valid_from),
    CONSTRAINT fk_place_name_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE place_parent (
    place_id integer NOT NULL,
    valid_from date NOT NULL,
    parent_id integer NOT NULL,
    valid_to date,
    CONSTRAINT pk_place_parent PRIMARY KEY (place_id, valid_from),
    CONSTRAINT fk_place_parent_parent_id FOREIGN KEY (parent_id) REFERENCES place (id) ON DELETE RESTRICT,
    CONSTRAINT fk_place_parent_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE place_reach (
    place_id integer NOT NULL,
    ancestor_id integer NOT NULL,
    CONSTRAINT pk_place_reach PRIMARY KEY (place_id, ancestor_id),
    CONSTRAINT fk_place_reach_ancestor_id FOREIGN KEY (ancestor_id) REFERENCES place (id) ON DELETE RESTRICT,
    CONSTRAINT fk_place_reach_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE place_succession (
    from_id integer NOT NULL,
    to_id integer NOT NULL,
    effective_on date NOT NULL,
    whole boolean NOT NULL,
    is_default boolean NOT NULL,
    rule text NOT NULL,
    legal_basis text NOT NULL,
    CONSTRAINT pk_place_succession PRIMARY KEY (from_id, to_id),
    CONSTRAINT fk_place_succession_from_id FOREIGN KEY (from_id) REFERENCES place (id) ON DELETE RESTRICT,
    CONSTRAINT fk_place_succession_to_id FOREIGN KEY (to_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE person (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    user_name text NOT NULL,
    display_name text NOT NULL,
    password_hash text,
    security_stamp text NOT NULL,
    failed_sign_ins integer NOT NULL,
    locked_until timestamp with time zone,
    CONSTRAINT pk_person PRIMARY KEY (owner, id),
    CONSTRAINT fk_person_owner FOREIGN KEY (owner) REFERENCES owner (id) ON DELETE RESTRICT
);

CREATE TABLE round (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    period_id integer NOT NULL,
    form_pack_id integer NOT NULL,
    opens_on date NOT NULL,
    cut_off_on date NOT NULL,
    due_on date NOT NULL,
    CONSTRAINT pk_round PRIMARY KEY (owner, id),
    CONSTRAINT fk_round_form_pack_id FOREIGN KEY (form_pack_id) REFERENCES pack (id) ON DELETE RESTRICT,
    CONSTRAINT fk_round_owner FOREIGN KEY (owner) REFERENCES owner (id) ON DELETE RESTRICT,
    CONSTRAINT fk_round_period_id FOREIGN KEY (period_id) REFERENCES period (id) ON DELETE RESTRICT
);

CREATE TABLE role_grant (
    owner smallint NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    place_id integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT pk_role_grant PRIMARY KEY (owner, person_id, role, place_id, valid_from),
    CONSTRAINT fk_role_grant_owner_person_id FOREIGN KEY (owner, person_id) REFERENCES person (owner, id) ON DELETE RESTRICT,
    CONSTRAINT fk_role_grant_place_id FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE RESTRICT
);

CREATE TABLE return (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    subject_id integer NOT NULL,
    state text NOT NULL,
    current_version integer NOT NULL,
    confirmed_version integer,
    sent_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    revision integer NOT NULL,
    CONSTRAINT pk_return PRIMARY KEY (owner, id),
    CONSTRAINT fk_return_owner_round_id FOREIGN KEY (owner, round_id) REFERENCES round (owner, id) ON DELETE RESTRICT,
    CONSTRAINT fk_return_subject_id FOREIGN KEY (subject_id) REFERENCES subject (id) ON DELETE RESTRICT
);

CREATE TABLE return_move (
    owner smallint NOT NULL,
    return_id uuid NOT NULL,
    number integer NOT NULL,
    step text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    version integer NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    taken_by uuid,
    reason text NOT NULL,
    CONSTRAINT pk_return_move PRIMARY KEY (owner, return_id, number),
    CONSTRAINT fk_return_move_owner_return_id FOREIGN KEY (owner, return_id) REFERENCES return (owner, id) ON DELETE RESTRICT
);

CREATE TABLE return_version (
    owner smallint NOT NULL,
    return_id uuid NOT NULL,
    number integer NOT NULL,
    form_pack_id integer NOT NULL,
    answers jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid,
    CONSTRAINT pk_return_version PRIMARY KEY (owner, return_id, number),
    CONSTRAINT fk_return_version_form_pack_id FOREIGN KEY (form_pack_id) REFERENCES pack (id) ON DELETE RESTRICT,
    CONSTRAINT fk_return_version_owner_return_id FOREIGN KEY (owner, return_id) REFERENCES return (owner, id) ON DELETE RESTRICT
);

CREATE INDEX ix_audit_entry_owner_record_at ON audit_entry (owner, record, at);

CREATE UNIQUE INDEX ux_breakdown_code ON breakdown (code);

CREATE UNIQUE INDEX ux_element_code ON element (code);

CREATE INDEX ix_figure_owner_source_id ON figure (owner, source_id);

CREATE UNIQUE INDEX ux_owner_place_id ON owner (place_id);

CREATE UNIQUE INDEX ux_pack_kind_code_version ON pack (kind, code, version);

CREATE UNIQUE INDEX ux_period_code ON period (code);

CREATE UNIQUE INDEX ux_person_owner_user_name ON person (owner, user_name);

CREATE INDEX ix_place_code_code_valid_from ON place_code (code, valid_from);

CREATE INDEX ix_place_name_folded ON place_name (folded);

CREATE INDEX ix_place_parent_parent_id ON place_parent (parent_id);

CREATE INDEX ix_place_reach_ancestor_id_place_id ON place_reach (ancestor_id, place_id);

CREATE INDEX ix_place_succession_to_id ON place_succession (to_id);

CREATE INDEX ix_return_owner_subject_id_state ON return (owner, subject_id, state);

CREATE UNIQUE INDEX ux_return_owner_round_id_subject_id ON return (owner, round_id, subject_id);

CREATE INDEX ix_role_grant_owner_place_id ON role_grant (owner, place_id);

CREATE UNIQUE INDEX ux_round_owner_code ON round (owner, code);

-- The breakdown that is none: all of them.
INSERT INTO breakdown (id, code) VALUES (1, 'whole');
