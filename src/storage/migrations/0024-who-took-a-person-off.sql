-- Whoever takes a person off a case says so on the row before it goes, and stands with its last version.

create or replace function keep_case_person_version() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  declare
    one case_people := coalesce(new, old);
  begin
    if tg_op = 'UPDATE' and (new.role, new.from_day, new.until_day, new.member, new.person_id)
      is not distinct from (old.role, old.from_day, old.until_day, old.member, old.person_id) then
      return null;
    end if;
    insert into case_people_versions (authority_id, case_id, id, person_id, role, from_day, until_day, member, gone,
      from_at, by_user)
    values (one.authority_id, one.case_id, one.id, one.person_id, one.role, one.from_day, one.until_day, one.member,
      tg_op = 'DELETE', one.changed_at, one.changed_by);
    return null;
  end
  $$;
