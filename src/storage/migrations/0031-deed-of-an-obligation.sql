-- deed: what was agreed that is to be done, in its own words, where an obligation is one action of a plan; null for any
-- other. A list tells the actions of one plan apart by it. What is kept already has none until something is recorded for its
-- family, or the schedules are worked out anew.
alter table obligations add column deed text;
