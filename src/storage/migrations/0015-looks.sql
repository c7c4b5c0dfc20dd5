-- look: when somebody last opened a page of a case, so that one visit is one entry of the audit however often they turn back.

create table looks (
  authority_id uuid not null,
  case_id uuid not null,
  user_id uuid not null,
  page text not null,
  at timestamptz not null,
  primary key (authority_id, case_id, user_id, page),
  foreign key (authority_id, case_id) references cases,
  foreign key (authority_id, user_id) references users
);
alter table looks enable row level security;
create policy of_authority on looks using (authority_id = current_authority());
grant select, insert, update on looks to alongside_app;
