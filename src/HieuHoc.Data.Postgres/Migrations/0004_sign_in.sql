ALTER TABLE person ADD COLUMN one_time_since timestamp with time zone;

CREATE TABLE session (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    way text NOT NULL,
    browser text NOT NULL,
    device_id uuid,
    begun_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    strengthened_at timestamp with time zone,
    CONSTRAINT pk_session PRIMARY KEY (owner, id),
    CONSTRAINT fk_session_owner_person_id FOREIGN KEY (owner, person_id) REFERENCES person (owner, id) ON DELETE RESTRICT
);

CREATE INDEX ix_session_owner_person_id ON session (owner, person_id);

CREATE TABLE api_token (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    scopes text NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT pk_api_token PRIMARY KEY (owner, id),
    CONSTRAINT fk_api_token_owner_person_id FOREIGN KEY (owner, person_id) REFERENCES person (owner, id) ON DELETE RESTRICT
);

CREATE INDEX ix_api_token_owner_person_id ON api_token (owner, person_id);

CREATE TABLE authenticator (
    owner smallint NOT NULL,
    person_id uuid NOT NULL,
    secret bytea NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint NOT NULL,
    CONSTRAINT pk_authenticator PRIMARY KEY (owner, person_id),
    CONSTRAINT fk_authenticator_owner_person_id FOREIGN KEY (owner, person_id) REFERENCES person (owner, id) ON DELETE RESTRICT
);

CREATE TABLE recovery_code (
    owner smallint NOT NULL,
    person_id uuid NOT NULL,
    hash bytea NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_recovery_code PRIMARY KEY (owner, person_id, hash),
    CONSTRAINT fk_recovery_code_owner_person_id FOREIGN KEY (owner, person_id) REFERENCES person (owner, id) ON DELETE RESTRICT
);

CREATE TABLE device (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    browser text NOT NULL,
    key_hash bytea NOT NULL,
    pin_hash text NOT NULL,
    enrolled_at timestamp with time zone NOT NULL,
    failed_pins integer NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT pk_device PRIMARY KEY (owner, id),
    CONSTRAINT fk_device_owner_person_id FOREIGN KEY (owner, person_id) REFERENCES person (owner, id) ON DELETE RESTRICT
);

CREATE TABLE enrolment (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    code_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_enrolment PRIMARY KEY (owner, id),
    CONSTRAINT fk_enrolment_owner_person_id FOREIGN KEY (owner, person_id) REFERENCES person (owner, id) ON DELETE RESTRICT
);

CREATE INDEX ix_device_owner_person_id ON device (owner, person_id);

CREATE INDEX ix_enrolment_code_hash ON enrolment (code_hash);
