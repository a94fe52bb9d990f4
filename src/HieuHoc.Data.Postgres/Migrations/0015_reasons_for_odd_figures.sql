-- Why a figure that looks odd is right, from a version of the return on: beside a cell, or for a whole section.

CREATE TABLE return_reason (
    owner smallint NOT NULL,
    return_id uuid NOT NULL,
    code text NOT NULL,
    cell text NOT NULL,
    version integer NOT NULL,
    ready text NULL,
    text text NOT NULL,
    answers text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    given_by uuid NULL,
    CONSTRAINT pk_return_reason PRIMARY KEY (owner, return_id, code, cell, version),
    CONSTRAINT fk_return_reason_owner_return_id FOREIGN KEY (owner, return_id) REFERENCES return (owner, id) ON DELETE RESTRICT
);
