-- A return is given back for single cells: these are marked with a reason, and talked about by both sides.

ALTER TABLE return ADD COLUMN marked_version integer NULL;

CREATE TABLE cell_mark (
    owner smallint NOT NULL,
    return_id uuid NOT NULL,
    version integer NOT NULL,
    cell text NOT NULL,
    reason text NOT NULL,
    marked_by uuid NULL,
    marked_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone NULL,
    CONSTRAINT pk_cell_mark PRIMARY KEY (owner, return_id, version, cell),
    CONSTRAINT fk_cell_mark_owner_return_id FOREIGN KEY (owner, return_id) REFERENCES return (owner, id) ON DELETE RESTRICT
);

CREATE TABLE cell_remark (
    owner smallint NOT NULL,
    id uuid NOT NULL,
    return_id uuid NOT NULL,
    version integer NOT NULL,
    cell text NOT NULL,
    text text NOT NULL,
    side text NOT NULL,
    said_by uuid NULL,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_cell_remark PRIMARY KEY (owner, id),
    CONSTRAINT fk_cell_remark_owner_return_id FOREIGN KEY (owner, return_id) REFERENCES return (owner, id) ON DELETE RESTRICT
);

CREATE INDEX ix_cell_remark_owner_return_id ON cell_remark (owner, return_id);
