ALTER TABLE authenticator ADD COLUMN next_secret bytea;

CREATE TABLE passkey (
    owner smallint NOT NULL,
    person_id uuid NOT NULL,
    credential_id bytea NOT NULL,
    name text NOT NULL,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    is_backup_eligible boolean NOT NULL,
    is_backed_up boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_passkey PRIMARY KEY (owner, person_id, credential_id),
    CONSTRAINT fk_passkey_owner_person_id FOREIGN KEY (owner, person_id) REFERENCES person (owner, id) ON DELETE RESTRICT
);

CREATE INDEX ix_passkey_credential_id ON passkey (credential_id);
