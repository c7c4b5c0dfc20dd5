-- authority: a council whose Early Help runs here. Every table begins its key with it, so that the database can be spread
-- over machines by authority, and has a policy that shows the application the rows of one authority only.
-- user: somebody who signs in; session: the time from signing in to signing out.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;

-- The authority for which the transaction runs; null where none was said, which no row equals.
create function current_authority() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('alongside.authority', true), '')::uuid;

create table authorities (
  authority_id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name text not null,
  pack text not null,
  closures jsonb not null,
  demonstration boolean not null,
  cases_opened integer not null default 0
);
alter table authorities enable row level security;
create policy of_authority on authorities using (authority_id = current_authority());
grant select, insert, update on authorities to alongside_app;

-- What may be known before it is known whose data is asked for: the page for signing in lists the authorities.
create function all_authorities() returns setof authorities
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select * from authorities order by name;
  end;

create table teams (
  authority_id uuid not null references authorities,
  id uuid not null default gen_random_uuid(),
  name text not null,
  primary key (authority_id, id)
);
alter table teams enable row level security;
create policy of_authority on teams using (authority_id = current_authority());
grant select, insert, update on teams to alongside_app;

create table users (
  authority_id uuid not null references authorities,
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text not null,
  active boolean not null default true,
  revision integer not null default 1,
  primary key (authority_id, id)
);
create unique index users_of_email on users (authority_id, lower(email));
alter table users enable row level security;
create policy of_authority on users using (authority_id = current_authority());
grant select, insert, update on users to alongside_app;

-- A role held in a team, or everywhere where no team is named; in the order in which they were given.
create table memberships (
  authority_id uuid not null,
  user_id uuid not null,
  place smallint not null,
  role text not null,
  team_id uuid,
  primary key (authority_id, user_id, place),
  foreign key (authority_id, user_id) references users,
  foreign key (authority_id, team_id) references teams
);
alter table memberships enable row level security;
create policy of_authority on memberships using (authority_id = current_authority());
grant select, insert, update, delete on memberships to alongside_app;

create table sessions (
  authority_id uuid not null,
  -- Of the secret that the browser holds, which itself is nowhere.
  digest bytea not null,
  user_id uuid not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  primary key (authority_id, digest),
  foreign key (authority_id, user_id) references users
);
create index sessions_by_last_use on sessions (authority_id, seen_at);
alter table sessions enable row level security;
create policy of_authority on sessions using (authority_id = current_authority());
grant select, insert, update, delete on sessions to alongside_app;
