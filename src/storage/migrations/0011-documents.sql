-- document: a form that was handed in, or a letter that was kept: d1, d2 and so on in a case. Never changed and never taken
-- away: what is changed is another version. Each version came with an event, which refers to it.

create table documents (
  authority_id uuid not null,
  case_id uuid not null,
  number integer not null,
  version integer not null,
  kind text not null check (kind in ('form', 'letter')),
  template text not null,
  title text not null,
  event integer not null,
  content jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (authority_id, case_id, number, version),
  foreign key (authority_id, case_id, event) references events,
  foreign key (authority_id, written_by) references users
);
alter table documents enable row level security;
create policy of_authority on documents using (authority_id = current_authority());
grant select, insert on documents to alongside_app;
create trigger never_changed before update or delete or truncate on documents
  for each statement execute function refuse_change();

-- The drafts of one case: the name of a draft is its page and the case, form:<case id>:plan.
create index drafts_by_form on drafts (authority_id, form text_pattern_ops);
