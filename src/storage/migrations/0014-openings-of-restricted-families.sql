-- opening: a manager whom a restricted family does not name has opened it for a while, with a reason. What was opened when
-- stays, and stands in the audit as well.

create table openings (
  authority_id uuid not null,
  case_id uuid not null,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  opened_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null,
  primary key (authority_id, case_id, id),
  foreign key (authority_id, case_id) references cases,
  foreign key (authority_id, user_id) references users
);
create index openings_of_user on openings (authority_id, user_id, until_at);
alter table openings enable row level security;
create policy of_authority on openings using (authority_id = current_authority());
grant select, insert on openings to alongside_app;
