-- What another return took over is little, and is looked for whenever the sums of a round are read.

CREATE INDEX "ix_return_owner_round_id_form_pack_id" ON "return" ("owner", "round_id", "form_pack_id") WHERE taken_over_by IS NOT NULL;
