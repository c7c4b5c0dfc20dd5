-- digest: of a kept obligation as casework hands it in, so that what is the same as before need be neither sent nor compared.

alter table obligations add column digest text not null default '';

-- Which cases are out of date is asked by a command now and then; the index made each recording write all indexes of the case
-- anew, the one for names among them. Room is left on each page for a case's next state.
drop index cases_with_stale_schedule;
alter table cases set (fillfactor = 80);
