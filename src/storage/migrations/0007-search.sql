-- search: families by their name, their reference and the names of their people, tolerant of spelling. Addresses are not
-- looked at, so that a protected one cannot be found by trying.

-- As the owner: under a policy PostgreSQL may not use an index on likeness, and would compare every name of the authority.
-- So the authority is asked for here by name, and is the transaction's, never an argument. As text it keeps the planner from
-- going through all names of the authority: it takes the comparing of two names for as cheap as that of two numbers.
create function search_cases(words text, most integer) returns table (case_id uuid, likeness real)
  language sql stable security definer
  set search_path = pg_catalog, public
  set enable_seqscan = off
  set pg_trgm.word_similarity_threshold = 0.45
  as $$
    with asked as (
      select folded(words) as name, sounds_of(words) as sounds, upper(btrim(words)) as reference
    ),
    found as (
      select cases.id, 2::real as likeness
      from asked join cases on cases.authority_id = current_authority() and cases.reference = asked.reference
      union all
      select cases.id, word_similarity(asked.name, cases.family_folded)
      from asked join cases on cases.authority_id::text = current_authority()::text and asked.name <% cases.family_folded
      union all
      select cases.id, 0.4
      from asked join cases on cases.authority_id::text = current_authority()::text
        and asked.sounds <> '{}' and cases.family_sounds @> asked.sounds
      union all
      select case_people.case_id, word_similarity(asked.name, people.name_folded)
      from asked
        join people on people.authority_id::text = current_authority()::text and asked.name <% people.name_folded
        join case_people on case_people.authority_id = people.authority_id and case_people.person_id = people.id
      union all
      select case_people.case_id, 0.4
      from asked
        join people on people.authority_id::text = current_authority()::text
          and asked.sounds <> '{}' and people.sounds @> asked.sounds
        join case_people on case_people.authority_id = people.authority_id and case_people.person_id = people.id
    )
    select found.id, max(found.likeness)
    from found
    group by found.id
    order by max(found.likeness) desc, found.id
    limit most
  $$;
