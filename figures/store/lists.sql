-- The indexes of figures that only lists need: while very many reports are stored in a new database they wait,
-- for they are made faster at the end than kept in order all the while.
CREATE INDEX IF NOT EXISTS figure_category ON figure (category, status, country);
CREATE INDEX IF NOT EXISTS figure_category_id ON figure (category, id);  -- these three in the order of the list
CREATE INDEX IF NOT EXISTS figure_status_id ON figure (status, id);
CREATE INDEX IF NOT EXISTS figure_country_id ON figure (country, id);
CREATE INDEX IF NOT EXISTS figure_run ON figure (run_id);
CREATE INDEX IF NOT EXISTS figure_country ON figure (country, category);
CREATE INDEX IF NOT EXISTS figure_attributed_to ON figure (attributed_to) WHERE attributed_to IS NOT NULL;
