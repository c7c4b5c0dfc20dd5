-- duty: who answers for referrals and discussions on a day.

create table duty_days (
  authority_id uuid not null references authorities,
  day date not null,
  user_id uuid not null,
  primary key (authority_id, day),
  foreign key (authority_id, user_id) references users
);
alter table duty_days enable row level security;
create policy of_authority on duty_days using (authority_id = current_authority());
grant select, insert, update, delete on duty_days to alongside_app;

-- outdated: a case whose kept schedule was worked out with other closure days than there are now, until it is worked out again.

create table outdated_schedules (
  authority_id uuid not null,
  case_id uuid not null,
  primary key (authority_id, case_id),
  foreign key (authority_id, case_id) references cases
);
alter table outdated_schedules enable row level security;
create policy of_authority on outdated_schedules using (authority_id = current_authority());
grant select, insert, delete on outdated_schedules to alongside_app;
