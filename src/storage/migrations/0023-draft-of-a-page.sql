-- The key of the page that saved a draft, so that a second tab neither overwrites it nor throws it away.
alter table drafts add column page text;
