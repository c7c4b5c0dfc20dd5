-- Which contents a page had when it was sent: sent again with others, what it held before is on record and they are not.

alter table request_keys add column contents text;
