-- The flows that a step was followed by, by id, in their order: they say what was answered.
alter table case_event add column flows text;
