-- through: whose name it is by which a search found a family that is itself called otherwise. A page can then say why a
-- family is in the list, and nobody has to open one record after the other to see. The family's own name comes first.

-- The parameter that the function sets belongs to pg_trgm, and is known once a session has used it. Before that only a
-- superuser may name it.
do $$ begin perform word_similarity('', ''); end $$;

drop function search_cases(text, integer, uuid, boolean, uuid[], boolean);

-- As the owner, with the authority as text and without going through whole tables: see 0009.
create function search_cases(
  words text, most integer, reader uuid, everywhere boolean, teams uuid[], own boolean
) returns table (case_id uuid, likeness real, through text)
  language sql stable security definer
  set search_path = pg_catalog, public
  set enable_seqscan = off
  set pg_trgm.word_similarity_threshold = 0.45
  as $$
    with asked as (
      select folded(words) as name, sounds_of(words) as sounds
    ),
    found as (
      select cases.id, word_similarity(asked.name, cases.family_folded) as likeness, null::text as through
      from asked join cases on cases.authority_id::text = current_authority()::text and asked.name <% cases.family_folded
      union all
      select cases.id, 0.4, null
      from asked join cases on cases.authority_id::text = current_authority()::text
        and asked.sounds <> '{}' and cases.family_sounds @> asked.sounds
      union all
      select case_people.case_id, word_similarity(asked.name, people.name_folded), people.name
      from asked
        join people on people.authority_id::text = current_authority()::text and asked.name <% people.name_folded
        join case_people on case_people.authority_id = people.authority_id and case_people.person_id = people.id
      union all
      select case_people.case_id, 0.4, people.name
      from asked
        join people on people.authority_id::text = current_authority()::text
          and asked.sounds <> '{}' and people.sounds @> asked.sounds
        join case_people on case_people.authority_id = people.authority_id and case_people.person_id = people.id
    ),
    best as (
      select distinct on (found.id) found.id, found.likeness, found.through
      from found
      order by found.id, found.likeness desc, found.through nulls first
    )
    select best.id, best.likeness, best.through
    from best join cases on cases.authority_id = current_authority() and cases.id = best.id
    where is_within(cases.restricted_to, cases.team_id, cases.worker_id, reader, everywhere, teams, own)
    order by best.likeness desc, best.through is not null, best.id
    limit most
  $$;
