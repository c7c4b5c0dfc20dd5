-- obligation: one thing to be done, worked out from a case's events and kept for lists. It can always be worked out again.

create table obligations (
  authority_id uuid not null,
  case_id uuid not null,
  key text collate "C" not null,
  -- The case's, so that a list needs one index only.
  team_id uuid,
  worker_id uuid,
  rule text not null,
  clause text not null,
  step text,
  title text not null,
  owner text not null,
  subject_kind text not null check (subject_kind in ('case', 'person', 'worker', 'event', 'meeting')),
  subject_id text,
  started_by text not null,
  opens_at timestamptz not null,
  soon_from timestamptz,
  -- 'infinity' where there is no limit, which is so sorted last.
  overdue_from timestamptz not null,
  due text,
  because text not null,
  advisory boolean not null,
  provisional boolean not null,
  priority boolean not null,
  undecided text,
  state text not null check (state in ('open', 'paused', 'explained', 'met', 'met-late', 'lapsed')),
  met_by text,
  met_at timestamptz,
  does text,
  primary key (authority_id, case_id, key),
  foreign key (authority_id, case_id) references cases
);
create index obligations_of_worker on obligations (authority_id, worker_id, overdue_from, case_id, key)
  where state = 'open';
create index obligations_of_team on obligations (authority_id, team_id, overdue_from, case_id, key)
  where state = 'open';
alter table obligations enable row level security;
create policy of_authority on obligations using (authority_id = current_authority());
grant select, insert, update, delete on obligations to alongside_app;
