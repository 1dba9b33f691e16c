-- A page asks for one table by what it tells: a large school has more than a thousand.
CREATE INDEX flow_table_told ON flow_table (data_set, family, programme, began);
