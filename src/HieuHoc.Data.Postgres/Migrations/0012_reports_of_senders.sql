-- Senders write a report of their own by the round's outline; its signed paper is recorded, and its difficulties are answered one by one.

ALTER TABLE round ADD COLUMN outline_pack_id integer NULL;

ALTER TABLE round ADD CONSTRAINT fk_round_outline_pack_id FOREIGN KEY (outline_pack_id) REFERENCES pack (id) ON DELETE RESTRICT;

CREATE TABLE return_text (
    owner smallint NOT NULL,
    return_id uuid NOT NULL,
    section text NOT NULL,
    version integer NOT NULL,
    text text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid NULL,
    CONSTRAINT pk_return_text PRIMARY KEY (owner, return_id, section, version),
    CONSTRAINT fk_return_text_owner_return_id FOREIGN KEY (owner, return_id) REFERENCES return (owner, id) ON DELETE RESTRICT
);

CREATE TABLE return_paper (
    owner smallint NOT NULL,
    return_id uuid NOT NULL,
    version integer NOT NULL,
    number text NULL,
    signed_on date NULL,
    attachment_id uuid NULL,
    recorded_at timestamp with time zone NULL,
    recorded_by uuid NULL,
    copy_received_on date NULL,
    copy_recorded_at timestamp with time zone NULL,
    copy_recorded_by uuid NULL,
    CONSTRAINT pk_return_paper PRIMARY KEY (owner, return_id, version),
    CONSTRAINT fk_return_paper_owner_attachment_id FOREIGN KEY (owner, attachment_id) REFERENCES attachment (owner, id) ON DELETE RESTRICT,
    CONSTRAINT fk_return_paper_owner_return_id FOREIGN KEY (owner, return_id) REFERENCES return (owner, id) ON DELETE RESTRICT
);

CREATE TABLE difficulty (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    return_id uuid NOT NULL,
    kind text NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    addressee text NOT NULL,
    since_version integer NOT NULL,
    ended_in integer NULL,
    reply text NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone NULL,
    answered_by uuid NULL,
    revision integer NOT NULL,
    CONSTRAINT pk_difficulty PRIMARY KEY (owner, id),
    CONSTRAINT fk_difficulty_owner_return_id FOREIGN KEY (owner, return_id) REFERENCES return (owner, id) ON DELETE RESTRICT
);

CREATE INDEX ix_difficulty_owner_return_id ON difficulty (owner, return_id);
