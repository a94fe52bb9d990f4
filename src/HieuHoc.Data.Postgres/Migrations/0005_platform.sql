-- The key ring's checks, jobs, the seals of the audit, attachments and mails.

CREATE TABLE key_check (
    key_id integer NOT NULL,
    known_text bytea NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_key_check PRIMARY KEY (key_id)
);
