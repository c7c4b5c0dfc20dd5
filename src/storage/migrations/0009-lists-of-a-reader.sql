-- reader: whose eyes a list is for. What they may not see is left out by the statement itself, before its limit: a list of
-- fifty has fifty of theirs, and its length says nothing of how many others there are.

-- Whether a list may show a case to a reader: casework's `isWithin`, word for word. A case without a team is every team's.
create function is_within(
  restricted_to uuid[], team_id uuid, worker_id uuid, reader uuid, everywhere boolean, teams uuid[], own boolean
) returns boolean
  language sql immutable parallel safe
  return (restricted_to is null or reader = any (restricted_to))
    and (everywhere
      or own and coalesce(worker_id = reader, false)
      or case when team_id is null then cardinality(teams) > 0 else team_id = any (teams) end);

drop function search_cases(text, integer);

-- As the owner: under a policy PostgreSQL may not use an index on likeness, and would compare every name of the authority.
-- So the authority is asked for here by name, and is the transaction's, never an argument. As text it keeps the planner from
-- going through all names of the authority: it takes the comparing of two names for as cheap as that of two numbers.
create function search_cases(
  words text, most integer, reader uuid, everywhere boolean, teams uuid[], own boolean
) returns table (case_id uuid, likeness real)
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
    ),
    best as (
      select found.id, max(found.likeness) as likeness from found group by found.id
    )
    select best.id, best.likeness
    from best join cases on cases.authority_id = current_authority() and cases.id = best.id
    where is_within(cases.restricted_to, cases.team_id, cases.worker_id, reader, everywhere, teams, own)
    order by best.likeness desc, best.id
    limit most
  $$;
