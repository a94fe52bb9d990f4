-- Whether anything is or was estimated for a period, without reading what is official: nearly all there is.

CREATE INDEX ix_roll_up_owner_standing_period_id ON roll_up (owner, standing, period_id) WHERE standing <> 0;

CREATE INDEX ix_superseded_figure_owner_standing_period_id ON superseded_figure (owner, standing, period_id) WHERE standing <> 0;
