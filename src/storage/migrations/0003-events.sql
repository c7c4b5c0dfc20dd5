-- event: something that happened in a case, as it was recorded: e1, e2 and so on. Never changed and never taken away; a
-- correction is another event.

create table events (
  authority_id uuid not null,
  case_id uuid not null,
  number integer not null,
  type text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  by_role text,
  by_id text,
  data jsonb not null,
  override_role text,
  override_reason text,
  written_by uuid,
  primary key (authority_id, case_id, number),
  foreign key (authority_id, case_id) references cases,
  foreign key (authority_id, written_by) references users
);
alter table events enable row level security;
create policy of_authority on events using (authority_id = current_authority());
grant select, insert on events to alongside_app;

create function refuse_change() returns trigger
  language plpgsql
  as $$
  begin
    raise exception 'What is in % is never changed or taken away.', tg_table_name using errcode = 'restrict_violation';
  end
  $$;
create trigger never_changed before update or delete or truncate on events
  for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on person_versions
  for each statement execute function refuse_change();
