-- request key: made with a page, so that the same page sent twice is recorded once.
-- draft: what a person has typed and not yet recorded.
-- outbox: what has to be sent, written in the transaction that makes it necessary.

create table request_keys (
  authority_id uuid not null references authorities,
  key text not null,
  result text not null,
  at timestamptz not null default now(),
  primary key (authority_id, key)
);
alter table request_keys enable row level security;
create policy of_authority on request_keys using (authority_id = current_authority());
grant select, insert, delete on request_keys to alongside_app;

create table drafts (
  authority_id uuid not null,
  user_id uuid not null,
  form text not null,
  "values" jsonb not null,
  saved_at timestamptz not null,
  revision integer,
  primary key (authority_id, user_id, form),
  foreign key (authority_id, user_id) references users
);
alter table drafts enable row level security;
create policy of_authority on drafts using (authority_id = current_authority());
grant select, insert, update, delete on drafts to alongside_app;

create table outbox (
  authority_id uuid not null references authorities,
  id bigint not null generated always as identity,
  at timestamptz not null default now(),
  kind text not null,
  send_to text not null,
  case_id uuid,
  subject text not null,
  body text not null,
  primary key (authority_id, id),
  foreign key (authority_id, case_id) references cases
);
alter table outbox enable row level security;
create policy of_authority on outbox using (authority_id = current_authority());
grant select, insert on outbox to alongside_app;
