-- The key ring's checks, jobs, the seals of the audit, attachments and mails.

CREATE TABLE key_check (
    key_id integer NOT NULL,
    known_text bytea NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_key_check PRIMARY KEY (key_id)
);

CREATE TABLE job (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    args jsonb NOT NULL,
    dedupe_key text,
    run_after timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    lease uuid,
    lease_until timestamp with time zone,
    progress integer NOT NULL,
    said jsonb,
    result text,
    cancel_asked boolean NOT NULL,
    state text NOT NULL,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT pk_job PRIMARY KEY (owner, id)
);

CREATE UNIQUE INDEX ux_job_owner_kind_dedupe_key ON job (owner, kind, dedupe_key);

CREATE INDEX ix_job_owner_state_run_after ON job (owner, state, run_after);

CREATE TABLE audit_seal (
    owner smallint NOT NULL,
    number integer NOT NULL,
    count integer NOT NULL,
    rows bytea NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    complete_at timestamp with time zone,
    sealed_at timestamp with time zone NOT NULL,
    key_id integer NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_audit_seal PRIMARY KEY (owner, number)
);

CREATE TABLE audit_unsealed (
    owner smallint NOT NULL,
    entry_id uuid NOT NULL,
    CONSTRAINT pk_audit_unsealed PRIMARY KEY (owner, entry_id)
);

CREATE TABLE audit_salt (
    owner smallint NOT NULL,
    record text NOT NULL,
    salt bytea NOT NULL,
    CONSTRAINT pk_audit_salt PRIMARY KEY (owner, record)
);

INSERT INTO audit_unsealed (owner, entry_id) SELECT owner, id FROM audit_entry;

CREATE TABLE attachment (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    record text NOT NULL,
    sha256 text NOT NULL,
    size bigint NOT NULL,
    media_type text NOT NULL,
    name text NOT NULL,
    added_by uuid,
    added_at timestamp with time zone NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT pk_attachment PRIMARY KEY (owner, id)
);

CREATE INDEX ix_attachment_owner_kind_record ON attachment (owner, kind, record);

CREATE INDEX ix_attachment_owner_sha256 ON attachment (owner, sha256);

CREATE TABLE outgoing_mail (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body bytea NOT NULL,
    state text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    CONSTRAINT pk_outgoing_mail PRIMARY KEY (owner, id)
);

CREATE INDEX ix_outgoing_mail_owner_state_added_at ON outgoing_mail (owner, state, added_at);
