-- version of a person, of a place in a case, of a relationship: how it stood from a moment on, and who said so. Every version
-- stays; the latest is what is so now.

alter table people add column changed_at timestamptz not null default now(), add column changed_by uuid,
  add foreign key (authority_id, changed_by) references users;
alter table person_versions add column by_user uuid;

create or replace function keep_person_version() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  begin
    insert into person_versions (authority_id, person_id, revision, name, born, phone, address_id, from_at, by_user)
    values (new.authority_id, new.id, new.revision, new.name, new.born, new.phone, new.address_id, new.changed_at,
      new.changed_by);
    return null;
  end
  $$;

alter table case_people add column changed_at timestamptz not null default now(), add column changed_by uuid,
  add foreign key (authority_id, changed_by) references users;

create table case_people_versions (
  authority_id uuid not null,
  case_id uuid not null,
  entry bigint generated always as identity,
  id text not null,
  person_id uuid not null,
  role text not null,
  from_day date,
  until_day date,
  member boolean not null,
  -- The person was taken off the case.
  gone boolean not null,
  from_at timestamptz not null,
  by_user uuid,
  primary key (authority_id, case_id, entry),
  foreign key (authority_id, case_id) references cases
);
alter table case_people_versions enable row level security;
create policy of_authority on case_people_versions using (authority_id = current_authority());
grant select, insert on case_people_versions to alongside_app;

insert into case_people_versions (authority_id, case_id, id, person_id, role, from_day, until_day, member, gone, from_at)
  select authority_id, case_id, id, person_id, role, from_day, until_day, member, false, changed_at
  from case_people;

create function keep_case_person_version() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  declare
    one case_people := coalesce(new, old);
    isgone boolean := tg_op = 'DELETE';
  begin
    if tg_op = 'UPDATE' and (new.role, new.from_day, new.until_day, new.member, new.person_id)
      is not distinct from (old.role, old.from_day, old.until_day, old.member, old.person_id) then
      return null;
    end if;
    insert into case_people_versions (authority_id, case_id, id, person_id, role, from_day, until_day, member, gone,
      from_at, by_user)
    values (one.authority_id, one.case_id, one.id, one.person_id, one.role, one.from_day, one.until_day, one.member, isgone,
      case when isgone then now() else one.changed_at end, case when isgone then null else one.changed_by end);
    return null;
  end
  $$;
create trigger keep_case_person_version after insert or update or delete on case_people
  for each row execute function keep_case_person_version();
create trigger never_changed before update or delete or truncate on case_people_versions
  for each statement execute function refuse_change();

alter table relationships add column mistaken boolean not null default false,
  add column changed_at timestamptz not null default now(), add column changed_by uuid,
  add foreign key (authority_id, changed_by) references users;

create table relationship_versions (
  authority_id uuid not null,
  relationship_id uuid not null,
  entry bigint generated always as identity,
  kind text not null,
  from_day date,
  until_day date,
  mistaken boolean not null,
  from_at timestamptz not null,
  by_user uuid,
  primary key (authority_id, relationship_id, entry),
  foreign key (authority_id, relationship_id) references relationships
);
alter table relationship_versions enable row level security;
create policy of_authority on relationship_versions using (authority_id = current_authority());
grant select, insert on relationship_versions to alongside_app;

insert into relationship_versions (authority_id, relationship_id, kind, from_day, until_day, mistaken, from_at)
  select authority_id, id, kind, from_day, until_day, mistaken, changed_at
  from relationships;

create function keep_relationship_version() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  begin
    insert into relationship_versions (authority_id, relationship_id, kind, from_day, until_day, mistaken, from_at, by_user)
    values (new.authority_id, new.id, new.kind, new.from_day, new.until_day, new.mistaken, new.changed_at, new.changed_by);
    return null;
  end
  $$;
create trigger keep_relationship_version after insert or update on relationships
  for each row execute function keep_relationship_version();
create trigger never_changed before update or delete or truncate on relationship_versions
  for each statement execute function refuse_change();
